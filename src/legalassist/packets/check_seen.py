"""Check that what we laid out can be read as it was drawn: glyphs, lines, boxes (`documents.rendered`)."""

from collections.abc import Collection, Iterator

from legalassist.documents.rendered.every import look_at
from legalassist.documents.rendered.found import Found, Weight
from legalassist.packets.check_pages import BoundPdf


def drawn_wrong(bound: BoundPdf, pages: Collection[int]) -> Iterator[Found]:
    """Yield what makes pages (from 0) of ours unfit to be handed in."""
    yield from (one for one in look_at(bound.pdf, bound.read, pages) if one.weight is Weight.ERROR)


def to_look_at(bound: BoundPdf, pages: Collection[int], names: Collection[str] = ()) -> Iterator[Found]:
    """Yield what a person should look at on pages (from 0) of ours; `names` should stand on one line each."""
    found = look_at(bound.pdf, bound.read, pages, names=names)
    yield from (one for one in found if one.weight is Weight.LOOK)
