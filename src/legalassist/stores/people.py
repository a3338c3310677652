"""People, groups and dossiers: who holds which key.

::

    passphrase --Argon2id--> slot --> a person's key pair --HPKE--> group keys --AES-GCM--> data keys of dossiers

A *dossier* is a row of data keys and the streams under them: each case is one, and so is the shelf of records each
group shares. It begins with one key and gets another whenever somebody who had its keys is removed: what is written
from then on is sealed under the newest. A role is nothing but a set of groups: whoever is not in a group has no key,
whatever the program says.
"""

import json
from dataclasses import dataclass, field, replace
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
    ATTORNEYS = "attorneys"
    """Who may strike one answer, draft or exhibit: the mark of each strike is made with a key of theirs."""
    SUPERVISORS = "supervisors"
    """Who may export history, erase, hold, and change who is in the store."""
    RESTRICTED = "restricted"
    """The named people of one restricted case."""


class Role(StrEnum):
    """What a person does, which decides their groups."""

    SUPERVISOR = "supervisor"
    ATTORNEY = "attorney"
    CASEWORKER = "caseworker"
    COORDINATOR = "coordinator"
    OUTREACH = "outreach"
    RECOVERY = "recovery"


_CASES = (GroupKind.EVERYONE, GroupKind.ALL_CASES, GroupKind.PLACEMENT)
_ALL = (*_CASES, GroupKind.ATTORNEYS, GroupKind.SUPERVISORS)
GROUPS_OF = {
    Role.SUPERVISOR: _ALL,
    Role.ATTORNEY: (*_CASES, GroupKind.ATTORNEYS),
    Role.CASEWORKER: _CASES,
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
    """The data keys of a case or a shelf, oldest first."""

    id: bytes
    keys: tuple[bytes, ...] = field(repr=False)

    @classmethod
    def read(cls, dossier: bytes, content: bytes) -> Self:
        """Return a dossier from what its lock holds; ValueError for what is no row of keys."""
        if not content or len(content) % KEY_SIZE:
            raise ValueError("not a row of keys")
        return cls(dossier, tuple(content[at : at + KEY_SIZE] for at in range(0, len(content), KEY_SIZE)))

    @classmethod
    def make(cls, randomness: Randomness) -> Self:
        """Return a new dossier with its first key."""
        return cls(randomness(ID_SIZE), (randomness(KEY_SIZE),))

    def renewed(self, randomness: Randomness) -> Self:
        """Return the dossier with one more key, under which everything from now on is sealed."""
        return replace(self, keys=(*self.keys, randomness(KEY_SIZE)))

    @property
    def written(self) -> bytes:
        """What its lock holds."""
        return b"".join(self.keys)

    @property
    def first(self) -> bytes:
        """The key of what never changes: names of rows, and what older backups must be able to read."""
        return self.keys[0]

    @property
    def answer_secret(self) -> bytes:
        """What the digests of a case's answers are made with: it never changes, so the same answers hash the same."""
        return derive(self.first, "digests of answers")

    @property
    def newest(self) -> bytes:
        """The key everything new is sealed under."""
        return self.keys[-1]


@dataclass(frozen=True, slots=True)
class Group:
    """A group whose key this person holds: what it is for, and the shelf its members share."""

    id: bytes
    kind: GroupKind
    key: bytes = field(repr=False)
    shelf: Dossier

    @property
    def header_key(self) -> bytes:
        """The key of the headers that are for the group."""
        return derive(self.key, "headers")

    @property
    def people_key(self) -> bytes:
        """The key of people's entries, where the group is everyone."""
        return derive(self.shelf.newest, "people")


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
        shelf = shelf or Dossier.make(self._randomness)
        made = Group(self._randomness(ID_SIZE), kind, self._randomness(KEY_SIZE), shelf)
        self.write_group(made)
        return made

    def write_group(self, group: Group) -> None:
        """Write what a group is for, and its shelf's keys, under the group's key."""
        said = json.dumps({"kind": group.kind.value, "shelf": group.shelf.id.hex()}).encode()
        sealed = seal(group.key, said, Identity(Table.GROUPS, group.id, group.id), self._randomness)
        self._change.put(Table.GROUPS, group.id, group.id, sealed)
        self.lock(group.shelf, group)

    def let_in(self, person: Person, group: Group) -> None:
        """Give a person the group's key."""
        sealed = seal_to(person.public, group.key, _membership(group.id, person.id))
        self._change.put(Table.MEMBERS, group.id, person.id, sealed)

    def lock(self, dossier: Dossier, group: Group) -> None:
        """Wrap the keys of a dossier to a group."""
        sealed = seal(group.key, dossier.written, Identity(Table.LOCKS, dossier.id, group.id), self._randomness)
        self._change.put(Table.LOCKS, dossier.id, group.id, sealed)

    def write_person(self, person: Person, everyone: Group) -> None:
        """Write a person's name, role and public half under the key everyone shares."""
        said = {"name": person.name, "role": person.role.value, "public": person.public.hex()}
        place = Identity(Table.PEOPLE, person.id, person.id)
        sealed = seal(everyone.people_key, json.dumps(said).encode(), place, self._randomness)
        self._change.put(Table.PEOPLE, person.id, person.id, sealed)


@dataclass(frozen=True)
class Ring:
    """The keys one person holds while the store is open: their pair, and the groups they are in.

    `owed` are those of the groups in which somebody still stands who was removed by a person outside the group: its
    keys are to be renewed by whoever of it changes something next.
    """

    person: Person
    pair: KeyPair = field(repr=False)
    groups: dict[bytes, Group] = field(repr=False)
    owed: frozenset[bytes] = frozenset()

    @classmethod
    def of(cls, look: Reading, person: bytes, pair: KeyPair) -> Self:
        """Return the ring of a person; StoreError where their keys are damaged or they were removed."""
        groups: dict[bytes, Group] = {}
        members = list(look.rows(Table.MEMBERS))
        for group, whose, sealed in members:
            if whose != person:
                continue
            try:
                key = unseal_with(pair, sealed, _membership(group, person))
                groups[group] = _read_group(look, group, key)
            except (SealBroken, ValueError):
                raise _damaged("the key of a group") from None
        everyone = next((one for one in groups.values() if one.kind is GroupKind.EVERYONE), None)
        if everyone is None:
            raise StoreError("this key opens nothing in this store", "the person may have been removed from it")
        here = {one for one, _, _ in look.rows(Table.PEOPLE)}
        owed = frozenset(group for group, whose, _ in members if group in groups and whose not in here)
        return cls(read_person(look, person, everyone), pair, groups, owed)

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
        return derive(self.group(GroupKind.EVERYONE).shelf.newest, "store")

    @property
    def gone_key(self) -> bytes:
        """The key of the list of what is gone: always the first, because older backups must be able to read it."""
        return derive(self.group(GroupKind.EVERYONE).shelf.first, "gone")

    def unlock(self, dossier: bytes, group: bytes, sealed: bytes) -> Dossier:
        """Return the dossier whose keys a lock row holds for one of the person's groups."""
        try:
            return Dossier.read(dossier, unseal(self.groups[group].key, sealed, Identity(Table.LOCKS, dossier, group)))
        except (SealBroken, ValueError, KeyError):
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
    keys = unseal(key, look.get(Table.LOCKS, shelf, group) or b"", Identity(Table.LOCKS, shelf, group))
    return Group(group, GroupKind(said["kind"]), key, Dossier.read(shelf, keys))


def read_person(look: Reading, person: bytes, everyone: Group) -> Person:
    """Return a person as written down; StoreError where that is damaged."""
    sealed = look.get(Table.PEOPLE, person, person) or b""
    try:
        said = json.loads(unseal(everyone.people_key, sealed, Identity(Table.PEOPLE, person, person)))
    except SealBroken:
        raise _damaged("the entry of a person") from None
    return Person(person, said["name"], Role(said["role"]), bytes.fromhex(said["public"]))


def _damaged(what: str) -> StoreError:
    return StoreError(f"{what} is damaged or was replaced", "use the recovery key, or restore the last backup")
