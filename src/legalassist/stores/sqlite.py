"""The tables in one SQLite file: how it is made, opened, made durable, scrubbed; the only SQL that is SQLite's own.

Write-ahead log with ``synchronous=FULL``: every commit is forced to the disk before it is acknowledged, with one sync
instead of the rollback journal's three. ``secure_delete`` overwrites deleted rows with zeros. ``temp_store=MEMORY``:
not even ciphertext goes into a temporary file.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from legalassist.errors import StoreError
from legalassist.stores import migrating
from legalassist.stores.sql import UNREADABLE, Begin, SqlTables
from legalassist.stores.tables import NotOverwritten

PAGE = 8192
"""Bytes of a page. In one of 4,096 a sealed header does not fit beside others: the file is three times as long then."""

WAIT = 10_000
"""Milliseconds one program waits for another one's save before it gives up."""

_PRAGMAS = ("synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY", f"busy_timeout={WAIT}", "cell_size_check=ON",
            "trusted_schema=OFF", "wal_autocheckpoint=400", "fullfsync=ON", "checkpoint_fullfsync=ON")  # fmt: skip
_BEGIN = Begin(looking="BEGIN", writing="BEGIN IMMEDIATE")

_FULL = {sqlite3.SQLITE_FULL}
_DISK = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}


def _explain(wrong: Exception, name: str) -> StoreError:
    """Return what a person can do about a database error; it repeats nothing of the statement or its values."""
    cause = wrong.orig if isinstance(wrong, DBAPIError) else wrong
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code in _FULL:
        return StoreError(f"{name}: the disk is full; nothing of this was saved", "make room, then save again")
    if code in _BUSY:
        message = f"{name}: another program is saving and does not finish; nothing of this was saved"
        return StoreError(message, "close the other program, then try again")
    if code in _DISK:
        message = f"{name}: the disk refused to read or write ({getattr(cause, 'sqlite_errorname', 'unknown')})"
        return StoreError(message, "nothing of this was saved; look for a full or failing disk, then try again")
    message = f"{name} is damaged, or no case store ({getattr(cause, 'sqlite_errorname', type(wrong).__name__)})"
    return StoreError(message, "leave the file as it is, and restore the last backup beside it")


def _not_overwritten(why: str) -> NotOverwritten:
    message = f"what was removed is gone from the store, but its old bytes could not be overwritten: {why}"
    return NotOverwritten(message, "make room, close other programs that use the store, then 'legalassist case scrub'")


class SqliteTables(SqlTables):
    """The tables in a SQLite file."""

    def __init__(self, path: Path) -> None:
        """Open a file that is there; use `make` and `open_file`, which check it first."""
        self.path = path
        super().__init__(_engine(path), path.name, _BEGIN, lambda wrong: _explain(wrong, path.name))

    def scrub(self) -> None:
        """Overwrite what deleted rows left in the log and in free pages.

        The log is first brought into the database, so that the vacuum, which writes the whole database into the log,
        runs over its old content; then that is brought in and the log is cut off.
        """
        raw = self.engine.raw_connection()
        try:
            for command in ("PRAGMA wal_checkpoint(RESTART)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                answer = raw.cursor().execute(command).fetchone()
                if answer is not None and answer[0]:
                    raise _not_overwritten("another program has the store open")
        except (sqlite3.Error, UnicodeDecodeError) as wrong:
            full = getattr(wrong, "sqlite_errorcode", 0) & 0xFF in _FULL
            raise _not_overwritten("the disk is full" if full else "the disk or another program refused") from None
        finally:
            raw.close()

    def check_pages(self) -> None:
        """Let SQLite look through its own structure; StoreError where that is damaged."""
        try:
            with self.engine.connect() as connection:
                answer = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        except UNREADABLE as wrong:
            raise _explain(wrong, self.name) from None
        if answer != "ok":
            raise StoreError(f"{self.name} is damaged (its pages do not fit together)", "restore the last backup")


def _engine(path: Path) -> sa.Engine:
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)),
        connect_args={"isolation_level": None, "check_same_thread": False, "cached_statements": 64},
        hide_parameters=True,
    )

    def connected(raw: sqlite3.Connection, _record: object) -> None:
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")

    def begun(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql(_BEGIN.writing if writes else _BEGIN.looking)

    sa.event.listen(engine, "connect", connected)
    sa.event.listen(engine, "begin", begun)
    return engine


def make(path: Path) -> SqliteTables:
    """Make a new, empty store file (mode 0600); StoreError where a file is there already or cannot be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise StoreError(
            f"{path.name} is there already", "a store is never written over; choose another place"
        ) from None
    except OSError as wrong:
        raise StoreError(f"{path.name} cannot be made: {wrong.strerror}", "choose a folder you may write to") from None
    try:
        raw = sqlite3.connect(path, isolation_level=None)
        try:
            raw.execute(f"PRAGMA page_size={PAGE}")
            raw.execute("PRAGMA journal_mode=WAL")
        finally:
            raw.close()
        tables = SqliteTables(path)
        _migrate(tables)
    except (StoreError, sqlite3.Error) as wrong:
        remove(path)
        raise wrong if isinstance(wrong, StoreError) else _explain(wrong, path.name) from None
    sync_folder(path.parent)
    return tables


def open_file(path: Path, scripts: Path = migrating.SCRIPTS) -> SqliteTables:
    """Open a store file, bringing an older one to today's revision; StoreError for whatever is not a store of ours."""
    if not path.is_file():
        raise StoreError(f"there is no store at {path.name}", "set one up first, or name the right file")
    if path.stat().st_size == 0:
        raise StoreError(
            f"{path.name} is empty: its set-up was cut off", "remove it and set up again, or restore a backup"
        )
    tables = SqliteTables(path)
    try:
        try:
            with tables.engine.connect() as connection:
                found = migrating.revision(connection)
        except UNREADABLE as wrong:
            raise _explain(wrong, path.name) from None
        migrating.refuse_unknown(found, path.name, scripts)
        if found != migrating.known_revisions(scripts)[-1]:
            _migrate(tables, scripts)
    except StoreError:
        tables.close()
        raise
    return tables


def _migrate(tables: SqliteTables, scripts: Path = migrating.SCRIPTS) -> None:
    """Run what migrations are owed in one transaction."""
    try:
        with tables.engine.connect().execution_options(writes=True) as connection, connection.begin():
            migrating.upgrade(connection, scripts)
    except UNREADABLE as wrong:
        raise _explain(wrong, tables.name) from None


def remove(path: Path) -> None:
    """Remove a store file that was never finished, with its log."""
    for beside in (path, *beside_files(path)):
        with suppress(FileNotFoundError):
            beside.unlink()


def beside_files(path: Path) -> tuple[Path, Path]:
    """Return the log and its index, which belong to the file while it is open."""
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def sync_folder(folder: Path) -> None:
    """Force a folder's list of names to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
