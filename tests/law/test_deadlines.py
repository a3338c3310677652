"""Deadlines: the age clocks of families, and days in the mail. The other clocks are in cases/clocks.yaml."""

from datetime import date
from typing import Any

import pytest

from legalassist.facts.dates import PartialDate
from legalassist.facts.known import PlainFacts, Rows
from legalassist.facts.values import Value
from legalassist.law.deadlines import Deadline, deadlines
from legalassist.law.finding import Reason


@pytest.mark.parametrize(
    ("relation", "row", "expected"),
    [
        ("child", {"birth_date": "2010-06-01"}, ("clock.child_age", "2031-05-31", "family[1]")),
        ("child", {"birth_date": "2010"}, ("clock.child_age", "2030-12-31", "family[1]")),
        ("child", {"birth_date": "2008-02-29"}, ("clock.child_age", "2029-02-27", "family[1]")),
        ("parent", {}, ("clock.principal_age", "2028-02-29", "")),
        ("sibling", {"birth_date": "2010-06-01"}, ("clock.principal_age", "2028-02-29", "")),
    ],
)
def test_a_clock_runs_to_the_day_before_the_earliest_birthday(
    relation: str, row: dict[str, str], expected: tuple[str, str, str]
) -> None:
    clock = clocks(relation, row)[0]
    assert (clock.id, clock.received_by.isoformat(), clock.subject) == expected
    assert not clock.passed
    assert clock.hangs_on == ((f"{clock.subject or 'client'}.birth_date"),)


def test_a_siblings_clock_stands_beside_the_clients() -> None:
    both = [(each.id, each.received_by.isoformat()) for each in clocks("sibling", {"birth_date": "2010-06-01"})]
    assert both == [("clock.principal_age", "2028-02-29"), ("clock.sibling_age", "2028-05-31")]


def test_a_clock_that_ran_out_says_so_and_stops_the_siblings() -> None:
    late = clocks("sibling", {"birth_date": "2010-06-01"}, client="2000-03-01")
    assert [(each.id, each.passed) for each in late] == [("clock.principal_age", True)]


def test_a_sibling_keeps_a_clock_while_the_client_may_be_young() -> None:
    assert [each.id for each in clocks("sibling", {"birth_date": "2010-06-01"}, client=None)] == ["clock.sibling_age"]


@pytest.mark.parametrize("row", [{"married": True}, {"apply": False}, {"birth_date": None}])
def test_no_clock_runs_for_who_is_married_or_stays_or_has_no_birth_date(row: dict[str, Any]) -> None:
    assert clocks("child", {"birth_date": "2010-06-01"} | row) == ()


def clocks(relation: str, row: dict[str, Any], *, client: str | None = "2007-03-01") -> tuple[Deadline, ...]:
    dates = {"client.birth_date": client, "family[1].birth_date": row.get("birth_date")}
    said: dict[str, Value] = {path: PartialDate.parse(text) for path, text in dates.items() if text}
    said |= {f"family[1].{name}": value for name, value in row.items() if name != "birth_date"}
    facts = PlainFacts(said | {"family[1].relation": relation}, None, {"family": Rows((1,), complete=True)})
    return deadlines(facts, as_of=date(2026, 11, 22))


def test_days_in_the_mail_are_the_clinics_own_setting_and_have_no_default() -> None:
    facts = PlainFacts({"filing.card_expires": PartialDate.parse("2027-06-30")})
    (plain,) = deadlines(facts, as_of=date(2026, 11, 22))
    (posted,) = deadlines(facts, as_of=date(2026, 11, 22), mailing_days=10)
    assert (plain.mail_by, plain.mailing) == (None, Reason.NO_SOURCED_MAILING_TIME)
    assert (posted.mail_by, posted.mailing) == (date(2027, 6, 20), Reason.MAILING_TIME_OF_THE_CLINIC)
    assert posted.received_by == plain.received_by
