"""Determinations: the last one of an item and person counts; in a file they are read and written like answers."""

import pytest

from legalassist.cases.answers_file import append_answers, read_answers
from legalassist.cases.case import Case
from legalassist.cases.determination import Determination
from legalassist.errors import Place
from legalassist.interviews.schema import Interview, Page, Question

INTERVIEW = Interview("try", "T", (Page("p", "s", "t", (Question("a.b", "text", "B?", Place("f")),), Place("f")),))
HEAD = "invented: true\ninterview: try\nreference: R1\nanswers:\n  a.b: x\n"
YES = Determination("i-914 4.1.A", "", "yes", "Jordan Example", "2026-11-20T10:00:00", "one 'reason'", "ab" * 32)
NO = Determination("i-914a 4.1.A", "family[2]", "no", "Jordan Example", "2026-11-20T10:00:00")


def test_a_later_determination_supersedes_and_an_empty_one_takes_back() -> None:
    case = Case("R1", "try").determine(YES).determine(NO)
    assert set(case.determined) == {("i-914 4.1.A", ""), ("i-914a 4.1.A", "family[2]")}
    back = case.determine(Determination("i-914 4.1.A", "", "", "Jordan Example", "2026-11-21"))
    assert set(back.determined) == {("i-914a 4.1.A", "family[2]")}
    assert len(back.determinations) == 3, "nothing decided is ever overwritten"


def test_what_is_added_to_a_file_is_read_back_the_same() -> None:
    text = append_answers(HEAD, (), (YES, NO))
    case = read_answers(text, "f.yaml", INTERVIEW).required()
    assert case.determinations == (YES, NO)
    assert read_answers(append_answers(text, (), (YES,)), "f.yaml", INTERVIEW).required().determinations[-1] == YES


def test_determinations_stand_in_a_section_of_their_own() -> None:
    section = "determinations:\n  - item: i-914 4.1.A\n    decided: 'yes'\n    by: Jordan Example\n"
    (one,) = read_answers(HEAD + section, "f.yaml", INTERVIEW).required().determinations
    assert (one.item, one.decided, one.rests_on) == ("i-914 4.1.A", "yes", "")


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{item: i-914 4.1.A, decided: 'yes'}", "a determination needs"),
        ("{item: four, decided: 'yes', by: J}", "this is not an item of a form"),
        ("{item: i-914 4.1.A, decided: 'yes', by: J, abuot: x}", "unknown key 'abuot'"),
        ("{item: i-914 4.1.A, decided: 'yes', by: J, about: Family 2}", "this is no row of the family"),
        ('{item: i-914 4.1.A, decided: "y\\u202e", by: J}', "a direction override"),
        ("yes", "a determination needs"),
    ],
)
def test_a_mistake_in_a_determination_is_found_at_its_place(entry: str, message: str) -> None:
    problems = read_answers(f"{HEAD}determinations:\n  - {entry}\n", "f.yaml", INTERVIEW).problems
    assert [problem for problem in problems if message in problem.message]
    assert all(problem.where.line >= 6 for problem in problems)
