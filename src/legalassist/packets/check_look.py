"""Check that each page of a bound piece looks as it does in the piece's own PDF, with our stamp and nothing else.

The words can be right on a page that was covered, cut, clipped or turned. So what a page draws, what it draws it with,
what frames it, and where its links and fields lie must be what the piece's page has; the one thing added is the stamp,
byte for byte. See docs/decisions/0014-what-a-check-proves.md for what this does not prove.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pikepdf

from legalassist.documents.page import PIECE_LINK
from legalassist.documents.pdf_file import entry, kids, text_of
from legalassist.documents.tags.tagged import landing_page
from legalassist.packets.carry import clean
from legalassist.packets.check_pages import BoundPdf
from legalassist.packets.looks import BOXES, Looks, content, frame, inherited
from legalassist.packets.manifest import Piece
from legalassist.packets.pieces import BoundPiece
from legalassist.packets.stamp import FONT_NAME, Stamp, drawn, embed, stamp_font
from legalassist.packets.untagged import MARK_END, mark_begin, strip_marks

_COMPARED_APART = frozenset({"/Annots", "/Contents", "/Parent", "/Resources", "/Rotate", "/StructParents", "/Tabs",
                             "/Type", "/UserUnit", *BOXES})  # fmt: skip
_MADE_BY_BINDING = frozenset({"/A", "/Contents", "/Dest", "/T"})


class LookCheck:
    """Holds the pages of one bound PDF against those of its pieces; `own` are the pieces' PDFs by code."""

    def __init__(self, bound: BoundPdf, own: Mapping[str, BoundPdf], pieces: Sequence[Piece], font: Path) -> None:
        """Take both; the pieces' PDFs are cleaned in memory as the binder cleans them."""
        self.bound, self.own = bound, own
        self.looks = Looks(bound.pdf)
        self.firsts = {piece.code: piece.first - 1 for piece in pieces}
        self.font = stamp_font(font)
        scratch = pikepdf.new()
        self.number_font = Looks(scratch).digest(embed(scratch, self.font))
        self.own_looks: dict[str, Looks] = {}

    def piece(self, piece: Piece, number_prefix: str, marks: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Yield what looks different in one piece: the packet's page (from 0), and what is different there.

        `marks` are the exhibit's own page marks that its pages should show. Raises DocumentError where the piece's
        PDF holds what is never bound.
        """
        own = self.own[piece.code]
        tagged = entry(entry(own.pdf.Root, "/StructTreeRoot"), "/K") is not None
        clean(own.pdf, BoundPiece(piece.code, piece.title, b"", ours=piece.ours))
        looks = self.own_looks.setdefault(piece.code, Looks(own.pdf))
        for number, page in enumerate(own.pdf.pages):
            at = piece.first - 1 + number
            stamp = Stamp(page, f"{number_prefix}{at + 1}", marks[number], not tagged) if piece.ours else None
            bound = self.bound.pdf.pages[at].obj
            found = (
                *self._frame(bound, page.obj, looks),
                *self._resources(bound, page.obj, looks, stamped=piece.ours),
                *self._links(piece.code, bound, page.obj, looks),
                *self._content(bound, page, stamp, tagged=tagged),
            )
            yield from ((at, f"{what} page {number + 1} of {piece.code}") for what in found)

    def _frame(self, bound: pikepdf.Object, own: pikepdf.Object, looks: Looks) -> Iterator[str]:
        """Compare what frames the page, and whatever else hangs on it."""
        here, there = frame(bound), frame(own)
        if here["/Rotate"] != there["/Rotate"]:
            yield "the page is turned otherwise than"
        if any(here[key] != there[key] for key in (*BOXES, "/UserUnit")):
            yield "the page is cut or sized otherwise than"
        for key in sorted({*bound.keys(), *own.keys()} - _COMPARED_APART):
            if self.looks.digest(bound.get(key)) != looks.digest(own.get(key)):
                yield f"the page has another {key[1:]} than"

    def _resources(self, bound: object, own: object, looks: Looks, *, stamped: bool) -> Iterator[str]:
        """Compare the fonts, pictures, layers and patterns that the page draws with."""
        here, there = inherited(bound, "/Resources"), inherited(own, "/Resources")
        kinds = sorted({*_keys(here), *_keys(there)})
        for kind in kinds:
            mine, theirs = (_named(self.looks, entry(here, kind)), _named(looks, entry(there, kind)))
            if stamped and kind == "/Font" and mine.pop(FONT_NAME, "") != self.number_font:
                yield "the running number is set in another font than ours on"
            if mine != theirs:
                yield f"the page draws with another {kind[1:]} than"

    def _content(self, bound: pikepdf.Object, own: pikepdf.Page, stamp: Stamp | None, *, tagged: bool) -> Iterator[str]:
        """Compare what is drawn, byte for byte: the piece's page, and around it what binding adds."""
        if not tagged:
            strip_marks(own)
        inside = content(own.obj)
        if not tagged:
            inside = [mark_begin(inherited(own.obj, "/Resources")), *inside, MARK_END]
        if stamp is not None:
            inside = [b"q", *inside, b"Q\n" + drawn(stamp, self.font)]
        if b"\n".join(each.strip() for each in inside) != b"\n".join(content(bound)):
            yield "something else is drawn than on"

    def _links(self, code: str, bound: object, own: object, looks: Looks) -> Iterator[str]:
        """Compare the links and fields: where they lie, how they look, where they lead."""
        here, there = (list(kids(entry(page, "/Annots"))) for page in (bound, own))
        if len(here) != len(there):
            yield "there are more or fewer links and fields than on"
            return
        for number, (mine, theirs) in enumerate(zip(here, there, strict=True), 1):
            digests = (
                each.digest(thing, without=_MADE_BY_BINDING) for each, thing in ((self.looks, mine), (looks, theirs))
            )
            if len(set(digests)) > 1:
                yield f"link or field {number} lies elsewhere or looks otherwise than on"
            if self._aim(mine) != self._own_aim(code, theirs):
                yield f"link {number} leads elsewhere than on"

    def _aim(self, link: object) -> tuple[str, int | None]:
        """Return where a link of the packet leads: an address, or a page of the packet (from 0)."""
        address = text_of(entry(entry(link, "/A"), "/URI"))
        if address is not None:
            return address, None
        return "", landing_page(entry(link, "/Dest"), self.bound.names, self.bound.pages)

    def _own_aim(self, code: str, link: object) -> tuple[str, int | None]:
        """Return where a link of a piece should lead in the packet."""
        own = self.own[code]
        address = text_of(entry(entry(link, "/A"), "/URI"))
        if address is not None and address.startswith(PIECE_LINK):
            target, _, inside = address.removeprefix(PIECE_LINK).partition("#")
            target = target.rstrip("/")
            page = _inside(self.own[target], inside) if target in self.own else None
            return "", None if page is None else self.firsts[target] + page
        if address is not None:
            return address, None
        page = landing_page(entry(link, "/Dest"), own.names, own.pages)
        return "", None if page is None else self.firsts[code] + page


def _inside(own: BoundPdf, inside: str) -> int | None:
    """Return the page (from 0) of a piece that ``CODE``, ``CODE#page=2`` or ``CODE#name`` means."""
    numbered = inside.removeprefix("page=")
    if numbered != inside and numbered.isdecimal():
        return int(numbered) - 1
    return landing_page(inside, own.names, own.pages) if inside else 0


def _keys(thing: object) -> Iterator[str]:
    if isinstance(thing, pikepdf.Dictionary):
        yield from thing.keys()


def _named(looks: Looks, things: object) -> dict[str, str]:
    """Return the digest of each named thing of a kind; a kind that is no dictionary has one thing without a name."""
    if isinstance(things, pikepdf.Dictionary):
        return {name: looks.digest(thing) for name, thing in things.items()}
    return {} if things is None else {"": looks.digest(things)}
