"""Overrides of the gate: the last one of a rule counts; in a file they are read and written like settlements."""

import pytest

from legalassist.cases.answers_file import append_answers, read_answers
from legalassist.cases.case import Case
from legalassist.cases.override import Override
from legalassist.errors import Place
from legalassist.interviews.schema import Interview, Page, Question

INTERVIEW = Interview("try", "T", (Page("p", "s", "t", (Question("a.b", "text", "B?", Place("f")),), Place("f")),))
HEAD = "invented: true\ninterview: try\nreference: R1\nanswers:\n  a.b: x\n"
GIVEN = Override("part-4-waiver", "The 'yes' touches\nno ground.", "je", "2026-11-20T10:00:00", "ab" * 32)
BACK = Override("part-4-waiver", "", "je", "2026-11-21T10:00:00", given=False)


def test_a_later_one_supersedes_and_one_taken_back_overrides_nothing() -> None:
    case = Case("R1", "try").override(GIVEN)
    assert case.overridden == {GIVEN.rule: GIVEN}
    back = case.override(BACK)
    assert back.overridden == {}
    assert back.overrides == (GIVEN, BACK), "nothing given is ever overwritten"
    assert GIVEN.digest != BACK.digest


def test_what_is_added_to_a_file_is_read_back_the_same() -> None:
    text = append_answers(HEAD, (), overrides=(GIVEN, BACK))
    assert read_answers(text, "f.yaml", INTERVIEW).required().overrides == (GIVEN, BACK)
    again = append_answers(text, (), overrides=(GIVEN,))
    assert read_answers(again, "f.yaml", INTERVIEW).required().overridden == {GIVEN.rule: GIVEN}


def test_they_stand_in_a_section_of_their_own() -> None:
    section = "overrides:\n  - overrides_rule: signatures\n    reason: asked\n    by: je\n"
    (one,) = read_answers(HEAD + section, "f.yaml", INTERVIEW).required().overrides
    assert (one.reason, one.rests_on, one.given) == ("asked", "", True)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{overrides_rule: signatures, reason: a}", "an override needs"),
        ("{overrides_rule: 'Two Words', reason: a, by: je}", "this is no rule of the gate"),
        ("{overrides_rule: signatures, reason: a, by: je, reasn: b}", "unknown key 'reasn'"),
        ("{overrides_rule: signatures, reason: a, by: je, given: maybe}", "given: yes or no"),
        ("{overrides_rule: signatures, reason: a, by: je, at: [b]}", "at: one text is expected"),
        ('{overrides_rule: signatures, reason: "a\\u202e", by: je}', "a direction override"),
        ("yes", "an override needs"),
    ],
)
def test_a_mistake_is_found_at_its_place(entry: str, message: str) -> None:
    problems = read_answers(f"{HEAD}overrides:\n  - {entry}\n", "f.yaml", INTERVIEW).problems
    assert [problem for problem in problems if message in problem.message]
    assert all(problem.where.line >= 6 for problem in problems)


def test_a_list_is_expected() -> None:
    (problem,) = read_answers(f"{HEAD}overrides: none\n", "f.yaml", INTERVIEW).problems
    assert "a list of overrides" in problem.message
