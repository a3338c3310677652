"""What can only be seen across texts: one term said in two ways, one text for two, two scripts that say other things.

A reader looks at these; none keeps a text from being printed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from legalassist.languages.scripts import to_simplified
from legalassist.translations.gates.alarm import Alarm, Pair, Severity
from legalassist.translations.gates.terms import Glossary, squeezed

ALIKE = 0.7
"""How alike a traditional text, in simplified characters, is to the simplified one at least; below, somebody looks."""


def one_term(pairs: Sequence[Pair], glossary: Glossary) -> Iterator[Alarm]:
    """Yield each term that the texts call by several of its names, at the first text with a rarer one."""
    used: dict[str, dict[str, list[Pair]]] = {}
    for pair in pairs:
        text = squeezed(pair.text)
        for term in glossary.terms_in(pair.low):
            ways = [one for one in term.ways(traditional=pair.traditional) if one in text]
            if ways:
                used.setdefault(term.english[0], {}).setdefault(max(ways, key=len), []).append(pair)
    for name, said in used.items():
        heads = Counter({way: len(found) for way, found in said.items()})
        (usual, count), *rarer = heads.most_common()
        for way, times in rarer:
            if way not in usual and usual not in way:
                message = f"“{name}” is called {way} here ({times} times), and {usual} elsewhere ({count} times)"
                yield Alarm("one-term", Severity.WARNING, said[way][0], message, "call it the same everywhere")


def same_chinese(pairs: Sequence[Pair]) -> Iterator[Alarm]:
    """Yield each Chinese text that translates different English ones."""
    by_text: dict[str, dict[str, Pair]] = {}
    for pair in pairs:
        plain = " ".join(pair.low.strip(" .:?!").split())
        by_text.setdefault(pair.text, {}).setdefault(plain, pair)
    for text, found in by_text.items():
        if text.strip() and len(found) > 1:
            *_, last = found.values()
            others = ", ".join(f"“{one.english}”" for one in found.values() if one is not last)
            message = f"{text} is also what {others} is called"
            yield Alarm("same-chinese", Severity.INFO, last, message, "look whether a reader can tell the two apart")


def drift(traditional: Sequence[Pair], simplified: Mapping[str, Pair]) -> Iterator[Alarm]:
    """Yield each traditional text that says something else than the simplified one, put into its characters."""
    for pair in traditional:
        other = simplified.get(pair.context)
        if other is None or not other.text.strip() or not pair.text.strip():
            continue
        share = SequenceMatcher(None, to_simplified(pair.text), other.text, autojunk=False).ratio()
        if share < ALIKE:
            message = f"it is alike to the simplified text by {share:.2f} only"
            yield Alarm("drift", Severity.WARNING, pair, message, f"compare it with {other.text}")
