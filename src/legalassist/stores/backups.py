"""Back the store up while it is in use, and restore it into an empty place, checked before anything takes its name.

A backup is one consistent look at every row, in a parcel sealed to the recovery key and up to two supervisors. It is
rows, not a copy of the database's file: it restores into another database as well, needs no temporary file, and holds
nothing of what free pages remember.
"""

import json
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from legalassist.errors import StoreError
from legalassist.stores import chain, gone, sqlite
from legalassist.stores.erasing import NOT_MADE, backups_made
from legalassist.stores.keypairs import KeyPair
from legalassist.stores.parcels import (
    BACKUP,
    Opener,
    Recipient,
    exactly,
    open_parcel,
    refuse_place,
    shown_name,
    write_parcel,
)
from legalassist.stores.people import GroupKind, Person, Role
from legalassist.stores.records import BackedUp, HeadIssued, Kind
from legalassist.stores.sealing import Randomness
from legalassist.stores.slots import Slot
from legalassist.stores.store import OpenStore, open_with
from legalassist.stores.tables import Reading, Row, Table, Tables
from legalassist.stores.tally import StoreHead, written_time
from legalassist.stores.verifying import problems

KEPT_FOR = timedelta(days=35)
MOST_SUPERVISORS = 2
_ROW = struct.Struct(">B16s16sI")
_ORDER = tuple(Table)
_END = 255
_LARGEST_ROW = 1 << 30


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made: the head in it, the code to print, the day it expires; `gone` is to lie beside it."""

    head: StoreHead
    code: str
    expires: str
    gone: bytes


@dataclass(frozen=True, slots=True)
class Restored:
    """A store that was restored: the head of the backup, and how many erasures and strikes were made again."""

    head: StoreHead
    made_at: str
    again: int


# ---- back up ----


def back_up(store: OpenStore, path: Path, supervisors: tuple[Person, ...], at: datetime) -> Made:
    """Write a backup that opens for the recovery key and one or two supervisors.

    The audit gets its line first, so that the backup knows of itself; other people may save meanwhile. Raises
    StoreError for people who are no supervisors, a taken name, or a disk that fails.
    """
    refuse_place(path)
    recipients = _recipients(store, supervisors)
    name = shown_name(path)
    expires = written_time(at + KEPT_FOR)
    with store.changing(at) as change:
        stream = store.shelf_stream(Kind.AUDIT)
        code = change.head.code(store.ring.store_key)
        record = BackedUp(
            at=written_time(at), by=store.person.hex, name=name, changes=change.head.changes, code=code,
            opens_for=tuple(one.person.hex() for one in recipients), expires=expires,
        )  # fmt: skip
        chain.append(change, stream, (record,), chain.read_head(change.tables, stream)[0])
    try:
        with store.reading() as look:
            head, missing = store.head, gone.written_list(look)
            about = {"made_at": written_time(at), "changes": head.changes, "expires": expires}
            write_parcel(path, BACKUP, recipients, _dump(look, about), store.randomness)
    except StoreError:
        with suppress(StoreError), store.changing(at) as change:  # a full disk may refuse this line as well
            store.note(change, at, NOT_MADE, detail=code)
        raise
    return Made(head, code, expires, missing)


def _recipients(store: OpenStore, supervisors: tuple[Person, ...]) -> list[Recipient]:
    """Return who opens the backup; StoreError where somebody named is no supervisor of this store."""
    if not 1 <= len({one.id for one in supervisors}) <= MOST_SUPERVISORS:
        raise StoreError("a backup opens for the recovery key and one or two supervisors", "name one or two people")
    recipients = []
    people = {one.id: one for one in store.people()}
    with store.reading() as look:
        for one in supervisors:
            written = look.get(Table.SLOTS, one.id, one.id)
            if written is None or people.get(one.id) != one or one.role is not Role.SUPERVISOR:
                raise StoreError("a backup opens for supervisors only", "name people who are supervisors here")
            recipients.append(Recipient(one.id, one.public, Slot.read(one.id, written)))
    recipients += [Recipient(one.id, one.public) for one in people.values() if one.role is Role.RECOVERY]
    return recipients


def _dump(look: Reading, about: dict[str, object]) -> Iterator[bytes]:
    """Yield what a backup says about itself, every row, and how many there were."""
    written = json.dumps(about).encode()
    yield len(written).to_bytes(4) + written
    count = 0
    for number, table in enumerate(_ORDER):
        for owner, row, sealed in look.rows(table):
            yield _ROW.pack(number, owner, row, len(sealed)) + sealed
            count += 1
    yield _ROW.pack(_END, bytes(16), bytes(16), count)


# ---- restore ----


def restore(  # noqa: PLR0913 -- what, where, who, when, chance, and what was erased since
    path: Path,
    into: Path,
    opener: Opener,
    at: datetime,
    randomness: Randomness,
    *,
    erased: Iterable[bytes] = (),
) -> Restored:
    """Restore a backup into a new file, after it was read whole and checked; what was erased since is erased again.

    `erased`: lists of what is gone, from beside newer backups or from the store that is still there. Raises StoreError,
    with nothing left behind, where a store stands at `into`, or the backup is damaged, cut off, or does not open.
    """
    if into.exists():
        raise StoreError(f"{into.name} is there already", "a backup is restored beside a store, never over it")
    beside = into.with_name(f".{into.name}.restoring")
    sqlite.remove(beside)
    tables = sqlite.make(beside)
    try:
        done = restore_rows(path, tables, opener, at, randomness, erased=erased)
        tables.close()
        beside.rename(into)  # its log was brought in and removed when the last connection closed
        sqlite.sync_folder(into.parent)
    except OSError as wrong:
        raise StoreError(f"{into.name} could not be written: {wrong.strerror}", "make room, then try again") from None
    finally:
        tables.close()
        sqlite.remove(beside)
    return done


def restore_rows(  # noqa: PLR0913 -- as above
    path: Path, tables: Tables, opener: Opener, at: datetime, randomness: Randomness, *, erased: Iterable[bytes] = ()
) -> Restored:
    """Do the same into empty tables of any kind; a failure may leave rows in them, so the caller throws them away."""
    with open_parcel(path, BACKUP, opener) as (person, pair, pieces):
        about = _load(tables, pieces, path.name)
    store = _open(tables, (person, pair), randomness)
    if wrong := problems(store):
        raise StoreError(f"{path.name} does not hold a whole store: {wrong[0]}", "restore another backup")
    return Restored(store.head, str(about.get("made_at", "")), apply_gone(store, erased, at))


def _open(tables: Tables, owner: tuple[bytes, KeyPair], randomness: Randomness) -> OpenStore:
    with tables.reading() as look:
        return open_with(tables, look, owner, randomness)


def _load(tables: Tables, pieces: Iterator[bytes], name: str) -> dict[str, object]:
    """Put a backup's rows into empty tables, in one change; StoreError where they end early or follow no order."""
    take = exactly(pieces, name)
    about: dict[str, object] = json.loads(take(int.from_bytes(take(4))))
    with tables.writing() as writing:
        if any(any(True for _ in writing.rows(table)) for table in _ORDER):
            raise StoreError("there are rows already where the backup should go", "restore into an empty place")
        for number, (table, row) in enumerate(_rows(take, name)):
            if table is None:
                if number != int.from_bytes(row[2]):
                    raise StoreError(f"{name} does not hold all its rows", "restore another backup")
                break
            writing.add(table, *row)
    if next(pieces, b""):
        raise StoreError(f"{name} holds more than its rows", "restore another backup")
    return about


