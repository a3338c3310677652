"""Dates and ages as people say them: partly known, about, in the lunar calendar, by nominal count.

A date is kept exactly as said (`PartialDate.edtf`) and read as an *interval* of Gregorian days, `earliest` to
`latest`. A rule may decide on it only when every day of the interval gives the same result. The spelling is the
subset of EDTF (ISO 8601-2:2019, levels 0 and 1) that people need, and a calendar before it where it is not Gregorian::

    2019-04-07    the day                  2019~       about 2019: 2018 to 2020
    2019-04       some day of April        2019-04~    about April: March to May
    2019-XX-XX    some day of 2019         2019?       2019, but not sure: read like 2019~
    201X          some day of the 2010s    2019%       about and not sure
    lunar:1999-08-15       the 15th of the 8th month of the farmer's calendar (农历), never converted
    lunar:2001-leap04-12   the 12th of the leap 4th month (闰四月)

How dates and ages are printed for people is in `languages`.
"""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, Self

Calendar = Literal["gregorian", "lunar"]
Counting = Literal["full", "nominal"]

FIRST_YEAR, LAST_YEAR = 1800, 2199
"""Years a case can speak of. Others are slips of the finger, and the lunar bounds are not known to hold there."""

_SHAPE = re.compile(
    r"(?P<lunar>lunar:)?(?P<year>\d{4}|\d{3}X|\d\dXX)"
    r"(?:-(?P<leap>leap)?(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<doubt>[~?%])?",
    re.ASCII,
)

# The lunar year begins on the second, rarely the third, new moon after the winter solstice: between 21 January and
# 20 February in these centuries (one more day either side here, for time zones). Its months have 29 or 30 days, and
# at most one month in a year is doubled. Nothing else is used, so a lunar day spans about two months: no rule
# decides on it by a conversion that nobody checked.
_LUNAR_YEAR_FROM, _LUNAR_YEAR_TO = (1, 20), (2, 21)
_SHORT_MONTH, _LONG_MONTH = 29, 30

_MONTHS, _LUNAR_DAYS, _LAST_PLACE, _DIGITS, _OLDEST = 12, 30, 3, 4, 150


