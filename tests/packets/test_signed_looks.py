"""A scan that cannot be a signed page is refused before it is bound; whatever a scanner does to a page is not."""

from io import BytesIO

import pikepdf
import pytest
from packets.made import WORDS, written
from packets.test_signed import picture
from PIL import Image

from legalassist.documents.pdf_file import open_pdf
from legalassist.errors import UsageError
from legalassist.exhibits.clean import House, clean
from legalassist.library import fonts
from legalassist.packets.build import Signed
from legalassist.packets.signed import to_the_edges
from legalassist.packets.signed_looks import check_looks

HOUSE = House(fonts(), "")
LETTER = written(f"<h1>T</h1><p>ONE {WORDS * 8}</p>")
PRINTED = {"letter": LETTER, "other": LETTER}


def scanned(content: bytes, ending: str = ".jpg") -> bytes:
    return to_the_edges(clean(content, HOUSE, ending=ending).pdf)


def as_kind(kind: str) -> bytes:
    """Return the scan in another kind of file, a little turned and grey as a scanner leaves it."""
    out = BytesIO()
    turned = Image.open(BytesIO(picture())).rotate(1.5, fillcolor=235)
    turned.save(out, kind, dpi=(100, 100), resolution=100)
    return out.getvalue()


@pytest.mark.parametrize("ending", [".jpg", ".png", ".tiff", ".pdf"])
def test_a_scan_a_little_turned_is_taken_in_every_kind_of_file(ending: str) -> None:
    content = as_kind({".jpg": "JPEG", ".png": "PNG", ".tiff": "TIFF", ".pdf": "PDF"}[ending])
    check_looks([Signed("letter", 0, scanned(content, ending))], PRINTED)


@pytest.mark.parametrize(
    ("content", "ending", "message"),
    [
        (picture(ink=255), ".jpg", "letter: the scan of page 1 is empty"),
        (picture(size=(1100, 850)), ".jpg", "letter: the scan of page 1 lies on its side"),
        (picture(size=(85, 110)), ".jpg", "letter: the scan of page 1 is too coarse to be read: 1. dots to the inch"),
        (LETTER, ".pdf", "letter: the scan of page 1 is no scan: what stands on it is text"),
    ],
)
def test_what_cannot_be_a_signed_page_is_refused(content: bytes, ending: str, message: str) -> None:
    for page in (0, 1):
        with pytest.raises(UsageError, match=message):
            check_looks([Signed("letter", page, scanned(content, ending))], PRINTED)


def test_one_scan_does_not_stand_for_two_places() -> None:
    scan, other = scanned(picture()), scanned(picture(1))
    check_looks([Signed("letter", 1, scan), Signed("other", 1, other)], PRINTED)
    with pytest.raises(UsageError, match="one scan was given for letter page 1 and for other"):
        check_looks([Signed("letter", 1, scan), Signed("other", 0, scan)], PRINTED)


def test_a_scan_is_bound_as_large_as_it_was() -> None:
    """An exhibit is made smaller for its marks; a signed page has none, and a form's barcode has its size."""
    with open_pdf(scanned(picture()), "scan") as opened:
        drawn = pikepdf.parse_content_stream(opened.pages[0])
        operators = [[float(number) for number in one.operands] for one in drawn if str(one.operator) == "cm"]
    whole, placed = operators
    wide, high = whole[0] * placed[0], whole[3] * placed[3]
    assert 0.98 < wide / 612 <= 1
    assert 0.98 < high / 792 <= 1
    left, foot = whole[0] * placed[4] + whole[4], whole[3] * placed[5] + whole[5]
    assert left >= 0
    assert foot >= 0
    assert left + wide <= 612
    assert foot + high <= 792
