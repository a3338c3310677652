import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.api.opening import open_interview
from legalassist.errors import AnswerRefused
from legalassist.interviews.codes import MOST_ROWS, SIGNS, code_of, path_of, patterns_by_code
from legalassist.library import Library

CODES = st.text(SIGNS, min_size=1, max_size=30).map(lambda path: code_of(path.lower()))


def test_every_question_of_the_shipped_interview_has_a_code_of_its_own(library: Library) -> None:
    interview = open_interview(library, "tvisa")
    assert all(len(patterns) == 1 for patterns in patterns_by_code(interview).values())
    for pattern in interview.by_fact:
        code = code_of(pattern, (3,) * pattern.count("[]"))
        assert path_of(interview, code) == path_of(interview, code.lower()) == pattern.replace("[]", "[3]")


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
        (code_of("family[].name", (1, 2)), "the code and its rows do not fit"),
        (code_of("family[].name") + ".2", "the number behind this code is not the row that its last sign stands for"),
        (code_of("no.such_question[]", (2,)), "no question of this interview has this code"),
    ],
)
def test_a_code_that_leads_nowhere_says_so(library: Library, typed: str, message: str) -> None:
    with pytest.raises(AnswerRefused, match=message):
        path_of(open_interview(library, "tvisa"), typed)


def test_a_path_is_no_code(library: Library) -> None:
    assert path_of(open_interview(library, "tvisa"), "client.name") is None


def test_a_wrong_row_is_always_found(library: Library) -> None:
    """Whatever is typed for it: never the row of another person."""
    interview = open_interview(library, "tvisa")
    for row in range(1, MOST_ROWS + 1):
        code = code_of("family[].name", (row,))
        assert path_of(interview, code) == f"family[{row}].name"
        signs = code.split(".")[0]
        for slip in set(range(1, 130)) - {row}:
            with pytest.raises(AnswerRefused, match=r"not the row|the row behind it, is wrong|no sheet has more"):
                path_of(interview, f"{signs}.{slip}")


def test_the_row_on_an_older_sheet_is_refused_with_the_path_it_means(library: Library) -> None:
    with pytest.raises(AnswerRefused) as refused:
        path_of(open_interview(library, "tvisa"), "HQLRT.2")
    assert "look whose row it is and write family[2].name" in refused.value.hint
