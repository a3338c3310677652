"""What an office copier makes of a sheet: in black and white alone nothing grey vanishes and no stroke is lost.

Each page is drawn in 256 greys at 200 dots an inch, and in 1 bit. A dot that is neither black nor white may only be the
edge of something black; and the ink of the 1-bit page may not be less than that of the grey one.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice

import pypdfium2
import pytest
from one_library import LIBRARY
from PIL import Image, ImageChops, ImageFilter

from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.pdf import write_pdf
from legalassist.handouts.formats import BOTH, FORMATS, Way
from legalassist.handouts.layout import whole_sheet
from legalassist.library import fonts as fonts_folder

DAY = date(2026, 11, 25)
OURS = Fonts.read(fonts_folder())
DOTS = 200
DARK = 128
"""A copier in black and white prints what is darker than this (of 256)."""
ALONE = 1000
"""So many dots of a page may be grey with no black beside them: corners of strokes of 7.5 points (at most 340 seen)."""

SPECIAL = {Way.NUMBER: "free-advice", Way.SIGNS: "signs"}
HARDEST = {one.name: SPECIAL.get(one.way, "paid-help") for one in FORMATS.values()}
"""The topic each format is drawn with: one that it is made of."""


def pages(pdf: bytes) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            yield page.render(scale=DOTS / 72, grayscale=True).to_pil()


def faults(pdf: bytes) -> list[str]:
    """Return what 1 bit does to a PDF's first two pages: grey that stands alone, and ink that is lost or grown."""
    found = []
    for grey in islice(pages(pdf), 2):
        middle = grey.point(lambda value: 255 if 40 < value < 215 else 0)
        beside_black = grey.filter(ImageFilter.MinFilter(5)).point(lambda value: 255 if value <= 100 else 0)
        if ImageChops.subtract(middle, beside_black).histogram()[255] > ALONE:
            found.append("grey")
        ink = sum(count * (255 - value) for value, count in enumerate(grey.histogram())) / 255
        if not 0.95 * ink <= sum(grey.histogram()[:DARK]) <= 1.05 * ink:
            found.append("strokes")
    return found


@cache
def _run() -> Run:
    library = LIBRARY
    return Run(library, open_clinic(library), DAY)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_format_loses_anything_in_black_and_white(name: str) -> None:
    form = FORMATS[name]
    language = BOTH if form.speaks(BOTH) else "zh_Hans"
    piece, _ = next(_run().candidates(_run().topic(HARDEST[name]), form, language))
    html = whole_sheet(environment(_run().library), piece, form.sizes(language)[-1])  # in its smallest letters
    assert faults(write_pdf(html, fonts=OURS, identifier=b"x")) == []


@pytest.mark.parametrize(
    ("style", "lost"),
    [
        ("color: #000", ""), ("color: #999", "grey"), ("color: #777", "grey"), ("font-size: 2.5pt", "strokes"),
        ("background: #ddd", "strokes"), ("border: 0.1pt solid #000", "grey"),
    ],
)  # fmt: skip
def test_grey_and_strokes_too_fine_would_be_seen(style: str, lost: str) -> None:
    css = f'html {{ font-family: "LA Sans" }} p {{ {style} }}'
    text = "您可以不开门，也可以隔着门说话。" * 60
    html = f'<html lang="zh-Hans"><head><title>A</title><style>{css}</style></head><body><p>{text}</p></body></html>'
    found = faults(write_pdf(html, fonts=OURS, identifier=b"x"))
    assert (lost in found) if lost else found == []
