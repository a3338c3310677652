"""Other ways of writing a Chinese name in Latin letters. What is computed here is a hint: a person looks at it.

Sources: the syllables of Hanyu Pinyin (GB/T 28039-2011, ISO 7098:2015); Wade-Giles initials; usual spellings of
surnames from Hong Kong, Taiwan and South-East Asia; whole names as Hong Kong spells them (`languages.cantonese`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from legalassist.disclosure.word_lists import SURNAMES
from legalassist.languages.cantonese import spelled_in_hong_kong
from legalassist.stores.spelling import sounds

_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve ue",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve ue",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
SYLLABLES = frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split())
"""Every syllable of Mandarin in pinyin, ü written as v (or as in passports, u or yu)."""

_SPELLED = SYLLABLES | {"lyu", "nyu", "lyue", "nyue", "lue", "nue"}
_LONGEST = 6
_MOST = 24
_MOST_HEARD = 12
"""Spellings of one name as Cantonese sounds: a name of three has seldom more."""

_WADE_GILES = (
    ("zh", "ch"), ("x", "hs"), ("q", "ch"), ("j", "ch"), ("z", "ts"), ("c", "ts"), ("b", "p"), ("d", "t"), ("g", "k"),
    ("r", "j"), ("ian", "ien"), ("ong", "ung"), ("ue", "ueh"), ("uo", "o"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def syllables(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways of reading a lower-case word as pinyin syllables, longest first; none where it is not pinyin."""
    if not word:
        return ((),)
    found: list[tuple[str, ...]] = []
    for length in range(min(_LONGEST, len(word)), 0, -1):
        if word[:length] in _SPELLED:
            found += [(word[:length], *rest) for rest in syllables(word[length:])]
    return tuple(found[:_MOST])


def surname_variants(family: str) -> Iterator[str]:
    """Yield other spellings of a surname: of the same character elsewhere, and the pinyin behind an older spelling."""
    yield from SURNAMES.get(family, ())
    yield from (pinyin for pinyin, others in SURNAMES.items() if family in others)
    yield from given_variants(family)


def given_variants(given: str) -> Iterator[str]:
    """Yield a given name in Wade-Giles, and with ü spelled the other ways."""
    for reading in syllables(given)[:3]:
        older = "".join(map(_wade_giles, reading))
        if older != given:
            yield older
    for one, other in (("lyu", "lu"), ("lyu", "lv"), ("lv", "lu"), ("lv", "lyu"), ("nv", "nu"), ("nyu", "nu")):
        if one in given:
            yield given.replace(one, other)


def heard(native: str) -> tuple[str, ...]:
    """Return how Chinese characters can sound, as pinyin without tones and spaces; a guess, often wrong on surnames."""
    return tuple(re.sub(r"[^a-z]", "", one) for one in sounds(native))


def heard_in_hong_kong(native: str) -> tuple[tuple[str, ...], ...]:
    """Return how Chinese characters can be spelled there, each by a syllable; nothing where one has no spelling."""
    if not native:
        return ()
    return tuple(islice(product(*map(spelled_in_hong_kong, native)), _MOST_HEARD))


def _wade_giles(syllable: str) -> str:
    for initial, older in _WADE_GILES[:10]:
        if syllable.startswith(initial) and not (initial in ("z", "c") and syllable.startswith(("zh", "ch"))):
            syllable = older + syllable[len(initial) :]
            break
    for final, older in _WADE_GILES[10:]:
        if syllable.endswith(final):
            return syllable[: -len(final)] + older
    return syllable
