"""How a case's answers stand, as the board and the figures may tell it.

Of its next clock the month, never the day, and not what it is about; of its answers what they say on the menus of a
summary, which name nobody.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from legalassist.api.opening import open_interview
from legalassist.api.placing_board import board
from legalassist.api.placing_steps import add_to_shelf
from legalassist.assessments.assess import live_facts
from legalassist.law.deadlines import deadlines
from legalassist.library import Library
from legalassist.placement.menus import ReadMenus, read_menus
from legalassist.placement.steps import Clocked
from legalassist.stores.cases import OpenCase, open_dossier, read_case
from legalassist.stores.chain import Stream, read_head
from legalassist.stores.listing import list_cases
from legalassist.stores.records import Kind
from legalassist.stores.store import OpenStore


@dataclass(frozen=True, slots=True)
class Read:
    """What a case has on the menus, the day that was kept (empty: not kept), how many of its records were read."""

    values: Mapping[str, str]
    on: str
    answers: int = 0


def clock_of(
    store: OpenStore, opened: OpenCase, library: Library, at: dt.datetime, menus: ReadMenus | None = None
) -> Clocked:  # fmt: skip
    """Return how a case's answers stand today: the month of the next day that binds, and its values on the menus.

    A birthday or a letter's own day would tell whose case it is; placement.md, section 3 (give the month).
    """
    facts = live_facts(open_interview(library, opened.case.interview), opened.case)
    ahead = [one.received_by for one in deadlines(facts, as_of=at.date()) if not one.passed]
    return Clocked(
        on=at.date().isoformat(), by=store.person.name, case=opened.dossier.id.hex(),
        month=f"{min(ahead):%Y-%m}" if ahead else "", values=(menus or read_menus(library)).answers(facts),
        answers=opened.head.count, began=opened.header.opened_at[:10],
    )  # fmt: skip


def read_clocks(store: OpenStore, library: Library, at: dt.datetime) -> int:
    """Read anew how every case on the board stands that this person's keys open; return of how many.

    Raises StoreError for whoever is not in the placement group. A closed case has no clock any more, but answers.
    """
    standing, menus = board(store), read_menus(library)
    listed = [one for one in list_cases(store) if one.dossier.hex() in standing]
    with store.reading() as look:
        read = [
            clock_of(store, read_case(look, one, open_dossier(store, look, one)), library, at, menus) for one in listed
        ]
    add_to_shelf(store, at, *read)
    return len(read)


def read_values(
    store: OpenStore, library: Library, menus: ReadMenus, cases: Iterable[str], kept: Mapping[str, Read]
) -> Iterator[tuple[str, Read]]:  # fmt: skip
    """Yield what each of these cases that this person's keys open has on the menus now.

    One whose answers did not change since they were read for the pipeline is not opened again.
    """
    wanted = set(cases)
    listed = [one for one in list_cases(store) if one.dossier.hex() in wanted]
    with store.reading() as look:
        for one in listed:
            dossier, before = open_dossier(store, look, one), kept.get(one.dossier.hex())
            head, _ = read_head(look, Stream.of(dossier.keys, Kind.ANSWERS))
            if before is not None and before.answers == head.count and menus.count(before.values):
                yield one.dossier.hex(), before
                continue
            case = read_case(look, one, dossier).case
            values = menus.answers(live_facts(open_interview(library, case.interview), case))
            yield one.dossier.hex(), Read(values, "", head.count)