def _rows(take: Callable[[int], bytes], name: str) -> Iterator[tuple[Table | None, Row]]:
    """Yield the rows of a backup; the last has no table, and the count where the bytes would be."""
    while True:
        number, owner, row, length = _ROW.unpack(take(_ROW.size))
        if number == _END:
            yield None, (owner, row, length.to_bytes(4))
            return
        if number >= len(_ORDER) or length > _LARGEST_ROW:
            raise StoreError(f"{name} was written by a newer legalassist", "install the newer program here")
        yield _ORDER[number], (owner, row, take(length))


def apply_gone(store: OpenStore, erased: Iterable[bytes], at: datetime) -> int:
    """Make erasures and strikes again that this store does not know yet or no longer shows; return how many."""
    known = {line.row: line for one in erased for line in gone.lines(gone.read_list(one, store.id), store.ring)}
    with store.reading() as look:
        known |= {line.row: line for line in gone.lines(look.rows(Table.GONE), store.ring)}
    again = 0
    with store.changing(at, clock_wrong=True) as change:
        for line in known.values():
            gone.write_line(change, store.ring, line)
            again += gone.apply(change, line)
        store.note(change, at, "restored", detail=f"{again} erasures and strikes made again")
    store.tables.scrub()
    return again


# ---- the head elsewhere ----


def issue_head(store: OpenStore, at: datetime) -> str:
    """Return the code of the store's head for a printed receipt, and note in the audit that it went out."""
    with store.changing(at) as change:
        stream = store.shelf_stream(Kind.AUDIT)
        code = change.head.code(store.ring.store_key)
        record = HeadIssued(at=written_time(at), by=store.person.hex, changes=change.head.changes, code=code)
        chain.append(change, stream, (record,), chain.read_head(change.tables, stream)[0])
    return code


def check_head(store: OpenStore, code: str) -> None:
    """Raise StoreError unless the store went through the head whose code stands on a receipt or in a backup's record.

    It proves that nothing since that receipt was taken back. It proves nothing about changes by somebody who holds the
    store's keys, nor about what came after the newest code that is kept elsewhere.
    """
    code = code.strip().upper()
    kept, _ = store.read(store.shelf_stream(Kind.AUDIT))
    issued = {one.record.code for one in kept if isinstance(one.record, HeadIssued | BackedUp)}
    if code in issued or code == store.head.code(store.ring.store_key):
        return
    changes = code.partition("-")[0]
    older = changes.isdigit() and int(changes) > store.head.changes
    message = "the store is older than this code" if older else "the store never was at this code"
    hint = "it was put back to an earlier state, or the code is mistyped or of another store"
    raise StoreError(message, f"{hint}; keep this file and restore the newest backup beside it")


def opened_by_recovery(store: OpenStore, at: datetime) -> tuple[str, ...]:
    """Return the backups, not yet expired, that today's recovery key opens: all of them open for one."""
    store.required(GroupKind.SUPERVISORS)
    return tuple(one.name for one in backups_made(store) if one.expires > written_time(at))


def opened_by(store: OpenStore, person: Person, at: datetime) -> tuple[str, ...]:
    """Return the backups, not yet expired, that a person's passphrase still opens."""
    store.required(GroupKind.SUPERVISORS)
    made = backups_made(store)
    return tuple(one.name for one in made if person.hex in one.opens_for and one.expires > written_time(at))
