"""What the store's tests share: a day, people with passphrases, invented cases, and stores of each kind."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from legalassist.cases.answer import Said, State
from legalassist.cases.case import Case
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Rows
from legalassist.facts.values import PersonName
from legalassist.stores import sqlite
from legalassist.stores.cases import NewCase, OpenCase, new_case
from legalassist.stores.crew import add_person
from legalassist.stores.memory import MemoryTables
from legalassist.stores.people import Person, Role
from legalassist.stores.slots import CHEAP
from legalassist.stores.store import NewPerson, OpenStore, SetUp, create, unlock
from legalassist.stores.tables import Tables

AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
SAID = Said("Ana Reyes", "2026-11-23T14:00:00Z", "zh_Hans", "Li Na")
ANA = NewPerson("Ana Reyes", Role.SUPERVISOR, "abacus abdomen abdominal abide abiding ability")
AL = NewPerson("Al Stern", Role.ATTORNEY, "wafer waffle waged wager waggle wagon")
BO = NewPerson("Bo Chen", Role.CASEWORKER, "zebra zen zeppelin zero zestfully zigzagged")
CY = NewPerson("Cy Ortiz", Role.COORDINATOR, "yahoo yam yanking yapping yard yarn")
DI = NewPerson("Di Marsh", Role.OUTREACH, "xbox xerox yiddish yin yippee yield")
TEAM = (AL, BO, CY, DI)
KINDS = ("memory", "sqlite")


def new_tables(kind: str, folder: Path) -> Tables:
    """Return empty tables of a kind."""
    return MemoryTables() if kind == "memory" else sqlite.make(folder / "clinic.store")


def set_up(tables: Tables) -> SetUp:
    """Set a store up for Ana, at a cost that only tests may ask for."""
    return create(tables, ANA, CHEAP, AT, os.urandom, cheap=True)


def opened_by(tables: Tables, who: NewPerson) -> OpenStore:
    """Return the store as it opens for somebody."""
    return unlock(tables, who.passphrase, os.urandom)


def let_team_in(store: OpenStore) -> dict[Role, Person]:
    """Let one person of each role in."""
    return {new.role: add_person(store, new, AT) for new in TEAM}


def invented(reference: str = "k3v9", name: str = "WANG") -> Case:
    """Return a case with an answer of several types."""
    case = Case(reference, "tvisa", invented=True)
    case = case.answer("client.name", PersonName(name, "Xiaomei", native="王小美"), SAID)
    case = case.answer("first.detained", True, SAID)
    case = case.answer("client.birth_date", PartialDate.parse("1999-04"), SAID)
    case = case.answer("contact.safe_phone", "+12125550142", SAID)
    case = case.answer("arrests", Rows((), complete=True), SAID)
    return case.answer("client.ssn", None, SAID, State.DECLINED)


def kept(store: OpenStore, number: str = "2026-0001", case: Case | None = None) -> OpenCase:
    """Return a case newly kept in the store."""
    return new_case(store, NewCase(number, case or invented()), AT)


def all_bytes(folder: Path) -> bytes:
    """Return everything that lies in a folder, one file after the other: databases, logs, backups, leftovers."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
