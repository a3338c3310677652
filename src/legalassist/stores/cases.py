"""Cases in an open store: new, open, save. A case here is a dossier: one data key and five streams under it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from legalassist.cases.answer import Answer, Said, State
from legalassist.cases.case import Case
from legalassist.cases.determination import Determination
from legalassist.cases.exhibit_file import ExhibitFile, FiledAs
from legalassist.errors import StoreError
from legalassist.facts.paths import pattern_of
from legalassist.stores import chain, overrides, settlements
from legalassist.stores.chain import Head, Stream
from legalassist.stores.headers import TVISA, Header, Sides
from legalassist.stores.listing import Listed, listed_in, write_header
from legalassist.stores.people import Dossier, GroupKind, Locks, Person, Role
from legalassist.stores.read_backs import read_in, record_of
from legalassist.stores.records import (
    OF_A_CASE,
    Answered,
    Attached,
    Determined,
    Held,
    Kept,
    Kind,
    Opened,
    Record,
    Tombstone,
)
from legalassist.stores.store import OpenStore
from legalassist.stores.tables import Reading, Table
from legalassist.stores.tally import Change, written_time
from legalassist.stores.written import state_letter, state_of, value_data, value_of


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case as it was read: its answers as a `Case`, everything else its stream says, and the head to save against.

    `settled` is its stream of settlements, and `settled_head` the head of that.
    """

    listed: Listed
    dossier: Dossier
    case: Case
    head: Head
    kept: tuple[Kept, ...]
    settled: tuple[Kept, ...] = ()
    settled_head: Head = field(default_factory=Head)

    @property
    def header(self) -> Header:
        """The header as it was read."""
        return self.listed.header

    @property
    def attached(self) -> tuple[Attached, ...]:
        """The exhibits and documents that are there."""
        return tuple(one.record for one in self.kept if isinstance(one.record, Attached))

    @property
    def held(self) -> bool:
        """Whether a legal hold is on."""
        return next((one.record.on for one in reversed(self.kept) if isinstance(one.record, Held)), False)

    def stream(self, kind: Kind) -> Stream:
        """Return one of the case's streams, with the keys there were when the case was read."""
        return Stream.of(self.dossier.keys, kind)


# ---- new ----


@dataclass(frozen=True, slots=True)
class NewCase:
    """What a case begins with: its number, the answers there are, and who may open it.

    `only` makes it restricted: it opens for these people, for whoever begins it, and, unless `recoverable` is False,
    for the recovery key; for nobody else.
    """

    number: str
    case: Case
    only: tuple[Person, ...] = ()
    recoverable: bool = True
    sides: Sides = field(default_factory=lambda: TVISA)
    came_from: str = ""


def new_case(store: OpenStore, new: NewCase, at: datetime) -> OpenCase:
    """Begin a case and return it; StoreError where the number is taken or the person's keys do not reach."""
    people = members_of(store, new)
    with store.changing(at) as change:
        refuse_taken(store, change.tables, new.number)
        return begin_case(store, change, new, people, at)


def members_of(store: OpenStore, new: NewCase) -> tuple[Person, ...]:
    """Return who gets the key of a restricted case; nobody for one that all cases' people share."""
    if not new.only:
        return ()
    recovery = [one for one in store.people() if new.recoverable and one.role is Role.RECOVERY]
    return tuple({one.id: one for one in (store.person, *new.only, *recovery)}.values())


def refuse_taken(store: OpenStore, look: Reading, number: str) -> None:
    """Raise StoreError where a case the person can open has the number."""
    if any(one.header.number == number for one in listed_in(store, look)):
        raise StoreError("a case with this number is there already", "take the next free number")


