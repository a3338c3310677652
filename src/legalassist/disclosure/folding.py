"""Fold a copy of a text so that spellings of one thing become one: nothing a person reads is ever folded.

Compatibility forms (NFKC), marks above and below letters, invisible characters, look-alikes of other alphabets and the
two Chinese scripts all disappear. The case of letters stays: whether "An" is written as a name matters.
"""

import unicodedata
from functools import cache
from importlib.resources import files
from itertools import chain

_LOOK_ALIKES = {
    # Cyrillic, Greek and others that a reader takes for Latin letters (after the confusables of Unicode TS 39).
    "а": "a", "в": "b", "е": "e", "һ": "h", "і": "i", "ј": "j", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p",
    "с": "c", "т": "t", "у": "y", "х": "x", "ѕ": "s", "ԁ": "d", "ԛ": "q", "ԝ": "w", "ѵ": "v", "ѡ": "w", "г": "r",
    "А": "A", "В": "B", "Е": "E", "І": "I", "Ј": "J", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "У": "Y", "Х": "X", "Ѕ": "S", "Ԝ": "W", "Ԛ": "Q",
    "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "u",
    "χ": "x", "γ": "y", "ω": "w", "ѷ": "v",
    "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P",
    "Τ": "T", "Υ": "Y", "Χ": "X",
    "ı": "i", "ȷ": "j", "ɡ": "g", "ɑ": "a", "ɩ": "i", "ʟ": "l", "ɴ": "n", "ʀ": "r", "ʏ": "y", "ɪ": "i", "ɢ": "g",
    "ʜ": "h", "ʙ": "b", "ᴀ": "a", "ᴄ": "c", "ᴅ": "d", "ᴇ": "e", "ᴊ": "j", "ᴋ": "k", "ᴍ": "m", "ᴏ": "o", "ᴘ": "p",
    "ᴛ": "t", "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ᴢ": "z", "ꜱ": "s", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d",
    "Đ": "D", "ħ": "h", "Ħ": "H", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
    "Ꭺ": "A", "Ᏼ": "B", "Ꮯ": "C", "Ꭼ": "E", "Ꮐ": "G", "Ꮋ": "H", "Ꭻ": "J", "Ꮶ": "K", "Ꮮ": "L", "Ꮇ": "M", "Ꮲ": "P",
    "Ꭱ": "R", "Ꮪ": "S", "Ꭲ": "T", "Ꮩ": "V", "Ꮃ": "W", "Ꮓ": "Z",
}  # fmt: skip

_GONE = frozenset({"Cf", "Mn", "Me", "Cn", "Co", "Cs"})
"""Unicode categories that leave without a trace: format characters, marks on letters, what is no character."""

_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Letters and signs that are drawn as nothing."""


@cache
def _table() -> dict[int, str]:
    """Return look-alikes and traditional characters with what they fold to."""
    lines = files("legalassist.disclosure").joinpath("han_scripts.txt").read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if not line.startswith("#")]
    cut = body.index("")
    left, right = "".join(body[:cut]), "".join(body[cut + 1 :])
    pairs = chain(zip(left, right, strict=True), _LOOK_ALIKES.items())
    return {ord(one): other for one, other in pairs}


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
    code = ord(one)
    return 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF or 0xF900 <= code <= 0xFAFF or one in "〇々"
