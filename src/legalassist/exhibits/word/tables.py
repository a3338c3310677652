"""The tables of a stranger's file, on a whole grid that fits the page."""

from lxml import etree

from legalassist.documents.subset.styles import W, child, val, whole
from legalassist.exhibits.word.names import drop, drop_each, made, own

_LINE = 9360
"""Twentieths of a point between the margins of a Letter page."""
_LEAST = 360


def house_tables(story: etree._Element) -> None:
    """Put every table of a story on a grid: rows equally long, no wider than the page, none beside the text."""
    for table in list(story.iter(W + "tbl")):
        properties = own(table, "tblPr")
        # Word ticks "Header Row" for every table: only a row that repeats on each page surely names the columns.
        drop_each([*properties.iter(W + "tblpPr"), *properties.iter(W + "tblLook")])
        rows = [row for row in table.iter(W + "tr") if _table_of(row) is table]
        for row in rows:
            _fill_ends(row)
            for cell in _cells(row):
                drop_each(cell.iterfind(f"{W}tcPr/{W}textDirection"))
        _set_grid(table, rows)
        _join_down(rows)


def _table_of(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(W + "tbl"), None)


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row.iter(W + "tc") if next(cell.iterancestors(W + "tr"), None) is row]


def _columns(row: etree._Element) -> int:
    return sum(max(1, whole(val(child(child(cell, "tcPr"), "gridSpan")), 1)) for cell in _cells(row))


def _fill_ends(row: etree._Element) -> None:
    """Put empty cells where a row begins or ends inside the grid."""
    properties = child(row, "trPr")
    for name, first in (("gridBefore", True), ("gridAfter", False)):
        asked = child(properties, name)
        if asked is None:
            continue
        cells, empty = _cells(row), _empty(whole(val(asked), 1))
        drop(asked)
        if cells and first:
            cells[0].addprevious(empty)
        elif cells:
            cells[-1].addnext(empty)


def _empty(columns: int) -> etree._Element:
    cell = made("tc")
    properties = etree.SubElement(cell, W + "tcPr")
    properties.append(made("gridSpan", val=str(max(1, columns))))
    etree.SubElement(cell, W + "p")
    return cell


def _set_grid(table: etree._Element, rows: list[etree._Element]) -> None:
    """Give the table as many columns as its longest row has, and every row as many cells as there are columns."""
    widths = [max(whole(val(one, "w")), 0) for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    columns = max([_columns(row) for row in rows], default=0)
    widths = (widths + [_LEAST * 2] * columns)[:columns] if widths else [_LINE // max(columns, 1)] * columns
    total = sum(widths)
    if total > _LINE:
        widths = [max(_LEAST, width * _LINE // total) for width in widths]
    for row in rows:
        lacking, cells = columns - _columns(row), _cells(row)
        if lacking and cells:
            cells[-1].addnext(_empty(lacking))
    drop_each(table.iterfind(W + "tblGrid"))
    grid = made("tblGrid")
    for width in widths:
        grid.append(made("gridCol", w=str(width)))
    table.insert(1, grid)


def _join_down(rows: list[etree._Element]) -> None:
    """Let a cell continue the one above only where that is as wide and stands at the same column."""
    above: dict[int, int] = {}
    for row in rows:
        here: dict[int, int] = {}
        column = 0
        for cell in _cells(row):
            properties = child(cell, "tcPr")
            columns = max(1, whole(val(child(properties, "gridSpan")), 1))
            joined = child(properties, "vMerge")
            if joined is not None and val(joined) != "restart" and above.get(column) != columns:
                drop(joined)
            elif joined is not None:
                here[column] = columns
            column += columns
        above = here
