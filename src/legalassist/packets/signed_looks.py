"""Look at signed scans before they are bound: given twice, no picture, empty, on their side, too coarse.

A machine sees no signature, and cannot tell one form from another through a scanner's eye. What it does see is what
cannot be a signed page at all: it is refused. A person looks at every page all the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from legalassist.documents.pdf_file import open_pdf
from legalassist.errors import UsageError
from legalassist.packets.build import Signed

_SCALE = 0.5
"""Dots for a point: 36 to the inch, enough to see a stroke of a pen."""
_DARK = 128
_PICTURED = 0.3
"""A scan covers at least so much of its sheet; a photo may be cut close to what it shows."""
_SOME_INK = 0.0004
"""So much of a sheet is dark at least where anything stands on it (a line of a few words)."""
_COARSEST = 50
"""Dots to the inch below which nobody reads a signature."""
_POINTS = 72


@dataclass(frozen=True)
class _Page:
    """One page as it looks: its sheet's width and height, how it is drawn, how much of it is covered by pictures."""

    size: tuple[float, float]
    drawn: Image.Image
    pictured: float


def check_looks(signed: Iterable[Signed], printed: Mapping[str, bytes]) -> None:
    """Refuse scans that cannot be what they are given for.

    `printed` are the pieces as they were printed, by code; a page that is not there is another check's.

    Raises UsageError for one scan given for two places, and for a page that is empty, turned, too coarse, or no
    picture at all.
    """
    scans = tuple(signed)
    _check_twice(scans)
    if not scans:
        return
    papers = {(code, page): one for code, pdf in printed.items() for page, one in enumerate(_pages(pdf), 1)}
    for scan in scans:
        for page, (seen, dots) in enumerate(zip(_pages(scan.pdf), _dots(scan.pdf), strict=True), scan.page or 1):
            own = papers.get((scan.code, page))
            if own is None:
                continue
            what = f"{scan.code}: the scan of page {page}"
            _check_page(what, seen, own, dots)


def _check_twice(scans: tuple[Signed, ...]) -> None:
    """Refuse one scan for two places."""
    given: defaultdict[str, list[str]] = defaultdict(list)
    for one in scans:
        given[sha256(one.pdf).hexdigest()].append(f"{one.code} page {one.page}" if one.page else one.code)
    for places in given.values():
        if len(places) > 1:
            message = f"one scan was given for {' and for '.join(places)}"
            raise UsageError(message, "each page is signed and scanned by itself")


def _check_page(what: str, seen: _Page, own: _Page, dots: float) -> None:
    """Refuse a picture that is no signed page at all."""
    if dots < _COARSEST:
        raise UsageError(f"{what} is too coarse to be read: {dots:.0f} dots to the inch", "scan it with 150 or more")
    if (seen.size[0] > seen.size[1]) != (own.size[0] > own.size[1]):
        raise UsageError(f"{what} lies on its side", "turn it, and give it again")
    if _part_dark(seen.drawn) < _SOME_INK:
        raise UsageError(f"{what} is empty", "scan the side that was printed and signed")
    if seen.pictured < _PICTURED:
        message = f"{what} is no scan: what stands on it is text, as a computer writes it"
        raise UsageError(message, "print the page, have it signed by hand, and scan the paper (PB-02)")


def _pages(pdf: bytes) -> Iterator[_Page]:
    """Yield the pages of a PDF of ours, or of one that was cleaned, as they look."""
    with closing(pypdfium2.PdfDocument(pdf)) as opened:
        for page in opened:
            drawn = page.render(scale=_SCALE, grayscale=True).to_pil().convert("L")
            yield _Page(page.get_size(), drawn, _pictured(page))


def _pictured(page: pypdfium2.PdfPage) -> float:
    """Return the part of a page that pictures cover; a scanner may cut one page into strips."""
    wide, high = page.get_size()
    covered: float = 0.0
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, foot, right, top = one.get_bounds()
        covered += float((right - left) * (top - foot))
    return covered / float(wide * high)


def _dots(pdf: bytes) -> Iterator[float]:
    """Yield for each page how many dots to the inch its largest picture has; as many as one likes without a picture."""
    for page in open_pdf(pdf, "signed pages").pages:
        wide = abs(float(page.mediabox[2]) - float(page.mediabox[0])) / _POINTS
        high = abs(float(page.mediabox[3]) - float(page.mediabox[1])) / _POINTS
        sizes = [(image.Width, image.Height) for image in page.get_images().values()]
        yield max((max(int(w) / wide, int(h) / high) for w, h in sizes), default=float("inf"))


def _part_dark(drawn: Image.Image) -> float:
    dark = drawn.histogram()[:_DARK]
    return sum(dark) / (drawn.width * drawn.height)
