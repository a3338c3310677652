"""The store's head, and the tally under it: no row is missing, swapped or older than the rest.

Every row that may be replaced (heads, headers, locks, members, ...) is a leaf: a MAC of its place and bytes. The tally
is the sum of all leaves modulo 2**256 (MSet-Add-Hash: Clarke et al., Asiacrypt 2003), so one save changes it by two
leaves, however many cases there are. Count of saves, tally and the latest time lie sealed in the store's one row.
Records need no leaf: their stream's head, which has one, ties them together.

What it cannot show by itself: that the whole file is yesterday's. For that the count and a code of it (`head code`)
go into backups and onto printed receipts, and each session remembers the last count it saw.
"""

import base64
import hashlib
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from legalassist.errors import StoreError
from legalassist.stores.sealing import FORMAT, Identity, Randomness, SealBroken, derive, digest, seal, unseal
from legalassist.stores.tables import Reading, Table, Writing

COUNTED = (
    Table.SLOTS, Table.PEOPLE, Table.GROUPS, Table.MEMBERS, Table.LOCKS, Table.HEADERS, Table.HEADS, Table.GONE,
)  # fmt: skip
"""The tables whose rows are leaves."""

_PLACE = {table: table.value.encode().ljust(16) for table in COUNTED}
_HEAD = struct.Struct(">Q32sqI")
_MODULUS = 1 << 256
CLOCK_TOLERANCE = timedelta(minutes=5)

_ROLLED_BACK = "restore the newest backup, or open with 'accept damage' to read what is left"


@dataclass(frozen=True, slots=True)
class StoreHead:
    """How many changes there were, the tally of all rows, the latest time (seconds), and renewals of group keys."""

    changes: int = 0
    tally: int = 0
    latest: int = 0
    renewals: int = 0

    @property
    def written(self) -> bytes:
        """The head as bytes."""
        return _HEAD.pack(self.changes, self.tally.to_bytes(32), self.latest, self.renewals)

    @classmethod
    def read(cls, written: bytes) -> "StoreHead":
        """Return the head that bytes say."""
        changes, tally, latest, renewals = _HEAD.unpack(written)
        return cls(changes, int.from_bytes(tally), latest, renewals)

    def code(self, key: bytes) -> str:
        """Return the code that goes onto paper: the count, and 80 bits that only this head has, in groups of four."""
        tag = base64.b32encode(digest(derive(key, "head code"), self.written)[:10]).decode()
        return f"{self.changes}-" + "-".join(tag[at : at + 4] for at in range(0, 16, 4))


def _leaf(key: bytes, table: Table, owner: bytes, row: bytes, sealed: bytes) -> int:
    """Return the MAC of one row at its place: keyed BLAKE2b (RFC 7693), twice as fast here as HMAC."""
    return int.from_bytes(hashlib.blake2b(_PLACE[table] + owner + row + sealed, digest_size=32, key=key).digest())


def full_tally(look: Reading, key: bytes) -> int:
    """Return the tally of all counted rows as they lie there; `key` is the store key."""
    leaf_key = derive(key, "leaf")
    leaves = (_leaf(leaf_key, table, *row) for table in COUNTED for row in look.rows(table))
    return sum(leaves) % _MODULUS


def sealed_head(look: Reading, store: bytes) -> bytes:
    """Return the store's head as it lies there; nothing where it is gone."""
    return look.get(Table.STORE, store, store) or b""


def read_head(sealed: bytes, store: bytes, key: bytes) -> StoreHead:
    """Return the head that sealed bytes hold; StoreError where they do not open."""
    try:
        return StoreHead.read(unseal(derive(key, "store head"), sealed, Identity(Table.STORE, store, store)))
    except SealBroken:
        raise StoreError("the store's head is damaged or was replaced", _ROLLED_BACK) from None


def check_tally(look: Reading, store: bytes, key: bytes) -> StoreHead:
    """Return the head after counting every row against it; StoreError where one is missing, changed or older."""
    head = read_head(sealed_head(look, store), store, key)
    if full_tally(look, key) != head.tally:
        message = "the store was changed outside the program: rows are missing, damaged, swapped or older than the rest"
        raise StoreError(message, _ROLLED_BACK)
    return head


