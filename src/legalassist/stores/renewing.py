"""New keys for groups: when somebody is removed, what is written from then on must be closed to the copy they may have.

A group gets a new key, everything it holds gets one more data key, and all of it is wrapped to the members that are
left. Older records stay as they are, under the older keys: whoever was removed could have read those before.
"""

from dataclasses import replace

from legalassist.errors import StoreError
from legalassist.stores.people import GROUPS_OF, Group, GroupKind, Locks, Ring, read_person
from legalassist.stores.sealing import KEY_SIZE, Identity, SealBroken, seal, unseal
from legalassist.stores.tables import Table
from legalassist.stores.tally import Change


def renew_group(change: Change, ring: Ring, group: Group) -> None:
    """Give a group of the ring new keys; whoever has no entry among the people any more is a member no longer.

    Where the group is everyone, it must be the last one: the entries of people, which the others need, are sealed anew.
    """
    new = replace(group, key=change.randomness(KEY_SIZE), shelf=group.shelf.renewed(change.randomness))
    locks, everyone = Locks(change, change.randomness), ring.group(GroupKind.EVERYONE)
    for owner, whose, old in list(change.tables.rows(Table.LOCKS)):
        if whose == group.id and owner != group.shelf.id:
            content = ring.unlock(owner, group.id, old).renewed(change.randomness).written
            place = Identity(Table.LOCKS, owner, group.id)
            change.replace(Table.LOCKS, owner, group.id, old, seal(new.key, content, place, change.randomness))
    locks.write_group(new)
    for _, member, _ in list(change.tables.rows(Table.MEMBERS, group.id)):
        if change.tables.get(Table.PEOPLE, member, member) is None:
            change.delete(Table.MEMBERS, group.id, member)
        else:
            locks.let_in(read_person(change.tables, member, everyone), new)
    _reseal_headers(change, group, new)
    if group.kind is GroupKind.EVERYONE:
        for person, _, _ in list(change.tables.rows(Table.PEOPLE)):
            locks.write_person(read_person(change.tables, person, group), new)


def _reseal_headers(change: Change, old: Group, new: Group) -> None:
    """Seal the headers that are for a group anew."""
    for owner, whose, sealed in list(change.tables.rows(Table.HEADERS)):
        if whose != old.id:
            continue
        place = Identity(Table.HEADERS, owner, old.id)
        try:
            content = unseal(old.header_key, sealed, place)
        except SealBroken:
            raise StoreError("the header of a case is damaged", "run 'verify', and restore the last backup") from None
        change.replace(Table.HEADERS, owner, old.id, sealed, seal(new.header_key, content, place, change.randomness))


def catch_up(change: Change, ring: Ring) -> bool:
    """Do what the store owes and this person's keys can do; return whether there was anything.

    That is: renew groups somebody was removed from by a person outside them, and make the group of attorneys in a
    store that was set up before there was one.
    """
    for group in ring.owed:
        renew_group(change, ring, ring.groups[group])
    lacks_attorneys = ring.holds(GroupKind.SUPERVISORS) and not ring.holds(GroupKind.ATTORNEYS)
    if lacks_attorneys:
        locks, everyone = Locks(change, change.randomness), ring.group(GroupKind.EVERYONE)
        made = locks.make_group(GroupKind.ATTORNEYS)
        for person, _, _ in list(change.tables.rows(Table.PEOPLE)):
            one = read_person(change.tables, person, everyone)
            if GroupKind.ATTORNEYS in GROUPS_OF[one.role]:
                locks.let_in(one, made)
    return bool(ring.owed) or lacks_attorneys
