"""What one side of a comparison can be, and how two sides compare.

A reading is a plain value (text, yes or no, a name ...), or an interval of numbers, days or money, or absent. An
interval compares to True or False only if every pair of readings inside it agrees; so 2007 is before 2019, and
whether it is before 2007-06-01 is unknown. Two sides of different kinds are never decided: a slip of an author must
not decide a case.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from legalassist.facts.dates import Age, PartialDate, age_range, days_of
from legalassist.facts.expression_truth import FALSE, NOTHING, TRUE, UNDECIDABLE, Truth
from legalassist.facts.known import Fact, Known, Why
from legalassist.facts.values import Address, ExhibitAtHand, Money, PersonName, Spoken, Value

Point = int | float | Decimal
"""An end of an interval; days are counted from 1 January of year 1, and only rows still to come can be infinite."""

INFINITE = float("inf")


class Interval(NamedTuple):
    """From `low` to `high`, both possible; `kind` is "number", "day" or "money USD"; `needs` would make it exact."""

    low: Point
    high: Point
    kind: str
    needs: frozenset[str] = NOTHING


class Absent(NamedTuple):
    """No value: not known yet (`needs` would tell), or settled because the question does not apply."""

    needs: frozenset[str] = NOTHING
    settled: bool = False


Plain = str | bool | tuple[str, ...] | PersonName | Address | Spoken | ExhibitAtHand
Reading = Plain | Interval | Absent

DOES_NOT_APPLY = Absent(settled=True)
UNREADABLE = Absent()
"""A value no comparison can use."""

_COMPARED_WHOLE = (bool, PersonName, Address, Spoken, ExhibitAtHand)


def read_fact(fact: Fact, path: str) -> Reading:
    """Return the reading of a fact; `path` is what an unknown or an inexact value needs."""
    if isinstance(fact, Known):
        value = fact.value
        return value if isinstance(value, str | bool) else read_value(value, path)
    if fact.why is Why.DOES_NOT_APPLY:
        return DOES_NOT_APPLY
    return Absent(fact.needs or frozenset({path}))


def read_value(value: Value | date, path: str) -> Reading:
    """Return the reading of a value: numbers, dates, ages and money become intervals."""
    reader = _INTERVALS.get(type(value))
    return reader(value, path) if reader else value  # type: ignore[return-value]  # the table covers the other types


def less(left: Reading, right: Reading) -> Truth:
    """Return left < right."""
    if isinstance(left, Interval) and isinstance(right, Interval) and left.kind == right.kind:
        if left.high < right.low:
            return TRUE
        if left.low >= right.high:
            return FALSE
        return Truth(None, left.needs | right.needs)
    return _without_values(left, right)


def less_or_equal(left: Reading, right: Reading) -> Truth:
    """Return left <= right."""
    if isinstance(left, Interval) and isinstance(right, Interval) and left.kind == right.kind:
        if left.high <= right.low:
            return TRUE
        if left.low > right.high:
            return FALSE
        return Truth(None, left.needs | right.needs)
    return _without_values(left, right)


def equal(left: Reading, right: Reading) -> Truth:
    """Return left == right; text is compared letter by letter."""
    if type(left) is str and type(right) is str:
        return TRUE if left == right else FALSE
    if isinstance(left, Interval) and isinstance(right, Interval) and left.kind == right.kind:
        return _same_point(left, right)
    if type(left) is type(right) and type(left) in _COMPARED_WHOLE:
        return TRUE if left == right else FALSE
    return _without_values(left, right)


def member(item: Reading, several: Reading) -> Truth:
    """Return whether a text is one of several choices."""
    if isinstance(item, str) and type(several) is tuple:
        return TRUE if item in several else FALSE
    return _without_values(item, several)


def age_at(birth: Reading, day: Reading) -> Reading:
    """Return the age in full years on a day, as an interval of numbers."""
    if DOES_NOT_APPLY in (birth, day):
        return DOES_NOT_APPLY
    if isinstance(birth, Interval) and isinstance(day, Interval) and birth.kind == day.kind == "day":
        youngest, oldest = age_range(_days(birth), _days(day))
        return Interval(youngest, oldest, "number", birth.needs | day.needs)
    return Absent(_needs(birth) | _needs(day))


def _days(interval: Interval) -> tuple[date, date]:
    """Return the ends of an interval of days as dates."""
    return date.fromordinal(int(interval.low)), date.fromordinal(int(interval.high))


def _same_point(left: Interval, right: Interval) -> Truth:
    """Return whether two intervals are the same point: false if they are apart, unknown if they overlap."""
    if left.high < right.low or right.high < left.low:
        return FALSE
    if left.low == left.high == right.low == right.high:
        return TRUE
    return Truth(None, left.needs | right.needs)


def _without_values(left: Reading, right: Reading) -> Truth:
    """Return the result where a side is absent, or the kinds differ.

    What does not apply is equal to nothing and less than nothing: settled, so false. Otherwise unknown.
    """
    if DOES_NOT_APPLY in (left, right):
        return FALSE
    needs = _needs(left) | _needs(right)
    return Truth(None, needs) if needs else UNDECIDABLE


def _needs(reading: Reading) -> frozenset[str]:
    """Return what an absent side needs; a value or an interval needs nothing to be there."""
    return reading.needs if isinstance(reading, Absent) else NOTHING


def _number(value: int | Decimal, _path: str) -> Reading:
    """Return a number as an interval of one point; "not a number" is unreadable."""
    return Interval(value, value, "number") if isinstance(value, int) or value.is_finite() else UNREADABLE


def _money(value: Money, _path: str) -> Reading:
    """Return an amount in its currency: amounts in two currencies are of two kinds, nothing is converted."""
    amount = value.amount
    return Interval(amount, amount, f"money {value.currency}") if amount.is_finite() else UNREADABLE


def _age(value: Age, path: str) -> Reading:
    """Return an age as the full years it can mean."""
    youngest, oldest = value.full_years
    return Interval(youngest, oldest, "number", NOTHING if youngest == oldest else frozenset({path}))


def _day(value: PartialDate | date, path: str) -> Reading:
    """Return a date as the days it can mean, counted from 1 January of year 1."""
    first, last = days_of(value)
    return Interval(first.toordinal(), last.toordinal(), "day", NOTHING if first == last else frozenset({path}))


_INTERVALS: dict[type, Callable[..., Reading]] = {
    int: _number,
    Decimal: _number,
    Money: _money,
    Age: _age,
    PartialDate: _day,
    date: _day,
}