def store_id(look: Reading) -> bytes:
    """Return the store's id; StoreError unless there is exactly one, in a format this program knows."""
    rows = list(look.rows(Table.STORE))
    if len(rows) != 1:
        raise StoreError("this is not a whole case store", "name the store's file, or restore a backup")
    if rows[0][2][:1] > bytes([FORMAT]):
        raise StoreError("the store was written by a newer legalassist", "install the newer program here")
    return rows[0][0]


class Change:
    """One change of an open store: counts what it replaces, and ends by sealing the store's new head."""

    def __init__(self, tables: Writing, store: bytes, key: bytes, head: StoreHead, randomness: Randomness) -> None:
        """Take the open change of the tables and the head it starts from."""
        self.tables = tables
        self.head = head
        self.randomness = randomness
        self._tally, self._renewed = head.tally, 0
        self._store, self._key = store, key
        self._leaf_key = derive(key, "leaf")
        self._head_key = derive(key, "store head")
        self.sealed = b""
        """The new head as `finish` sealed it."""

    def add(self, table: Table, owner: bytes, row: bytes, sealed: bytes) -> None:
        """Add a row."""
        self.tables.add(table, owner, row, sealed)
        if table in COUNTED:
            self._count(_leaf(self._leaf_key, table, owner, row, sealed))

    def replace(self, table: Table, owner: bytes, row: bytes, old: bytes, new: bytes) -> None:
        """Replace a row that holds `old`."""
        self.tables.replace(table, owner, row, new)
        if table in COUNTED:
            before = _leaf(self._leaf_key, table, owner, row, old)
            self._count(_leaf(self._leaf_key, table, owner, row, new) - before)

    def put(self, table: Table, owner: bytes, row: bytes, sealed: bytes) -> None:
        """Add a row, or replace the one that is there."""
        old = self.tables.get(table, owner, row)
        if old is None:
            self.add(table, owner, row, sealed)
        else:
            self.replace(table, owner, row, old, sealed)

    def delete(self, table: Table, owner: bytes, row: bytes | None = None) -> None:
        """Delete one row, or all of an owner."""
        if table in COUNTED:
            gone = [one for one in self.tables.rows(table, owner) if row is None or one[1] == row]
            self._count(-sum(_leaf(self._leaf_key, table, *one) for one in gone))
        self.tables.delete(table, owner, row)

    def _count(self, difference: int) -> None:
        self._tally = (self._tally + difference) % _MODULUS

    def finish(self, at: datetime) -> StoreHead:
        """Seal the new head; to be called once, last."""
        before = self.head
        latest = max(before.latest, seconds(at))
        self.head = StoreHead(before.changes + 1, self._tally, latest, before.renewals + self._renewed)
        place = Identity(Table.STORE, self._store, self._store)
        self.sealed = seal(self._head_key, self.head.written, place, self.randomness)
        self.tables.replace(Table.STORE, self._store, self._store, self.sealed)
        return self.head

    def renew(self, key: bytes) -> None:
        """Say that groups got new keys: whoever has the store open takes them at the next look.

        Where `key`, the store key, is a new one too, every row is counted anew under it.
        """
        self._renewed = 1
        if key != self._key:
            self._key, self._leaf_key, self._head_key = key, derive(key, "leaf"), derive(key, "store head")
            self._tally = full_tally(self.tables, key)


def seconds(at: datetime) -> int:
    """Return a time as whole seconds since 1970; a time without a zone is the program's own mistake: ValueError."""
    if at.tzinfo is None:
        raise ValueError("a time needs its zone")
    return int(at.timestamp())


def check_clock(head: StoreHead, at: datetime) -> None:
    """Raise StoreError where the time is clearly before the last change: then the clock is wrong, or was."""
    behind = timedelta(seconds=head.latest - seconds(at))
    if behind > CLOCK_TOLERANCE:
        last = datetime.fromtimestamp(head.latest, UTC).strftime("%Y-%m-%d %H:%M UTC")
        message = f"this machine's clock was set back: the last change in the store was made at {last}"
        raise StoreError(message, "set the clock right; if the clock was wrong then, a supervisor can accept today's")


def written_time(at: datetime) -> str:
    """Return a time as records hold it: UTC, ISO 8601, whole seconds."""
    return datetime.fromtimestamp(seconds(at), UTC).isoformat()[:19] + "Z"
