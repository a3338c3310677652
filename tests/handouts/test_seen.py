"""A clinic's own style sheet hides a statement, the band or the number: the finished page is looked at, and refused."""

from datetime import date
from pathlib import Path

import pytest
from handouts.shelf import with_template
from one_library import LIBRARY

from legalassist.api.handout_run import Run
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.pdf import write_pdf
from legalassist.errors import DocumentError
from legalassist.handouts.formats import FORMATS
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.piece import Piece
from legalassist.handouts.read_back import sheet_problems
from legalassist.library import Library
from legalassist.library import fonts as fonts_folder

OURS = Fonts.read(fonts_folder())
OVER = "content: ''; position: absolute; left: 0; top: 0; width: 100%; height: 100%"


@pytest.fixture(scope="module")
def large(library: Library) -> Piece:
    """A banded piece of two pages, the band of the second in its margin."""
    run = Run(library, open_clinic(library), date(2026, 11, 25))
    return next(run.candidates(run.topic("phone-safety"), FORMATS["large"], "en"))[0]


def problems(piece: Piece, css: str) -> tuple[str, ...]:
    html = whole_sheet(environment(LIBRARY), piece, piece.form.sizes(piece.language)[-1])
    return sheet_problems(write_pdf(html.replace("</head>", f"<style>{css}</style></head>"), fonts=OURS), piece)


@pytest.mark.parametrize(
    "css",
    [
        ".panel li { color: #fff }", ".panel li:last-child { opacity: 0 }", ".band { color: #000 }",
        f".panel li:first-child::after {{ {OVER}; background: #fff }}", ".call .phone { color: #ccc }",
        "@page { @top-left { color: #000 } }", f"body::before {{ {OVER}; background: #fff; z-index: 9 }}",
    ],
)  # fmt: skip
def test_what_a_style_sheet_hides_is_found_on_the_finished_page(large: Piece, css: str) -> None:
    assert any("cannot be seen (hidden)" in one for one in problems(large, css))


@pytest.mark.parametrize(
    ("css", "told"),
    [
        (".panel li b { text-decoration: underline }", ""), (".panel h1 { font-variant: small-caps }", ""),
        (".panel li b { text-decoration: line-through }", "runs through text"),
        (".panel h1 { text-transform: uppercase }", "in other letters, and to a screen reader those are other words"),
    ],
)  # fmt: skip
def test_a_line_below_words_is_no_line_through_them_and_capitals_are_named(large: Piece, css: str, told: str) -> None:
    found = problems(large, css)
    assert bool(found) == bool(told)
    assert told in "; ".join(found)


def test_the_same_page_as_it_is_shipped_hides_nothing(large: Piece) -> None:
    assert problems(large, "") == ()


def test_a_clinic_does_not_get_a_card_whose_band_nobody_sees(library: Library, tmp_path: Path) -> None:
    own = with_template(tmp_path, library, "number.css", "", ".band { background: none }\n")
    run = Run(own, open_clinic(own), date(2026, 11, 25))
    with pytest.raises(DocumentError, match="cannot be seen") as refused:
        print_one(run, run.topic("free-advice"), FORMATS["sticker"], "en")
    assert "style sheet" in refused.value.hint


def test_a_border_that_takes_the_room_is_told_by_its_style_sheet(library: Library, tmp_path: Path) -> None:
    own = with_template(tmp_path, library, "card.css", "", ".panel { border: 6pt solid #000 }\n")
    run = Run(own, open_clinic(own), date(2026, 11, 25))
    with pytest.raises(DocumentError, match="does not fit") as refused:
        print_one(run, run.topic("at-the-door"), FORMATS["wallet"], "en")
    assert "the clinic's own templates/kyr/card.css" in refused.value.hint
