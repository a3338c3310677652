import hmac
import json
from dataclasses import replace
from hashlib import sha256

import pytest

from legalassist.cases.answer import Said, State, written_value
from legalassist.cases.case import Case, question_for, read_answer
from legalassist.errors import AnswerRefused
from legalassist.facts.known import Rows
from legalassist.interviews.reader import read_interview
from legalassist.interviews.schema import Interview
from legalassist.library import Library

SAID = Said(by="demo", at="2026-11-20T10:00:00", language="zh_Hans", interpreter="demo-interpreter")
EMPTY = Case("R", "tvisa", invented=True)


@pytest.fixture(scope="module")
def interview(library: Library) -> Interview:
    return read_interview(library, "tvisa").required()


def test_a_second_answer_supersedes_the_first_and_the_first_stays() -> None:
    case = EMPTY.answer("client.sex", "male", SAID).answer("client.sex", "female", SAID)
    assert case.current["client.sex"].value == "female"
    assert [answer.value for answer in case.history("client.sex")] == ["male", "female"]
    assert [answer.id for answer in case.answers] == ["a1", "a2"]
    assert EMPTY.answers == ()


def test_an_answer_in_a_row_opens_the_row_and_the_rows_around_it() -> None:
    case = EMPTY.answer("family[2].children[3].name", "x", SAID)
    assert case.rows("family") == Rows((2,))
    assert case.rows("family[2].children") == Rows((3,))
    assert [answer.path for answer in case.answers] == ["family", "family[2].children", "family[2].children[3].name"]


def test_a_row_number_never_comes_back() -> None:
    case = EMPTY.add_row("family", SAID).add_row("family", SAID).remove_row("family", 2, SAID).add_row("family", SAID)
    assert case.rows("family").numbers == (1, 3)


def test_removing_the_only_row_leaves_its_answers_in_the_history() -> None:
    case = EMPTY.answer("family[1].name", "x", SAID).remove_row("family", 1, SAID)
    assert case.rows("family") == Rows(())
    assert case.history("family[1].name")[0].value == "x"
    with pytest.raises(AnswerRefused, match="is not there to be removed"):
        case.remove_row("family", 1, SAID)


def test_no_more_says_that_the_rows_are_all_and_another_row_takes_it_back() -> None:
    case = EMPTY.add_row("family", SAID).no_more("family", SAID)
    assert case.rows("family") == Rows((1,), complete=True)
    assert case.add_row("family", SAID).rows("family") == Rows((1, 2), complete=False)


def test_an_answer_in_a_new_row_of_a_complete_group_keeps_it_complete() -> None:
    case = EMPTY.no_more("family", SAID).answer("family[1].name", "x", SAID)
    assert case.rows("family") == Rows((1,), complete=True)


def test_a_misspelt_path_is_answered_with_the_nearest(interview: Interview) -> None:
    with pytest.raises(AnswerRefused) as refused:
        question_for(interview, "client.nmae")
    assert refused.value.hint == "did you mean 'client.name'?"
    assert refused.value.fact == "client.nmae"


@pytest.mark.parametrize("path", ["family[].name", "family[0].name", "Client.name", "", "client..name", "family[1]"])
def test_what_is_no_path_of_one_answer_is_refused(interview: Interview, path: str) -> None:
    with pytest.raises(AnswerRefused):
        question_for(interview, path)


def test_a_group_itself_takes_no_value_but_can_be_declined(interview: Interview) -> None:
    with pytest.raises(AnswerRefused) as refused:
        read_answer(interview, "family", "nobody")
    assert refused.value.hint == "for example family[1].name"
    assert read_answer(interview, "family", {"state": "prefers not to say"}) == (None, State.DECLINED)


def test_a_way_of_not_answering_must_be_one_of_three(interview: Interview) -> None:
    for state in ("answered", "tomorrow", "", ["later"]):
        with pytest.raises(AnswerRefused) as refused:
            read_answer(interview, "client.sex", {"state": state})
        assert "later" in refused.value.hint


def test_the_digest_of_an_answer_is_what_was_said_and_not_who_entered_it() -> None:
    first = EMPTY.answer("client.sex", "male", SAID).answers[0]
    again = EMPTY.answer("client.sex", "male", Said("other", "2027", "en")).answers[0]
    other = EMPTY.answer("client.sex", "female", SAID).answers[0]
    assert EMPTY.digest(first) == EMPTY.digest(again) != EMPTY.digest(other)


def test_nobody_without_the_secret_of_a_case_can_try_yes_and_no_until_a_digest_fits() -> None:
    yes = EMPTY.answer("first.detained", True, SAID).answers[0]
    kept, other = replace(EMPTY, secret=b"k" * 32), replace(EMPTY, secret=b"o" * 32)
    written = json.dumps([yes.path, yes.state, written_value(yes.value)], ensure_ascii=False, sort_keys=True).encode()
    guesses = {sha256(written).hexdigest(), *(hmac.digest(key, written, "sha256").hex() for key in (b"", b"R"))}
    assert EMPTY.digest(yes) in guesses
    assert kept.digest(yes) not in guesses
    assert kept.digest(yes) == replace(kept, reference="other").digest(yes)
    assert kept.digest(yes) != other.digest(yes)
    assert "kkk" not in repr(kept)