def begin_case(store: OpenStore, change: Change, new: NewCase, people: tuple[Person, ...], at: datetime) -> OpenCase:
    """Begin a case, whose number is free, within a change."""
    dossier, locks = Dossier.make(store.randomness), Locks(change, store.randomness)
    case, began = replace(new.case, secret=new.case.secret or dossier.answer_secret), written_time(at)
    header = Header(
        number=new.number, reference=case.reference, interview=case.interview, opened_at=began,
        restricted=bool(new.only), invented=case.invented,
    ).describing(case, new.sides)  # fmt: skip
    opened = Opened(
        at=began, by=store.person.hex, number=new.number, reference=case.reference, interview=case.interview,
        invented=case.invented, came_from=new.came_from, secret=new.case.secret.hex(),
    )  # fmt: skip
    group = locks.make_group(GroupKind.RESTRICTED) if new.only else store.required(GroupKind.ALL_CASES)
    for person in people:
        locks.let_in(person, group)
    if new.only:
        store.join(group)
    locks.lock(dossier, group)
    listed = Listed(dossier.id, group.id, header)
    write_header(store, change, listed, header)
    determined = (_determined(store, one, at) for one in case.determinations)
    read = (record_of(store, one, at) for one in case.read_backs)
    let_go = (overrides.record_of(store, one, at) for one in case.overrides)
    records = (opened, *_answered(store, case.answers, at), *determined, *read, *let_go)
    head = chain.append(change, Stream.of(dossier.keys, Kind.ANSWERS), records, Head())
    settled = tuple(settlements.record_of(store, one, at) for one in case.settlements)
    apart = chain.append(change, Stream.of(dossier.keys, Kind.SETTLEMENTS), settled, Head()) if settled else Head()
    store.note(change, at, "began a case", dossier.id.hex())
    return OpenCase(listed, dossier, case, head, _numbered(records), _numbered(settled), apart)


def _numbered(records: Iterable[Record]) -> tuple[Kept, ...]:
    return tuple(Kept(number, one) for number, one in enumerate(records, 1))


# ---- open and save ----


def open_case(store: OpenStore, number: str) -> OpenCase:
    """Return the case with a number; StoreError where the person's keys open none with it."""
    with store.reading() as look:
        listed = next((one for one in listed_in(store, look) if one.header.number == number), None)
        if listed is None:
            raise StoreError("no case with this number opens for you", "'case list' shows the cases that do")
        return read_case(look, listed, open_dossier(store, look, listed))


def open_dossier(store: OpenStore, look: Reading, listed: Listed) -> Dossier:
    """Return a listed case's key, unwrapped with the group's."""
    sealed = look.get(Table.LOCKS, listed.dossier, listed.group) or b""
    return store.ring.unlock(listed.dossier, listed.group, sealed)


def with_keys(store: OpenStore, look: Reading, opened: OpenCase) -> OpenCase:
    """Return an open case with the keys it has now: somebody may have been removed since it was opened."""
    return replace(opened, dossier=open_dossier(store, look, opened.listed))


def stream_of(store: OpenStore, look: Reading, opened: OpenCase, kind: Kind) -> Stream:
    """Return one of a case's streams with the keys it has now; for whoever writes to it or reads on."""
    return with_keys(store, look, opened).stream(kind)


def read_stream(store: OpenStore, opened: OpenCase, kind: Kind) -> tuple[Kept, ...]:
    """Return the records of one of a case's streams as they are now."""
    with store.reading() as look:
        return chain.read(look, stream_of(store, look, opened, kind))[0]


def add_to_stream(store: OpenStore, change: Change, opened: OpenCase, kind: Kind, record: Record) -> None:
    """Append a record to one of a case's other streams, whatever stands there: nothing is superseded by it."""
    stream = stream_of(store, change.tables, opened, kind)
    chain.append(change, stream, (record,), chain.read_head(change.tables, stream)[0])


def read_case(look: Reading, listed: Listed, dossier: Dossier) -> OpenCase:
    """Return a case from its stream; StoreError where anything does not fit."""
    kept, head = chain.read(look, Stream.of(dossier.keys, Kind.ANSWERS))
    if not kept or not isinstance(kept[0].record, Opened):
        raise StoreError("the answers of a case are missing", "run 'verify', and restore the last backup")
    opened = kept[0].record
    answers = tuple(answer for one in kept if (answer := answer_in(one.record)) is not None)
    determined = tuple(one for one in (decided_in(each.record) for each in kept) if one is not None)
    secret = bytes.fromhex(opened.secret) or dossier.answer_secret
    files = files_in(kept)
    read = tuple(one for one in (read_in(each.record) for each in kept) if one is not None)
    settled, apart = chain.read(look, Stream.of(dossier.keys, Kind.SETTLEMENTS))
    case = Case(
        opened.reference, opened.interview, answers, opened.invented, determined, secret, files, read,
        settlements.settlements_in(settled), overrides.overrides_in(kept),
    )  # fmt: skip
    return OpenCase(listed, dossier, case, head, kept, settled, apart)


