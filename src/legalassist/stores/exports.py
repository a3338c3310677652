"""Take one case out as an encrypted file, and bring it into another store (or back into this one).

Three shapes: the answers as they stand (the usual one), with their history, or everything: papers, meetings and what
was noted about contradictions too. The last two are attorney work product: a supervisor's act, and the file's content
says so at its top. The file opens with a passphrase the program makes for it; it goes to the other clinic by another
way than the file.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from legalassist.cases.answer import Answer
from legalassist.cases.case import Case
from legalassist.cases.settlement import Settlement
from legalassist.errors import StoreError
from legalassist.stores import chain, gone, overrides, settlements
from legalassist.stores.cases import (
    NewCase,
    OpenCase,
    answer_in,
    begin_case,
    decided_in,
    members_of,
    refuse_taken,
    with_keys,
)
from legalassist.stores.chunks import CAPACITY
from legalassist.stores.exhibits import Paper, attach_to_case, read_content
from legalassist.stores.keypairs import KeyPair
from legalassist.stores.parcels import EXPORT, Opener, Recipient, exactly, open_parcel, refuse_place, write_parcel
from legalassist.stores.people import GroupKind
from legalassist.stores.read_backs import read_in
from legalassist.stores.records import (
    OF_A_CASE,
    Answered,
    Attached,
    Determined,
    Kind,
    Meeting,
    Overridden,
    Placing,
    ReadAloud,
    Record,
    Released,
    Settled,
)  # fmt: skip
from legalassist.stores.sealing import ID_SIZE
from legalassist.stores.slots import Cost, make_slot, new_stretch
from legalassist.stores.store import OpenStore
from legalassist.stores.tables import Reading, Table
from legalassist.stores.tally import Change

PRIVILEGED = "privileged: attorney work product"


class Shape(StrEnum):
    """How much of a case leaves."""

    CURRENT = "current answers"
    HISTORY = "answers with their history"
    EVERYTHING = "everything"


_R = TypeVar("_R", bound=Record)


class _Out(BaseModel, Generic[_R]):
    """A record on its way, and the row it stood in: what was struck here does not come back."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    row: str
    record: _R


