"""What a clinic's template says beside the printed words: a description, a link, a bookmark, a picture is refused."""

from base64 import b64encode
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from one_library import LIBRARY
from PIL import Image

from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.pdf import write_pdf
from legalassist.handouts.formats import FORMATS
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.piece import Piece
from legalassist.handouts.read_back import sheet_problems
from legalassist.library import Library
from legalassist.library import fonts as fonts_folder

OURS = Fonts.read(fonts_folder())
DRAWING = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{}</svg>"
URL = "https://example.org/help"


def address(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(content).decode()}"


def dots() -> str:
    out = BytesIO()
    Image.new("L", (9, 9), 0).save(out, "PNG")
    return address("png", out.getvalue())


LINES = address("svg+xml", DRAWING.format("<path d='M0 0h9v9z'/>").encode())
WORDS = address("svg+xml", DRAWING.format("<text x='0' y='8' font-size='4'>ICE</text>").encode())


@pytest.fixture(scope="module")
def hidden(library: Library) -> Piece:
    run = Run(library, open_clinic(library), date(2026, 11, 25))
    return next(run.candidates(run.topic("free-advice"), FORMATS["sticker"], "en"))[0]


@pytest.fixture(scope="module")
def half(library: Library) -> Piece:
    run = Run(library, open_clinic(library), date(2026, 11, 25))
    piece = next(run.candidates(run.topic("phone-safety"), FORMATS["half"], "zh_Hans"))[0]
    return replace(piece, scanned=True, shown=replace(piece.shown, url=URL, logo=LINES))


def pages(piece: Piece) -> str:
    return whole_sheet(environment(LIBRARY), piece, piece.form.sizes(piece.language)[-1])


def problems(piece: Piece, old: str = "", new: str = "") -> tuple[str, ...]:
    html = pages(piece)
    assert old in html
    return sheet_problems(write_pdf(html.replace(old, new), fonts=OURS), piece)


def style(css: str) -> str:
    return f"<style>{css}</style></head>"


def test_a_piece_as_it_is_shipped_says_nothing_beside(hidden: Piece, half: Piece) -> None:
    assert problems(hidden) == problems(half) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("</h1>", f"<img alt='trafficking' src=\"{LINES}\"></h1>", "described by what nobody stands behind: 'traffick"),
        ("</h1>", f"<svg width='9' height='9'><title>raid</title></svg></h1><img alt='b' src=\"{LINES}\">", "'raid'"),
        ("</h1>", "<a href='https://example.org/other'>&#160;</a></h1>", "'https://example.org/other'"),
        ("</h1>", "<a href='tel:911'>&#160;</a></h1>", "'tel:911'"),
        ("</h1>", "<input style='appearance: auto'></h1>", "'/Widget'"),
        ("</head>", style("h1 { bookmark-label: 'ICE' }"), "a bookmark says what is on no handout: 'ICE'"),
        ("</h1>", f"</h1><p><img alt='Example Street Legal Clinic' src=\"{dots()}\"></p>", "not the clinic's logo"),
        ("</head>", style(f".panel {{ background: url('{dots()}') no-repeat; background-size: 1pt }}"),
         "not the clinic's logo"),
        ("</head>", style(f".panel {{ background: url('{WORDS}'); background-size: 9pt }}"), "words are drawn as"),
    ],
)  # fmt: skip
def test_what_a_hidden_piece_says_beside_its_words_is_found(hidden: Piece, old: str, new: str, told: str) -> None:
    assert any(told in one for one in problems(hidden, old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f'alt="{URL}"', 'alt="https://example.org/other"'), (f'alt="{URL}"', 'alt="code"'),
        ('alt="Example Street Legal Clinic"', 'alt="logo"'),
    ],
)  # fmt: skip
def test_a_code_is_described_by_its_address_and_a_logo_by_the_clinics_name(half: Piece, old: str, new: str) -> None:
    found = problems(half, old, new)
    assert any("nobody stands behind" in one for one in found)
    assert any("not described by its address" in one for one in found)


def test_a_link_to_the_address_that_is_printed_in_words_is_the_clinics_own(half: Piece) -> None:
    words = f'<p lang="en">{URL}</p>'
    assert problems(half, words, f'<p lang="en"><a href="{URL}">{URL}</a></p>') == ()
    told = problems(half, words, f'<p lang="en"><a href="{URL}?who=1">{URL}</a></p>')
    assert any("a link, a field or a note" in one for one in told)


def test_words_for_a_screen_reader_alone_and_enclosed_files_are_found(hidden: Piece) -> None:
    pdf = write_pdf(pages(hidden), fonts=OURS)
    for change, told in ((_replaced, "a screen reader is given other words"), (_enclosed, "the file holds /Names")):
        out = BytesIO()
        with pikepdf.open(BytesIO(pdf)) as opened:
            change(opened)
            opened.save(out)
        assert any(told in one for one in sheet_problems(out.getvalue(), hidden))


def _replaced(opened: pikepdf.Pdf) -> None:
    heading = next(one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/H1")
    heading["/ActualText"] = pikepdf.String("Call 911")


def _enclosed(opened: pikepdf.Pdf) -> None:
    opened.attachments["a.txt"] = b"words"
