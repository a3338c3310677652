"""What law may stand on a handout: acknowledged for a time, and some of it not at all."""

from datetime import date, timedelta

from legalassist.law.authorities import Authorities
from legalassist.law.kyr import NOT_PRINTED, acknowledged_until, needs_acknowledgment

LAW = Authorities.load()
DAY = date(2026, 11, 23)


def test_contested_weak_and_due_authorities_need_the_attorney() -> None:
    assert needs_acknowledgment(LAW.get("KY-05"), DAY) == "contested"
    assert needs_acknowledgment(LAW.get("KY-02"), DAY) == "a secondary source"
    assert needs_acknowledgment(LAW.get("KY-11"), DAY) == ""
    assert needs_acknowledgment(LAW.get("KY-11"), date(2027, 11, 22)) == "past its check-again day"


def test_an_acknowledgment_lapses_after_90_days_or_30_and_at_the_check_again_day() -> None:
    assert acknowledged_until(LAW.get("KY-02"), DAY) == DAY + timedelta(days=91)
    early = date(2026, 11, 1)
    assert acknowledged_until(LAW.get("KY-05"), early) == date(2026, 12, 2)
    assert acknowledged_until(LAW.get("KY-05"), DAY) == date(2026, 12, 22)
    assert acknowledged_until(LAW.get("KY-05"), date(2026, 12, 22)) == date(2027, 1, 22)


def test_what_is_never_printed_says_why() -> None:
    assert set(NOT_PRINTED) == {"KY-16", "KY-19", "KY-24", "LB-05"}
    assert all(NOT_PRINTED.values())


def test_how_uscis_reads_the_rule_now_is_acknowledged_for_30_days() -> None:
    assert needs_acknowledgment(LAW.get("CF-06"), DAY) == "a secondary source"
    assert acknowledged_until(LAW.get("CF-06"), DAY) == DAY + timedelta(days=31)
