"""The calendar file: every day of the case that is to come, and not a byte that says what the case is."""

import datetime as dt
import re

import pytest
from icalendar import Calendar

from legalassist.api.deciding import assess_case
from legalassist.api.opening import example_cases, open_case
from legalassist.cases.case import Case
from legalassist.documents.calendar import calendar_file
from legalassist.facts.values import PersonName
from legalassist.law.deadline import Deadline
from legalassist.law.finding import Reason
from legalassist.library import Library

TODAY = dt.date(2026, 11, 22)
RELIEF = re.compile(
    r"visa|traffick|asylum|immigra|uscis|\bice\b|eoir|court|hearing|passport|permit|status|adjust|notice|birthday|sibling"
    r"|child|client|clock|letter|legal|clinic|i-?\d{3}|g-?28|[^\x00-\x7f]",
    re.IGNORECASE,
)
"""What would say what a case is about; ours has nothing but ASCII."""
LINES = (
    r"BEGIN:(VCALENDAR|VEVENT|VALARM)",
    r"END:(VCALENDAR|VEVENT|VALARM)",
    r"VERSION:2\.0",
    r"PRODID:-//Tasks//EN",
    r"UID:[0-9a-f]{32}",
    r"DTSTAMP:\d{8}T000000Z",
    r"DT(START|END);VALUE=DATE:\d{8}",
    r"(SUMMARY|DESCRIPTION):Case task R-7",
    r"CLASS:PRIVATE",
    r"TRANSP:TRANSPARENT",
    r"ACTION:DISPLAY",
    r"TRIGGER:-P(14|3)D",
)
"""Every line that the file can have, whole."""


def deadline(**changes: object) -> Deadline:
    made = {
        "id": "clock.asylum_year", "title": "Asylum", "received_by": dt.date(2027, 2, 28), "authorities": ("DL-01",),
        "hangs_on": ("entries[1].date",), "reason": Reason.ASYLUM_CLOCK, "passed": False,
    }  # fmt: skip
    return Deadline.model_validate(made | changes)


def strange(content: bytes) -> list[str]:
    """Return every line that is not one of the few there may be, and every word that tells."""
    text = content.decode()
    lines = [
        line for line in text.removesuffix("\r\n").split("\r\n") if not any(re.fullmatch(one, line) for one in LINES)
    ]
    return lines + RELIEF.findall(text.replace("\r\n ", ""))


def test_an_event_says_case_task_and_the_reference_and_nothing_else() -> None:
    made = calendar_file("R-7", [deadline(not_before=dt.date(2026, 12, 1), mail_by=dt.date(2027, 2, 21))], TODAY)
    assert strange(made) == []
    events = Calendar.from_ical(made).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Case task R-7"] * 3
    days = [event.decoded("DTSTART") for event in events]
    assert days == [dt.date(2026, 12, 1), dt.date(2027, 2, 21), dt.date(2027, 2, 28)]
    assert all(event.decoded("DTEND") - event.decoded("DTSTART") == dt.timedelta(1) for event in events)
    assert len({str(event["UID"]) for event in events}) == 3


@pytest.mark.parametrize(
    "planted",
    [
        b"DESCRIPTION:Hearing\r\n",
        b"LOCATION:USCIS\r\n",
        b"UID:clock.asylum_year\r\n",
        b"SUMMARY:Case task R-7 Wang\r\n",
    ],
)
def test_what_would_tell_is_found(planted: bytes) -> None:
    made = calendar_file("R-7", [deadline()], TODAY)
    assert strange(made.replace(b"CLASS:PRIVATE\r\n", planted)) != []


def test_a_moved_day_keeps_its_identifier_and_another_case_has_another() -> None:
    one, moved = (uids("R-7", deadline(received_by=day)) for day in (dt.date(2027, 2, 28), dt.date(2027, 3, 5)))
    assert one == moved
    assert one != uids("R-8", deadline())
    assert one != uids("R-7", deadline(subject="family[1]"))


def uids(reference: str, one: Deadline) -> list[str]:
    return [str(event["UID"]) for event in Calendar.from_ical(calendar_file(reference, [one], TODAY)).walk("VEVENT")]


def test_a_day_that_is_over_has_no_event_and_today_has_one() -> None:
    days = [deadline(received_by=TODAY), deadline(received_by=TODAY - dt.timedelta(1), subject="family[1]")]
    events = Calendar.from_ical(calendar_file("R-7", days, TODAY)).walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == [TODAY]


def test_no_invented_client_is_named_in_any_byte(library: Library) -> None:
    found = 0
    for path in example_cases(library):
        _, case = open_case(path, library)
        content = calendar_file("R-7", assess_case(path, library, as_of=TODAY).deadlines, TODAY)
        assert strange(content) == []
        text = content.decode().replace("\r\n ", "").casefold()
        assert [name for name in names(case) if re.search(rf"\b{re.escape(name)}\b", text)] == []
        found += text.count("begin:vevent")
    assert found


def names(case: Case) -> set[str]:
    """Return every part of every name in a case."""
    values = [answer.value for answer in case.current.values()]
    parts = [part for name in values if isinstance(name, PersonName) for part in (name.family, name.given, name.native)]
    return {part.casefold() for part in parts if part}
