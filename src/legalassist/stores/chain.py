"""A stream: records in one order, each tied to all before it.

A link is the digest of the link before, the record's name and the digest of its sealed bytes. The stream's head holds
how many records there are and the last link, sealed. So a record that is missing, swapped, added or put back is found,
and so is a tail that was cut off. A record's row is named by a MAC of its number: nobody without the key sees an order.

Striking a record puts a *tombstone* in its row: who, when and why, and the digest of what stood there, so that the
links still hold. A later record says that it was struck; a struck record whose content is back is found by it.
"""

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from legalassist.errors import StoreError
from legalassist.stores.records import Kept, Record, Struck, Tombstone, read_record, written_record
from legalassist.stores.sealing import Identity, SealBroken, derive, digest, name_of, seal, unseal
from legalassist.stores.tables import Reading, Table
from legalassist.stores.tally import Change

_HEAD = struct.Struct(">Q32s")
_RECORD, _STONE = b"R", b"T"
_DAMAGED = "nothing was changed; run 'verify', and restore the last backup beside this store"


@dataclass(frozen=True, slots=True)
class Head:
    """What a stream looked like when it was read: how many records, and the last link. Saving hands it back."""

    count: int = 0
    last: bytes = bytes(32)

    def after(self, name: bytes, sealed_digest: bytes) -> "Head":
        """Return the head with one more record."""
        return Head(self.count + 1, digest(self.last, name, sealed_digest))


@dataclass(frozen=True, slots=True)
class Stream:
    """Which stream, and the keys of it, oldest first; `named` is what messages call it, and tells nothing of a client.

    Rows are named with the first key, and sealed under the newest there is when they are written.
    """

    named: str
    id: bytes
    keys: tuple[bytes, ...] = field(repr=False)

    @classmethod
    def of(cls, data_keys: tuple[bytes, ...], kind: str) -> "Stream":
        """Return one of the streams of a dossier, whose data keys these are."""
        purpose = f"stream {kind}"
        return cls(kind, name_of(data_keys[0], purpose), tuple(derive(key, purpose) for key in data_keys))

    def name(self, number: int) -> bytes:
        """Return the name of the row of a record."""
        return name_of(self.keys[0], "record", number)

    @property
    def head_key(self) -> bytes:
        """The key a new head is sealed under."""
        return derive(self.keys[-1], "head")

    def place(self, number: int) -> Identity:
        """Return what a record is bound to."""
        return Identity(Table.RECORDS, self.id, self.name(number), number)


def read_head(look: Reading, stream: Stream) -> tuple[Head, bytes | None]:
    """Return a stream's head and its sealed bytes; an empty stream has none. StoreError where it does not open."""
    sealed = look.get(Table.HEADS, stream.id, stream.id)
    if sealed is None:
        return Head(), None
    try:
        place, keys = Identity(Table.HEADS, stream.id, stream.id), tuple(derive(key, "head") for key in stream.keys)
        count, last = _HEAD.unpack(_unseal_any(keys, sealed, place)[0])
    except (SealBroken, struct.error):
        raise StoreError(f"the head of a {stream.named} stream is damaged or was replaced", _DAMAGED) from None
    return Head(count, last), sealed


def _unseal_any(keys: tuple[bytes, ...], sealed: bytes, place: Identity) -> tuple[bytes, bytes]:
    """Return a row's content and which of the keys opened it, the newest tried first; SealBroken where none does."""
    for key in reversed(keys):
        with suppress(SealBroken):
            return unseal(key, sealed, place), key
    raise SealBroken("none of the keys opens it")


def append(change: Change, stream: Stream, records: tuple[Record, ...], expected: Head) -> Head:
    """Append records and return the new head; StoreError where the stream is not as it was read (`expected`)."""
    head, before = read_head(change.tables, stream)
    if head != expected:
        message = f"somebody else saved to the same {stream.named} stream meanwhile; nothing of this was saved"
        raise StoreError(message, "open it again, look at what was added, and give your entry once more")
    for record in records:
        number, name = head.count + 1, stream.name(head.count + 1)
        sealed = seal(stream.keys[-1], _RECORD + written_record(record), stream.place(number), change.randomness)
        change.add(Table.RECORDS, stream.id, name, sealed)
        head = head.after(name, digest(sealed))
    place = Identity(Table.HEADS, stream.id, stream.id)
    sealed = seal(stream.head_key, _HEAD.pack(head.count, head.last), place, change.randomness)
    if before is None:
        change.add(Table.HEADS, stream.id, stream.id, sealed)
    else:
        change.replace(Table.HEADS, stream.id, stream.id, before, sealed)
    return head


