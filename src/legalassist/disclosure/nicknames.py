"""What people are called with a title: 丽姐 is Sister Li, and 周老板 is Boss Zhou. Rule (4)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from legalassist.disclosure.hits import Level
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading
from legalassist.disclosure.titles import is_titled
from legalassist.disclosure.word_lists import HAN_TITLES_AFTER, HAN_TITLES_BEFORE
from legalassist.stores.spelling import sounds


@dataclass(frozen=True)
class Titled:
    """What stands beside a title (lower case, as it sounds), with the facts."""

    parts: Mapping[str, str]

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield the facts whose people a text names with a title in Latin letters."""
        if reading.kind is Kind.RAW or reading.shelf or self.parts.keys().isdisjoint(reading.lowers):
            return
        words = reading.words
        for at, word in enumerate(words):
            if word.lower in self.parts:
                before, after = words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None
                if is_titled(reading, word, before, after):
                    yield Level.BLOCK, 4, self.parts[word.lower]


def called_by(native: str) -> Iterator[str]:
    """Yield how what stands beside a title in a Chinese name sounds (丽姐 -> ``li``); nothing where there is none."""
    for title in sorted(HAN_TITLES_AFTER, key=len, reverse=True):
        if native.endswith(title) and 0 < len(native) - len(title) <= 2:  # noqa: PLR2004 - a name, no sentence
            yield from sounds(native.removesuffix(title))
            return
    for title in HAN_TITLES_BEFORE:
        if native.startswith(title) and len(native) == len(title) + 1:
            yield from sounds(native.removeprefix(title))
            return
