"""What is owed, by whom, for which piece."""

import datetime as dt

import pytest

from legalassist.api.deciding import as_data, assess_case, owed_items
from legalassist.api.opening import EXAMPLES, open_interview
from legalassist.assessments.missing import Kind, MissingItem
from legalassist.library import Library
from legalassist.packets.owed import By, owed

ROWS = [
    (Kind.ANSWER, "client.name", By.CLIENT, {"answer-sheet", "cover-letter"}),
    (Kind.ANSWER, "filing.planned_receipt_date", By.ATTORNEY, set()),
    (Kind.ANSWER, "notices[2].due_date", By.STAFF, set()),
    (Kind.ANSWER, "family[3].birth_date", By.CLIENT, {"answer-sheet"}),
    (Kind.ANSWER, "reporting.may_ask_agency", By.CLIENT, {"agency-request"}),
    (Kind.TRANSLATION, "statement.paragraphs[4].english", By.INTERPRETER, {"statement-english"}),
    (Kind.TRANSLATION, "exhibits[2]", By.INTERPRETER, {"paper"}),
    (Kind.PAPER, "exhibits[4]", By.CLIENT, {"paper"}),
]


@pytest.mark.parametrize(("kind", "path", "by", "pieces"), ROWS)
def test_each_missing_item_has_who_owes_it_and_the_pieces_that_wait(
    library: Library, kind: Kind, path: str, by: By, pieces: set[str]
) -> None:
    item = MissingItem(kind, path, "page", "why", "ask")
    (one,) = owed(library, open_interview(library, "tvisa"), [item])
    assert one.by is by
    assert pieces <= set(one.pieces)
    assert pieces or not one.pieces


def test_what_cannot_be_decided_is_owed_by_whoever_can_settle_it(library: Library) -> None:
    item = MissingItem(Kind.DECISION, "first.hearing_date", "first", "why", "ask", ("filing.planned_receipt_date",))
    (one,) = owed(library, open_interview(library, "tvisa"), [item])
    assert one.by is By.ATTORNEY


def test_programs_are_told_too(library: Library) -> None:
    case = library.get(f"{EXAMPLES}/qing.yaml").path
    assessment = assess_case(case, library, as_of=dt.date(2026, 11, 22))
    missing = as_data(assessment, owed_items(case, library, assessment))["missing"]
    assert isinstance(missing, list)
    assert {one["by"] for one in missing} >= {"client", "interpreter"}
