"""Other ways of writing a Chinese name in Latin letters. What is computed here is a hint: a person looks at it.

Sources: the syllables of Hanyu Pinyin (GB/T 28039-2011, ISO 7098:2015); Wade-Giles initials; usual spellings of
surnames from Hong Kong, Taiwan and South-East Asia; whole names as Hong Kong spells them (`languages.cantonese`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, chain, islice, product

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

SPELLED = SYLLABLES | {"lyu", "nyu", "lyue", "nyue", "lue", "nue"}
"""Those, and ü in the other ways."""
_LONGEST = 6
_MOST = 24
_MOST_HEARD = 12
"""Spellings of one name as Cantonese sounds: a name of three has seldom more."""
_SOUNDS = 6
"""Ways a name in Chinese characters can sound that are looked for."""

_WADE_GILES_WHOLE = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "ssu", "er": "erh",
    "yan": "yen", "ye": "yeh", "yue": "yueh", "yong": "yung", "you": "yu", "yi": "i", "ge": "ko", "ke": "ko",
    "he": "ho", "e": "o", "guo": "kuo", "kuo": "kuo", "huo": "huo", "shuo": "shuo", "gui": "kuei", "kui": "kuei",
}  # fmt: skip
"""Syllables of Wade-Giles that no rule makes, without the apostrophe that nobody writes in a name."""
_INITIALS = (
    ("zh", "ch"), ("ch", "ch"), ("x", "hs"), ("q", "ch"), ("j", "ch"), ("z", "ts"), ("c", "ts"), ("b", "p"), ("d", "t"),
    ("g", "k"), ("r", "j"),
)  # fmt: skip
_ENDINGS = (("ian", "ien"), ("ong", "ung"), ("ie", "ieh"), ("ue", "ueh"), ("uo", "o"))


@lru_cache(maxsize=4096)
def syllables(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways of reading a lower-case word as pinyin syllables, longest first; none where it is not pinyin."""
    if not word:
        return ((),)
    found: list[tuple[str, ...]] = []
    for length in range(min(_LONGEST, len(word)), 0, -1):
        if word[:length] in SPELLED:
            found += [(word[:length], *rest) for rest in syllables(word[length:])]
    return tuple(found[:_MOST])


def elsewhere(latin: str, native: str, *, surname: bool) -> Mapping[str, frozenset[int]]:
    """Return other spellings of a surname or a given name, lower case and joined, with where each may be cut.

    `latin`: as recorded, lower case and joined; `native`: in Chinese characters. Spellings: as Mandarin sounds, in
    pinyin and Wade-Giles, with ü in every way; as Hong Kong writes it; of a surname also the usual ones of elsewhere.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for sound in filter(None, (latin, *heard(native)[:_SOUNDS])):
        others = (*SURNAMES.get(sound, ()), *(one for one, other in SURNAMES.items() if sound in other))
        for words in chain(((one,) for one in (sound, *(others if surname else ()))), _older(sound)):
            found["".join(words)].update(accumulate(map(len, words)))
    for words in heard_in_hong_kong(native):
        found["".join(words)].update(accumulate(map(len, words)))
    return {joined: frozenset(inner) for joined, inner in found.items()}


def _older(sound: str) -> Iterator[tuple[str, ...]]:
    """Yield a name in Wade-Giles, syllable by syllable, and with ü spelled the other ways."""
    for reading in syllables(sound)[:3]:
        yield tuple(map(_wade_giles, reading))
    for one, other in (("lyu", "lu"), ("lyu", "lv"), ("lv", "lu"), ("lv", "lyu"), ("nv", "nu"), ("nyu", "nu")):
        if one in sound:
            yield (sound.replace(one, other),)


def cuts(*parts: str) -> frozenset[int]:
    """Return where a joined name may be cut: between its parts, and between syllables."""
    found: set[int] = set()
    at = 0
    for part in parts:
        found.add(at)
        for ways in syllables(part):
            here = at
            for syllable in ways:
                here += len(syllable)
                found.add(here)
        at += len(part)
        found.add(at)
    return frozenset(found)


def heard(native: str) -> tuple[str, ...]:
    """Return how Chinese characters can sound, as pinyin without tones and spaces; a guess, often wrong on surnames."""
    return tuple(re.sub(r"[^a-z]", "", one) for one in sounds(native))


def heard_in_hong_kong(native: str) -> tuple[tuple[str, ...], ...]:
    """Return how Chinese characters can be spelled there, each by a syllable; nothing where one has no spelling."""
    if not native:
        return ()
    return tuple(islice(product(*map(spelled_in_hong_kong, native)), _MOST_HEARD))


def _wade_giles(syllable: str) -> str:
    if syllable in _WADE_GILES_WHOLE:
        return _WADE_GILES_WHOLE[syllable]
    for initial, older in _INITIALS:
        if syllable.startswith(initial):
            syllable = older + syllable[len(initial) :]
            break
    for ending, older in _ENDINGS:
        if syllable.endswith(ending):
            return syllable[: -len(ending)] + older
    return syllable
