"""Determinations as an answers file spells them: below ``determinations:``, and as entries of its log."""

from collections.abc import Iterator

from legalassist.cases.determination import ITEM, Determination
from legalassist.errors import AnswerRefused, Problem
from legalassist.facts.paths import is_instance
from legalassist.facts.text import clean
from legalassist.interviews.yaml_source import At, Data, Source, did_you_mean, quoted

KEYS = ("item", "about", "decided", "by", "at", "why", "rests_on")
_NEEDED = ("item", "decided", "by")


def read_determinations(source: Source, data: Data, at: At, *, first: int = 0
                        ) -> tuple[tuple[Determination, ...], tuple[Problem, ...]]:  # fmt: skip
    """Return the determinations a list holds, and every problem in it; `first` is the place of its first entry."""
    if not isinstance(data, list):
        return (), (source.problem(at, "a list of what attorneys decided is expected here", "begin each with '- '"),)
    found: list[Determination] = []
    problems: list[Problem] = []
    for number, entry in enumerate(data, first):
        wrong = list(_problems(source, entry, (*at, number)))
        problems.extend(wrong)
        if not wrong and isinstance(entry, dict):
            found.append(Determination(**{key: str(entry.get(key, "")) for key in KEYS}))
    return tuple(found), tuple(problems)


def _problems(source: Source, entry: Data, at: At) -> Iterator[Problem]:
    """Yield what is wrong with one entry."""
    if not isinstance(entry, dict) or any(not isinstance(entry.get(key), str) for key in _NEEDED):
        yield source.problem(at, "a determination needs 'item:', 'decided:' and 'by:' (the attorney's name)")
        return
    for key, word in entry.items():
        if key not in KEYS:
            yield source.problem((*at, key), f"unknown key {key!r}", did_you_mean(key, KEYS))
        elif not isinstance(word, str):
            yield source.problem((*at, key), f"{key}: one text is expected here")
        else:
            yield from _unclean(source, key, word, (*at, key))
    if isinstance(entry["item"], str) and not ITEM.fullmatch(entry["item"]):
        hint = "the form, then Part and Item as it prints them: i-914 4.1.A"
        yield source.problem((*at, "item"), "this is not an item of a form", hint)
    about = entry.get("about", "")
    if about and not (isinstance(about, str) and is_instance(about)):
        yield source.problem(
            (*at, "about"), "this is no row of the family", "write family[2]; leave it out for the client"
        )


def _unclean(source: Source, key: str, word: str, at: At) -> Iterator[Problem]:
    try:
        if word:
            clean(word, one_line=key not in {"decided", "why"})
    except AnswerRefused as refused:
        yield source.problem(at, f"{key}: {refused.message}", refused.hint)


def determination_lines(one: Determination) -> Iterator[str]:
    """Yield the lines of a log entry, every value in quotes so that nothing is guessed."""
    for place, key in enumerate(KEYS):
        text = getattr(one, key)
        if text or key in _NEEDED:
            yield f"  {'- ' if place == 0 else '  '}{key}: {quoted(text)}"
