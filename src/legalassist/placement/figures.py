"""Figures for advocacy and grants: small cells hidden, others rounded, nothing that gives one away by subtraction.

The programme's own rule: one table a year or quarter, one dimension at a time; counts under 10 say so and no more,
others are given to the nearest 5; a median needs 10 cases. Zero is under 10. No table has a total.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from legalassist.errors import UsageError

SMALLEST = 10
NEAREST = 5
HIDDEN = f"fewer than {SMALLEST}"
NOT_STATED = "not stated"
TIME = "time to placement"
"""The one table that counts no cases: a median."""
_QUARTERS = 4
_PERIOD = re.compile(r"(\d{4})(?:-Q([1-4]))?")


@dataclass(frozen=True, slots=True)
class Counted:
    """One table: the period (``2026`` or ``2026-Q3``), the dimension, and what is told of each value."""

    period: str
    dimension: str
    cells: tuple[tuple[str, str], ...]

    @property
    def hidden(self) -> frozenset[str]:
        """The values whose count is not told."""
        return frozenset(value for value, told in self.cells if told == HIDDEN)


def days_of(period: str) -> tuple[str, str]:
    """Return the first and last day of a year or quarter (ISO); UsageError for anything else."""
    found = _PERIOD.fullmatch(period)
    if found is None:
        raise UsageError("a period is a year or a quarter", hint="for example 2026 or 2026-Q3")
    year, quarter = found[1], found[2]
    if quarter is None:
        return f"{year}-01-01", f"{year}-12-31"
    first, last = {"1": ("01", "03-31"), "2": ("04", "06-30"), "3": ("07", "09-30"), "4": ("10", "12-31")}[quarter]
    return f"{year}-{first}-01", f"{year}-{last}"


def told(count: int) -> str:
    """Return what is told of a count."""
    return HIDDEN if count < SMALLEST else str(NEAREST * round(count / NEAREST))


def count(period: str, dimension: str, values: Iterable[str], menu: Sequence[str]) -> Counted:
    """Return the table of a dimension: every value of its menu in the menu's order, whether any case has it or not."""
    days_of(period)
    counts = dict.fromkeys((*menu, NOT_STATED), 0)
    for value in values:
        counts[value if value in counts else NOT_STATED] += 1
    return Counted(period, dimension, tuple((value, told(number)) for value, number in counts.items()))


def middle(days: Sequence[int]) -> str:
    """Return the median of a number of days, or what is told where there are too few cases for one."""
    return f"{median(days):.0f}" if len(days) >= SMALLEST else HIDDEN


def bars(table: Counted) -> tuple[tuple[str, str, int], ...]:
    """Return each value with what is told of it and the length of its bar in steps of 5 percent; 0 where hidden.

    The lengths come from what is told, never from the counts: a bar cannot be measured to find out more.
    """
    numbers = [int(told) for _, told in table.cells if told.isdecimal()]
    longest = max(numbers, default=0) or 1
    return tuple(
        (value, told, max(5, 5 * round(20 * int(told) / longest)) if told.isdecimal() else 0)
        for value, told in table.cells
    )


def check_subtraction(new: Counted, published: Iterable[Counted]) -> None:
    """Refuse a table from which, with the published ones, a hidden count could be worked out; raises UsageError."""
    before = tuple(published)
    for old in before:
        if old == new or (TIME in {old.dimension, new.dimension} and old.dimension != new.dimension):
            continue
        same = old.dimension == new.dimension
        if same and old.period == new.period:
            _refuse(old, "another table of the same period was published: the difference would tell who came since")
        if same and _overlaps(old.period, new.period) and old.hidden != new.hidden:
            _refuse(old, "what one of them hides, the other would tell by subtraction")
        if not same and old.period == new.period and _gives_away(old, new):
            _refuse(old, "its cells add up to what this table's only hidden cell could be worked out from")

    if new not in before:
        _check_together([one for one in (*before, new) if one.dimension != TIME], new)


def _check_together(tables: Sequence[Counted], new: Counted) -> None:
    """Refuse what the tables of a year tell together: what its quarters leave of it, a total and one hidden cell."""
    year = new.period[:4]
    mine = [one for one in tables if one.period.startswith(year)]
    totals = {one.period: {"": sum(_shown(one).values())} for one in mine if not one.hidden}
    groups = {
        one.dimension: {each.period: _shown(each) for each in mine if each.dimension == one.dimension} for one in mine
    }
    for group in (totals, *groups.values()):
        parts = [one for period, one in group.items() if period != year]
        left = [count - sum(one.get(value, 0) for one in parts) for value, count in group.get(year, {}).items()]
        if 0 < len(parts) < _QUARTERS and any(count < SMALLEST for count in left):
            _refuse(new, f"beside the other tables of {year}, what is left of the year would be fewer than {SMALLEST}")
    quarters = {f"{year}-Q{number}" for number in range(1, _QUARTERS + 1)}
    known = {year, *quarters} if len(totals.keys() & {year, *quarters}) >= _QUARTERS else set(totals)
    if any(len(one.hidden) == 1 and one.period in known for one in mine):
        _refuse(new, "with the other tables of the year, its only hidden cell could be worked out from their totals")


def _shown(table: Counted) -> dict[str, int]:
    return {value: int(told) for value, told in table.cells if told != HIDDEN}


def _overlaps(one: str, other: str) -> bool:
    (begin, end), (first, last) = days_of(one), days_of(other)
    return begin <= last and first <= end


def _gives_away(one: Counted, other: Counted) -> bool:
    """Say whether one of two tables shows every cell, and so the total, and the other hides exactly one."""
    return {len(one.hidden), len(other.hidden)} == {0, 1}


def _refuse(old: Counted, why: str) -> None:
    message = f"refused beside the table of {old.dimension}, {old.period}: {why}"
    raise UsageError(message, hint="give the figure for a longer period, or not at all")


def values_of(cases: Iterable[Mapping[str, str]], row: str) -> tuple[str, ...]:
    """Return what each case says about a row of the menus."""
    return tuple(case.get(row, NOT_STATED) for case in cases)
