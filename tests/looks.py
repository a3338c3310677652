"""Golden pictures: how a page looks, small and in sixteen greys; ``--update-golden`` writes them anew, to be looked at.

A picture is compared softly: what another machine does to the edge of a letter is no difference, and neither is a page
moved by half a point; a letter in another face, a line moved by two points, a band that is gone is one. Measured over
the samples, as the greatest mean of a block of half an inch by an eighth and as the greatest single dot, of 256: the
same file drawn by another program (poppler for pdfium) 12 and 45, moved by half a point 18 and 55. Each planted fault
is beyond one of the two limits; the nearest are 24 by blocks (a number moved by two points) and 117 by dots (the face
of the other script).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from golden_files import GOLDEN
from PIL import Image, ImageChops, ImageFilter

DOTS = 40
"""Dots to the inch of what is kept."""

BLOCK, DOT = 22, 85
"""How far a block, and a single dot, may differ (of 256)."""

_OVER = 3
_WIDE, _HIGH = DOTS // 2, DOTS // 8
_GREYS = 15


@dataclass(frozen=True, slots=True)
class Part:
    """What of a page is looked at, in inches: left, top, right, bottom; the whole letter by default."""

    left: float = 0
    top: float = 0
    right: float = 8.5
    bottom: float = 11


WHOLE = Part()


def look_of(pdf: bytes, part: Part = WHOLE, *, right: float = 0, down: float = 0) -> Image.Image:
    """Return how a PDF's first page looks, in 256 greys; `right` and `down` move it by so many points."""
    with pypdfium2.PdfDocument(pdf) as opened:
        large = opened[0].render(scale=DOTS * _OVER / 72, grayscale=True).to_pil().convert("L")
    if right or down:
        large = ImageChops.offset(large, *(round(each * DOTS * _OVER / 72) for each in (right, down)))
    small = large.resize((large.width // _OVER, large.height // _OVER), Image.Resampling.BOX)
    return small.crop(tuple(round(each * DOTS) for each in (part.left, part.top, part.right, part.bottom)))


def differences(one: Image.Image, other: Image.Image) -> Iterator[str]:
    """Yield where two pictures of a page look otherwise: by blocks, and by single dots."""
    if one.size != other.size:
        yield f"one is {one.size}, the other {other.size} dots"
        return
    soft = [each.filter(ImageFilter.GaussianBlur(1)) for each in (one, other)]
    apart = ImageChops.difference(*soft)
    across, lines = apart.width // _WIDE, apart.height // _HIGH
    blocks = apart.crop((0, 0, across * _WIDE, lines * _HIGH)).resize((across, lines), Image.Resampling.BOX)
    for what, picture, limit, wide, high in (("block", blocks, BLOCK, _WIDE, _HIGH), ("dot", apart, DOT, 1, 1)):
        most = picture.getextrema()[1]
        if most > limit:
            place = list(picture.get_flattened_data()).index(most)
            left, top = place % picture.width * wide / DOTS, place // picture.width * high / DOTS
            yield f"a {what} {left:.1f} in from the left, {top:.1f} in from the top differs by {most} (limit {limit})"


def check_look(name: str, look: Image.Image, config: pytest.Config) -> None:
    """Compare a look with its golden picture; with ``--update-golden`` write it instead, to be looked at."""
    path = GOLDEN / "looks" / f"{name}.png"
    if config.getoption("--update-golden"):
        write(look, path)
    assert path.is_file(), f"there is no {path}: run pytest --update-golden, and look at what it wrote"
    found = list(differences(kept(path), look))
    assert not found, f"{name} looks otherwise: {'; '.join(found)}; if it is meant, --update-golden"


def kept(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("L")


def write(look: Image.Image, path: Path) -> None:
    """Keep a look in sixteen greys: a few kilobytes, and nothing in the file but its dots."""
    path.parent.mkdir(parents=True, exist_ok=True)
    greys = look.point([round(value / 255 * _GREYS) for value in range(256)])
    small = Image.frombytes("P", greys.size, greys.tobytes())
    small.putpalette([value for grey in range(_GREYS + 1) for value in [round(grey * 255 / _GREYS)] * 3])
    small.save(path, "PNG", optimize=True, bits=4)
