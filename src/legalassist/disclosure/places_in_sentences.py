"""Places known by where they stand in a sentence: "a farm near Goshen", 老家在霞浦县, whatever towns our lists have.

Those of the client's own sentences are asked about wherever somebody types them, rule (1); in what was typed any of
them is, rule (8). None stops a paper by itself: nobody entered it as a place.
"""

import calendar
import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from legalassist.disclosure.dialects import LANGUAGES
from legalassist.disclosure.han_names import words as han_words
from legalassist.disclosure.hits import NUMBERS, Level
from legalassist.disclosure.numbers import Phrase, is_telling_word
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.places_written import in_characters, is_wide, may_be_told, places_named
from legalassist.disclosure.reading import Reading
from legalassist.disclosure.said_names import ONE_NAME, SaidInChinese
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
from legalassist.languages.formats import country_code

_BEFORE: Final = frozenset(
    {"in", "at", "near", "to", "from", "of", "outside", "around", "through", "into", "toward", "towards", "via", "off",
     "reached", "left", "called"}
)  # fmt: skip
"""Behind these words a name may be a place's."""
_FROM: Final = frozenset({"from", "in", "near", "outside", "around"})
"""Behind these words it most often is."""
_KIND: Final = "(?i:village|township|town|hamlet|county|prefecture|district)"
_KIND_OF_PLACE: Final = (
    re.compile(rf"\b([A-Za-z]{{3,}}(?:-[A-Za-z]+)?) {_KIND}\b"),
    re.compile(rf"\b(?:{_KIND}|(?i:city)) (?i:of|called|named) ([A-Za-z]{{3,}})\b"),
)
_FROM_HAN: Final = re.compile(r"(?:来自|老家[在是])([㐀-鿿]{2,4})(?=[，。、；：,.;\s]|的|人|$)")
_CALENDAR: Final = frozenset(one.lower() for one in (*calendar.month_name, *calendar.month_abbr) if one)
_KNOWN_NAMES: Final = frozenset(
    {"america", "god", "wechat", "weixin", "whatsapp", "facebook", "google", "instagram", "line", "telegram",
     "medicaid", "medicare", "zoom", "word", "excel", "outlook", "teams", "zelle", "alipay", "uber", "congress",
     "internet", "christ", "jesus"}
)  # fmt: skip
"""Names that stand behind such words and are no places."""
_NO_NAME: Final = (
    SENTENCE_WORDS | OPENERS | SENTENCE | ROLES | TITLES | TITLE_WORDS | STREETS | STREET_ALONE | WEEKDAYS | HOLIDAYS
    | LANGUAGES | _CALENDAR | _KNOWN_NAMES
)  # fmt: skip
_NO_PLACE: Final = _NO_NAME | GENERIC | WORD_LIKE | EVERYDAY_WORDS | BESIDE_TOWNS
_SHORTEST, _LONGEST = 3, 4
_ACRONYM: Final = re.compile("[A-Z]{2,5}")
_OF_A_KIND: Final = re.compile(
    r"(?:在|到|去|来自|从|回|老家[在是]?|住在?|是|往|[省市县区镇乡])([㐀-鿿]{2,5}?[省市州县区镇乡村])(?![场民长委口别域])"
)
"""A place by what kind of place it is, behind a word of going or being, or behind another."""
_OF_WORK: Final = re.compile(r"(?:在|到|去)([㐀-鿿]{2,6}?)(?:打工|上班|工作|做工|干活|住|待|落地|下飞机|被捕|被抓)")
_BESIDE: Final = re.compile("(?:在|到|去|回|从|来自|住)[㐀-鿿]{2,12}")
"""As much of a sentence behind a word of going or being as may name where."""
_SOME: Final = re.compile("^(?:[这那某每各另哪我你他她它两几]|一[个家间]|本[市县地区所院])|[们的了个]|[里外上下中边]$")
"""What makes no place of what stands there: 这个城市, 朋友的村."""


def places_said(path: str, value: str) -> Iterator[Phrase | SaidInChinese]:
    """Yield the places that a text in sentences names."""
    reading = Reading("", Kind.TEXT, value)
    for words in _in_letters(reading, _BEFORE):
        yield Phrase(path, words, NUMBERS, Level.ASK, as_name=True)
    yield from (SaidInChinese(path, native, NUMBERS) for native in dict.fromkeys(_in_characters(reading.folded)))


def names_a_place(reading: Reading) -> bool:
    """Say whether a text names a place, whoever's it is: "from Tantou village", 来自潭头. Rule (8)."""
    found = chain(_in_letters(reading, _FROM), _of_a_kind(reading))
    if reading.han:  # one is enough: the library that cuts Chinese is asked last
        found = chain(found, _from(reading.folded), _in_characters(reading.folded))
    return next(found, None) is not None


def _in_letters(reading: Reading, before: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield words in capital letters behind a word of place, lower case; not a state, a country, a court or a day."""
    words = reading.words
    for number, one in enumerate(words[:-1]):
        if one.lower not in before:
            continue
        run = [one]
        for word in words[number + 1 : number + 2 + _LONGEST]:
            one_name = ONE_NAME.fullmatch(reading.folded[run[-1].end : word.start])
            if not word.capital or _ACRONYM.fullmatch(word.text) or not one_name:
                break
            run.append(word)
        place = tuple(word.lower for word in run[1:])
        if 0 < len(place) <= _LONGEST and _is_place(place):
            yield place


def _of_a_kind(reading: Reading) -> Iterator[str]:
    """Yield names beside what kind of place they are: "Tantou village", "the village of Tantou"."""
    for name in (found[1] for kind in _KIND_OF_PLACE for found in kind.finditer(reading.folded)):
        written = name[0].isupper() or is_telling_word(name)  # "small village"
        told = name.lower() in _NO_PLACE or may_be_told(name) or is_wide([name])
        if written and not told:
            yield name


def _from(folded: str) -> Iterator[str]:
    """Yield what stands behind 来自 and 老家, and is no word, country or place that may be told."""
    for found in _FROM_HAN.finditer(folded):
        name = found[1]
        if not _SOME.search(name) and name not in han_words() and country_code(name) is None and not may_be_told(name):
            yield name


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
    for beside in _BESIDE.finditer(folded):
        for place in places_named(beside[0], sentence=True):
            if not may_be_told(place) and not is_wide([place]):
                yield place
