"""Stamp the packet's running number, and an exhibit's own page mark, on the pages of our pieces.

The stamp is an artifact (ISO 32000-1, 14.8.2.2: pagination), so a screen reader does not read it as text. It stands in
the strip of 12 mm (34 points) that every page of ours leaves free at its foot.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name

from legalassist.documents.pdf_file import entry, whole
from legalassist.errors import DocumentError

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

ALPHABET = " -.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""What a number or a mark can be made of."""

SIZE = 9
"""The size of the stamp, in points."""
_BASE = 18
_SIDE = 36
_PADDING = 2
_FIRST = 32
FONT_NAME = "/LANumber"
"""What the stamp's font is called in a page's resources."""


@dataclass(frozen=True, slots=True)
class StampFont:
    """A small font of ours: its PDF name, its TrueType program, its measures in thousandths of its size."""

    name: str
    program: bytes
    widths: tuple[int, ...]
    ascent: int
    descent: int
    box: tuple[int, int, int, int]

    def width(self, text: str) -> float:
        """Return the width of a text at `SIZE`, in points."""
        return sum(self.widths[ord(character) - _FIRST] for character in text) * SIZE / 1000


@lru_cache(maxsize=4)
def stamp_font(path: Path) -> StampFont:
    """Return the small font of digits and letters; raises DocumentError where it lacks one or cannot be read."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only where something is stamped

    program = path.read_bytes()
    try:
        with TTFont(BytesIO(program), recalcTimestamp=False, lazy=True) as font:
            lacking = [character for character in ALPHABET if ord(character) not in font.getBestCmap()]
            small = _measured(font, program)
    except Exception as wrong:  # fontTools raises whatever its tables run into
        message = f"the font for page numbers cannot be read: {path.name}"
        raise DocumentError(message, hint="run the set-up again: it makes the fonts") from wrong
    if lacking:
        message = f"the font for page numbers lacks {''.join(lacking)!r}"
        raise DocumentError(message, hint="run the set-up again: it makes the fonts")
    return small


def _measured(font: "TTFont", program: bytes) -> StampFont:
    scale = 1000 / font["head"].unitsPerEm
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    widths = tuple(
        round(advances[glyphs[code]][0] * scale) if code in glyphs else 0 for code in range(_FIRST, ord("z") + 1)
    )
    head, line = font["head"], font["hhea"]
    box = (head.xMin, head.yMin, head.xMax, head.yMax)
    x0, y0, x1, y1 = (round(side * scale) for side in box)
    name = str(font["name"].getDebugName(6) or "LASans-Regular").replace(" ", "")
    return StampFont(name, program, widths, round(line.ascent * scale), round(line.descent * scale), (x0, y0, x1, y1))


@dataclass(frozen=True, slots=True)
class Stamp:
    """What one page gets: its number at the right, its mark (may be empty) at the left, on white where it is a scan."""

    page: pikepdf.Page
    number: str
    mark: str
    on_white: bool


def stamp_pages(out: pikepdf.Pdf, stamps: Sequence[Stamp], path: Path) -> None:
    """Stamp pages of the packet `out`; raises DocumentError where the font or a character is not there."""
    if not stamps:
        return
    unknown = sorted({c for each in stamps for c in each.number + each.mark if c not in ALPHABET})
    if unknown:
        message = f"page numbers cannot be stamped with {''.join(unknown)!r}"
        raise DocumentError(message, hint="use letters, digits, spaces, full stops and hyphens")
    font = stamp_font(path)
    embedded, before = embed(out, font), out.make_stream(b"q")
    done: set[int] = set()
    for each in stamps:
        _give_font(each.page, embedded, done)
        after = out.make_stream(b"Q\n" + drawn(each, font))
        shown = each.page.obj["/Contents"] if "/Contents" in each.page.obj else Array()
        inside = list(shown) if isinstance(shown, Array) else [shown]
        each.page.obj["/Contents"] = Array([before, *inside, after])


def _give_font(page: pikepdf.Page, font: pikepdf.Object, done: set[int]) -> None:
    """Add the stamp's font to a page's resources, which pages of one piece often share."""
    if "/Resources" not in page.obj:
        page.obj["/Resources"] = Dictionary()
    resources = page.obj["/Resources"]
    number = resources.objgen[0]
    if number and number in done:
        return
    done.add(number)
    if "/Font" not in resources:
        resources["/Font"] = Dictionary()
    resources["/Font"][FONT_NAME] = font


def drawn(stamp: Stamp, font: StampFont) -> bytes:
    """Return the content that draws a page's number and mark, whichever way the page is turned."""
    left, bottom, right, top = _visible(stamp.page)
    turn = (whole(entry(stamp.page.obj, "/Rotate")) or 0) % 360
    wide, high = (top - bottom, right - left) if turn in {90, 270} else (right - left, top - bottom)
    parts = [(stamp.number, wide - _SIDE - font.width(stamp.number), "PageNum")]
    if stamp.mark:
        parts.append((stamp.mark, _SIDE, "Bates"))
    drawn = []
    for text, x, kind in parts:
        a, b, c, d, e, f = _upright(turn, x, _BASE, wide, high)
        at = f"{a} {b} {c} {d} {_short(e + left)} {_short(f + bottom)}"
        paper = ""
        if stamp.on_white:
            width, height = font.width(text) + 2 * _PADDING, SIZE + 2 * _PADDING
            paper = f"1 g {-_PADDING} {-2 * _PADDING} {_short(width)} {height} re f "
        drawn.append(
            f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC q {at} cm {paper}"
            f"BT 0 g {FONT_NAME} {SIZE} Tf ({text}) Tj ET Q EMC"
        )
    return "\n".join(drawn).encode()


