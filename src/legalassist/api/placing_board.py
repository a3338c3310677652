"""The board of the pipeline, from the store; it needs the placement group's key alone."""

from collections.abc import Iterable, Iterator

from legalassist.api.placing_steps import whole_pipeline
from legalassist.placement.board import Move, Standing, standings, with_all
from legalassist.placement.steps import OfThePipeline, OfTheProgramme
from legalassist.stores.listing import list_placements
from legalassist.stores.records import Moved
from legalassist.stores.store import OpenStore


def board(store: OpenStore) -> dict[str, Standing]:
    """Return where each case stands, those too that have no stage yet; restricted ones from their first stage on.

    Raises StoreError for whoever is not in the placement group.
    """
    return every_case(store, whole_pipeline(store))


def every_case(store: OpenStore, kept: Iterable[OfThePipeline | OfTheProgramme | Moved]) -> dict[str, Standing]:
    """Return where each case stands, from what is kept of the pipeline and the headers of cases not restricted."""
    began = {dossier.hex(): face.opened_at for dossier, face in list_placements(store).items()}
    every = with_all(standings(_steps(store, kept)), began)
    return {case: one for case, one in every.items() if one.stage or case in began}


def _steps(store: OpenStore, kept: Iterable[OfThePipeline | OfTheProgramme | Moved]) -> Iterator[OfThePipeline | Move]:
    names = {one.hex: one.name for one in store.people()}
    for step in kept:
        if isinstance(step, Moved):
            yield Move(step.case, step.stage, step.at[:10], names.get(step.by, "somebody who left"))
        elif isinstance(step, OfThePipeline):
            yield step
