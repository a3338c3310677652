"""One text made ready for the search: folded, cut into words, its Chinese and its numbers joined."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from legalassist.disclosure.folding import HAN_BLOCKS, HAN_SIGNS, fold, is_han
from legalassist.disclosure.number_words import chinese_digits, english_digits
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.romanisations import SPELLED

LONGEST_RUN = 6
"""Words that one name can be spread over; single letters may be more."""
_LETTERS_IN_A_ROW = 24
EIGHT = 8
"""Letters a name needs to be looked for inside a longer run of letters."""
WORDS_IN_A_ROW, CHARACTERS_IN_A_ROW = 6, 10
"""How much of a long answer, repeated, is the client speaking."""

_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SENTENCE_ENDS = ".!?•。！？"
_EXTENSION = re.compile(
    r"\.(?:pdf|txt|docx?|xlsx?|pptx?|html?|csv|json|xml|rels|zip|gz|eml|md|png|jpe?g)$", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_TOKEN = re.compile("[a-z0-9]+")
_DIGITS, _SIGNS, _IN_NUMBER = re.compile(r"\d+"), re.compile(r"[\W_]"), re.compile(r"(?<=\d)[\W_]{1,5}(?=\d)")
_BETWEEN_HAN = re.compile(r"[\W_]{1,3}")
_FARTHEST = 5
_TONES = ("1", "2", "3", "4", "5")
"""The tones of Mandarin as figures behind a syllable; 5 is none."""
_HAN = re.compile("[" + "".join(f"{chr(block[0])}-{chr(block[-1])}" for block in HAN_BLOCKS) + HAN_SIGNS + "]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word in Latin letters: as written (folded), where it stands, and whether a sentence begins with it."""

    text: str
    lower: str
    start: int
    end: int
    opens: bool

    @property
    def capital(self) -> bool:
        """Say whether it is written as a name: with a capital letter."""
        return self.text[0].isupper()


