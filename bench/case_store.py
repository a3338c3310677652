"""What safety costs: a durable save against plain SQLite with the same rows; ten thousand cases listed and searched."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import process_time

from measuring import Figure, seconds

from legalassist.cases.answer import Said
from legalassist.cases.case import Case
from legalassist.facts.values import PersonName
from legalassist.stores import sqlite
from legalassist.stores.cases import NewCase, OpenCase, begin_case, new_case, save_case
from legalassist.stores.crew import add_person, remove_person
from legalassist.stores.listing import list_cases
from legalassist.stores.people import Role
from legalassist.stores.search import search
from legalassist.stores.slots import CHEAP
from legalassist.stores.store import NewPerson, OpenStore, create, unlock

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
SAID = Said("bench", "2026-11-23T09:00:00Z", "zh_Hans", "interpreter")
PASSPHRASE = "six invented words for this bench"  # noqa: S105 -- of a store that lives for a minute
SAVES = 400
CASES = 10_000


def figures() -> Iterator[Figure]:
    """Yield the median save, its ratio to plain SQLite in the same minutes, and the list and search of 10,000 cases."""
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = saves(Path(folder))
        yield Figure(f"durable save of one answer (plain SQLite now: {plain * 1000:.2f} ms)", ours * 1000, "ms", 3)
        yield Figure("durable save, against plain SQLite with the same rows and sync", ours / plain, "times", 2)
        wall, cpu, removal = listing(Path(folder))
        yield Figure("list and search 10,000 cases after unlock", wall, "s", 0.3)
        yield Figure("the same, processor time only", cpu, "s", 0.3)
        yield Figure("remove a person: new keys for 10,000 cases", removal, "s", 10)


def saves(folder: Path) -> tuple[float, float]:
    """Return the median seconds of a save of ours and of plain SQLite; they take turns."""
    store = new_store(folder / "ours.db")
    opened = new_case(store, NewCase("1", Case("bench", "tvisa")), AT)
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    for setting in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        plain.execute(f"PRAGMA {setting}")
    for table in ("records", "heads", "store"):
        plain.execute(f"CREATE TABLE {table} (o BLOB, r BLOB, s BLOB, PRIMARY KEY (o, r)) WITHOUT ROWID")
    for table in ("heads", "store"):
        plain.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", (b"o" * 16, b"r" * 16, b""))  # noqa: S608 -- our own names
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(SAVES):
        case = opened.case.answer("hardship.fear", "x" * 80, SAID)
        saved: list[OpenCase] = []
        times[0].append(seconds(lambda: saved.append(save_case(store, opened, case, AT))))  # noqa: B023 -- run at once
        times[1].append(seconds(lambda: plain_save(plain)))
        opened = saved[0]
    plain.close()
    store.tables.close()
    return median(times[0]), median(times[1])


def plain_save(connection: sqlite3.Connection) -> None:
    """Write the three rows a save writes, of the same lengths, and force them to the disk."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO records VALUES (?, ?, ?)", (b"o" * 16, os.urandom(16), os.urandom(285)))
    for table in ("heads", "store"):
        connection.execute(f"UPDATE {table} SET s = ? WHERE o = ? AND r = ?", (os.urandom(93), b"o" * 16, b"r" * 16))  # noqa: S608 -- our own names
    connection.execute("COMMIT")


def listing(folder: Path) -> tuple[float, float, float]:
    """Return wall and processor seconds of listing and searching ten thousand cases, the least disturbed of 15 runs.

    The third is what it takes there to remove a person.
    """
    store = new_store(folder / "many.db")
    person = add_person(store, NewPerson("Gone", Role.CASEWORKER, f"{PASSPHRASE} too"), AT)
    fill(store, CASES)
    store.tables.close()
    tables = sqlite.open_file(folder / "many.db")
    store = unlock(tables, PASSPHRASE, os.urandom)
    begun, took = [], []
    for _ in range(15):
        begun.append(process_time())
        took.append(seconds(lambda: search(list_cases(store), "wang 7777")))
        begun[-1] = process_time() - begun[-1]
    removal = seconds(lambda: remove_person(store, person, AT))
    tables.close()
    return min(took), min(begun), removal


def fill(store: OpenStore, count: int) -> None:
    """Begin many cases in one change: beginning them one by one is not what is measured."""
    with store.changing(AT) as change:
        for number in range(count):
            name = PersonName("WANG", f"Xiaomei {number}", native="王小美")
            case = Case(f"r{number}", "tvisa").answer("client.name", name, SAID)
            case = case.answer("contact.safe_phone", f"+1212555{number:04}", SAID)
            case = case.answer("client.a_number", f"A{number:09}", SAID)
            case = case.answer("jobs[1].employer", f"Golden Lake Restaurant {number}", SAID)
            case = case.answer("family[1].name", PersonName("LI", f"Ming {number}", native="李明"), SAID)
            begin_case(store, change, NewCase(f"2026-{number:05}", case), (), AT)


def new_store(path: Path) -> OpenStore:
    """Set up a store; the cheap passphrase cost is not in any figure."""
    first = NewPerson("Bench", Role.SUPERVISOR, PASSPHRASE)
    return create(sqlite.make(path), first, CHEAP, AT, os.urandom, cheap=True).store
