"""How much of a text is the client's, or a relative's: all of it, some of it, nothing.

The search for leaks asks about a short name ("Amy", "Joy", a surname), for any text may hold such a word. On the first
sheet for a firm it is never by chance: "Amy's boss" was said of her. So there every recorded part of every name counts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from legalassist.cases.case import Case
from legalassist.disclosure.folding import fold, is_han
from legalassist.disclosure.identifiers import NOT_OF_THE_CLIENT
from legalassist.disclosure.latin_names import LONG_GIVEN
from legalassist.disclosure.romanisations import elsewhere, syllables
from legalassist.disclosure.word_lists import (
    HAN_TITLES_AFTER,
    HAN_TITLES_BEFORE,
    KIN_AND_TIES,
    ROLES,
    SENTENCE,
    SENTENCE_WORDS,
    TITLE_WORDS,
    TITLES,
    TITLES_AFTER,
)
from legalassist.facts.names import split_native
from legalassist.facts.values import PersonName, is_name
from legalassist.languages.scripts import to_simplified
from legalassist.placement.kinship import is_kin
from legalassist.placement.said_alike import alike
from legalassist.stores.spelling import plain, sounds

ADVERSE = ("adverse", "first.conflict_names", "trafficking.who_gained", "jobs", "representation.name")
"""Where the facts begin whose names the first sheet is for."""
WHERE_IT_WAS = "trafficking.places"
"""Where the work was, as the client lists it: beside the towns of `jobs`, which stand among the facts above."""
_STAFF = ("translator.", "preparer.", "attorney.", *NOT_OF_THE_CLIENT)
POSSESSIVE = r"(?<=\w)['’\u02bc`\u00b4]s?(?!\w)"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_NAMES = TITLES | TITLE_WORDS | TITLES_AFTER | ROLES | SENTENCE | SENTENCE_WORDS | KIN_AND_TIES
"""Words beside a name that name nobody."""
_BESIDE_HAN = "的和与跟是在小老阿大姐哥妹弟叔姨婶嫂妈爸爹娘我她他又叫名"
_NO_NAMES_HAN = sorted(
    {*(one for one in ROLES if not one.isascii()), *HAN_TITLES_BEFORE, *HAN_TITLES_AFTER, *_BESIDE_HAN},
    key=len,
    reverse=True,
)
_ELDEST = frozenset({"da", "er", "san"})
"""What stands before a syllable of a name to call somebody: 大凤."""
_ENDEARING = frozenset("儿仔")
_MOST_WORDS = 6
_SHORTEST = 2


class Share(Enum):
    """How much of a text is a name of hers or of her family."""

    ALL = "all"
    MAYBE = "maybe"
    """All of it is another spelling, or the last syllable, of one."""
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True)
class HerWords:
    """The recorded names of one person, or of several: in letters and in characters."""

    names: tuple[PersonName, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every part as recorded, joined and word by word, bare letters."""
        found = {way for name in self.names for part in _latin(name) for way in (part, *re.split(r"[\W_]+", part))}
        whole = {way for name in self.names for way in (name.family + name.given, name.given + name.family)}
        return frozenset(bare for way in found | whole if len(bare := plain(_no_han(way))) >= _SHORTEST)

    @cached_property
    def wholes(self) -> frozenset[str]:
        """Every part as recorded, joined: not the syllables of one ("Siu" of Siu Ling)."""
        return frozenset(bare for name in self.names for part in _latin(name) if len(bare := plain(part)) >= _SHORTEST)

    def beside_others(self, name: PersonName) -> bool:
        """Say whether a name that was entered in its parts has one of these beside a word, a sign, or another of them.

        "Amy" may be anybody's given name; "Peter Amy", "Peter (Amy)" and "Amy Xiaomei" say more.
        """
        for part in (name.family, name.given, name.middle):
            tokens = words_of(_no_han(fold(re.sub(POSSESSIVE, " ", part))))
            if plain(part) not in self.wholes and set(_covered(tokens, self.wholes)):
                return True
        return to_simplified("".join(name.native.split())) in self.characters

    @cached_property
    def heard(self) -> frozenset[str]:
        """Every part, and the whole name, as recorded and in other spellings: the characters may be on record alone."""
        return self.words | self._spelled(surname=True) | self._spelled(surname=False) | self.heard_whole

    @cached_property
    def heard_whole(self) -> frozenset[str]:
        """A surname beside a given name, of whichever names of one person, and a long given name by itself."""
        families, givens = self._spelled(surname=True), self._spelled(surname=False)
        both = {way for family in families for given in givens for way in (family + given, given + family)}
        natives = ("".join(filter(is_han, fold(name.native))) for name in self.names)
        whole = {sound for native in natives for sound in sounds(native)}
        return frozenset(both | whole | {given for given in givens if len(given) >= LONG_GIVEN})

    def _spelled(self, *, surname: bool) -> frozenset[str]:
        """Return the surnames, or the given names, as recorded and in other spellings."""
        found: set[str] = set()
        for name in self.names:
            family, given = split_native("".join(filter(is_han, fold(name.native))))
            latin, part = (name.family, family) if surname else (name.given, given)
            found |= {plain(latin), *elsewhere(plain(latin), part, surname=surname), *sounds(part)}
        return frozenset(one for one in found if len(one) >= _SHORTEST)

    @cached_property
    def computed(self) -> frozenset[str]:
        """The same, and the last syllable of a given name ("Mei" of Xiaomei)."""
        last = (ways[-1] for name in self.names for ways in syllables(plain(name.given)) if ways)
        return self.heard | {one for one in last if len(one) >= _SHORTEST}

    def sounds_like(self, said: str) -> bool:
        """Say whether all the letters of a text, or all its characters, are another spelling of a whole name."""
        folded = fold(said)
        tokens, han = words_of(_no_han(folded)), "".join(filter(is_han, folded))
        latin = len(tokens) > 1 and "".join(tokens) in self.heard_whole
        return latin or (len(han) >= _SHORTEST and not self.heard_whole.isdisjoint(sounds(han)))

    def called(self, said: str) -> bool:
        """Say whether a text may call by another form of a given name: "Jennie" of Jenny, "Da Feng" of Jinfeng."""
        tokens = words_of(_no_han(fold(said)))
        joined = "".join(tokens)
        twice = len(joined) > _SHORTEST and joined == 2 * (half := joined[: len(joined) // 2]) and half in self.computed
        eldest = len(tokens) > 1 and tokens[0] in _ELDEST and tokens[1] in self.computed
        return twice or eldest or any(alike(token, one) for one in self._givens for token in tokens)

    @cached_property
    def _givens(self) -> frozenset[str]:
        parts = {one for name in self.names for part in (name.given, name.middle) for one in words_of(_no_han(part))}
        return frozenset(one for one in parts if is_name(one) and one not in _NO_NAMES)

    @cached_property
    def _given_characters(self) -> frozenset[str]:
        """The characters of given names: 凤 of 郑金凤, who may be called 大凤."""
        natives = ("".join(filter(is_han, fold(name.native))) for name in self.names)
        return frozenset(to_simplified("".join(split_native(native)[1] for native in natives)))

    @cached_property
    def characters(self) -> tuple[str, ...]:
        """Whole names, given names and surnames in characters of one script, the longest first."""
        found = set()
        for name in self.names:
            for part in (name.native, name.family, name.given):
                han = "".join(filter(is_han, fold(part)))
                found |= {to_simplified(one) for one in (han, *split_native(han)) if one}
        return tuple(sorted(found, key=len, reverse=True))

    def share_of(self, said: str) -> Share:
        """Say how much of a text is one of these names; what somebody is counts for nothing ("boss Amy")."""
        folded = fold(re.sub(POSSESSIVE, " ", said))
        latin, han = self._of_words(words_of(_no_han(folded))), self._of_han("".join(filter(is_han, folded)))
        both = {latin, han} - {None}
        if Share.NONE in both and len(both) > 1:
            return Share.SOME
        for share in (Share.SOME, Share.NONE, Share.MAYBE, Share.ALL):
            if share in both:
                return share
        return Share.NONE

    def _of_words(self, tokens: list[str]) -> Share | None:
        """Return the share of Latin words; None where there are none that could name anybody."""
        count = range(len(tokens))
        known = set(_covered(tokens, self.words))
        naming = {at for at in count if tokens[at] not in _NO_NAMES} | known
        if not naming:
            return None
        if known >= naming:
            return Share.ALL
        if naming <= set(_covered(tokens, self.computed)):
            return Share.MAYBE
        return Share.SOME if known else Share.NONE

    def _of_han(self, han: str) -> Share | None:
        """Return the share of Chinese characters; a surname or a single character alone is part of many words."""
        if not han:
            return None
        rest = to_simplified(han)
        known = [one for one in self.characters if one in rest]
        for one in known:
            rest = rest.replace(one, "")
        for one in _NO_NAMES_HAN:
            rest = rest.replace(one, "")
        if not rest:
            return Share.ALL if known else None
        if any(len(one) >= _SHORTEST for one in known):
            return Share.SOME
        if len(han) > 1 and len(called := set(rest) - _ENDEARING) == 1 and called <= self._given_characters:
            return Share.MAYBE
        return Share.MAYBE if len(han) >= _SHORTEST and not self.heard.isdisjoint(sounds(han)) else Share.NONE


def hers_and_theirs(case: Case) -> tuple[HerWords, ...]:
    """Return the names of the client, and of each relative, in answers that were replaced as well."""
    found: dict[str, list[PersonName]] = {}
    for answer in case.answers:
        if isinstance(answer.value, PersonName) and not answer.path.startswith((*ADVERSE, *_STAFF)):
            whose = answer.path.partition(".")[0]
            found.setdefault(whose, []).append(answer.value)
    return tuple(HerWords(tuple(names)) for names in found.values())


def together(people: Iterable[HerWords]) -> HerWords:
    """Return the names of several people as those of one."""
    return HerWords(tuple(name for one in people for name in one.names))


def words_of(text: str) -> list[str]:
    """Return the words of a text as bare letters: "AmyHo" is two, "Xiao-Mei" too, "Amys" without its s stays."""
    return [bare for one in re.split(r"[\W_]+", _HUMP.sub(" ", text)) if (bare := plain(one))]


def says_whose(said: str) -> bool:
    """Say whether a text tells whose somebody is ("Amy's boss", "May's Mother"): no name of a business does."""
    words = re.findall(r"[^\W_]+", re.sub(POSSESSIVE, " ", fold(said)).lower())
    owned = re.search(POSSESSIVE, fold(said)) is not None or any(one in {"of", "the"} for one in words)
    return owned and any(one in ROLES | TITLE_WORDS or is_kin(one) for one in words)


def _covered(tokens: list[str], parts: frozenset[str]) -> Iterator[int]:
    """Yield the places of the words that side by side make a part; a plural without apostrophe counts ("Amys")."""
    for start in range(len(tokens)):
        for end in range(start + 1, min(start + _MOST_WORDS, len(tokens)) + 1):
            joined = "".join(tokens[start:end])
            if joined in parts or (joined.endswith("s") and joined[:-1] in parts):
                yield from range(start, end)


def _latin(name: PersonName) -> Iterator[str]:
    yield from (part for part in (name.family, name.given, name.middle) if is_name(part))


def _no_han(text: str) -> str:
    return "".join(" " if is_han(one) else one for one in text)
