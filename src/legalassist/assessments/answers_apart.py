"""Answers of which one says no and another shows yes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from legalassist.assessments.contradiction import ASK_HER, PAPERS, Contradiction, Found, Look
from legalassist.law.family import GROUP as FAMILY

Test = Callable[[Look, str], bool]


def _no(look: Look, path: str) -> bool:
    return look.no(path)


def _yes(look: Look, path: str) -> bool:
    return look.yes(path)


def _some(look: Look, path: str) -> bool:
    """Say whether a group has a row."""
    return bool(look.rows(path))


def _none(look: Look, path: str) -> bool:
    return look.none(path)


def _known(look: Look, path: str) -> bool:
    return look.value(path) is not None


def _is(*words: str) -> Test:
    return lambda look, path: look.text(path) in words


@dataclass(frozen=True, slots=True)
class Apart:
    """Two answers that do not go together: each with its test, and what to ask."""

    one: str
    first: Test
    other: str
    second: Test
    about: str
    settle: str = ASK_HER


_TABLE = (
    Apart("first.in_court", _no, "first.hearing_date", _known, "no case in court, and a day of a hearing", PAPERS),
    Apart("first.removal_order", _no, "orders", _some, "no order to leave, and an order is described", PAPERS),
    Apart("first.earlier_filing", _no, "filings", _some,
          "nothing was sent in before, and a filing is described", PAPERS),
    Apart("first.earlier_filing", _yes, "filings", _none,
          "something was sent in before, and no filing is described", PAPERS),
    Apart("reporting.reported", _no, "reporting.agency", _known, "nobody told an agency, and an agency is named"),
    Apart("reporting.reported", _no, "reporting.case_number", _known,
          "nobody told an agency, and it gave a number", PAPERS),
    Apart("reporting.asked_for_help", _no, "requests", _some, "no agency asked for help, and a request is described"),
    Apart("reporting.asked_for_help", _yes, "requests", _none, "an agency asked for help, and no request is described"),
    Apart("presence.left_since", _no, "presence.let_in_for_case", _yes,
          "never left since then, and let in to talk to officials"),
    Apart("client.passport_held_by", _is("never"), "client.passport_number", _known,
          "there never was a passport, and it has a number", PAPERS),
    Apart("first.detained", _yes, "presence.how_it_ended", _is("still_there"),
          "held by officials, and still with the people who did it"),
    Apart("representation.has", _no, "representation.charged", _yes, "nobody helps with papers, and asked for money"),
    Apart("past.military", _is("none", "school"), "past.weapons", _yes,
          "no training with soldiers but at school, and trained with weapons"),
    Apart("visa.untrue", _no, "claims.us_citizen", _yes, "nothing untrue was said, and called a U.S. citizen"),
    Apart("contact.phone_watched", _yes, "contact.message_ok", _yes,
          "somebody may see the phone, and messages are welcome", "Agree on a safe way before anything is sent."),
    Apart("placement.may_offer", _no, "placement.yes_date", _known,
          "no to being offered, and a day of the yes", PAPERS),
)  # fmt: skip


ASKING = ("request_for_evidence", "intent_to_deny")
"""Letters of the government that papers can answer."""


def answers_apart(look: Look) -> Found:
    """Yield every pair of answers that do not go together."""
    for pair in _TABLE:
        if pair.first(look, pair.one) and pair.second(look, pair.other):
            yield Contradiction("answers", (pair.one, pair.other), pair.about, pair.settle)
    yield from _relatives(look)
    yield from _arrests(look)
    yield from _departures(look)
    yield from _notices(look)


def _relatives(look: Look) -> Found:
    for row in look.rows(FAMILY):
        country = look.text(f"{row}.residence_country")
        if (look.yes(f"{row}.in_us") and country not in ("", "US")) or (look.no(f"{row}.in_us") and country == "US"):
            about = "where a relative is now and where a relative lives are two countries"
            yield Contradiction("relative", (f"{row}.in_us", f"{row}.residence_country"), about)


def _arrests(look: Look) -> Found:
    for row in look.rows("arrests"):
        if look.yes(f"{row}.vacated") and look.text(f"{row}.disposition") not in ("", "convicted"):
            about = "a conviction was set aside, and the record shows none"
            yield Contradiction("arrest", (f"{row}.vacated", f"{row}.disposition"), about, PAPERS)
        if look.no("first.criminal_case") and look.text(f"{row}.disposition") == "open":
            about = "no criminal case is open, and the record of an arrest is"
            yield Contradiction("arrest", ("first.criminal_case", f"{row}.disposition"), about, PAPERS)
    if look.none("arrests") and look.yes("first.detained"):
        about = "held in detention now, and never arrested or held"
        yield Contradiction("arrest", ("first.detained", "arrests"), about)


def _departures(look: Look) -> Found:
    """Yield departures that do not fit what was said about leaving."""
    ended = look.date("trafficking.last_date")
    for row in look.rows("departures"):
        left = look.date(f"{row}.left_on")
        if look.no("presence.left_since") and ended is not None and left is not None and ended.before(left):
            about = "never left since then, and a departure after it"
            yield Contradiction("departure", ("presence.left_since", f"{row}.left_on"), about)
        if look.yes(f"{row}.sent_out") and look.no("first.removal_order"):
            about = "no order to leave, and sent out by an officer or a judge"
            yield Contradiction("departure", ("first.removal_order", f"{row}.sent_out"), about, PAPERS)


def _notices(look: Look) -> Found:
    """Yield one receipt number on two first notices, and a hearing that nobody has a case for."""
    seen: dict[str, str] = {}
    for row in look.rows("notices"):
        path, kind = f"{row}.receipt_number", look.text(f"{row}.kind")
        number = look.text(path)
        if kind == "receipt" and number:
            if number in seen:
                yield Contradiction("notice", (seen[number], path), "one receipt number stands on two receipts", PAPERS)
            seen[number] = path
        if kind == "hearing" and look.no("first.in_court"):
            about = "no case in court, and a letter about a hearing"
            yield Contradiction("notice", ("first.in_court", f"{row}.kind"), about, PAPERS)
    for row in look.rows("exhibits"):
        path = f"{row}.answers_letter"
        letter = f"notices[{look.value(path)}]"
        if letter in look.rows("notices") and look.text(f"{letter}.kind") not in {"", *ASKING}:
            about = "a paper answers a letter that asks for nothing"
            yield Contradiction("notice", (path, f"{letter}.kind"), about, PAPERS)


def paths_of_the_table() -> Iterator[str]:
    """Yield every fact the table names, for the check that they are asked."""
    for pair in _TABLE:
        yield from (pair.one, pair.other)
