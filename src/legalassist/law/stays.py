"""Clocks about being here: the stay a stamp allows, the passport, absences, a bona fide finding, a change of address.

What these clocks do not decide: whether a stay was lawful, whether an absence was for the investigation, whether and
how a passport is renewed. A printed day is copied; the others count to the earliest day that the dates on record allow.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Facts, known_value
from legalassist.law.deadline import Clock, Deadline
from legalassist.law.finding import Reason
from legalassist.law.parameters import Parameters
from legalassist.law.readings import GRANTED_DATE, date_at
from legalassist.law.rule import Seen, subjects

PASSPORT_EXPIRES, STATUS_UNTIL = "client.passport_expires", "filing.status_until"

STATUS = Clock("clock.status", "Stay that the last entry allowed", ("AD-11",), Reason.STATUS_CLOCK, "ends")
PASSPORT = Clock("clock.passport", "Passport", ("AD-09",), Reason.PASSPORT_CLOCK, "ends")
BONA_FIDE = Clock(
    "clock.bona_fide", "What the bona fide finding allows", ("PR-19", "PR-32"), Reason.BONA_FIDE_CLOCK, "ends"
)
ABSENCE = Clock("clock.absence", "Back from an absence", ("PR-25",), Reason.ABSENCE_CLOCK, "back by")
ADDRESS = Clock("clock.address", "Report of a change of address", ("PB-13",), Reason.ADDRESS_CLOCK, "reported by")


def stays(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield every clock of this kind that the dates on record start, in no order."""
    for started in (_status, _passport, _bona_fide, _absences, _moves):
        yield from started(facts, as_of)


def _status(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the end of the stay the last entry allowed, as printed; none once an approval prints another end."""
    entries = [(date_at(facts, f"{row}.date"), f"{row}.allowed_until") for row in subjects(facts, "entries")]
    if not entries or date_at(facts, STATUS_UNTIL) is not None:
        return
    _, path = max(entries, key=lambda entry: date.min if entry[0] is None else entry[0].latest)
    until = date_at(facts, path)
    if until is not None:
        yield STATUS.runs_to(until.earliest, as_of, (path,))


def _passport(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the day on which the passport ends. INA 212(a)(7)(B)(i) (AD-09)."""
    expires = date_at(facts, PASSPORT_EXPIRES)
    if expires is not None:
        yield PASSPORT.runs_to(expires.earliest, as_of, (PASSPORT_EXPIRES,))


def _bona_fide(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the day that a letter about a bona fide finding prints as its end. 8 CFR 214.205 (PR-19, PR-32)."""
    for row in subjects(facts, "notices"):
        until = date_at(facts, f"{row}.valid_until")
        if until is not None and known_value(facts, f"{row}.kind") == "bona_fide":
            yield BONA_FIDE.runs_to(until.earliest, as_of, (f"{row}.valid_until",), subject=row)


def _absences(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the last day to come back from each absence since the grant. INA 245(l)(3) (PR-25).

    An absence runs out after 90 days, or sooner where earlier ones leave fewer of the 180. One that ended in time has
    no clock. Sources do not say whether the days of leaving and of return count, so both do.
    """
    granted = date_at(facts, GRANTED_DATE)
    if granted is None:
        return
    once, left_over = (
        Parameters.load().whole_number(name, as_of) for name in ("absence_days_once", "absence_days_in_all")
    )
    for row, left in sorted(_left_since(facts, granted), key=lambda absence: absence[1].earliest):
        seen = Seen(facts)
        back = date_at(seen, f"{row}.returned_on")
        last_day = left.earliest + timedelta(days=min(once, left_over) - 1)
        if back is None or back.latest > last_day:
            yield ABSENCE.runs_to(last_day, as_of, (GRANTED_DATE, f"{row}.left_on", *seen.known), subject=row)
        gone = once if back is None else (back.latest - left.earliest).days + 1
        left_over = max(0, left_over - gone)


def _left_since(facts: Facts, granted: PartialDate) -> Iterator[tuple[str, PartialDate]]:
    """Yield the rows of departures that can have come after the grant, with the day of leaving."""
    for row in subjects(facts, "departures"):
        left = date_at(facts, f"{row}.left_on")
        if left is not None and left.latest > granted.earliest:
            yield row, left


def _moves(facts: Facts, as_of: date) -> Iterator[Deadline]:
    """Yield the ten days after each move that nobody has reported yet. 8 U.S.C. 1305(a) (PB-13)."""
    days = Parameters.load().whole_number("address_change_days", as_of)
    for row in subjects(facts, "moves"):
        moved = date_at(facts, f"{row}.moved_on")
        if moved is not None and date_at(facts, f"{row}.reported_on") is None:
            yield ADDRESS.runs_to(moved.earliest + timedelta(days=days), as_of, (f"{row}.moved_on",), subject=row)
