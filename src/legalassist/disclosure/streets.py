"""The streets of a case without their numbers: rule (1). Whoever says the street of a shelter says where to wait."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from legalassist.disclosure.folding import fold
from legalassist.disclosure.hits import NUMBERS, Level
from legalassist.disclosure.latin_names import LONG_GIVEN, Found
from legalassist.disclosure.number_words import english_digits
from legalassist.disclosure.parts import STRICT, Kind
from legalassist.disclosure.reading import Reading, Spelled, Wanted
from legalassist.disclosure.word_lists import (
    COURTS,
    HAN_WORDS,
    NO_STREETS,
    PLACES,
    STREET_ALONE,
    STREET_FORMS,
    STREET_SIDES,
    STREETS_ELSEWHERE,
    WORD_LIKE,
)

_ANY_WAY = {one: forms for forms in STREET_FORMS for one in forms}
"""Each way of writing what a street is (``blvd``), with all ways of the same (``boulevard``, ``blvd``, ``boul``)."""
_ELSEWHERE = tuple(STREETS_ELSEWHERE)
_TOLD = frozenset(word for forms in STREET_FORMS for word in forms if len(word) > 2) | STREET_ALONE  # noqa: PLR2004
"""What makes capitalised words in a sentence a street."""
_DOUBTFUL = frozenset({"court", "place", "way", "loop", "row", "walk", "oval", "circle", "square", "plaza", "drive",
                       "concourse", "mews", "promenade"})  # fmt: skip
"""What else is called so: a court, a law school's square. Streets only behind a word that says where."""
_CLEAR = _TOLD - _DOUBTFUL - STREET_ALONE
_SIGNS = _TOLD | {"st", "rd", "dr", "pl", "sq", "ct"}
_ANY_STREET = NO_STREETS | {"one", "new", "open", "long", "side", "wide", "first", "second", "main", "wall"}
"""Words in small letters before a street that name none, Main Street of politics and Wall Street among them."""
_ORDINAL = "(?:st|nd|rd|th)?"
_NUMBERED = re.compile(rf"(\d{{1,3}}){_ORDINAL}")
_INSIDE = re.compile(r"(?i)\b(?:apt|apartment|suite|ste|unit|room|rm|floor|fl|basement|#).*$")
_WORD = r"(?:[A-Z][\w'’-]*\.?|\d{1,3}(?:st|nd|rd|th))"
_IN_TEXT = re.compile(
    rf"(?:{_WORD} ){{1,4}}(?i:{'|'.join(sorted(_TOLD, key=len, reverse=True))}|st|rd)(?![\w'’])"
    r"|(?<![\w'’])(?:Avenue|Ave\.?) (?:of the [A-Z]\w+|[A-Z])(?![\w'’])"
)
"""A street in a sentence: words that are written as a name before what a street is."""
_HAN_STREET = re.compile(r"([㐀-鿿]{1,8}?)(大道|大街|街|路|巷|胡同)")
_HAN_BEFORE = re.compile(r".*[在住到去从于往的是向离过市区县镇省和跟与及就]")
_NO_HAN_STREET = frozenset("马公铁道走一上下半同水网电思出线套门活迷")
"""What makes another word of the sign of a street: 马路 is any road, 上街 is to go out."""
_LONGEST_HAN = 4
_ROADSIDE = frozenset({"law", "firm", "firms", "lawyer", "lawyers", "bank", "banks", "banker", "bankers"})