def _visible(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """Return the part of a page that is shown: its crop box inside its media box (left, bottom, right, top)."""
    media, crop = ([float(side) for side in box] for box in (page.mediabox, page.cropbox))
    boxes = [(min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3])) for b in (media, crop)]
    return (
        max(boxes[0][0], boxes[1][0]), max(boxes[0][1], boxes[1][1]),
        min(boxes[0][2], boxes[1][2]), min(boxes[0][3], boxes[1][3]),
    )  # fmt: skip


def _upright(turn: int, x: float, y: float, wide: float, high: float) -> tuple[int, int, int, int, float, float]:
    """Return the matrix that draws upright at (x, y) of the page as it is seen, `wide` by `high`, turned clockwise."""
    if turn == 90:  # noqa: PLR2004 - quarter turns
        return 0, 1, -1, 0, high - y, x
    if turn == 180:  # noqa: PLR2004
        return -1, 0, 0, -1, wide - x, high - y
    if turn == 270:  # noqa: PLR2004
        return 0, -1, 1, 0, y, wide - x
    return 1, 0, 0, 1, x, y


def _short(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")


def embed(out: pikepdf.Pdf, font: StampFont) -> pikepdf.Object:
    """Put the font into the packet as a simple TrueType font with the way back to text."""
    program = out.make_stream(font.program)
    program["/Length1"] = len(font.program)
    name = Name(f"/LANUMB+{font.name}")
    described = out.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor, FontName=name, Flags=32, ItalicAngle=0, StemV=80, FontBBox=Array(font.box),
            Ascent=font.ascent, Descent=font.descent, CapHeight=font.ascent, FontFile2=program,
        )
    )  # fmt: skip
    return out.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=name, FirstChar=_FIRST, LastChar=ord("z"),
            Widths=Array(font.widths), Encoding=Name.WinAnsiEncoding, FontDescriptor=described,
            ToUnicode=out.make_stream(_to_unicode()),
        )
    )  # fmt: skip


def _to_unicode() -> bytes:
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /LA-Number def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"1 beginbfrange <{_FIRST:02x}> <7a> <{_FIRST:04x}> endbfrange\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()
