"""Dates that stand the wrong way round, ages that do not fit them, and stays that overlap."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from legalassist.assessments.contradiction import ASK_HER, CALENDARS, PAPERS, Contradiction, Found, Look
from legalassist.facts.dates import PartialDate, age_on
from legalassist.law.family import GROUP as FAMILY

BORN, RECEIPT = "client.birth_date", "filing.planned_receipt_date"
FIRST, LAST = "trafficking.first_date", "trafficking.last_date"
HOME_SINCE, HOME = "client.physical_since", "client.physical_address"
_YOUNGEST_PARENT = 12
STAMPS = "Ask about short trips; the passport's stamps would show them."

Pair = tuple[str, str, str, str]
"""The path of a date, the path of one that cannot come before it, what to ask when it does, what would settle it."""


def dates_apart(look: Look) -> Found:
    """Yield everything about dates that cannot be so, whatever the missing parts of the dates are."""
    for earlier, later, about, settle in _ordered(look):
        first, second = look.date(earlier), look.date(later)
        if first is not None and second is not None and second.before(first):
            yield Contradiction("order", (earlier, later), about, settle)
    yield from _in_the_future(look)
    yield from _ages(look)
    yield from _stays(look)


_IN_ROWS = (
    ("jobs", "from_date", "to_date", "a job ends before it begins", ASK_HER),
    ("homes", "from_date", "to_date", "a time in a home ends before it begins", ASK_HER),
    ("groups", "from_date", "to_date", "a time in a group ends before it begins", ASK_HER),
    ("departures", "left_on", "returned_on", "a return comes before the departure", PAPERS),
    ("entries", "date", "allowed_until", "the permission to stay ends before the entry", PAPERS),
    ("orders", "date", "left_on", "the departure comes before the order to leave", PAPERS),
    ("notices", "received_on", "due_date", "a letter arrived after the day it names", PAPERS),
)
"""Groups, and two dates of each of their rows, the earlier first."""


def _ordered(look: Look) -> Iterator[Pair]:
    yield FIRST, LAST, "the end of what happened comes before its beginning", CALENDARS
    yield FIRST, "reporting.date", "the report to an agency comes before what happened began", ASK_HER
    yield FIRST, "presence.learned", "learning about the law comes before what happened began", ASK_HER
    yield FIRST, "past.sex_for_value_last", "the last time comes before what happened began", ASK_HER
    yield "client.passport_issued", "client.passport_expires", "the passport expires before it was issued", PAPERS
    yield "filing.granted_date", "filing.status_until", "the status ends before it begins", PAPERS
    for path, about in _after_birth(look):
        yield BORN, path, f"{about} comes before the client was born", CALENDARS
    for group, first, second, about, settle in _IN_ROWS:
        yield from ((f"{row}.{first}", f"{row}.{second}", about, settle) for row in look.rows(group))
    yield from _in_the_family(look)
    yield from _of_marriages(look)


def _after_birth(look: Look) -> Iterator[tuple[str, str]]:
    """Yield the dates that cannot come before the client's birth."""
    yield FIRST, "what happened"
    yield "client.passport_issued", "the passport"
    for group, part, about in (
        ("entries", "date", "an entry"), ("departures", "left_on", "a departure"), ("arrests", "date", "an arrest"),
        ("jobs", "from_date", "a job"), ("groups", "from_date", "a time in a group"), ("filings", "date", "a filing"),
        ("requests", "date", "a request of an agency"),
    ):  # fmt: skip
        yield from ((f"{row}.{part}", about) for row in look.rows(group))


def _in_the_family(look: Look) -> Iterator[Pair]:
    for row in look.rows(FAMILY):
        kind, born = look.text(f"{row}.relation"), f"{row}.birth_date"
        if kind in {"child", "grandchild"}:
            yield BORN, born, "a child is older than the client", CALENDARS
        elif kind == "parent":
            yield born, BORN, "a parent is younger than the client", CALENDARS
        yield born, f"{row}.marriage_date", "a marriage comes before a birth", CALENDARS
        yield BORN, f"{row}.marriage_date", "the marriage comes before the client was born", CALENDARS
        for child in look.rows(f"{row}.children"):
            yield born, f"{child}.birth_date", "a child is older than its parent in the list of the family", CALENDARS


def _of_marriages(look: Look) -> Iterator[Pair]:
    """Yield the beginning and end of earlier marriages, and the present one after them; of relatives as well."""
    spouses = [row for row in look.rows(FAMILY) if look.text(f"{row}.relation") == "spouse"]
    earlier = [(row, spouses, "") for row in look.rows("prior_spouses")]
    for person in look.rows(FAMILY):
        present = [person] if person in spouses else []
        earlier += [(row, present, " of the husband or wife") for row in look.rows(f"{person}.prior_spouses")]
    for row, present, whose in earlier:
        yield f"{row}.married_on", f"{row}.ended_on", "a marriage ends before it begins", CALENDARS
        for one in present:
            about = f"the present marriage begins before an earlier one{whose} ended"
            yield f"{row}.ended_on", f"{one}.marriage_date", about, PAPERS


