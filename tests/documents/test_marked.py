"""Texts are framed where they stand: a short one not inside another, what is nowhere not at all."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from legalassist.documents.fonts import Fonts
from legalassist.documents.marked import marked
from legalassist.documents.page import environment, page
from legalassist.documents.pdf import write_pdf
from legalassist.library import Library, fonts

Box = tuple[int, int, int, int]


@pytest.fixture(scope="module")
def pdf(library: Library) -> bytes:
    """Three pages: the second says nothing that is looked for."""
    body = (
        '<p lang="zh-Hans">口译员签名、日期</p><p lang="zh-Hans">日期</p><p>Signed on May 1 by the person named '
        'in part two of this very long line, which is broken somewhere.</p><p style="break-before: page">Nothing.</p>'
        '<p style="break-before: page" lang="zh-Hans">全程55分钟</p>'
    )
    html = page(environment(library), "", title="t", language="en").replace("</body>", f"{body}</body>")
    return write_pdf(html, fonts=Fonts.read(fonts()))


def framed(png: bytes) -> tuple[tuple[int, int], Box | None]:
    """Return a picture's size, and the rectangle around all that is red on it."""
    with Image.open(BytesIO(png)) as picture:
        red, green, _ = picture.convert("RGB").split()
        return picture.size, ImageChops.subtract(red, green).point(lambda value: 255 * (value > 100)).getbbox()


def test_a_word_is_framed_by_itself_and_not_inside_a_longer_text(pdf: bytes) -> None:
    _, alone = framed(marked([pdf], {1: ["日期"]}).png)
    _, both = framed(marked([pdf], {1: ["日期"], 2: ["口译员签名、日期"]}).png)
    assert alone is not None
    assert both is not None
    # Alone the word is found in the first line; beside the longer text it is the one below it.
    assert both[3] > alone[3]


@pytest.mark.parametrize("way", ["Signed on {day} by the {who} named in part two", "全程{minutes}分钟"])
def test_what_is_filled_in_is_passed_over(pdf: bytes, way: str) -> None:
    assert marked([pdf], {7: [way]}).found == {7}


def test_a_text_is_looked_for_in_the_second_way_where_the_first_is_not_printed(pdf: bytes) -> None:
    assert marked([pdf], {1: ["签署", "Nothing."]}).found == {1}


def test_what_stands_nowhere_is_not_framed_and_the_first_page_is_shown(pdf: bytes) -> None:
    drawn = marked([pdf], {1: ["没有这句话"], 2: ["分{x}程"]})
    assert drawn.found == frozenset()
    assert framed(drawn.png) == ((680, 880), None)


def test_only_pages_with_a_place_are_shown(pdf: bytes) -> None:
    drawn = marked([pdf], {1: ["口译员签名"], 2: ["全程{minutes}分钟"]})
    assert framed(drawn.png)[0] == (1360, 880)
