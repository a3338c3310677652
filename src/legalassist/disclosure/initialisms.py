"""Find a business or a place by the first letters of its name: "GPK" for Golden Palace Kitchen. Rule (6)."""

from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.disclosure.hits import Level
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.parts import STRICT, Kind
from legalassist.disclosure.reading import Reading, Spelled
from legalassist.disclosure.word_lists import ABBREVIATIONS, WORD_LIKE

_FEWEST = 3
"""Letters that are looked for: two stand for anything."""


@dataclass(frozen=True, slots=True)
class Initialism:
    """The first letters of a name of several words, lower case, and the path of the name."""

    path: str
    spelling: str

    def found_in(self, reading: Reading, spelled: Spelled) -> Iterator[Found]:
        """Yield it where its letters stand as one word or one by one: metadata block, in a text a person looks."""
        if reading.kind is Kind.RAW or reading.shelf:
            return
        strict = reading.kind in STRICT
        for window in spelled.get(self.spelling, ()):
            capitals = all(word.text.isupper() for word in window.words)
            if (window.letters or len(window.words) == 1) and (strict or capitals):
                yield (Level.BLOCK if strict else Level.ASK), 6, self.path


def initialisms_of(path: str, *names: tuple[str, ...]) -> Iterator[Initialism]:
    """Yield the initialisms of a name written in one way or several (whole; without what every business is called).

    Letters that mean something of their own (``PDF``), or spell a word, are left out: they would stop every file.
    """
    for letters in dict.fromkeys("".join(word[0] for word in words) for words in names):
        if len(letters) >= _FEWEST and letters not in ABBREVIATIONS | WORD_LIKE:
            yield Initialism(path, letters)