@dataclass(frozen=True, slots=True)
class Street:
    """The words of a street of the case, lower case, as one of the ways of writing it; `beside`: with what it is."""

    path: str
    words: tuple[str, ...]
    beside: bool
    part: bool = False
    """Whether it is the last word of a longer name: a person looks."""

    @property
    def spelling(self) -> str:
        """Its words joined, as `Reading.spelled` gives them back."""
        return "".join(self.words)

    def found_in(self, reading: Reading, spelled: Spelled | None = None) -> Iterator[Found]:
        """Yield it where its words stand side by side."""
        if reading.kind is Kind.RAW:
            return
        spelled = reading.spelled(Wanted.of([self.spelling])) if spelled is None else spelled
        ends = frozenset(accumulate(map(len, self.words)))
        for window in spelled.get(self.spelling, ()):
            opens = len(window.words) == 1 and window.words[0].opens and len(reading.words) > 2  # noqa: PLR2004
            if opens and not self.beside and reading.kind not in STRICT:
                continue  # "Sample briefs" is no street
            if window.cuts <= ends and (level := self._level(reading, window.as_name, window.words[-1].end)):
                yield level, NUMBERS, self.path

    def _level(self, reading: Reading, as_name: bool, end: int) -> Level | None:  # noqa: FBT001 - what was found
        """Return how bad one place is; English words in small letters name no street, and Wall Street firms none."""
        strict = reading.kind in STRICT and not reading.shelf
        english = all(word in WORD_LIKE or word in _ANY_WAY for word in self.words)
        if self.beside and not self.part:
            behind = reading.folded[end : end + 12].lower().split()
            if behind and behind[0].strip(".,;:") in _ROADSIDE:
                return Level.ASK
            return Level.BLOCK if as_name or strict or not english else Level.ASK
        if reading.shelf or not (as_name or strict) or (english and len(self.words) == 1 and not self.alone):
            return None
        return Level.BLOCK if strict and not english else Level.ASK

    @property
    def alone(self) -> bool:
        """Whether it is a street without saying so: Broadway."""
        return self.spelling in STREET_ALONE


@dataclass(frozen=True)
class NumberedStreet:
    """A street of the case that has a number for a name: 41st Road, in figures and in words."""

    path: str
    number: str
    ways: tuple[str, ...]

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield it where its number stands before what it is."""
        if reading.kind is Kind.RAW or reading.lowers.isdisjoint((*self.ways, *_ELSEWHERE)):
            return
        found = {(one["as"], one["way"]) for view in reading.views for one in self._shape.finditer(view)}
        if found:
            named = any(way is None or ordinal or way[0].isupper() for ordinal, way in found)
            yield (Level.BLOCK if named or reading.kind in STRICT else Level.ASK), NUMBERS, self.path

    @cached_property
    def _shape(self) -> re.Pattern[str]:
        """The number and what the street is: surely so with the ending of a numeral, or a capital letter."""
        ways, spanish = "|".join(self.ways), "|".join(_ELSEWHERE)
        said = rf"0*{self.number}(?P<as>{_ORDINAL})[\s_-]*(?P<way>{ways})"
        return re.compile(rf"(?i)(?<![\d.§$-])(?:{said}|(?:{spanish}) {self.number})(?!\w)")


@dataclass(frozen=True, slots=True)
class HanStreet:
    """A street of the case in Chinese characters."""

    path: str
    name: str

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield it anywhere; one of two characters may be the ends of two words, and a person looks."""
        if self.name in reading.han:
            yield (Level.BLOCK if len(self.name) > 2 else Level.ASK), NUMBERS, self.path  # noqa: PLR2004


_NAMED = rf"(?<![\w'’.])(?!(?:{'|'.join(map(str.title, sorted(NO_STREETS | COURTS)))})\b){_WORD}(?: {_WORD}){{0,3}}"
_SAID = re.compile(
    rf"{_NAMED} (?i:{'|'.join(sorted(_CLEAR, key=len, reverse=True))}|rd)(?![\w'’])"
    rf"|{_NAMED} (?:St|ST|st)(?![\w'’]|\.? [A-Z])"
    rf"|(?i:\b(?:on|off|near|along|at|behind|to|from) )(?:the )?{_NAMED} "
    rf"(?:{'|'.join(map(str.title, sorted(_DOUBTFUL)))}"
    r"|Dr|Pl|Sq|Ct)(?![\w'’]|\.? [A-Z])"
    r"|(?<![\w'’])Avenue (?:of the [A-Z]\w+|[A-Z])(?![\w'’])|(?<![\w'’-])(?:Broadway|Bowery)(?![\w'’-])"
    rf"|(?i:\b(?:on|off|near|along|at) )(?!(?:{'|'.join(sorted(_ANY_STREET))})\b)[a-z]{{3,}}(?: [a-z]{{3,}})?"
    r" (?:boulevard|blvd|parkway|avenue|turnpike|street|road)(?![\w'’-])"
)
"""A street without a number: written as a name, or behind a word that says where."""


