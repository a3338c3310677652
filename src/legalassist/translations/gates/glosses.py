"""The Chinese in brackets behind an English term that is kept: it has to be that term's, not its neighbour's."""

import re
from collections.abc import Iterator

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.terms import Glossary, squeezed

_GLOSSED = re.compile("[“「]([A-Za-z][A-Za-z' -]*)[”」](?:（|\\()([^）)]*)[）)]")


class Glosses:
    """The rule about brackets behind an English term in quotation marks, with the glossary's Chinese for the term."""

    def __init__(self, glossary: Glossary) -> None:
        """Keep the ways of each term by its English in small letters."""
        self._terms = {one: term for term in glossary.terms for one in term.lowered}

    def glosses(self, pair: Pair) -> Iterator[Found]:
        """Yield a bracket that lacks its own term's Chinese, or has that of another term of the text."""
        said = _GLOSSED.findall(pair.text)
        ways = {english: self._ways(english, pair) for english, _ in said}
        for english, gloss in said:
            others = [way for other, those in ways.items() if other != english for way in those]
            own = any(way in squeezed(gloss) for way in ways[english])
            if not own and (ways[english] or any(way in squeezed(gloss) for way in others)):
                yield f"（{gloss}） is not what “{english}” is called", "write behind each term its own Chinese"

    def _ways(self, english: str, pair: Pair) -> tuple[str, ...]:
        term = self._terms.get(english.lower())
        return term.ways(traditional=pair.traditional) if term else ()
