"""Overrides of the gate as records of a case's main stream, and back. The reason is privileged."""

from collections.abc import Iterable
from datetime import datetime

from legalassist.cases.override import Override
from legalassist.stores.records import Kept, Overridden, Record, Tombstone
from legalassist.stores.store import OpenStore
from legalassist.stores.tally import written_time


def record_of(store: OpenStore, one: Override, at: datetime) -> Overridden:
    """Return the record of an override."""
    return Overridden(
        at=written_time(at), by=store.person.hex, rule=one.rule, given=one.given, reason=one.reason, attorney=one.by,
        entered_at=one.at, rests_on=one.rests_on,
    )  # fmt: skip


def left_of(record: Overridden) -> dict[str, str]:
    """Return what a tombstone keeps of a struck override: which rule, by whom, when."""
    return {"path": record.rule, "entered_by": record.attorney, "entered_at": record.entered_at}


def override_in(record: Record | Tombstone) -> Override | None:
    """Return the override a record holds; a struck one keeps its place and overrides nothing: the rule blocks again."""
    if isinstance(record, Tombstone) and record.was_kind == "overridden":
        return Override(record.path, "", record.entered_by, record.entered_at, given=False)
    if not isinstance(record, Overridden):
        return None
    return Override(record.rule, record.reason, record.attorney, record.entered_at, record.rests_on, given=record.given)


def overrides_in(kept: Iterable[Kept]) -> tuple[Override, ...]:
    """Return the overrides of a stream, oldest first."""
    return tuple(one for one in (override_in(each.record) for each in kept) if one is not None)
