"""The clinic's own records of handouts: acknowledgments, calls, prints, recordings. One file that only ever grows.

It lies on the clinic's handout shelf, outside the case store, in clear: an outreach worker prints without any
passphrase and has no key to any case. So nothing in it is about a client: no name, no place, only codes. What a
drop-point code stands for is written on paper, not here.
"""

import datetime as dt
import fcntl
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from legalassist.errors import ContentError, Place, Problem, UsageError
from legalassist.handouts.gates import Clearances
from legalassist.reviews.ledger import Ledger, Wording

FILE = "records.jsonl"
"""The file's name on the handout shelf: one JSON object a line."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=20)]
"""How the clinic names a person: short, and no name."""

DropPoint = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{1,3}$")]
"""Where copies were left, as a code of the clinic's own paper list: D7."""

SoundFile = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*\.(mp3|m4a|wav|ogg|opus)$", max_length=80)
]
"""The name of a recording, without a folder."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Version = Annotated[str, StringConstraints(pattern=r"^[2-9B-Z]{4}$")]
Word = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^\S+$")]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    on: dt.date


class Acknowledged(_Record):
    """An attorney knows that an authority is contested, weakly sourced or due, and lets it stand on handouts."""

    kind: Literal["acknowledged"] = "acknowledged"
    by: Code
    authority: Word


class Called(_Record):
    """Somebody called a number: who, when, and in which language it was answered (``none``: nobody answered)."""

    kind: Literal["called"] = "called"
    by: Code
    contact: Word
    number: Word
    answered_in: Word


class Copies(_Record):
    """Copies of a piece were made: which version of what, how many, left where (by code); never for whom.

    Its texts, and what the clinic says of itself on it (`own`), are kept by their hashes; the words are on the shelves,
    not here. `scanned`: with a code to scan.
    """

    kind: Literal["printed"] = "printed"
    topic: Word
    format: Word
    language: Word
    variant: Word
    code: Version
    copies: Annotated[int, Field(ge=1, le=100_000)]
    drop_point: DropPoint | None = None
    number: str
    profile: Word = "office"
    scanned: bool = False
    own: dict[Word, Digest] = Field(default_factory=dict)
    contacts: tuple[Word, ...] = ()
    authorities: tuple[Word, ...] = ()
    texts: tuple[Wording, ...] = ()


class Recording(_Record):
    """Somebody of the clinic spoke a topic's texts for the ear into a file, which lies where the clinic keeps it.

    Only its name stands here; nothing here opens or plays it. Its texts are kept by their hashes, as they were then.
    """

    kind: Literal["recording"] = "recording"
    topic: Word
    language: Word
    file: SoundFile
    voice: Code
    texts: Annotated[tuple[Wording, ...], Field(min_length=1)]


Kept = Acknowledged | Called | Copies | Recording
Record = Annotated[Kept, Field(discriminator="kind")]
_ADAPTER: TypeAdapter[Kept] = TypeAdapter(Record)

NOBODY = "none"
"""The language of a call that nobody answered."""


class Records:
    """Every record of a handout shelf, in the order written."""

    def __init__(self, all_of_them: Iterable[Kept] = ()) -> None:
        """Take the records."""
        self.all = tuple(all_of_them)

    @property
    def printed(self) -> tuple[Copies, ...]:
        """The print log."""
        return tuple(one for one in self.all if isinstance(one, Copies))

    @property
    def recordings(self) -> tuple[Recording, ...]:
        """The recordings; of one file the latest record counts: it was spoken anew under the same name."""
        return tuple({one.file.casefold(): one for one in self.all if isinstance(one, Recording)}.values())

    def clearances(self, numbers: dict[str, str], ledger: Ledger) -> Clearances:
        """Return what the gates ask for, with the ledger of approvals.

        A call counts for the number that was called, and only while it is answered. `numbers` are the contacts' numbers
        of today: a number that has changed since the call is not printed.
        """
        acknowledged: dict[str, dt.date] = {}
        called: dict[str, dt.date] = {}
        for one in sorted(self.all, key=lambda one: one.on):
            if isinstance(one, Acknowledged):
                acknowledged[one.authority] = one.on
            elif isinstance(one, Called):
                called.pop(one.contact, None)
                if one.answered_in != NOBODY and numbers.get(one.contact) == one.number:
                    called[one.contact] = one.on
        return Clearances(ledger, acknowledged, called)


_CODES = {
    "by": ("a person is named by a code of small letters and digits", "the clinic's own code: mm, and no name"),
    "voice": ("a voice is named by a code of small letters and digits", "the clinic's own code: mm, and no name"),
    "file": (
        "a recording is named by its file alone: Latin letters, digits, hyphens, then .mp3, .m4a, .wav, .ogg or .opus",
        "write at-the-door-mm.mp3, without a folder; the file stays where the clinic keeps its recordings",
    ),
    "drop_point": (
        "a drop point is named by a code: one capital letter, one to three digits",
        "write D7, and what D7 stands for on your paper list: no place stands in the software",
    ),
}


R = TypeVar("R", Acknowledged, Called, Copies, Recording)


def recorded(kind: type[R], **said: object) -> R:
    """Return a record of what was said; UsageError where a code is none, which repeats nothing that was typed."""
    try:
        return kind.model_validate(said)
    except ValidationError as wrong:
        place = str(wrong.errors()[0]["loc"][0])
        if place not in _CODES:
            raise
        message, hint = _CODES[place]
        raise UsageError(f"--{place.replace('_', '-')}: {message}", hint=hint) from None


def read_records(folder: Path | None) -> Records:
    """Return the records in a folder; none where there is no folder or no file yet.

    Raises ContentError naming every line that is none: a damaged file clears nothing.
    """
    path = folder / FILE if folder is not None else None
    if path is None or not path.exists():
        return Records()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        message = f"{path} cannot be read"
        raise UsageError(message, hint="it should be the records of a handout shelf, as UTF-8 text") from None
    found, problems = [], []
    for number, line in enumerate(lines, 1):
        try:
            found.append(_ADAPTER.validate_json(line))
        except ValidationError:
            hint = "take the line out, or put back the file of your last backup; until then nothing is cleared"
            problems.append(Problem(Place(FILE, number), "this is no record of a handout shelf", hint))
    if problems:
        raise ContentError(problems=tuple(problems))
    return Records(found)


def add_records(folder: Path, new: Iterable[Kept]) -> None:
    """Write records at the end of the file, durably; two people at once do not mix their lines."""
    read_records(folder)  # nothing is added to a file that is damaged
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lines = "".join(f"{one.model_dump_json()}\n" for one in new).encode()
    handle = os.open(folder / FILE, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        before = os.fstat(handle).st_size
        if before and os.pread(handle, 1, before - 1) != b"\n":
            lines = b"\n" + lines
        written = os.write(handle, lines)
        if written != len(lines):
            os.ftruncate(handle, before)
            message = f"{FILE} could not be written whole"
            raise UsageError(message, hint="there is no space left; nothing was recorded")
        os.fsync(handle)
    finally:
        os.close(handle)
