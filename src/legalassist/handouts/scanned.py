"""Read the code to scan back from the finished page: module by module it is the clinic's address, and large enough.

A code that a template swaps for another looks the same to a person, and a telephone follows it elsewhere.
"""

from collections.abc import Iterator, Sequence

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from legalassist.handouts.piece import Piece
from legalassist.handouts.places import Leaf
from legalassist.handouts.qr import MODULE, modules_of

_SCALE = 3
"""216 dots an inch: a module of 0.4 mm has three dots a side."""

_DARK = 128
_SMALLEST = 20.0
"""Points: what is smaller (a bullet, a rule) is no code."""

_SQUARE = 0.5
"""Points by which a square may be higher than wide."""

_MM = 25.4 / 72


def code_problems(pdf: bytes, piece: Piece, leaves: Sequence[Leaf]) -> Iterator[str]:
    """Yield what is wrong with the codes of a finished PDF; nothing on a piece that carries none."""
    if not piece.code_to_scan[0]:
        return
    wanted = modules_of(piece.shown.url)
    sizes: list[float] = []
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            drawn = page.render(scale=_SCALE, grayscale=True).to_pil()
            left, _, _, top = page.get_mediabox()
            boxes = ((a - left, top - d, c - left, top - b) for a, b, c, d in _squares(page))
            sizes += [box[2] - box[0] for box in boxes if _modules(drawn, box, len(wanted)) == wanted]
    copies = sum(len(leaf.spots) for leaf in leaves) or 1
    if len(sizes) < copies:
        yield f"{len(sizes)} of {copies} codes to scan lead to the clinic's address"
    finest = min(sizes, default=0.0) * _MM / len(wanted)
    if sizes and finest < MODULE - 0.005:
        yield f"a code to scan has modules of {finest:.2f} mm; {MODULE} is needed"


def _squares(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    """Yield the squares drawn on a page; a code lies on a white one, its quiet zone."""
    seen = set()
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM]):
        left, bottom, right, top = one.get_bounds()
        if right - left > _SMALLEST and abs((right - left) - (top - bottom)) < _SQUARE:
            seen.add((left, bottom, right, top))
    yield from sorted(seen)


def _modules(drawn: Image.Image, box: tuple[float, float, float, float], count: int) -> tuple[bytes, ...]:
    """Return a part of a drawing as rows of modules, 1 where it is dark; none of what reaches over its edge."""
    left, up, right, down = (edge * _SCALE for edge in box)
    if min(left, up) < 0 or right > drawn.width or down > drawn.height:
        return ()
    part = drawn.resize((count, count), Image.Resampling.BOX, box=(left, up, right, down))
    dots = bytes(value < _DARK for value in part.tobytes())
    return tuple(dots[row * count : (row + 1) * count] for row in range(count))
