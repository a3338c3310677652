"""A day of our calendar as the farmer's calendar (农历) names it, and how it is written: for finding it, nothing else.

No rule of law stands on this: answers in lunar dates are never converted (`facts.dates`). Months begin with the new
moon in China's time, the eleventh holds the winter solstice, and of thirteen the first without a principal term is
doubled (GB/T 33661-2017). New moons and the sun: J. Meeus, Astronomical Algorithms, chapters 49 and 25, main terms.
"""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from math import floor, sin
from math import radians as rad

_STEMS, _BRANCHES, _ANIMALS = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥", "鼠牛虎兔龙蛇马羊猴鸡狗猪"
_FIRST_OF_SIXTY = 4
"""The year 4 was 甲子, of the rat."""
_MONTH_NAMES = {1: "(?:1|正)", 11: "(?:11|冬)", 12: "(?:12|腊)"}
_TH = "(?:st|nd|rd|th)?"
_EPOCH, _SYNODIC, _CENTURY = 2451550.09766, 29.530588861, 36525
_CHINA = 8 / 24 - 65 / 86400
"""China's time, less what the clock of the planets was ahead of ours in these years."""
_JULIAN = 1721424.5
"""The Julian day before the first of `datetime`."""
_SOLSTICE_MONTH, _MONTHS = 11, 12
_TERM, _TURN = 30, 360


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the farmer's calendar."""

    year: int
    month: int
    day: int
    leap: bool = False

    def shapes(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Return the patterns of the day with its year and without, numerals as digits and the script simplified."""
        turn = self.year - _FIRST_OF_SIXTY
        sixty, animal = _STEMS[turn % 10] + _BRANCHES[turn % 12], _ANIMALS[turn % 12]
        month = ("闰" if self.leap else "(?<!闰)") + _MONTH_NAMES.get(self.month, str(self.month))
        day = rf"{month}月份?\s?初?0?{self.day}(?!\d)"
        year = rf"(?:{sixty}|(?<!\d)(?:{self.year}|{self.year % 100:02})|属?{animal})[\s年{animal}农阴旧历(),，]{{0,8}}"
        english = rf"(?<!\d)0?{self.day}{_TH}\s+day\s+of\s+(?:the\s+)?(?:lunar\s+)?0?{self.month}{_TH}"
        said = rf"{english}\s+(?:lunar\s+)?month"
        return (
            re.compile(rf"{year}{day}|{said}\W+(?:of\s+|in\s+)?(?:lunar\s+)?{self.year}(?!\d)"),
            re.compile(rf"[农阴旧]历\s?{day}|(?<!\d){month}月份?\s?初{self.day}(?!\d)|{said}"),
        )

    def in_ours(self) -> dt.date | None:
        """Return which day of our calendar it is; nothing where the month it names had no such day."""
        first = _solstice_moon(self.year - 1)
        for moon in range(first, first + _MONTHS + 4):  # the year's last months stand behind the next solstice
            begins = dt.date.fromordinal(_new_moon(moon))
            if lunar_day(begins) == LunarDay(self.year, self.month, 1, self.leap):
                day = begins + dt.timedelta(self.day - 1)
                return day if lunar_day(day) == self else None
        return None


@lru_cache(maxsize=256)
def lunar_day(day: dt.date) -> LunarDay:
    """Return what a day is in the farmer's calendar."""
    number = day.toordinal()
    moon = floor((number + _JULIAN - _EPOCH) / _SYNODIC) + 1
    while _new_moon(moon) > number:
        moon -= 1
    year = day.year
    if _solstice_moon(year) <= moon:
        year += 1
    first, last = _solstice_moon(year - 1), _solstice_moon(year)
    without = (one for one in range(first + 1, last) if not _has_term(one))
    doubled = next(without, last) if last - first > _MONTHS else last
    counted = moon - first - (moon >= doubled)
    month = (_SOLSTICE_MONTH - 1 + counted) % _MONTHS + 1
    old_year = month >= _SOLSTICE_MONTH and counted <= 1
    return LunarDay(year - old_year, month, number - _new_moon(moon) + 1, leap=moon == doubled)


def _solstice_moon(year: int) -> int:
    """Return the number of the new moon that begins the month of a year's winter solstice."""
    day = dt.date(year, 12, 19).toordinal()
    while _longitude(day + 1) < _TURN * 3 / 4:
        day += 1
    moon = floor((day + _JULIAN - _EPOCH) / _SYNODIC) + 1
    while _new_moon(moon) > day:
        moon -= 1
    return moon


def _has_term(moon: int) -> bool:
    """Say whether the sun passes a twelfth of its way within a month."""
    return _longitude(_new_moon(moon)) // _TERM != _longitude(_new_moon(moon + 1)) // _TERM


def _longitude(day: int) -> float:
    """Return how far the sun has come where a day begins in China, in degrees."""
    time = (day + _JULIAN - _CHINA - 2451545) / _CENTURY
    mean, way = rad(357.52911 + 35999.05029 * time), 280.46646 + 36000.76983 * time
    centre = (1.914602 - 0.004817 * time) * sin(mean) + 0.019993 * sin(2 * mean) + 0.000289 * sin(3 * mean)
    return (way + centre - 0.00569 - 0.00478 * sin(rad(125.04 - 1934.136 * time))) % _TURN


def _new_moon(number: int) -> int:
    """Return the day in China on which a new moon falls, by its number since 2000, as `date.toordinal` counts."""
    time = number / 1236.85
    e = 1 - 0.002516 * time
    sun = rad(2.5534 + 29.10535670 * number)
    moon = rad(201.5643 + 385.81693528 * number + 0.0107582 * time**2)
    node = rad(160.7108 + 390.67050284 * number - 0.0016118 * time**2)
    rise = rad(124.7746 - 1.56375588 * number)
    off = (
        -0.40720 * sin(moon) + 0.17241 * e * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
        + 0.00739 * e * sin(moon - sun) - 0.00514 * e * sin(moon + sun) + 0.00208 * e * e * sin(2 * sun)
        - 0.00111 * sin(moon - 2 * node) - 0.00057 * sin(moon + 2 * node) + 0.00056 * e * sin(2 * moon + sun)
        - 0.00042 * sin(3 * moon) + 0.00042 * e * sin(sun + 2 * node) + 0.00038 * e * sin(sun - 2 * node)
        - 0.00024 * e * sin(2 * moon - sun) - 0.00017 * sin(rise)
    )  # fmt: skip
    return floor(_EPOCH + _SYNODIC * number + 0.00015437 * time**2 + off + _CHINA - _JULIAN)
