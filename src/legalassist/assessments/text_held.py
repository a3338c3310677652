"""How long a statement says that she was trafficked or held, against the answers about it.

A part of the time is no contradiction: only what begins before the first answer or goes on after the last
is asked about.
"""

import re

from legalassist.assessments.contradiction import CALENDARS, Contradiction, Found, Look
from legalassist.assessments.dates_apart import FIRST, LAST
from legalassist.assessments.text_clauses import clauses_of, span_of
from legalassist.assessments.text_events import ABROAD, UNREAL
from legalassist.facts.dates import days_of
from legalassist.facts.text_dates import TextDate

_PLACE = (
    r"(?:in|at) (?:the|that|this|their|a|his|her)"
    r" (?:basement|house|restaurant|shop|apartment|room|dormitory|garage|farm|spa)"
)
_THEY = r"(?:they|he|she|the (?:boss(?:es)?|owners?|couple|family)|the boss['’]s wife)"
_TRAFFICKED = re.compile(
    r"\bI was (?:trafficked|exploited|enslaved)\b|我(?:一直)?被(?:剥削|控制|人口贩卖|拐卖)", re.IGNORECASE
)
_HELD = re.compile(
    rf"\b{_THEY} (?:kept|held|locked) me (?:locked (?:up )?)?{_PLACE}"
    rf"|^\W*{_THEY} (?:made|forced) me (?:to )?work[\s\x00.,]*$",
    re.IGNORECASE,
)


def held_apart(look: Look, path: str, where: str, sentence: str, dates: tuple[TextDate, ...]) -> Found:
    """Yield the beginning or end of being trafficked or held that lies outside the answers' time."""
    first, last = look.date(FIRST), look.date(LAST)
    if ABROAD.search(sentence) or UNREAL.search(sentence):
        return
    for clause in clauses_of(sentence, dates):
        trafficked = _TRAFFICKED.search(clause.words)
        since, until = span_of(sentence, clause)
        if not trafficked and not _HELD.search(clause.words):
            continue
        if not trafficked and until and first and until.latest < days_of(first)[0]:
            continue  # held by somebody else, before
        about = "the statement's time of what happened goes beyond the answers about it"
        if since and first and since.latest < days_of(first)[0]:
            yield Contradiction("text date", (path, FIRST), about, CALENDARS, where)
        if until and last and until.earliest > days_of(last)[1]:
            yield Contradiction("text date", (path, LAST), about, CALENDARS, where)
