import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.api.opening import open_interview
from legalassist.errors import AnswerRefused
from legalassist.interviews.codes import SIGNS, code_of, path_of, patterns_by_code
from legalassist.library import Library

CODES = st.text(SIGNS, min_size=1, max_size=30).map(lambda path: code_of(path.lower()))


def test_every_question_of_the_shipped_interview_has_a_code_of_its_own(library: Library) -> None:
    interview = open_interview(library, "tvisa")
    assert all(len(patterns) == 1 for patterns in patterns_by_code(interview).values())
    for pattern in interview.by_fact:
        rows = ".3" * pattern.count("[]")
        assert path_of(interview, code_of(pattern) + rows) == pattern.replace("[]", "[3]")
        assert path_of(interview, (code_of(pattern) + rows).lower()) == pattern.replace("[]", "[3]")


def test_the_codes_of_questions_stay_what_they_are() -> None:
    """Sheets with these codes are in people's hands: a code must not change in a later version."""
    assert [code_of(path) for path in ("client.name", "client.birth_date", "family[].name")] == [
        "5TZMM", "WBGB9", "HQLRT",
    ]  # fmt: skip


@settings(max_examples=60)
@given(code=CODES, place=st.integers(0, 4), sign=st.sampled_from(SIGNS))
def test_one_wrong_sign_is_always_found(library: Library, code: str, place: int, sign: str) -> None:
    wrong = code[:place] + sign + code[place + 1 :]
    if wrong != code:
        with pytest.raises(AnswerRefused, match="one of its signs is wrong"):
            path_of(open_interview(library, "tvisa"), wrong)


@settings(max_examples=60)
@given(code=CODES, place=st.integers(0, 3))
def test_two_neighbours_changed_about_are_always_found(library: Library, code: str, place: int) -> None:
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if wrong != code:
        with pytest.raises(AnswerRefused, match="one of its signs is wrong"):
            path_of(open_interview(library, "tvisa"), wrong)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (code_of("no.such_question"), "no question of this interview has this code"),
        (code_of("client.name") + ".1", "the code and its rows do not fit"),
        (code_of("family[].name"), "the code and its rows do not fit"),
        (code_of("family[].name") + ".1.2", "the code and its rows do not fit"),
    ],
)
def test_a_code_that_leads_nowhere_says_so(library: Library, typed: str, message: str) -> None:
    with pytest.raises(AnswerRefused, match=message):
        path_of(open_interview(library, "tvisa"), typed)


def test_a_path_is_no_code(library: Library) -> None:
    assert path_of(open_interview(library, "tvisa"), "client.name") is None
