"""Find numbers, addresses of all kinds, and the names of businesses and places: rule (1), and (2) for names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from legalassist.disclosure.hits import HINTS, NUMBERS, Level
from legalassist.disclosure.latin_names import LONG_GIVEN, Found
from legalassist.disclosure.parts import STRICT, Kind
from legalassist.disclosure.reading import LONGEST_RUN, Reading, Spelled, Wanted, Window
from legalassist.disclosure.romanisations import cuts
from legalassist.disclosure.word_lists import EVERYDAY_WORDS, GENERIC, WORD_LIKE

_LONG_NUMBER = 7
_RAW_NUMBER = 9
_LONG_CODE = 6
_SHORTEST = {Kind.RAW: _RAW_NUMBER, Kind.MARKUP: _LONG_NUMBER}
"""Digits a number needs where numbers of a machine stand: a colour's shade is no debt."""


@dataclass(frozen=True, slots=True)
class Number:
    """Digits that belong to the client (a telephone, an A-number), with each way of shortening them."""

    path: str
    forms: tuple[str, ...]

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield it where its digits stand, signs between them ignored; a short one only as a number of its own."""
        shortest = _SHORTEST.get(reading.kind, 1)
        for form in self.forms:
            if len(form) < shortest:
                continue
            long = len(form) >= _LONG_NUMBER and any(form in run for run in reading.digits)
            if long or form in reading.numbers or form in reading.digits:
                yield Level.BLOCK, 1, self.path
                return


@dataclass(frozen=True, slots=True)
class Code:
    """Letters and digits that belong to the client: a passport, a docket, an e-mail address, an address line."""

    path: str
    forms: tuple[str, ...]

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield it where its letters and digits stand one after the other, signs between them ignored."""
        if reading.kind is Kind.RAW:
            shown = any(form in reading.folded.lower() for form in self.forms if len(form) >= _RAW_NUMBER)
        else:
            shown = any(form in text for form in self.forms for text in reading.squeezed if _tells(form))
            shown = shown or not reading.tokens.isdisjoint(self.forms)
        if shown:
            yield Level.BLOCK, 1, self.path


@dataclass(frozen=True)
class Phrase:
    """The name of a business, an agency, a place or a street: words in their order, without those every name has."""

    path: str
    words: tuple[str, ...]
    rule: int = 2
    worst: Level = Level.BLOCK
    as_name: bool = False
    """Whether it is found only where it is written as a name."""
    cut: bool = False
    """Whether it is what was left of a longer name ("Moriches" of Center Moriches)."""

    @property
    def spelling(self) -> str:
        """Its words joined, as `Reading.spelled` gives them back."""
        return self._joined

    def found_in(self, reading: Reading, spelled: Spelled | None = None) -> Iterator[Found]:
        """Yield it where its words stand side by side; English words not written as a name are asked about."""
        hint = reading.shelf and self.worst is Level.ASK and self.rule != HINTS
        if reading.kind is Kind.RAW or not self.words or hint:  # what is only asked about does not stand in our texts
            return
        spelled = reading.spelled(self._wanted) if spelled is None else spelled
        windows = spelled.get(self._joined, ())
        levels = {self._level(window, reading) for window in windows if window.letters or window.cuts <= self._cuts}
        if len(self.words) > 1 and self._joined in reading.long_words:
            levels.add(Level.BLOCK)
        if levels - {None}:
            found = Level.BLOCK if Level.BLOCK in levels else Level.ASK
            yield (found if self.worst is Level.BLOCK else self.worst), self.rule, self.path

    @cached_property
    def _joined(self) -> str:
        return "".join(self.words[:LONGEST_RUN])

    @cached_property
    def _wanted(self) -> Wanted:
        return Wanted.of([self._joined])

    @cached_property
    def _cuts(self) -> frozenset[int]:
        return cuts(*self.words[:LONGEST_RUN])

    def _level(self, window: Window, reading: Reading) -> Level | None:
        """Return how bad one place is: a long word that is no English one tells by itself, others as names."""
        if reading.kind in STRICT and not reading.shelf:
            return Level.BLOCK
        if (self.as_name and not window.as_name) or (len(self.words) == 1 and self._of_the_format(reading)):
            return None
        if len(self.words) == 1:
            return self._one_word(window, reading)
        return Level.BLOCK if window.as_name else Level.ASK

    def _one_word(self, window: Window, reading: Reading) -> Level | None:
        """Return how bad a name of one word is; "Mandarin" of a menu is no restaurant, and an orange is no town."""
        if reading.shelf and self.rule != NUMBERS:
            return None
        if is_telling_word(self._joined):
            return Level.BLOCK
        named = window.as_name and not window.words[0].opens and not reading.shelf
        if self.rule == NUMBERS and not self.cut and len(self._joined) >= LONG_GIVEN and window.as_name:
            return Level.BLOCK if named and self._joined not in WORD_LIKE else Level.ASK
        return Level.ASK if named else None

    def _of_the_format(self, reading: Reading) -> bool:
        """Say whether a word of markup is only a piece of a key that a format has: WhitePoint, MediaBox."""
        ours = reading.kind is Kind.MARKUP and (self.cut or not is_telling_word(self._joined))
        return ours and self._joined not in reading.long_words


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A long answer: six of its words in a row, or ten of its characters, are the client speaking."""

    path: str
    english: frozenset[tuple[str, ...]]
    chinese: frozenset[str]


class Speech:
    """All long answers together, by what is looked for of each: one look tells which of hundreds a text repeats."""

    def __init__(self, answers: Iterable[OwnWords]) -> None:
        """Take the long answers of one client."""
        self._paths: dict[object, set[str]] = defaultdict(set)
        for answer in answers:
            for one in (*answer.english, *answer.chinese):
                self._paths[one].add(answer.path)

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield each answer that a text repeats: a person looks, rule (8)."""
        if reading.kind is Kind.RAW or reading.shelf or not self._paths:
            return
        said = self._paths.keys() & (reading.runs | reading.pieces)
        yield from ((Level.ASK, 8, path) for path in sorted({path for one in said for path in self._paths[one]}))


def own_words(path: str, reading: Reading) -> OwnWords:
    """Return what to look for in order to find a long answer again."""
    return OwnWords(path, reading.runs, reading.pieces)


def _tells(form: str) -> bool:
    """Say whether a code is found anywhere in a text: a long one, or one with Chinese characters in it."""
    return len(form) >= _LONG_CODE or not form.isascii()


def core_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without those that name nobody in particular (``Kitchen``, ``Inc``)."""
    return tuple(word for word in words if word not in GENERIC)


def is_telling_word(word: str) -> bool:
    """Say whether a word of a name (lower case) tells by itself: five letters and more, and no English word."""
    return len(word) >= LONG_GIVEN and word not in WORD_LIKE and word not in EVERYDAY_WORDS
