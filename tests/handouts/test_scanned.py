"""The code on the finished page leads to the clinic's address and nowhere else, on every copy, and is large enough."""

from base64 import b64encode
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
import segno
from one_library import LIBRARY

from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.pdf import write_pdf
from legalassist.handouts.formats import FORMATS
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.piece import Piece
from legalassist.handouts.profiles import read_profile
from legalassist.handouts.read_back import sheet_problems
from legalassist.library import fonts as fonts_folder

OURS = Fonts.read(fonts_folder())
OVER = "content: ''; position: absolute; left: 4mm; top: 4mm; width: 4mm; height: 4mm; background: #fff"
URL = "https://example.org/help"


def piece(form: str, language: str = "zh_Hans") -> Piece:
    library = LIBRARY
    run = Run(library, open_clinic(library), date(2026, 11, 25))
    plain = next(run.candidates(run.topic("phone-safety"), FORMATS[form], language))[0]
    return replace(plain, scanned=True, shown=replace(plain.shown, url=URL))


def problems(made: Piece, old: str = "", new: str = "", count: int = -1) -> list[str]:
    html = whole_sheet(environment(LIBRARY), made, made.form.sizes(made.language)[-1])
    assert old in html
    found = sheet_problems(write_pdf(html.replace(old, new, count), fonts=OURS), made)
    return [one for one in found if "to scan" in one]


def other_code(url: str) -> str:
    out = BytesIO()
    segno.make_qr(url, error="q").save(out, kind="svg", border=4, xmldecl=False, dark="#000", light="#fff")
    return "data:image/svg+xml;base64," + b64encode(out.getvalue()).decode()


@pytest.mark.parametrize("form", ["letter", "half", "palm", "poster"])
def test_the_code_of_each_format_is_read_back(form: str) -> None:
    assert problems(piece(form)) == []


def test_the_code_of_a_print_shops_page_with_bleed_is_read_back() -> None:
    assert problems(replace(piece("palm"), profile=read_profile(LIBRARY, "shop"))) == []


def test_a_code_that_leads_elsewhere_is_found_on_the_one_copy_that_has_it() -> None:
    made = piece("half")
    other = other_code("https://example.org/hell")
    told = "1 of 2 codes to scan lead to the clinic's address"
    assert problems(made, made.code_to_scan[0], other, count=1) == [told]


@pytest.mark.parametrize(
    ("css", "told"),
    [
        (".scan img { width: 12mm !important; height: 12mm !important }", "mm; 0.4 is needed"),
        (".scan img { width: 20mm !important }", "0 of 2 codes"), (".scan img { opacity: 0.2 }", "0 of 2 codes"),
        (".scan img { transform: rotate(45deg) }", "0 of 2 codes"),
        (f".scan {{ position: relative }} .scan::after {{ {OVER} }}", "0 of 2 codes"),
    ],
)  # fmt: skip
def test_a_code_that_cannot_be_read_is_refused(css: str, told: str) -> None:
    found = problems(piece("half"), "</head>", f"<style>{css}</style></head>")
    assert any(told in one for one in found), found