def streets_said(reading: Reading) -> Iterator[str]:
    """Yield the streets that a text names without a house's number, whoever they belong to."""
    if not reading.lowers.isdisjoint(_SIGNS):
        for found in _SAID.finditer(reading.folded):
            words = found[0].lower().split()
            if words[-1] not in {"court", "ct"} or words[-2] not in COURTS:
                yield found[0]


AnyStreet = Street | NumberedStreet | HanStreet


def streets_of(path: str, line: str) -> Iterator[AnyStreet]:
    """Yield what to look for of the street in an address line: ``58-22 Sample Hawthorn Street``."""
    folded = english_digits(_INSIDE.sub("", fold(line)))
    folded = re.sub(r"^\W*\d[\d-]*[A-Za-z]?\b(?!\s*(?:st|nd|rd|th)\b)[\s,]*(?=\S)", "", folded.strip()) or folded
    yield from _street(path, re.findall(r"[a-z]+|\d+(?:st|nd|rd|th)?(?![a-z])", re.sub(r"['’.]", "", folded.lower())))
    yield from _in_chinese(path, line)


def streets_in(path: str, text: str) -> Iterator[AnyStreet]:
    """Yield what to look for of the streets that a sentence names."""
    folded = fold(text)
    for found in _IN_TEXT.finditer(folded):
        words = re.findall(r"[a-z]+|\d+(?:st|nd|rd|th)", re.sub(r"['’.]", "", english_digits(found[0]).lower()))
        if len(words) > 1 and words[-2] not in COURTS:
            yield from _street(path, words)
    yield from _in_chinese(path, text)


def _street(path: str, words: list[str]) -> Iterator[AnyStreet]:
    """Yield the ways of writing one street, by its words without a house's number."""
    while len(words) > 1 and words[-1] in STREET_SIDES:
        words.pop()
    while len(words) > 2 and words[0] in STREET_SIDES and words[1] not in _ANY_WAY:  # noqa: PLR2004 - East 41st Street
        words.pop(0)
    if not words:
        return
    if len(words) > 1 and words[0] in _ANY_WAY and words[-1] not in _ANY_WAY:  # Avenue U, Avenue of the Americas
        ways, name, before = _ANY_WAY[words[0]], tuple(words[1:]), True
    else:
        ways, name, before = _ANY_WAY.get(words[-1], ()), tuple(words), False
        name = name[:-1] if ways else name
    numbered = _NUMBERED.fullmatch(name[0]) if len(name) == 1 else None
    if numbered and ways:
        yield NumberedStreet(path, numbered[1], ways)
        return
    name = tuple(word for word in name if word.isalpha())
    if name:
        yield from _named(path, name, ways, before=before)


def _named(path: str, name: tuple[str, ...], ways: tuple[str, ...], *, before: bool) -> Iterator[Street]:
    """Yield the spellings of a street that words name."""
    for way in ways:
        yield Street(path, (way, *name) if before else (*name, way), beside=True)
    if before:
        return
    for way in _ELSEWHERE:
        yield Street(path, (way, *name), beside=True)
    if len(name) > 1:
        for way in ways:
            yield Street(path, (name[-1], way), beside=True, part=name[-1] in WORD_LIKE or len(name[-1]) < LONG_GIVEN)
    if len(name) > 1 or name[0] in STREET_ALONE or (name[0] not in WORD_LIKE and len(name[0]) >= LONG_GIVEN):
        yield Street(path, name, beside=False)


def _in_chinese(path: str, text: str) -> Iterator[HanStreet]:
    """Yield the streets that a text writes in Chinese, without the town before them: 法拉盛王子街 is 王子街."""
    for found in _HAN_STREET.finditer(fold(text)):
        name = _HAN_BEFORE.sub("", found[1])
        for place in PLACES:
            name = name.removeprefix(place)
        name = name[-_LONGEST_HAN:]
        whole = name + found[2]
        if name and name[-1] not in _NO_HAN_STREET and whole not in HAN_WORDS:
            yield HanStreet(path, whole)
