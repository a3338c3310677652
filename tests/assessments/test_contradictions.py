import pytest

from legalassist.assessments.contradictions import contradictions
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import PlainFacts, Rows
from legalassist.facts.values import Value

GROUPS = {group: Rows((1,)) for group in ("family", "entries", "arrests", "jobs")}


def found(**known: str) -> list[tuple[str, ...]]:
    values: dict[str, Value] = {
        path.replace("__", ".").replace("_1_", "[1]."): value
        if value in {"child", "parent"}
        else PartialDate.parse(value)
        for path, value in known.items()
    }
    return [one.paths for one in contradictions(PlainFacts(values, groups=GROUPS))]


@pytest.mark.parametrize(
    "known",
    [
        {"trafficking__first_date": "2021", "trafficking__last_date": "2020"},
        {"client__birth_date": "2022", "trafficking__first_date": "2021"},
        {"client__birth_date": "2022", "entries_1_date": "2021"},
        {"client__birth_date": "2022", "arrests_1_date": "2021"},
        {"jobs_1_from_date": "2022", "jobs_1_to_date": "2021"},
        {"client__birth_date": "2004", "family_1_birth_date": "2000", "family_1_relation": "child"},
        {"client__birth_date": "2004", "family_1_birth_date": "2006", "family_1_relation": "parent"},
        {"family_1_birth_date": "2004", "family_1_marriage_date": "2000"},
    ],
)
def test_dates_the_wrong_way_round_are_found(known: dict[str, str]) -> None:
    assert len(found(**known)) == 1


@pytest.mark.parametrize(
    "known",
    [
        {"trafficking__first_date": "2021", "trafficking__last_date": "2021-03"},
        {"trafficking__first_date": "2021~", "trafficking__last_date": "2020"},
        {"client__birth_date": "200X", "trafficking__first_date": "2005"},
        {"trafficking__first_date": "2021"},
        {"client__birth_date": "2004", "family_1_birth_date": "2000"},
        {"client__birth_date": "2004", "family_1_birth_date": "2000", "family_1_relation": "parent"},
    ],
)
def test_dates_that_may_be_right_are_left_alone(known: dict[str, str]) -> None:
    assert found(**known) == []


def test_a_contradiction_names_paths_and_a_question_and_repeats_no_date() -> None:
    facts = PlainFacts(
        {"trafficking.first_date": PartialDate.parse("2021"), "trafficking.last_date": PartialDate.parse("2020")}
    )
    (one,) = contradictions(facts)
    assert one.paths == ("trafficking.first_date", "trafficking.last_date")
    assert "2021" not in one.about
