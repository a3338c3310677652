"""The list of cases: headers, written and read group by group. Listing, search and conflict checks open no case.

A header row is named like a lock: owner is the dossier, row the group it is for. The group that opens the case has the
full face; of a case that is not restricted, placement has the one that names nobody; of one that is, whoever works on
cases has marks. All headers of a group have one key, made from the group's, so that ten thousand open quickly; when a
group gets a new key, its headers are sealed anew.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from legalassist.errors import StoreError
from legalassist.stores.headers import Header, Marks, PlacementHeader
from legalassist.stores.people import GroupKind
from legalassist.stores.sealing import Identity, SealBroken, derive, seal, unsealer
from legalassist.stores.store import OpenStore
from legalassist.stores.tables import Reading, Table
from legalassist.stores.tally import Change

_FULL, _PLACEMENT, _MARKS = b"H", b"P", b"M"


class Listed(NamedTuple):
    """One line of the list of cases: its dossier, the group it opens for, and its header."""

    dossier: bytes
    group: bytes
    header: Header


def marks_key(store: OpenStore) -> bytes:
    """Return the key of the marks of restricted cases; whoever works on cases holds it."""
    return derive(store.required(GroupKind.ALL_CASES).shelf.first, "marks")


def write_header(store: OpenStore, change: Change, listed: Listed, header: Header) -> None:
    """Write every face of a header for the group it is for."""
    faces = [(store.ring.groups[listed.group], _FULL + header.written)]
    if header.restricted:
        marks = Marks.of(header, marks_key(store)).model_dump_json().encode()
        faces.append((store.required(GroupKind.ALL_CASES), _MARKS + marks))
    else:
        placement = header.placement.model_dump_json().encode()
        faces.append((store.required(GroupKind.PLACEMENT), _PLACEMENT + placement))
    for group, face in faces:
        place = Identity(Table.HEADERS, listed.dossier, group.id)
        sealed = seal(group.header_key, face, place, store.randomness)
        change.put(Table.HEADERS, listed.dossier, group.id, sealed)


def _faces(store: OpenStore, look: Reading, *kinds: GroupKind) -> Iterator[tuple[bytes, bytes, bytes] | StoreError]:
    """Yield dossier, group and content of each header for the person's groups of these kinds, or what is wrong."""
    opens = {group.id: unsealer(group.header_key) for group in store.ring.groups.values() if group.kind in kinds}
    table = Table.HEADERS.value
    for dossier, group, sealed in look.rows(Table.HEADERS):
        if group not in opens:
            continue
        try:
            yield dossier, group, opens[group](sealed, Identity(table, dossier, group))
        except SealBroken:
            yield StoreError("the header of a case is damaged", "run 'verify', and restore the last backup")


def listed_one_by_one(store: OpenStore, look: Reading) -> Iterator[Listed | StoreError]:
    """Yield the cases in no order, and for a damaged header what is wrong with it."""
    for face in _faces(store, look, GroupKind.ALL_CASES, GroupKind.RESTRICTED):
        if isinstance(face, StoreError):
            yield face
        elif face[2][:1] == _FULL:
            try:
                yield Listed(face[0], face[1], Header.read(face[2][1:]))
            except ValueError:
                yield StoreError("the header of a case is newer than this legalassist", "install the newer program")


def listed_in(store: OpenStore, look: Reading) -> Iterator[Listed]:
    """Yield the cases, in no order; StoreError where one does not open."""
    for one in listed_one_by_one(store, look):
        if isinstance(one, StoreError):
            raise one
        yield one


def list_cases(store: OpenStore) -> tuple[Listed, ...]:
    """Return every case the person's keys open, by number."""
    with store.reading() as look, _collector_resting():
        return tuple(sorted(listed_in(store, look), key=lambda one: one.header.number))


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Keep Python from looking for cycles among ten thousand new headers, which have none: a third of the time.

    Freezing and thawing puts them among the old objects unlooked at: otherwise the first allocation afterwards would
    begin by walking all of them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _others(store: OpenStore, kind: GroupKind, letter: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield dossier and content of the faces of another letter; StoreError where one does not open."""
    with store.reading() as look:
        for face in _faces(store, look, kind):
            if isinstance(face, StoreError):
                raise face
            if face[2][:1] == letter:
                yield face[0], face[2][1:]


def list_placements(store: OpenStore) -> dict[bytes, PlacementHeader]:
    """Return the placement faces of all cases that are not restricted, by dossier; they name nobody."""
    store.required(GroupKind.PLACEMENT)
    faces = _others(store, GroupKind.PLACEMENT, _PLACEMENT)
    return {dossier: PlacementHeader.model_validate_json(face) for dossier, face in faces}


def foreign_marks(store: OpenStore) -> tuple[Marks, ...]:
    """Return the marks of the restricted cases that do not open for the person."""
    mine = {one.dossier for one in list_cases(store)}
    return tuple(
        Marks.model_validate_json(face)
        for dossier, face in _others(store, GroupKind.ALL_CASES, _MARKS)
        if dossier not in mine
    )
