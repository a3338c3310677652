import pytest
from jinja2 import StrictUndefined, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from legalassist.assessments.assess import WORDS, live_facts
from legalassist.cases.answer import Said, State
from legalassist.cases.case import Case
from legalassist.documents.context import Gap, Used, fact_words, gap_of, is_known, words_known
from legalassist.documents.wording import filters
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Unknown, Why
from legalassist.facts.values import PersonName
from legalassist.interviews.reader import read_interview
from legalassist.interviews.schema import Interview
from legalassist.library import Library

SAID = Said("demo", "2026")


@pytest.fixture(scope="module")
def interview(library: Library) -> Interview:
    return read_interview(library, "tvisa", WORDS).required()


@pytest.fixture
def case() -> Case:
    case = Case("R", "tvisa", invented=True).answer("client.name", PersonName("WANG", "XIAOMEI"), SAID)
    case = case.answer("family[2].name", PersonName(given="<b>{{ x }}</b>"), SAID)
    case = case.answer("client.has_ssn", value=True, said=SAID)
    return case.answer("client.ssn", None, SAID, State.DECLINED)


def filled(interview: Interview, case: Case, template: str) -> tuple[str, Used]:
    used = Used()
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    environment.filters.update(filters("en"))
    words = fact_words(interview, live_facts(interview, case), used)
    return environment.from_string(template).render(words | {"known": is_known}), used


def test_a_known_fact_prints_and_is_noted_with_its_answer(interview: Interview, case: Case) -> None:
    text, used = filled(interview, case, "{{ client.name.full }}")
    assert text == "XIAOMEI WANG"
    assert (used.answers, used.gaps) == ({"client.name": "a1"}, {})


def test_a_gap_prints_where_it_stands_and_says_why(interview: Interview, case: Case) -> None:
    text, used = filled(interview, case, "{{ client.ssn }} {{ client.birth_date | long_date }} {{ client.email.x.y }}")
    assert "[the client prefers not to say: client.ssn]" in text
    assert "[not answered: client.birth_date]" in text
    assert used.gaps == {
        "client.ssn": Why.DECLINED, "client.birth_date": Why.NOT_ASKED, "client.email": Why.NOT_ASKED,
    }  # fmt: skip


def test_a_gap_is_false_empty_and_no_value(interview: Interview, case: Case) -> None:
    template = "{% if client.ssn %}yes{% endif %}{% for x in client.ssn %}x{% endfor %}{{ known(client.ssn) }}"
    text, used = filled(interview, case, template)
    assert text == "False"
    assert used.gaps == {}


def test_a_question_that_does_not_apply_says_so(interview: Interview, case: Case) -> None:
    text, _ = filled(interview, case.answer("first.in_court", False, SAID), "{{ first.hearing_date }}")
    assert "[does not apply: first.hearing_date]" in text


def test_rows_are_walked_and_what_a_client_typed_is_text(interview: Interview, case: Case) -> None:
    text, used = filled(interview, case, "{% for person in family %}{{ person.name.full }};{% endfor %}")
    assert text == "&lt;b&gt;{{ x }}&lt;/b&gt;;"
    assert list(used.answers) == ["family[2].name"]


def test_rows_of_a_derived_group_can_be_walked(interview: Interview, case: Case) -> None:
    text, _ = filled(interview, case, "{% for person in derived.family %}{{ known(person.class) }}{% endfor %}")
    assert text == "False"
    assert {"derived.family", "derived.family[].class"} <= words_known(interview)


@pytest.mark.parametrize("template", ["{{ client.naem }}", "{{ nobody }}", "{{ family.x }}", "{{ client.name.ful }}"])
def test_a_word_nobody_knows_fails(interview: Interview, case: Case, template: str) -> None:
    with pytest.raises(UndefinedError):
        filled(interview, case, template)


@pytest.mark.parametrize("reach", ["client._reading", "client.__class__", "client.ssn._why", "client.ssn.__init__"])
def test_nothing_behind_a_fact_can_be_reached(interview: Interview, case: Case, reach: str) -> None:
    with pytest.raises(Exception, match=r"undefined|unsafe|has no attribute"):
        filled(interview, case, f"{{{{ {reach} }}}}")


def test_a_fact_set_aside_is_a_gap(interview: Interview, case: Case) -> None:
    case = case.answer("first.hearing_date", PartialDate.parse("2027"), SAID).answer("first.in_court", False, SAID)
    text, used = filled(interview, case, "{{ first.hearing_date }}")
    assert "2027" not in text
    assert used.answers == {}


def test_code_can_make_a_gap_of_an_unknown_fact() -> None:
    used = Used()
    gap = gap_of(Unknown(Why.NO_RULE), "derived.x", used)
    assert isinstance(gap, Gap)
    assert str(gap) == "[an attorney decides: derived.x]"
    assert gap.__html__() == '<span class="gap">[an attorney decides: derived.x]</span>'
    assert (used.gaps, len(gap), is_known(gap)) == ({"derived.x": Why.NO_RULE}, 0, False)
