"""The journey asks what applies and nothing else, and neither loses nor orphans an answer, whatever is changed."""

from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_library import LIBRARY

from legalassist.assessments.assess import COMPUTED, WORDS, live_facts
from legalassist.assessments.missing import Kind, missing_items
from legalassist.cases.answer import Said, State
from legalassist.cases.case import Case
from legalassist.errors import Place
from legalassist.facts.dates import PartialDate
from legalassist.facts.expressions import parse
from legalassist.facts.known import Known, Rows, Unknown, Why
from legalassist.facts.paths import group_of, numbers_of, row_path
from legalassist.facts.values import ExhibitAtHand, PersonName, Value
from legalassist.interviews.reader import read_interview
from legalassist.interviews.schema import Interview, Page, Question
from legalassist.journeys.journey import Standing, next_step, progress, set_aside, steps
from legalassist.journeys.live_facts import LiveFacts, row_of

INTERVIEW: Interview = read_interview(LIBRARY, "tvisa", WORDS).required()
SAID = Said("demo", "2026-11-20T10:00:00")
EMPTY = Case("R", "tvisa", invented=True)
EXAMPLES: dict[str, Value] = {
    "yes no": True, "person name": PersonName("X"), "partial date": PartialDate.parse("2004-02"),
    "date": PartialDate.parse("2026-12-15"), "exhibit": ExhibitAtHand("Photo"), "number": 3,
}  # fmt: skip

CONDITIONED = [fact for fact, question in INTERVIEW.by_fact.items() if question.when is not None]
SETTLING = sorted(
    {read for fact in CONDITIONED if (when := INTERVIEW.by_fact[fact].when) is not None for read in when.reads}
)
FACTS = sorted({*CONDITIONED, *SETTLING, "client.birth_date", "filing.planned_receipt_date", "family[].birth_date"})
GROUPS = ["family", "family[].children", "exhibits", "statement.paragraphs"]


def values(question: Question) -> st.SearchStrategy[Value]:
    if question.choices:
        one = st.sampled_from(question.values)
        return st.sets(one).map(lambda some: tuple(sorted(some))) if question.kind == "several choices" else one
    if question.kind == "yes no":
        return st.booleans()
    return st.just(EXAMPLES.get(question.kind, "x"))


@st.composite
def instances(draw: st.DrawFn, pattern: str) -> str:
    while "[]" in pattern:
        pattern = pattern.replace("[]", f"[{draw(st.integers(1, 3))}]", 1)
    return pattern


@st.composite
def changes(draw: st.DrawFn, case: Case) -> Case:
    """One thing that happens to a case: an answer, a refusal, a row more or less, "no more"."""
    kind = draw(st.sampled_from(["answer", "answer", "answer", "state", "add", "remove", "no more"]))
    if kind in {"answer", "state"}:
        fact = draw(st.sampled_from(FACTS))
        path = draw(instances(fact))
        if kind == "state":
            return case.answer(path, None, SAID, draw(st.sampled_from(list(State)[1:])))
        return case.answer(path, draw(values(INTERVIEW.by_fact[fact])), SAID)
    group = draw(instances(draw(st.sampled_from(GROUPS))))
    if kind == "add":
        return case.add_row(group, SAID)
    numbers = case.rows(group).numbers
    if kind == "remove" and numbers:
        return case.remove_row(group, draw(st.sampled_from(numbers)), SAID)
    return case.no_more(group, SAID)


@st.composite
def lives(draw: st.DrawFn) -> list[Case]:
    """The states of a case through a life of changes, the empty case first."""
    states = [EMPTY]
    for _ in range(draw(st.integers(0, 14))):
        states.append(draw(changes(states[-1])))
    return states


def facts_of(case: Case) -> LiveFacts:
    return live_facts(INTERVIEW, case)


MANY = settings(max_examples=50)
FEW = settings(max_examples=10)  # each example answers a whole interview


@MANY
@given(lives())
def test_every_current_answer_is_visible_or_set_aside_and_never_both(states: list[Case]) -> None:
    facts = facts_of(states[-1])
    aside = set(set_aside(facts))
    assert aside <= set(states[-1].current)
    for path, answer in states[-1].current.items():
        shown = facts.answer(path)
        assert (shown is None) == (path in aside)
        assert shown is None or shown is answer
        if path in aside:
            assert not isinstance(facts.get(path), Known)


@MANY
@given(lives())
def test_no_answer_is_ever_lost(states: list[Case]) -> None:
    for before, after in pairwise(states):
        assert after.answers[: len(before.answers)] == before.answers
        assert [answer.number for answer in after.answers] == list(range(1, len(after.answers) + 1))
    last = states[-1]
    assert sorted(answer.number for path in last.current for answer in last.history(path)) == [
        answer.number for answer in last.answers
    ]


