"""Turn the character codes of a PDF's fonts back into text (ISO 32000-1, 9.10 Extraction of text content)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf
from fontTools.agl import toUnicode

from legalassist.documents.pdf_file import entry, kids, text_of, whole

NO_TEXT = "\ufffd"
"""Stands for a code whose character the PDF does not tell."""

_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|([A-Za-z]+)")
_MANY = 70_000
_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}


@dataclass(frozen=True, slots=True)
class Decoder:
    """How one font's bytes read: the lengths its codes have, and the text of each code."""

    lengths: tuple[int, ...]
    texts: Mapping[bytes, str]

    def decode(self, codes: bytes) -> str:
        """Return the text of a shown string, `NO_TEXT` for each code that has none."""
        if len(self.lengths) == 1:
            size = self.lengths[0]
            return "".join(self.texts.get(codes[n : n + size], NO_TEXT) for n in range(0, len(codes), size))
        found, at = [], 0
        while at < len(codes):
            size = next((s for s in self.lengths if codes[at : at + s] in self.texts), self.lengths[-1])
            found.append(self.texts.get(codes[at : at + size], NO_TEXT))
            at += size
        return "".join(found)


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
    return Decoder(lengths, texts)


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
