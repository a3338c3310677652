"""Find a person's name in Latin letters: rules (2), (3), (4), (6) and (7) of docs/decisions/0012-disclosure.md."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import accumulate, pairwise, product

from legalassist.disclosure.hits import Level
from legalassist.disclosure.name_words import own_words, said_syllables
from legalassist.disclosure.parts import STRICT, Kind
from legalassist.disclosure.reading import EIGHT, Reading, Spelled, Window, Word
from legalassist.disclosure.romanisations import cuts, elsewhere, syllables
from legalassist.disclosure.titles import as_one, called_a, has_title
from legalassist.disclosure.word_lists import (
    ABBREVIATIONS,
    PINYIN_ROLES,
    TITLE_WORDS,
    TITLES,
    WORD_LIKE,
)
from legalassist.facts.names import split_native

Found = tuple[Level, int, str]
"""A finding before its place is known: level, rule, path."""

LONG_GIVEN = 5
_PLURAL = 3
"""Letters of a surname whose plural is looked for (the Lins): that of Ha is "has"."""
_NOT_DOUBLED = frozenset({one[: len(one) // 2] for one in PINYIN_ROLES} | {"ha", "he", "la", "na", "pa", "co", "da"})
"""Syllables that said twice are no child's name but a sister, a mother or a laugh: mei (meimei), ma (mama)."""
_VOWELS = re.compile("[aeiouy]+")
_SHORT_TEXT = 2
_NO_SENTENCES = frozenset({Kind.MARKUP, Kind.RAW})


class _Rule(Enum):
    FULL = 2
    GIVEN = 3
    BESIDE = 4
    COMPUTED = 7


@dataclass(frozen=True, slots=True)
class Named:
    """One recorded name of a person: its path and its parts, lower case, letters only."""

    path: str
    family: str = ""
    given: str = ""
    middle: str = ""
    native: str = ""
    written: frozenset[tuple[str, ...]] = frozenset()
    """The parts that the client's own papers write as several words: ``("hiu", "tong")``."""


@dataclass(frozen=True, slots=True)
class _Target:
    """A spelling to look for: which rule it belongs to, whose it is, and where it may be cut into words."""

    rule: _Rule
    path: str
    cuts: frozenset[int]