@MANY
@given(lives())
def test_what_is_set_aside_is_in_no_document_finding_or_row(states: list[Case]) -> None:
    facts = facts_of(states[-1])
    for path in set_aside(facts):
        assert isinstance(facts.get(path), Unknown)
        question = INTERVIEW.by_fact.get(path)
        if question is not None and question.is_group:
            assert facts.rows(path).numbers == ()
    standing = {step.path: step.standing for step in steps(facts)}
    hidden = {Standing.DOES_NOT_APPLY, Standing.UNDECIDED, None}
    assert {standing.get(path) for path in set_aside(facts)} <= hidden


@MANY
@given(lives())
def test_the_next_question_applies_and_is_open(states: list[Case]) -> None:
    facts = facts_of(states[-1])
    step = next_step(facts)
    assert step is not None
    assert step.standing is Standing.OPEN
    assert step.path not in states[-1].current or step.question.is_group
    when = step.question.when
    assert when is None or when.evaluate(facts, row_of(step.path)).is_true
    group = group_of(step.path)
    assert group is None or numbers_of(step.path)[-1] in facts.rows(group).numbers


@FEW
@given(lives())
def test_answering_whatever_comes_next_ends(states: list[Case]) -> None:
    case = states[-1]
    for _ in range(400):
        step = next_step(facts_of(case))
        if step is None:
            break
        case = (
            case.no_more(step.path, SAID) if step.question.is_group else case.answer(step.path, None, SAID, State.LATER)
        )
    assert next_step(facts_of(case)) is None
    left = {step.standing for step in steps(facts_of(case))}
    assert Standing.OPEN not in left


@MANY
@given(lives(), st.data())
def test_an_answer_to_an_open_question_never_turns_a_decision_or_a_known_fact(
    states: list[Case], data: st.DataObject
) -> None:
    case = states[-1]
    facts = facts_of(case)
    decided = {step.path: facts.applies(step.path).value for step in steps(facts)}
    known = {path: facts.get(path) for path in case.current} | {
        path: facts.get(path) for path in COMPUTED if "[]" not in path
    }
    open_now = [step for step in steps(facts) if step.standing is Standing.OPEN and not step.question.is_group]
    step = data.draw(st.sampled_from(open_now))
    after = facts_of(case.answer(step.path, data.draw(values(step.question)), SAID))
    for path, before in decided.items():
        assert before is None or after.applies(path).value is before
    for path, fact in known.items():
        assert not isinstance(fact, Known) or after.get(path) == fact


@MANY
@given(lives())
def test_the_journey_is_the_same_every_time_it_is_worked_out(states: list[Case]) -> None:
    facts = facts_of(states[-1])
    assert list(steps(facts)) == list(steps(facts)) == list(steps(facts_of(states[-1])))


# ---- by example ----


def case_of(**answers: object) -> Case:
    case = EMPTY
    for path, value in answers.items():
        case = case.answer(path.replace("__", "."), value, SAID)  # type: ignore[arg-type]
    return case


def standing_of(case: Case, path: str) -> Standing:
    return next(step.standing for step in steps(facts_of(case)) if step.path == path)


def test_an_answer_comes_back_when_its_question_applies_again() -> None:
    case = case_of(first__in_court=True, first__hearing_date=PartialDate.parse("2027-03"))
    hidden = case.answer("first.in_court", False, SAID)
    assert set_aside(facts_of(hidden)) == ("first.hearing_date",)
    assert facts_of(hidden).get("first.hearing_date") == Unknown(Why.DOES_NOT_APPLY)
    back = hidden.answer("first.in_court", True, SAID)
    assert set_aside(facts_of(back)) == ()
    assert isinstance(facts_of(back).get("first.hearing_date"), Known)


def test_the_question_that_settles_another_is_asked_first_even_where_it_stands_later() -> None:
    undecided = [step.path for step in steps(facts_of(EMPTY)) if step.standing is Standing.UNDECIDED]
    assert undecided[:2] == ["client.email", "first.hearing_date"]
    before = frozenset(
        step.path for step in steps(facts_of(EMPTY)) if step.path not in {"first.in_court", "first.hearing_date"}
    )
    step = next_step(facts_of(EMPTY), before)
    assert step is not None
    assert step.path == "first.in_court"


def test_what_hangs_on_a_declined_answer_is_listed_as_could_not_be_decided_and_never_asked() -> None:
    case = EMPTY.answer("first.in_court", None, SAID, State.DECLINED)
    assert standing_of(case, "first.hearing_date") is Standing.UNDECIDED
    item = next(item for item in missing_items(facts_of(case)) if item.path == "first.hearing_date")
    assert (item.kind, item.needs) == (Kind.DECISION, ("first.in_court",))
    assert "could not be decided" in item.why
    asked, case_now = set(), case
    for _ in range(200):
        step = next_step(facts_of(case_now))
        if step is None:
            break
        asked.add(step.path)
        if step.question.is_group:
            case_now = case_now.no_more(step.path, SAID)
        else:
            case_now = case_now.answer(step.path, None, SAID, State.DOES_NOT_KNOW)
    assert "first.hearing_date" not in asked


