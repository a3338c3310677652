"""The records: typed, append-only, each with the version of its schema, who made it and when.

A record is a frozen pydantic model; it is written as compact JSON inside the seal. A field may be added with a default
in a later version of the same kind; anything else is a new version number, and its reader keeps reading the old one.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from legalassist.errors import StoreError


class Kind(StrEnum):
    """The streams of a case (first four) and of the clinic."""

    ANSWERS = "answers"
    MEETINGS = "meetings"
    RELEASES = "releases"
    SETTLEMENTS = "settlements"
    APPROVALS = "approvals"
    PRINT_LOG = "print log"
    PIPELINE = "pipeline"
    FIRMS = "firms"
    AUDIT = "audit"


OF_A_CASE = (Kind.ANSWERS, Kind.MEETINGS, Kind.RELEASES, Kind.SETTLEMENTS)


class Record(BaseModel):
    """What every record says: its kind and schema version, when (UTC), and by whom (id in hex; "": the program)."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    streams: ClassVar[tuple[Kind, ...]] = ()
    """Where records of this kind may stand."""

    kind: str
    version: Literal[1] = 1
    at: str
    by: str = ""


class Opened(Record):
    """The first record of a case."""

    streams = (Kind.ANSWERS,)
    kind: Literal["opened"] = "opened"
    number: str
    reference: str
    interview: str
    invented: bool = False
    came_from: str = ""
    """The dossier of the store it was exported from, in hex; "" for a case that began here."""
    secret: str = ""
    """What its answers' digests are made with there, in hex, so that decisions that rest on answers stay what they are;
    "" for a case that began here: its own key gives it."""


class Answered(Record):
    """One answer: what `cases.Answer` holds. `value` is `written.value_data`; `entered_*` as said then."""

    streams = (Kind.ANSWERS,)
    kind: Literal["answer"] = "answer"
    number: int
    path: str
    state: str
    value: JsonValue = None
    entered_by: str
    entered_at: str
    language: str = "en"
    interpreter: str = ""


class Determined(Record):
    """What an attorney decided about an item of a form: what `cases.Determination` holds."""

    streams = (Kind.ANSWERS,)
    kind: Literal["determined"] = "determined"
    item: str
    about: str = ""
    decided: str
    attorney: str
    entered_at: str
    why: str = ""
    rests_on: str = ""


class ReadAloud(Record):
    """That finished papers were read to the client: what `cases.ReadBack` holds, each piece with its digest."""

    streams = (Kind.ANSWERS,)
    kind: Literal["read aloud"] = "read aloud"
    read_on: str
    interpreter: str
    relay: str = ""
    language: str
    dialect: str = ""
    outcome: str
    pieces: tuple[tuple[str, str], ...]
    entered_by: str
    entered_at: str


class Attached(Record):
    """An exhibit or a built document: where its chunks lie, and the key only this record holds.

    `cleaned_from` is the sha256 of the file a cleaned exhibit was made from; empty for that file itself, which may be
    unsafe. `row` and `role` say what it is filed as, `noticed` what was left behind when it was cleaned.
    """

    streams = (Kind.ANSWERS, Kind.RELEASES)
    kind: Literal["attached"] = "attached"
    what: Literal["exhibit", "document"]
    title: str
    media_type: str
    size: int
    sha256: str
    chunks: str
    key: str
    row: str = ""
    role: str = ""
    pages: int = 0
    cleaned_from: str = ""
    noticed: tuple[str, ...] = ()


class Struck(Record):
    """That records of the same stream lost their content; the tombstones say the same beside what is left of them."""

    streams = tuple(Kind)
    kind: Literal["struck"] = "struck"
    numbers: tuple[int, ...]
    why: str


class Held(Record):
    """A legal hold begins (`on`) or ends; while it is on, nothing of the case may be erased or struck."""

    streams = (Kind.ANSWERS,)
    kind: Literal["hold"] = "hold"
    on: bool
    why: str


class Meeting(Record):
    """A meeting with the client: how long, who was there, in which language, what was agreed."""

    streams = (Kind.MEETINGS,)
    kind: Literal["meeting"] = "meeting"
    minutes: int
    present: tuple[str, ...] = ()
    language: str = "en"
    note: str = ""


