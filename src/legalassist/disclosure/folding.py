"""Fold a copy of a text so that spellings of one thing become one: nothing a person reads is ever folded.

Compatibility forms (NFKC), marks above and below letters, invisible characters, look-alikes of other alphabets and the
two Chinese scripts all disappear. The case of letters stays: whether "An" is written as a name matters.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain

from legalassist.languages.scripts import characters

_GONE = frozenset({"Cf", "Mn", "Me", "Cn", "Co", "Cs"})
"""Unicode categories that leave without a trace: format characters, marks on letters, what is no character."""

HAN_BLOCKS = (range(0x3400, 0xA000), range(0x20000, 0x40000), range(0xF900, 0xFB00))
"""The blocks of Chinese characters (Unicode 17, chapter 18)."""

HAN_SIGNS = "〇々"
"""The ideographic zero and the iteration mark: signs that stand where a character stands."""

_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Letters and signs that are drawn as nothing."""


@cache
def _table() -> dict[int, str]:
    """Return look-alikes and traditional characters with what they fold to."""
    scripts = dict(_characters("TSCharacters.txt"))
    for variants in ("TWVariantsRev.txt", "HKVariantsRev.txt"):
        for variant, standard in _characters(variants):
            scripts.setdefault(variant, scripts.get(standard, standard))
    look_alikes = (pair.split("=") for line in data_lines("look_alikes.txt") for pair in line.split())
    return {ord(one): other for one, other in chain(scripts.items(), look_alikes)}


def _characters(name: str) -> Iterator[tuple[str, str]]:
    """Yield the characters of a table of scripts with what each is turned into.

    For finding names only: nothing a person reads is ever converted with them.
    """
    yield from ((one, others[0]) for one, others in characters(name).items())


def data_lines(name: str) -> list[str]:
    """Return the lines of one of this package's data files, without comments."""
    text = files("legalassist.disclosure").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def fold(text: str) -> str:
    """Return the folded copy of a text; line ends stay, other control characters go."""
    if text.isascii():
        return text if text.isprintable() else "".join(filter(_stays, text))
    marked = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text))
    kept = "".join(filter(_stays, marked))
    return unicodedata.normalize("NFC", kept).translate(_table())


def _stays(one: str) -> bool:
    if one in "\n\t\r":
        return True
    category = unicodedata.category(one)
    return category not in _GONE and category != "Cc" and one not in _FILLERS


def is_han(one: str) -> bool:
    """Say whether a character is Chinese (the iteration mark and the ideographic zero count)."""
    return one > "\u3000" and (one in HAN_SIGNS or any(ord(one) in block for block in HAN_BLOCKS))
