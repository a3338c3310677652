"""What law may stand on a handout: never, only once an attorney has acknowledged it, or as it is.

A handout is read without an attorney beside it, and stays in pockets after the law has changed. So a contested,
secondary or unsourced authority is printed without a band only while the clinic's attorney acknowledges it by id.
"""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from legalassist.law.authorities import Authority

NOT_PRINTED: Mapping[str, str] = MappingProxyType({
    "KY-16": "that papers are carried confuses and frightens on a sheet; a lawyer explains it",
    "KY-19": "that a consulate is told frightens on a sheet, and no source was found",
    "KY-24": "it is a bill; nobody has checked whether it was signed",
    "LB-05": "nobody has checked whether the programme is still open",
})  # fmt: skip
"""Statements of the law file that no handout prints, and why."""

ACKNOWLEDGED_DAYS = 90
ACKNOWLEDGED_DAYS_UNSETTLED = 30
"""How long an acknowledgment holds; the shorter time where the authority is volatile or contested."""

NUMBER_DAYS = 90
"""How long a telephone number that is not the clinic's own may be printed after somebody called it."""

_WEAK = MappingProxyType({"S": "a secondary source", "U": "no source"})


def needs_acknowledgment(authority: Authority, day: dt.date) -> str:
    """Return why an attorney must acknowledge an authority before a handout rests on it; empty where none must."""
    if authority.volatility == "contested":
        return "contested"
    if authority.tier in _WEAK:
        return _WEAK[authority.tier]
    return "past its check-again day" if authority.is_due(day) else ""


def acknowledged_until(authority: Authority, on: dt.date) -> dt.date:
    """Return the first day on which an acknowledgment made on a day no longer holds: that after its 90 or 30 days."""
    settled = authority.volatility == "stable"
    lapses = on + dt.timedelta(days=1 + (ACKNOWLEDGED_DAYS if settled else ACKNOWLEDGED_DAYS_UNSETTLED))
    # Acknowledged before its check-again day, it has to be looked at again then; afterwards the days alone count.
    return min(lapses, authority.check_again) if on < authority.check_again else lapses