class Overridden(Record):
    """An attorney lets a packet go although a rule of the gate blocks it: what `cases.Override` holds. Privileged."""

    streams = (Kind.ANSWERS,)
    kind: Literal["overridden"] = "overridden"
    rule: str
    given: bool = True
    reason: str
    attorney: str
    entered_at: str
    rests_on: str = ""


class Settled(Record):
    """What was noted about a contradiction: what `cases.Settlement` holds. Privileged."""

    streams = (Kind.SETTLEMENTS,)
    kind: Literal["settled"] = "settled"
    contradiction: str
    settled: bool = True
    note: str
    entered_by: str
    entered_at: str
    rests_on: str = ""


class Released(Record):
    """Something of the case left the clinic: what, to whom, on which consent."""

    streams = (Kind.RELEASES,)
    kind: Literal["released"] = "released"
    what: str
    to: str
    consent: str
    digest: str = ""


class Approved(Record):
    """The clinic's yes (or no) to one text at one hash."""

    streams = (Kind.APPROVALS,)
    kind: Literal["approved"] = "approved"
    context: str
    source_digest: str
    text_digest: str
    approved: bool = True


class Printed(Record):
    """A handout was printed: which, in which language, how many; never where it went."""

    streams = (Kind.PRINT_LOG,)
    kind: Literal["printed"] = "printed"
    document: str
    language: str
    digest: str
    copies: int


class Moved(Record):
    """A case moved to another stage of the placement pipeline; `case` is its dossier in hex."""

    streams = (Kind.PIPELINE,)
    kind: Literal["moved"] = "moved"
    case: str
    stage: str
    note: str = ""


class FirmEntered(Record):
    """A firm as the clinic knows it; a later record of the same `firm` supersedes it."""

    streams = (Kind.FIRMS,)
    kind: Literal["firm"] = "firm"
    firm: str
    name: str
    contact: str = ""
    note: str = ""


class Placing(Record):
    """One step of placing a case with a law firm: `of` names it, `said` holds it as `placement.steps` writes it.

    Of a case (a release, who was asked, what went out) it stands in the case's own releases; in the pipeline and among
    the firms it names no client.
    """

    streams = (Kind.RELEASES, Kind.PIPELINE, Kind.FIRMS)
    kind: Literal["placing"] = "placing"
    of: str
    said: dict[str, JsonValue]


class BackedUp(Record):
    """A backup was made: its name, the store's head in it (count and code), who can open it, when it expires."""

    streams = (Kind.AUDIT,)
    kind: Literal["backed up"] = "backed up"
    name: str
    changes: int
    code: str
    opens_for: tuple[str, ...]
    expires: str


class HeadIssued(Record):
    """The code of the store's head left the machine, on a receipt or a supervisor's sheet."""

    streams = (Kind.AUDIT,)
    kind: Literal["head issued"] = "head issued"
    changes: int
    code: str


class Act(Record):
    """An act worth an audit line: opened, exported, erased, checked for conflicts ...; `case` is a dossier in hex."""

    streams = (Kind.AUDIT,)
    kind: Literal["act"] = "act"
    what: str
    case: str = ""
    detail: str = ""


AnyRecord = (
    Opened | Answered | Determined | ReadAloud | Attached | Struck | Held | Meeting | Overridden | Settled
    | Released | Approved | Printed | Moved | FirmEntered | Placing | Act | BackedUp | HeadIssued
)  # fmt: skip
_READER: TypeAdapter[AnyRecord] = TypeAdapter(Annotated[AnyRecord, Field(discriminator="kind")])


class Tombstone(BaseModel):
    """What is left of a struck record: who, when, why, which path it answered, and the digest of what stood there."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    at: str
    by: str
    why: str
    was: str
    was_kind: str
    number: int = 0
    path: str = ""
    entered_by: str = ""
    entered_at: str = ""
    mark: str = ""
    """A MAC of all this and its place, in hex, with a key attorneys share: nobody else can make one."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as it stands in its stream: its number there, counting from 1, and itself or its tombstone."""

    number: int
    record: Record | Tombstone


def written_record(record: Record) -> bytes:
    """Return a record as compact JSON."""
    return record.model_dump_json(exclude_defaults=False).encode()


def read_record(written: bytes) -> Record:
    """Return the record that JSON says; StoreError where this program is too old for it."""
    try:
        return _READER.validate_json(written)
    except ValidationError:
        message = "the store holds a record of a kind or version this legalassist does not know"
        raise StoreError(message, "install the newer program here; nothing was changed") from None