@dataclass(frozen=True)
class Person:
    """One person under all recorded names; a part of one name beside a part of another is a full name too."""

    names: tuple[Named, ...]

    @cached_property
    def families(self) -> Mapping[str, str]:
        """Surnames with their paths, and the words of those that are written in several (GARCIA LOPEZ)."""
        words = {
            word: name.path
            for name in self.names
            for word in own_words(name.written, name.family, _natives(name)[0])
        }  # fmt: skip
        return {**words, **{name.family: name.path for name in self.names if name.family}}

    @cached_property
    def givens(self) -> Mapping[str, str]:
        """Given and middle names with their paths, and the words of those that are written in several."""
        parts = [(part, name) for name in self.names for part in (name.given, name.middle) if part]
        words = {
            word: name.path for part, name in parts for word in own_words(name.written, part, _natives(name)[1])
        }  # fmt: skip
        return {**words, **{part: name.path for part, name in parts}}

    @cached_property
    def _said(self) -> Mapping[str, str]:
        """Syllables that the papers write as words of a given name, with their paths: SUK CHUN."""
        parts = [(part, name) for name in self.names for part in (name.given, name.middle) if part]
        return {
            word: name.path for part, name in parts for word in said_syllables(name.written, part, _natives(name)[1])
        }  # fmt: skip

    @cached_property
    def targets(self) -> Mapping[str, _Target]:
        """Every spelling that is looked for as whole words: recorded ones first, then computed ones."""
        found: dict[str, _Target] = {}
        found.update(self._computed())
        found.update(self._full(self.families, self._said, _Rule.BESIDE))
        telling = {given: path for given, path in self.givens.items() if is_telling(given)}
        found.update({given: _Target(_Rule.GIVEN, path, self._cuts(given)) for given, path in telling.items()})
        found.update(self._full(self.families, self.givens, _Rule.FULL))
        for name in self.names:  # a middle name stands between, or is written as a letter
            for middle in {name.middle, name.middle[:1]} - {""}:
                for parts in ((name.given, middle, name.family), (name.family, name.given, middle)):
                    found["".join(parts)] = _Target(_Rule.FULL, name.path, self._cuts(*parts))
        for first, second in (
            words[:2] for name in self.names for words in name.written if "".join(words) == name.given
        ):
            for family in self.families:  # Maria E. Garcia
                parts = (first, second[0], family)
                found.setdefault("".join(parts), _Target(_Rule.FULL, self.families[family], self._cuts(*parts)))
        return found

    def _full(
        self, families: Mapping[str, str], givens: Mapping[str, str], rule: _Rule
    ) -> Iterator[tuple[str, _Target]]:
        """Yield surname and given name in both orders."""
        for family in families:
            for given, path in givens.items():
                for parts in ((family, given), (given, family)):
                    yield "".join(parts), _Target(rule, path, self._cuts(*parts))

    def _cuts(self, *parts: str) -> frozenset[int]:
        """Return where a joined name may be cut: as `cuts` says, and where a spelling of several words is cut."""
        found, at = set(cuts(*parts)), 0
        for part in parts:
            found |= {at + cut for cut in self._inner_cuts.get(part, ())}
            at += len(part)
        return frozenset(found)

    @cached_property
    def _in_words(self) -> Mapping[str, tuple[str, ...]]:
        """Parts that the person's papers write in several words, by what these join to."""
        return {"".join(words): words for name in self.names for words in name.written}

    @cached_property
    def _recorded_cuts(self) -> Mapping[str, frozenset[int]]:
        """Where the person's papers cut the parts that they write in several words."""
        return {joined: frozenset(accumulate(map(len, words))) for joined, words in self._in_words.items()}

    @cached_property
    def _inner_cuts(self) -> Mapping[str, frozenset[int]]:
        """Where parts may be cut that are written in several words, by the papers or by a computed spelling."""
        computed = (self._elsewhere(surname=surname) for surname in (True, False))
        made = {part: inner for parts in computed for part, (_, inner) in parts.items()}
        return {**made, **self._recorded_cuts}

    def _elsewhere(self, *, surname: bool) -> Mapping[str, tuple[str, frozenset[int]]]:
        """Return other spellings of surnames or of given names: with the path, and where they may be cut."""
        found = {}
        for name in self.names:
            size = family_length(name.native)
            native = name.native[:size] if surname else name.native[size:]
            for latin in {name.family} if surname else {name.given, name.middle}:
                for joined, inner in elsewhere(latin, native, surname=surname).items():
                    found[joined] = (name.path, inner)
        return found

    def _computed(self) -> Iterator[tuple[str, _Target]]:
        """Yield other spellings of the whole name and of the given name: hints, never recorded."""
        families = {**{part: path for part, (path, _) in self._elsewhere(surname=True).items()}, **self.families}
        givens = {**{part: path for part, (path, _) in self._elsewhere(surname=False).items()}, **self.givens}
        for given, path in givens.items():
            if is_telling(given) or (len(given) >= LONG_GIVEN and len(self._inner_cuts.get(given, ())) > 1):
                yield given, _Target(_Rule.COMPUTED, path, self._cuts(given))
        for given, path in self.givens.items():
            for syllable in {ways[-1] for ways in syllables(given) if ways} - _NOT_DOUBLED:
                yield syllable * 2, _Target(_Rule.COMPUTED, path, cuts(syllable, syllable))
        yield from self._full(families, givens, _Rule.COMPUTED)

    @cached_property
    def short(self) -> Mapping[str, str]:
        """Parts that are short or look like words, with their paths: rule (4)."""
        parts = {part: path for part, path in self.givens.items() if not is_telling(part)}
        return {part: path for part, path in {**self.families, **parts}.items() if len(part) > 1}

    @cached_property
    def _households(self) -> Mapping[str, str]:
        """Surnames as a family is called (the Lins), with their paths."""
        return {family + "s": path for family, path in self.families.items() if len(family) >= _PLURAL}

    @cached_property
    def called(self) -> Mapping[str, str]:
        """What a title can stand beside: short parts, and the last syllable of a given name (``Ah Mei``)."""
        last = {ways[-1]: path for given, path in self.givens.items() for ways in syllables(given) if ways}
        return {**self._households, **last, **self._said, **self.givens, **self.short}

    @cached_property
    def initials(self) -> Mapping[str, str]:
        """The letters a name can be shortened to, in both orders (``wxm``, ``xmw``), with their paths."""
        found: dict[str, str] = {}
        for family in self.families:
            for given, path in self.givens.items():
                for first, rest in product(self._family_letters(family), self._given_letters(given)):
                    found[first + rest] = found[rest + first] = path
        return found

    def _family_letters(self, family: str) -> frozenset[str]:
        """Return the letters of a surname: its first, and of one of two characters or words (``oy``) those of both."""
        compound = any(name.family == family and family_length(name.native) > 1 for name in self.names)
        ways = [ways for ways in syllables(family) if compound and len(ways) > 1]
        return frozenset({family[0], *map(_firsts, ways), _firsts(self._in_words.get(family, (family,)))})

    def _given_letters(self, given: str) -> frozenset[str]:
        """Return the letters of a given name: its first, those of its syllables, and of its words as recorded."""
        return frozenset({given[0], *map(_firsts, syllables(given)), _firsts(self._in_words.get(given, (given,)))})

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Everything that is looked for as whole words side by side."""
        return frozenset(self.targets) | self.initials.keys() | self.families_with_letters.keys() | self.called.keys()

    @property
    def whole(self) -> Mapping[str, str]:
        """Recorded whole names and given names that tell by themselves, joined, with their paths."""
        return {one: target.path for one, target in self.targets.items() if target.rule is not _Rule.COMPUTED}

    def found_in(self, reading: Reading, spelled: Spelled, common: frozenset[str]) -> Iterator[Found]:
        """Yield everything of this person's name in Latin letters that a text shows.

        `spelled`: the text's words that spell something wanted, by `Reading.spelled`; `common`: English words.
        """
        for joined in self.targets.keys() & spelled.keys():
            target = self.targets[joined]
            for window in spelled[joined]:
                if window.letters or window.cuts <= target.cuts or _long_enough(joined, target):
                    yield from _judged(window, target, reading, common)
        if reading.kind is not Kind.RAW:
            yield from self._glued(reading)
        if reading.kind not in _NO_SENTENCES:
            yield from self._short_parts(reading, spelled)
            yield from self._shortened(reading, spelled)

    def _glued(self, reading: Reading) -> Iterator[Found]:
        """Yield full names of eight letters and more inside a longer run of letters."""
        if self._glued_beginnings.keys().isdisjoint(reading.eights):
            return
        for beginning in self._glued_beginnings.keys() & reading.eights:
            for joined in self._glued_beginnings[beginning]:
                if any(joined in run and joined != run for run in reading.long_words):
                    yield Level.BLOCK, 2, self.targets[joined].path

    @cached_property
    def _glued_beginnings(self) -> Mapping[str, tuple[str, ...]]:
        """Full names of eight letters and more, by their first eight."""
        found: dict[str, list[str]] = {}
        for joined, target in self.targets.items():
            if target.rule is _Rule.FULL and len(joined) >= EIGHT:
                found.setdefault(joined[:EIGHT], []).append(joined)
        return {beginning: tuple(names) for beginning, names in found.items()}

    def _short_parts(self, reading: Reading, spelled: Spelled) -> Iterator[Found]:
        for joined in () if reading.shelf else self.called.keys() & spelled.keys():
            for window in spelled[joined]:
                if self._one_part(window):
                    if has_title(reading, window):
                        yield Level.BLOCK, 4, self.called[joined]
                    elif joined not in WORD_LIKE and called_a(reading, window):
                        yield Level.ASK, 4, self.called[joined]
                    elif joined in self.short:
                        yield from self._alone(reading, as_one(window.words), self.short[joined])
                    elif joined in self._households and window.as_name and reading.kind is Kind.TEXT:
                        yield Level.ASK, 4, self._households[joined]

    def _one_part(self, window: Window) -> bool:
        """Say whether words side by side are one part of a name: one word, or cut as the person's papers cut it."""
        glued = all(one.end == other.start for one, other in pairwise(window.words))  # McDonald
        return glued or (not window.letters and window.cuts <= self._recorded_cuts.get(window.joined, frozenset()))

    @staticmethod
    def _alone(reading: Reading, word: Word, path: str) -> Iterator[Found]:
        """Yield a short part that stands alone: in metadata it blocks, as a capitalised word a person looks."""
        if reading.kind in STRICT:
            yield Level.BLOCK, 4, path
        elif word.capital and (not word.opens or len(reading.words) <= _SHORT_TEXT):
            yield Level.ASK, 4, path

    def _shortened(self, reading: Reading, spelled: Spelled) -> Iterator[Found]:
        """Yield initials, and a surname beside them (``W. X.``, ``LXM``, ``Wang XM``): rule (6)."""
        if reading.shelf:
            return
        strict = reading.kind in STRICT
        level = Level.BLOCK if strict else Level.ASK
        for joined in self.initials.keys() & spelled.keys():
            path = self.initials[joined]
            for window in spelled[joined]:
                upper = _upper(window.words) and (window.letters or joined not in ABBREVIATIONS)
                if (window.letters or len(window.words) == 1) and (strict or upper):
                    yield level, 6, path
        yield from ((level, 6, path) for path in self._titled_letters(reading))
        for joined in self.families_with_letters.keys() & spelled.keys():
            if any(map(self._name_and_letters, spelled[joined])):
                yield level, 6, self.families_with_letters[joined]

    @cached_property
    def families_with_letters(self) -> Mapping[str, str]:
        """Surnames with the letters of a given name behind or before them (``wangxm``, ``xmwang``).

        Also short given names with the letter of a surname (``O. Li``); a telling one tells without it.
        """
        found: dict[str, str] = {}
        for given, path in self.givens.items():
            if not is_telling(given) and len(given) > 1:
                for letter in {family[0] for family in self.families}:
                    found[letter + given] = found[given + letter] = path
        for family, path in self.families.items():
            letters = {rest for given in self.givens for rest in self._given_letters(given)} - self.givens.keys()
            for rest in letters:
                found[family + rest] = found[rest + family] = path
        return found

    def _titled_letters(self, reading: Reading) -> Iterator[str]:
        """Yield the paths of surnames of which one letter stands behind a title (``Mrs. W``)."""
        first = {family[0]: path for family, path in self.families.items()}
        if first.keys().isdisjoint(reading.lowers):
            return
        for before, word in pairwise(reading.words):
            if word.lower in first and word.capital and before.lower in TITLES | TITLE_WORDS:
                yield first[word.lower]

    def _name_and_letters(self, window: Window) -> bool:
        """Say whether a part stands at one end, written as a name, and capital letters make up the rest."""
        ends = ((window.words[0], window.words[1:]), (window.words[-1], window.words[:-1]))
        parts = self.families.keys() | self.givens.keys()
        return any(name.lower in parts and name.capital and rest and _upper(rest) for name, rest in ends)


