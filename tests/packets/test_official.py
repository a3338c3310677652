"""Official forms in a packet: filled where the blank is there, else an answer sheet; nothing is drawn on them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from forms.blanks_at_hand import folder
from forms.maps import editions, files, stand_in_of
from one_library import LIBRARY
from PIL import ImageChops

from legalassist.api.building import prepare
from legalassist.api.opening import EXAMPLES
from legalassist.assessments.assess import Assessment, assess
from legalassist.documents.pdf_file import claims_ua, open_pdf
from legalassist.documents.tags.tagged import audit, read_tagged
from legalassist.forms.blank import Kind, read_blank
from legalassist.forms.filled import GivenBlank
from legalassist.forms.filling import fill, plain_entry
from legalassist.library import shipped
from legalassist.packets.assemble import Assembled, assemble
from legalassist.packets.binder import bind
from legalassist.packets.build import Build, Edited
from legalassist.packets.official import Officials, fill_forms
from legalassist.packets.packing import to_do
from legalassist.packets.pieces import BoundPiece
from legalassist.packets.plan import Planning, plan_pieces, required_plan
from legalassist.packets.written import Writer, _official_form

pytestmark = pytest.mark.usefixtures("laid_out")

TODAY = dt.date(2026, 11, 23)
G28 = "g28.2018-09-17"
MEI = shipped() / EXAMPLES / "mei.yaml"


def given(*, known: bool = True, superseded: bool = False) -> Mapping[str, GivenBlank]:
    """Return the clinic's blanks: the real ones where they are here, stand-ins for the others."""
    return {
        name: GivenBlank(name, files(name)[-1][0], boxes, known=known, superseded=superseded)
        for name, boxes in editions().items()
    }


@pytest.fixture(scope="module")
def build() -> Build:
    return prepare(MEI, LIBRARY, as_of=TODAY)


def made(build: Build) -> Assembled:
    return assemble(build, assess(build.interview, build.case, as_of=build.as_of))


def filled(build: Build) -> Officials:
    assessment = assess(build.interview, build.case, as_of=build.as_of)
    plan = required_plan(build.library, build.interview.name)
    return filled_of(build, assessment, plan_pieces(plan, assessment.facts, build.case.exhibits))


def filled_of(build: Build, assessment: Assessment, planning: Planning) -> Officials:
    return fill_forms(build, assessment, planning, Writer(build, assessment, planning.pieces).readings)


@pytest.fixture(scope="module")
def without(build: Build) -> Assembled:
    return made(build)


@pytest.fixture(scope="module")
def with_blanks(build: Build) -> Assembled:
    return made(replace(build, blanks=given()))


def test_a_form_stands_where_its_answer_sheet_stood(without: Assembled, with_blanks: Assembled) -> None:
    sheets = [one.planned for one in without.written if one.planned.form]
    forms = [one.planned for one in with_blanks.written if one.planned.form]
    assert [one.code for one in sheets] == [one.code for one in forms]
    assert sheets
    before = [one.code for one in without.planning.pieces]
    after = [one.code for one in with_blanks.planning.pieces if not one.code.endswith("-addendum")]
    assert before == after
    assert with_blanks.forms.keys() == {one.code for one in forms if one.form in given()}
    assert all(("answer sheet" in one.title) is (one.code not in with_blanks.forms) for one in forms)
    assert all(one.used.gaps == two.used.gaps for one, two in zip(
        [one for one in without.written if one.planned.form],
        [one for one in with_blanks.written if one.planned.form], strict=True))  # fmt: skip


def test_official_pages_are_counted_and_nothing_is_drawn_on_them(with_blanks: Assembled) -> None:
    packet = pypdfium2.PdfDocument(with_blanks.filing.pdf)
    spans = {span.code: span for span in with_blanks.filing.spans}
    assert with_blanks.forms
    for code, official in with_blanks.forms.items():
        form = pypdfium2.PdfDocument(official.filled.printed)
        span = spans[code]
        assert span.last - span.first + 1 == len(form)
        for number in range(len(form)):
            bound = packet[span.first - 1 + number].render(scale=1).to_pil()
            alone = form[number].render(scale=1).to_pil()
            assert ImageChops.difference(bound, alone).getbbox() is None, f"{code}, page {number + 1}"


