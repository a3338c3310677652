"""The deadlines of a case: ages that count on the receipt date, and the clocks of `clocks` and `stays`.

Every one is a day of receipt. Days in the mail are the clinic's setting and have no default, since no source gives
them; a day printed on a notice is copied and never computed.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from legalassist.facts.dates import anniversary
from legalassist.facts.known import Facts, known_value
from legalassist.law.clocks import clocks
from legalassist.law.deadline import Clock, Deadline, leap_notes
from legalassist.law.family import family_rows
from legalassist.law.finding import Reason
from legalassist.law.parameters import Parameters
from legalassist.law.readings import BIRTH_DATE, date_at
from legalassist.law.rule import Seen
from legalassist.law.stays import stays

__all__ = ("Deadline", "deadlines")

CHILD = Clock("clock.child_age", "Child's 21st birthday", ("DL-03", "FM-06"), Reason.CHILD_CLOCK)
SIBLING = Clock("clock.sibling_age", "Sibling's 18th birthday", ("DL-04", "FM-08"), Reason.SIBLING_CLOCK)
CLIENT = Clock("clock.principal_age", "Client's 21st birthday", ("DL-05", "DL-04", "FM-07"), Reason.CLIENT_CLOCK)


def deadlines(facts: Facts, *, as_of: date, mailing_days: int | None = None) -> tuple[Deadline, ...]:
    """Return the deadlines of a case, the earliest that binds first; behind them those that ran out before `as_of`.

    An age clock runs to the day before the earliest reading of the birthday. Relatives known to be married, or known
    not to want to come, have none; a sibling's and the client's clock is for those without danger of retaliation, and
    a sibling's stops once the client is 21. `mailing_days` is how many days before the day of receipt the clinic sends
    a paper off; there is no default, because no source gives one.
    """
    found = [*_children(facts, as_of), *_young_client(facts, as_of), *_siblings(facts, as_of), *clocks(facts, as_of),
             *stays(facts, as_of)]  # fmt: skip
    return tuple(each.with_mailing(mailing_days) for each in sorted(found, key=lambda clock: clock.order))


def _children(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield each child's clock. INA 214(o)(4) (DL-03, FM-06)."""
    for row in _who_may_come(facts, ("child", "stepchild")):
        yield from _birthday(facts, as_of, CHILD, "child_age_limit", row)


def _siblings(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield each sibling's clock, until the client is 21. INA 101(a)(15)(T)(ii)(I) (DL-04, FM-08)."""
    born = date_at(facts, BIRTH_DATE)
    if born is not None and anniversary(born, Parameters.load().years("principal_age_limit", as_of))[1] <= as_of:
        return
    for row in _who_may_come(facts, ("sibling",)):
        yield from _birthday(facts, as_of, SIBLING, "sibling_age_limit", row)


def _young_client(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the client's own clock where a parent or sibling may come. INA 101(a)(15)(T)(ii)(I)-(II) (DL-04, DL-05)."""
    if next(_who_may_come(facts, ("parent", "stepparent", "sibling")), None) is not None:
        yield from _birthday(facts, as_of, CLIENT, "principal_age_limit", "")


def _who_may_come(facts: Facts, relations: tuple[str, ...]) -> Iterator[str]:
    """Yield the family rows of these relations, without those known to be married or not to want to come."""
    for row in family_rows(facts):
        said_no = known_value(facts, f"{row}.apply") is False
        married = known_value(facts, f"{row}.married") is True and not _is_parent(facts, row)
        if known_value(facts, f"{row}.relation") in relations and not said_no and not married:
            yield row


def _is_parent(facts: Facts, row: str) -> bool:
    return known_value(facts, f"{row}.relation") in ("parent", "stepparent")


def _birthday(facts: Facts, as_of: date, clock: Clock, limit: str, row: str) -> Iterator[Deadline]:
    """Yield the clock that runs to the day before a birthday, if the birth date is known."""
    seen = Seen(facts)
    born = date_at(seen, f"{row}.birth_date" if row else BIRTH_DATE)
    if born is not None:
        years = Parameters.load().years(limit, as_of)
        last_day = anniversary(born, years)[0] - timedelta(days=1)
        step = (Reason.STEP_RELATION,) if known_value(facts, f"{row}.relation") == "stepchild" else ()
        notes = (*leap_notes(born, years), *step)
        yield clock.runs_to(last_day, as_of, tuple(seen.known), subject=row, notes=notes)
