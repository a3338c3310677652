"""When an interview stops and a person takes over: danger today, and what an attorney must hear about first.

Which answers stop it stands in the interview, beside each question (``stop:``). It decides nothing about the case.
"""

import datetime as dt

from legalassist.api.asking import Opened
from legalassist.facts.dates import PartialDate, age_on
from legalassist.facts.known import known_value
from legalassist.facts.paths import pattern_of
from legalassist.interviews.schema import Stop, StopRule

__all__ = ["Stop", "stop_after"]


def stop_after(opened: Opened, path: str, today: dt.date) -> Stop | None:
    """Return who must take over after the answer that a path has now, or None where the interview may go on.

    Partly known dates stop the interview when any day they can mean would.
    """
    question = opened.interview.by_fact.get(pattern_of(path))
    if question is None or question.stop is None:
        return None
    return question.stop.who if _stops(question.stop, known_value(opened.facts, path), today) else None


def _stops(rule: StopRule, value: object, today: dt.date) -> bool:
    """Say whether a value is one of those that stop the talk."""
    if isinstance(value, PartialDate):
        return _soon(rule, value, today) or _young(rule, value, today)
    said = value if isinstance(value, tuple) else (value,)
    return any(one in rule.values for one in said)


def _soon(rule: StopRule, day: PartialDate, today: dt.date) -> bool:
    if rule.days_ahead is None:
        return False
    return day.earliest <= today + dt.timedelta(days=rule.days_ahead) and day.latest >= today


def _young(rule: StopRule, birth: PartialDate, today: dt.date) -> bool:
    return rule.younger_than is not None and age_on(birth, today)[0] < rule.younger_than
