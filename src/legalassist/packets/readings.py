"""Which pieces of a packet were read back to whoever signs them, by whom, and whether they still are what was read.

A read-back keeps the digest of what was read (`cases.read_back`). Here it is held against the piece as it would be
bound today: a word that changed makes it stale for that piece. What only comes out of the reading (the interpreter's
name on the form that was read) is not part of what was read.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from legalassist.assessments.missing import Kind, MissingItem
from legalassist.cases.case import Case
from legalassist.cases.read_back import Outcome, ReadBack
from legalassist.documents.clinic import Clinic, Interpreter
from legalassist.forms.sources import Read, Reader, waits_for
from legalassist.languages.formats import spoken_name
from legalassist.packets.plan import Planned

Digest = Callable[[Planned], str]
"""How the digest of a piece's text comes about, as the piece would be bound today."""


class Standing(StrEnum):
    """How a piece stands with its reading."""

    CURRENT = "read back, and unchanged since"
    NOT_NEEDED = "nobody has to read it back"
    NOT_READ = "not read back yet"
    CHANGED = "changed since it was read back: read it again"
    CORRECTIONS = "corrections were asked for when it was read: make them, and read it again"
    NO_INTERPRETER = "clinic.yaml has nobody with the code of the interpreter who read it"


@dataclass(frozen=True, slots=True)
class PieceReading:
    """A piece and its reading: how it stands, the last read-back that did not get taken back, and its interpreter.

    `relay` is a second interpreter, who put the English into what the first one knows.
    """

    planned: Planned
    standing: Standing
    read: ReadBack | None = None
    interpreter: Interpreter | None = None
    relay: Interpreter | None = None

    @property
    def in_relay(self) -> bool:
        """Say whether two interpreters read it, one after the other, and it is what they read."""
        return self.read is not None and bool(self.read.relay) and self.standing is Standing.CURRENT

    @property
    def between(self) -> str:
        """The language the two interpreters spoke with each other; all it can have been, where they share several."""
        if self.read is None or self.interpreter is None or self.relay is None:
            return ""
        shared = self.interpreter.between(self.relay, self.read.spoken)
        return " or ".join(spoken_name(one.language, one.dialect, "en") for one in shared)

    @property
    def owed(self) -> bool:
        """Say whether a reading of it stands out: it is needed, or was begun and does not hold any more."""
        return self.standing not in (Standing.CURRENT, Standing.NOT_NEEDED)

    @property
    def item(self) -> MissingItem:
        """The missing item that says so."""
        path = waits_for(self.planned.code)
        return MissingItem(Kind.READING, path, "", self.standing.value, f"Read back: {self.planned.title}")


class Readings:
    """The readings of one packet's pieces. Nothing is rendered before somebody asks after a piece that was read."""

    def __init__(self, case: Case, clinic: Clinic, pieces: Sequence[Planned], digest: Digest) -> None:
        """Take the case, the clinic whose interpreters there are, the pieces, and how a digest comes about."""
        self.case, self.pieces, self._digest = case, pieces, digest
        self._people: Mapping[str, Interpreter] = {one.code: one for one in clinic.interpreters}
        self._digests: dict[str, str] = {}

    @cached_property
    def all(self) -> tuple[PieceReading, ...]:
        """The readings that are needed or were recorded, in the order of the packet."""
        return tuple(self.of(one) for one in self.pieces if one.read_back or self._last(one.code) is not None)

    @property
    def owed(self) -> Iterator[PieceReading]:
        """Yield the readings that stand out."""
        return (one for one in self.all if one.owed)

    def digest(self, planned: Planned) -> str:
        """Return the digest of a piece's text as it would be bound today."""
        known = self._digests.get(planned.code)
        if known is None:
            known = self._digests[planned.code] = self._digest(planned)
        return known

    def named(self, code: str) -> PieceReading | None:
        """Return the reading of the piece with a code; None where the packet has no such piece."""
        return next((self.of(one) for one in self.pieces if one.code == code), None)

    def of(self, planned: Planned) -> PieceReading:
        """Return how a piece stands."""
        read = self._last(planned.code)
        if read is None:
            return PieceReading(planned, Standing.NOT_READ if planned.read_back else Standing.NOT_NEEDED)
        person, relay = self._people.get(read.interpreter), self._people.get(read.relay)
        known = person is not None and (relay is not None or not read.relay)
        return PieceReading(planned, self._standing(planned, read, known=known), read, person, relay)

    def _standing(self, planned: Planned, read: ReadBack, *, known: bool) -> Standing:
        if read.outcome is Outcome.CORRECTIONS:
            return Standing.CORRECTIONS
        if read.digest_of(planned.code) != self.digest(planned):
            return Standing.CHANGED
        return Standing.CURRENT if known else Standing.NO_INTERPRETER

    def _last(self, code: str) -> ReadBack | None:
        """Return the last read-back of a piece; None where there is none, or it was recorded by mistake."""
        read = self.case.last_read.get(code)
        return None if read is None or read.outcome is Outcome.TAKEN_BACK else read

    def of_form(self, planned: Planned) -> Read:
        """Return what a form may say of its reading: a reader only while it is what was read, and one alone read it.

        A form has room for one interpreter: of two in relay the attorney decides who certifies.
        """
        reading = self.of(planned)
        if reading.in_relay:
            return Read(planned.code, None, planned.read_back, in_relay=True)
        reader = None
        if reading.standing is Standing.CURRENT and reading.interpreter is not None and reading.read is not None:
            reader = Reader(reading.interpreter, reading.read.spoken)
        return Read(planned.code, reader, planned.read_back)
