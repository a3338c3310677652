"""Names that stand only in what the client said: a person in a sentence, her child's school, what somebody is called.

Nobody entered them as a name, so they are asked about, rules (2) and (4), and never stop a paper by themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from legalassist.disclosure.folding import fold
from legalassist.disclosure.han_names import words as han_words
from legalassist.disclosure.hits import Level
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.numbers import Phrase, is_telling_word
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading, Word
from legalassist.disclosure.romanisations import syllables
from legalassist.disclosure.word_lists import (
    BUSINESSES,
    EVERYDAY_WORDS,
    GENERIC,
    HAN_SURNAMES,
    OFFICIAL_WORDS,
    OPENERS,
    ROLES,
    SENTENCE,
    SENTENCE_WORDS,
    STREET_ALONE,
    STREETS,
    TITLE_WORDS,
    TITLES,
    TOWNS,
    WORD_LIKE,
)
from legalassist.stores.spelling import sounds

_LONGEST = 5
"""Words in capital letters in a row that are a name; more are a heading, or a sentence in capitals."""
_NO_NAME = SENTENCE_WORDS | OPENERS | SENTENCE | ROLES | TITLES | TITLE_WORDS | GENERIC
_ENGLISH = WORD_LIKE | EVERYDAY_WORDS | BUSINESSES | STREETS | STREET_ALONE
_SCHOOL = re.compile(r"(?<![A-Za-z])([PIMJH])\.?\s?S\.?\s?#?\s?(\d{1,3})(?!\d)")
"""A public school of New York by its number: P.S. 20, I.S. 5."""
ONE_NAME = re.compile(r"[ \t'’-]?")
"""What stands between two words of one name."""
_CALLED = re.compile(r"[阿小老][㐀-鿿]|[㐀-鿿]{1,2}?(?:姐|哥|嫂|叔|姨|老板娘|老板|师傅|阿姨)(?![㐀-鿿]?妹)")
_TITLE = re.compile(r"(姐|哥|嫂|叔|姨|老板娘|老板|师傅|阿姨)$")
_NO_PART = frozenset(
    "大小表堂亲我你他她它您们的地得二三四五六七八九十一老姐哥妹弟阿嫂叔姨么这那是和跟与几总新旧女男前个名位两有没叫"
    "由天道费修找问给让被对把向见说到在从了着过去来当做像如同空帅美国中外工饭店里厂家师父母爸妈舅伯婶公婆每各某本"
) - {"美"}  # fmt: skip
"""What makes kin, or no name, of the title behind it: 表姐, 我哥, 的老板."""


@dataclass(frozen=True)
class SaidInChinese:
    """What a sentence of the client's names in Chinese: how somebody is called (美姐), or a place (霞浦县)."""

    path: str
    native: str
    rule: int = 4

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield it where its characters stand: a person looks."""
        if not reading.shelf and self.native in reading.han:
            yield Level.ASK, self.rule, self.path


@dataclass(frozen=True)
class School:
    """A public school by its number."""

    path: str
    kind: str
    number: str

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield it where a text names it, however it is dotted: a person looks."""
        looked = reading.kind is not Kind.RAW and not reading.shelf and self.number in reading.folded
        if looked and self._shape.search(reading.folded):
            yield Level.ASK, 2, self.path

    @cached_property
    def _shape(self) -> re.Pattern[str]:
        return re.compile(rf"(?i)(?<![a-z]){self.kind}\.?\s?s\.?[\s_-]?(?:#|no\.?)?\s?0{{0,2}}{self.number}(?!\d)")


def said_in(path: str, value: str) -> Iterator[Phrase | School | SaidInChinese]:
    """Yield what a text in sentences names: people and businesses, schools by their number, nicknames."""
    yield from (Phrase(path, words, worst=Level.ASK, as_name=True) for words in _names_in(value))
    yield from _schools_in(path, value)
    for native in _nicknames_in(value):
        yield SaidInChinese(path, native)
        for said in _in_latin(native):
            yield Phrase(path, said, 4, Level.ASK, as_name=native[0] == "阿")


