"""The store, locked and open: set up, unlock, read and append streams. The verbs on cases are in the modules beside.

Every change is one transaction of the tables: it reads the store's head, checks the clock and that nothing older than
this session has seen is in place, does its work, and seals the new head. Reading checks the stream it reads; unlocking
checks every replaceable row of the store.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from legalassist.errors import StoreError
from legalassist.stores import chain
from legalassist.stores.chain import Head, Stream
from legalassist.stores.keypairs import KeyPair
from legalassist.stores.passphrases import required_strength
from legalassist.stores.people import (
    GROUPS_OF,
    SHELF_OF,
    Dossier,
    Group,
    GroupKind,
    Locks,
    Person,
    Ring,
    Role,
    owner_of,
    read_person,
)  # fmt: skip
from legalassist.stores.records import Act, Kept, Kind, Record
from legalassist.stores.recovery import read_recovery, recovery_text
from legalassist.stores.renewing import catch_up
from legalassist.stores.sealing import ID_SIZE, Identity, Randomness, SealBroken, derive, seal
from legalassist.stores.slots import Cost, Slot, Stretch, make_slot, new_stretch, open_slot
from legalassist.stores.tables import Reading, Table, Tables
from legalassist.stores.tally import (
    Change,
    StoreHead,
    check_clock,
    check_tally,
    read_head,
    sealed_head,
    store_id,
    written_time,
)


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody to be let in: their name and role, and the passphrase they will type; `made`: drawn by the program."""

    name: str
    role: Role
    passphrase: str = field(repr=False)
    made: bool = True


@dataclass(frozen=True, slots=True)
class SetUp:
    """What came of setting up: the store, open for its first supervisor, and the recovery key to be printed once."""

    store: "OpenStore"
    recovery: str = field(repr=False)


def create(  # noqa: PLR0913 -- one argument for each thing the world gives: place, person, machine, clock, chance
    tables: Tables, first: NewPerson, cost: Cost, at: datetime, randomness: Randomness, *, cheap: bool = False
) -> SetUp:
    """Set up an empty store for its first supervisor.

    Raises:
        StoreError: the tables are not empty, the passphrase is weak, the first person is no supervisor, or the cost is
            below 256 MiB and `cheap` (which only tests say) is not given.
    """
    if not cost.enough and not cheap:
        raise StoreError("guessing a passphrase would cost too little", "a store is set up with at least 256 MiB")
    if first.role is not Role.SUPERVISOR:
        raise StoreError("the first person of a store is a supervisor", "others are let in by that person")
    if not first.made:
        required_strength(first.passphrase, [first.name])
    recovery = KeyPair.make(randomness)
    with tables.writing() as writing:
        if any(True for _ in writing.rows(Table.STORE)):
            raise StoreError("a store is set up here already", "unlock it, or choose another place")
        store, shelf = randomness(ID_SIZE), Dossier.make(randomness)
        key = derive(shelf.newest, "store")  # it hangs on everyone's shelf, and is needed before that group is written
        change = Change(writing, store, key, StoreHead(), randomness)
        locks = Locks(change, randomness)
        groups = {GroupKind.EVERYONE: locks.make_group(GroupKind.EVERYONE, shelf)}
        groups |= {kind: locks.make_group(kind) for kind in GROUPS_OF[Role.RECOVERY] if kind not in groups}
        let_in(change, groups, first, new_stretch(cost, randomness))
        let_in_key(change, groups, "recovery key", Role.RECOVERY, recovery)
        empty = seal(derive(key, "store head"), StoreHead().written, Identity(Table.STORE, store, store), randomness)
        writing.add(Table.STORE, store, store, empty)
        change.finish(at)
    return SetUp(unlock(tables, first.passphrase, randomness), recovery_text(recovery))


def let_in(change: Change, groups: Mapping[GroupKind, Group], new: NewPerson, how: Stretch) -> Person:
    """Let a person in: a key pair, a slot for their passphrase, the keys of their role's groups."""
    pair = KeyPair.make(change.randomness)
    person = let_in_key(change, groups, new.name, new.role, pair)
    slot = make_slot(person.id, pair, new.passphrase, how, change.randomness)
    change.add(Table.SLOTS, person.id, person.id, slot.written)
    return person


