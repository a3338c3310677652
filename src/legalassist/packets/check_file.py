"""Check what hangs on a bound file as a whole: its bookmarks, its metadata and its catalog are exactly ours."""

from collections.abc import Iterator, Sequence

import pikepdf
from lxml import etree

from legalassist.documents.pdf_file import claims_ua, entry, text_of
from legalassist.packets.check_pages import BoundPdf
from legalassist.packets.manifest import Piece
from legalassist.packets.outline import PRODUCER, xmp

_BOOKMARK = frozenset({"/Count", "/Dest", "/First", "/Last", "/Next", "/Parent", "/Prev", "/Title"})
_CATALOG = frozenset(
    {
        "/AcroForm",
        "/Lang",
        "/MarkInfo",
        "/Metadata",
        "/Names",
        "/OCProperties",
        "/Outlines",
        "/PageLabels",
        "/PageMode",
        "/Pages",
        "/StructTreeRoot",
        "/Type",
        "/ViewerPreferences",
    }
)
_INSIDE = {
    "/AcroForm": frozenset({"/Fields"}),
    "/Names": frozenset({"/Dests"}),
    "/OCProperties": frozenset({"/D", "/OCGs"}),
    "/ViewerPreferences": frozenset({"/DisplayDocTitle"}),
}
_LAYERS = frozenset({"/Name", "/OFF", "/Order"})


def file_faults(bound: BoundPdf, pieces: Sequence[Piece], title: str) -> Iterator[str]:
    """Yield what a bound file has beyond, or instead of, what binding the pieces under this title gives it."""
    yield from _outline(bound, pieces)
    yield from _metadata(bound, title)
    yield from _catalog(bound.pdf)


def _outline(bound: BoundPdf, pieces: Sequence[Piece]) -> Iterator[str]:
    """Compare the bookmarks with those of the pieces: as many, in their order, each at its level."""
    marks = list(bound.outline())
    expected = list(_expected(pieces))
    if [(mark.level, mark.title, mark.page) for mark in marks] != expected:
        yield f"the bookmarks are not exactly those of its {len(expected)} pieces"
    for number, mark in enumerate(marks, 1):
        if mark.keys - _BOOKMARK:
            yield f"bookmark {number} has more than a title and a page"


def _expected(pieces: Sequence[Piece]) -> Iterator[tuple[int, str, int | None]]:
    """Yield each piece's bookmark: a piece stands below the last one before it whose level is lower."""
    above: list[int] = []
    for piece in pieces:
        while above and above[-1] >= piece.level:
            above.pop()
        above.append(piece.level)
        yield len(above), piece.title, piece.first - 1


def _metadata(bound: BoundPdf, title: str) -> Iterator[str]:
    """Compare the file's own title and metadata."""
    information = entry(bound.pdf.trailer, "/Info")
    held = (
        {key: text_of(value) for key, value in information.items()}
        if isinstance(information, pikepdf.Dictionary)
        else {}
    )
    if held != {"/Title": title, "/Producer": PRODUCER}:
        yield "the file's title or its other particulars are not those it was bound with"
    metadata = entry(bound.pdf.Root, "/Metadata")
    written = metadata.read_bytes() if isinstance(metadata, pikepdf.Stream) else b""
    if _said(written) != _said(xmp(title, pdf_ua=claims_ua(bound.pdf))):
        yield "the XMP metadata is not what it was bound with"


def _said(metadata: bytes) -> list[tuple[str, ...]]:
    """Return what XMP says, element by element; the library that saves a PDF indents it anew."""
    try:
        root = etree.fromstring(metadata, etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=False))
    except etree.XMLSyntaxError:
        return []
    return [
        (str(each.tag), (each.text or "").strip(), (each.tail or "").strip(), *(f"{k}={v}" for k, v in _held(each)))
        for each in root.iter()
    ]


def _held(element: etree._Element) -> list[tuple[str, str]]:
    return sorted((str(key), str(value)) for key, value in element.items())


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Compare what the catalog has: nothing may change how the pages open, show or print."""
    yield from (f"the file carries {key[1:]}" for key in sorted(set(pdf.Root.keys()) - _CATALOG))
    for key, allowed in _INSIDE.items():
        held = entry(pdf.Root, key)
        more = set(held.keys()) - allowed if isinstance(held, pikepdf.Dictionary) else set()
        yield from (f"the file's {key[1:]} carries {each[1:]}" for each in sorted(more))
    if entry(entry(pdf.Root, "/ViewerPreferences"), "/DisplayDocTitle") is not True:
        yield "the file does not ask for its title to be shown"
    if text_of(entry(pdf.Root, "/PageMode")) != "/UseOutlines":
        yield "the file does not open with its bookmarks"
    default = entry(entry(pdf.Root, "/OCProperties"), "/D")
    if isinstance(default, pikepdf.Dictionary) and set(default.keys()) - _LAYERS:
        yield "the layers have settings of their own"
