"""Sheets that were printed together are entered one after another, in any order; each rests on what stands on it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from one_library import LIBRARY

from legalassist.api.handout_records import acknowledge, approve_sheet, clearances_of, ready, sheet_of
from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.tags.tagged import tagged_text
from legalassist.errors import UsageError
from legalassist.handouts.records import read_records
from legalassist.handouts.sheet import SignSheet, sign_sheet_pdf
from legalassist.law.authorities import Authorities
from legalassist.library import Library, fonts
from legalassist.reviews.ledger import LEDGER

DAY = date(2026, 11, 26)
SIX = [
    ("at-the-door", "zh_Hans"), ("at-the-door", "en"), ("at-the-door", "zh_Hant"), ("in-a-car", "zh_Hans"),
    ("if-held", "zh_Hans"), ("session", "zh_Hans"),
]  # fmt: skip
"""Sheets that share texts and authorities with each other."""


def run_on(shelf: Path, day: date = DAY) -> Run:
    library = Library(shelf)
    return Run(library, open_clinic(library), day, clearances_of(library, read_records(shelf / "handouts")))


def enter(shelf: Path, sheet: SignSheet, name: str, day: date = DAY) -> SignSheet:
    return approve_sheet(
        run_on(shelf, day),
        shelf / "handouts",
        name,
        sheet.language,
        sheet.code,
        by="je",
        read_by="Y. Lin",
        known="teaches",
    )


@pytest.mark.parametrize("backwards", [False, True])
def test_six_sheets_printed_together_are_entered_one_after_another(tmp_path: Path, *, backwards: bool) -> None:
    tmp_path.joinpath("handouts").mkdir()
    together = [(name, sheet_of(run_on(tmp_path), name, language)) for name, language in SIX]
    laws = [{law.id for law, _ in sheet.authorities} for _, sheet in together]
    assert laws[0] & laws[3]  # the same law stands on several
    for name, sheet in together[::-1] if backwards else together:
        entered = enter(tmp_path, sheet, name, DAY + timedelta(days=1))
        assert [one.id for one, _ in entered.authorities] == [one.id for one, _ in sheet.authorities]
    found = ready(run_on(tmp_path, DAY + timedelta(days=1)), ["at-the-door", "in-a-car", "if-held"])
    signed = {(name, language) for name, language in SIX} | {("in-a-car", "en"), ("if-held", "en")}
    assert {(one.topic, one.language) for one in found if not one.steps} == signed - {("session", "zh_Hans")}


def test_a_sheet_tells_the_attorney_what_a_handout_leaves_out_and_the_handout_says_nothing_of_it(
    library: Library,
) -> None:
    sheet = sheet_of(Run(library, open_clinic(library), DAY), "in-a-car", "en")
    said = tagged_text(sign_sheet_pdf(sheet, environment(library), Fonts.read(fonts()))).replace("\n", " ")
    (note,) = sheet.topic.to_attorney
    assert note in said
    assert not [line for line in sheet.lines if "driver" in line.english]


def test_a_sheet_says_what_was_acknowledged_before_and_acknowledges_it_again(tmp_path: Path) -> None:
    first = sheet_of(run_on(tmp_path), "at-the-door", "zh_Hans")
    acknowledge(open_clinic(LIBRARY), tmp_path / "handouts", ["KY-05"], by="je", on=DAY)
    later = sheet_of(run_on(tmp_path), "at-the-door", "zh_Hans")
    assert later.code == first.code
    told = {law.id: why for law, why in later.authorities}
    assert told.keys() == {law.id for law, _ in first.authorities}
    assert told["KY-05"] == "contested; acknowledged before"
    assert told["KY-07"] == "contested"
    enter(tmp_path, first, "at-the-door", DAY + timedelta(days=29))
    cleared = run_on(tmp_path, DAY + timedelta(days=31)).clearances.acknowledged
    assert cleared["KY-05"] == DAY + timedelta(days=29)


@pytest.mark.parametrize("changed", [{"text": "Something else."}, {"citation": "None."}, {"unconfirmed": "All of it."}])
def test_a_sheet_is_refused_when_a_law_it_acknowledges_says_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str]
) -> None:
    sheet = sheet_of(run_on(tmp_path), "at-the-door", "zh_Hans")
    known = Authorities.load()
    other = Authorities(tuple(one.model_copy(update=changed) if one.id == "KY-05" else one for one in known))
    monkeypatch.setattr(Authorities, "load", lambda: other)
    with pytest.raises(UsageError, match="a text or an authority changed"):
        enter(tmp_path, sheet, "at-the-door")
    assert not (tmp_path / LEDGER).exists()


def test_a_sheet_is_refused_when_another_law_has_come_due_since_it_was_printed(tmp_path: Path) -> None:
    run = run_on(tmp_path)
    sheet = sheet_of(run, "at-the-door", "zh_Hans")
    on_it = {law.id for law, _ in sheet.authorities}
    used = {one for each in run.topic("at-the-door").statements for one in each.authorities}
    due = min(one.check_again for one in run.authorities if one.id in used - on_it)
    assert sheet_of(replace(run, as_of=due), "at-the-door", "zh_Hans").code != sheet.code
    with pytest.raises(UsageError, match="a text or an authority changed"):
        enter(tmp_path, sheet, "at-the-door", due)