def save_case(store: OpenStore, opened: OpenCase, case: Case, at: datetime, sides: Sides = TVISA) -> OpenCase:
    """Save the answers a case has more than when it was opened; return it as it now stands.

    Raises:
        StoreError: somebody else saved answers to it meanwhile, or the store refuses; nothing was saved.
        ValueError: the case does not continue the one that was opened, which is the program's own mistake.
    """
    before = len(opened.case.answers)
    if case.answers[:before] != opened.case.answers or case.reference != opened.case.reference:
        raise ValueError("a case is saved by adding answers to the one that was opened")
    if len(case.answers) == before:
        return opened
    added, header = case.answers[before:], opened.header
    if any(pattern_of(one.path) in sides for one in added):
        header = header.describing(case, sides)
    return add_records(store, replace(opened, case=case), tuple(_answered(store, added, at)), header, at)


def save_determination(store: OpenStore, opened: OpenCase, case: Case, at: datetime) -> OpenCase:
    """Save the last determination of a case that has one more than when it was opened; raises what `save_case` does."""
    if case.determinations[:-1] != opened.case.determinations:
        raise ValueError("a case is saved by adding a determination to the one that was opened")
    record = _determined(store, case.determinations[-1], at)
    return add_records(store, replace(opened, case=case), (record,), opened.header, at)


def save_read_back(store: OpenStore, opened: OpenCase, case: Case, at: datetime) -> OpenCase:
    """Save the last read-back of a case that has one more than when it was opened; raises what `save_case` does."""
    if case.read_backs[:-1] != opened.case.read_backs:
        raise ValueError("a case is saved by adding a read-back to the one that was opened")
    record = record_of(store, case.read_backs[-1], at)
    return add_records(store, replace(opened, case=case), (record,), opened.header, at)


def save_override(store: OpenStore, opened: OpenCase, case: Case, at: datetime) -> OpenCase:
    """Save the last override of a case that has one more than when it was opened; raises what `save_case` does."""
    if case.overrides[:-1] != opened.case.overrides:
        raise ValueError("a case is saved by adding an override to the one that was opened")
    record = overrides.record_of(store, case.overrides[-1], at)
    return add_records(store, replace(opened, case=case), (record,), opened.header, at)


def save_settlement(store: OpenStore, opened: OpenCase, case: Case, at: datetime) -> OpenCase:
    """Save the last settlement of a case that has one more than when it was opened; raises what `save_case` does."""
    if case.settlements[:-1] != opened.case.settlements:
        raise ValueError("a case is saved by adding a settlement to the one that was opened")
    record = settlements.record_of(store, case.settlements[-1], at)
    with store.changing(at) as change:
        opened = with_keys(store, change.tables, replace(opened, case=case))
        apart = chain.append(change, opened.stream(Kind.SETTLEMENTS), (record,), opened.settled_head)
    kept = (*opened.settled, Kept(opened.settled_head.count + 1, record))
    return replace(opened, settled=kept, settled_head=apart)


def add_records(
    store: OpenStore, opened: OpenCase, records: tuple[Record, ...], header: Header, at: datetime
) -> OpenCase:
    """Append records to a case's main stream and write its header where that changed; return the case."""
    with store.changing(at) as change:
        return append_to_case(store, change, opened, records, header)


def append_to_case(
    store: OpenStore, change: Change, opened: OpenCase, records: tuple[Record, ...], header: Header
) -> OpenCase:
    """Do the same within a change that does more."""
    opened = with_keys(store, change.tables, opened)
    head = chain.append(change, opened.stream(Kind.ANSWERS), records, opened.head)
    if header is not opened.header:
        write_header(store, change, opened.listed, header)
    kept = (*opened.kept, *(Kept(number, one) for number, one in enumerate(records, opened.head.count + 1)))
    return replace(opened, listed=opened.listed._replace(header=header), head=head, kept=kept)


