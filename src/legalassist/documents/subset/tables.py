"""Read a table: a fixed grid, with cells that may cover several columns or rows, and header rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from lxml import etree

from legalassist.documents.docx_file import EXPORT_AS_PDF
from legalassist.documents.subset.blocks import Cell, Paragraph, Row, Table
from legalassist.documents.subset.faults import PRINTS_NOTHING, REMOVE, TRACKED, Faults, local
from legalassist.documents.subset.runs import Settled, control
from legalassist.documents.subset.styles import W, child, is_on, val, whole


class ReadParagraphs(Protocol):
    """Reads the paragraphs of a cell."""

    def __call__(self, cell: etree._Element, tag: str) -> tuple[Paragraph, ...]:
        """Return the paragraphs; ``tag`` is that of the content control around the cell."""


_UNDRAWN = ("FFFFFF", "AUTO", "")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell and the first grid column it covers; ``continues`` joins it to the cell above."""

    cell: Cell
    column: int
    continues: bool


def flattened(element: etree._Element, faults: Faults, tag: str = "") -> Iterator[tuple[etree._Element, str]]:
    """Yield the children of a body, cell, table or row, looking through content controls, each with its tag."""
    for each in element:
        name = local(each)
        if each.tag == W + "sdt":
            content, inner = control(each, faults)
            if content is not None:
                yield from flattened(content, faults, inner or tag)
        elif each.tag in (W + "smartTag", W + "customXml"):
            yield from flattened(each, faults, tag)
        elif name and (name not in PRINTS_NOTHING or name in ("tblPr", "sectPr")):
            yield each, tag


def read_table(table: etree._Element, tag: str, read: ReadParagraphs, faults: Faults, settled: Settled) -> Table:
    """Read a ``w:tbl``; whatever is outside the subset becomes a problem of the table's first paragraph."""
    _check_table(child(table, "tblPr"), faults, settled)
    widths = tuple(whole(val(column, "w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))
    rows: list[list[_Placed]] = []
    headers: list[bool] = []
    for each, inner in flattened(table, faults, tag):
        if each.tag == W + "tr":
            if _row_stays(child(each, "trPr"), faults, settled):
                rows.append(_read_row(each, inner, read, faults))
                headers.append(is_on(child(child(each, "trPr"), "tblHeader")))
        elif each.tag != W + "tblPr":
            faults.add_outside(each)
    _check_grid(rows, len(widths), faults)
    if not any(headers) and len(rows) > 1 and _first_row_is_header(table):
        headers[0] = True
    grown = _grow(rows)
    return Table(widths, tuple(Row(cells, header) for cells, header in zip(grown, headers, strict=True)))


def _check_table(properties: etree._Element | None, faults: Faults, settled: Settled) -> None:
    if child(properties, "tblpPr") is not None:
        faults.add("is in a table that floats", "Table Properties > Text wrapping: None")
    if is_on(child(properties, "bidiVisual")):
        faults.add("is in a table that runs from right to left", EXPORT_AS_PDF)
    if child(properties, "tblPrChange") is not None and not settled.accept_changes:
        faults.add(*TRACKED)


def _first_row_is_header(table: etree._Element) -> bool:
    """Say whether Word draws the first row as a header ("Header Row" is ticked)."""
    look = child(child(table, "tblPr"), "tblLook")
    first_row_bit = 0x0020
    try:
        return val(look, "firstRow") == "1" or bool(int(val(look) or "0", 16) & first_row_bit)
    except ValueError:
        return False


def _row_stays(properties: etree._Element | None, faults: Faults, settled: Settled) -> bool:
    """Say whether a row is printed: an accepted deletion takes it away."""
    changes = [child(properties, name) for name in ("ins", "del", "trPrChange")]
    if any(each is not None for each in changes) and not settled.accept_changes:
        faults.add(*TRACKED)
    if child(properties, "gridBefore") is not None or child(properties, "gridAfter") is not None:
        faults.add("is in a table whose rows are not equally long", "make all rows equally long")
    return not (settled.accept_changes and child(properties, "del") is not None)


def _read_row(row: etree._Element, tag: str, read: ReadParagraphs, faults: Faults) -> list[_Placed]:
    placed: list[_Placed] = []
    column = 0
    for each, inner in flattened(row, faults, tag):
        if each.tag != W + "tc":
            faults.add_outside(each)
            continue
        properties = child(each, "tcPr")
        _check_cell(properties, faults)
        columns = max(1, whole(val(child(properties, "gridSpan")), 1))
        merge = child(properties, "vMerge")
        cell = Cell(read(each, inner), columns)
        placed.append(_Placed(cell, column, merge is not None and val(merge) != "restart"))
        column += columns
    return placed


def _check_cell(properties: etree._Element | None, faults: Faults) -> None:
    if child(properties, "hMerge") is not None:
        faults.add("is in a cell merged in an old way", "split the cells and merge them again")
    if any(child(properties, name) is not None for name in ("cellIns", "cellDel", "cellMerge")):
        faults.add("is in a cell with a tracked change", "settle it in Word (Review > Accept or Reject)")
    if val(child(properties, "textDirection")) not in ("", "lrTb"):
        faults.add("is in a cell with turned text", "Layout > Text Direction: horizontal")
    fill = val(child(properties, "shd"), "fill").upper()
    dark = "8"
    if fill not in _UNDRAWN and min(fill[0::2] or dark) < dark:
        faults.add("is in a cell with a dark ground", "use a light ground; blacking out hides nothing")


def _check_grid(rows: Sequence[Sequence[_Placed]], columns: int, faults: Faults) -> None:
    if any(sum(each.cell.columns for each in row) != columns for row in rows):
        faults.add("is in a table whose rows do not fill its columns", f"make all rows equally long, or {REMOVE}")


def _grow(rows: Sequence[Sequence[_Placed]]) -> list[tuple[Cell, ...]]:
    """Let cells that continue upwards become rows of the cell above them; their (empty) paragraphs go with them."""
    kept: list[list[Cell]] = [[] for _ in rows]
    open_at: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        for each in row:
            above = open_at.get(each.column) if each.continues else None
            if above is not None:
                cell = kept[above[0]][above[1]]
                extra = tuple(p for p in each.cell.paragraphs if p.pieces)
                kept[above[0]][above[1]] = replace(cell, rows=cell.rows + 1, paragraphs=cell.paragraphs + extra)
            else:
                open_at[each.column] = (number, len(kept[number]))
                kept[number].append(each.cell)
    return [tuple(cells) for cells in kept]
