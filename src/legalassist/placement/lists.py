"""A list of cases for the pro bono mail: one line each, in an order that means nothing."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legalassist.documents.tables import Sheet
from legalassist.placement.menus import Menus


@dataclass(frozen=True, slots=True)
class Line:
    """One case on a list: what its summary says, by menus' values alone; `answer_by` is a day (ISO) until printed."""

    reference: str
    lines: tuple[tuple[str, str], ...]
    also: tuple[tuple[str, str], ...]
    tasks: tuple[str, ...]
    answer_by: str


def list_sheet(
    menus: Menus, cases: Iterable[Line], clinic: tuple[str, ...], bands: tuple[str, ...], hours: str = ""
) -> Sheet:
    """Return the list as a table, the cases in the order given; every cell is a text of the menus.

    `hours`: the programme's own, as `teaser.hours_told` says them.
    """
    texts = menus.case_list
    labels = [row.label for row in menus.rows]
    columns = (texts.reference, *labels, texts.also, menus.tasks.label, menus.answer.label)
    return Sheet(
        title=texts.title,
        caption=texts.caption,
        columns=columns,
        rows=tuple(_row(menus, labels, case) for case in cases),
        intro=(*bands, *texts.intro, *clinic),
        notes=(*((f"{menus.hours.label}: {hours}",) if hours else ()), *texts.notes),
    )


def _row(menus: Menus, labels: list[str], case: Line) -> tuple[str, ...]:
    said = dict(case.lines)
    also = "; ".join(f"{label}: {value}" for label, value in case.also)
    return (
        case.reference, *(said.get(label, menus.not_stated) for label in labels), also, " ".join(case.tasks),
        case.answer_by,
    )  # fmt: skip


def list_texts(sheet: Sheet) -> Iterator[str]:
    """Yield every text of a list in the shapes it is printed in, to be known as shelf text; references left out."""
    yield from (sheet.title, sheet.caption, *sheet.columns, *sheet.intro, *sheet.notes)
    for row in sheet.rows:
        yield from row[1:]


def latest_answer(days: Iterable[str]) -> dt.date:
    """Return the last day firms may answer by."""
    return max(map(dt.date.fromisoformat, days))
