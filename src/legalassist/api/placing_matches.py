"""Attorneys from firms' lists into the store, and the ranked list for a case."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from legalassist.api.placing_kept import last_summary
from legalassist.api.placing_steps import add_to_shelf, moves, of_a_case, of_the_shelf
from legalassist.errors import UsageError
from legalassist.library import Library
from legalassist.placement.firms import Attorney, Taken, read_attorneys
from legalassist.placement.matching import Match, Needs, conflicts, left_out, ranked
from legalassist.placement.menus import read_menus
from legalassist.placement.releases import Answered
from legalassist.placement.stages import RETURNED
from legalassist.stores.cases import OpenCase
from legalassist.stores.headers import Side
from legalassist.stores.spelling import plain
from legalassist.stores.store import OpenStore
from legalassist.stores.tally import written_time

_ADVERSE = frozenset({Side.ADVERSE.value, Side.BUSINESS.value})


def take_in(store: OpenStore, path: Path, at: dt.datetime) -> tuple[Attorney, ...]:
    """Take a firm's list in, whole or not at all; raises DocumentError with every row that is wrong."""
    try:
        data = path.read_bytes()
    except OSError as wrong:
        raise UsageError(f"{path} cannot be read: {wrong.strerror}", hint="name a CSV or XLSX file") from None
    found = read_attorneys(path.name, data, at.date(), store.person.name)
    add_to_shelf(store, at, *found)
    return found


def attorneys(store: OpenStore) -> tuple[Attorney, ...]:
    """Return every attorney as the last list says, with the capacity that is left of it."""
    entered = of_the_shelf(store, Attorney)
    with_them, every = tuple(_with_an_attorney(store)), _by_person(entered)
    return tuple(
        one.model_copy(update={"capacity": _left(one, with_them, {other.email for other in every[one.person]})})
        for one in _listed(entered)
    )


def _listed(entered: Iterable[Attorney]) -> tuple[Attorney, ...]:
    """Return the entries that hold: a later one of the same address, or of the same name and firm, takes a place."""
    found: dict[str, Attorney] = {}
    for one in entered:
        found.pop(one.email, None)
        found[one.email] = one
    return tuple({one.person: one for one in found.values()}.values())


def _by_person(entered: Iterable[Attorney]) -> dict[tuple[str, str], list[Attorney]]:
    """Return everybody's entries: a case taken under an old address is theirs as well."""
    found: dict[tuple[str, str], list[Attorney]] = {}
    for one in entered:
        found.setdefault(one.person, []).append(one)
    return found


def _with_an_attorney(store: OpenStore) -> Iterator[Taken]:
    """Yield, of the cases that an attorney took, those that did not come back and are not closed since."""
    over = {one.case: one.at for one in moves(store) if one.stage in {RETURNED, "closed"}}
    for one in {one.case: one for one in of_the_shelf(store, Taken)}.values():
        if one.at > over.get(one.case, ""):
            yield one


def _left(attorney: Attorney, taken: Iterable[Taken], addresses: Collection[str]) -> int:
    """Return how many cases somebody can still take: a list counts what they had when it was written."""
    since = sum(one.email in addresses and one.on >= attorney.on for one in taken)
    return max(0, attorney.capacity - since)


def taking(store: OpenStore, opened: OpenCase, firm: str, email: str, at: dt.datetime) -> Taken:
    """Return that an attorney of a firm takes a case.

    UsageError for a mail address that is on no list of this firm, and for who declared a conflict with somebody of it.
    """
    listed = {one.email: one for one in _listed(of_the_shelf(store, Attorney))}
    found = listed.get(email.strip().casefold())
    if found is None or plain(found.firm) != plain(firm):
        message = "this mail address is on no list of this firm"
        raise UsageError(message, hint="'legalassist placement firms' shows who is known; take the firm's list in")
    if any(conflicts(said, name) for said in found.conflicts for name in _adverse(opened)):
        message = "this attorney declared a conflict with an adverse name of the case"
        hint = "another attorney of the firm takes it; where the list is wrong, take the corrected one in first"
        raise UsageError(message, hint)
    return Taken(
        on=at.date().isoformat(), by=store.person.name, email=found.email, case=opened.dossier.id.hex(),
        at=written_time(at),
    )  # fmt: skip


def keep_taking(store: OpenStore, taken: Taken, at: dt.datetime) -> int:
    """Keep that an attorney took a case; return how many more they can take."""
    add_to_shelf(store, at, taken)
    return next(one.capacity for one in attorneys(store) if one.email == taken.email)


def matches(store: OpenStore, opened: OpenCase, library: Library) -> tuple[Match, ...]:
    """Return whom to ask about a case, ranked with reasons; UsageError where it has no summary yet."""
    every = _by_person(of_the_shelf(store, Attorney)).values()
    first: dict[str, str] = {}
    for one in (one for entries in every for one in entries):
        first.setdefault(one.email, one.on)
    for entries in every:  # who waited under an old address has waited
        first |= dict.fromkeys((one.email for one in entries), min(first[one.email] for one in entries))
    return ranked(_needs(store, opened, library), attorneys(store), first)


def not_asked(store: OpenStore, opened: OpenCase, library: Library) -> tuple[int, int]:
    """Return how many attorneys the list leaves out: for want of capacity, and for a declared conflict."""
    return left_out(_needs(store, opened, library), attorneys(store))


def _needs(store: OpenStore, opened: OpenCase, library: Library) -> Needs:
    menus = read_menus(library).menus
    labels = {row.row: row.label for row in menus.rows}
    said = {label: value for label, value in last_summary(store, opened).lines if value != menus.not_stated}
    asked = of_a_case(store, opened, Answered)
    refused = frozenset(plain(one.firm) for one in asked if not one.clear)
    return Needs(
        said.get(labels.get("language", ""), ""), said.get(labels.get("posture", ""), ""), _adverse(opened), refused
    )


def _adverse(opened: OpenCase) -> tuple[str, ...]:
    """Return the names of whoever, and whatever business, is adverse in a case."""
    return tuple(name for side, name, _ in opened.header.parties if side in _ADVERSE)
