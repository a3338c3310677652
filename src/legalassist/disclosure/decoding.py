"""Undo what hides a text from the eye of a program: entities, percent signs, hex, base64, UTF-16, escapes.

What cannot be read as text yields nothing: an ordinary word that happens to look like base64 stays a word.
"""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from html import unescape
from quopri import decodestring
from unicodedata import category
from urllib.parse import unquote_to_bytes

from legalassist.disclosure.folding import is_han
from legalassist.disclosure.other_codes import other_codes

DEPTH = 5
"""How often one reading may be decoded again."""
_MOST = 200
"""Readings of one text; more are not made: a text that needs so many is no text."""

_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{8,}={0,2}|(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{6}==|[A-Za-z0-9+/_-]{7}=)")
_PACKED = (b"x\x01", b"x\x5e", b"x\x9c", b"x\xda", b"\x1f\x8b")
"""How compressed bytes begin: zlib (RFC 1950) and gzip (RFC 1952)."""
_MOST_UNPACKED = 1_000_000
_SPREAD = re.compile(
    "|".join(rf"(?:[^\n{mark}]{mark}|{mark}{{2}}){{5,}}[^\s{mark}]" for mark in (" ", r"\.", "-", "_"))
)
"""Letters that stand apart, the same sign between all of them."""
UNSEEN = range(0xE0000, 0xE1000)
"""The block of them, with the marks that choose a variant, in which bytes can be hidden too."""
_TAGS = range(0xE0020, 0xE007F)
"""Letters that nobody sees: a second ASCII, once for names of languages (Unicode 17, 23.9)."""
_HEX = re.compile(r"(?:0x|\\x|%u|)(?:[0-9A-Fa-f]{2}(?:[\s:,-]|\\x|0x)?){6,}")
_ESCAPED = re.compile(
    r"\\u(?:([0-9A-Fa-f]{4})|\{([0-9A-Fa-f]{4,6})\})|\\U([0-9A-Fa-f]{8})|%u([0-9A-Fa-f]{4})|U\+([0-9A-Fa-f]{4,6})\s?"
)
_RTF = re.compile(r"\\u(-?\d{2,6})(?:\?|\s)?")
_RTF_BYTES = re.compile(r"(?:\\'[0-9A-Fa-f]{2})+")
_SHEET_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?")
"""How a style sheet writes a letter (CSS Syntax 3, 4.3.7)."""
_OCTAL = re.compile(r"\\([0-3][0-7]{2})")
_OVERRIDE = re.compile("\u202e([^\u202c\u2069\n]*)")
"""Text that is shown from right to left though its letters run from left to right (UAX 9, RLO)."""
_QUOTED = re.compile(r"=[0-9A-F]{2}")
_MISTYPED = re.compile(r"(?<=[A-Za-z])(?<!\d\dT)[01]+(?=[A-Za-z]|\b)|(?<![A-Za-z0-9])[01](?=[A-Za-z]{2})")
"""A digit typed in place of a letter; the hour of a stamp (2026-11-27T00:35:12Z) is none."""
_CODECS = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
_RTF_CODECS = ("gb18030", "big5", "cp1252")
_EITHER_HEAD = zlib.MAX_WBITS | 32
"""Tells zlib to take its own head or that of gzip."""
_PLANES = 0x110000
_NEGATIVE = 0x10000


def readings(text: str, depth: int = DEPTH) -> tuple[str, ...]:
    """Return the text itself and everything it decodes to, and those again, at most `depth` times."""
    found = {text: None}
    fresh = [text]
    for _ in range(depth):
        fresh = [new for one in fresh for new in _once(one) if new not in found][:_MOST]
        if not fresh or len(found) > _MOST:
            break
        found.update(dict.fromkeys(fresh))
    return tuple(found)


