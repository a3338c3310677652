"""Every box of every form filled with its own token, and found again: value, text, ink, in two strangers' programs."""

from functools import lru_cache
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from forms.blanks_at_hand import NAMES, real
from forms.maps import editions, stand_in_of
from forms.tokens import darker, seen_by_poppler, tokens, words_in

from legalassist.documents.tags.tagged import audit
from legalassist.forms.blank import Blank, Kind, read_blank
from legalassist.forms.filled import write_form
from legalassist.forms.rereading import ink, render

STAND_INS = [f"stand-in {name}" for name in editions()]


def file_of(name: str) -> tuple[bytes, Blank]:
    return stand_in_of(name.removeprefix("stand-in ")) if name.startswith("stand-in ") else real(name)


@lru_cache(maxsize=20)
def filled(name: str) -> tuple[bytes, bytes]:
    """Return both copies of a form with a token in every box, read back by the program itself."""
    content, blank = file_of(name)
    return write_form(content, blank, tokens(blank), name=name)


@pytest.mark.parametrize("name", [*NAMES, *STAND_INS])
def test_every_token_is_read_back_and_seen_in_its_box(name: str, tmp_path: Path) -> None:
    content, blank = file_of(name)
    entries = tokens(blank)
    assert len(entries) == sum(box.kind not in {Kind.BARCODE, Kind.BUTTON} for box in blank.boxes)
    fillable, printed = filled(name)

    kept = read_blank(fillable, name).by_name
    for box_name, given in entries.items():
        assert kept[box_name].value == (f"/{kept[box_name].on}" if given.ticked else given.value), box_name

    (tmp_path / "printed.pdf").write_bytes(printed)
    (tmp_path / "blank.pdf").write_bytes(content)
    said = words_in(tmp_path / "printed.pdf", blank)
    for box_name, given in entries.items():
        assert given.ticked or given.value.replace(" ", "") in said[box_name], box_name

    before = seen_by_poppler(tmp_path / "blank.pdf", tmp_path / "before")
    after = seen_by_poppler(tmp_path / "printed.pdf", tmp_path / "after")
    theirs = pypdfium2.PdfDocument(printed)
    empty = pypdfium2.PdfDocument(content)
    drawn = [(render(empty[n]), render(theirs[n])) for n in range(blank.pages)]
    for box in blank.boxes:
        if box.name in entries:
            assert darker(before[box.page - 1], after[box.page - 1], box), f"poppler: {box.name}"
            assert ink(*drawn[box.page - 1], box), f"PDFium: {box.name}"


@pytest.mark.parametrize("name", [*NAMES, *STAND_INS])
def test_a_filled_form_has_no_more_tag_problems_than_its_blank(name: str) -> None:
    content, _ = file_of(name)
    assert len(audit(filled(name)[1])) <= len(audit(content))


@pytest.mark.parametrize("name", ["g-1145", "g-28", "i-765", "i-912"])
def test_an_empty_form_flattens_to_no_more_problems_either(name: str) -> None:
    content, blank = real(name)
    _, printed = write_form(content, blank, {}, name=name)
    assert len(audit(printed)) <= len(audit(content))


@pytest.mark.parametrize("name", ["g-28", "i-765", "i-765ws", "g-1145"])
def test_the_validator_finds_no_rule_broken_that_the_blank_does_not_break(name: str) -> None:
    validator = import_module("page")
    content, _ = real(name)
    before, after = (
        {failure.rule_id for failure in validator.validate_pdf_bytes(one).failures}
        for one in (content, filled(name)[1])
    )
    assert after <= before


@pytest.mark.parametrize("name", NAMES)
def test_the_fillable_copy_shows_without_its_makers_program(name: str) -> None:
    real(name)
    with pikepdf.open(BytesIO(filled(name)[0])) as pdf:
        assert not pdf.is_encrypted
        assert "/Perms" not in pdf.Root
        assert "/XFA" not in pdf.Root.AcroForm
        assert pdf.Root.AcroForm.NeedAppearances is False
        assert "/JavaScript" not in pdf.Root.get("/Names", {})


def test_signature_boxes_and_barcodes_stay_as_they_are() -> None:
    content, blank = real("g-28")
    fillable, _ = write_form(content, blank, {}, name="g-28")
    now = read_blank(fillable, "g-28")
    assert now.codes == ("G-28|09/17/18|1", "G-28|09/17/18|2", "G-28|09/17/18|3", "G-28|09/17/18|4")
    signatures = [box for box in now.boxes if "Signature" in box.name and box.read_only]
    assert len(signatures) == 3
    assert all(not box.value for box in signatures)