def _schools_in(path: str, value: str) -> Iterator[School]:
    """Yield the public schools that a text names by number."""
    for found in _SCHOOL.finditer(fold(value)):
        yield School(path, found[1].lower(), str(int(found[2])))


def _names_in(value: str) -> Iterator[tuple[str, ...]]:
    """Yield what is written as a name in sentences, lower case: two words and more in capital letters in a row.

    Without what a sentence begins with; not towns that everybody says, courts, offices, forms and days.
    """
    reading = Reading("", Kind.TEXT, value)
    for run in _capital_runs(reading):
        words = _stripped(run)
        lowers = tuple(word.lower for word in words)
        if 1 < len(lowers) <= _LONGEST and _names_somebody(lowers):
            yield lowers
            if len(lowers) > 2 and words[0].opens:  # noqa: PLR2004 - "Later Grace Holloway": the first may be no name
                yield lowers[1:]
        elif len(lowers) == 1 and _behind_a_title(reading, words[0]) and is_telling_word(lowers[0]):
            yield lowers


def _stripped(run: tuple[Word, ...]) -> list[Word]:
    """Return words in a row without those at its ends that name nobody."""
    words = list(run)
    while words and (words[0].lower in _NO_NAME or len(words[0].lower) < 2):  # noqa: PLR2004 - a letter
        words.pop(0)
    while words and (words[-1].lower in _NO_NAME or len(words[-1].lower) < 2):  # noqa: PLR2004
        words.pop()
    return words


def _behind_a_title(reading: Reading, word: Word) -> bool:
    """Say whether a title stands before a word: Ms. Alvarado."""
    at = reading.number_of(word)
    before = reading.words[at - 1] if at else None
    return before is not None and before.lower in TITLES | TITLE_WORDS and reading.beside(before, word)


def _names_somebody(words: tuple[str, ...]) -> bool:
    """Say whether words in a row may name somebody: none is a court's or a form's, one is no English word."""
    known = " ".join(words) in TOWNS or not OFFICIAL_WORDS.isdisjoint(words)
    return not known and not set(words) <= _ENGLISH


def _capital_runs(reading: Reading) -> Iterator[tuple[Word, ...]]:
    """Yield the words in capital letters that nothing but a blank or a hyphen parts."""
    run: list[Word] = []
    for word in reading.words:
        between = reading.folded[run[-1].end : word.start] if run else ""
        letter = bool(run) and len(run[-1].text) == 1 and between == ". "  # Maria E. Lopez
        if run and not (word.capital and (letter or ONE_NAME.fullmatch(between))):
            yield tuple(run)
            run = []
        if word.capital:
            run.append(word)
    yield tuple(run)


def _nicknames_in(value: str) -> Iterator[str]:
    """Yield what somebody is called in Chinese with a title (美姐, 陈老板) or as friends do (阿凤, 小凤)."""
    for found in _CALLED.finditer(fold(value)):
        called = found[0]
        name = _TITLE.sub("", called)
        if name == called:
            if _of_friends(called):
                yield called
        elif name and _is_part(name[-1], called.removeprefix(name)) and called not in han_words():
            yield called[len(name) - 1 :]


def _is_part(character: str, title: str) -> bool:
    """Say whether a character before a title is what somebody is called: a surname before a trade (陈老板)."""
    return character not in _NO_PART and (len(title) == 1 or character in HAN_SURNAMES)


def _of_friends(called: str) -> bool:
    """Say whether 阿, 小 or 老 before a character is how somebody is called, and no word (小时, 老家)."""
    if called in han_words() or called[1] in _NO_PART:
        return False
    return called[0] == "阿" or called[1] in HAN_SURNAMES


def _in_latin(native: str) -> Iterator[tuple[str, ...]]:
    """Yield how a nickname sounds, by syllables, lower case: 美姐 is Mei Jie."""
    for sounded in sounds(native)[:1]:  # the usual one
        yield from (way for way in syllables(sounded) if len(way) == len(native))
