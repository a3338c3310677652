"""The programme's figures, from the store: made, published, corrected."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from legalassist.api.placing_board import every_case
from legalassist.api.placing_clocks import Read, read_values
from legalassist.api.placing_steps import add_to_shelf, of_the_shelf, whole_pipeline
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment, piece
from legalassist.documents.pdf import write_pdf
from legalassist.documents.tables import Sheet, as_html, as_xlsx
from legalassist.errors import UsageError
from legalassist.library import Library, fonts
from legalassist.placement.board import Standing
from legalassist.placement.figures import NOT_STATED, TIME, Counted, bars, count, days_of, middle
from legalassist.placement.menus import read_menus
from legalassist.placement.stages import RETURNED, STAGES
from legalassist.placement.steps import Clocked, Published, Summed
from legalassist.placement.subtraction import check_subtraction
from legalassist.stores.store import OpenStore

CHART: Final = "placement/chart.html"
STAGE: Final = "stage"
NO_STAGE: Final = "no stage yet"
HOW_TOLD: Final = "Counts under 10 are not told; others are rounded to the nearest 5. No totals, on purpose."


@dataclass(frozen=True, slots=True)
class Figures:
    """A table, and how far it can be relied on.

    `not_read` cases are in no cell, for nobody read their answers yet; it cannot be published then. `read_on` is the
    oldest day that answers of a case were read for it, where this person's keys do not open the case; else empty.
    `replaces` is the day the table was published that this one corrects.
    """

    table: Counted
    not_read: int = 0
    read_on: str = ""
    replaces: str = ""


def figures(
    store: OpenStore, library: Library, period: str, dimension: str, *, corrects: bool = False
) -> Figures:  # fmt: skip
    """Return a table of the cases that began in a period; nothing is published by looking.

    A case of the store counts from the day it began there, a restricted one once it has a stage. Answers are read as
    they are now where this person's keys open the case, else as they were last read for the pipeline.

    Raises UsageError for a dimension there is not, and where a small count could be worked out from earlier tables.
    """
    menus = read_menus(library)
    rows = menus.dimensions
    if dimension not in (every := (STAGE, TIME, *rows)):
        raise UsageError("there is no such dimension", hint=f"one of {', '.join(every)}")
    first, last = days_of(period)
    kept = whole_pipeline(store)  # read once: a pipeline of ten thousand cases is most of the work
    cases = {case: one for case, one in every_case(store, kept).items() if first <= one.began <= last}
    before = [one for one in kept if isinstance(one, Published)]
    if dimension in rows:
        recorded = dict(_recorded(kept))
        now = dict(read_values(store, library, menus, cases, recorded))
        made = Figures(
            *_by_answers(period, dimension, rows[dimension], [now.get(one) or recorded.get(one) for one in cases]),
            min((recorded[one].on for one in cases if one in recorded and one not in now), default=""),
        )
    else:
        made = Figures(_by_standing(period, dimension, cases.values()))
    check_subtraction(made.table, [_table(one) for one in before], corrects=corrects)
    return Figures(made.table, made.not_read, made.read_on, _replaced(made.table, before))


def _recorded(kept: Iterable[object]) -> Iterator[tuple[str, Read]]:
    """Yield what was last read of each case for the pipeline; by older programs only what its summary says."""
    for step in kept:
        if isinstance(step, Summed):
            yield step.case, Read(step.values, step.on)
        elif isinstance(step, Clocked) and step.values is not None:
            yield step.case, Read(step.values, step.on, step.answers)


def _by_answers(
    period: str, dimension: str, menu: Sequence[str], cases: Iterable[Read | None]
) -> tuple[Counted, int]:  # fmt: skip
    """Return the table of a row of the menus, and how many were not read; what was read by another menu was not."""
    every = list(cases)
    read = [one for one in every if one is not None and one.values.get(dimension) in (*menu, NOT_STATED)]
    made = count(period, dimension, (one.values[dimension] for one in read), menu)
    return made, len(every) - len(read)


def _by_standing(period: str, dimension: str, cases: Iterable[Standing]) -> Counted:
    """Return the table of stages, or of the days from a case's first stage to its first placement."""
    if dimension == STAGE:
        return count(period, dimension, (one.stage for one in cases), (*STAGES, RETURNED), rest=NO_STAGE)
    day = dt.date.fromisoformat
    days = [(day(one.placed) - day(one.entered)).days for one in cases if one.placed]
    return Counted(period, dimension, (("median days", middle(days)),))


