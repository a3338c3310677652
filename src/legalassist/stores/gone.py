"""What was erased or struck, as a list of random ids that travels in every backup and is applied to older ones.

A line is sealed under a key everyone in the store holds; it says which rows must not be there (erased) or which
tombstone stands in the place of a record (struck). So restoring a backup never brings back what was erased since.
"""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from legalassist.errors import StoreError
from legalassist.stores.people import Ring
from legalassist.stores.sealing import Identity, SealBroken, seal, unseal
from legalassist.stores.tables import Reading, Row, Table
from legalassist.stores.tally import Change, store_id

MAGIC = b"legalassist gone list 2\n"
_HEAD = struct.Struct(">16sI")
_LINE = struct.Struct(">16s16sI")


class Gone(BaseModel):
    """One line. Ids in hex, the tombstone's sealed bytes too; no name, path or reason: those are in the tombstone."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    what: Literal["erased", "struck"]
    at: str
    dossier: str = ""
    owners: tuple[str, ...] = ()
    """Whose rows go, in every table that has owners of this kind: the dossier, its streams, its chunks, its group."""
    tombstone: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its place."""

    owner: bytes
    row: bytes
    gone: Gone


_TABLES = (Table.LOCKS, Table.HEADERS, Table.HEADS, Table.RECORDS, Table.CHUNKS, Table.GROUPS, Table.MEMBERS)


def write_line(change: Change, ring: Ring, line: Line) -> None:
    """Write a line down."""
    sealed = seal(ring.gone_key, line.gone.model_dump_json().encode(), _place(line.owner, line.row), change.randomness)
    change.put(Table.GONE, line.owner, line.row, sealed)


def _place(owner: bytes, row: bytes) -> Identity:
    return Identity(Table.GONE, owner, row)


def lines(rows: Iterable[Row], ring: Ring) -> Iterator[Line]:
    """Yield the lines that sealed rows hold; StoreError where one is damaged or of another store."""
    for owner, row, sealed in rows:
        try:
            yield Line(owner, row, Gone.model_validate_json(unseal(ring.gone_key, sealed, _place(owner, row))))
        except SealBroken:
            message = "a list of what was erased is damaged, or belongs to another store"
            raise StoreError(message, "name the list that lies beside the newest backup of this store") from None


def apply(change: Change, line: Line) -> bool:
    """Make true what a line says; return whether anything had to change."""
    if line.gone.what == "erased":
        owners = [bytes.fromhex(owner) for owner in line.gone.owners]
        there = any(any(True for _ in change.tables.rows(table, owner)) for table in _TABLES for owner in owners)
        for owner in owners:
            for table in _TABLES:
                change.delete(table, owner)
        return there
    stone = bytes.fromhex(line.gone.tombstone)
    for chunks in line.gone.owners:
        change.delete(Table.CHUNKS, bytes.fromhex(chunks))
    now = change.tables.get(Table.RECORDS, line.owner, line.row)
    if now is None or now == stone:
        return False
    change.replace(Table.RECORDS, line.owner, line.row, now, stone)
    return True


def written_list(look: Reading) -> bytes:
    """Return the list as a file's bytes: it lies beside the backups, and holds random ids and ciphertext."""
    rows = list(look.rows(Table.GONE))
    head = MAGIC + _HEAD.pack(store_id(look), len(rows))
    return head + b"".join(_LINE.pack(owner, row, len(sealed)) + sealed for owner, row, sealed in rows)


def read_list(written: bytes, store: bytes) -> tuple[Row, ...]:
    """Return the rows of a store's list; nothing for the list of another store, whose backups may lie beside it.

    StoreError where it is cut off or no list.
    """
    if not written.startswith(MAGIC) or len(written) < len(MAGIC) + _HEAD.size:
        raise StoreError("this is not a list of what was erased", "take the one beside another backup")
    whose, count = _HEAD.unpack_from(written, len(MAGIC))
    if whose != store:
        return ()
    at, rows = len(MAGIC) + _HEAD.size, []
    while at + _LINE.size <= len(written):
        owner, row, length = _LINE.unpack_from(written, at)
        at += _LINE.size
        rows.append((owner, row, written[at : at + length]))
        at += length
    if at != len(written) or len(rows) != count:
        raise StoreError("the list of what was erased is cut off", "take the one beside another backup")
    return tuple(rows)
