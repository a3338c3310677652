"""Backups of the store of a data folder, with the list of what was erased since that travels beside them."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from legalassist.api.unlocking import FILE, PRIVATE
from legalassist.errors import StoreError
from legalassist.stores import backups, gone, sqlite
from legalassist.stores.backups import Made, Restored
from legalassist.stores.parcels import BACKUP, Opener, open_parcel
from legalassist.stores.people import Person
from legalassist.stores.recovery import read_recovery
from legalassist.stores.sealing import Randomness
from legalassist.stores.store import OpenStore

LIST = ".gone"
"""How the file ends that lies beside a backup: what was erased, as random ids and ciphertext."""
STANDING = f"{FILE}{LIST}"
"""The same list in the data folder, kept up to date by erasing."""


@dataclass(frozen=True, slots=True)
class Put:
    """A store that was put in its place: what was restored, and where one that stood there was moved ("": none)."""

    restored: Restored
    moved: str


def back_up(store: OpenStore, path: Path, supervisors: tuple[Person, ...], at: datetime) -> Made:
    """Write a backup, and beside it the list of what was erased; raises what `backups.back_up` raises."""
    made = backups.back_up(store, path, supervisors, at)
    _write(path.with_name(path.name + LIST), made.gone)
    return made


def keep_list(store: OpenStore, data: Path) -> None:
    """Write the list of what was erased into the data folder, so that it outlives the store's file."""
    with store.reading() as look:
        written = gone.written_list(look)
    _write(data / STANDING, written)


def _write(path: Path, content: bytes) -> None:
    """Write ciphertext durably in one step."""
    beside = path.with_name(f".{path.name}.new")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sqlite.sync_folder(path.parent)
    except OSError as wrong:
        message = f"the list of what was erased could not be written to {path.name}: {wrong.strerror}"
        hint = "make room and back up again: without it an older backup brings back what was erased"
        raise StoreError(message, hint) from None
    finally:
        beside.unlink(missing_ok=True)


def opener_of(secret: str, *, recovery: bool) -> Opener:
    """Return what opens a backup: a passphrase, or a recovery key as typed; StoreError where that was mistyped."""
    return Opener(pair=read_recovery(secret)) if recovery else Opener(secret)


def check_backup(path: Path, opener: Opener) -> int:
    """Read a backup to its end, checking every block, and return its size in bytes; StoreError for a damaged one."""
    with open_parcel(path, BACKUP, opener) as (_, _, pieces):
        return sum(len(piece) for piece in pieces)


def put_back(  # noqa: PLR0913 -- from where, to where, opened how, when, chance
    path: Path, data: Path, opener: Opener, at: datetime, randomness: Randomness, *, replace: bool = False
) -> Put:
    """Restore a backup into a data folder, checked whole before anything is moved; what was erased stays erased.

    Lists of what was erased are taken from beside the backup, from the data folder, and from the store that stands
    there. That one is moved aside, never removed. Raises StoreError where a store stands there and `replace` is not
    given, and where the backup is damaged or does not open; then everything is as it was.
    """
    into = data / FILE
    if into.exists() and not replace:
        hint = "restore into another one (--data), or say --replace: the store here is moved aside"
        raise StoreError("a case store stands in this data folder already", hint)
    data.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    data.chmod(PRIVATE)
    beside = data / f"{FILE}.restored"
    sqlite.remove(beside)
    restored = backups.restore(path, beside, opener, at, randomness, erased=tuple(_lists(path, data)))
    moved = f"{FILE}.before-{at:%Y%m%dT%H%M%S}" if into.exists() else ""
    if moved:
        aside = data / moved
        for old, new in zip((into, *sqlite.beside_files(into)), (aside, *sqlite.beside_files(aside)), strict=True):
            if old.exists():
                old.rename(new)
    beside.rename(into)
    sqlite.sync_folder(data)
    return Put(restored, moved)


def _lists(path: Path, data: Path) -> Iterator[bytes]:
    """Yield every list of what was erased that can be found."""
    named = {*path.parent.glob(f"*{LIST}"), data / STANDING}
    for one in sorted(one for one in named if one.is_file()):
        try:
            yield one.read_bytes()
        except OSError as wrong:
            message = f"the list of what was erased in {one.name} cannot be read: {wrong.strerror}"
            raise StoreError(message, "make it readable: without it what was erased could come back") from None
    if (data / FILE).is_file():
        with suppress(StoreError):  # too damaged to tell: that may be why a backup is put in its place
            yield _list_of(data / FILE)


def _list_of(file: Path) -> bytes:
    tables = sqlite.open_file(file)
    try:
        with tables.reading() as look:
            return gone.written_list(look)
    finally:
        tables.close()
