"""Given names that are another form of one: "Jennie", "Jenni" and "Jen" of Jenny. For names that are no pinyin.

Compared is how a name is spelled when what sounds alike is written alike; a short form is the beginning of the long
one. Whoever is found so is asked about, never taken out.
"""

import re

from legalassist.disclosure.romanisations import syllables
from legalassist.stores.spelling import plain

_ALIKE = (
    ("ph", "f"), ("ck", "k"), ("c(?=[eiy])", "s"), ("c(?!h)", "k"), ("g(?=[eiy])", "j"), ("z", "s"), ("th", "t"),
    ("e[ey]|ie|ea|y|e", "i"), (r"(.)\1+", r"\1"), ("h$", ""),
)  # fmt: skip
_SHORTEST, _SHORT_STEM, _STEM = 3, 2, 3
_LONGER = 4
"""Letters that a long form has behind the short one: Jennifer."""


def alike(word: str, known: str) -> bool:
    """Say whether a word may be another form of a given name on record."""
    word, known = plain(word), plain(known)
    if min(len(word), len(known)) < _SHORTEST or syllables(known):
        return False
    one, other = _key(word), _key(known)
    if one == other:
        return True
    if syllables(word):  # "Jin" is a Chinese name of its own
        return False
    stem, wanted = _stem(one), _stem(other)
    if stem == wanted and len(stem) >= _SHORT_STEM:
        return True
    longer = one.startswith(wanted) and len(wanted) >= _STEM and len(one) - len(wanted) <= _LONGER
    return longer or (other.startswith(stem) and len(stem) >= _STEM)


def _key(word: str) -> str:
    for said, written in _ALIKE:
        word = re.sub(said, written, word)
    return word


def _stem(key: str) -> str:
    return key.rstrip("aiou")
