"""Where rows lie: ten tables of one shape, ``owner, row, sealed``, and nothing else.

That shape is the promise "in clear: random ids and ciphertext" made hard to break: there is no column for anything
more. A back end offers `Tables`; all that is legalassist's own (keys, chains, cases) is written once, above it.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import Protocol

from legalassist.errors import StoreError


class Table(StrEnum):
    """The tables, with what their two ids name."""

    STORE = "store"
    """The store's head: owner and row are the store's id."""
    SLOTS = "slots"
    """Private halves sealed by passphrases: owner and row are the person."""
    PEOPLE = "people"
    """Names, roles, public halves: owner and row are the person."""
    GROUPS = "groups"
    """What a group is for: owner and row are the group."""
    MEMBERS = "members"
    """Group keys sealed to people: owner is the group, row the person."""
    LOCKS = "locks"
    """Data keys wrapped to groups: owner is the dossier, row the group."""
    HEADERS = "headers"
    """What lists show of a case: owner is the dossier."""
    HEADS = "heads"
    """Count and last link of a stream: owner and row are the stream."""
    RECORDS = "records"
    """The records: owner is the stream, row a name computed from its number."""
    CHUNKS = "chunks"
    """Exhibits and documents, piece by piece: owner is the exhibit."""
    GONE = "gone"
    """What was erased or struck: owner is the dossier or stream, row a random id or the record."""


Row = tuple[bytes, bytes, bytes]
"""Owner, row, sealed."""


class NotOverwritten(StoreError):  # noqa: N818 -- named for what happened to the old bytes
    """What was removed is removed, but its old bytes lie in the file until it is scrubbed."""


class Reading(Protocol):
    """A look at the tables in which nothing changes while it lasts."""

    def get(self, table: Table, owner: bytes, row: bytes) -> bytes | None:
        """Return one row's bytes, or None."""
        ...

    def rows(self, table: Table, owner: bytes | None = None) -> Iterator[Row]:
        """Yield the rows of a table, or of one owner in it, in the order of their ids."""
        ...


class Writing(Reading, Protocol):
    """A change of the tables: all of it is kept, durably, or none."""

    def add(self, table: Table, owner: bytes, row: bytes, sealed: bytes) -> None:
        """Add a row that is not there yet; StoreError where it is."""
        ...

    def replace(self, table: Table, owner: bytes, row: bytes, sealed: bytes) -> None:
        """Replace a row that is there; StoreError where it is not."""
        ...

    def delete(self, table: Table, owner: bytes, row: bytes | None = None) -> None:
        """Delete one row, or all rows of an owner; nothing happens where there is none."""
        ...


class Tables(Protocol):
    """A back end. `writing` lets one change in at a time, over all programs, and makes it durable before it returns."""

    name: str
    """What messages call it: a path, "memory"."""

    def reading(self) -> AbstractContextManager[Reading]:
        """Open a consistent look."""
        ...

    def writing(self) -> AbstractContextManager[Writing]:
        """Open a change; an exception inside undoes all of it."""
        ...

    def scrub(self) -> None:
        """Overwrite what deleted rows left behind; NotOverwritten where a full disk or another program prevents it."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


Hook = Callable[[str], None]
"""Called with the name of a step that is about to be made; tests break the program there."""
