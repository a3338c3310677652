"""Every way of writing one day, for finding it: numbers in any order, words, Chinese, a spreadsheet's day number."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from legalassist.disclosure.hits import Level
from legalassist.disclosure.latin_names import Found
from legalassist.disclosure.lunar_days import LunarDay, lunar_day
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading
from legalassist.facts.dates import PartialDate

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
"""Months as they are written between a day and a year: 5.IX.2021."""
_EPOCH_1900, _EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
_SEPARATOR = r"[\s./\-_年月日号號,:]{0,3}"
BEFORE_THE_REPUBLIC = 1911
"""The year before the first of the calendar of Taiwan (民國)."""
_REPUBLIC = r"(?:民国|中华民国|minguo|r\.?o\.?c\.?)"
_LEAP_DAY = (2, 29)
_ORDINAL = r"(?:st|nd|rd|th)?"


@dataclass(frozen=True)
class KnownDate:
    """A date of the case: year and month, and the day where it is known."""

    path: str
    year: int
    month: int
    day: int | None = None
    exact: dt.date | None = None
    lunar: bool = False
    """Whether year, month and day are the farmer's calendar's."""
    leap: bool = False

    @classmethod
    def of(cls, path: str, said: PartialDate) -> "KnownDate | None":
        """Return what there is to look for in a date as it was said; a year alone tells nobody."""
        if said.month is None:
            return None
        lunar = said.calendar == "lunar"
        return cls(path, said.year, said.month, said.day, None if lunar else said.exact, lunar, said.leap_month)

    def every(self) -> "Iterator[KnownDate]":
        """Yield the date as it was said, and of a day in the farmer's calendar which day of ours it is."""
        yield self
        if self.lunar and self.day is not None:
            ours = LunarDay(self.year, self.month, self.day, self.leap).in_ours()
            if ours is not None:
                yield KnownDate(self.path, ours.year, ours.month, ours.day, ours)

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """Yield the date where a text shows it: a day blocks; a month, or a day without its year, is asked about."""
        if reading.kind is Kind.RAW:
            return
        year, day = f"{self.year % 100:02}", str(self.day)
        years = {year, self._republic}
        dated = (text for text in reading.dated if any(one in text for one in years))
        whole = (pattern.search(text) for text in dated for pattern in self._whole)
        if any(whole) or self._serial(reading):
            yield (Level.ASK if self.day is None else Level.BLOCK), 1, self.path
        elif level := self._in_the_farmers(reading):
            yield level, 1, self.path
        elif self.day is not None and any(day in text and self._without_year.search(text) for text in reading.dated):
            yield Level.ASK, 1, self.path

    def _in_the_farmers(self, reading: Reading) -> Level | None:
        """Say whether the day stands there as the farmer's calendar names it: with its year, or without."""
        if ("月" not in reading.folded and reading.lowers.isdisjoint({"lunar", "month"})) or self._farmers is None:
            return None
        whole, short = self._farmers
        if any(whole.search(view) for view in reading.views):
            return Level.BLOCK
        return Level.ASK if any(short.search(view) for view in reading.views) else None

    @cached_property
    def _farmers(self) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
        if self.lunar and self.day is not None:
            return LunarDay(self.year, self.month, self.day, self.leap).shapes()
        return lunar_day(self.exact).shapes() if self.exact is not None else None

    def _serial(self, reading: Reading) -> bool:
        """Say whether the day stands there as a spreadsheet counts it (1900 and 1904 systems)."""
        if self.exact is None or reading.kind is Kind.MARKUP:
            return False
        numbers = {str((self.exact - epoch).days) for epoch in (_EPOCH_1900, _EPOCH_1904)}
        return not numbers.isdisjoint(reading.numbers)

    @cached_property
    def _republic(self) -> str:
        """The year as Taiwan counts it; before its first, the year itself."""
        return str(self.year - BEFORE_THE_REPUBLIC if self.year > BEFORE_THE_REPUBLIC else self.year)

    @cached_property
    def _month_words(self) -> str:
        name = _MONTHS[self.month - 1]
        short = "sept?" if name == "september" else name[:3]
        return rf"(?:{name}|{short}\.?)"

    @cached_property
    def _whole(self) -> tuple[re.Pattern[str], ...]:
        """The patterns of the whole date, as far as it is known."""
        year, month, s = rf"(?:{self.year}|['’]?{self.year % 100:02})", rf"0?{self.month}", _SEPARATOR
        long_year = str(self.year)
        if self.day is None:
            shapes = [rf"{long_year}[\s./\-年]{{1,2}}{month}", rf"{month}[/.\-]{long_year}",
                      rf"{self._month_words}[\s,]*(?:of\s*)?{long_year}"]  # fmt: skip
            # A day between or behind would make it another date.
            shapes += [rf"{_REPUBLIC}{_SEPARATOR}0?{self._republic}[\s./\-年]{{1,2}}{month}"]
            return tuple(re.compile(rf"(?<![\d./-]){shape}(?!\d|[./-]\d|\s?月?\s?\d)", re.ASCII) for shape in shapes)
        day, word = rf"0?{self.day}", self._month_words
        spoken = rf"(?:the\s+)?{day}{_ORDINAL}"
        shapes = [
            rf"{long_year}{s}{month}{s}{day}", rf"{month}{s}{day}{s}{long_year}", rf"{day}{s}{month}{s}{long_year}",
            rf"{year}[\s./\-年]{month}[\s./\-月]{day}", rf"{month}[\s./\-]{day}[\s./\-]{year}",
            rf"{day}[\s./\-]{month}[\s./\-]{year}", rf"{self.year % 100:02}{self.month:02}{self.day:02}",
            rf"{word}[\s./\-_]*{spoken}[\s,./\-_]*(?:of\s+|in\s+)?{year}",
            rf"{spoken}[\s./\-_]*(?:day\s+)?(?:of\s+)?{word}[\s,./\-_]*(?:of\s+|in\s+)?{year}",
            rf"{year}[\s,./\-_]*{word}[\s./\-_]*{spoken}",
            rf"{day}[\s./\-]{{1,2}}{_ROMAN[self.month - 1]}[\s./\-]{{1,2}}{year}", *self._counted,
            rf"{_REPUBLIC}{s}0?{self._republic}{s}{month}{s}{day}", rf"0?{self._republic}\s?年\s?{month}\s?月\s?{day}",
        ]  # fmt: skip
        return tuple(re.compile(rf"(?<!\d){shape}(?!\d)") for shape in shapes)

    @property
    def _counted(self) -> tuple[str, ...]:
        """The day as the number it has in its year, and the day that only a leap year has, in words."""
        if self.exact is None:
            return ()
        number = self.exact.timetuple().tm_yday
        leap = (rf"leap\s+day[\s,]*(?:of\s+|in\s+)?{self.year}", rf"{self.year}['’]?s?\s+leap\s+day")
        counted = (rf"{self.year}[./-]{number:03}", rf"day\s+{number}\s+(?:of|in)\s+{self.year}")
        return (*counted, *(leap if (self.month, self.day) == _LEAP_DAY else ()))

    @cached_property
    def _without_year(self) -> re.Pattern[str]:
        """The day and month by words, with no year behind that would make it another date."""
        day, word = rf"0?{self.day}", self._month_words
        shapes = [rf"\b{word}[\s.]*(?:the\s+)?{day}{_ORDINAL}\b", rf"\b{day}{_ORDINAL}\s+(?:of\s+)?{word}",
                  rf"(?<![\d年]){self.month}月{day}[日号]"]  # fmt: skip
        return re.compile("(?:" + "|".join(shapes) + r")(?![,\s]*\d{4})")
