"""Who is in the store: let people in, let them change their passphrase, remove them with new group keys at once.

The recovery key is removed and made anew in the same way: a lost paper is somebody who may have a copy.
"""

from dataclasses import dataclass
from datetime import datetime

from legalassist.errors import StoreError
from legalassist.stores.keypairs import KeyPair
from legalassist.stores.passphrases import required_strength
from legalassist.stores.people import Group, GroupKind, Locks, Person, Role
from legalassist.stores.recovery import recovery_text
from legalassist.stores.renewing import renew_group
from legalassist.stores.slots import Cost, Slot, Stretch, make_slot, new_stretch
from legalassist.stores.store import NewPerson, OpenStore, let_in, let_in_key
from legalassist.stores.tables import Reading, Table
from legalassist.stores.tally import Change

SEEN_STAYS_SEEN = "what this person copied or saw before today stays readable to them"
"""What removing somebody has to say: no program can take it back."""


def add_person(store: OpenStore, new: NewPerson, at: datetime) -> Person:
    """Let a person in with the groups of their role; a supervisor's act. StoreError for a weak typed passphrase."""
    store.required(GroupKind.SUPERVISORS)
    if new.role is Role.RECOVERY:
        raise StoreError("the recovery key is made at set-up", "choose another role")
    if not new.made:
        required_strength(new.passphrase, [new.name, *(person.name for person in store.people())])
    groups: dict[GroupKind, Group] = {
        one.kind: one for one in store.ring.groups.values() if one.kind is not GroupKind.RESTRICTED
    }
    with store.changing(at) as change:
        person = let_in(change, groups, new, _stretch_here(change.tables))
        store.note(change, at, "let a person in", detail=person.hex)
    return person


def _stretch_here(look: Reading) -> Stretch:
    """Return the costliest way passphrases are stretched here: whoever is let in gets no cheaper one."""
    return max(
        (Slot.read(owner, written).how for owner, _, written in look.rows(Table.SLOTS)), key=lambda how: how.cost
    )


def change_passphrase(store: OpenStore, passphrase: str, at: datetime, *, made: bool, cost: Cost | None = None) -> None:
    """Seal the person's own key with another passphrase, and a higher cost where one is given."""
    person = store.person
    if not made:
        required_strength(passphrase, [person.name])
    with store.changing(at) as change:
        here = _stretch_here(change.tables)
        how = here if cost is None or cost <= here.cost else new_stretch(cost, store.randomness)
        slot = make_slot(person.id, store.ring.pair, passphrase, how, store.randomness)
        change.put(Table.SLOTS, person.id, person.id, slot.written)
        store.note(change, at, "changed a passphrase", detail=person.hex)
    store.tables.scrub()


@dataclass(frozen=True, slots=True)
class Removed:
    """What came of removing somebody: the sentence that has to be said, and how many restricted cases still wait."""

    said: str
    waiting: int
    """Restricted cases of theirs that do not open for the remover: their keys are renewed when one of their people
    next changes anything in the store."""


def remove_person(store: OpenStore, person: Person, at: datetime) -> Removed:
    """Remove a person: their slot and memberships go, and their groups get new keys; everything new is closed to them.

    Raises StoreError for no supervisor, oneself, or the recovery key.
    """
    store.required(GroupKind.SUPERVISORS)
    if person.id == store.person.id or person.role is Role.RECOVERY:
        raise StoreError("this person cannot be removed here", "another supervisor removes a supervisor")
    with store.changing(at) as change:
        waiting = _taken_out(store, change, person)
        store.note(change, at, "removed a person", detail=person.hex)
    store.tables.scrub()
    return Removed(SEEN_STAYS_SEEN, waiting)


def new_recovery_key(store: OpenStore, at: datetime) -> tuple[str, Removed]:
    """Make a recovery key anew and close everything new to the earlier one; return its text, and what has to be said.

    A supervisor's act. The restricted cases of other people that the earlier one opened, `Removed.waiting`, stay closed
    to both from the moment their people next save anything: they are made recoverable for nobody.
    """
    store.required(GroupKind.SUPERVISORS)
    earlier = [one for one in store.people() if one.role is Role.RECOVERY]
    pair = KeyPair.make(store.randomness)
    with store.changing(at) as change:
        shared: dict[GroupKind, Group] = {
            one.kind: one for one in store.ring.groups.values() if one.kind is not GroupKind.RESTRICTED
        }
        made = let_in_key(change, shared, "recovery key", Role.RECOVERY, pair)
        locks = Locks(change, store.randomness)
        for group, whose, _ in list(change.tables.rows(Table.MEMBERS)):
            here = store.ring.groups.get(group)
            if here is not None and here.kind is GroupKind.RESTRICTED and any(one.id == whose for one in earlier):
                locks.let_in(made, here)
        waiting = sum(_taken_out(store, change, one) for one in earlier)
        store.note(change, at, "made the recovery key anew", detail=made.hex)
    store.tables.scrub()
    return recovery_text(pair), Removed(SEEN_STAYS_SEEN, waiting)


def _taken_out(store: OpenStore, change: Change, person: Person) -> int:
    """Take a person out and renew the groups they were in; return how many of those do not open for the remover."""
    ring = store.ring
    theirs = {group for group, whose, _ in change.tables.rows(Table.MEMBERS) if whose == person.id}
    for table in (Table.SLOTS, Table.PEOPLE):
        change.delete(table, person.id)
    mine = [ring.groups[group] for group in theirs if group in ring.groups]
    for group in sorted(mine, key=lambda one: one.kind is GroupKind.EVERYONE):
        renew_group(change, ring, group)
    store.take_keys(change)
    return len(theirs) - len(mine)
