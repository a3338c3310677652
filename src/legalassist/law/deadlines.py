"""Clocks: the last day by which the application must be received, for those whose age counts on the receipt date.

Minimal now: the 18th and 21st birthdays of children, siblings and the client. Days in the mail are not counted (no
source gives them); a deadline printed on a notice is never computed here.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from legalassist.facts.dates import anniversary
from legalassist.facts.known import Facts, known_value
from legalassist.law.family import family_rows
from legalassist.law.finding import Reason
from legalassist.law.parameters import Parameters
from legalassist.law.readings import BIRTH_DATE, date_at
from legalassist.law.rule import Seen


class Deadline(BaseModel):
    """A day by which an application must be received; `subject` is empty for the client, or a family row's path."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str
    received_by: date
    subject: str = ""
    authorities: tuple[str, ...]
    hangs_on: tuple[str, ...]
    reason: Reason
    passed: bool


def deadlines(facts: Facts, *, as_of: date) -> tuple[Deadline, ...]:
    """Return the age clocks of a case, the earliest first; those that ran out before `as_of` say so in `passed`.

    A clock runs to the day before the earliest reading of the birthday. Relatives known to be married, or known not to
    want to come, have none; a sibling's and the client's clock is for those
    without danger of retaliation, and a sibling's stops once the client is 21.
    """
    clocks = [*_children(facts, as_of), *_young_client(facts, as_of), *_siblings(facts, as_of)]
    return tuple(sorted(clocks, key=lambda clock: (clock.received_by, clock.id, clock.subject)))


def _children(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield each child's clock. INA 214(o)(4) (DL-03, FM-06)."""
    for row in _who_may_come(facts, ("child",)):
        title, cited = "Child's 21st birthday", ("DL-03", "FM-06")
        yield from _clock(facts, as_of, row, "child_age_limit", title, cited, Reason.CHILD_CLOCK)


def _siblings(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield each sibling's clock, until the client is 21. INA 101(a)(15)(T)(ii)(I) (DL-04, FM-08)."""
    born = date_at(facts, BIRTH_DATE)
    if born is not None and anniversary(born, Parameters.load().years("principal_age_limit", as_of))[1] <= as_of:
        return
    for row in _who_may_come(facts, ("sibling",)):
        title, cited = "Sibling's 18th birthday", ("DL-04", "FM-08")
        yield from _clock(facts, as_of, row, "sibling_age_limit", title, cited, Reason.SIBLING_CLOCK)


def _young_client(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the client's own clock where a parent or sibling may come. INA 101(a)(15)(T)(ii)(I)-(II) (DL-04, DL-05)."""
    if next(_who_may_come(facts, ("parent", "sibling")), None) is not None:
        title, cited = "Client's 21st birthday", ("DL-05", "DL-04", "FM-07")
        yield from _clock(facts, as_of, "", "principal_age_limit", title, cited, Reason.CLIENT_CLOCK)


def _who_may_come(facts: Facts, relations: tuple[str, ...]) -> Iterator[str]:
    """Yield the family rows of these relations, without those known to be married or not to want to come."""
    for row in family_rows(facts):
        said_no = known_value(facts, f"{row}.apply") is False
        married = known_value(facts, f"{row}.married") is True and known_value(facts, f"{row}.relation") != "parent"
        if known_value(facts, f"{row}.relation") in relations and not said_no and not married:
            yield row


def _clock(  # noqa: PLR0913, PLR0917  the columns of a deadline
    facts: Facts, as_of: date, row: str, limit: str, title: str, authorities: tuple[str, ...], reason: Reason
) -> Iterator[Deadline]:
    """Yield the clock that runs to the day before a birthday, if the birth date is known."""
    seen = Seen(facts)
    born = date_at(seen, f"{row}.birth_date" if row else BIRTH_DATE)
    if born is None:
        return
    last_day = anniversary(born, Parameters.load().years(limit, as_of))[0] - timedelta(days=1)
    yield Deadline(
        id=f"clock.{limit.removesuffix('_limit')}",
        title=title,
        received_by=last_day,
        subject=row,
        authorities=authorities,
        hangs_on=tuple(seen.known),
        reason=reason,
        passed=last_day < as_of,
    )
