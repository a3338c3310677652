"""Clocks that are not about relatives' ages: asylum year, adjustment, work permit, printed dates, civil suit.

What these clocks do not decide: whether an exception to the asylum year applies, whether a shorter way to adjustment
is open, when a cause of action arose. Each counts to the earliest day that the dates on record allow.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from legalassist.facts.dates import PartialDate, anniversary
from legalassist.facts.known import Facts, known_value
from legalassist.law.deadline import Clock, Deadline, leap_notes
from legalassist.law.derived import LAST_ACT
from legalassist.law.finding import Reason
from legalassist.law.parameters import Parameters
from legalassist.law.readings import BIRTH_DATE, GRANTED_DATE, date_at
from legalassist.law.rule import Seen, instances, subjects

ARRIVALS = ("entries[].date", "departures[].returned_on")
STATUS_UNTIL, CARD_EXPIRES, CARD_CATEGORY = "filing.status_until", "filing.card_expires", "filing.card_category"
HEARING_DATE = "first.hearing_date"
ONE_DAY = timedelta(days=1)

ASYLUM = Clock("clock.asylum_year", "Asylum: a year from the last arrival", ("DL-01", "DL-02"), Reason.ASYLUM_CLOCK)
ASYLUM_FILED = Clock(ASYLUM.id, ASYLUM.title, ASYLUM.authorities, Reason.ASYLUM_FILED_CLOCK)
ADJUSTMENT = Clock(
    "clock.adjustment",
    "Application to adjust, before T-1 status ends",
    ("DL-06", "NF-08", "PR-22", "PR-25"),
    Reason.ADJUSTMENT_CLOCK,
)
PERMIT = Clock("clock.work_permit", "Renewal of the work permit", ("DL-11",), Reason.PERMIT_CLOCK)
PERMIT_IN_STATUS = Clock(
    "clock.work_permit", "Renewal of the work permit", ("DL-11", "PR-20"), Reason.PERMIT_IN_STATUS_CLOCK
)
NOTICE = Clock("clock.notice", "Answer to a notice", ("NF-18", "PR-31"), Reason.NOTICE_CLOCK)
HEARING = Clock("clock.hearing", "Hearing in court", ("DL-10",), Reason.HEARING_CLOCK, "on")
CHILD_LETTER = Clock(
    "clock.child_letter", "Letter for a child, asked for", ("DL-07",), Reason.CHILD_LETTER_CLOCK, "asked for by"
)
CIVIL_SUIT = Clock(
    "clock.civil_suit", "Federal civil suit over trafficking", ("DL-09",), Reason.CIVIL_SUIT_CLOCK, "brought by"
)


def clocks(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield every clock that the dates on record start, in no order."""
    for started in (_asylum, _adjustment, _permit, _notices, _hearing, _child_letter, _civil_suit):
        yield from started(facts, as_of)


def _asylum(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the asylum clock from the last arrival. INA 208(a)(2)(B), (E) (DL-01, DL-02).

    The last arrival is not before the latest of the earliest readings. Sources count the anniversary itself in
    different ways, so the clock stops the day before. It does not run for an unaccompanied child.
    """
    seen = Seen(facts)
    found = [date_at(seen, path) for name in ARRIVALS for path in instances(facts, name)]
    arrivals = [when.earliest for when in found if when is not None]
    if not arrivals or known_value(facts, "client.unaccompanied_child") is True:
        return
    years = Parameters.load().years("asylum_years", as_of)
    kinds = [known_value(seen, path) for path in instances(facts, "filings[].kind")]
    clock = ASYLUM_FILED if "asylum" in kinds else ASYLUM
    day, notes = anniversary(max(arrivals), years)[0] - ONE_DAY, leap_notes(max(arrivals), years)
    yield clock.runs_to(day, as_of, tuple(seen.known), notes=notes)


def _adjustment(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the clock to adjust, once the notice's end of status is known. INA 245(l)(1), 214(o)(7)(C) (DL-06)."""
    seen = Seen(facts)
    ends, granted = date_at(seen, STATUS_UNTIL), date_at(seen, GRANTED_DATE)
    if ends is None:
        return
    clock = ADJUSTMENT.runs_to(ends.earliest - ONE_DAY, as_of, tuple(seen.known))
    years = Parameters.load().years("adjustment_years", as_of)
    opens = None if granted is None else anniversary(granted, years)[1]
    yield clock.model_copy(update={"not_before": opens})


def _permit(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the clock of the work permit's renewal. 8 CFR 274a.13(e), 274a.12(a)(16) (DL-11, PR-20).

    What ends with the card is "for aliens who are not employment authorized incident to status, also the attendant
    employment authorization".
    """
    seen = Seen(facts)
    expires, kind = date_at(seen, CARD_EXPIRES), known_value(seen, CARD_CATEGORY)
    if expires is not None:
        days = Parameters.load().whole_number("permit_renewal_days", as_of)
        clock = (PERMIT_IN_STATUS if kind == "a16" else PERMIT).runs_to(expires.earliest, as_of, tuple(seen.known))
        yield clock.model_copy(update={"not_before": expires.latest - timedelta(days=days)})


def _notices(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the day printed on each notice that is not answered; a hearing is its own kind. 8 CFR 103.2(b)(8)(iv)."""
    for row in subjects(facts, "notices"):
        due = date_at(facts, f"{row}.due_date")
        if due is not None and date_at(facts, f"{row}.answered_on") is None:
            clock = HEARING if known_value(facts, f"{row}.kind") == "hearing" else NOTICE
            yield clock.runs_to(due.earliest, as_of, (f"{row}.due_date",), subject=row)


def _hearing(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the hearing asked about at the start, unless a notice prints the same day. 8 U.S.C. 1229a(b)(5) (DL-10)."""
    when = date_at(facts, HEARING_DATE)
    printed = [date_at(facts, path) for path in instances(facts, "notices[].due_date")]
    if when is not None and when not in printed:
        yield HEARING.runs_to(when.earliest, as_of, (HEARING_DATE,))


def _child_letter(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the clock of the letter for a client who may be a child. 22 U.S.C. 7105(b)(1)(C) (DL-07)."""
    born = date_at(facts, BIRTH_DATE)
    if born is None:
        return
    years = Parameters.load().years("child_letter_age_limit", as_of)
    first, last = anniversary(born, years)
    if last > as_of:
        yield CHILD_LETTER.runs_to(first - ONE_DAY, as_of, (BIRTH_DATE,), notes=leap_notes(born, years))


def _civil_suit(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the civil clock: ten years from the last act, or from turning 18 if later. 18 U.S.C. 1595(c) (DL-09)."""
    seen = Seen(facts)
    last, born = date_at(seen, LAST_ACT), date_at(seen, BIRTH_DATE)
    if last is None:
        return
    years, grown = Parameters.load().years("civil_suit_years", as_of), _turns_18(born, as_of)
    began = last.earliest if grown is None or grown <= last.earliest else grown
    day, notes = anniversary(began, years)[0] - ONE_DAY, leap_notes(began, years)
    yield CIVIL_SUIT.runs_to(day, as_of, tuple(seen.known), notes=notes)


def _turns_18(born: PartialDate | None, as_of: date) -> date | None:
    """Return the earliest day on which somebody can turn 18."""
    return None if born is None else anniversary(born, Parameters.load().years("age_exemption_limit", as_of))[0]
