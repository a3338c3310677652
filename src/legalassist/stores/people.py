"""People, groups and dossiers: who holds which key.

::

    passphrase --Argon2id--> slot --> a person's key pair --HPKE--> group keys --AES-GCM--> data keys of dossiers

A *dossier* is one data key and the streams under it: each case is one, and so is the shelf of records each group
shares. A role is nothing but a set of groups: whoever is not in a group has no key, whatever the program says.
"""

import json
import struct
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Self

from legalassist.errors import StoreError
from legalassist.stores.keypairs import KeyPair, seal_to, unseal_with
from legalassist.stores.records import Kind
from legalassist.stores.sealing import ID_SIZE, KEY_SIZE, Identity, Randomness, SealBroken, derive, seal, unseal
from legalassist.stores.tables import Reading, Table
from legalassist.stores.tally import Change


class GroupKind(StrEnum):
    """What a group is for."""

    EVERYONE = "everyone"
    """All people of the store: its head, approvals, the print log."""
    ALL_CASES = "all cases"
    """Who works on cases that are not restricted; the audit."""
    PLACEMENT = "placement"
    """Who sees the placement header of cases (no name, no number of an authority); pipeline and firms."""
    SUPERVISORS = "supervisors"
    """Who may export history, erase, strike, hold, and change who is in the store."""
    RESTRICTED = "restricted"
    """The named people of one restricted case."""


class Role(StrEnum):
    """What a person does, which decides their groups."""

    SUPERVISOR = "supervisor"
    CASEWORKER = "caseworker"
    COORDINATOR = "coordinator"
    OUTREACH = "outreach"
    RECOVERY = "recovery"


_ALL = (GroupKind.EVERYONE, GroupKind.ALL_CASES, GroupKind.PLACEMENT, GroupKind.SUPERVISORS)
GROUPS_OF = {
    Role.SUPERVISOR: _ALL,
    Role.CASEWORKER: _ALL[:3],
    Role.COORDINATOR: (GroupKind.EVERYONE, GroupKind.PLACEMENT),
    Role.OUTREACH: (GroupKind.EVERYONE,),
    Role.RECOVERY: _ALL,
}
SHELF_OF = {
    Kind.APPROVALS: GroupKind.EVERYONE,
    Kind.PRINT_LOG: GroupKind.EVERYONE,
    Kind.PIPELINE: GroupKind.PLACEMENT,
    Kind.FIRMS: GroupKind.PLACEMENT,
    Kind.AUDIT: GroupKind.ALL_CASES,
}
"""Which group's shelf holds which of the clinic's own streams."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the store as the others see them."""

    id: bytes
    name: str
    role: Role
    public: bytes

    @property
    def hex(self) -> str:
        """The id as records hold it."""
        return self.id.hex()


@dataclass(frozen=True, slots=True)
class Dossier:
    """A data key and whose it is."""

    id: bytes
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Group:
    """A group whose key this person holds: what it is for, and the shelf its members share."""

    id: bytes
    kind: GroupKind
    key: bytes = field(repr=False)
    shelf: Dossier


def _membership(group: bytes, person: bytes) -> bytes:
    """Return what a sealed group key is bound to."""
    return b"legalassist group key" + group + person


class Locks:
    """What a change may do to keys: make groups, let people in, wrap data keys."""

    def __init__(self, change: Change, randomness: Randomness) -> None:
        """Take the open change."""
        self._change = change
        self._randomness = randomness

    def make_group(self, kind: GroupKind, shelf: Dossier | None = None) -> Group:
        """Return a new group with its empty shelf, written down."""
        shelf = shelf or Dossier(self._randomness(ID_SIZE), self._randomness(KEY_SIZE))
        made = Group(self._randomness(ID_SIZE), kind, self._randomness(KEY_SIZE), shelf)
        self.write_group(made)
        return made

    def write_group(self, group: Group) -> None:
        """Write what a group is for, and its shelf's key, under the group's key."""
        said = json.dumps({"kind": group.kind.value, "shelf": group.shelf.id.hex()}).encode()
        sealed = seal(group.key, said, Identity(Table.GROUPS, group.id, group.id), self._randomness)
        self._change.put(Table.GROUPS, group.id, group.id, sealed)
        self.lock(group.shelf.id, group, group.shelf.key)

    def let_in(self, person: Person, group: Group) -> None:
        """Give a person the group's key."""
        sealed = seal_to(person.public, group.key, _membership(group.id, person.id))
        self._change.put(Table.MEMBERS, group.id, person.id, sealed)

    def lock(self, dossier: bytes, group: Group, content: bytes) -> None:
        """Wrap keys of a dossier to a group: a shelf's data key, or a case's key with the row of its header."""
        sealed = seal(group.key, content, Identity(Table.LOCKS, dossier, group.id), self._randomness)
        self._change.put(Table.LOCKS, dossier, group.id, sealed)

    def write_person(self, person: Person, everyone: Group) -> None:
        """Write a person's name, role and public half under the key everyone shares."""
        said = {"name": person.name, "role": person.role.value, "public": person.public.hex()}
        key = derive(everyone.shelf.key, "people")
        place = Identity(Table.PEOPLE, person.id, person.id)
        self._change.put(
            Table.PEOPLE, person.id, person.id, seal(key, json.dumps(said).encode(), place, self._randomness)
        )


