"""What comes out are upright Letter pages with room for the stamp, the same bytes for the same file."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from exhibits.hostile_pdfs import first
from exhibits.pdf_maker import made, picture_on, text
from exhibits.pictures import HEIC, drawn, jpeg_with_a_place, saved, tiff_of_pages
from exhibits.test_hostile import house, in_this_process
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array
from PIL import Image

from legalassist.exhibits import clean
from legalassist.exhibits.cleaned import Cleaned, Noticed
from legalassist.exhibits.sheet import FOOT, SIDE, TOP, fit


@pytest.fixture(autouse=True)
def _short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clean, "_asked", in_this_process)


@pytest.fixture
def taken(top):  # noqa: ANN001, ANN201 -- a function that cleans
    return lambda content, **options: clean.clean(content, house(top), **options)


def seen(pdf: bytes, at: int = 0) -> Image.Image:
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return opened[at].render(scale=1).to_pil().convert("RGB")
    finally:
        opened.close()


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    box = image.convert("L").point(lambda dot: 255 if dot < 200 else 0).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize(("turn", "size"), [(0, (612, 792)), (90, (792, 612)), (180, (612, 792)), (270, (792, 612))])
@pytest.mark.parametrize("pictures", [False, True])
def test_a_turned_page_stands_as_a_viewer_shows_it(taken, turn: int, size: tuple[int, int], *, pictures: bool) -> None:  # noqa: ANN001
    content = made(text("X" * 20, 50, 700, 30), change=first(Rotate=turn))
    ours, theirs = inked(seen(taken(content, pictures=pictures).pdf)), inked(seen(content))
    assert seen(taken(content, pictures=pictures).pdf).size == size
    where = [side / whole for side, whole in zip(ours, (*size, *size), strict=True)]
    expected = [side / whole for side, whole in zip(theirs, (*size, *size), strict=True)]
    assert where == pytest.approx(expected, abs=0.06)


def test_a_picture_with_an_orientation_is_turned_upright(taken) -> None:  # noqa: ANN001
    page = seen(taken(jpeg_with_a_place(6)).pdf)
    left, top, right, _ = inked(page)
    assert page.size == (612, 792)  # 64 by 48, a quarter turned: upright
    assert page.getpixel((right - 2, top + 2))[0] > 200  # the red quarter is now upper right
    assert page.getpixel((right - 2, top + 2))[1] < 60
    assert left < right


def test_heic_and_jpeg_of_the_same_show_the_same(taken) -> None:  # noqa: ANN001
    heic, jpeg = (seen(taken(content).pdf) for content in (HEIC, jpeg_with_a_place(6)))
    assert heic.size == jpeg.size
    assert inked(heic) == pytest.approx(inked(jpeg), abs=2)


def test_pages_of_a_tiff_stay_black_and_white(taken) -> None:  # noqa: ANN001
    found = taken(tiff_of_pages(2))
    assert found.pages == 2
    with pikepdf.open(BytesIO(found.pdf)) as pdf:
        (image,) = pdf.pages[0].obj.Resources.XObject.values()
        assert image.BitsPerComponent == 1
    assert inked(seen(found.pdf, 1))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_large_photo_is_made_smaller_and_keeps_its_look(taken, kind: str) -> None:  # noqa: ANN001
    options = {"compression": "tiff_lzw"} if kind == "TIFF" else {}
    found = taken(saved(drawn((5000, 4000)), kind, **options))
    with pikepdf.open(BytesIO(found.pdf)) as pdf:
        (image,) = pdf.pages[0].obj.Resources.XObject.values()
        assert max(int(image.Width), int(image.Height)) <= 2040
    page = seen(found.pdf)
    assert page.size == (792, 612)
    assert page.getpixel((200, 150))[1] < 60
    assert page.getpixel((600, 450))[1] > 200


@given(st.floats(1, 14400), st.floats(1, 14400), st.floats(0.1, 10))
@settings(max_examples=200)
def test_whatever_the_size_it_lies_inside_the_margins(width: float, height: float, largest: float) -> None:
    sheet = fit(width, height, largest)
    assert sheet.x >= SIDE - 0.01
    assert sheet.y >= FOOT - 0.01
    assert sheet.x + width * sheet.scale <= sheet.width - SIDE + 0.01
    assert sheet.y + height * sheet.scale <= sheet.height - TOP + 0.01


def test_the_same_file_gives_the_same_bytes(taken) -> None:  # noqa: ANN001
    for content in (made(change=lambda p: picture_on(p, b"\x80" * 64)), jpeg_with_a_place(), HEIC):
        assert taken(content).pdf == taken(content).pdf


def test_the_foot_of_a_full_page_stays_free(taken) -> None:  # noqa: ANN001
    full = made("0.5 g 0 0 612 792 re f")
    assert inked(seen(taken(full).pdf))[3] <= 792 - FOOT + 1


def test_what_lies_outside_the_crop_box_is_not_shown(taken) -> None:  # noqa: ANN001
    content = made("1 0 0 rg 0 0 612 300 re f 0 g 0 600 612 20 re f", change=first(CropBox=Array([0, 400, 612, 792])))
    red = [dot for dot in seen(taken(content).pdf).get_flattened_data() if dot[0] > 200 and dot[1] < 60]
    assert red == []


@pytest.mark.parametrize(
    ("noticed", "line"),
    [
        (Noticed("link"), "link"),
        (Noticed("link", 3), "link (3 times)"),
        (Noticed("link", 1, (2,)), "link (page 2)"),
        (Noticed("link", 4, (5, 1, 2, 3)), "link (4 times; pages 1-3, 5)"),
    ],
)
def test_a_line_of_the_list_reads_as_a_sentence(noticed: Noticed, line: str) -> None:
    assert str(noticed) == line


def test_cleaning_the_cleaned_changes_nothing_that_is_seen(taken) -> None:  # noqa: ANN001
    once: Cleaned = taken(made(text("X" * 20)))
    twice = taken(once.pdf)
    assert twice.noticed == ()
    assert twice.pages == once.pages