def let_in_key(change: Change, groups: Mapping[GroupKind, Group], name: str, role: Role, pair: KeyPair) -> Person:
    """Let in whoever holds a key pair, and return them as they are written down."""
    person = Person(change.randomness(ID_SIZE), name, role, pair.public)
    locks = Locks(change, change.randomness)
    locks.write_person(person, groups[GroupKind.EVERYONE])
    for kind in GROUPS_OF[role]:
        locks.let_in(person, groups[kind])
    return person


def unlock(tables: Tables, passphrase: str, randomness: Randomness, *, accept_damage: bool = False) -> "OpenStore":
    """Open a store with a person's passphrase, checking every replaceable row of it.

    Raises:
        StoreError: the passphrase opens no slot; the store is damaged or was changed outside the program. With
            `accept_damage` a damaged store opens all the same, for reading only.
    """
    with tables.reading() as look:
        store_id(look)
        slots = [Slot.read(person, written) for person, _, written in look.rows(Table.SLOTS)]
        try:
            person, pair = open_slot(slots, passphrase)
        except SealBroken:
            raise StoreError(
                "the passphrase does not open this store", "check the words, their order and the keyboard"
            ) from None
        return open_with(tables, look, (person, pair), randomness, accept_damage=accept_damage)


def unlock_with_recovery(
    tables: Tables, text: str, randomness: Randomness, *, accept_damage: bool = False
) -> "OpenStore":
    """Open a store with its printed recovery key; otherwise as `unlock`."""
    pair = read_recovery(text)
    with tables.reading() as look:
        store_id(look)
        person = owner_of(look, pair)
        if person is None:
            raise StoreError("this recovery key belongs to another store", "look for the paper with this store's date")
        return open_with(tables, look, (person, pair), randomness, accept_damage=accept_damage)


def open_with(
    tables: Tables, look: Reading, owner: tuple[bytes, KeyPair], randomness: Randomness, *, accept_damage: bool = False
) -> "OpenStore":
    """Return the store opened by the owner (person and pair) of a key, once every replaceable row is checked."""
    ring = Ring.of(look, *owner)
    store = store_id(look)
    try:
        seen = check_tally(look, store, ring.store_key)
    except StoreError:
        if not accept_damage:
            raise
        seen = None
    return OpenStore(tables, randomness, store, ring, seen)


