"""Read-backs: the last one of each piece counts; in a file they are read and written like answers."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.cases.answers_file import append_answers, read_answers
from legalassist.cases.case import Case
from legalassist.cases.read_back import Outcome, PieceRead, ReadBack
from legalassist.errors import Place
from legalassist.interviews.schema import Interview, Page, Question

QUESTION = Question("client.city", "text", "Where?", Place("p.yaml"))
INTERVIEW = Interview("try", "Try", (Page("p", "S", "T", (QUESTION,), Place("p.yaml")),))
HEAD = "invented: true\ninterview: try\nreference: R1\nentered_by: Ana\nanswers:\n  client.city: X\n"
ENGLISH, FORM = PieceRead("statement-english", "ab" * 32), PieceRead("answer-sheet", "cd" * 32)
ONE = ReadBack("2026-11-20", "demo-interpreter", "cmn", (ENGLISH, FORM), "Ana", "2026-11-20T10:00:00")


def test_the_last_read_back_of_each_piece_counts_however_it_ended() -> None:
    other = replace(ONE, on="2026-11-22", pieces=(FORM,), outcome=Outcome.CORRECTIONS)
    case = Case("R1", "try").read_back(ONE).read_back(other)
    assert case.last_read == {"statement-english": ONE, "answer-sheet": other}
    assert (ONE.digest_of("answer-sheet"), ONE.digest_of("memo")) == ("cd" * 32, "")


def test_its_digest_changes_with_all_that_matters_and_not_with_who_entered_it() -> None:
    assert replace(ONE, by="Bo", at="later").digest == ONE.digest
    changed = (
        replace(ONE, on="2026-11-21"), replace(ONE, interpreter="li"), replace(ONE, language="yue"),
        replace(ONE, dialect="Fuzhounese"), replace(ONE, relay="li"),
        replace(ONE, outcome=Outcome.CORRECTIONS), replace(ONE, pieces=(FORM,)),
        replace(ONE, pieces=(ENGLISH, PieceRead("answer-sheet", "ef" * 32))),
    )  # fmt: skip
    assert len({one.digest for one in (ONE, *changed)}) == len(changed) + 1


WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20)


@settings(max_examples=60)
@given(
    st.builds(
        ReadBack,
        on=st.dates().map(str),
        interpreter=st.sampled_from(["demo-interpreter", "li", "a1"]),
        language=st.sampled_from(["cmn", "yue", "zh_Hans"]),
        pieces=st.lists(st.sampled_from([ENGLISH, FORM]), min_size=1, unique=True).map(tuple),
        by=WORDS.filter(bool),
        at=WORDS,
        dialect=WORDS,
        outcome=st.sampled_from(Outcome),
        relay=st.sampled_from(["", "li"]),
    )
)
def test_what_is_added_to_a_file_is_read_back_equal(one: ReadBack) -> None:
    text = append_answers(append_answers(HEAD, (), read_backs=(ONE,)), (), read_backs=(one,))
    assert text.startswith(HEAD)
    assert read_answers(text, "f.yaml", INTERVIEW).required().read_backs == (ONE, one)


def test_read_backs_stand_in_a_section_of_their_own_and_are_confirmed_unless_they_say_otherwise() -> None:
    (one,) = read_answers(f"{HEAD}read_backs:\n  - {{{GOOD}}}\n", "f.yaml", INTERVIEW).required().read_backs
    assert (one.on, one.outcome, one.codes) == ("2026-11-20", Outcome.CONFIRMED, ("x",))


GOOD = f"read_on: 2026-11-20, interpreter: li, language: cmn, by: Ana, pieces: {{x: {'ab' * 32}}}"


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{interpreter: li}", "a read-back needs"),
        ("yes", "a read-back needs"),
        ("{" + GOOD.replace("2026-11-20", "yesterday") + "}", "this is not a day"),
        ("{" + GOOD.replace("2026-11-20", "2026-02-30") + "}", "this is not a day"),
        ("{" + GOOD.replace("li,", "LI Na,") + "}", "this is no code of an interpreter"),
        ("{" + GOOD.replace("cmn", "Mandarin") + "}", "this is no code of a language"),
        ("{" + GOOD + ", outcome: sung}", "this is not a way in which a read-back ends"),
        ("{" + GOOD + ", mood: good}", "unknown key 'mood'"),
        ("{" + GOOD + ", dialect: [a]}", "dialect: one text is expected here"),
        ("{" + GOOD + ', at: "a\\u202eb"}', "at: character 2 is a direction override"),
        ("{" + GOOD.replace("ab" * 32, "ab") + "}", "the sha256 of the text that was read is expected here"),
        ("{" + GOOD.replace("x:", "X Y:") + "}", "this is no code of a piece"),
        ("{" + GOOD.partition(", pieces")[0] + "}", "a read-back says which pieces were read"),
        ("{" + GOOD.partition(", pieces")[0] + ", pieces: {}}", "a read-back says which pieces were read"),
    ],
)
def test_a_mistake_in_a_read_back_is_found_at_its_place(entry: str, message: str) -> None:
    problems = read_answers(f"{HEAD}read_backs:\n  - {entry}\n", "f.yaml", INTERVIEW).problems
    assert any(message in problem.message for problem in problems), problems
    assert all(problem.where.line == 8 for problem in problems)


def test_a_section_that_is_no_list_is_refused() -> None:
    (problem,) = read_answers(f"{HEAD}read_backs: yes\n", "f.yaml", INTERVIEW).problems
    assert problem.message == "a list of read-backs is expected here"
