"""A deadline: the day by which a paper must be there, what it hangs on, and whether the day is over."""

from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from legalassist.facts.dates import PartialDate, anniversary
from legalassist.law.finding import Reason


class Deadline(BaseModel):
    """A day by which an application must be received; `subject` is empty for the client, or a row's path.

    `says` is what stands before the day: ``received by``, or what else the clock runs to (``ends``, ``back by``).
    `not_before` is the first day on which it can be filed, where there is one. `mail_by` is the last day on which it
    leaves the office, by the clinic's own days in the mail; None without them, and `mailing` says so. `notes` are
    further sentences that whoever reads the day must know: how a 29 February was counted.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str
    says: str = "received by"
    received_by: date
    subject: str = ""
    authorities: tuple[str, ...]
    hangs_on: tuple[str, ...]
    reason: Reason
    passed: bool
    not_before: date | None = None
    mail_by: date | None = None
    mailing: Reason = Reason.NO_SOURCED_MAILING_TIME
    notes: tuple[Reason, ...] = ()

    @property
    def order(self) -> tuple[bool, date, str, str]:
        """Return what deadlines are sorted by: the earliest that still binds first, those that are over behind."""
        return self.passed, self.received_by, self.id, self.subject

    def with_mailing(self, days: int | None) -> "Deadline":
        """Return the deadline with the clinic's days in the mail; as it is without them."""
        if days is None:
            return self
        posted = {"mail_by": self.received_by - timedelta(days=days), "mailing": Reason.MAILING_TIME_OF_THE_CLINIC}
        return self.model_copy(update=posted)


@dataclass(frozen=True, slots=True)
class Clock:
    """What is the same in every deadline of a kind: its id, title, authorities and reason."""

    id: str
    title: str
    authorities: tuple[str, ...]
    reason: Reason
    says: str = "received by"

    def runs_to(
        self, day: date, as_of: date, hangs_on: tuple[str, ...], *, subject: str = "", notes: tuple[Reason, ...] = ()
    ) -> Deadline:
        """Return the deadline that this clock runs to, seen from a day."""
        return Deadline(
            id=self.id,
            title=self.title,
            says=self.says,
            received_by=day,
            subject=subject,
            authorities=self.authorities,
            hangs_on=hangs_on,
            reason=self.reason,
            passed=day < as_of,
            notes=notes,
        )


def leap_notes(when: PartialDate | date | None, years: int) -> tuple[Reason, ...]:
    """Return the note that an exact 29 February needs in a year without one; nothing for any other day."""
    day = when.exact if isinstance(when, PartialDate) else when
    if day is None or (day.month, day.day) != (2, 29):
        return ()
    first, last = anniversary(day, years)
    return (Reason.LEAP_BIRTHDAY,) if first != last else ()
