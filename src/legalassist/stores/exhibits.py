"""Exhibits and built documents of a case: kept in sealed chunks, named and keyed by one record of the case."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from legalassist.errors import StoreError
from legalassist.stores.cases import OpenCase, append_to_case, files_in
from legalassist.stores.chunks import CAPACITY, seal_chunks, unseal_chunks
from legalassist.stores.records import Attached
from legalassist.stores.sealing import ID_SIZE, KEY_SIZE, SealBroken, name_of
from legalassist.stores.store import OpenStore
from legalassist.stores.tables import Reading, Table
from legalassist.stores.tally import Change, written_time

LIMIT = 512 * 1024 * 1024
"""Bytes one exhibit may have."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is attached: an exhibit or a built document, its title, its media type, and what it is filed as.

    The last five are those of `records.Attached`.
    """

    title: str
    media_type: str
    what: Literal["exhibit", "document"] = "exhibit"
    row: str = ""
    role: str = ""
    pages: int = 0
    cleaned_from: str = ""
    noticed: tuple[str, ...] = ()

    @classmethod
    def of(cls, attached: Attached) -> "Paper":
        """Return what was attached."""
        return cls(attached.title, attached.media_type, attached.what, attached.row, attached.role, attached.pages,
                   attached.cleaned_from, attached.noticed)  # fmt: skip


def attach(store: OpenStore, opened: OpenCase, paper: Paper, pieces: Iterable[bytes], at: datetime) -> OpenCase:
    """Keep a paper's bytes, which may come in pieces of any size, with a case; return the case.

    All of it is there when this returns, or nothing is. Raises StoreError where it is too long, where somebody else
    saved to the case meanwhile, or where the store refuses.
    """
    with store.changing(at) as change:
        return attach_to_case(store, change, opened, paper, pieces, at)


def attach_to_case(  # noqa: PLR0913, PLR0917 -- the above, within a change that does more
    store: OpenStore, change: Change, opened: OpenCase, paper: Paper, pieces: Iterable[bytes], at: datetime
) -> OpenCase:
    """Do the same within a change."""
    chunks, key = store.randomness(ID_SIZE), store.randomness(KEY_SIZE)
    measured = _Measured(pieces)
    for number, sealed in enumerate(seal_chunks(key, measured, chunks, store.randomness)):
        change.add(Table.CHUNKS, chunks, name_of(key, "chunk", number), sealed)
    record = Attached(
        at=written_time(at), by=store.person.hex, what=paper.what, title=paper.title, media_type=paper.media_type,
        size=measured.size, sha256=measured.sha256.hexdigest(), chunks=chunks.hex(), key=key.hex(), row=paper.row,
        role=paper.role, pages=paper.pages, cleaned_from=paper.cleaned_from, noticed=paper.noticed,
    )  # fmt: skip
    after = append_to_case(store, change, opened, (record,), opened.header)
    return replace(after, case=replace(after.case, exhibits=files_in(after.kept)))


class _Measured:
    """Pieces that are counted and hashed while they pass."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self.size = 0
        self.sha256 = hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.size += len(piece)
            self.sha256.update(piece)
            if self.size > LIMIT:
                raise StoreError(f"the file has more than {LIMIT // 2**20} MB", "split it, or scan it smaller")
            yield piece


def content_of(store: OpenStore, attached: Attached) -> Iterator[bytes]:
    """Yield an attached paper's bytes, block by block, each checked before it is given out.

    Raises:
        StoreError: a chunk is missing, damaged or from elsewhere. Blocks given out before were right.
    """
    with store.reading() as look:
        yield from read_content(look, attached)


def read_content(look: Reading, attached: Attached) -> Iterator[bytes]:
    """Do the same within a look that reads more."""
    chunks, key = bytes.fromhex(attached.chunks), bytes.fromhex(attached.key)
    count = max(1, -(-attached.size // CAPACITY))
    names = (name_of(key, "chunk", number) for number in range(count))
    sealed = (look.get(Table.CHUNKS, chunks, name) or b"" for name in names)
    try:
        yield from unseal_chunks(key, sealed, chunks)
    except SealBroken:
        message = f"an {attached.what} is damaged: a piece of it is missing or was changed"
        raise StoreError(message, "restore the last backup, or scan the paper again") from None
