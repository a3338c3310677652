"""Set a store up and open it: with a passphrase, with the recovery key, or with the key an earlier unlocking left.

The store's file lies in the data folder. Chance, clock and passphrases come from the door.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from legalassist.api.lines import person_name
from legalassist.errors import StoreError
from legalassist.stores import sqlite
from legalassist.stores.keypairs import KeyPair
from legalassist.stores.passphrases import make_passphrase
from legalassist.stores.people import Role
from legalassist.stores.sealing import Randomness
from legalassist.stores.slots import Cost, new_stretch, tuned
from legalassist.stores.store import NewPerson, OpenStore, SetUp, create, open_with, unlock, unlock_with_recovery

FILE = "cases.db"
"""The store's file in the data folder."""
PRIVATE = 0o700

__all__ = [
    "FILE", "Key", "OpenStore", "cost_here", "first_person", "make_passphrase", "open_with_key", "set_up",
    "store_file", "unlocked",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """What opens a store again without a passphrase: a person of it and the private half of their key pair.

    `changes` is how many changes the store had seen when it was last closed: a store with fewer was put back.
    """

    store: bytes
    person: bytes
    private: bytes = field(repr=False)
    changes: int = 0

    @classmethod
    def of(cls, store: OpenStore) -> "Key":
        """Return the key of whoever opened a store."""
        return cls(store.id, store.person.id, store.ring.pair.private, store.head.changes)


def store_file(data: Path) -> Path:
    """Return where the store of a data folder lies; StoreError where there is none."""
    path = data / FILE
    if not path.is_file():
        raise StoreError("there is no case store here yet", "set one up with 'legalassist case setup'")
    return path


def set_up(data: Path, first: NewPerson, cost: Cost, at: datetime, randomness: Randomness) -> SetUp:
    """Set up a store in a data folder (made 0700) for its first supervisor; all of it, or nothing is left behind.

    Raises StoreError for a store that is there already, a weak typed passphrase, or a folder that cannot be written.
    """
    path = data / FILE
    tables = sqlite.make(path)
    try:
        data.chmod(PRIVATE)
        return create(tables, first, cost, at, randomness)
    except BaseException:
        tables.close()
        sqlite.remove(path)
        raise


def first_person(name: str, passphrase: str, *, made: bool) -> NewPerson:
    """Return the supervisor a store is set up for; UsageError for what is no name."""
    return NewPerson(person_name(name), Role.SUPERVISOR, passphrase, made)


def unlocked(
    data: Path, secret: str, randomness: Randomness, *, recovery: bool = False, accept_damage: bool = False
) -> OpenStore:
    """Open the store of a data folder with a passphrase, or with its recovery key.

    Raises StoreError where there is none, the secret does not open it, or it is damaged (unless that is accepted: then
    it opens for reading only).
    """
    tables = sqlite.open_file(store_file(data))
    try:
        how = unlock_with_recovery if recovery else unlock
        return how(tables, secret, randomness, accept_damage=accept_damage)
    except BaseException:
        tables.close()
        raise


def open_with_key(data: Path, key: Key, randomness: Randomness, *, accept_damage: bool = False) -> OpenStore:
    """Open the store of a data folder with a key; raises as `unlocked`, and where the store is older than the key."""
    tables = sqlite.open_file(store_file(data))
    try:
        with tables.reading() as look:
            owner = (key.person, KeyPair.of(key.private))
            store = open_with(tables, look, owner, randomness, accept_damage=accept_damage)
        _refuse_older(store, key)
    except BaseException:
        tables.close()
        raise
    return store


def _refuse_older(store: OpenStore, key: Key) -> None:
    if store.whole and store.head.changes < key.changes:
        message = "the store's file was put back to an older state since it was unlocked"
        raise StoreError(message, "stop, keep this file, and find out who copied over it; then restore a backup")


def cost_here(clock: Callable[[], float], randomness: Randomness) -> Cost:
    """Return the cost at which one guess of a passphrase takes half a second on this machine; `clock` gives seconds."""

    def seconds(cost: Cost) -> float:
        stretch, begin = new_stretch(cost, randomness), clock()
        stretch.key("measuring")
        return clock() - begin

    return tuned(seconds)
