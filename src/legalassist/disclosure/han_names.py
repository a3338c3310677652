"""Find a name in Chinese characters: rules (3), (4), (5) and (6) of docs/decisions/0012-disclosure.md."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import accumulate

from legalassist.disclosure.hits import Level
from legalassist.disclosure.latin_names import Found, family_length
from legalassist.disclosure.parts import STRICT
from legalassist.disclosure.reading import Reading
from legalassist.disclosure.word_lists import HAN_TITLES_AFTER, HAN_TITLES_BEFORE, HAN_WORDS
from legalassist.facts.names import JOINED_SURNAMES

_MASKS = r"*xX○〇●□■_?△#"  # noqa: RUF001 - the round zero that hides a character
_LONG = 3
_AROUND = 12
"""Characters before and behind a name that decide how the words there are cut."""


@dataclass(frozen=True)
class HanName:
    """One name in Chinese characters, folded to one script; `person` is False for a business or a nickname."""

    path: str
    full: str
    person: bool = True

    @property
    def family(self) -> str:
        """The surname."""
        return self.full[: family_length(self.full)]

    @property
    def given(self) -> str:
        """The given name."""
        return self.full[family_length(self.full) :]

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield everything of this name that a text shows."""
        if reading.han:
            yield from self._full(reading)
            if self.person:
                yield from self._given(reading)
                if not reading.shelf:
                    yield from self._titled(reading)
                    yield from self._doubled(reading)
                    if self._masked.search(reading.folded):
                        yield (Level.BLOCK if reading.kind in STRICT else Level.ASK), 6, self.path

    def _full(self, reading: Reading) -> Iterator[Found]:
        """Yield the whole name; one of two characters may be the end of one word and the beginning of another."""
        if len(self.full) >= _LONG:
            if self.full in reading.han or (self.person and self.given + self.family in reading.han):
                yield Level.BLOCK, 5, self.path
        elif len(self.full) > 1 and not reading.shelf:
            parted = not self.person and self._together.search(reading.folded) is None  # 这个案子长，乐意 is no 长乐
            for crossing in _crossings(self.full, reading.han):
                yield (Level.ASK if crossing or parted else Level.BLOCK), 5, self.path

    def _given(self, reading: Reading) -> Iterator[Found]:
        """Yield a given name of two characters that stands without its surname."""
        given = self.full[1:] if self._two_ways else self.given
        if len(given) < 2 or reading.shelf:  # noqa: PLR2004 - one syllable tells nothing
            return
        for crossing in _crossings(given, reading.han):
            ordinary = crossing or given in words()
            yield (Level.ASK if ordinary else Level.BLOCK), 3, self.path

    @cached_property
    def _together(self) -> re.Pattern[str]:
        """What its characters look like with nothing between them that ends a phrase; a line may end there."""
        return re.compile(r"[^\w,;:!?，。、；：！？]*".join(map(re.escape, self.full)))

    @property
    def _two_ways(self) -> bool:
        """Whether the surname may be one character or two: 张简文. Both are looked for."""
        return len(self.full) == _LONG and self.full[:2] in JOINED_SURNAMES

    def _titled(self, reading: Reading) -> Iterator[Found]:
        """Yield a surname, or a given name of one character, beside a title; 小时 is an hour, not little Shi."""
        for part in dict.fromkeys((self.family, self.given[-1:], self.full[:1] if self._two_ways else self.family)):
            beside = [title + part for title in HAN_TITLES_BEFORE] + [part + title for title in HAN_TITLES_AFTER]
            for said in beside:
                if part and said in reading.han:
                    yield (Level.ASK if said in words() else Level.BLOCK), 4, self.path

    def _doubled(self, reading: Reading) -> Iterator[Found]:
        """Yield a character of the given name said twice, as children and friends are called: 诺诺 of 欧阳诺."""
        for one in dict.fromkeys(self.given):
            # 清清楚楚 is a word that says both of its characters twice.
            if one * 2 not in words() and re.search(rf"{one}{one}(?!(.)\1)", reading.han):
                yield (Level.BLOCK if reading.kind in STRICT else Level.ASK), 4, self.path

    @cached_property
    def _masked(self) -> re.Pattern[str]:
        """The name with characters hidden: 王某, 王*媺, 王小*."""
        family, given = re.escape(self.family), [re.escape(one) for one in self.given]
        mask = rf"[{re.escape(_MASKS)}]"
        if self._two_ways:
            family = rf"(?:{family}|{re.escape(self.full[0])})"
        shapes = [rf"{family}\s?某", rf"{family}\s?{mask}{{1,3}}"]
        if len(self.full) >= _LONG:
            shapes += [rf"{re.escape(self.full[0])}\s?{mask}{{1,3}}\s?{re.escape(self.full[-1])}"]
        if len(given) > 1:
            shapes += [rf"{family}\s?{given[0]}\s?(?:{mask}|某)"]
        if given:
            shapes += [rf"(?:{mask}|某)\s?{''.join(given)}"]
        return re.compile("|".join(shapes))


@cache
def words() -> frozenset[str]:
    """Return ordinary Chinese words of two characters: the list the program already has, for passphrases."""
    text = files("legalassist.stores").joinpath("words", "zh_Hans.txt").read_text(encoding="utf-8")
    return HAN_WORDS.union(text.split())


def _crossings(name: str, han: str) -> Iterator[bool]:
    """Yield, for each place a name of two characters stands at, whether a word's end and another's beginning meet.

    Only if both halves make a word with their neighbours (双方 + 明确), for a name must not hide behind one of them: by
    our own list, or as the words around it are cut.
    """
    at = han.find(name)
    while at >= 0:
        left, right = han[max(at - 1, 0) : at + 1], han[at + len(name) - 1 : at + len(name) + 1]
        yield (left in words() and right in words()) or _across(han, at, at + len(name))
        at = han.find(name, at + 1)


def _across(han: str, start: int, end: int) -> bool:
    """Say whether, with the text cut into words, one ends inside a span and another begins there."""
    from rjieba import cut  # noqa: PLC0415 -- its list takes a tenth of a second; only names of two characters need it

    begin = max(han.rfind(" ", 0, start) + 1, start - _AROUND)
    stop = min(end + _AROUND, *(at for at in (han.find(" ", end), len(han)) if at >= 0))
    edges = set(accumulate(map(len, cut(han[begin:stop])), initial=begin))
    return not edges & {start, end} and any(start < edge < end for edge in edges)
