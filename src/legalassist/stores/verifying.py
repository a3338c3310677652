"""Look through a whole store and say all that is wrong with it: what the person's keys open is read to the end."""

from collections.abc import Iterator

from legalassist.errors import StoreError
from legalassist.stores import chain, gone
from legalassist.stores.cases import open_dossier, read_case
from legalassist.stores.chain import Stream
from legalassist.stores.erasing import unmarked
from legalassist.stores.exhibits import read_content
from legalassist.stores.listing import Listed, listed_one_by_one
from legalassist.stores.people import SHELF_OF
from legalassist.stores.records import OF_A_CASE, Kind
from legalassist.stores.store import OpenStore
from legalassist.stores.tables import Reading, Table
from legalassist.stores.tally import check_tally


def problems(store: OpenStore) -> tuple[str, ...]:
    """Return what is wrong with tally, streams, headers and every piece of every paper; nothing for a whole store."""
    with store.reading() as look:
        return tuple(dict.fromkeys(_problems(store, look)))


def _problems(store: OpenStore, look: Reading) -> Iterator[str]:
    try:
        check_tally(look, store.id, store.ring.store_key)
        list(gone.lines(look.rows(Table.GONE), store.ring))
    except StoreError as wrong:
        yield wrong.message
    yield from chain.broken_streams(look, _shelf_streams(store))
    for one in listed_one_by_one(store, look):
        if isinstance(one, StoreError):
            yield one.message
        else:
            yield from _case_problems(store, look, one)


def _shelf_streams(store: OpenStore) -> Iterator[Stream]:
    for kind, group in SHELF_OF.items():
        if store.ring.holds(group):
            yield store.shelf_stream(kind)


def _case_problems(store: OpenStore, look: Reading, listed: Listed) -> Iterator[str]:
    """Yield what is wrong with one case; it is named by its number, which whoever verifies may see."""
    named = f"case {listed.header.number}"
    try:
        dossier = open_dossier(store, look, listed)
        opened = read_case(look, listed, dossier)
        for attached in opened.attached:
            for _ in read_content(look, attached):
                pass
    except StoreError as wrong:
        yield f"{named}: {wrong.message}"
        return
    for number in unmarked(store, opened.stream(Kind.ANSWERS), opened.kept):
        yield f"{named}: record {number} was taken away without an attorney's mark"
    for number in unmarked(store, opened.stream(Kind.SETTLEMENTS), opened.settled):
        yield f"{named}: note {number} was taken away without an attorney's mark"
    others = (Stream.of(dossier.keys, kind) for kind in OF_A_CASE if kind is not Kind.ANSWERS)
    yield from (f"{named}: {message}" for message in chain.broken_streams(look, others))