_INSIDE = frozenset({"of", "the", "on", "by", "and", "de", "del", "la"})
"""Small words that may stand inside a name."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words that stand side by side, joined: what they spell, where they are cut, and the words themselves."""

    joined: str
    cuts: frozenset[int]
    words: tuple[Word, ...]

    @property
    def as_name(self) -> bool:
        """Say whether every word is written as a name; a small one may stand inside: King of Prussia."""
        first, *inside = self.words
        ends = first.capital and self.words[-1].capital
        return ends and all(word.capital or word.lower in _INSIDE for word in inside)

    @property
    def letters(self) -> bool:
        """Say whether the words are single letters: ``W a n g``."""
        return len(self.words) > 1 and all(len(word.lower) == 1 for word in self.words)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Spellings to look for, and everything one of them begins with: what begins none of them is not read on."""

    spellings: frozenset[str]
    beginnings: frozenset[str]

    @classmethod
    def of(cls, spellings: Iterable[str]) -> "Wanted":
        """Return spellings (lower case, joined) with their beginnings."""
        every = frozenset(spellings)
        return cls(every, frozenset(one[:end] for one in every for end in range(1, len(one) + 1)))


Spelled = Mapping[str, tuple[Window, ...]]
"""The words of a text that spell something wanted, by what they spell when joined."""


@dataclass(frozen=True)
class Reading:
    """One text as the search sees it, where it stands, how strictly it is judged, and whether it is shelf text."""

    place: str
    kind: Kind
    text: str
    shelf: bool = False
    part: str = ""
    """The hash of the text as it stands in the file, before anything in it was decoded."""
    decoded: bool = False

    @cached_property
    def folded(self) -> str:
        """The folded text; a file name without its extension."""
        folded = fold(self.text)
        return _EXTENSION.sub("", folded) if self.kind is Kind.NAME else folded

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in Latin letters; a name inside another word begins at its capital letter (``XiaomeiWang``)."""
        found: list[Word] = []
        for run in _WORD.finditer(self.folded):
            if not run[0].isascii():
                latin = re.finditer(r"[A-Za-z]+", run[0])
                pieces = [(run.start() + one.start(), one[0]) for one in latin]
            else:
                pieces = [(run.start(), run[0])]
            for at, piece in pieces:
                found += [self._word(one[0], at + one.start()) for one in _CAMEL.finditer(piece)]
        return tuple(found)

    def _word(self, text: str, start: int) -> Word:
        before = self.folded[:start].rstrip(" \t\n\r\"'“”‘’([{*_-–—")
        opens = not before or before[-1] in _SENTENCE_ENDS
        return Word(text, text.lower(), start, start + len(text), opens)

    def number_of(self, word: Word) -> int:
        """Return how many words stand before one."""
        return self._numbers_of_words[word.start]

    @cached_property
    def _numbers_of_words(self) -> Mapping[int, int]:
        return {word.start: number for number, word in enumerate(self.words)}

    def beside(self, one: Word, other: Word) -> bool:
        """Say whether nothing but signs stands between two words (in a file name, digits are signs too)."""
        between = self.folded[one.end : other.start]
        if self.kind is Kind.NAME:
            between = re.sub(r"\d", "", between)
        elif between[:1] in _TONES and one.lower in SPELLED:  # qiu1 shu1zhen1
            between = between[1:]
        return len(between) <= _FARTHEST and not any(sign.isalnum() for sign in between)

    def spelled(self, wanted: Wanted) -> Spelled:
        """Return the runs of words side by side, at most six (or of single letters, 24), that spell what is wanted."""
        found: dict[str, list[Window]] = {}
        for first, word in enumerate(self.words):
            if word.lower in wanted.beginnings:
                for window in self._windows(first, wanted):
                    found.setdefault(window.joined, []).append(window)
        return {joined: tuple(windows) for joined, windows in found.items()}

    def _windows(self, first: int, wanted: Wanted) -> Iterator[Window]:
        """Yield the wanted runs of words that begin with one word."""
        words = self.words
        joined, cuts, letters = words[first].lower, list[int](), len(words[first].lower) == 1
        if joined in wanted.spellings:
            yield Window(joined, frozenset(), (words[first],))
        for last in range(first + 1, min(len(words), first + _LETTERS_IN_A_ROW)):
            letters = letters and len(words[last].lower) == 1
            if not self.beside(words[last - 1], words[last]) or (last - first >= LONGEST_RUN and not letters):
                return
            if "\n" not in self.folded[words[last - 1].end : words[last].start]:  # a line may end within a word
                cuts.append(len(joined))
            joined += words[last].lower
            if joined not in wanted.beginnings:
                return
            if joined in wanted.spellings:
                yield Window(joined, frozenset(cuts), words[first : last + 1])

    @cached_property
    def lowers(self) -> frozenset[str]:
        """The words, lower case, each once."""
        return frozenset(word.lower for word in self.words)

    @cached_property
    def long_words(self) -> tuple[str, ...]:
        """Runs of letters as they stand, uncut: a name may be glued into one."""
        return tuple(run[0].lower() for run in _WORD.finditer(self.folded))

    @cached_property
    def eights(self) -> frozenset[str]:
        """Every eight letters in a row of the longer runs: where a name glued into one must begin."""
        runs = (run for run in self.long_words if len(run) > EIGHT)
        return frozenset(run[at : at + EIGHT] for run in runs for at in range(len(run) - EIGHT + 1))

    @cached_property
    def han(self) -> str:
        """The Chinese characters, joined over signs between them; one blank where other text or more signs stand."""
        if _HAN.search(self.folded) is None:
            return ""
        kept = "".join(one if is_han(one) else "\0" if one.isalnum() else " " for one in self.folded)
        joined = _BETWEEN_HAN.sub(lambda gap: "" if "\0" not in gap[0] else " ", kept.replace("\0", "\0\0\0\0"))
        return re.sub(r"[\s\0]+", " ", joined).strip()

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every six words in a row, lower case."""
        words = [word.lower for word in self.words]
        return frozenset(zip(*(words[at:] for at in range(WORDS_IN_A_ROW)), strict=False))

    @cached_property
    def pieces(self) -> frozenset[str]:
        """Every ten Chinese characters in a row."""
        han = self.han
        return frozenset(han[at : at + CHARACTERS_IN_A_ROW] for at in range(len(han) - CHARACTERS_IN_A_ROW + 1))

    @cached_property
    def _as_digits(self) -> tuple[str, str]:
        """The text with Chinese numerals as digits, and with English number words as digits."""
        chinese = self.folded if self.folded.isascii() else chinese_digits(self.folded)
        return chinese, english_digits(self.folded)

    @cached_property
    def views(self) -> tuple[str, ...]:
        """The text as it stands, with Chinese numerals as digits, and with English number words as digits."""
        return tuple(dict.fromkeys((self.folded, *self._as_digits)))

    @cached_property
    def squeezed(self) -> tuple[str, ...]:
        """Letters and digits alone, lower case, as written and with Chinese numerals and number words as digits."""
        return tuple(dict.fromkeys(_SIGNS.sub("", view).lower() for view in self.views))

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The runs of letters and digits, lower case."""
        return frozenset(_TOKEN.findall(self.folded.lower()))

    @cached_property
    def digits(self) -> tuple[str, ...]:
        """The runs of digits, signs between them ignored; also with O, I and l beside a digit taken for 0 and 1."""
        views = (self.folded, *self._as_digits, _mistyped(self.folded))
        joined = (_IN_NUMBER.sub("", view) for view in views)
        return tuple(dict.fromkeys(run for view in joined for run in _DIGITS.findall(view)))

    @cached_property
    def dated(self) -> tuple[str, ...]:
        """The text in lower case in which dates are looked for, Chinese numerals and number words as digits."""
        views = dict.fromkeys(view.lower() for view in self.views)
        return tuple(view for view in views if _DIGIT.search(view))  # every way of writing a day has a digit by now

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The runs of digits as they stand, nothing joined but thousands."""
        plain = re.sub(r"(?<=\d),(?=\d{3})", "", self._as_digits[0])
        return frozenset(re.findall(r"(?<![\d.])\d+", plain))


def _mistyped(text: str) -> str:
    text = re.sub(r"(?<=\d)[oO](?=[\d\W_oOlI]|$)|(?<![^\W_])[oO](?=\d)", "0", text)
    return re.sub(r"(?<=\d)[lI|](?=[\d\W_]|$)|(?<![^\W_])[lI](?=\d)", "1", text)
