"""What the law says about a case: a finding with its verdict, its reason, its authorities and what it hangs on.

The verdicts are about what the record shows, never about what the government will do; there is no verdict that says
"you will get it". Reasons are a closed set of English sentences (`Reason`), so that each can be translated once and
none can hold a client's words.
"""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from legalassist.facts.known import Why
from legalassist.law.reasons import Reason

__all__ = ("Finding", "Part", "Reason", "Verdict", "dates_open")


class Verdict(StrEnum):
    """What the record shows; `MET` and `NOT_MET` only for what can be computed (ages, dates, relations)."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"
    ATTORNEY_DECIDES = "attorney decides"


class Part(BaseModel):
    """One part of what a rule is about: a kind of acts, a way, an exception, a factor, a leg of a waiver.

    `hangs_on`, `absent`, `exhibits` and `paragraphs` (of the client's statement) are those that speak to this part; all
    empty for a part that only says what an attorney weighs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    hangs_on: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()


class Finding(BaseModel):
    """One rule's word on one subject; `subject` is empty for the client, or a row's path (``family[2]``).

    `hangs_on` names the known facts the rule looked at, `absent` the unknown ones that would speak to it, `exhibits`
    the rows of exhibits that do and `paragraphs` those of the client's statement; `readings` says, where dates or
    answers are uncertain, what each reading would give; `parts` takes it apart, each with what speaks to it alone.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    title: str
    subject: str = ""
    verdict: Verdict
    reason: Reason
    authorities: tuple[str, ...]
    hangs_on: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def dates_open(why: Why) -> Reason:
    """Return the reason for dates that are all known and still leave a result open: exact (29 February), or not."""
    return Reason.LEAP_DAY if why is Why.NO_RULE else Reason.DATES_DO_NOT_SETTLE
