"""Exact days in any spelling, whoever's: rule (9). A paper for firms names a month, never a day (placement.md 3).

The days the paper itself is about (the day to answer by) are told by the caller. What is no day of the calendar is
left alone.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from legalassist.disclosure.dates import BEFORE_THE_REPUBLIC
from legalassist.disclosure.hits import Level
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CENTURY, _THOUSAND = 100, 1000
_MONTHS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
_MONTH = rf"(?P<name>{_MONTHS})(?![A-Za-z])\.?"
"""A month's name as it is written; read in any case where a year stands beside it."""
_GAP = r"[\s./_*()\[\]|,–-]{0,3}"
_BEFORE_MONTH = r"[\s./_*(\[–-]{0,3}"
_APART = r"[\s,./_*()\[\]|–-]{1,3}"
"""What stands between the parts of a day that names its month."""
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_FOUR = r"(?P<year>(?:19|20)\d\d)"
_YEAR = _FOUR + r"(?!\d)"
_SHORT = r"(?P<year>(?:19|20)\d\d|['’]?\d\d)(?!\d)"
_L, _R = r"(?=\d)(?<![a-z0-9])(?<!\d[./-])", r"(?![a-z0-9]*\d)(?![./-]\d)"
_SIGN = r"[./_–-]"
_WHOLE = tuple(
    (level, re.compile(pattern, re.IGNORECASE))
    for level, pattern in (
        (Level.BLOCK, rf"(?<![a-z]){_MONTH}{_GAP}(?:the\s+)?{_DAY}{_APART}(?:of\s+|in\s+)?{_YEAR}"),
        (Level.BLOCK, rf"(?<![a-z]){_MONTH}{_GAP}(?:the\s+)?{_DAY}(?:\s?[,./_–-]\s?|\s(?=['’])){_SHORT}"),
        (Level.BLOCK, rf"{_L}{_DAY}{_BEFORE_MONTH}(?:day\s+)?(?:of\s+)?{_MONTH}(?:{_APART})?(?:of\s+|in\s+)?{_YEAR}"),
        (
            Level.BLOCK,
            rf"{_L}{_DAY}{_BEFORE_MONTH}(?:of\s+)?(?!may\b[^'’/-]{{0,2}}\d){_MONTH}[\s,./_–-]{{0,3}}{_SHORT}{_R}",
        ),
        (Level.BLOCK, rf"{_L}{_YEAR}{_APART}{_MONTH}{_GAP}(?:the\s+)?{_DAY}"),
        (Level.BLOCK, rf"{_L}{_FOUR}\s?{_SIGN}\s?(?P<month>\d{{1,2}})\s?{_SIGN}\s?(?P<day>\d{{1,2}})(?!\d)"),
        (Level.BLOCK, rf"{_L}{_FOUR} (?P<month>\d\d) (?P<day>\d\d)(?!\d)"),
        (Level.BLOCK, rf"{_L}(?P<month>\d{{1,2}})\s?(?P<sign>{_SIGN})\s?(?P<day>\d{{1,2}})\s?(?P=sign)\s?{_YEAR}"),
        (Level.BLOCK, rf"{_L}(?P<month>\d\d) (?P<day>\d\d) {_YEAR}"),
        (Level.BLOCK, rf"{_L}(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})/['’]?(?P<year>\d\d){_R}"),
        (Level.BLOCK, rf"{_L}(?P<month>\d\d)-(?P<day>\d\d)-['’]?(?P<year>\d\d){_R}"),
        (Level.ASK, rf"{_L}(?P<month>\d{{1,2}})(?P<sign>[.–-])(?P<day>\d{{1,2}})(?P=sign)['’]?(?P<year>\d\d){_R}"),
        (Level.BLOCK, rf"{_L}{_FOUR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?:t?\d{{4,6}}z?)?(?!\d)"),
        (Level.BLOCK, rf"{_L}(?P<month>\d\d)(?P<day>\d\d){_YEAR}"),
        (Level.BLOCK, r"(?<!\d)(?P<year>\d{2,4})\s?年\s?(?P<month>\d{1,2})\s?月(?:份)?\s?(?P<day>\d{1,2})(?!\d)"),
    )
)
"""Every way of writing a whole day, Chinese numerals and number words made digits before."""
_IN_NUMBERS = tuple(one for one in _WHOLE if "name" not in one[1].groupindex)
_FOUR_DIGITS = re.compile(r"(?:\d\D{0,4}){4}")
_NAME = "(?<![a-z])(?:" + "|".join(_NAMES) + ")"
_A_MONTH = re.compile(rf"(?i){_NAME}[a-z]{{0,6}}\W{{0,9}}(?:the\s+)?\W?\d|\d.{{0,12}}{_NAME}", re.DOTALL)
"""A month's name beside a number."""
_NO_YEAR = (
    re.compile(rf"(?<![A-Za-z]){_MONTH}\s?(?:the\s)?{_DAY}(?!\s?%|[,\s./-]*\d{{4}}|[,.]\d)"),
    re.compile(rf"(?<![A-Za-z0-9])(?<!\d[./-]){_DAY}\s(?:of\s)?{_MONTH}(?!\s?[,'’/-]?\s?\d)"),
    re.compile(r"(?<![\d年])(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"),
)
"""A day and a month without a year: asked about."""
_SOME_LEAP_YEAR = "2004"
_NEAR, _FAR = 20, 80
_EDITION = re.compile(r"(?i)(?<![a-z])edition(?: dates?)?[\s:(]{0,3}(?:of\s)?$")
"""What stands before the day of an official form."""
_CITED = re.compile(
    r"(?i)(?:\d (?:fed\. ?reg\.|f\. ?r\.|fr)(?: at)? [\d, –-]+"
    r"|\d (?:c\.?f\.?r\.?|u\.?s\.?c\.?) (?:§ ?)?[\d.]+(?:\(\w{1,4}\))* ?"
    r"|pub\. ?l\. (?:no\. )?\d+-\d+ ?|pm-\d{3}-\d{4}(?:\.\d)? ?)\((?:published |effective |corrected )?$"
)
"""What stands before the day of a source: 85 Fed. Reg. 92345 (Sept. 11, 2024)."""
_STAMP = re.compile(
    r"(?:D:)?\d{4}-?\d\d-?\d\dT?\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d[:']?\d\d'?)?", re.IGNORECASE
)
"""A day with its hour and nothing else: when a program saved a file. Asked about."""

