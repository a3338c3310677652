"""Turn the character codes of a PDF's fonts back into text (ISO 32000-1, 9.10 Extraction of text content)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pikepdf
from fontTools.agl import toUnicode

from legalassist.documents.pdf_file import entry, kids, text_of, whole

NO_TEXT = "\ufffd"
"""Stands for a code whose character the PDF does not tell."""

_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|([A-Za-z]+)")
_MANY = 70_000
_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter as drawn: its text, its width in letter sizes, its code in the font."""

    text: str
    width: float
    code: bytes


@dataclass(frozen=True, slots=True)
class Decoder:
    """How one font's bytes read: the lengths its codes have, and the text of each code."""

    lengths: tuple[int, ...]
    texts: Mapping[bytes, str]
    name: str = ""
    embedded: bool = False
    widths: Mapping[int, float] = field(default_factory=dict)
    usual: float = 1000
    """The width of a code that `widths` does not name, in thousandths of the letter size, as all widths are."""
    _met: dict[bytes, Letter] = field(default_factory=dict, compare=False, repr=False)

    def decode(self, codes: bytes) -> str:
        """Return the text of a shown string, `NO_TEXT` for each code that has none."""
        if len(self.lengths) == 1:  # nearly always; a search of a large file decodes a quarter of a million
            size, texts = self.lengths[0], self.texts
            return "".join([texts.get(codes[at : at + size], NO_TEXT) for at in range(0, len(codes), size)])
        return "".join(self.texts.get(code, NO_TEXT) for code in self.split(codes))

    def split(self, codes: bytes) -> Iterator[bytes]:
        """Yield the codes of a shown string one by one."""
        if len(self.lengths) == 1:
            size = self.lengths[0]
            yield from (codes[n : n + size] for n in range(0, len(codes), size))
            return
        at = 0
        while at < len(codes):
            size = next((s for s in self.lengths if codes[at : at + s] in self.texts), self.lengths[-1])
            yield codes[at : at + size]
            at += size

    def letters(self, codes: bytes) -> tuple[Letter, ...]:
        """Return the letters of a shown string."""
        return tuple([self._met.get(code) or self._letter(code) for code in self.split(codes)])

    def _letter(self, code: bytes) -> Letter:
        width = self.widths.get(int.from_bytes(code), self.usual) / 1000
        made = self._met[code] = Letter(self.texts.get(code, NO_TEXT), width, code)
        return made


