"""The board of the pipeline and the programme's figures, from the store; both need the placement group's key alone."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from legalassist.api.placing_steps import add_to_shelf, of_the_shelf, pipeline, whole_pipeline
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment, piece
from legalassist.documents.pdf import write_pdf
from legalassist.documents.tables import Sheet, as_html, as_xlsx
from legalassist.errors import UsageError
from legalassist.library import Library, fonts
from legalassist.placement.board import Move, Standing, standings
from legalassist.placement.figures import TIME, Counted, bars, check_subtraction, count, days_of, middle, values_of
from legalassist.placement.menus import read_menus
from legalassist.placement.stages import RETURNED, STAGES
from legalassist.placement.steps import OfThePipeline, OfTheProgramme, Published, Summed
from legalassist.stores.records import Moved
from legalassist.stores.store import OpenStore

CHART: Final = "placement/chart.html"
STAGE = "stage"


def board(store: OpenStore) -> dict[str, Standing]:
    """Return where each case stands; StoreError for whoever is not in the placement group."""
    return standings(_steps(store, pipeline(store)))


def _steps(store: OpenStore, kept: Iterable[OfThePipeline | OfTheProgramme | Moved]) -> Iterator[OfThePipeline | Move]:
    names = {one.hex: one.name for one in store.people()}
    for step in kept:
        if isinstance(step, Moved):
            yield Move(step.case, step.stage, step.at[:10], names.get(step.by, "somebody who left"))
        elif isinstance(step, OfThePipeline):
            yield step


def figures(store: OpenStore, library: Library, period: str, dimension: str) -> Counted:
    """Return a table of the cases that entered the pipeline in a period; nothing is published by looking.

    Raises UsageError for a dimension there is not, and where a hidden count could be worked out from earlier tables.
    """
    menus = read_menus(library).menus
    rows = {row.row: [value.value for value in row.values] for row in menus.rows}
    first, last = days_of(period)
    kept = whole_pipeline(store)  # read once: a pipeline of ten thousand cases is most of the work
    cases = {case: one for case, one in standings(_steps(store, kept)).items() if first <= one.entered <= last}
    if dimension == TIME:
        made = Counted(period, dimension, (("median days", middle(tuple(_days(cases.values())))),))
    elif dimension == STAGE:
        made = count(period, dimension, (one.stage for one in cases.values()), (*STAGES, RETURNED))
    elif dimension in rows:
        values = {one.case: one.values for one in kept if isinstance(one, Summed) and one.case in cases}
        said = values_of((values.get(case, {}) for case in cases), dimension)
        made = count(period, dimension, said, rows[dimension])
    else:
        message = "there is no such dimension"
        raise UsageError(message, hint=f"one of {', '.join((STAGE, TIME, *rows))}")
    check_subtraction(made, (_table(one) for one in kept if isinstance(one, Published)))
    return made


def _days(cases: Iterable[Standing]) -> Iterator[int]:
    """Yield the days from entering the pipeline to the first placement."""
    for one in cases:
        if one.placed:
            yield (dt.date.fromisoformat(one.placed) - dt.date.fromisoformat(one.entered)).days


def published(store: OpenStore) -> tuple[Counted, ...]:
    """Return the tables that were published."""
    return tuple(map(_table, of_the_shelf(store, Published)))


def _table(one: Published) -> Counted:
    return Counted(one.period, one.dimension, one.cells)


def publish(store: OpenStore, table: Counted, at: dt.datetime) -> None:
    """Keep that a table goes out, once, so that no later one gives away what it hides.

    It is kept before the files are seen: after a crash between the two, the same command writes the same table.
    """
    before = published(store)
    check_subtraction(table, before)
    if table in before:
        return
    step = Published(on=at.date().isoformat(), by=store.person.name, period=table.period, dimension=table.dimension,
                     cells=table.cells)  # fmt: skip
    add_to_shelf(store, at, step)


def figures_files(table: Counted, library: Library) -> dict[str, bytes]:
    """Return a table of figures as a workbook, an HTML page, and a one-page chart as a tagged PDF."""
    sheet, templates = figures_sheet(table), environment(library)
    rows = [{"label": value, "told": told, "width": width} for value, told, width in bars(table)]
    context = {"title": sheet.title, "intro": sheet.intro, "caption": sheet.caption, "columns": sheet.columns,
               "notes": sheet.notes, "bars": "in proportion", "rows": rows}  # fmt: skip
    html = piece(templates, CHART, context, title=sheet.title, language="en")
    chart = write_pdf(html, fonts=Fonts.read(fonts()))
    return {"figures.xlsx": as_xlsx(sheet), "figures.html": as_html(sheet, templates), "figures.pdf": chart}


def figures_sheet(table: Counted) -> Sheet:
    """Return a table of figures, with how it was made safe."""
    return Sheet(
        title="Placement figures", caption=f"Cases that began in {table.period}, by {table.dimension}",
        columns=(table.dimension, "cases" if table.dimension != TIME else "days"), rows=table.cells,
        notes=("Counts under 10 are not told; others are rounded to the nearest 5. No totals, on purpose.",),
    )  # fmt: skip
