"""Read-backs as records of a case's main stream, and back."""

from datetime import datetime

from legalassist.cases.read_back import Outcome, PieceRead, ReadBack
from legalassist.errors import StoreError
from legalassist.stores.records import ReadAloud, Record, Tombstone
from legalassist.stores.store import OpenStore
from legalassist.stores.tally import written_time

_BETWEEN = "|"


def record_of(store: OpenStore, one: ReadBack, at: datetime) -> ReadAloud:
    """Return the record of a read-back."""
    return ReadAloud(
        at=written_time(at), by=store.person.hex, read_on=one.on, interpreter=one.interpreter, language=one.language,
        dialect=one.dialect, relay=one.relay, outcome=one.outcome.value, entered_by=one.by, entered_at=one.at,
        pieces=tuple((piece.code, piece.digest) for piece in one.pieces),
    )  # fmt: skip


def left_of(record: ReadAloud) -> dict[str, str]:
    """Return what a tombstone keeps of a struck read-back: which pieces it was about, who entered it, when."""
    codes = _BETWEEN.join(code for code, _ in record.pieces)
    return {"path": codes, "entered_by": record.entered_by, "entered_at": record.entered_at}


def read_in(record: Record | Tombstone) -> ReadBack | None:
    """Return the read-back a record holds; a struck one keeps its place, and its pieces count as not read.

    Raises StoreError for an outcome that only a newer program knows.
    """
    if isinstance(record, Tombstone) and record.was_kind == "read aloud":
        pieces = tuple(PieceRead(code, "") for code in record.path.split(_BETWEEN))
        return ReadBack("", "", "", pieces, record.entered_by, record.entered_at, outcome=Outcome.TAKEN_BACK)
    if not isinstance(record, ReadAloud):
        return None
    try:
        outcome = Outcome(record.outcome)
    except ValueError:
        message = "a read-back was written by a newer legalassist"
        raise StoreError(message, "install the newer program here; nothing was changed") from None
    return ReadBack(
        on=record.read_on, interpreter=record.interpreter, language=record.language, dialect=record.dialect,
        pieces=tuple(PieceRead(code, digest) for code, digest in record.pieces), by=record.entered_by,
        at=record.entered_at, outcome=outcome, relay=record.relay,
    )  # fmt: skip
