"""Strike records, or erase a case: what must really disappear does, and what must stay (who, when, why) stays.

Afterwards the store's free space is overwritten (`Tables.scrub`). What no program can reach: copies on paper, backups
until they expire, blocks a solid-state disk or a file system has put aside (docs/safety.md).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from legalassist.errors import StoreError
from legalassist.stores import chain, overrides, settlements
from legalassist.stores.cases import OpenCase, append_to_case, open_dossier, read_case
from legalassist.stores.chain import Stream
from legalassist.stores.gone import Gone, Line, apply, write_line
from legalassist.stores.headers import TVISA, Sides
from legalassist.stores.people import GroupKind
from legalassist.stores.read_backs import left_of
from legalassist.stores.records import (
    OF_A_CASE,
    Act,
    Answered,
    Attached,
    BackedUp,
    Determined,
    Kept,
    Kind,
    Overridden,
    ReadAloud,
    Settled,
    Struck,
    Tombstone,
)
from legalassist.stores.sealing import ID_SIZE, derive, name_of
from legalassist.stores.store import OpenStore
from legalassist.stores.tables import Reading, Table
from legalassist.stores.tally import Change, written_time


@dataclass(frozen=True, slots=True)
class Holding:
    """A backup that still holds what was erased: its name, and the day (UTC) it expires."""

    name: str
    expires: str


def _as_it_stands(store: OpenStore, change: Change, opened: OpenCase, kind: GroupKind) -> OpenCase:
    """Return the case as it is within a change, for somebody of a group who removes from it.

    Raises StoreError where the person is not in the group, and for a legal hold, also one that began since the case
    was opened.
    """
    store.required(kind)
    now = read_case(change.tables, opened.listed, open_dossier(store, change.tables, opened.listed))
    if now.held:
        raise StoreError("a legal hold is on this case: nothing of it may be removed", "end the hold first, if you may")
    return now


# ---- strike ----


def redact(  # noqa: PLR0913 -- what, why and when are three things
    store: OpenStore, opened: OpenCase, path: str, why: str, at: datetime, *, sides: Sides = TVISA
) -> OpenCase:
    """Strike every answer ever given to one path; StoreError where there is none."""
    numbers = tuple(one.number for one in opened.kept if isinstance(one.record, Answered) and one.record.path == path)
    if not numbers:
        raise StoreError(f"{path} has no answer that could be struck", "'case history' lists the paths that have")
    return strike(store, opened, numbers, why, at, sides=sides)


_STRIKABLE = (Answered, Determined, ReadAloud, Overridden, Attached)


def same_paper(opened: OpenCase, number: int) -> tuple[int, ...]:
    """Return the numbers of a record and, where it is a paper, of what shows the same: as it came, and cleaned."""
    papers = {one.number: one.record for one in opened.kept if isinstance(one.record, Attached)}
    if number not in papers:
        return (number,)
    came = papers[number].cleaned_from or papers[number].sha256
    return tuple(n for n, paper in papers.items() if n == number or came in {paper.sha256, paper.cleaned_from})


def strike(  # noqa: PLR0913 -- as above
    store: OpenStore, opened: OpenCase, numbers: tuple[int, ...], why: str, at: datetime, *, sides: Sides = TVISA
) -> OpenCase:
    """Shred the content of records of a case's main stream: answers, exhibits, drafts; return the case as it is then.

    An attorney's act: what stays of it carries a mark made with a key of theirs.

    Raises:
        StoreError: no attorney, a legal hold, a record that holds nothing to strike, somebody else saved to the case
            meanwhile, or the store refuses.
    """
    by_number = {one.number: one for one in opened.kept}
    wrong = [n for n in numbers if n not in by_number or not isinstance(by_number[n].record, _STRIKABLE)]
    if wrong:
        raise StoreError(
            f"record {wrong[0]} holds nothing that can be struck", "strike answers, exhibits and documents"
        )
    with store.changing(at) as change:
        stream = _as_it_stands(store, change, opened, GroupKind.ATTORNEYS).stream(Kind.ANSWERS)
        for number in numbers:
            _strike_one(store, change, stream, by_number[number], why, at)
        record = Struck(at=written_time(at), by=store.person.hex, numbers=numbers, why=why)
        append_to_case(store, change, opened, (record,), opened.header)
        after = read_case(change.tables, opened.listed, open_dossier(store, change.tables, opened.listed))
        header = opened.header.describing(after.case, sides)
        after = append_to_case(store, change, after, (), header)
        store.note(change, at, "struck", opened.dossier.id.hex(), f"{len(numbers)} records")
    store.tables.scrub()
    return after


def shred_note(store: OpenStore, opened: OpenCase, contradiction: str, why: str, at: datetime) -> OpenCase:
    """Shred every note on one contradiction; that it was settled, by whom, when and on which answers, stays.

    An attorney's act. Raises StoreError where there is no such note, and what `strike` raises.
    """
    notes = [
        one for one in opened.settled
        if isinstance(one.record, Settled) and one.record.contradiction == contradiction and one.record.note
    ]  # fmt: skip
    if not notes:
        message = "no note on this contradiction could be shredded"
        raise StoreError(message, "'legalassist settle CASE' shows what was settled")
    with store.changing(at) as change:
        now = _as_it_stands(store, change, opened, GroupKind.ATTORNEYS)
        stream = now.stream(Kind.SETTLEMENTS)
        for one in notes:
            _strike_one(store, change, stream, one, why, at)
        record = Struck(at=written_time(at), by=store.person.hex, numbers=tuple(one.number for one in notes), why=why)
        chain.append(change, stream, (record,), opened.settled_head)
        store.note(change, at, "shredded a note", opened.dossier.id.hex(), f"{len(notes)} records")
        after = read_case(change.tables, opened.listed, open_dossier(store, change.tables, opened.listed))
    store.tables.scrub()
    return after


def _strike_one(  # noqa: PLR0913, PLR0917 -- a private step of the above
    store: OpenStore, change: Change, stream: Stream, kept: Kept, why: str, at: datetime
) -> None:
    """Put a tombstone in a record's place, remove its chunks, and write the line that travels."""
    record = kept.record
    was = chain.digest_of(change.tables, stream, kept.number).hex()
    stone = Tombstone(at=written_time(at), by=store.person.hex, why=why, was=was, was_kind=getattr(record, "kind", ""))
    owners: tuple[str, ...] = ()
    if isinstance(record, Answered):
        left = {"number": record.number, "path": record.path, "entered_by": record.entered_by}
        stone = stone.model_copy(update=left | {"entered_at": record.entered_at})
    elif isinstance(record, Determined):
        left = {"path": f"{record.item}|{record.about}", "entered_by": record.attorney}
        stone = stone.model_copy(update=left | {"entered_at": record.entered_at})
    elif isinstance(record, ReadAloud):
        stone = stone.model_copy(update=left_of(record))
    elif isinstance(record, Overridden):
        stone = stone.model_copy(update=overrides.left_of(record))
    elif isinstance(record, Settled):
        stone = stone.model_copy(update=settlements.left_of(record))
    elif isinstance(record, Attached):
        owners = (record.chunks,)
        stone = stone.model_copy(update={"entered_by": record.by, "entered_at": record.at})
    sealed = chain.entomb(change, stream, kept.number, _marked(store, stream, kept.number, stone))
    for owner in owners:
        change.delete(Table.CHUNKS, bytes.fromhex(owner))
    gone = Gone(what="struck", at=stone.at, owners=owners, tombstone=sealed.hex())
    write_line(change, store.ring, Line(stream.id, stream.name(kept.number), gone))


