"""Settlements: the last one of a contradiction counts; in a file they are read and written like determinations."""

import pytest

from legalassist.cases.answers_file import append_answers, read_answers
from legalassist.cases.case import Case
from legalassist.cases.settlement import Settlement
from legalassist.errors import Place
from legalassist.interviews.schema import Interview, Page, Question

INTERVIEW = Interview("try", "T", (Page("p", "s", "t", (Question("a.b", "text", "B?", Place("f")),), Place("f")),))
HEAD = "invented: true\ninterview: try\nreference: R1\nanswers:\n  a.b: x\n"
NOTED = Settlement(
    "0123456789", "Two calendars:\nshe gave the 'lunar' day.", "Jordan", "2026-11-20T10:00:00", "ab" * 32
)
BACK = Settlement("0123456789", "", "Jordan", "2026-11-21T10:00:00", settled=False)


def test_a_later_one_supersedes_and_one_taken_back_is_open() -> None:
    case = Case("R1", "try").settle(NOTED)
    assert case.settled == {NOTED.contradiction: NOTED}
    back = case.settle(BACK)
    assert back.settled == {}
    assert back.settlements == (NOTED, BACK), "nothing noted is ever overwritten"
    assert NOTED.digest != BACK.digest


def test_what_is_added_to_a_file_is_read_back_the_same() -> None:
    text = append_answers(HEAD, (), settlements=(NOTED, BACK))
    case = read_answers(text, "f.yaml", INTERVIEW).required()
    assert case.settlements == (NOTED, BACK)
    again = append_answers(text, (), settlements=(NOTED,))
    assert read_answers(again, "f.yaml", INTERVIEW).required().settled == {NOTED.contradiction: NOTED}


def test_they_stand_in_a_section_of_their_own() -> None:
    section = "settlements:\n  - settles: '0123456789'\n    note: asked\n    by: Jordan Example\n"
    (one,) = read_answers(HEAD + section, "f.yaml", INTERVIEW).required().settlements
    assert (one.note, one.rests_on, one.settled) == ("asked", "", True)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{settles: '0123456789', note: a}", "a settlement needs"),
        ("{settles: spelling, note: a, by: J}", "this is no short id"),
        ("{settles: '0123456789', note: a, by: J, nota: b}", "unknown key 'nota'"),
        ("{settles: '0123456789', note: a, by: J, settled: maybe}", "settled: yes or no"),
        ("{settles: '0123456789', note: [a], by: J}", "a settlement needs"),
        ("{settles: '0123456789', note: a, by: J, at: [b]}", "at: one text is expected"),
        ('{settles: "0123456789", note: "a\\u202e", by: J}', "a direction override"),
        ("yes", "a settlement needs"),
    ],
)
def test_a_mistake_is_found_at_its_place(entry: str, message: str) -> None:
    problems = read_answers(f"{HEAD}settlements:\n  - {entry}\n", "f.yaml", INTERVIEW).problems
    assert [problem for problem in problems if message in problem.message]
    assert all(problem.where.line >= 6 for problem in problems)


def test_a_list_is_expected() -> None:
    (problem,) = read_answers(f"{HEAD}settlements: none\n", "f.yaml", INTERVIEW).problems
    assert "a list of settlements" in problem.message
