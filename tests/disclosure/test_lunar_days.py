"""A birthday in the farmer's calendar: the days it is, and that it is found however it is written."""

import datetime as dt

import pytest

from legalassist.disclosure.dates import KnownDate
from legalassist.disclosure.hits import Level
from legalassist.disclosure.identifiers import Identifiers, _Gathering
from legalassist.disclosure.leaks import check_text
from legalassist.disclosure.lunar_days import LunarDay, lunar_day
from legalassist.facts.dates import PartialDate


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        ("1987-11-23", LunarDay(1987, 10, 3)), ("1990-02-04", LunarDay(1990, 1, 9)),
        ("1990-01-26", LunarDay(1989, 12, 30)),
        ("1985-02-19", LunarDay(1984, 12, 30)), ("1985-02-20", LunarDay(1985, 1, 1)),
        ("2020-05-23", LunarDay(2020, 4, 1, leap=True)),
        ("1984-12-22", LunarDay(1984, 11, 1)), ("2033-12-22", LunarDay(2033, 11, 1, leap=True)),
        ("1995-09-25", LunarDay(1995, 8, 1, leap=True)),
        ("2001-06-01", LunarDay(2001, 4, 10, leap=True)),
        ("2024-02-10", LunarDay(2024, 1, 1)), ("1978-09-17", LunarDay(1978, 8, 15)),
    ],
)  # fmt: skip
def test_a_day_in_the_farmers_calendar(day: str, lunar: LunarDay) -> None:
    assert lunar_day(dt.date.fromisoformat(day)) == lunar


def verdict(said: str, text: str) -> str:
    """Return the worst of what the search says of a text about a birth date."""
    known = KnownDate.of("client.birth_date", PartialDate.parse(said))
    assert known is not None
    levels = {hit.level for hit in check_text(text, Identifiers(dates=(known,))).hits if hit.rule == 1}
    return "blocks" if Level.BLOCK in levels else "asks" if levels else "nothing"


@pytest.mark.parametrize("said", ["1987-11-23", "lunar:1987-10-03"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("农历丁卯年十月初三生", "blocks"), ("丁卯兔年十月初三", "blocks"), ("一九八七年农历十月初三", "blocks"),
        ("1987年(農曆)十月初三", "blocks"), ("87年农历10月3", "blocks"), ("属兔，十月初三生", "blocks"),
        ("the third day of the tenth lunar month, 1987", "blocks"), ("农历十月初三", "asks"),
        ("生于十月初三", "asks"),
        ("the 3rd day of the 10th lunar month", "asks"), ("农历丁卯年十月初四", "nothing"),
        ("丙寅年十一月初三", "nothing"),
        ("闰十月初三", "nothing"), ("十月三十", "nothing"), ("二十月初三十", "nothing"),
    ],
)  # fmt: skip
def test_a_birthday_is_found_as_the_farmers_calendar_writes_it(said: str, text: str, expected: str) -> None:
    assert verdict(said, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21.9.96", "blocks"), ("9/21/1996", "blocks"), ("September 21, 1996", "blocks"), ("1996-09-21", "blocks"),
        ("19960921", "blocks"), ("Sept. 21", "asks"), ("35329", "blocks"), ("1996年农历八月初九", "blocks"),
        ("22.9.96", "nothing"),
    ],
)  # fmt: skip
def test_a_birthday_said_in_the_farmers_calendar_is_found_as_our_day(text: str, expected: str) -> None:
    gathering = _Gathering(())
    gathering.take("client.birth_date", "date", PartialDate.parse("lunar:1996-08-09"))
    levels = {hit.level for hit in check_text(text, gathering.made()).hits if hit.rule == 1}
    assert ("blocks" if Level.BLOCK in levels else "asks" if levels else "nothing") == expected