class DateError(ValueError):
    """A date or an age that cannot be read; the message says what is expected and never repeats the text."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as said.

    `month` and `day` are None where they are not known; `digits` counts the known digits of the year (4, or 3 for
    ``201X`` with year 2010, or 2 for ``20XX`` with year 2000); `places` says how many of year, month and day are
    spelled, so that ``2019``, ``2019-XX`` and ``2019-XX-XX`` come back as they were written.
    """

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    uncertain: bool = False
    calendar: Calendar = "gregorian"
    leap_month: bool = False
    digits: int = 4
    places: int = 0
    earliest: date = field(init=False, compare=False, repr=False)
    latest: date = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse what no calendar has, and work out the interval once; raises DateError."""
        _refuse_impossible(self)
        known_places = 1 + (self.month is not None) + (self.day is not None)
        object.__setattr__(self, "places", max(self.places, known_places))
        first, last = _lunar_days(self) if self.calendar == "lunar" else _gregorian_days(self)
        object.__setattr__(self, "earliest", first)
        object.__setattr__(self, "latest", last)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the spelling shown above; raises DateError (a ValueError) for any other."""
        found = _SHAPE.fullmatch(text)
        if found is None:
            message = "this is not a date; write 2019-04-07, 2019-04, 2019, 2019~ (about), 201X or lunar:1999-08-15"
            raise DateError(message)
        year, month, day, doubt = found["year"], found["month"], found["day"], found["doubt"] or ""
        return cls(
            year=int(year.replace("X", "0")),
            month=None if month in (None, "XX") else int(month),
            day=None if day in (None, "XX") else int(day),
            approximate=doubt in ("~", "%"),
            uncertain=doubt in ("?", "%"),
            calendar="lunar" if found["lunar"] else "gregorian",
            leap_month=bool(found["leap"]),
            digits=_DIGITS - year.count("X"),
            places=1 + (month is not None) + (day is not None),
        )

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the partial date of one exact Gregorian day."""
        return cls(day.year, day.month, day.day)

    @property
    def edtf(self) -> str:
        """Return the spelling; `parse` of it gives an equal date."""
        year = f"{self.year:04}"[: self.digits] + "X" * (_DIGITS - self.digits)
        month = ("leap" if self.leap_month else "") + ("XX" if self.month is None else f"{self.month:02}")
        day = "XX" if self.day is None else f"{self.day:02}"
        doubt = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
        calendar = "lunar:" if self.calendar == "lunar" else ""
        spelled = "-".join((year, month, day)[: self.places])
        return f"{calendar}{spelled}{doubt[self.approximate, self.uncertain]}"

    @property
    def exact(self) -> date | None:
        """Return the day if it is one Gregorian day said without doubt, else None."""
        return self.earliest if self.earliest == self.latest else None

    def before(self, other: "PartialDate | date") -> bool | None:
        """Say whether this is before the other: True or False if it is so for all days of both, else None."""
        first, last = days_of(other)
        if self.latest < first:
            return True
        return False if self.earliest >= last else None

    def __str__(self) -> str:
        """Return the spelling."""
        return self.edtf


@dataclass(frozen=True, slots=True)
class Age:
    """An age as said, in full years (周岁) or by nominal count (虚岁)."""

    years: int
    counting: Counting = "full"

    def __post_init__(self) -> None:
        """Refuse what is no age; raises DateError."""
        if not 0 <= self.years <= _OLDEST or self.counting not in ("full", "nominal"):
            message = f"an age is a whole number of years from 0 to {_OLDEST}, counted in full or nominal years"
            raise DateError(message)
        if self.counting == "nominal" and self.years < 1:
            message = "the nominal count begins at 1 on the day of birth: no nominal age is 0"
            raise DateError(message)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``19`` (full years) or ``nominal:19``; raises DateError for any other spelling."""
        found = re.fullmatch(r"(nominal:)?(\d{1,3})", text, re.ASCII)
        if found is None:
            message = "this is not an age; write 19, or nominal:19 for the nominal count"
            raise DateError(message)
        return cls(int(found[2]), "nominal" if found[1] else "full")

    @property
    def full_years(self) -> tuple[int, int]:
        """Return the lowest and the highest number of full years this can mean.

        The nominal count is 1 at birth and rises at each lunar new year, so nominal 20 usually means 18 or 19. The
        lunar new year moves by a month in the civil year, so at the edges it can mean one less (born 18 February
        1985, on 10 February 1986: nominal 3, not yet 1) or one more (born 22 January 2004, on 22 January 2005:
        nominal 1, and 1). A rule decides only if all four agree.
        """
        if self.counting == "full":
            return self.years, self.years
        return max(self.years - 3, 0), self.years

    def __str__(self) -> str:
        """Return the spelling that `parse` reads."""
        return f"nominal:{self.years}" if self.counting == "nominal" else str(self.years)


def days_of(when: PartialDate | date) -> tuple[date, date]:
    """Return the first and the last day a date can mean."""
    return (when.earliest, when.latest) if isinstance(when, PartialDate) else (when, when)


def age_on(birth: PartialDate | date, day: PartialDate | date) -> tuple[int, int]:
    """Return the lowest and the highest age in full years that a person can have on a day; see `age_range`."""
    return age_range(days_of(birth), days_of(day))


def age_range(born: tuple[date, date], on: tuple[date, date]) -> tuple[int, int]:
    """Return the lowest and the highest age in full years, for a birth and a day each between a first and a last day.

    A negative number means that some reading has the person born after that day. No source of ours says when a person
    born on 29 February comes of age in other years, so on that year's 28 February both readings are given.
    """
    return _years(born[1], on[0]), _years(born[0], on[1]) + _turns_a_day_early(born[0], on[1])


def anniversary(birth: PartialDate | date, years: int) -> tuple[date, date]:
    """Return the first and the last day on which a person can turn so many years old (29 February: both readings)."""
    if not 0 <= years <= _OLDEST:
        message = f"an anniversary is 0 to {_OLDEST} years after the day"
        raise ValueError(message)
    first, last = days_of(birth)
    return _birthday(first, first.year + years, late=False), _birthday(last, last.year + years, late=True)


