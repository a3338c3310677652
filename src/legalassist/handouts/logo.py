"""The clinic's logo on open pieces: a small PNG, or an SVG that only draws; anything else is refused in words.

A drawing becomes a picture here, once: what stands on paper is the same on every copy and in every viewer (one draws
gradients that another leaves out), and nothing of the file itself reaches a piece.
"""

import re
import struct
import warnings
import zlib
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pypdfium2
from lxml import etree
from PIL import Image, UnidentifiedImageError

from legalassist.documents.fonts import Fonts
from legalassist.documents.pdf import write_pdf
from legalassist.errors import DocumentError, UsageError
from legalassist.handouts.drawing import HINT, plain_drawing
from legalassist.library import fonts

MOST_BYTES = 1_000_000
MOST_PIXELS = 2000
_PAPER = 215
"""What is lighter than this (of 255) is paper for a copier."""

_ALONE = (
    '<!DOCTYPE html><html lang="en"><head><title>logo</title><style>@page {{ size: 3in 2in; margin: 0.5in }} '
    'img {{ max-width: 1.2in; max-height: 0.45in }}</style></head><body><p><img src="{}" alt="logo"></p></body></html>'
)
"""The logo as large as it stands on a piece (sheet.css), on a page of its own."""

_DRAWN = (
    '<!DOCTYPE html><html lang="en"><head><title>logo</title><style>@page {{ size: {}in {}in; margin: 0 }} body, p '
    "{{ margin: 0; font-size: 1px; line-height: 1 }} p {{ height: {}in }} img {{ display: block; width: 100%; "
    'height: 100% }}</style></head><body><p><img src="data:image/svg+xml;base64,{}" alt="logo"></p></body></html>'
)
_WIDEST, _HIGHEST = 1.2, 0.45
"""Inches: what sheet.css gives a logo."""
_DOTS = 600
"""Dots an inch: what an office printer has."""

_DAMAGED = (
    UnidentifiedImageError, OSError, SyntaxError, ValueError, LookupError, EOFError, Warning, struct.error, zlib.error,
)  # fmt: skip
"""What the library raises on a file that is no PNG, or a damaged one (measured: 6,000 files with changed bytes)."""


def read_logo(path: Path) -> str:
    """Return a logo as a ``data:`` address, in grey, its metadata left behind.

    Raises UsageError for a file that is missing or larger than 1 MB, that is neither PNG nor SVG, or an SVG that holds
    what does not draw (`drawing.plain_drawing`), and for one that leaves no ink on paper.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as wrong:
        message = f"the logo {path.name} cannot be read: {wrong.strerror}"
        raise UsageError(message, hint="clinic.yaml names it beside itself: handouts: {logo: logo.png}") from None
    if size > MOST_BYTES:
        message = f"the logo {path.name} has {size / 1e6:.0f} MB; at most 1 MB is read"
        raise UsageError(message, hint=HINT)
    drawing = path.suffix.lower() == ".svg"
    picture = _drawn(plain_drawing(content, path.name), path.name) if drawing else _grey(content, path.name)
    address = f"data:image/png;base64,{b64encode(picture).decode()}"
    if _darkest(address, path.name) > _PAPER:
        message = f"the logo {path.name} leaves no ink on white paper"
        raise UsageError(message, hint=HINT)
    return address


def _darkest(address: str, name: str) -> int:
    """Return the darkest dot (of 255) that a logo leaves on a page, as it is printed."""
    with pypdfium2.PdfDocument(_page(_ALONE.format(address), name)) as opened:
        least, _ = opened[0].render(scale=4, grayscale=True).to_pil().getextrema()
    return int(least)


def _drawn(drawing: bytes, name: str) -> bytes:
    """Return a drawing as a picture (PNG) in grey, in its own shape."""
    wide, high = _shape(drawing)
    html = _DRAWN.format(wide, high, high, b64encode(drawing).decode())
    with pypdfium2.PdfDocument(_page(html, name)) as opened:
        dots = opened[0].render(scale=_DOTS / 72, grayscale=True).to_pil()
    out = BytesIO()
    dots.save(out, "PNG", optimize=True)
    return out.getvalue()


def _shape(drawing: bytes) -> tuple[float, float]:
    """Return how wide and high a drawing is, as large as there is room, in inches; a square if it does not say."""
    root = etree.fromstring(drawing)
    seen = re.findall(r"\d*\.?\d+", root.get("viewBox", ""))[-2:] or [
        found[0] for key in ("width", "height") if (found := re.match(r"\d*\.?\d+(?!\d*%)", root.get(key, "")))
    ]
    wide, high = map(float, seen) if len(seen) == 2 else (1.0, 1.0)  # noqa: PLR2004 - a width and a height
    if not (wide > 0 and high > 0):
        return _HIGHEST, _HIGHEST
    scale = min(_WIDEST / wide, _HIGHEST / high)
    return round(wide * scale, 4), round(high * scale, 4)


def _page(html: str, name: str) -> bytes:
    try:
        return write_pdf(html, fonts=Fonts.read(fonts()))
    except DocumentError:
        raise UsageError(f"the logo {name} cannot be drawn", hint=HINT) from None


def _grey(content: bytes, name: str) -> bytes:
    """Return a PNG in grey. What is too large is refused before a dot of it is unpacked.

    The library's own limit may be lifted in this process (for exhibits), so its dots are counted here as well.
    """
    try:
        with warnings.catch_warnings():  # the library warns of many dots, and refuses a great many
            warnings.simplefilter("error")
            with Image.open(BytesIO(content), formats=("PNG",)) as seen:
                size = seen.size
            if max(size) > MOST_PIXELS:
                raise UsageError(_too_many(name), hint=HINT)
            # Every part of it: the layout engine lets this library take what has no end.
            Image.open(BytesIO(content), formats=("PNG",)).verify()
            with Image.open(BytesIO(content), formats=("PNG",)) as image:
                flat = Image.new("LA", size, (255, 0))
                flat.alpha_composite(image.convert("LA"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UsageError(_too_many(name), hint=HINT) from None
    except _DAMAGED:
        message = f"the logo {name} is no PNG picture, or a damaged one"
        raise UsageError(message, hint=HINT) from None
    out = BytesIO()
    flat.save(out, "PNG", optimize=True)
    return out.getvalue()


def _too_many(name: str) -> str:
    return f"the logo {name} has too many pixels; at most {MOST_PIXELS} a side"