def set_stage(store: OpenStore, opened: OpenCase, stage: str, at: datetime) -> OpenCase:
    """Write where a case stands into its header; the pipeline stream says how it came there."""
    return add_records(store, opened, (), opened.header._replace(stage=stage), at)


def set_hold(store: OpenStore, opened: OpenCase, why: str, at: datetime, *, on: bool) -> OpenCase:
    """Begin or end a legal hold; while it is on nothing of the case is erased or struck. A supervisor's act."""
    store.required(GroupKind.SUPERVISORS)
    record = Held(at=written_time(at), by=store.person.hex, on=on, why=why)
    return add_records(store, opened, (record,), opened.header._replace(held=on), at)


def demand(store: OpenStore, opened: OpenCase) -> dict[str, int]:
    """Return how much there is of a case, kind by kind, for a legal demand: counts only, no content."""
    counts: dict[str, int] = {}
    with store.reading() as look:
        opened = with_keys(store, look, opened)
        for kind in OF_A_CASE:
            for one in chain.read(look, opened.stream(kind))[0]:
                what = f"struck {one.record.was_kind}" if isinstance(one.record, Tombstone) else one.record.kind
                counts[what] = counts.get(what, 0) + 1
    return counts


# ---- answers as records ----


def _answered(store: OpenStore, answers: tuple[Answer, ...], at: datetime) -> Iterator[Answered]:
    """Yield the record of each answer."""
    for one in answers:
        yield Answered(
            at=written_time(at), by=store.person.hex, number=one.number, path=one.path, state=state_letter(one.state),
            value=value_data(one.value), entered_by=one.said.by, entered_at=one.said.at, language=one.said.language,
            interpreter=one.said.interpreter,
        )  # fmt: skip


def _determined(store: OpenStore, one: Determination, at: datetime) -> Determined:
    """Return the record of a determination."""
    return Determined(
        at=written_time(at), by=store.person.hex, item=one.item, about=one.about, decided=one.decided, attorney=one.by,
        entered_at=one.at, why=one.why, rests_on=one.rests_on,
    )  # fmt: skip


def decided_in(record: Record | Tombstone) -> Determination | None:
    """Return the determination a record holds; a struck one keeps its place, decides nothing, and leaves it open."""
    if isinstance(record, Tombstone) and record.was_kind == "determined":
        item, _, about = record.path.partition("|")
        return Determination(item, about, "", record.entered_by, record.entered_at)
    if not isinstance(record, Determined):
        return None
    return Determination(record.item, record.about, record.decided, record.attorney, record.entered_at, record.why,
                         record.rests_on)  # fmt: skip


def files_in(kept: tuple[Kept, ...]) -> tuple[ExhibitFile, ...]:
    """Return the cleaned exhibits of a case, oldest first; a struck one is not among them, nor one as it came."""
    return tuple(
        ExhibitFile(one.record.row, FiledAs(one.record.role), one.record.pages, one.record.sha256, str(one.number))
        for one in kept
        if isinstance(one.record, Attached) and one.record.cleaned_from and one.record.row
    )


def answer_in(record: Record | Tombstone) -> Answer | None:
    """Return the answer a record holds; a struck one keeps its place, says nothing, and will be asked again."""
    if isinstance(record, Tombstone):
        said = Said(record.entered_by, record.entered_at)
        return Answer(record.number, record.path, State.LATER, None, said) if record.was_kind == "answer" else None
    if not isinstance(record, Answered):
        return None
    said = Said(record.entered_by, record.entered_at, record.language, record.interpreter)
    try:
        return Answer(record.number, record.path, state_of(record.state), value_of(record.value), said)
    except (ValueError, KeyError):
        message = f"the answer to {record.path} was written by a newer legalassist"
        raise StoreError(message, "install the newer program here; nothing was changed") from None