class OpenStore:
    """A store opened by one person: their keys, in memory only, until `lock`."""

    def __init__(
        self, tables: Tables, randomness: Randomness, store: bytes, ring: Ring, seen: StoreHead | None
    ) -> None:
        """Take what `unlock` found; a damaged store has no head to see, and opens for reading only."""
        self.tables = tables
        self.randomness = randomness
        self.id = store
        self.whole = seen is not None
        self._ring: Ring | None = ring
        self._seen = seen or StoreHead()
        self._sealed = b""

    # ---- keys ----

    @property
    def ring(self) -> Ring:
        """The keys of the person; StoreError once the store is locked."""
        if self._ring is None:
            raise StoreError("the store is locked", "unlock it first")
        return self._ring

    @property
    def person(self) -> Person:
        """Who opened the store."""
        return self.ring.person

    def lock(self) -> None:
        """Forget the keys. Python may keep copies in memory until the program ends: end it where that matters."""
        self._ring = None

    def join(self, group: Group) -> None:
        """Hold the key of a group this person has just made, for as long as the change that made it lasts or stands."""
        self._ring = replace(self.ring, groups=self.ring.groups | {group.id: group})

    def required(self, kind: GroupKind) -> Group:
        """Return a group of the person's; StoreError, which says who to ask, where they are not in it."""
        return self.ring.group(kind)

    def people(self) -> tuple[Person, ...]:
        """Return everybody who is in the store, the recovery key included, by name."""
        everyone = self.required(GroupKind.EVERYONE)
        with self.reading() as look:
            found = [read_person(look, person, everyone) for person, _, _ in look.rows(Table.PEOPLE)]
        return tuple(sorted(found, key=lambda person: (person.name, person.id)))

    def shelf_stream(self, kind: Kind) -> Stream:
        """Return one of the clinic's own streams; StoreError where the person's groups do not open it."""
        return Stream.of(self.required(SHELF_OF[kind]).shelf.keys, kind)

    # ---- looking and changing ----

    @property
    def head(self) -> StoreHead:
        """The newest head this session has seen."""
        return self._seen

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Open a consistent look, checked to be no older than what this session has seen."""
        with self.tables.reading() as look:
            self._see(look)
            yield look

    def _see(self, look: Reading) -> None:
        """Remember the store's head; StoreError where it is older than, or not the same as, the one seen before."""
        if not self.whole:
            return
        sealed = sealed_head(look, self.id)
        if sealed == self._sealed:
            return
        ring, before = self.ring, self._seen
        try:
            head = read_head(sealed, self.id, ring.store_key)
        except StoreError:  # somebody was removed meanwhile, and everyone else got new keys; or it is damaged
            ring = Ring.of(look, ring.person.id, ring.pair)
            head = read_head(sealed, self.id, ring.store_key)
        if head.changes < before.changes or (head.changes == before.changes and head != before):
            message = "the store's file was put back to an older state while it was open"
            raise StoreError(message, "stop, keep both files, and find out who copied over it")
        if head.renewals != before.renewals:  # groups got new keys: somebody was removed, maybe this person
            self._ring = Ring.of(look, ring.person.id, ring.pair)
        self._seen, self._sealed = head, sealed

    def take_keys(self, change: Change) -> None:
        """Go on within a change, and after it, with the keys groups got in it."""
        self._ring = Ring.of(change.tables, self.person.id, self.ring.pair)
        change.renew(self._ring.store_key)

    @contextmanager
    def changing(self, at: datetime, *, clock_wrong: bool = False) -> Iterator[Change]:
        """Open a change at a time; all of it is durable when this returns, or nothing is.

        Raises:
            StoreError: the store is damaged or older than seen; the clock was set back (unless `clock_wrong` says that
                the store's latest time is the wrong one); the disk is full; another program does not finish.
        """
        if not self.whole:
            raise StoreError(
                "the store is damaged: it opens for reading only", "restore the last backup, then work there"
            )
        with self.tables.writing() as writing:
            self._see(writing)
            start, ring = self._seen, self.ring
            if clock_wrong:
                start = replace(start, latest=0)
            else:
                check_clock(start, at)
            change = Change(writing, self.id, ring.store_key, start, self.randomness)
            try:
                if catch_up(change, ring):
                    self.take_keys(change)
                yield change
                head = change.finish(at)
            except BaseException:
                self._ring = ring  # whatever keys were made in the change are gone with it
                raise
        self._seen, self._sealed = head, change.sealed

    def read(self, stream: Stream) -> tuple[tuple[Kept, ...], Head]:
        """Return a stream's records and its head, which `append` wants back; StoreError where anything does not fit."""
        with self.reading() as look:
            return chain.read(look, stream)

    def append(self, stream: Stream, records: tuple[Record, ...], expected: Head, at: datetime) -> Head:
        """Append records to a stream that still is as it was read; return its new head, once it is on the disk.

        Raises:
            StoreError: somebody else saved to the stream meanwhile, or `changing` refuses; nothing was saved.
        """
        with self.changing(at) as change:
            return chain.append(change, stream, records, expected)

    # ---- the clinic's own records ----

    def note(self, change: Change, at: datetime, what: str, case: str = "", detail: str = "") -> None:
        """Add an audit line to a change; people without the audit's key leave none."""
        if self.ring.holds(SHELF_OF[Kind.AUDIT]):
            stream = self.shelf_stream(Kind.AUDIT)
            head, _ = chain.read_head(change.tables, stream)
            act = Act(at=written_time(at), by=self.person.hex, what=what, case=case, detail=detail)
            chain.append(change, stream, (act,), head)

    def accept_clock(self, at: datetime) -> None:
        """Take today's time as right although the store has seen a later one; a supervisor's act, and noted."""
        self.required(GroupKind.SUPERVISORS)
        with self.changing(at, clock_wrong=True) as change:
            self.note(change, at, "accepted the clock")