def _replaced(table: Counted, before: Iterable[Published]) -> str:
    """Return the day the last other table of the same period and dimension was published; empty where there is none."""
    same = [one for one in before if (one.period, one.dimension) == (table.period, table.dimension)]
    if same and _table(same[-1]) == table:
        same = [one for one in same if _table(one) != table]
    return same[-1].on if same else ""


def published(store: OpenStore) -> tuple[Counted, ...]:
    """Return the tables that were published, oldest first."""
    return tuple(map(_table, of_the_shelf(store, Published)))


def _table(one: Published) -> Counted:
    return Counted(one.period, one.dimension, one.cells)


def check_whole(made: Figures) -> None:
    """Refuse to publish a table that some case is missing from; raises UsageError."""
    if made.not_read:
        message = f"nobody read the answers of {made.not_read} of these cases yet: the table would be wrong"
        hint = "whoever has their keys runs 'legalassist placement board --clocks', or makes the table"
        raise UsageError(message, hint=hint)


def publish(store: OpenStore, made: Figures, at: dt.datetime, *, corrects: bool = False) -> None:
    """Keep that a table goes out, once, so that no later one gives away what it hides.

    It is kept before the files are seen: after a crash between the two, the same command writes the same table.
    """
    check_whole(made)
    table, before = made.table, published(store)
    check_subtraction(table, before, corrects=corrects)
    if table in before and _last_of(table, before) == table:
        return
    step = Published(on=at.date().isoformat(), by=store.person.name, period=table.period, dimension=table.dimension,
                     cells=table.cells)  # fmt: skip
    add_to_shelf(store, at, step)


def _last_of(table: Counted, before: Iterable[Counted]) -> Counted:
    return [one for one in before if (one.period, one.dimension) == (table.period, table.dimension)][-1]


def figures_files(made: Figures, library: Library) -> dict[str, bytes]:
    """Return a table of figures as a workbook, an HTML page, and a one-page chart as a tagged PDF."""
    sheet, templates = figures_sheet(made), environment(library)
    rows = [{"label": value, "told": told, "width": width} for value, told, width in bars(made.table)]
    context = {"title": sheet.title, "intro": sheet.intro, "caption": sheet.caption, "columns": sheet.columns,
               "notes": sheet.notes, "bars": "in proportion", "rows": rows}  # fmt: skip
    html = piece(templates, CHART, context, title=sheet.title, language="en")
    chart = write_pdf(html, fonts=Fonts.read(fonts()))
    return {"figures.xlsx": as_xlsx(sheet), "figures.html": as_html(sheet, templates), "figures.pdf": chart}


def figures_sheet(made: Figures) -> Sheet:
    """Return a table of figures, with how it was made safe."""
    table = made.table
    return Sheet(
        title="Placement figures", caption=f"Cases that began in {table.period}, by {table.dimension}",
        columns=(table.dimension, "cases" if table.dimension != TIME else "days"), rows=table.shown,
        notes=(*notes_of(made), HOW_TOLD),
    )  # fmt: skip


def notes_of(made: Figures) -> tuple[str, ...]:
    """Return what a reader must know of a table: what it replaces, and how old the answers may be that it counts."""
    replaces = f"Corrected: this replaces the table published on {made.replaces}." if made.replaces else ""
    read_on = f"Answers as they were last read, some on {made.read_on}." if made.read_on else ""
    return tuple(one for one in (replaces, read_on) if one)