def test_a_skipped_question_is_passed_over_and_nothing_that_hangs_on_it_is_asked() -> None:
    facts = facts_of(EMPTY)
    passed = frozenset({"first.in_court"})
    asked = next_step(facts, passed)
    assert asked is not None
    assert asked.path not in {"first.in_court", "first.hearing_date"}


def test_a_removed_row_takes_everything_inside_it_out() -> None:
    case = EMPTY.answer("family[1].children[1].name", PersonName("X"), SAID).remove_row("family", 1, SAID)
    assert set(set_aside(facts_of(case))) == {"family[1].children", "family[1].children[1].name"}
    assert [step.path for step in steps(facts_of(case)) if step.path.startswith("family")] == ["family"]


def test_rows_are_asked_before_whether_there_is_another() -> None:
    case = EMPTY.add_row("entries", SAID)
    paths = [step.path for step in steps(facts_of(case)) if step.path.startswith("entries")]
    assert paths[0].startswith("entries[1].")
    assert paths[-1] == "entries"
    assert standing_of(case, "entries") is Standing.OPEN
    assert standing_of(case.no_more("entries", SAID), "entries") is Standing.ANSWERED


def test_a_declined_group_is_not_open_and_not_asked_again() -> None:
    case = EMPTY.answer("family", None, SAID, State.DECLINED)
    assert standing_of(case, "family") is Standing.DECLINED
    assert facts_of(case).rows("family") == Rows()


def test_a_path_no_question_asks_for_does_not_apply() -> None:
    facts = facts_of(EMPTY.answer("nothing.here", "x", SAID))
    assert facts.get("nothing.here") == Unknown(Why.DOES_NOT_APPLY)
    assert set_aside(facts) == ("nothing.here",)


def test_derived_facts_are_read_like_any_other_and_derived_rows_are_those_of_the_group() -> None:
    case = case_of(
        client__birth_date=PartialDate.parse("2008-01-01"), filing__planned_receipt_date=PartialDate.parse("2026-12-15")
    )
    facts = facts_of(case.add_row("family", SAID))
    assert facts.get("derived.age_at_receipt") == Known(18)
    assert facts.rows("derived.family") == facts.rows("family")
    assert facts.get("client.birth_date") == Known(PartialDate.parse("2008-01-01"), "a1")


def test_progress_counts_what_applies_and_is_settled_section_by_section() -> None:
    start = {one.section: (one.settled, one.asked) for one in progress(INTERVIEW, facts_of(EMPTY))}
    case = case_of(first__in_court=True).answer("first.detained", None, SAID, State.DECLINED)
    then = {one.section: (one.settled, one.asked) for one in progress(INTERVIEW, facts_of(case))}
    section = INTERVIEW.page_of["first.in_court"].section
    assert start[section][0] == 0
    assert then[section] == (2, start[section][1] + 1)
    assert list(then) == list(dict.fromkeys(page.section for page in INTERVIEW.pages))
    assert all(settled <= asked for settled, asked in then.values())


def test_the_steps_come_lazily_so_that_the_next_question_does_not_wait_for_all() -> None:
    assert len(list(islice(steps(facts_of(EMPTY)), 3))) == 3


def test_a_condition_over_a_group_that_does_not_apply_sees_an_empty_complete_group() -> None:
    condition = parse("any(family, each.married)", where=Place("f", 1, 1))
    assert condition.evaluate(facts_of(EMPTY)).is_unknown
    assert condition.evaluate(facts_of(EMPTY.no_more("family", SAID))).is_false


@pytest.mark.parametrize(("group", "number", "path"), [("family", 2, "family[2]"), ("a.b", 1, "a.b[1]")])
def test_the_row_a_path_stands_in(group: str, number: int, path: str) -> None:
    assert row_path(group, number) == path == row_of(f"{path}.name")
    assert row_of("client.name") == ""


def test_of_several_answers_that_would_settle_a_question_the_first_in_the_journey_is_asked() -> None:
    place = Place("f", 1, 1)
    when = parse("a.two or a.one or any(kin, each.yes)", where=place)
    kin = Question(
        "kin", "group", "Who?", place, row="Person", questions=(Question("kin[].yes", "yes no", "?", place),)
    )
    asked = (Question("a.three", "yes no", "?", place, when=when), *(Question(f"a.{n}", "yes no", "?", place) for n in
             ("one", "two")), kin)  # fmt: skip
    interview = Interview("try", "Try", (Page("p", "s", "t", asked, place),))
    case = Case("R", "try")
    order = []
    for _ in range(3):
        step = next_step(LiveFacts(interview, case, {}))
        assert step is not None
        order.append(step.path)
        case = case.no_more(step.path, SAID) if step.question.is_group else case.answer(step.path, False, SAID)
    assert order == ["a.one", "a.two", "kin"]
    assert next_step(LiveFacts(interview, case, {})) is None
