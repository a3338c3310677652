"""What a client typed prints as typed and is never run: through a Word piece, a print piece, and their PDFs."""

import datetime as dt
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as parsing

from legalassist.api.building import prepare
from legalassist.assessments.assess import assess
from legalassist.cases.answer import Said
from legalassist.documents.subset.reading import read
from legalassist.documents.word_html import to_html
from legalassist.facts.values import PersonName
from legalassist.library import Library
from legalassist.packets.build import Build
from legalassist.packets.plan import Planned, plan_pieces, required_plan
from legalassist.packets.written import Writer, Written, lay_out

SAID = Said("demo", "2026")
TYPED = (
    "Q&A: 1 < 2 > 0 &amp; <b>bold</b> \"quoted\" 'single' {{ client.ssn }} {{ 7*7 }} {% raw %} {# note #} {{r x }} "
    "{_{ ''.__class__ }_} {%p if %} ${HOME} %s \\n <script>alert(1)</script> ]]> <!-- --> 王小媺"
)


@pytest.fixture(scope="module")
def build(library: Library) -> Build:
    made = prepare(library.get("interviews/tvisa/examples/mei.yaml").path, library, as_of=dt.date(2026, 11, 23))
    case = made.case
    for path, value in (
        ("statement.paragraphs[1].text", TYPED),
        ("statement.paragraphs[1].english", TYPED),
        ("client.name", PersonName("O'<X>&{{ 7*7 }}", "{% raw %}")),
        ("client.birth_city", TYPED),
    ):
        case = case.answer(path, value, SAID)
    return replace(made, case=case)


def written(build: Build, code: str) -> tuple[Planned, Written]:
    assessment = assess(build.interview, build.case, as_of=build.as_of)
    pieces = plan_pieces(required_plan(build.library, "tvisa"), assessment.facts).pieces
    planned = next(one for one in pieces if one.code == code)
    return planned, Writer(build, assessment, pieces).write(planned)


def printed(pdf: bytes, folder: Path) -> str:
    """Return a PDF's text on one line: what a reader can copy out of it."""
    path = folder / "piece.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True, text=True)
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("code", ["statement-english", "statement-chinese"])
def test_a_word_piece_prints_what_was_typed(build: Build, code: str, tmp_path: Path) -> None:
    _, one = written(build, code)
    assert TYPED in "".join(_texts(to_html(read(one.docx, name="piece.docx"))))
    assert TYPED.replace(" ", "") in printed(lay_out(build, one, {}), tmp_path).replace(" ", "")


def test_a_print_piece_prints_what_was_typed(build: Build, tmp_path: Path) -> None:
    _, one = written(build, "answer-sheet")
    assert "<script>alert" not in one.html
    text = printed(lay_out(build, one, {}), tmp_path).replace(" ", "")
    assert TYPED.replace(" ", "") in text
    assert "Family:O'<X>&{{7*7}};Given:{%raw%}" in text


def _texts(html: str) -> list[str]:
    """Return the texts of a page, its signs no longer escaped."""

    return [str(part) for part in parsing.document_fromstring(html).itertext()]