def _marked(store: OpenStore, stream: Stream, number: int, stone: Tombstone) -> Tombstone:
    """Return a tombstone with the mark that says an attorney put it there; StoreError for who has not the key."""
    key = derive(store.required(GroupKind.ATTORNEYS).shelf.first, "strikes")
    said = f"{stream.id.hex()} {number} {stone.model_dump_json(exclude={'mark'}, exclude_defaults=True)}"
    return stone.model_copy(update={"mark": name_of(key, said).hex()})


def unmarked(store: OpenStore, stream: Stream, kept: Iterable[Kept]) -> Iterator[int]:
    """Yield the records of a stream that lost their content without an attorney's mark, as far as the person can tell.

    Only attorneys and supervisors can tell; for everybody else there is nothing to yield.
    """
    if store.ring.holds(GroupKind.ATTORNEYS):
        stones = ((one.number, one.record) for one in kept if isinstance(one.record, Tombstone))
        yield from (number for number, stone in stones if stone != _marked(store, stream, number, stone))


# ---- erase ----


def erase(store: OpenStore, opened: OpenCase, at: datetime) -> tuple[Holding, ...]:
    """Erase a case: keys, headers, streams, exhibits; return the backups that still hold it, and until when.

    A supervisor's act. The audit keeps a line with the dossier's random id.

    Raises:
        StoreError: no supervisor, a legal hold, or a store that refuses.
        NotOverwritten: the case is erased, but its old place in the file could not be overwritten.
    """
    dossier = opened.dossier.id
    with store.changing(at) as change:
        opened = _as_it_stands(store, change, opened, GroupKind.SUPERVISORS)
        owners = tuple(owner.hex() for owner in _owners(change.tables, opened))
        gone = Gone(what="erased", at=written_time(at), dossier=dossier.hex(), owners=owners)
        line = Line(dossier, store.randomness(ID_SIZE), gone)
        apply(change, line)
        write_line(change, store.ring, line)
        store.note(change, at, "erased a case", dossier.hex())
    store.tables.scrub()
    return holding(store, opened.header.opened_at, at)


def _owners(look: Reading, opened: OpenCase) -> list[bytes]:
    """Return the ids under which rows of a case lie: itself, its streams, its papers, a restricted one's group."""
    owners = [opened.dossier.id]
    for kind in OF_A_CASE:
        stream = opened.stream(kind)
        owners.append(stream.id)
        kept = opened.kept if kind is Kind.ANSWERS else chain.read(look, stream)[0]
        owners += [bytes.fromhex(one.record.chunks) for one in kept if isinstance(one.record, Attached)]
    if opened.header.restricted:
        groups = {group for _, group, _ in look.rows(Table.LOCKS, opened.dossier.id)}
        shelves = {owner for owner, group, _ in look.rows(Table.LOCKS) if group in groups}
        owners += sorted((groups | shelves) - {opened.dossier.id})
    return owners


def holding(store: OpenStore, since: str, at: datetime) -> tuple[Holding, ...]:
    """Return the backups made since a time (as records write it) that have not expired at `at`."""
    now = written_time(at)
    made = backups_made(store)
    return tuple(Holding(one.name, one.expires) for one in made if one.at >= since and one.expires > now)


NOT_MADE = "a backup was not made"
"""The audit line of a backup whose file could not be written, after the line that announced it."""


def backups_made(store: OpenStore) -> tuple[BackedUp, ...]:
    """Return the records of the backups that were made, those whose file could not be written left out."""
    records = [one.record for one in store.read(store.shelf_stream(Kind.AUDIT))[0]]
    failed = {one.detail for one in records if isinstance(one, Act) and one.what == NOT_MADE}
    return tuple(one for one in records if isinstance(one, BackedUp) and one.code not in failed)