def _long_enough(joined: str, target: _Target) -> bool:
    """Say whether a recorded spelling is so long that words side by side hardly spell it by chance, wherever cut."""
    return len(joined) >= EIGHT and target.rule is not _Rule.COMPUTED


def _firsts(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


def _upper(words: tuple[Word, ...]) -> bool:
    return all(word.text.isupper() for word in words)


def _judged(window: Window, target: _Target, reading: Reading, common: frozenset[str]) -> Iterator[Found]:
    """Yield the level of a spelling that was found whole."""
    rule = target.rule.value
    if target.rule is _Rule.COMPUTED:
        if not all(word.lower in common for word in window.words) or window.as_name:
            yield Level.ASK, rule, target.path
        return
    words = window.words
    strict = reading.kind in STRICT and not reading.shelf
    if target.rule is _Rule.BESIDE and not (window.as_name or strict):  # Mei is a syllable
        return
    if window.letters or strict or not all(word.lower in common for word in words):
        yield Level.BLOCK, rule, target.path
    elif len(words) == 1:  # glued together it is an English word: "here"
        if words[0].capital and not words[0].opens and not reading.shelf:
            yield Level.ASK, rule, target.path
    else:
        yield (Level.BLOCK if window.as_name else Level.ASK), rule, target.path


def is_telling(given: str) -> bool:
    """Say whether a given name tells by itself: five letters or two syllables, and no English word. Rule (3)."""
    if given in WORD_LIKE:
        return False
    english = len(given) == LONG_GIVEN - 1 and len(_VOWELS.findall(given.removesuffix("e"))) > 1  # Lucy, not Jane
    return len(given) >= LONG_GIVEN or english or any(len(ways) > 1 for ways in syllables(given))


def _natives(name: Named) -> tuple[str, str]:
    """Return a Chinese name's surname and given name."""
    size = family_length(name.native)
    return name.native[:size], name.native[size:]


def family_length(native: str) -> int:
    """Return how many characters of a Chinese name are the surname."""
    return len(split_native(native)[0]) or 1
