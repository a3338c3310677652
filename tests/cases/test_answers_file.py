"""An answers file keeps every answer ever given, whatever was typed."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_library import LIBRARY

from legalassist.cases.answer import Said, State
from legalassist.cases.answers_file import append_answers, interview_named, read_answers, read_further
from legalassist.cases.case import Case
from legalassist.errors import AnswerRefused, ContentError, UsageError
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Rows
from legalassist.facts.text import clean
from legalassist.facts.values import Address, ExhibitAtHand, Money, PersonName, Spoken, is_name
from legalassist.interviews.reader import read_interview
from legalassist.interviews.schema import Interview

HEAD = "invented: true\ninterview: tvisa\n"
READ = settings(max_examples=60)


INTERVIEW: Interview = read_interview(LIBRARY, "tvisa").required()


def is_clean(text: str) -> bool:
    try:
        return clean(text) == text == text.strip() != ""
    except AnswerRefused:
        return False


TRICKY = st.sampled_from([
    '"quoted"', "it's", "back\\slash", "a: b", "# no comment", "- no list", "{{ client.name }}", "<b>&amp;", "媺", "😀",
    "log:", "answers:\n  x: y", "tab\there", "two\n\nlines", "---", "...", "%", "no", "012", "~", "'", '"', "\\", "\\n",
    "{% raw %}", "null", "&anchor", "*alias", "!tag", "|", ">", "a\u00a0b", "x\u3000y", "👩\u200d👧",
])  # fmt: skip
TEXTS = TRICKY | st.text(max_size=60).filter(is_clean) | st.lists(TRICKY, min_size=2, max_size=5).map("\n".join)
LINES = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)
NAMES = LINES.filter(is_name)
STATES = st.sampled_from([State.LATER, State.DECLINED, State.DOES_NOT_KNOW])
SAIDS = st.builds(Said, LINES, LINES, st.sampled_from(["en", "zh_Hans"]), st.just("") | LINES)
DAY = PartialDate.parse
GIVEN = st.one_of(
    st.tuples(st.sampled_from(["trafficking.recruitment", "hardship.fear", "contact.must_not_know"]), TEXTS),
    st.tuples(st.sampled_from(["client.birth_city", "jobs[1].employer", "jobs[7].employer"]), LINES),
    st.tuples(st.sampled_from(["client.name", "family[2].children[1].name"]), st.builds(PersonName, NAMES, NAMES)),
    st.tuples(st.just("client.physical_address"), st.builds(Address, LINES, confidential=st.booleans())),
    st.tuples(st.just("exhibits[1].paper"), st.builds(ExhibitAtHand, LINES, held=st.booleans())),
    st.tuples(st.just("trafficking.means"), st.sampled_from([("threats",), ("threats", "debt"), ()])),
    st.tuples(st.just("trafficking.debt"), st.just(Money(Decimal("300000.50"), "CNY"))),
    st.tuples(st.just("client.birth_date"), st.sampled_from(["2004", "2004-02~", "lunar:2004-02-10"]).map(DAY)),
    st.tuples(st.just("client.language"), st.builds(Spoken, st.just("wuu"), LINES)),
    st.tuples(st.sampled_from(["family", "family[2].children"]), st.builds(Rows, st.just((1, 2, 7)), st.booleans())),
)  # fmt: skip


@st.composite
def cases(draw: st.DrawFn) -> Case:
    case = Case("INVENTED", "tvisa", invented=True)
    for (path, value), said, state in draw(st.lists(st.tuples(GIVEN, SAIDS, st.none() | STATES), max_size=8)):
        if state is None:
            case = case.answer(path, value, said)
        elif not isinstance(value, Rows):
            case = case.answer(path, None, said, state)
    return case


@READ
@given(cases())
def test_what_was_answered_is_read_back_whole_and_in_order(case: Case) -> None:
    text = append_answers(HEAD, case.answers)
    again = read_answers(text, "f", INTERVIEW)
    assert again.problems == ()
    assert again.case.answers == case.answers


@READ
@given(cases(), st.data())
def test_appending_bit_by_bit_is_appending_at_once_and_changes_nothing_above(case: Case, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(case.answers)))
    first = append_answers(HEAD, case.answers[:cut])
    text = append_answers(first, case.answers[cut:])
    assert text.startswith(first)
    assert text == append_answers(HEAD, case.answers)
    assert read_answers(text, "f", INTERVIEW).case.answers == case.answers


@READ
@given(st.text(max_size=300))
def test_no_text_makes_reading_raise_anything_but_a_message(text: str) -> None:
    for whole in (text, HEAD + text, HEAD + "answers:\n" + text, HEAD + "log:\n" + text):
        try:
            problems = read_answers(whole, "f", INTERVIEW).problems
        except UsageError:
            continue
        except ContentError as refused:
            problems = refused.problems
        assert all(problem.where.line for problem in problems)


NESTED = st.recursive(
    st.sampled_from(
        ["x", "yes", "[]", "1", "\u00b2", "999999999", "client.name", "family", "{state: later}", "{state: []}"]
    ),
    lambda inside: (
        st.lists(inside, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")
        | st.dictionaries(st.sampled_from(["rows", "no more", "state", "given", "name"]), inside, max_size=3).map(
            lambda parts: "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}"
        )
    ),
    max_leaves=8,
)
PATHS = st.sampled_from(["client.name", "family", "family[1]", "family[1].children", "trafficking.means", "x"])


@settings(max_examples=200)
@given(
    st.lists(st.tuples(PATHS, NESTED), max_size=3),
    st.lists(st.tuples(PATHS, st.sampled_from(["value", "rows"]), NESTED)),
)
def test_whatever_is_nested_in_a_file_each_problem_has_its_line(
    answers: list[tuple[str, str]], log: list[tuple[str, str, str]]
) -> None:
    above = "".join(f'  "{path}": {data}\n' for path, data in dict(answers).items())
    below = "".join(f'  - fact: "{path}"\n    {key}: {data}\n' for path, key, data in log)
    text = f"{HEAD}answers:\n{above or '  {}'}\nlog:\n{below or '  []'}\n"
    read = read_answers(text, "f", INTERVIEW)
    assert all(3 < problem.where.line <= text.count("\n") + 1 for problem in read.problems)


def test_the_upper_part_is_read_as_a_person_writes_it() -> None:
    text = HEAD + "reference: AB-12\nentered_by: demo\nlanguage: zh_Hans\nanswers:\n  family:\n    - name: {given: A}\n"
    read = read_answers(text, "f", INTERVIEW)
    assert read.problems == ()
    assert read.case.reference == "AB-12"
    assert read.case.rows("family") == Rows((1,), complete=False)
    assert read.case.current["family[1].name"].value == PersonName(given="A")
    assert read.case.current["family[1].name"].said == Said("demo", "", "zh_Hans", "")


def test_a_file_whose_log_is_there_but_empty_takes_further_answers() -> None:
    case = Case("INVENTED", "tvisa").answer("client.sex", "female", Said("demo", "2026"))
    for end in ("log:\n", "log: []\n", "log:  # nothing yet\n", "answers: {}\nlog: []", ""):
        text = append_answers(HEAD + end, case.answers)
        assert read_answers(text, "f", INTERVIEW).required().current["client.sex"].value == "female"


def test_a_real_persons_file_is_refused_before_anything_in_it_is_read() -> None:
    for text in ("interview: tvisa\n", "invented: yes\ninterview: tvisa\n", "invented: True\ninterview: tvisa\n"):
        with pytest.raises(UsageError, match="invented people only"):
            interview_named(text, "f")


def test_all_problems_come_at_once_each_at_its_line_and_none_repeats_what_was_said() -> None:
    text = HEAD + "answers:\n  client.sex: Geheim\n  client.nmae: Geheim\n  family:\n    - relation: Geheim\n"
    with pytest.raises(ContentError) as refused:
        read_answers(text, "f", INTERVIEW).required()
    assert [problem.where.line for problem in refused.value.problems] == [4, 5, 7]
    assert "Geheim" not in str(refused.value)


def test_further_answers_come_from_a_file_with_answers_alone() -> None:
    said, case = Said("demo", "2026"), Case("R", "tvisa", invented=True)
    read = read_further("answers:\n  client.sex: female\n", "f", case, INTERVIEW, said)
    assert read.required().current["client.sex"].said == said
    (problem,) = read_further("client.sex: female\n", "f", case, INTERVIEW, said).problems[:1]
    assert problem.message == "the file has no 'answers:'"
