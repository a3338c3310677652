"""The next of a case's clocks, as the board may tell it: a month, never the day, and not what it is about."""

import datetime as dt

from legalassist.api.opening import open_interview
from legalassist.api.placing_board import board
from legalassist.api.placing_steps import add_to_shelf
from legalassist.assessments.assess import live_facts
from legalassist.law.deadlines import deadlines
from legalassist.library import Library
from legalassist.placement.steps import Clocked
from legalassist.stores.cases import OpenCase, open_case
from legalassist.stores.listing import list_cases
from legalassist.stores.store import OpenStore


def clock_of(store: OpenStore, opened: OpenCase, library: Library, at: dt.datetime) -> Clocked:
    """Return the month of the next day that binds in a case, by its answers as of today; empty where none is known.

    A birthday or a letter's own day would tell whose case it is; placement.md, section 3 (give the month).
    """
    facts = live_facts(open_interview(library, opened.case.interview), opened.case)
    ahead = [one.received_by for one in deadlines(facts, as_of=at.date()) if not one.passed]
    month = f"{min(ahead):%Y-%m}" if ahead else ""
    return Clocked(on=at.date().isoformat(), by=store.person.name, case=opened.dossier.id.hex(), month=month)


def read_clocks(store: OpenStore, library: Library, at: dt.datetime) -> int:
    """Read anew the clocks of every case on the board that this person's keys open; return of how many.

    Raises StoreError for whoever is not in the placement group. A closed case has no clock any more.
    """
    standing = board(store)
    open_ones = [
        one.header.number
        for one in list_cases(store)
        if (there := standing.get(one.dossier.hex())) is not None and there.stage != "closed"
    ]
    add_to_shelf(store, at, *(clock_of(store, open_case(store, number), library, at) for number in open_ones))
    return len(open_ones)