def _in_the_future(look: Look) -> Found:
    """Yield what has happened by the answers, on a day that has not come."""
    paths = [BORN, FIRST, LAST, "reporting.date", "presence.learned", "client.passport_issued", "placement.yes_date",
             HOME_SINCE, "mailing.checked_on", "mailing.sent_on"]  # fmt: skip
    for group, part in (("entries", "date"), ("departures", "left_on"), ("arrests", "date"), ("filings", "date"),
                        ("notices", "received_on"), ("requests", "date"), (FAMILY, "birth_date"),
                        (FAMILY, "marriage_date"), ("jobs", "from_date"), ("homes", "from_date"),
                        ("departures", "returned_on"), ("homes", "to_date"), ("jobs", "to_date")):  # fmt: skip
        paths += [f"{row}.{part}" for row in look.rows(group)]
    for path in paths:
        said = look.date(path)
        if said is not None and said.earliest > look.as_of:
            yield Contradiction("future", (path,), "this has happened, and its day has not come yet", CALENDARS)


def _ages(look: Look) -> Found:
    """Yield ages that do not fit the dates beside them."""
    for said, day in (("trafficking.age_at_start", FIRST), ("trafficking.age_at_end", LAST)):
        yield from _age(look, said, BORN, day)
    for row in look.rows("groups"):
        yield from _age(look, f"{row}.age_joined", BORN, f"{row}.from_date")
    born = look.date(BORN)
    for row in look.rows(FAMILY):
        kind, theirs = look.text(f"{row}.relation"), look.date(f"{row}.birth_date")
        if born is None or theirs is None or kind not in {"child", "parent"}:
            continue
        older, younger = (born, theirs) if kind == "child" else (theirs, born)
        if 0 <= age_on(older, younger)[1] < _YOUNGEST_PARENT:
            about = "parent and child are fewer than twelve years apart"
            yield Contradiction("ages", (BORN, f"{row}.birth_date"), about, CALENDARS)


def _age(look: Look, path: str, birth: str, day: str) -> Found:
    age, born, when = look.age(path), look.date(birth), look.date(day)
    if age is None or born is None or when is None:
        return
    (low, high), (youngest, oldest) = age.full_years, age_on(born, when)
    if oldest >= 0 and (high < youngest or low > oldest):
        about = "the age that was said does not fit the birth date and the day"
        yield Contradiction("age", (path, birth, day), about, CALENDARS)


def _stays(look: Look) -> Found:
    """Yield entries without a departure between them, and homes, work or arrests here before anybody came."""
    yield from _entries(look)
    entries = [(f"{row}.date", look.date(f"{row}.date")) for row in look.rows("entries")]
    known = [(path, said) for path, said in entries if said is not None]
    if not known or len(known) < len(entries) or not look.facts.rows("entries").complete:
        return
    first_path, first = min(known, key=lambda one: one[1].earliest)
    for path, about in _here(look):
        said = look.date(path)
        if said is not None and said.before(first):
            yield Contradiction(
                "before entry", (first_path, path), f"{about} here comes before the first entry", ASK_HER
            )


def _here(look: Look) -> Iterator[tuple[str, str]]:
    """Yield what began or happened in this country."""
    yield from done_here(look)
    yield from ((f"{row}.left_on", "a departure") for row in look.rows("departures"))
    homes = [(f"{row}.from_date", look.address(f"{row}.address")) for row in look.rows("homes")]
    for path, place in (*homes, (HOME_SINCE, look.address(HOME))):
        if place is not None and place.country == "US":
            yield path, "a home"


def done_here(look: Look) -> Iterator[tuple[str, str]]:
    """Yield the day and the name of what the client did, or what was done to her, in this country."""
    agency = look.address("reporting.agency_address")
    if agency is None or agency.country == "US":
        yield "reporting.date", "a report to an agency"
    yield from ((f"{row}.from_date", "a job") for row in look.rows("jobs"))
    yield from ((f"{row}.date", "an arrest") for row in look.rows("arrests"))


def _entries(look: Look) -> Found:
    """Yield two entries between which nobody left, where all departures are known."""
    departures = [look.date(f"{row}.left_on") for row in look.rows("departures")]
    if not look.facts.rows("departures").complete or None in departures:
        return
    left = [said for said in departures if said is not None]
    entries = sorted(
        ((said.earliest, f"{row}.date", said) for row in look.rows("entries") if (said := look.date(f"{row}.date"))),
        key=lambda one: (one[0], one[1]),
    )
    for (_, one, first), (_, other, second) in pairwise(entries):
        if not any(_may_lie_between(first, departure, second) for departure in left):
            about = "two entries, and no departure between them"
            yield Contradiction("entries", (one, other), about, STAMPS)


def _may_lie_between(first: PartialDate, middle: PartialDate, second: PartialDate) -> bool:
    return middle.latest >= first.earliest and middle.earliest <= second.latest


def overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """Say whether two spans of days share a day."""
    return one[0] <= other[1] and other[0] <= one[1]
