"""Settlements as records of a stream of their own, and back: privileged, and apart from everything the client said."""

from collections.abc import Iterable
from datetime import datetime

from legalassist.cases.settlement import Settlement
from legalassist.stores.records import Kept, Record, Settled, Tombstone
from legalassist.stores.store import OpenStore
from legalassist.stores.tally import written_time

_BETWEEN = "|"


def record_of(store: OpenStore, one: Settlement, at: datetime) -> Settled:
    """Return the record of a settlement."""
    return Settled(
        at=written_time(at), by=store.person.hex, contradiction=one.contradiction, settled=one.settled, note=one.note,
        entered_by=one.by, entered_at=one.at, rests_on=one.rests_on,
    )  # fmt: skip


def left_of(record: Settled) -> dict[str, str]:
    """Return what a tombstone keeps of a shredded note: which contradiction, resting on what, by whom, when."""
    path = f"{record.contradiction}{_BETWEEN}{record.rests_on}{_BETWEEN}{'' if record.settled else 'open'}"
    return {"path": path, "entered_by": record.entered_by, "entered_at": record.entered_at}


def settled_in(record: Record | Tombstone) -> Settlement | None:
    """Return the settlement a record holds; of a shredded one all but the note."""
    if isinstance(record, Tombstone):
        contradiction, rests_on, taken_back = record.path.split(_BETWEEN)
        return Settlement(contradiction, "", record.entered_by, record.entered_at, rests_on, settled=not taken_back)
    if not isinstance(record, Settled):
        return None
    return Settlement(
        record.contradiction, record.note, record.entered_by, record.entered_at, record.rests_on,
        settled=record.settled,
    )  # fmt: skip


def settlements_in(kept: Iterable[Kept]) -> tuple[Settlement, ...]:
    """Return the settlements of a stream, oldest first."""
    return tuple(one for one in (settled_in(each.record) for each in kept) if one is not None)