class _OutCase(BaseModel):
    """What an exported file says before the papers' bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    heading: str
    format: int = 1
    shape: Shape
    number: str
    reference: str
    interview: str
    invented: bool
    dossier: str
    secret: str = ""
    answers: tuple[_Out[Answered], ...]
    determined: tuple[_Out[Determined], ...] = ()
    read: tuple[_Out[ReadAloud], ...] = ()
    settled: tuple[_Out[Settled], ...] = ()
    overridden: tuple[_Out[Overridden], ...] = ()
    others: tuple[Meeting | Released | Placing, ...] = ()
    papers: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Lockup:
    """What an exported file opens with: a passphrase the program made, and what guessing it costs."""

    passphrase: str = field(repr=False)
    cost: Cost


def export_case(  # noqa: PLR0913 -- which case, where, how much, how locked, when
    store: OpenStore, opened: OpenCase, path: Path, lockup: Lockup, at: datetime, *, shape: Shape = Shape.CURRENT
) -> None:
    """Write one case as an encrypted file, and note it in the audit; StoreError for a history nobody supervises."""
    if shape is not Shape.CURRENT:
        store.required(GroupKind.SUPERVISORS)
    refuse_place(path)
    with store.changing(at) as change:
        store.note(change, at, "exported a case", opened.dossier.id.hex(), shape.value)
    pair, person = KeyPair.make(store.randomness), store.randomness(ID_SIZE)
    slot = make_slot(person, pair, lockup.passphrase, new_stretch(lockup.cost, store.randomness), store.randomness)
    with store.reading() as look:
        out = _out(store, look, with_keys(store, look, opened), shape, at)
        recipients = [Recipient(person, pair.public, slot)]
        write_parcel(path, EXPORT, recipients, _pieces(look, out), store.randomness)


def _out(store: OpenStore, look: Reading, opened: OpenCase, shape: Shape, at: datetime) -> _OutCase:
    """Return what leaves of a case."""
    stream = opened.stream(Kind.ANSWERS)
    current = {one.number for one in opened.case.current.values()}
    answers = tuple(
        _Out[Answered](row=stream.name(one.number).hex(), record=one.record)
        for one in opened.kept
        if isinstance(one.record, Answered) and (shape is not Shape.CURRENT or one.record.number in current)
    )
    standing = set(opened.case.determined.values())
    determined = tuple(
        _Out[Determined](row=stream.name(one.number).hex(), record=one.record)
        for one in opened.kept
        if isinstance(one.record, Determined) and (shape is not Shape.CURRENT or decided_in(one.record) in standing)
    )
    last = tuple(opened.case.last_read.values())
    read = tuple(
        _Out[ReadAloud](row=stream.name(one.number).hex(), record=one.record)
        for one in opened.kept
        if isinstance(one.record, ReadAloud) and (shape is not Shape.CURRENT or read_in(one.record) in last)
    )
    everything = shape is Shape.EVERYTHING
    others = tuple(
        one.record
        for kind in OF_A_CASE[1:]
        for one in chain.read(look, opened.stream(kind))[0]
        if isinstance(one.record, Meeting | Released | Placing)
    )
    return _OutCase(
        heading="" if shape is Shape.CURRENT else PRIVILEGED, shape=shape, number=opened.header.number,
        reference=opened.case.reference, interview=opened.case.interview, invented=opened.case.invented,
        dossier=opened.dossier.id.hex(), secret=opened.case.secret.hex(), answers=answers, determined=determined,
        read=read, settled=_settled(store, opened, at) if everything else (), others=others if everything else (),
        papers=opened.attached if everything else (), overridden=_overridden(opened) if everything else (),
    )  # fmt: skip


def _overridden(opened: OpenCase) -> tuple[_Out[Overridden], ...]:
    """Return the overrides of a case."""
    stream = opened.stream(Kind.ANSWERS)
    return tuple(
        _Out[Overridden](row=stream.name(one.number).hex(), record=one.record)
        for one in opened.kept
        if isinstance(one.record, Overridden)
    )


def _settled(store: OpenStore, opened: OpenCase, at: datetime) -> tuple[_Out[Settled], ...]:
    """Return the settlements of a case, the shredded ones without their note."""
    stream = opened.stream(Kind.SETTLEMENTS)
    return tuple(
        _Out[Settled](row=stream.name(kept.number).hex(), record=settlements.record_of(store, one, at))
        for kept in opened.settled
        if (one := settlements.settled_in(kept.record)) is not None
    )


def _pieces(look: Reading, out: _OutCase) -> Iterator[bytes]:
    written = out.model_dump_json().encode()
    yield len(written).to_bytes(8) + written
    for attached in out.papers:
        yield from read_content(look, attached)


def import_case(  # noqa: PLR0913 -- from where, with what, under which number, for whom, when
    store: OpenStore, path: Path, passphrase: str, number: str, at: datetime, *, new: NewCase | None = None
) -> OpenCase:
    """Bring an exported case in under a number, all of it or nothing; return it.

    `new` says who may open it, as for a new case. Raises StoreError where the file is damaged or does not open, where
    the number is taken, and where the case was erased here since it was exported; answers struck here stay struck.
    """
    wanted = replace(new or NewCase(number, Case("", "")), number=number)
    people = members_of(store, wanted)
    with open_parcel(path, EXPORT, Opener(passphrase)) as (_, _, pieces):
        take = exactly(pieces, path.name)
        out = _read_out(take(int.from_bytes(take(8))), path.name)
        with store.changing(at) as change:
            struck = _struck_here(store, change.tables, out, path.name)
            answers = [answer_in(one.record) for one in out.answers if one.row not in struck]
            held = (decided_in(one.record) for one in out.determined if one.row not in struck)
            determined = tuple(one for one in held if one is not None)
            aloud = (read_in(one.record) for one in out.read if one.row not in struck)
            let_go = (overrides.override_in(one.record) for one in out.overridden if one.row not in struck)
            renumbered = _renumbered(one for one in answers if one)
            case = Case(
                out.reference, out.interview, renumbered, out.invented, determined, bytes.fromhex(out.secret),
                read_backs=tuple(filter(None, aloud)), settlements=_settled_in(out, struck),
                overrides=tuple(filter(None, let_go)),
            )  # fmt: skip
            wanted = replace(wanted, case=case, came_from=out.dossier)
            refuse_taken(store, change.tables, number)
            opened = begin_case(store, change, wanted, people, at)
            opened = _bring_in(store, change, opened, out, take, at)
            if next(pieces, b""):
                raise StoreError(f"{path.name} holds more than it says", "ask for the file again")
            store.note(change, at, "imported a case", opened.dossier.id.hex(), out.shape.value)
    return opened


def _read_out(written: bytes, name: str) -> _OutCase:
    try:
        return _OutCase.model_validate_json(written)
    except ValidationError:
        raise StoreError(f"{name} was written by a newer legalassist", "install the newer program here") from None


def _struck_here(store: OpenStore, look: Reading, out: _OutCase, name: str) -> frozenset[str]:
    """Return the rows and chunks struck in this store, in hex; StoreError where the case itself was erased here."""
    found: set[str] = set()
    for line in gone.lines(look.rows(Table.GONE), store.ring):
        if line.gone.what == "erased" and line.gone.dossier == out.dossier:
            raise StoreError(f"{name} holds a case that was erased here", "what was erased does not come back")
        if line.gone.what == "struck":
            found |= {line.row.hex(), *line.gone.owners}
    return frozenset(found)


def _renumbered(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    return tuple(replace(answer, number=number) for number, answer in enumerate(answers, 1))


def _settled_in(out: _OutCase, struck: frozenset[str]) -> tuple[Settlement, ...]:
    """Return the settlements a file holds; a note that was shredded here does not come back."""
    found = ((one.row, settlements.settled_in(one.record)) for one in out.settled)
    return tuple(replace(one, note="") if row in struck else one for row, one in found if one is not None)


def _bring_in(  # noqa: PLR0913, PLR0917 -- a private step of the import
    store: OpenStore, change: Change, opened: OpenCase, out: _OutCase, take: Callable[[int], bytes], at: datetime
) -> OpenCase:
    """Bring in what a file holds besides answers: meetings, releases, papers."""
    for kind in OF_A_CASE[1:]:
        records = tuple(one for one in out.others if kind in one.streams)
        if records:
            chain.append(change, opened.stream(kind), records, chain.Head())
    struck = _struck_here(store, change.tables, out, "")
    for attached in out.papers:
        pieces = _blocks(take, attached.size)
        if attached.chunks in struck:
            for _ in pieces:
                pass
            continue
        opened = attach_to_case(store, change, opened, Paper.of(attached), pieces, at)
    return opened


def _blocks(take: Callable[[int], bytes], size: int) -> Iterator[bytes]:
    """Yield that many bytes in blocks."""
    while size:
        block = take(min(size, CAPACITY))
        size -= len(block)
        yield block
