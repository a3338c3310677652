"""One table as a Word file, a tagged PDF, an HTML page and a workbook: same words in each, same bytes for same words.

No file says who made it or when; a workbook holds texts alone, so that a cell that begins with ``=`` is never run.
A workbook that comes in is a stranger's: it is read in memory, after its size was looked at.
"""

import datetime as dt
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Final

import docx
import openpyxl
import xlsxwriter
from jinja2 import Environment

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import piece
from legalassist.documents.pdf import write_pdf
from legalassist.documents.word import render
from legalassist.library import Library

TEMPLATE: Final = "placement/table.html"
HOUSE: Final = "templates/common/house.docx"
_DAY = dt.datetime(1980, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
_WIDEST, _LONGEST = 60, 31
_PAGE = (
    '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title>\n<style>\n'
    "body {{ font-family: sans-serif; max-width: 75rem; margin: 1rem auto; }}\n"
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
    """Return the table as a Word file in the house's styles, without properties."""
    made = docx.Document(str(library.get(HOUSE).path))
    for empty in made.element.body.xpath("./w:p"):
        made.element.body.remove(empty)
    made.add_paragraph(sheet.title, style="LA Title")
    for line in sheet.intro:
        made.add_paragraph(line, style="LA Body")
    made.add_paragraph(sheet.caption, style="LA Body")
    table = made.add_table(rows=0, cols=len(sheet.columns), style="LA Table")
    for row in (sheet.columns, *sheet.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].style = made.styles["LA Body"]
            cell.paragraphs[0].add_run(text)
    for line in sheet.notes:
        made.add_paragraph(line, style="LA Note")
    target = BytesIO()
    made.save(target)
    return render(target.getvalue(), {}, name="the table", source="table")


_TEXTS_ALONE = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip


def as_xlsx(sheet: Sheet) -> bytes:
    """Return the table as a workbook of one sheet, written in memory."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, _TEXTS_ALONE) as book:
        book.set_properties({"created": _DAY})
        page, bold = book.add_worksheet("Table"), book.add_format({"bold": True, "text_wrap": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        lines = [sheet.title, *sheet.intro, sheet.caption]
        for number, line in enumerate(lines):
            page.write_string(number, 0, line)
        for number, column in enumerate(sheet.columns):
            page.write_string(len(lines), number, column, bold)
            longest = max((len(row[number]) for row in sheet.rows), default=0)
            page.set_column(number, number, min(_WIDEST, max(10, len(column), longest // 2)))
        for place, row in enumerate(sheet.rows, len(lines) + 1):
            for number, text in enumerate(row):
                page.write_string(place, number, text, wrapped)
        for number, line in enumerate(sheet.notes, len(lines) + len(sheet.rows) + 2):
            page.write_string(number, 0, line)
    return target.getvalue()


def plain_xlsx(lines: Sequence[Sequence[str]], widths: Sequence[int]) -> bytes:
    """Return lines of texts as a workbook with nothing around them, to be edited and sent back."""
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
    """What came in is no workbook that can be read; `too_large` where it unpacks to more than was allowed."""

    def __init__(self, *, too_large: bool = False) -> None:
        """Say which of the two."""
        super().__init__()
        self.too_large = too_large


def workbook_rows(data: bytes, *, largest: int, most_rows: int | None = None) -> Iterator[list[str]]:
    """Yield the rows of a workbook's first sheet as texts; a formula comes as its text. Raises WorkbookError."""
    if _unpacked(data) > largest:
        raise WorkbookError(too_large=True)
    try:
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
        for row in book.worksheets[0].iter_rows(values_only=True, max_row=most_rows):
            yield [_cell_text(cell) for cell in row]
    except Exception:  # noqa: BLE001 - a damaged file makes the library raise whatever it stumbles over
        raise WorkbookError from None


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
