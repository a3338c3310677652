"""Bind signed pages in: a scan takes the place of a whole piece, or of single pages of it.

A scan was cleaned as an exhibit is. What the page said is then a picture: a Figure with a text for it.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary

from legalassist.documents.pdf_file import entry, kids, number_of, numbered, open_pdf, whole_pdf
from legalassist.errors import DocumentError, UsageError
from legalassist.exhibits.sheet import FOOT, SIDE, TOP
from legalassist.packets.build import Signed
from legalassist.packets.pieces import BoundPiece, Placed
from legalassist.packets.plan import Planned
from legalassist.packets.untagged import tag_page

_KEPT = frozenset({"/Type", "/Parent"})


def bind_signed(planned: Planned, pdf: bytes, signed: Iterable[Signed]) -> bytes:
    """Return a piece's PDF with its signed pages in the place of those that were printed; the same bytes for the same.

    Raises UsageError where a scan has another number of pages than what it takes the place of.
    """
    given = {one.page: one for one in signed}
    if not given:
        return pdf
    count = len(open_pdf(pdf, planned.code).pages)
    scans = {page: open_pdf(one.pdf, "signed pages") for page, one in given.items()}
    if 0 in scans:
        _check_count(f"{planned.code}: the signed scan", len(scans[0].pages), count)
        if len(scans) > 1:
            raise UsageError(f"{planned.code}: a scan of the whole piece and one of a page were given", "give one")
        return given[0].pdf
    for page, scan in scans.items():
        _check_count(f"{planned.code}: the scan of page {page}", len(scan.pages), 1)
        if page > count:
            raise UsageError(f"{planned.code} has no page {page}", f"it has {count} pages, counted from 1")
    return _replaced(planned, pdf, scans)


def to_the_edges(pdf: bytes) -> bytes:
    """Return a cleaned scan as large as its sheets allow: the margins of an exhibit are for its marks."""
    with whole_pdf("signed pages"):
        opened = pikepdf.open(BytesIO(pdf))
        for page in opened.pages:
            wide, high = (float(side) for side in (page.mediabox[2], page.mediabox[3]))
            scale = min(wide / (wide - 2 * SIDE), high / (high - TOP - FOOT))
            middle = ((wide - scale * wide) / 2, (high - scale * (high - TOP + FOOT)) / 2)
            page.contents_add(
                f"q {scale:.5f} 0 0 {scale:.5f} {middle[0]:.3f} {middle[1]:.3f} cm\n".encode(), prepend=True
            )
            page.contents_add(b"\nQ")
        out = BytesIO()
        opened.save(out, deterministic_id=True, linearize=False)
        return out.getvalue()


def _check_count(what: str, pages: int, wanted: int) -> None:
    if pages != wanted:
        message = f"{what} has {pages} pages; what it takes the place of has {wanted}"
        raise UsageError(message, "scan exactly those pages, in their order")


def _replaced(planned: Planned, content: bytes, scans: dict[int, pikepdf.Pdf]) -> bytes:
    """Return a PDF some of whose pages are scans."""
    with whole_pdf(planned.code):
        pdf = pikepdf.open(BytesIO(content))
        for number, scan in sorted(scans.items()):
            _replace(pdf, planned, number - 1, scan)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, linearize=False)
        return out.getvalue()


def _replace(pdf: pikepdf.Pdf, planned: Planned, index: int, scan: pikepdf.Pdf) -> None:
    """Put a scan on a page: the page itself stays, so that what leads to it still does."""
    page = pdf.pages[index]
    tree = _Tree(pdf) if isinstance(entry(pdf.Root, "/StructTreeRoot"), Dictionary) else None
    if tree is not None:
        tree.forget(page)
    for name in [str(key) for key in page.obj.keys() if str(key) not in _KEPT]:  # noqa: SIM118 - pikepdf's own
        del page.obj[name]
    shown = scan.pages[0]
    shown.contents_coalesce()
    page.obj["/Contents"] = pdf.copy_foreign(shown.obj["/Contents"])
    page.obj["/Resources"] = pdf.copy_foreign(scan.make_indirect(shown.resources))
    page.obj["/MediaBox"] = Array([float(edge) for edge in shown.mediabox])
    if tree is not None:
        tree.add(planned, index)


class _Tree:
    """The structure tree of a piece, while one page of it is replaced."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.out = pdf
        self.root = pdf.Root["/StructTreeRoot"]
        self.way_back = {key: value for key, value in numbered(entry(self.root, "/ParentTree")) if isinstance(key, int)}

    def key(self, value: pikepdf.Object) -> int:
        """Give a new place in the parent tree to an element or a list of elements; return its key."""
        key = max(self.way_back, default=-1) + 1
        self.way_back[key] = value if value.is_indirect else self.out.make_indirect(value)
        return key

    def forget(self, page: pikepdf.Page) -> None:
        """Take everything that stands on a page out of the tree."""
        lost = [entry(page.obj, "/StructParents")]
        lost += [entry(each, "/StructParent") for each in kids(entry(page.obj, "/Annots"))]
        for key in lost:
            if isinstance(key, int):
                self.way_back.pop(key, None)
        _prune(self.root, number_of(page.obj), None)

    def add(self, planned: Planned, index: int) -> None:
        """Hang the picture into the tree, behind all that begins on an earlier page."""
        pages = tuple(self.out.pages)
        top = [each for each in kids(entry(self.root, "/K")) if isinstance(each, Dictionary)]
        parent = top[0] if len(top) == 1 else self.root
        piece = BoundPiece(planned.code, planned.title, b"")
        placed = Placed(piece, self.out, 0, pages, tuple("" for _ in pages))
        made = list(tag_page(self, parent, placed, index))
        order = {number_of(page.obj): place for place, page in enumerate(pages)}
        there = list(kids(entry(parent, "/K")))
        later = (n for n, kid in enumerate(there) if _first(kid, entry(parent, "/Pg"), order, len(pages)) > index)
        at = next(later, len(there))
        parent["/K"] = Array([*there[:at], *made, *there[at:]])
        pairs = [part for key in sorted(self.way_back) for part in (key, self.way_back[key])]
        self.root["/ParentTree"] = self.out.make_indirect(Dictionary(Nums=Array(pairs)))
        self.root["/ParentTreeNextKey"] = max(self.way_back) + 1


