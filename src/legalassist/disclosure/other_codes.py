"""Undo what hides a name in another alphabet or code: Cyrillic, bopomofo, punycode, base32, codes of characters.

Cyrillic and bopomofo are read back into pinyin by the tables of pypinyin (Palladius; ISO 7098 beside zhuyin). Each step
is taken only where its own signs stand in a text, so that most texts cost nothing.
"""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial

from legalassist.disclosure.folding import is_han
from legalassist.disclosure.romanisations import SYLLABLES

_CYRILLIC = re.compile("[\u0400-\u045f]{2,}")
_BOPOMOFO = re.compile("[\u3105-\u312f]")
_SPELT = re.compile("[\u3105-\u312f\u02c9\u02ca\u02c7\u02cb\u02d9 ]{2,}")
_TONES = re.compile("[\u02c9\u02ca\u02c7\u02cb\u02d9]")
_PUNYCODE = re.compile(r"xn--([a-z0-9-]+)", re.IGNORECASE)
_BASE32 = re.compile(r"(?<![A-Za-z0-9=])[A-Z2-7]{8,}={0,6}(?![A-Za-z0-9=])")
_CODES = re.compile(r"(?<![\d.])\d{2,5}(?:[\s,;]{1,2}\d{2,5}){3,}(?![\d.])")
_SHORT_HEX = re.compile(r"(?<![0-9A-Za-z])(?:[46][1-9A-Fa-f]|[57][0-9Aa]){4,}(?![0-9A-Za-z])")
_EIGHT_HEX, _EIGHT_CAPITALS = re.compile("[0-9A-Fa-f]{8}"), re.compile("[A-Z2-7]{8}")
_TWO_NUMBERS = re.compile(r"\d[\s,;]{1,2}\d")
"""What is looked for first: most texts have nothing of it."""
_UTF7 = re.compile(r"\+[A-Za-z0-9/]{5,}-?")
_WESTERN = re.compile("[\x80-\xff\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{4,}")
"""Letters of Western Europe in a row: bytes of Chinese that were read by the wrong table."""
_LONGEST = 7


def other_codes(text: str) -> Iterator[str]:
    """Yield what a text decodes to in one step, read by other alphabets and codes."""
    if "xn--" in text.lower():
        yield _PUNYCODE.sub(_from_punycode, text)
    if _EIGHT_HEX.search(text) and _SHORT_HEX.search(text):
        yield _SHORT_HEX.sub(lambda found: bytes.fromhex(found[0]).decode("ascii"), text)
    for found in _BASE32.findall(text) if _EIGHT_CAPITALS.search(text) else ():
        yield from _from_base32(found)
    if _TWO_NUMBERS.search(text) and _CODES.search(text):
        yield _CODES.sub(_from_codes, text)
    if "+" in text:
        yield _UTF7.sub(_from_utf7, text)
    if not text.isascii():
        yield from _of_other_letters(text)


def _of_other_letters(text: str) -> Iterator[str]:
    if _CYRILLIC.search(text):
        yield _CYRILLIC.sub(lambda found: _spelled(found[0], _cyrillic()), text)
    if _BOPOMOFO.search(text):
        yield _SPELT.sub(_from_bopomofo, text)
    if _WESTERN.search(text):
        for read in ("latin-1", "cp1252"):
            for meant in ("utf-8", "gb18030", "big5"):
                yield _WESTERN.sub(partial(_meant, read, meant), text)


@cache
def _cyrillic() -> Mapping[str, str]:
    """Return the syllables of pinyin by how Palladius writes them; one letter is also typed otherwise."""
    from pypinyin import Style  # noqa: PLC0415 -- its tables take a tenth of a second; few texts need them
    from pypinyin.style import convert  # noqa: PLC0415 -- as above

    found: dict[str, str] = {}
    for one in sorted(SYLLABLES):
        written = convert(one.replace("v", "ü"), Style.CYRILLIC, strict=False, default=one).rstrip("012345")
        for way in (written, written.replace("\u044d", "\u0435")):
            found.setdefault(way, one)
    return found


@cache
def _bopomofo() -> Mapping[str, str]:
    """Return the syllables of pinyin by their bopomofo."""
    from pypinyin import Style  # noqa: PLC0415 -- as above
    from pypinyin.style import convert  # noqa: PLC0415 -- as above

    said = ((convert(one.replace("v", "ü"), Style.BOPOMOFO, strict=False, default=one), one) for one in SYLLABLES)
    return {_TONES.sub("", written): one for written, one in said}


def _spelled(word: str, syllables: Mapping[str, str]) -> str:
    """Return a word in pinyin, syllable by syllable, the longest first; the word itself where it is none."""
    lower, at, found = word.lower(), 0, ""
    while at < len(lower):
        ends = (at + length for length in range(_LONGEST, 0, -1))
        end = next((end for end in ends if lower[at:end] in syllables), 0)
        if not end:
            return word
        found, at = found + syllables[lower[at:end]], min(end, len(lower))
    return found.capitalize() if word[0].isupper() else found


def _from_bopomofo(found: re.Match[str]) -> str:
    words = _TONES.sub(" ", found[0]).split()
    return " " + " ".join(_spelled(word, _bopomofo()).title() for word in words) + " "


def _from_punycode(found: re.Match[str]) -> str:
    try:
        return found[1].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return found[0]


def _from_base32(found: str) -> Iterator[str]:
    bare = found.rstrip("=")
    try:
        text = base64.b32decode(bare + "=" * (-len(bare) % 8)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return
    if text.isprintable():
        yield text


def _from_codes(found: re.Match[str]) -> str:
    """Return the letters that numbers in a row stand for, where all of them are letters, or blanks between them."""
    codes = [int(one) for one in re.findall(r"\d+", found[0])]
    letters = "".join(map(chr, codes))
    plain = all(one == " " or (one.isascii() and one.isalpha()) or is_han(one) for one in letters)
    return letters if plain else found[0]


def _from_utf7(found: re.Match[str]) -> str:
    try:
        text = (found[0].rstrip("-") + "-").encode("ascii").decode("utf-7")
    except (UnicodeError, ValueError):
        return found[0]
    return text if all(map(is_han, text)) else found[0]


def _meant(read: str, meant: str, found: re.Match[str]) -> str:
    """Return the Chinese that was read by the wrong table; what it stands as where it was none."""
    try:
        text = found[0].encode(read).decode(meant)
    except (UnicodeEncodeError, UnicodeDecodeError):
        return found[0]
    return text if all(map(is_han, text)) else found[0]
