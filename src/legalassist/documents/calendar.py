"""A calendar file of a case's days (RFC 5545), for the calendars that other people and other companies can see.

Every event says "Case task" and the reference, and nothing else: no name, no form, no agency, no word for what the
case is about, not even in an event's hidden identifier. What is due on the day stands in the case itself.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from hashlib import sha256

from icalendar import Alarm, Calendar, Event

from legalassist.law.deadline import Deadline

TITLE = "Case task"
_ALARMS = (14, 3)
"""Days before a day on which a calendar reminds of it."""


def calendar_file(reference: str, deadlines: Iterable[Deadline], as_of: dt.date) -> bytes:
    """Return an .ics file: one all-day event for each day that is still to come, in order; same inputs, same bytes.

    A deadline gives the day of receipt, the day to mail by where the clinic has set its days in the mail, and the first
    day on which a paper can be filed.
    """
    made = Calendar()
    made.add("prodid", "-//Tasks//EN")
    made.add("version", "2.0")
    for day, mark in sorted(set(_days(deadlines))):
        if day >= as_of:
            made.add_component(_event(reference, day, mark, as_of))
    written: bytes = made.to_ical()
    return written


def _days(deadlines: Iterable[Deadline]) -> Iterator[tuple[dt.date, str]]:
    """Yield every day of every deadline, with what tells its event from others of the same day."""
    for one in deadlines:
        days = {"by": one.received_by, "mail": one.mail_by, "from": one.not_before}
        yield from ((day, f"{one.id}/{one.subject}/{which}") for which, day in days.items() if day is not None)


def _event(reference: str, day: dt.date, mark: str, as_of: dt.date) -> Event:
    """Return one event. Its identifier is a hash, so that a new file moves the event instead of adding another."""
    event = Event()
    event.add("uid", sha256(f"{reference}\0{mark}".encode()).hexdigest()[:32])
    event.add("dtstamp", dt.datetime.combine(as_of, dt.time(), dt.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", f"{TITLE} {reference}")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    for days in _ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", f"{TITLE} {reference}")
        alarm.add("trigger", dt.timedelta(days=-days))
        event.add_component(alarm)
    return event
