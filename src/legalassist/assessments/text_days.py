"""Days in a statement that are a slip away from an answer: the same day of another year, or one digit off.

A month has few days and much happens in it: a day near an answer's is asked about only where the sentence says nothing
but the day ("It was on 9/5/22"), or where day and month are the same and only the year is another.
"""

import re
from collections.abc import Iterator
from datetime import date

from legalassist.assessments.contradiction import CALENDARS, Contradiction, Found, Look
from legalassist.assessments.dates_apart import BORN, FIRST, LAST
from legalassist.assessments.text_clauses import blotted
from legalassist.assessments.text_events import EVENTS
from legalassist.facts.dates import PartialDate
from legalassist.facts.text_dates import TextDate

_DATED = (BORN, FIRST, LAST, "reporting.date", "entries[].date", "arrests[].date", "departures[].left_on",
          "family[].birth_date", "family[].marriage_date", "jobs[].from_date", "jobs[].to_date")  # fmt: skip
_BARE = re.compile(
    r"\b(?:it|that|this|the|day|date|was|is|on|a|i|remember|think|believe|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday)\b|我?记得|那天|那一天|日子|是|在|星期[一二三四五六日天]|[^\w\x01]|\x00",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(
    r"\b(?:birthday|anniversary|later|turned|years? (?:old|after)|was \w+(?:-\w+)?)\b"
    r"|生日|周年|年后|以后|岁|满",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"\b(?:born|birth|papers?|passport|document|card|register)\b|出生|生于|护照|证|户口", re.IGNORECASE
)


def near_days(  # noqa: PLR0913, PLR0917 - the sentence with its place and what stood before it
    look: Look, path: str, where: str, sentence: str, dates: tuple[TextDate, ...], previous: str
) -> Found:
    """Yield an exact day that no answer has, but for a slip of the pen, or of the tongue."""
    answers = [(fact, day) for fact in instances_of(look, _DATED) if (day := _exact(look.date(fact))) is not None]
    bare = _is_bare(sentence, dates)
    for said in dates:
        day = said.exact
        if day is None or any(known == day for _, known in answers):
            continue
        meant = set(_meant(look, previous)) if bare else set()
        near = [
            fact
            for fact, known in answers
            if (_another_year(known, day) and _may_be(fact, sentence))
            or (bare and (not meant or fact in meant) and _one_digit_off(known, day))
        ]
        if near:
            about = "a day in the statement differs from an answer in one part only"
            yield Contradiction("text near", (path, *near), about, CALENDARS, where)


def _exact(said: PartialDate | None) -> date | None:
    return said.exact if said is not None else None


def _is_bare(sentence: str, dates: tuple[TextDate, ...]) -> bool:
    return len(dates) == 1 and not _BARE.sub("", blotted(sentence, dates))


def _meant(look: Look, previous: str) -> Iterator[str]:
    """Yield the facts that date what the sentence before tells of."""
    for event in EVENTS:
        if event.spoken.search(previous):
            yield from instances_of(look, event.facts)


def _may_be(fact: str, sentence: str) -> bool:
    """Say whether a sentence may mean an answer's day: no anniversary of it; a birth where it speaks of papers."""
    if _ANNIVERSARY.search(sentence):
        return False
    return not fact.endswith("birth_date") or _PAPERS.search(sentence) is not None


def _another_year(known: date, day: date) -> bool:
    return (known.month, known.day) == (day.month, day.day) and known.year != day.year


def _one_digit_off(known: date, day: date) -> bool:
    """Say whether two days differ in one part, there in one digit, or in two that changed places."""
    parts = [(f"{a:02}", f"{b:02}") for a, b in zip(known.timetuple()[:3], day.timetuple()[:3], strict=True) if a != b]
    if len(parts) != 1:
        return False
    one, other = parts[0]
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1 or sorted(one) == sorted(other)


def instances_of(look: Look, patterns: tuple[str, ...]) -> Iterator[str]:
    """Yield the facts that patterns stand for, one for each row."""
    for pattern in patterns:
        group, bracket, rest = pattern.partition("[]")
        if bracket:
            yield from (f"{row}{rest}" for row in look.rows(group))
        else:
            yield pattern
