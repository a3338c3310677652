"""What the clinic waits for, and owes: records, the client's yes to contacts and releases, what it promised her."""

from collections.abc import Iterator

from legalassist.assessments.missing import Kind, MissingItem
from legalassist.facts.known import Facts, known_value
from legalassist.facts.paths import numbers_of
from legalassist.law.rule import subjects

RECORDS, CONTACTS, MEETINGS = "records", "contacts", "meetings"
_NOT_SENT = "the request has not gone out yet"
_NO_ANSWER = "asked for, and no answer has come yet"
_NO_YES = "a contact with an agency without the day on which the client agreed: the log is not made"
_NO_RELEASE = (
    "health records without a release the client signed: no text of one is kept here, as no source for one was read; "
    "use the form of the office or the State"
)
_PROMISED = "promised to the client, and not done yet"


def awaited(facts: Facts) -> tuple[MissingItem, ...]:
    """Return the records that have not come, what lacks the client's recorded yes, and promises that were not kept."""
    return (*_records(facts), *_releases(facts), *_contacts(facts), *_promises(facts))


def _releases(facts: Facts) -> Iterator[MissingItem]:
    """Yield the requests for health records that have not gone out and have no signed release."""
    for row in subjects(facts, RECORDS):
        path = f"{row}.release_signed_on"
        waiting = known_value(facts, f"{row}.asked_on") is None and known_value(facts, f"{row}.answered_on") is None
        if known_value(facts, f"{row}.kind") == "medical" and waiting and known_value(facts, path) is None:
            said = f"Request {numbers_of(row)[-1]} in the list of records"
            yield MissingItem(Kind.ANSWER, path, RECORDS, _NO_RELEASE, said)


def _promises(facts: Facts) -> Iterator[MissingItem]:
    """Yield what the clinic promised in a meeting and nobody has done."""
    for row in subjects(facts, MEETINGS):
        path = f"{row}.kept_on"
        if known_value(facts, f"{row}.promised") is not None and known_value(facts, path) is None:
            said = f"Meeting {numbers_of(row)[-1]} in the list of meetings"
            yield MissingItem(Kind.ANSWER, path, MEETINGS, _PROMISED, said)


def _records(facts: Facts) -> Iterator[MissingItem]:
    """Yield each request that nobody answered. One that still has to go out is owed by the office, not by the agency.

    A sealed record needs the client's own request: then it is hers.
    """
    for row in subjects(facts, RECORDS):
        if known_value(facts, f"{row}.answered_on") is not None:
            continue
        said = f"Request {numbers_of(row)[-1]} in the list of records"
        if known_value(facts, f"{row}.asked_on") is not None:
            yield MissingItem(Kind.RECORD, row, RECORDS, _NO_ANSWER, said)
        elif known_value(facts, f"{row}.sealed") is True:
            why = f"{_NOT_SENT}; the record is sealed, and needs the client's own signed request"
            yield MissingItem(Kind.REQUEST, row, RECORDS, why, said)
        else:
            yield MissingItem(Kind.REQUEST, f"{row}.asked_on", RECORDS, _NOT_SENT, said)


def _contacts(facts: Facts) -> Iterator[MissingItem]:
    """Yield the contacts that are on record without the client's yes to them."""
    for row in subjects(facts, CONTACTS):
        if known_value(facts, f"{row}.agreed_on") is None:
            said = f"Contact {numbers_of(row)[-1]} in the list of contacts"
            yield MissingItem(Kind.ANSWER, f"{row}.agreed_on", CONTACTS, _NO_YES, said)
