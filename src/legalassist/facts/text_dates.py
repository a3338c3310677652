"""Dates as a text says them, in English or Chinese: ``around March 2019``, ``2019年春天``, ``二〇二一年九月五号``.

Each is read as the interval of days it can mean, never more exactly than it was said. What names no year ("that
spring", ``三月``) is not read: it would be a guess. Lunar dates span the days that any lunar calendar could give them.
A year of two digits (``'19``, ``19年9月``, ``一九年``) is the last year that ends so; a number of years (``19年``,
``十九年``, ``三五年``) is none.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from legalassist.facts.dates import FIRST_YEAR, LAST_YEAR, DateError, PartialDate

_ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_YEAR, _DAY = r"(?P<year>(?:19|20)\d\d|['’‘]\d\d(?!['’]))", r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_HAN_DIGITS = dict(zip("〇零一二三四五六七八九", "00123456789", strict=True))
_NO_COUNT = rf"(?<![\d{''.join(_HAN_DIGITS)}十百两几第了过满整])"
_HAN_DATED = rf"(?P<year>[12]\d{{3}}|[〇零一二三四五六七八九]{{4}}|{_NO_COUNT}(?:\d\d|[〇零一二三四五六七八九]{{2}}))"
_HAN_YEAR = rf"{_HAN_DATED}\s*年"
_AS_COUNTED = r"(?!一二|二三|三四|三五|四五|五六|六七|七八|八九)"
_NO_SPAN = r"(?![多来间前后以之内里半了没])"
_HAN_SHORT = (
    rf"{_NO_COUNT}{_AS_COUNTED}(?P<year>[〇零一二三四五六七八九]{{2}})\s*年{_NO_SPAN}",
    rf"(?<=[在从自于])(?P<year>\d\d)\s*年{_NO_SPAN}",
    r"(?:^|(?<=[，。；、\s我们是]))(?P<year>\d\d)\s*年(?=[我她他到去就被出结入]|离开|的时候|那年)",
)
"""A year of two digits by itself: said digit by digit, or after "in", or before what happened in it."""
_HAN_NUMBER = (
    r"(?:\d{1,2}|(?:(?:[二三]?十|廿)[一二三四五六七八九]?|初十|初?[一二三四五六七八九])(?![一二三四五六七八九十]))"
)
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "spring": (3, 5), "summer": (6, 8), "fall": (9, 11),
            "autumn": (9, 11)}  # fmt: skip
_PARTS = {"初": (1, 3), "年初": (1, 3), "年中": (5, 8), "年底": (10, 12), "年末": (10, 12), "early": (1, 4),
          "mid": (5, 8), "late": (9, 12), "the beginning of": (1, 3), "the end of": (10, 12)}  # fmt: skip
_ABOUT = r"(?P<about>\b(?:around|about|approximately)\s+|大概|大约|约|差不多)?"
_LEAST_HAN, _SHORT = "十", 2


@dataclass(frozen=True, slots=True)
class TextDate:
    """One date in a text: where it stands (from, to), the first and last day it can mean, and whether it is one day."""

    start: int
    end: int
    earliest: date
    latest: date

    @property
    def exact(self) -> date | None:
        """The day, if it names one."""
        return self.earliest if self.earliest == self.latest else None


Span = tuple[date, date]
Read = Callable[[re.Match[str], int], Span]
"""How a match is read, whose year is known."""


def dates_in(text: str, this_year: int | None = None) -> tuple[TextDate, ...]:
    """Return the dates that a text names, in its order; longer readings win over shorter ones inside them.

    `this_year` is when it was said: it settles the century of a year of two digits, which is not read without it.
    """
    found: list[TextDate] = []
    for pattern, read in _SHAPES:
        for match in pattern.finditer(text):
            try:
                earliest, latest = read(match, _year(match["year"], this_year))
            except (DateError, ValueError):  # 31 April, year 1066: nobody's date
                continue
            found.append(TextDate(match.start(), match.end(), earliest, latest))
    found.sort(key=lambda one: (one.start, -one.end))
    return tuple(_outermost(found))


def _outermost(found: list[TextDate]) -> Iterator[TextDate]:
    end = -1
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def _span(said: PartialDate) -> Span:
    return said.earliest, said.latest


def _year(text: str, this_year: int | None) -> int:
    digits = "".join(_HAN_DIGITS.get(sign, sign) for sign in text.lstrip("'’‘"))
    year = int(digits)
    if len(digits) == _SHORT:
        if this_year is None:
            raise ValueError(year)
        year = this_year - (this_year - year) % 100
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    return year


def _number(text: str) -> int:
    """Return a number from 1 to 31 in digits or Chinese: 十二, 二十, 廿八, 初五."""
    if text.isascii():
        return int(text)
    tens, ten, ones = text.replace("廿", "二十").removeprefix("初").rpartition(_LEAST_HAN)
    if not ten:
        return int(_HAN_DIGITS[ones])
    return int(_HAN_DIGITS[tens] if tens else 1) * 10 + int(_HAN_DIGITS[ones] if ones else 0)


def _widened(span: Span, match: re.Match[str]) -> Span:
    """Return a span, one month wider on either side where the text says "about"."""
    if not match.groupdict().get("about"):
        return span
    first, last = span
    return PartialDate(first.year, first.month, approximate=True).earliest, PartialDate(
        last.year, last.month, approximate=True
    ).latest


def _months(year: int, months: tuple[int, int]) -> Span:
    first, last = months
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _english(match: re.Match[str], year: int) -> Span:
    part = match["month"].rstrip(".").lower()[:3]
    month = next(number for number, name in enumerate(_ENGLISH_MONTHS, 1) if name.startswith(part))
    day = match.groupdict().get("day")
    return _widened(_span(PartialDate(year, month, int(day) if day else None)), match)


def _slashed(match: re.Match[str], year: int) -> Span:
    return _span(PartialDate(year, int(match["month"]), int(match["day"])))


def _season(match: re.Match[str], year: int) -> Span:
    """Return the months of a season; a winter may be the one that ends or the one that begins in its year."""
    season = match["season"].lower()
    if season in {"winter", "冬"}:
        return date(year - 1, 12, 1), date(year + 1, 2, monthrange(year + 1, 2)[1])
    return _widened(_months(year, _SEASONS[season]), match)


def _part(match: re.Match[str], year: int) -> Span:
    return _months(year, _PARTS[match["part"].lower()])


def _han(match: re.Match[str], year: int) -> Span:
    parts = match.groupdict()
    month, day = (_number(parts[key]) if parts.get(key) else None for key in ("month", "day"))
    calendar = "lunar" if parts.get("lunar") else "gregorian"
    said = PartialDate(year, month, day, calendar=calendar)  # type: ignore[arg-type]
    return _widened(_span(said), match)


def _bare_year(match: re.Match[str], year: int) -> Span:
    return _span(PartialDate(year, approximate=bool(match.groupdict().get("about"))))


_SHAPES: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (rf"{_ABOUT}\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", _english),
        (rf"{_ABOUT}\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", _english),
        (rf"{_ABOUT}\b{_MONTH}(?:\s+of)?,?\s+{_YEAR}\b", _english),
        (r"\b(?P<month>[01]?\d)/(?P<day>[0-3]?\d)/(?P<year>(?:19|20)?\d\d)\b(?!/)", _slashed),
        (r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b", _slashed),
        (rf"{_ABOUT}\b(?P<season>spring|summer|fall|autumn|winter)(?:\s+of)?,?\s+{_YEAR}\b", _season),
        (rf"\b(?P<part>early|mid|late|the beginning of|the end of)[\s-]+{_YEAR}\b", _part),
        (rf"(?P<lunar>农历|阴历)?{_ABOUT}{_HAN_YEAR}\s*(?P<month>{_HAN_NUMBER})\s*月\s*(?P<day>{_HAN_NUMBER})\s*[日号]?",
         _han),
        (rf"(?P<lunar>农历|阴历)?{_ABOUT}{_HAN_YEAR}\s*(?P<month>{_HAN_NUMBER})\s*月", _han),
        (rf"{_ABOUT}{_HAN_YEAR}\s*的?(?P<season>[春夏秋冬])[天季]?", _season),
        (rf"{_HAN_DATED}\s*(?P<part>年初|年中|年底|年末)", _part),
        (rf"{_ABOUT}(?P<year>[12]\d{{3}}|[〇零一二三四五六七八九]{{4}})\s*年", _bare_year),
        *((shape, _bare_year) for shape in _HAN_SHORT),
        (rf"{_ABOUT}\b(?:in|since|until|from|by|of|year)\s+{_YEAR}\b", _bare_year),
        (rf"(?<=\b(?:19|20)\d\d )(?:to|till|through)\s+{_YEAR}\b(?!\s+(?:dollars|yuan))", _bare_year),
    )
)  # fmt: skip
