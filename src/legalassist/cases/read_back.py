"""A read-back: that finished papers were read to the client, by which interpreter, and what it was that was read.

It is no answer of hers and nothing an attorney decides: it happened on a day. Each paper is kept with the digest of
the text that was read. When that text changes afterwards, in a word, the read-back is stale for this paper and it has
to be read again.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from legalassist.facts.values import Spoken


class Outcome(StrEnum):
    """How a read-back ended: she confirmed what was read, asked for corrections, or it was recorded by mistake."""

    CONFIRMED = "confirmed"
    CORRECTIONS = "corrections asked"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class PieceRead:
    """One paper that was read: the code of the packet's piece, and the sha256 of its text as it then stood."""

    code: str
    digest: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """One reading.

    `on` is the day (ISO 8601) and `interpreter` the code of somebody in ``clinic.yaml``; `language` and `dialect` are
    what was spoken. `by` entered it, `at` that time. `outcome` is said of all its pieces. Where two interpreted one
    after the other, `interpreter` is who spoke with her, and `relay` who put the English into what that one knows.
    """

    on: str
    interpreter: str
    language: str
    pieces: tuple[PieceRead, ...]
    by: str
    at: str
    dialect: str = ""
    outcome: Outcome = Outcome.CONFIRMED
    relay: str = ""

    @property
    def spoken(self) -> Spoken:
        """The language it was read in."""
        return Spoken(self.language, self.dialect)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the pieces that were read."""
        return tuple(one.code for one in self.pieces)

    def digest_of(self, code: str) -> str:
        """Return the digest of a piece as it was read; empty where it was not among them."""
        return next((one.digest for one in self.pieces if one.code == code), "")

    @property
    def digest(self) -> str:
        """The sha256 of all that is recorded, but for who entered it and when."""
        read = sorted((one.code, one.digest) for one in self.pieces)
        content = [self.on, self.interpreter, self.language, self.dialect, self.outcome, read]
        content += [self.relay] if self.relay else []  # what was recorded before relays were keeps its digest
        return sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
