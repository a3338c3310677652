"""Keep the steps of placing cases in the store, and read them: of a case, of the pipeline, of the firms."""

from datetime import datetime
from typing import TypeVar

from legalassist.placement import firms, releases  # so that every step is known by its name
from legalassist.placement.steps import OfACase, OfTheFirms, OfThePipeline, OfTheProgramme, Step, read_step
from legalassist.stores import chain
from legalassist.stores.cases import OpenCase, add_to_stream, read_stream
from legalassist.stores.records import Kept, Kind, Moved, Placing
from legalassist.stores.store import OpenStore
from legalassist.stores.tally import written_time

__all__ = [
    "add_to_case",
    "add_to_shelf",
    "firms",
    "moves",
    "of_a_case",
    "of_the_shelf",
    "pipeline",
    "releases",
    "whole_pipeline",
]

S = TypeVar("S", bound=Step)


def add_to_case(store: OpenStore, opened: OpenCase, step: OfACase, at: datetime) -> None:
    """Keep a step with its case; raises what saving to the store raises."""
    with store.changing(at) as change:
        add_to_stream(store, change, opened, Kind.RELEASES, _record(store, step, at))
        store.note(change, at, f"placement: {step.of}", opened.dossier.id.hex())


def add_to_shelf(
    store: OpenStore, at: datetime, *steps: OfThePipeline | OfTheProgramme | OfTheFirms | Moved,
    with_case: tuple[OpenCase, OfACase] | None = None,
) -> None:  # fmt: skip
    """Keep steps of the pipeline or of the firms, and one that lies `with_case`, all or none.

    Raises what saving to the store raises.
    """
    with store.changing(at) as change:
        for opened, own in (with_case,) if with_case else ():
            add_to_stream(store, change, opened, Kind.RELEASES, _record(store, own, at))
            store.note(change, at, f"placement: {own.of}", opened.dossier.id.hex())
        for step in steps:
            kind = Kind.FIRMS if isinstance(step, OfTheFirms) else Kind.PIPELINE
            record = step if isinstance(step, Moved) else _record(store, step, at)
            stream = store.shelf_stream(kind)
            chain.append(change, stream, (record,), chain.read_head(change.tables, stream)[0])


def of_a_case(store: OpenStore, opened: OpenCase, kind: type[S]) -> tuple[S, ...]:
    """Return the steps of one kind that lie with a case, oldest first."""
    return _of_kind(read_stream(store, opened, Kind.RELEASES), kind)


def of_the_shelf(store: OpenStore, kind: type[S]) -> tuple[S, ...]:
    """Return the steps of one kind in the pipeline or among the firms, oldest first; StoreError without their key."""
    shelf = Kind.FIRMS if issubclass(kind, OfTheFirms) else Kind.PIPELINE
    return _of_kind(store.read(store.shelf_stream(shelf))[0], kind)


def moves(store: OpenStore) -> tuple[Moved, ...]:
    """Return every move of every case along the pipeline, oldest first."""
    kept = store.read(store.shelf_stream(Kind.PIPELINE))[0]
    return tuple(one.record for one in kept if isinstance(one.record, Moved))


def pipeline(store: OpenStore) -> tuple[OfThePipeline | Moved, ...]:
    """Return every step of the pipeline, oldest first."""
    return tuple(one for one in whole_pipeline(store) if isinstance(one, OfThePipeline | Moved))


def whole_pipeline(store: OpenStore) -> tuple[OfThePipeline | OfTheProgramme | Moved, ...]:
    """Return every step of the pipeline and of the programme, oldest first, by one reading of the store."""
    kept = store.read(store.shelf_stream(Kind.PIPELINE))[0]
    steps = (
        read_step(one.record.of, one.record.said) if isinstance(one.record, Placing) else one.record for one in kept
    )
    return tuple(one for one in steps if isinstance(one, OfThePipeline | OfTheProgramme | Moved))


def _record(store: OpenStore, step: Step, at: datetime) -> Placing:
    return Placing(at=written_time(at), by=store.person.hex, of=step.of, said=step.said)


def _of_kind(kept: tuple[Kept, ...], kind: type[S]) -> tuple[S, ...]:
    found = (read_step(one.record.of, one.record.said) for one in kept if isinstance(one.record, Placing))
    return tuple(one for one in found if isinstance(one, kind))