def _prune(element: pikepdf.Object, page: int, stands: object) -> bool:
    """Take what stands on a page out of an element; say whether nothing is left of the element."""
    stands = entry(element, "/Pg") or stands
    kept: list[object] = []
    before = list(kids(entry(element, "/K")))
    for kid in before:
        if isinstance(kid, int):
            gone = number_of(stands) == page
        elif isinstance(kid, Dictionary) and ("/MCID" in kid or "/Obj" in kid):
            gone = number_of(entry(kid, "/Pg") or stands) == page
        else:
            gone = isinstance(kid, Dictionary) and _prune(kid, page, stands)
        if not gone:
            kept.append(kid)
    if len(kept) != len(before):
        element["/K"] = Array(kept)
    return bool(before) and not kept


def _first(element: object, stands: object, order: dict[int, int], none: int) -> int:
    """Return the first page (from 0) that something of an element stands on."""
    return min(_places(element, stands, order), default=none)


def _places(element: object, stands: object, order: dict[int, int]) -> Iterator[int]:
    stands = entry(element, "/Pg") or stands
    if isinstance(element, int) or entry(element, "/MCID") is not None or entry(element, "/Obj") is not None:
        yield order.get(number_of(stands), 0)
        return
    for kid in kids(entry(element, "/K")):
        yield from _places(kid, stands, order)


def check_signed(planned: Planned | None, code: str, signers: tuple[str, ...]) -> None:
    """Refuse a scan for a piece that is not there, or that nobody signs; raises DocumentError."""
    if planned is None:
        raise DocumentError(f"this packet has no piece {code!r} that could be signed", "see the signing sheet")
    if not signers:
        raise DocumentError(f"{code}: nobody signs this piece", "see the signing sheet")