@dataclass(frozen=True)
class Ring:
    """The keys one person holds while the store is open: their pair, and the groups they are in."""

    person: Person
    pair: KeyPair = field(repr=False)
    groups: dict[bytes, Group] = field(repr=False)

    @classmethod
    def of(cls, look: Reading, person: bytes, pair: KeyPair) -> Self:
        """Return the ring of a person; StoreError where their keys are damaged or they were removed."""
        groups = {}
        for group, whose, sealed in look.rows(Table.MEMBERS):
            if whose != person:
                continue
            try:
                key = unseal_with(pair, sealed, _membership(group, person))
                groups[group] = _read_group(look, group, key)
            except (SealBroken, struct.error, ValueError):
                raise _damaged("the key of a group") from None
        everyone = next((one for one in groups.values() if one.kind is GroupKind.EVERYONE), None)
        if everyone is None:
            raise StoreError("this key opens nothing in this store", "the person may have been removed from it")
        return cls(read_person(look, person, everyone), pair, groups)

    def group(self, kind: GroupKind) -> Group:
        """Return one of the groups; StoreError, which says who could, where the person is not in it."""
        found = next((one for one in self.groups.values() if one.kind is kind), None)
        if found is None:
            message = f"your key does not open what is kept for '{kind.value}'"
            raise StoreError(message, "ask a supervisor of the clinic to do this")
        return found

    def holds(self, kind: GroupKind) -> bool:
        """Say whether the person is in a group of this kind."""
        return any(one.kind is kind for one in self.groups.values())

    @cached_property
    def store_key(self) -> bytes:
        """The key of the store's head and tally, which everyone holds."""
        return derive(self.group(GroupKind.EVERYONE).shelf.key, "store")

    def unlock(self, dossier: bytes, group: bytes, sealed: bytes) -> bytes:
        """Return what a lock row holds for one of the person's groups."""
        try:
            return unseal(self.groups[group].key, sealed, Identity(Table.LOCKS, dossier, group))
        except SealBroken:
            raise _damaged("the lock of a case") from None


def owner_of(look: Reading, pair: KeyPair) -> bytes | None:
    """Return the person a key pair belongs to: the one for whom a group key is sealed to it; None for nobody here."""
    for group, person, sealed in look.rows(Table.MEMBERS):
        try:
            unseal_with(pair, sealed, _membership(group, person))
        except SealBroken:
            continue
        return person
    return None


def _read_group(look: Reading, group: bytes, key: bytes) -> Group:
    """Return a group from its rows."""
    said = json.loads(unseal(key, look.get(Table.GROUPS, group, group) or b"", Identity(Table.GROUPS, group, group)))
    shelf = bytes.fromhex(said["shelf"])
    shelf_key = unseal(key, look.get(Table.LOCKS, shelf, group) or b"", Identity(Table.LOCKS, shelf, group))
    return Group(group, GroupKind(said["kind"]), key, Dossier(shelf, shelf_key))


def read_person(look: Reading, person: bytes, everyone: Group) -> Person:
    """Return a person as written down; StoreError where that is damaged."""
    sealed = look.get(Table.PEOPLE, person, person) or b""
    try:
        said = json.loads(unseal(derive(everyone.shelf.key, "people"), sealed, Identity(Table.PEOPLE, person, person)))
    except SealBroken:
        raise _damaged("the entry of a person") from None
    return Person(person, said["name"], Role(said["role"]), bytes.fromhex(said["public"]))


def _damaged(what: str) -> StoreError:
    return StoreError(f"{what} is damaged or was replaced", "use the recovery key, or restore the last backup")