def hidden_bytes(text: str) -> Iterator[bytes]:
    """Yield what base64 and hex in a text decode to, as bytes; text wrapped into lines is joined first."""
    joined = re.sub(r"[ \t]*\r?\n[ \t]*", "", text)
    for one in dict.fromkeys((text, joined)):
        for found in _BASE64.findall(one):
            yield from _from_base64(found)
        for found in _HEX.findall(one):
            digits = re.sub(r"[^0-9A-Fa-f]", "", found.replace("0x", "").replace("\\x", ""))
            yield bytes.fromhex(digits[: len(digits) // 2 * 2])


def as_texts(data: bytes) -> Iterator[str]:
    """Yield every way of reading some bytes as text that looks like text."""
    for codec in _CODECS:
        try:
            text = data.decode(codec)
        except (UnicodeDecodeError, ValueError):
            continue
        text = text.removeprefix("\ufeff")
        if codec == "utf-8" and _could_be_text(text):
            yield text  # bytes are hardly ever UTF-8 by chance
            return
        if _looks_like_text(text):
            yield text


def _once(text: str) -> Iterator[str]:
    """Yield what a text decodes to in one step."""
    if "&" in text:
        yield unescape(text)
    if "%" in text:
        yield from as_texts(unquote_to_bytes(text))
    if _QUOTED.search(text):
        yield from as_texts(decodestring(text.encode("utf-8", "replace")))
    yield _ESCAPED.sub(_character, text)
    yield _RTF.sub(lambda found: chr(int(found[1]) % _NEGATIVE), text)
    yield from _mistyped(text)
    if "\\" in text:
        yield from _backslashes(text)
    if not text.isascii() and any(ord(one) in _TAGS for one in text):
        yield "".join(chr(ord(one) - 0xE0000) if ord(one) in _TAGS else one for one in text)
    yield _SPREAD.sub(lambda found: found[0][::2], text)
    if "\u202e" in text:
        yield _OVERRIDE.sub(lambda found: found[1][::-1], text)
    yield text.replace("\0", "")
    yield from other_codes(text)
    for data in hidden_bytes(text):
        yield from as_texts(data)


def _backslashes(text: str) -> Iterator[str]:
    """Yield a text without the escapes of style sheets, of strings in a PDF, and of bytes in a rich text."""
    yield _SHEET_ESCAPE.sub(_character, text)
    yield _OCTAL.sub(lambda found: chr(int(found[1], 8)), text)
    if "\\'" in text:
        for codec in _RTF_CODECS:
            yield _RTF_BYTES.sub(partial(_from_rtf, codec), text)


def _from_rtf(codec: str, escaped: re.Match[str]) -> str:
    return bytes.fromhex(escaped[0].replace("\\'", "")).decode(codec, "replace")


def _mistyped(text: str) -> Iterator[str]:
    """Yield a text with 0 and 1 inside words taken for the letters they look like."""
    if _MISTYPED.search(text):
        yield _MISTYPED.sub(lambda found: found[0].replace("0", "o").replace("1", "i"), text)
        yield _MISTYPED.sub(lambda found: found[0].replace("0", "o").replace("1", "l"), text)


def _from_base64(found: str) -> Iterator[bytes]:
    bare = found.rstrip("=").replace("-", "+").replace("_", "/")
    padded = bare + "=" * (-len(bare) % 4)
    try:
        data = base64.b64decode(padded, validate=True)
    except (binascii.Error, ValueError):
        return
    yield data
    if data.startswith(_PACKED):
        with suppress(zlib.error):
            yield zlib.decompressobj(_EITHER_HEAD).decompress(data, _MOST_UNPACKED)


def _character(escaped: re.Match[str]) -> str:
    code = int(next(group for group in escaped.groups() if group), 16)
    return chr(code) if code < _PLANES else escaped[0]


def _could_be_text(text: str) -> bool:
    """Say whether there is a letter or digit, and no control character but white space."""
    return any(one.isalnum() for one in text) and all(category(one) != "Cc" or one in "\n\t\r" for one in text)


def _looks_like_text(text: str) -> bool:
    """Say whether decoded characters are letters, digits and signs that people write; half a surrogate is none."""
    plain = sum((one.isascii() and (one.isprintable() or one in "\n\t\r")) or is_han(one) for one in text)
    accented = sum(not one.isascii() and one.isprintable() and not is_han(one) for one in text)
    return plain + accented == len(text) and plain * 4 >= len(text) * 3 and any(one.isalnum() for one in text)