def _years(birth: date, day: date) -> int:
    """Return the full years between two days, with the birthday of a 29 February on 1 March in other years."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _turns_a_day_early(birth: date, day: date) -> bool:
    """Say whether it is 28 February of a year without a 29th, and the birth was on one."""
    leap_day = (birth.month, birth.day) == (2, 29)
    return leap_day and (day.month, day.day) == (2, 28) and not isleap(day.year)


def _birthday(birth: date, year: int, *, late: bool) -> date:
    """Return the birthday in a year; without a 29 February it is 1 March (late) or 28 February."""
    if (birth.month, birth.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1) if late else date(year, 2, 28)
    return birth.replace(year=year)


def _refuse_impossible(said: PartialDate) -> None:
    """Raise DateError for parts that no calendar has, or that leave a gap (a day without a month)."""
    for fault, message in _faults(said):
        if fault:
            raise DateError(message)


def _faults(said: PartialDate) -> Iterator[tuple[bool, str]]:
    """Yield one check after the other; each may rely on those before it having passed."""
    lunar, has_month = said.calendar == "lunar", said.month is not None or said.places > 1
    yield said.calendar not in ("gregorian", "lunar"), "the calendar is gregorian or lunar"
    yield not FIRST_YEAR <= said.year <= LAST_YEAR, f"the year is not between {FIRST_YEAR} and {LAST_YEAR}"
    yield said.digits not in (2, 3, _DIGITS), "at most the last two digits of a year are unknown: 201X, 20XX"
    yield said.year % 10 ** (_DIGITS - said.digits) != 0, "unknown digits of a year count as 0"
    yield said.digits < _DIGITS and has_month, "a year with unknown digits stands alone: 201X"
    yield said.places > _LAST_PLACE, "a date has a year, a month and a day"
    yield said.day is not None and said.month is None, "a day needs its month"
    yield said.month is not None and not 1 <= said.month <= _MONTHS, "the month is not between 01 and 12"
    yield said.day is not None and not 1 <= said.day <= _days_in(said), "this month has no such day"
    yield said.leap_month and not (lunar and said.month), "only a month of the lunar calendar can be a leap month"


def _days_in(said: PartialDate) -> int:
    """Return how many days the date's month can have."""
    return _LUNAR_DAYS if said.calendar == "lunar" else monthrange(said.year, said.month or 1)[1]


def _gregorian_days(said: PartialDate) -> tuple[date, date]:
    """Return the first and last day; in doubt, one unit (day, month, year, decade) more on either side."""
    slack = 1 if said.approximate or said.uncertain else 0
    if said.month is None:
        span = 10 ** (_DIGITS - said.digits)
        return date(said.year - slack * span, 1, 1), date(said.year + span - 1 + slack * span, 12, 31)
    if said.day is None:
        return _month_start(said.year, said.month - slack), _month_start(said.year, said.month + slack + 1) - _DAY
    day = date(said.year, said.month, said.day)
    return day - slack * _DAY, day + slack * _DAY


_DAY = timedelta(days=1)


def _month_start(year: int, month: int) -> date:
    """Return the first day of a month; month 0 and 13 are those of the years beside."""
    return date(year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1, 1)


def _lunar_days(said: PartialDate) -> tuple[date, date]:
    """Return the first and last Gregorian day a lunar date can be, by the bounds above; see `_gregorian_days`."""
    slack = 1 if said.approximate or said.uncertain else 0
    if said.month is None:
        span = 10 ** (_DIGITS - said.digits)
        return _lunar_year(said.year - slack * span)[0], _lunar_year(said.year + span - 1 + slack * span)[1]
    months_before = said.month - 1
    may_follow_a_leap_month = months_before > 0 or said.leap_month
    first = date(said.year, *_LUNAR_YEAR_FROM) + _DAY * _SHORT_MONTH * (months_before + said.leap_month)
    last = date(said.year, *_LUNAR_YEAR_TO) + _DAY * _LONG_MONTH * (months_before + may_follow_a_leap_month)
    if said.day is None:
        first, last = first - slack * _DAY * _LONG_MONTH, last + _DAY * (_LONG_MONTH - 1 + slack * _LONG_MONTH)
    else:
        first, last = first + _DAY * (said.day - 1 - slack), last + _DAY * (said.day - 1 + slack)
    if slack:
        return first, last
    year_first, year_last = _lunar_year(said.year)
    return max(first, year_first), min(last, year_last)


def _lunar_year(year: int) -> tuple[date, date]:
    """Return the first and last Gregorian day that a lunar year can hold."""
    return date(year, *_LUNAR_YEAR_FROM), date(year + 1, *_LUNAR_YEAR_TO) - _DAY
