import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from one_library import LIBRARY

from legalassist.assessments.assess import COMPUTED, WORDS, assess
from legalassist.cases.answer import Said, State
from legalassist.cases.case import Case
from legalassist.interviews.reader import read_interview
from legalassist.law.derived import DERIVED

INTERVIEW = read_interview(LIBRARY, "tvisa", WORDS).required()
SAID = Said("demo", "2026")


def test_every_derived_fact_has_a_type_and_rests_on_at_least_one_fact_that_is_asked() -> None:
    assert set(WORDS) == set(COMPUTED) == {fact.path for fact in DERIVED}
    for word in WORDS.values():
        assert set(word.reads) & set(INTERVIEW.by_fact)


def test_an_empty_case_is_assessed_and_everything_is_unknown_or_missing(today: dt.date) -> None:
    assessment = assess(INTERVIEW, Case("R", "tvisa"), as_of=today)
    assert assessment.findings
    assert assessment.missing
    assert (assessment.contradictions, assessment.set_aside) == ((), ())
    assert {finding.verdict.value for finding in assessment.findings} <= {
        "unknown",
        "attorney decides",
        "attorney_decides",
    }


@settings(max_examples=25)
@given(st.dictionaries(st.sampled_from(sorted(INTERVIEW.by_fact)), st.sampled_from(list(State)[1:]), max_size=20))
def test_whatever_is_declined_or_left_for_later_a_case_is_assessed(states: dict[str, State]) -> None:
    case = Case("R", "tvisa")
    for fact, state in states.items():
        case = case.answer(fact.replace("[]", "[1]"), None, SAID, state)
    assessment = assess(INTERVIEW, case, as_of=dt.date(2026, 11, 23))
    assert assessment.findings