def decoder(font: object) -> Decoder:
    """Return how a font dictionary's codes read: its ToUnicode map first, then its simple encoding."""
    composite = text_of(entry(font, "/Subtype")) == "/Type0"
    texts = {} if composite else _simple(font)
    lengths: tuple[int, ...] = (2,) if composite else (1,)
    mapped = entry(font, "/ToUnicode")
    if isinstance(mapped, pikepdf.Stream):
        spaces, told = _to_unicode(mapped.read_bytes())
        texts |= told
        # A simple font's codes have one byte whatever its map claims (9.10.3).
        lengths = tuple(sorted(spaces)) if composite and spaces else lengths
    below = next(kids(entry(font, "/DescendantFonts")), font)
    described = entry(below, "/FontDescriptor")
    embedded = any(entry(described, key) is not None for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    widths = _widths_by_code(entry(below, "/W")) if composite else _simple_widths(font)
    usual = _number(entry(below, "/DW"), 1000) if composite else _number(entry(described, "/MissingWidth"), 0)
    return Decoder(lengths, texts, (text_of(entry(font, "/BaseFont")) or "/")[1:], embedded, widths, usual)


def _widths_by_code(listed: object) -> dict[int, float]:
    """Return the widths of a composite font's codes (9.7.4.3): ``first [w w w]`` or ``first last w``."""
    found: dict[int, float] = {}
    parts = list(kids(listed)) if isinstance(listed, pikepdf.Array) else []
    at = 0
    while at + 1 < len(parts):
        first, following = whole(parts[at]), parts[at + 1]
        if first is None:
            break
        if isinstance(following, pikepdf.Array):
            found |= {first + n: _number(each, 0) for n, each in enumerate(kids(following))}
            at += 2
        else:
            last = whole(following)
            if last is None or at + 2 >= len(parts):
                break
            found |= dict.fromkeys(range(first, min(last, first + _MANY) + 1), _number(parts[at + 2], 0))
            at += 3
    return found


def _simple_widths(font: object) -> dict[int, float]:
    """Return the widths of a simple font's codes (9.6.2.1)."""
    first = whole(entry(font, "/FirstChar")) or 0
    return {first + n: _number(each, 0) for n, each in enumerate(kids(entry(font, "/Widths")))}


def _number(value: object, otherwise: float) -> float:
    return float(value) if isinstance(value, (int, float, Decimal)) else otherwise


def _to_unicode(cmap: bytes) -> tuple[set[int], dict[bytes, str]]:
    """Read a ToUnicode CMap: the code lengths and the text of each code."""
    spaces: set[int] = set()
    texts: dict[bytes, str] = {}
    operands: list[bytes | list[bytes]] = []
    inside: list[bytes] | None = None
    for code, opens, closes, word in _TOKEN.findall(cmap):
        if opens:
            inside = []
        elif closes:
            operands.append(inside or [])
            inside = None
        elif not word:
            value = bytes.fromhex(re.sub(rb"\s", b"", code).decode().ljust(2, "0"))
            (operands if inside is None else inside).append(value)
        elif word.startswith(b"begin"):
            operands = []
        elif word == b"endcodespacerange":
            spaces |= {len(each) for each in operands}
        elif word in (b"endbfchar", b"endbfrange"):
            _note(texts, operands, ranges=word == b"endbfrange")
    return spaces, texts


def _note(texts: dict[bytes, str], operands: list[bytes | list[bytes]], *, ranges: bool) -> None:
    """Add the characters of one bfchar or bfrange section."""
    step = 3 if ranges else 2
    for at in range(0, len(operands) - step + 1, step):
        first, target = operands[at], operands[at + step - 1]
        last = operands[at + 1] if ranges else first
        if isinstance(first, list) or isinstance(last, list):
            continue
        start, end = int.from_bytes(first), int.from_bytes(last)
        for code in range(start, min(end, start + _MANY) + 1):
            if (text := _target(target, code - start)) is not None:
                texts[code.to_bytes(len(first))] = text


def _target(target: bytes | list[bytes], offset: int) -> str | None:
    if isinstance(target, list):
        return _utf16(target[offset]) if offset < len(target) else None
    if offset == 0:
        return _utf16(target)
    moved = int.from_bytes(target[-2:]) + offset  # only the last code unit counts up (9.10.3)
    return _utf16(target[:-2] + (moved & 0xFFFF).to_bytes(2))


def _utf16(target: bytes) -> str:
    return target.decode("utf-16-be", errors="replace") if len(target) > 1 else target.decode("latin-1")


def _simple(font: object) -> dict[bytes, str]:
    """Return the texts of a simple font's encoding with its differences (ISO 32000-1, 9.6.6)."""
    encoding = entry(font, "/Encoding")
    base = text_of(encoding) or text_of(entry(encoding, "/BaseEncoding")) or ""
    codec = _CODECS.get(base, "cp1252")
    texts = {bytes([n]): bytes([n]).decode(codec, errors="replace") for n in range(32, 256)}
    at = 0
    for each in kids(entry(encoding, "/Differences")):
        if (number := whole(each)) is not None:
            at = number
        elif isinstance(each, pikepdf.Name) and 0 <= at < 256:  # noqa: PLR2004 - a simple code is one byte
            texts[bytes([at])] = toUnicode(str(each)[1:]) or NO_TEXT
            at += 1
    return texts
