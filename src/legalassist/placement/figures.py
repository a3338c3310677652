"""Figures for advocacy and grants: what is told of a count. What several tables tell together: `subtraction`.

The programme's own rule: one table a year or quarter, one dimension at a time; counts under 10 say so and no more,
others are given to the nearest 5; a median needs 10 cases. Zero is under 10. No table has a total.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from legalassist.errors import UsageError

SMALLEST = 10
NEAREST = 5
HIDDEN = f"fewer than {SMALLEST}"
TOO_FEW = f"not told: {HIDDEN} cases"
NOT_STATED = "not stated"
TIME = "time to placement"
"""The one table that counts no cases: a median."""
_PERIOD = re.compile(r"(\d{4})(?:-Q([1-4]))?")


@dataclass(frozen=True, slots=True)
class Counted:
    """One table: the period (``2026`` or ``2026-Q3``), the dimension, and what is told of each value."""

    period: str
    dimension: str
    cells: tuple[tuple[str, str], ...]

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """The cells as a reader sees them: beside days, "fewer than 10" would read as a number of days."""
        if self.dimension != TIME:
            return self.cells
        return tuple((value, TOO_FEW if told == HIDDEN else told) for value, told in self.cells)

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


def count(
    period: str, dimension: str, values: Iterable[str], menu: Sequence[str], *, rest: str = NOT_STATED
) -> Counted:  # fmt: skip
    """Return the table of a dimension: every value of its menu in the menu's order, whether any case has it or not.

    Whatever is no value of the menu counts as the `rest`.
    """
    days_of(period)
    counts = dict.fromkeys((*menu, rest), 0)
    for value in values:
        counts[value if value in counts else rest] += 1
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
        for value, told in table.shown
    )
