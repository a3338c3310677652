"""May a case be offered: what has to be on record, and which fact each reason names."""

import datetime as dt

import pytest

from legalassist.facts.dates import PartialDate
from legalassist.facts.known import PlainFacts
from legalassist.facts.values import Spoken, Value
from legalassist.law.placement import MAY_OFFER, YES_DATE, YES_INTERPRETER, YES_LANGUAGE, Withheld, why_withheld

TODAY = dt.date(2026, 11, 23)
WHOLE: dict[str, Value] = {
    MAY_OFFER: True,
    YES_DATE: PartialDate.parse("2026-11-23"),
    YES_LANGUAGE: Spoken("cmn"),
    YES_INTERPRETER: "demo-interpreter",
}


def reasons(known: dict[str, Value]) -> list[Withheld]:
    return [why for why, _ in why_withheld(PlainFacts(known), TODAY)]


def test_a_whole_yes_of_today_lets_the_case_be_offered() -> None:
    assert reasons(WHOLE) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (MAY_OFFER, Withheld.NO_YES),
        (YES_DATE, Withheld.NO_DAY),
        (YES_LANGUAGE, Withheld.NO_LANGUAGE),
        (YES_INTERPRETER, Withheld.NO_INTERPRETER),
    ],
)
def test_each_thing_that_is_absent_withholds_it_and_is_named(path: str, expected: Withheld) -> None:
    rest = {one: value for one, value in WHOLE.items() if one != path}
    assert why_withheld(PlainFacts(rest), TODAY) == ((expected, path),)


def test_no_is_no_whatever_else_is_on_record() -> None:
    assert reasons(WHOLE | {MAY_OFFER: False}) == [Withheld.SHE_SAID_NO]


def test_a_day_to_come_withholds_it() -> None:
    assert reasons(WHOLE | {YES_DATE: PartialDate.parse("2026-11-24")}) == [Withheld.DAY_TO_COME]


def test_in_english_no_interpreter_is_asked_for() -> None:
    spoken = {one: value for one, value in WHOLE.items() if one != YES_INTERPRETER}
    assert reasons(spoken | {YES_LANGUAGE: Spoken("en")}) == []
