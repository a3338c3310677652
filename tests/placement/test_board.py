"""Stages follow each other, a case that came back keeps its history, and the board names nobody."""

import pytest

from legalassist.errors import UsageError
from legalassist.placement.board import Move, board_sheet, standings
from legalassist.placement.stages import RETURNED, STAGES, check_move
from legalassist.placement.steps import Clocked, Summed

CLOCKS = (("a", "2027-02"), ("c", ""), ("d", "2026-10"), ("e", "2027-01"))


def summed(case: str, reference: str, on: str) -> Summed:
    return Summed(on=on, by="A. Lin", case=case, reference=reference, lines=(), tasks=(), answer_by="2026-12-14",
                  values={}, digest="")  # fmt: skip


def test_the_board_shows_stage_since_and_what_comes_next() -> None:
    found = standings([
        Move("a", "screened", "2026-10-01", "A. Lin"), summed("a", "K7M2-Q9X4", "2026-10-02"),
        Move("a", "circulated", "2026-10-03", "A. Lin"), Move("b", "screened", "2026-09-01", "B. Chen"),
        *(Clocked(on="2026-10-03", by="A. Lin", case=case, month=month) for case, month in CLOCKS),
        Move("e", "closed", "2026-09-03", "B. Chen"),
    ])  # fmt: skip
    sheet = board_sheet(found, "2026-11-23")
    assert sheet.rows == (
        ("no summary", "no stage", "", "", "", "none known on 2026-10-03", ""),
        ("no summary", "no stage", "", "", "", "over: 2026-10, read on 2026-10-03", ""),
        ("no summary", "screened", "2026-09-01", "B. Chen", "", "", ""),
        ("K7M2-Q9X4", "circulated", "2026-10-03", "A. Lin", "2026-12-14", "2027-02, read on 2026-10-03", ""),
        ("no summary", "closed", "2026-09-03", "B. Chen", "", "", ""),
    )
    assert sheet.intro == ("no stage: 2; screened: 1; circulated: 1; closed: 1",)


def test_a_case_that_came_back_keeps_its_history_and_shows_its_new_reference() -> None:
    steps = [Move("a", stage, f"2026-0{number}-01", "A") for number, stage in
             enumerate(("screened", "circulated", "placed", RETURNED), 1)]  # fmt: skip
    back = standings([summed("a", "K7M2-Q9X4", "2026-01-02"), *steps])
    assert board_sheet(back, "2026-11-23").rows[0][0] == "K7M2-Q9X4 (over)"
    found = standings([*steps, summed("a", "B2B2-C3C3", "2026-05-01"), Move("a", "placed", "2026-06-01", "A")])["a"]
    assert (found.reference, found.returned, found.placed, found.entered) == (
        "B2B2-C3C3", 1, "2026-03-01", "2026-01-01",
    )  # fmt: skip
    row = board_sheet({"a": found}, "2026-11-23").rows[0]
    assert "1 time" in row
    assert row[0] == "B2B2-C3C3"


@pytest.mark.parametrize(("before", "after"), [
    ("", "screened"), ("screened", "filed"), ("filed", "RFE"), ("RFE", "filed"), ("placed", RETURNED),
    (RETURNED, "summary ready"), ("decided", "I-485"), ("screened", "closed"),
    ("decided", RETURNED), ("I-485", RETURNED),
])  # fmt: skip
def test_what_may_follow(before: str, after: str) -> None:
    check_move(before, after)


@pytest.mark.parametrize(("before", "after", "message"), [
    ("filed", "screened", "comes before"), ("screened", RETURNED, "only a case that is with a firm"),
    ("closed", "screened", "closed"), ("screened", "lost", "no such stage"),
])  # fmt: skip
def test_what_may_not_follow(before: str, after: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        check_move(before, after)
    assert "circulated" in STAGES
