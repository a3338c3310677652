"""Where each panel lies: page by page, which panel in which box. Backs are mirrored, folded sheets imposed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legalassist.handouts.formats import Box, Format, Way
from legalassist.handouts.piece import Piece

_MM = 25.4
_FLAP = 1 / 16
"""How much shorter than the others the panel is that is folded in: inches."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A panel's place on a page: the box, and the panel's number in `panels.panels_of`."""

    box: Box
    panel: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its size, the spots on it, and whether it is printed on the back of the page before."""

    width: float
    height: float
    spots: tuple[Spot, ...]
    back: bool = False


def leaves_of(piece: Piece, count: int) -> tuple[Leaf, ...]:
    """Return the pages of a piece with so many different panels; a format that flows has none of its own."""
    form = piece.form
    folded = form.way in {Way.ROLL, Way.ZIGZAG}
    if form.way == Way.PICTURE or not (piece.profile.together or folded):
        return tuple(_alone(form, count))
    match form.way:
        case Way.ROLL | Way.ZIGZAG:
            return _folded_twice(piece, form)
        case Way.BOOKLET:
            return _booklet(piece, form, count)
        case Way.FOLDED:
            return (_leaf(form, [one % 2 for one in range(form.columns * form.rows)][::-1]),)
        case _:
            front = _leaf(form, [0] * (form.columns * form.rows))
            return (front, _mirrored(front, piece)) if count > 1 else (front,)


def _alone(form: Format, count: int) -> Iterator[Leaf]:
    """Yield a page of the cut size for each panel; the two halves of a folded card stay together."""
    width, height = form.trim.width, form.sheet.height if form.way == Way.TABS else form.trim.height
    if form.way == Way.FOLDED:
        halves = (Spot(Box(0, 0, width, height), 1), Spot(Box(width, 0, width, height), 0))
        yield Leaf(2 * width, height, halves)
        return
    box = Box(0, 0, width, form.trim.height)
    yield from (Leaf(width, height, (Spot(box, panel),), back=panel % 2 == 1) for panel in range(count))


def _leaf(form: Format, panels: Sequence[int]) -> Leaf:
    spots = tuple(Spot(box, panel) for box, panel in zip(form.boxes(), panels, strict=True))
    return Leaf(form.sheet.width, form.sheet.height, spots)


def _mirrored(front: Leaf, piece: Piece) -> Leaf:
    """Return the back of a page: each panel behind its front when the sheet is turned over its long edge."""
    spots = tuple(Spot(moved(turned(spot.box, front.width), piece), 1) for spot in front.spots)
    return replace(front, spots=spots, back=True)


def turned(box: Box, width: float) -> Box:
    """Return where a box lies when the sheet is turned like a page."""
    return replace(box, left=width - box.left - box.width)


def moved(box: Box, piece: Piece) -> Box:
    """Return a box of a back, moved by what the printer is off."""
    right, down = piece.profile.right_mm / _MM, piece.profile.down_mm / _MM
    return replace(box, left=box.left + right, top=box.top + down)


def _folded_twice(piece: Piece, form: Format) -> tuple[Leaf, ...]:
    """Return the two sides of a sheet of six panels: cover 0, then 1 to 4 in reading order, back 5.

    Rolled, the left third of the outside is folded in first and is a little shorter. Zigzag, the cover is the outside's
    right third and the back the inside's.
    """
    width, height = form.sheet.width, form.sheet.height
    short = form.trim.width if form.way == Way.ROLL else width / 3
    long = (width - short) / 2
    outside, inside = ((4, 5, 0), (1, 2, 3)) if form.way == Way.ROLL else ((4, 3, 0), (1, 2, 5))
    edges_out, edges_in = (0, short, short + long), (0, long, 2 * long)
    wide_out, wide_in = (short, long, long), (long, long, short)
    front = tuple(
        Spot(Box(left, 0, wide, height), panel) for left, wide, panel in zip(edges_out, wide_out, outside, strict=True)
    )
    back = tuple(
        Spot(moved(Box(left, 0, wide, height), piece), panel)
        for left, wide, panel in zip(edges_in, wide_in, inside, strict=True)
    )
    return Leaf(width, height, front), Leaf(width, height, back, back=True)


def _booklet(piece: Piece, form: Format, count: int) -> tuple[Leaf, ...]:
    """Return the sheets of a booklet: outside and inside of each, pages numbered for saddle stitching."""
    left, right = form.boxes()
    leaves = []
    for sheet in range(count // 4):
        first, last = 2 * sheet, count - 1 - 2 * sheet
        leaves += [
            Leaf(form.sheet.width, form.sheet.height, (Spot(left, last), Spot(right, first))),
            Leaf(
                form.sheet.width, form.sheet.height,
                (Spot(moved(left, piece), first + 1), Spot(moved(right, piece), last - 1)), back=True,
            ),
        ]  # fmt: skip
    return tuple(leaves)
