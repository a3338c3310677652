"""When an interview stops and a person takes over: danger today, and what an attorney must hear about first.

The list is that of the clinic's practice: under 18, detained, a hearing within 30 days, a removal order, an open
criminal case, made to recruit or supervise others, an earlier filing. It decides nothing about the case.
"""

import datetime as dt
from enum import StrEnum

from legalassist.api.asking import Opened
from legalassist.facts.dates import PartialDate, age_on
from legalassist.facts.known import known_value

DANGER = "first.in_danger"
ATTORNEY_FIRST = frozenset(
    ["first.detained", "first.removal_order", "first.criminal_case", "first.led_others", "first.earlier_filing"]
)
"""Questions whose "yes" an attorney must hear about before the interview goes on."""
HEARING = "first.hearing_date"
BIRTH = "client.birth_date"
HEARING_SOON = dt.timedelta(days=30)
OF_AGE = 18


class Stop(StrEnum):
    """Who takes over."""

    SAFETY = "safety"
    ATTORNEY = "attorney"


def stop_after(opened: Opened, path: str, today: dt.date) -> Stop | None:
    """Return who must take over after the answer that a path has now, or None where the interview may go on.

    Partly known dates stop the interview when any day they can mean would.
    """
    value = known_value(opened.facts, path)
    if value is True and path == DANGER:
        return Stop.SAFETY
    if value is True and path in ATTORNEY_FIRST:
        return Stop.ATTORNEY
    if not isinstance(value, PartialDate):
        return None
    hearing_soon = path == HEARING and value.earliest <= today + HEARING_SOON and value.latest >= today
    perhaps_a_minor = path == BIRTH and age_on(value, today)[0] < OF_AGE
    return Stop.ATTORNEY if hearing_soon or perhaps_a_minor else None
