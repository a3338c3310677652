"""One table as a Word file, a tagged PDF, an HTML page and a workbook: same words in each, same bytes for same words.

No file says who made it or when; a workbook holds texts alone, so that a cell that begins with ``=`` is never run.
A workbook that comes in is a stranger's: it is read in memory, after its size was looked at.
"""

import datetime as dt
import textwrap
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Inches, Pt
from docx.table import _Row
from jinja2 import Environment

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import piece
from legalassist.documents.pdf import write_pdf
from legalassist.documents.word import render
from legalassist.library import Library

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

TEMPLATE: Final = "placement/table.html"
HOUSE: Final = "templates/common/house.docx"
_DAY = dt.datetime(1980, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
_WIDEST = 60
"""Characters in the widest column of a workbook."""

_UPRIGHT = 5
"""Columns that stand on Letter paper upright; more are printed across."""

_HIGH = 15.0
"""Points a line of a workbook's cell is high."""

_LETTER, _SIDES = 0.08, 0.16
"""Inches a letter of nine points takes at most on the average, in whatever face Word has, and both sides of a cell."""
_PAGE = (
    '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title>\n<style>\n'
    "@page {{ size: letter landscape; margin: 0.5in; }}\n"
    "body {{ font-family: sans-serif; max-width: 75rem; margin: 1rem auto; }}\n"
    "@media print {{ body {{ margin: 0; font-size: 9pt; }} tr {{ break-inside: avoid; }} }}\n"
    "table {{ border-collapse: collapse; }} th, td {{ border: 1px solid #889; padding: 0.3rem; text-align: left;\n"
    "vertical-align: top; }}\n</style></head>\n<body>\n{body}\n</body>\n</html>\n"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table and the lines around it; every cell is a text."""

    title: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    intro: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def in_every_format(
    sheet: Sheet, name: str, library: Library, templates: Environment, fonts: Fonts
) -> dict[str, bytes]:
    """Return the table as ``name.docx``, ``.pdf``, ``.html`` and ``.xlsx``; raises what writing them raises."""
    return {
        f"{name}.docx": as_docx(sheet, library),
        f"{name}.pdf": as_pdf(sheet, templates, fonts),
        f"{name}.html": as_html(sheet, templates),
        f"{name}.xlsx": as_xlsx(sheet),
    }


def as_pdf(sheet: Sheet, templates: Environment, fonts: Fonts) -> bytes:
    """Return the table as a tagged PDF (PDF/UA-1), on Letter paper across."""
    html = piece(templates, TEMPLATE, asdict(sheet), title=sheet.title, language="en")
    return write_pdf(html, fonts=fonts)


def as_html(sheet: Sheet, templates: Environment) -> bytes:
    """Return the table as one HTML page without a link, a script or a picture."""
    body = templates.get_template(TEMPLATE).render(asdict(sheet))
    title = templates.from_string("{{ title }}").render(title=sheet.title)
    return _PAGE.format(title=title, body=body.strip()).encode()


def as_docx(sheet: Sheet, library: Library) -> bytes:
    """Return the table as a Word file in the house's styles, without properties; across, where it is wide."""
    made = docx.Document(str(library.get(HOUSE).path))
    for empty in made.element.body.xpath("./w:p"):
        made.element.body.remove(empty)
    room = _paper_for(made, len(sheet.columns))
    made.add_paragraph(sheet.title, style="LA Title")
    for line in sheet.intro:
        made.add_paragraph(line, style="LA Body")
    made.add_paragraph(sheet.caption, style="LA Body")
    table = made.add_table(rows=0, cols=len(sheet.columns), style="LA Table")
    table.autofit = False
    widths = [Inches(width) for width in column_widths(sheet, room)]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in (sheet.columns, *sheet.rows):
        put = table.add_row()
        _kept_whole(put, heading=row is sheet.columns)
        for cell, text, width in zip(put.cells, row, widths, strict=True):
            cell.width = width
            cell.paragraphs[0].style = made.styles["LA Body"]
            cell.paragraphs[0].add_run(text).font.size = Pt(9) if len(widths) > _UPRIGHT else None
    for line in sheet.notes:
        made.add_paragraph(line, style="LA Note")
    target = BytesIO()
    made.save(target)
    return render(target.getvalue(), {}, name="the table", source="table")


def _paper_for(made: Document, columns: int) -> float:
    """Turn the paper where a table has many columns; return the room between the margins, in inches."""
    paper = made.sections[0]
    if columns > _UPRIGHT:
        paper.orientation = WD_ORIENT.LANDSCAPE
        paper.page_width, paper.page_height = paper.page_height, paper.page_width
        paper.left_margin = paper.right_margin = Inches(0.75)
    width, left, right = (one or 0 for one in (paper.page_width, paper.left_margin, paper.right_margin))
    return (width - left - right) / Inches(1)


def _kept_whole(row: _Row, *, heading: bool) -> None:
    """Let no row break over two pages, and the heading stand on each."""
    asked = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no door to a row's properties
    for tag in ("w:cantSplit", "w:tblHeader") if heading else ("w:cantSplit",):
        asked.append(OxmlElement(tag))


def column_widths(sheet: Sheet, room: float) -> tuple[float, ...]:
    """Return how wide each column is, in inches, `room` together: no word is broken where that can be.

    A column has room for its longest word; the rest goes to columns by how much more they have to say. Where the
    words alone need more than there is, all are narrowed alike.
    """
    said = list(zip(sheet.columns, *sheet.rows, strict=True))
    words = [_SIDES + _LETTER * _longest_word(told) for told in said]
    more = [1 + max(map(len, told)) - _longest_word(told) for told in said]
    left = max(0.0, room - sum(words))
    wanted = [word + left * size / sum(more) for word, size in zip(words, more, strict=True)]
    return tuple(width * room / sum(wanted) for width in wanted)


_TEXTS_ALONE = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip


def as_xlsx(sheet: Sheet) -> bytes:
    """Return the table as a workbook of one sheet, written in memory; it prints on Letter paper, across."""
    import xlsxwriter  # noqa: PLC0415 - its classes take a tenth of a second; every command imports this module

    target = BytesIO()
    with xlsxwriter.Workbook(target, _TEXTS_ALONE) as book:
        book.set_properties({"created": _DAY})
        page, bold = book.add_worksheet("Table"), book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        widths = [_characters(told) for told in zip(sheet.columns, *sheet.rows, strict=True)]
        for number, width in enumerate(widths):
            page.set_column(number, number, width)
        lines = [sheet.title, *sheet.intro, sheet.caption]
        for place, line in enumerate(lines):
            _put_across(page, place, line, widths, wrapped)
        for place, row in enumerate((sheet.columns, *sheet.rows), len(lines)):
            _put_row(page, place, row, widths, bold if row is sheet.columns else wrapped)
        for place, line in enumerate(sheet.notes, len(lines) + len(sheet.rows) + 2):
            _put_across(page, place, line, widths, wrapped)
        _one_page_wide(page, heading=len(lines))
    return target.getvalue()


def _put_row(page: "Worksheet", place: int, row: Sequence[str], widths: Sequence[int], how: "Format") -> None:
    """Put a row down, as high as its longest cell."""
    page.set_row(place, _HIGH * max(map(_lines_of, row, widths)))
    for number, text in enumerate(row):
        page.write_string(place, number, text, how)


def _put_across(page: "Worksheet", place: int, line: str, widths: Sequence[int], how: "Format") -> None:
    """Put a line down over the whole width of the table."""
    page.set_row(place, _HIGH * _lines_of(line, sum(widths)))
    if len(widths) > 1:
        page.merge_range(place, 0, place, len(widths) - 1, "", how)
    page.write_string(place, 0, line, how)


def _one_page_wide(page: "Worksheet", *, heading: int) -> None:
    """Print a table on Letter paper across, no wider than a page, its heading on each."""
    page.set_landscape()
    page.set_paper(1)
    page.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.5)
    page.fit_to_pages(1, 0)
    page.repeat_rows(heading)


def _longest_word(told: Sequence[str]) -> int:
    return max(len(word) for text in told for word in text.split() or [""])


def _characters(told: Sequence[str]) -> int:
    """Return how many characters a workbook's column takes: no word is broken, long cells have a few lines."""
    return min(_WIDEST, max(8, _longest_word(told) + 2, max(map(len, told[1:]), default=0) // 2))


def _lines_of(text: str, width: int) -> int:
    """Return in how many lines a text stands in a workbook's cell: it has no height of its own in a merged one."""
    return max(1, len(textwrap.wrap(text, max(1, width - 1))))


def plain_xlsx(lines: Sequence[Sequence[str]], widths: Sequence[int]) -> bytes:
    """Return lines of texts as a workbook with nothing around them, to be edited and sent back."""
    import xlsxwriter  # noqa: PLC0415 - as above

    target = BytesIO()
    with xlsxwriter.Workbook(target, _TEXTS_ALONE) as book:
        book.set_properties({"created": _DAY})
        page = book.add_worksheet("texts")
        for number, width in enumerate(widths):
            page.set_column(number, number, width)
        for number, line in enumerate(lines):
            for place, text in enumerate(line):
                page.write_string(number, place, text)
    return target.getvalue()


class WorkbookError(Exception):
    """What came in is no workbook that can be read.

    `too_large` where it unpacks to more than was allowed, `more_sheets` where one sheet was to hold everything.
    """

    def __init__(self, *, too_large: bool = False, more_sheets: bool = False) -> None:
        """Say which it is."""
        super().__init__()
        self.too_large, self.more_sheets = too_large, more_sheets


def workbook_rows(
    data: bytes, *, largest: int, most_rows: int | None = None, only_sheet: bool = False
) -> Iterator[list[str]]:
    """Yield the rows of a workbook's first sheet as texts; a formula comes as its text.

    Raises WorkbookError; with `only_sheet` also where another sheet holds something, which would be lost.
    """
    import openpyxl  # noqa: PLC0415 - as above

    if _unpacked(data) > largest:
        raise WorkbookError(too_large=True)
    try:
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
        others = book.worksheets[1:] if only_sheet else ()
        more = any(cell is not None for one in others for row in one.iter_rows(values_only=True) for cell in row)
        for row in () if more else book.worksheets[0].iter_rows(values_only=True, max_row=most_rows):
            yield [_cell_text(cell) for cell in row]
    except Exception:  # noqa: BLE001 - a damaged file makes the library raise whatever it stumbles over
        raise WorkbookError from None
    if more:
        raise WorkbookError(more_sheets=True)


def _unpacked(data: bytes) -> int:
    """Return to how many bytes a workbook unpacks, as it says itself."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return sum(one.file_size for one in archive.infolist())
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError):
        raise WorkbookError from None


def _cell_text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
