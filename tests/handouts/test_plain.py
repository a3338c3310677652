"""Plain pieces: every one there is is made once it is cleared, and one that is not stops no other."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from handouts.everything import every_piece, everything_cleared, filled
from handouts.shelf import TOPIC, shelf, with_template

from legalassist.api.handout_records import sheet_of
from legalassist.api.handout_run import Run, topics_there
from legalassist.api.handout_tree import print_everything
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.api.printing import print_run
from legalassist.documents.tags.tagged import tagged_text
from legalassist.errors import ContentError, UsageError
from legalassist.handouts.formats import FORMATS
from legalassist.handouts.gates import NONE
from legalassist.handouts.panels import panels_of
from legalassist.handouts.piece import PLAIN, Piece
from legalassist.handouts.plain import plain_problems
from legalassist.handouts.sources import sources_of, unsourced
from legalassist.library import Library

DAY = date(2026, 11, 26)
FEW = {"clear-record", "for-family", "other-ways", "who-sees-it"}
"""The topics whose plain leaflets have fewer statements than panels."""


@pytest.fixture(scope="module")
def clinic(library: Library) -> Run:
    run = Run(library, open_clinic(library), DAY)
    return replace(run, clearances=everything_cleared(run, DAY), variant=PLAIN)


@pytest.fixture(scope="module")
def cleared(clinic: Run, library: Library) -> list[tuple[Piece, str]]:
    return filled(every_piece(clinic), library)


def test_every_topic_with_a_plain_title_is_made_in_every_format_and_language(
    clinic: Run, cleared: list[tuple[Piece, str]]
) -> None:
    assert len(cleared) > 800
    assert {piece.topic.id for piece, _ in cleared} == set(topics_there(clinic)) > FEW
    for piece, sheet in cleared:
        text = re.sub("<[^>]*>", "", sheet.partition("<body>")[2])
        assert not piece.banded, piece.name
        assert "212-555-0100" in text, piece.name
        assert plain_problems(piece) == (), piece.name
        assert unsourced(text, sources_of(piece)) == (), piece.name


def test_a_leaflet_has_the_heading_of_pages_for_notes_where_it_has_such_pages(cleared: list[tuple[Piece, str]]) -> None:
    leaflets = [piece for piece, _ in cleared if piece.form.name in {"tri-fold", "z-fold"}]
    for piece in leaflets:
        noted = any(panel.role == "notes" for panel in panels_of(piece))
        assert noted == ("piece.notes" in {one.context for one in piece.texts}), piece.name
    assert {piece.topic.id for piece in leaflets if "piece.notes" in {one.context for one in piece.texts}} == FEW


@pytest.mark.parametrize(
    ("topic", "form", "language"),
    [("for-family", "tri-fold", "zh_Hant"), ("clear-record", "z-fold", "zh_Hans"), ("other-ways", "tri-fold", "en"),
     ("who-sees-it", "z-fold", "en")],
)  # fmt: skip
def test_a_plain_leaflet_with_few_statements_is_printed_with_pages_for_notes(
    clinic: Run, topic: str, form: str, language: str
) -> None:
    sheet, stands = print_one(clinic, clinic.topic(topic), FORMATS[form], language)
    said = {one.context: one.text for one in sheet.piece.texts}
    assert stands.cleared
    assert tagged_text(sheet.pdf).count(said["piece.notes"]) == (2 if topic == "clear-record" else 1)


@pytest.mark.parametrize("form", ["tri-fold", "z-fold"])
def test_a_small_topic_of_a_clinic_is_made_as_a_leaflet_and_its_sheet_holds_the_heading(
    library: Library, tmp_path: Path, form: str
) -> None:
    small = TOPIC.replace("statements:", f"formats: [{form}]\nstatements:")
    run = Run(shelf(tmp_path, library, small), open_clinic(library), DAY)
    sheet, _ = print_one(run, run.topic("at-shop"), FORMATS[form], "zh_Hans")
    approved = {line.context for line in sheet_of(run, "at-shop", "zh_Hans").lines}
    assert {one.context for one in sheet.piece.texts} <= approved
    assert "piece.notes" in approved


def test_what_stands_beside_the_number_tells_nothing_either(cleared: list[tuple[Piece, str]]) -> None:
    piece, _ = cleared[0]
    telling = replace(piece, shown=replace(piece.shown, number="212-555-0100, asylum desk"))
    assert plain_problems(telling) == ("its number says 'asylum'",)


def test_a_plain_run_asks_for_no_call_to_a_number_that_it_never_prints(clinic: Run, tmp_path: Path) -> None:
    run = replace(clinic, clearances=replace(clinic.clearances, called={}))
    assert run.topic("at-the-door").numbers
    assert print_run(run, ["at-the-door"], ["wallet"], ["en"], tmp_path / "out", final=True).to_do == ()


# ---- one piece that cannot be made ----


def printed(run: Run, topics: list[str], form: list[str], out: Path) -> tuple[list[str], tuple[str, ...]]:
    done = print_everything(run, topics, form, ["en"], out)
    return [row.file.rpartition("/")[2] for row in done.rows], done.unmade


def test_a_plain_piece_that_is_not_cleared_stops_no_other(clinic: Run, tmp_path: Path) -> None:
    known = clinic.clearances.ledger
    ledger = replace(known, entries=tuple(one for one in known.entries if one.context != "topic.at-the-door.plain"))
    run = replace(clinic, clearances=replace(clinic.clearances, ledger=ledger))
    files, unmade = printed(run, ["at-the-door", "phone-safety"], ["wallet"], tmp_path / "all")
    assert files == ["phone-safety-wallet-en-plain.pdf"]
    assert len(unmade) == 1
    assert unmade[0].startswith("at-the-door-wallet-en-plain: no plain piece is made before its attorney has cleared")


def test_where_no_plain_piece_is_cleared_nothing_is_written(clinic: Run, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no plain piece is made before its attorney has cleared it"):
        printed(replace(clinic, clearances=NONE), ["at-the-door", "phone-safety"], ["wallet"], tmp_path / "all")
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_of_a_template_in_one_format_stops_no_other(clinic: Run, tmp_path: Path) -> None:
    mistaken = '{% if form == "palm" %}{{ words["piece.none"] }}{% endif %}'
    run = replace(clinic, library=with_template(tmp_path / "own", clinic.library, "panel.html", "", mistaken))
    files, unmade = printed(run, ["phone-safety"], ["palm", "wallet"], tmp_path / "all")
    assert files == ["phone-safety-wallet-en-plain.pdf"]
    assert len(unmade) == 1
    assert unmade[0].startswith("phone-safety-palm-en: templates/kyr/")
    with pytest.raises(ContentError):  # named piece by piece, it is made whole or not at all
        print_run(run, ["phone-safety"], ["palm", "wallet"], ["en"], tmp_path / "named")
