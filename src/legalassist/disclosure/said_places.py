"""Places that stand only in what the client said: "a farm near Goshen", 老家在霞浦县. Nobody entered them as a place.

They are asked about, rule (1), and never stop a paper by themselves.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from legalassist.disclosure.dialects import LANGUAGES
from legalassist.disclosure.folding import fold
from legalassist.disclosure.han_names import words as han_words
from legalassist.disclosure.hits import NUMBERS, Level
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.numbers import Phrase
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.places_written import in_characters, is_wide, may_be_told
from legalassist.disclosure.reading import Reading
from legalassist.disclosure.word_lists import (
    BESIDE_TOWNS,
    EVERYDAY_WORDS,
    GENERIC,
    HOLIDAYS,
    OFFICIAL_WORDS,
    OPENERS,
    ROLES,
    SENTENCE,
    SENTENCE_WORDS,
    STREET_ALONE,
    STREETS,
    TITLE_WORDS,
    TITLES,
    WEEKDAYS,
    WORD_LIKE,
)

_BEFORE: Final = frozenset(
    {"in", "at", "near", "to", "from", "of", "outside", "around", "through", "into", "toward", "towards", "via", "off",
     "reached", "left", "called"}
)  # fmt: skip
"""Behind these words a name may be a place's."""
_CALENDAR: Final = frozenset(one.lower() for one in (*calendar.month_name, *calendar.month_abbr) if one)
_KNOWN_NAMES: Final = frozenset(
    {"america", "god", "wechat", "weixin", "whatsapp", "facebook", "google", "instagram", "line", "telegram",
     "medicaid", "medicare", "zelle", "alipay", "uber", "congress", "internet", "christ", "jesus"}
)  # fmt: skip
"""Names that stand behind such words and are no places."""
_NO_NAME: Final = (
    SENTENCE_WORDS | OPENERS | SENTENCE | ROLES | TITLES | TITLE_WORDS | STREETS | STREET_ALONE | WEEKDAYS | HOLIDAYS
    | LANGUAGES | _CALENDAR | _KNOWN_NAMES
)  # fmt: skip
_NO_PLACE: Final = _NO_NAME | GENERIC | WORD_LIKE | EVERYDAY_WORDS | BESIDE_TOWNS
_SHORTEST, _LONGEST = 3, 4
_ONE_NAME: Final = re.compile(r"[ \t'’-]?")
_OF_A_KIND: Final = re.compile(
    r"(?:在|到|去|来自|从|回|老家[在是]?|住在?|是|往|[省市县区镇乡])([㐀-鿿]{2,5}?[省市州县区镇乡村])(?![场民长委口别域])"
)
"""A place by what kind of place it is, behind a word of going or being, or behind another."""
_OF_WORK: Final = re.compile(r"(?:在|到|去)([㐀-鿿]{2,6}?)(?:打工|上班|工作|做工|干活|住|待|落地|下飞机|被捕|被抓)")
_SOME: Final = re.compile("^(?:[这那某每各另哪我你他她它两几]|一[个家间]|本[市县地区])|[们的了个]|[里外上下中边]$")
"""What makes no place of what stands there: 这个城市, 朋友的村."""


@dataclass(frozen=True)
class SaidPlace:
    """A place in Chinese characters, in a sentence of the client's: 霞浦县."""

    path: str
    native: str

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield it where its characters stand: a person looks."""
        if not reading.shelf and self.native in reading.han:
            yield Level.ASK, NUMBERS, self.path


def places_said(path: str, value: str) -> Iterator[Phrase | SaidPlace]:
    """Yield the places that a text in sentences names."""
    yield from (Phrase(path, words, NUMBERS, Level.ASK, as_name=True) for words in _in_letters(value))
    yield from (SaidPlace(path, native) for native in dict.fromkeys(_in_characters(fold(value))))


def _in_letters(value: str) -> Iterator[tuple[str, ...]]:
    """Yield words in capital letters behind a word of place, lower case; not a state, a country, a court or a day."""
    reading = Reading("", Kind.TEXT, value)
    words = reading.words
    for number, before in enumerate(words[:-1]):
        if before.lower not in _BEFORE:
            continue
        run = [before]
        for word in words[number + 1 : number + 2 + _LONGEST]:
            if not word.capital or not _ONE_NAME.fullmatch(reading.folded[run[-1].end : word.start]):
                break
            run.append(word)
        place = tuple(word.lower for word in run[1:])
        if 0 < len(place) <= _LONGEST and _is_place(place):
            yield place


def _is_place(run: tuple[str, ...]) -> bool:
    """Say whether words in a row may be a place: one is no English word, or all together are a name (Cold Spring)."""
    said = " ".join(run)
    telling = len(run) > 1 and _NO_NAME.isdisjoint(run)
    telling = telling or any(len(one) >= _SHORTEST and one not in _NO_PLACE for one in run)
    known = "-".join(run) in OFFICIAL_WORDS | HOLIDAYS or may_be_told(said) or is_wide([one.title() for one in run])
    official = len(OFFICIAL_WORDS.intersection(run)) * 2 > len(run)  # Criminal Court; not Cold Spring
    return telling and not known and not official


def _every(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield every match, those that begin with the end of the one before too: 霞浦县下浒镇."""
    found = pattern.search(text)
    while found is not None:
        yield found
        found = pattern.search(text, found.end() - 1)


def _in_characters(folded: str) -> Iterator[str]:
    """Yield places by their kind, with and without it, and what no dictionary has where somebody worked or lived."""
    for found in _every(_OF_A_KIND, folded):
        if not _SOME.search(found[1]) and found[1] not in han_words():
            yield from in_characters(found[1])
    for found in _OF_WORK.finditer(folded):
        pairs = {found[1][at : at + 2] for at in range(len(found[1]) - 1)}
        if not _SOME.search(found[1]) and pairs.isdisjoint(han_words()) and not may_be_told(found[1]):
            yield found[1]