_DATED_NAME = re.compile(r"((?:^|[/\\]))(?:19|20)\d\d[-_.]?\d\d[-_.]?\d\d(?=[\s_-])")
"""A file named by its own day first, as people put files in order."""


def dated_name(name: str) -> str:
    """Return a file's name without the day that it begins with."""
    return _DATED_NAME.sub(r"\1", name)


def days_in(text: str) -> Iterator[tuple[Level, frozenset[str]]]:
    """Yield each exact day of a text: how bad, and the days (ISO) that it may be; both orders of numbers are read."""
    stamp = _STAMP.fullmatch(text.strip())
    named = _A_MONTH.search(text) is not None
    for level, shape in _WHOLE if named else _IN_NUMBERS if _FOUR_DIGITS.search(text) else ():
        for found in shape.finditer(text):
            days = frozenset(_days(found, found["year"]))
            if days and not _of_a_source(text, found.start()):
                yield (Level.ASK if stamp else level), days
    for shape in _NO_YEAR if named or "月" in text else ():
        for found in shape.finditer(text):
            if any(_days(found, _SOME_LEAP_YEAR)):
                yield Level.ASK, frozenset()


def _of_a_source(text: str, at: int) -> bool:
    """Say whether a day is an official form's edition, or that of a page of the Federal Register."""
    edition = _EDITION.search(text, max(0, at - _NEAR), at)
    return edition is not None or _CITED.search(text, max(0, at - _FAR), at) is not None


def day_codes(texts: Iterable[str]) -> frozenset[str]:
    """Return the days (ISO) that some texts name."""
    views = (view for text in texts for view in Reading("", Kind.TEXT, text).views)
    return frozenset(day for view in views for _, days in days_in(view) for day in days)


def _days(found: re.Match[str], year: str) -> Iterator[str]:
    """Yield the days of the calendar that numbers may be: by the month's name, or in both orders."""
    groups = found.groupdict()
    day = int(groups["day"])
    named = groups.get("name")
    month = _NAMES.index(named[:3].lower()) + 1 if named else int(groups["month"])
    for one in _years(year.lstrip("'’")):
        for pair in ((month, day),) if named else ((month, day), (day, month)):
            with suppress(ValueError):
                yield dt.date(one, *pair).isoformat()


def _years(written: str) -> tuple[int, ...]:
    """Return the years that digits may be: of our calendar, of two digits, or of Taiwan's."""
    year = int(written)
    if year >= _THOUSAND:
        return (year,)
    taiwan = BEFORE_THE_REPUBLIC + year
    return (taiwan,) if year >= _CENTURY else (2000 + year, 1900 + year, taiwan)
