"""Whether two names may be one person's: whoever made a summary is not its second reader, however it is typed.

Dots, case, blanks, accents and the order of the words make no other person; nor do initials ("PL", "Ping Lin" beside
"P. Lin"): of them nobody can tell, so the whole name is asked for.
"""

import re
import unicodedata
from itertools import permutations

from legalassist.stores.spelling import plain, sounds

_MOST_WORDS = 5
"""Words of a name that are tried in every order."""


def may_be_one(first: str, second: str) -> bool:
    """Say whether two names are, or by their initials may be, those of one person."""
    one, other = (_words(name) for name in (first, second))
    if not one or not other or not _joined(one).isdisjoint(_joined(other)):
        return True
    return _begins(one, other) or _begins(other, one) or _letters_of(one, other) or _letters_of(other, one)


def same(first: str, second: str) -> bool:
    """Say whether two names are written with the same words, whatever their order."""
    return sorted(_words(first)) == sorted(_words(second))


def _words(name: str) -> list[str]:
    """Return a name's words, plain; Chinese as it sounds, one syllable a word."""
    words = []
    for run in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", name)):
        heard = [sounds(one) for one in run]
        words += [one[0] for one in heard] if all(heard) else [plain(run)]
    return [one for one in words if one]


def _joined(words: list[str]) -> frozenset[str]:
    """Return a name's words written together, in every order."""
    ways = permutations(words) if len(words) <= _MOST_WORDS else (words, sorted(words))
    return frozenset("".join(way) for way in ways)


def _begins(short: list[str], whole: list[str]) -> bool:
    """Say whether each word of a name is one of another, or its first letter, and one of them is whole."""
    if len(short) > min(len(whole), _MOST_WORDS) or len(whole) > _MOST_WORDS:
        return False
    ways = permutations(whole, len(short))
    return any(
        all(one == said or (min(len(one), len(said)) == 1 and one[0] == said[0]) for one, said in pairs)
        and any(one == said and len(one) > 1 for one, said in pairs)
        for pairs in (tuple(zip(short, way, strict=True)) for way in ways)
    )


def _letters_of(short: list[str], whole: list[str]) -> bool:
    """Say whether a name is the first letters of another, written together or apart, in any order."""
    letters = "".join(short)
    return len(letters) > 1 and sorted(letters) == sorted(one[0] for one in whole)