def read(look: Reading, stream: Stream) -> tuple[tuple[Kept, ...], Head]:
    """Return a stream's records with their numbers, and its head; StoreError where anything does not fit."""
    head, _ = read_head(look, stream)
    rows = {row: sealed for _, row, sealed in look.rows(Table.RECORDS, stream.id)}
    kept, walked = [], Head()
    for number in range(1, head.count + 1):
        name = stream.name(number)
        sealed = rows.pop(name, None)
        if sealed is None:
            raise StoreError(f"record {number} of a {stream.named} stream is missing", _DAMAGED)
        record = open_record(stream, number, sealed)
        kept.append(Kept(number, record))
        walked = walked.after(name, bytes.fromhex(record.was) if isinstance(record, Tombstone) else digest(sealed))
    if walked != head or rows:
        what = "holds records its head does not know" if rows else "does not fit its head"
        raise StoreError(f"a {stream.named} stream {what}: its end was cut off, or it was put back", _DAMAGED)
    _check_struck(kept, stream)
    return tuple(kept), head


def open_record(stream: Stream, number: int, sealed: bytes) -> Record | Tombstone:
    """Return what a record's row holds; StoreError, which names stream and number, where it does not open."""
    content, _ = _opened(stream, number, sealed)
    return Tombstone.model_validate_json(content[1:]) if content[:1] == _STONE else read_record(content[1:])


def _opened(stream: Stream, number: int, sealed: bytes) -> tuple[bytes, bytes]:
    """Return the content of a record's row, and the key that opened it."""
    try:
        return _unseal_any(stream.keys, sealed, stream.place(number))
    except SealBroken:
        message = f"record {number} of a {stream.named} stream is damaged, or was moved there from elsewhere"
        raise StoreError(message, _DAMAGED) from None


def _check_struck(kept: list[Kept], stream: Stream) -> None:
    """Raise StoreError where a record that was struck has its content back."""
    struck = {number for one in kept if isinstance(one.record, Struck) for number in one.record.numbers}
    for one in kept:
        if one.number in struck and not isinstance(one.record, Tombstone):
            raise StoreError(f"record {one.number} of a {stream.named} stream was struck and is back", _DAMAGED)


def entomb(change: Change, stream: Stream, number: int, stone: Tombstone) -> bytes:
    """Replace a record by its tombstone and return the sealed bytes of it, which travel in the list of what is gone.

    The tombstone is sealed under the key its record had: every backup that holds the record can read it.
    """
    name = stream.name(number)
    _, key = _opened(stream, number, change.tables.get(Table.RECORDS, stream.id, name) or b"")
    sealed = seal(key, _STONE + stone.model_dump_json().encode(), stream.place(number), change.randomness)
    change.delete(Table.RECORDS, stream.id, name)
    change.add(Table.RECORDS, stream.id, name, sealed)
    return sealed


def digest_of(look: Reading, stream: Stream, number: int) -> bytes:
    """Return the digest of a record's sealed bytes, or what its tombstone says they had."""
    sealed = look.get(Table.RECORDS, stream.id, stream.name(number))
    if sealed is None:
        raise StoreError(f"record {number} of a {stream.named} stream is missing", _DAMAGED)
    record = open_record(stream, number, sealed)
    return bytes.fromhex(record.was) if isinstance(record, Tombstone) else digest(sealed)


def broken_streams(look: Reading, streams: Iterator[Stream]) -> Iterator[str]:
    """Yield what is wrong with each stream that cannot be read."""
    for stream in streams:
        try:
            read(look, stream)
        except StoreError as wrong:
            yield wrong.message
