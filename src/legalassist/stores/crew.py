"""Who is in the store: let people in, let them change their passphrase, remove them with new group keys at once."""

from dataclasses import replace
from datetime import datetime

from legalassist.errors import StoreError
from legalassist.stores.listing import reseal_headers
from legalassist.stores.passphrases import required_strength
from legalassist.stores.people import Group, GroupKind, Locks, Person, Ring, Role, read_person
from legalassist.stores.sealing import KEY_SIZE, Identity, seal
from legalassist.stores.slots import Cost, Slot, Stretch, make_slot, new_stretch
from legalassist.stores.store import NewPerson, OpenStore, let_in
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


def remove_person(store: OpenStore, person: Person, at: datetime) -> str:
    """Remove a person: their slot and memberships go, their groups get new keys, and every lock is wrapped anew.

    Returns the sentence that has to be said to whoever removes them. Restricted cases the remover is not in keep their
    key: its people are to be asked. Raises StoreError for no supervisor, oneself, or the recovery key.
    """
    store.required(GroupKind.SUPERVISORS)
    if person.id == store.person.id or person.role is Role.RECOVERY:
        raise StoreError("this person cannot be removed here", "another supervisor removes a supervisor")
    with store.changing(at) as change:
        ring = store.ring
        theirs = {group for group, whose, _ in change.tables.rows(Table.MEMBERS) if whose == person.id}
        for group in theirs:
            change.delete(Table.MEMBERS, group, person.id)
        for table in (Table.SLOTS, Table.PEOPLE):
            change.delete(table, person.id)
        for group in theirs & set(ring.groups):
            _renew(store, change, ring, ring.groups[group])
        change.renew()
        store.note(change, at, "removed a person", detail=person.hex)
    store.tables.scrub()
    return SEEN_STAYS_SEEN


def _renew(store: OpenStore, change: Change, ring: Ring, group: Group) -> None:
    """Give a group a new key: seal it to the members that are left, and wrap every lock and header with it."""
    new = replace(group, key=store.randomness(KEY_SIZE))
    locks = Locks(change, store.randomness)
    wrapped = [(owner, sealed) for owner, whose, sealed in change.tables.rows(Table.LOCKS) if whose == group.id]
    for owner, old in wrapped:
        content = ring.unlock(owner, group.id, old)
        place = Identity(Table.LOCKS, owner, group.id)
        change.replace(Table.LOCKS, owner, group.id, old, seal(new.key, content, place, store.randomness))
    everyone = ring.group(GroupKind.EVERYONE)
    for _, member, _ in list(change.tables.rows(Table.MEMBERS, group.id)):
        locks.let_in(read_person(change.tables, member, everyone), new)
    locks.write_group(new)
    reseal_headers(store, change, group, new)