def test_a_packet_with_an_official_form_claims_no_pdf_ua(with_blanks: Assembled) -> None:
    assert not with_blanks.filing.pdf_ua
    assert not claims_ua(open_pdf(with_blanks.filing.pdf, "the packet"))
    for code, official in with_blanks.forms.items():
        alone = open_pdf(bind_one(official.filled.printed, code), code)
        assert not claims_ua(alone)


def bind_one(pdf: bytes, code: str) -> bytes:
    piece = BoundPiece(code, "Form", pdf, ours=False)
    return bind([piece], title="Form", language="en", identifier=bytes(16), stamp_font=Path()).pdf


def test_binding_adds_no_tag_problem(with_blanks: Assembled) -> None:
    alone = sum(len(audit(official.filled.printed)) for official in with_blanks.forms.values())
    assert len(audit(with_blanks.filing.pdf)) <= alone


def test_the_same_build_gives_the_same_forms(build: Build, with_blanks: Assembled) -> None:
    again = filled(replace(build, blanks=given()))
    for code, official in again.forms.items():
        assert official.filled.printed == with_blanks.forms[code].filled.printed
        assert official.filled.fillable == with_blanks.forms[code].filled.fillable
    assert replace(build, blanks=given()).digest != build.digest


def test_what_only_the_real_form_tells_stays_empty_and_is_to_do(build: Build, with_blanks: Assembled) -> None:
    lines = list(to_do(assess(build.interview, build.case, as_of=TODAY), with_blanks))
    assert any("boxes stay empty until somebody has looked at the real form" in line for line in lines)
    official = with_blanks.forms["answer-sheet"]
    assert not set(official.given.unverified) & set(official.filled.entries)


def test_the_blanks_are_the_real_ones_where_they_are_here() -> None:
    name = "g28.2018-09-17"
    at_hand = folder() is not None
    assert (given()[name].content == stand_in_of(name)[0]) is not at_hand


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in (shipped() / EXAMPLES).glob("*.yaml") if path.stem != "clinic")
)
def test_every_example_client_has_her_forms_filled_in_the_order_of_the_sheets(name: str) -> None:
    build = prepare(shipped() / EXAMPLES / f"{name}.yaml", LIBRARY, as_of=TODAY)
    assessment = assess(build.interview, build.case, as_of=TODAY)
    planning = plan_pieces(required_plan(build.library, build.interview.name), assessment.facts)
    officials = filled_of(replace(build, blanks=given()), assessment, planning)
    wanted = [one.code for one in planning.pieces if one.form in editions()]
    assert list(officials.forms) == wanted
    assert wanted
    order = [one.code for one in officials.planning.pieces if not one.code.endswith("-addendum")]
    assert order == [one.code for one in planning.pieces]
    none = filled_of(build, assessment, planning)
    assert (none.forms, none.planning) == ({}, planning)
    for code, official in officials.forms.items():
        sheet = f"{code}-addendum"
        behind = [one.code for one in officials.planning.pieces]
        assert (sheet in behind) is bool(official.filled.addendum)
        assert sheet not in behind or behind.index(sheet) == behind.index(code) + 1
        assert all(len(entry.value) <= 2000 for entry in official.filled.entries.values())


def test_a_fillable_copy_that_an_attorney_changed_is_bound_flat_with_her_change(with_blanks: Assembled) -> None:
    code, official = next((code, one) for code, one in with_blanks.forms.items() if one.planned.form == G28)
    blank = read_blank(official.filled.fillable, code)
    box = next(
        one for one in blank.boxes if one.kind is Kind.TEXT and not one.value and not one.max_length and not one.lines
    )
    changed = fill(official.filled.fillable, blank, {box.name: plain_entry(box, "ADDED BY HAND")}, name=code)
    written = _official_form(official.planned, Edited(code, "changed.pdf", changed))
    flat = open_pdf(written.pdf, code)
    assert "/AcroForm" not in flat.Root
    assert "ADDED BY HAND" in read_tagged(written.pdf).text()
    assert len(audit(written.pdf)) <= len(audit(official.given.content))
