"""One table in four files: columns that break no word, paper turned for many of them, a workbook that prints."""

from io import BytesIO

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.documents.tables import Sheet, as_docx, as_xlsx, column_widths
from legalassist.library import Library

ROOM = 9.5
CASES = Sheet(
    title="Cases", caption="In no order",
    columns=("Reference", "Relief sought", "Type", "Area", "Age", "Language", "Work asked"),
    rows=(
        ("V9Q3-K8B6", "T nonimmigrant status", "labor trafficking", "New York City", "adult", "Mandarin",
         "Prepare and file the application for T nonimmigrant status, with the declaration."),
    ) * 3,
    intro=("Nobody is named here.",), notes=("All contact goes through the clinic.",),
)  # fmt: skip


def test_no_word_of_a_list_is_broken() -> None:
    """The longest word stands in each column at a tenth of an inch a letter at most; the long cell has most room."""
    widths = column_widths(CASES, ROOM)
    for told, width in zip(zip(CASES.columns, *CASES.rows, strict=True), widths, strict=True):
        assert width >= 0.08 * max(len(word) for text in told for word in text.split())
    assert max(widths) == widths[-1]


@settings(max_examples=60)
@given(st.lists(st.lists(st.text("ab ", max_size=40), min_size=3, max_size=3), max_size=4))
def test_columns_fill_the_room_they_have(rows: list[list[str]]) -> None:
    """Whatever is said, the columns together are as wide as the paper has room, and none is without width."""
    widths = column_widths(Sheet("t", "c", ("a", "b", "c"), tuple(map(tuple, rows))), ROOM)
    assert abs(sum(widths) - ROOM) < 1e-6
    assert min(widths) > 0


def test_a_wide_table_is_printed_across_with_its_heading_on_each_page(library: Library) -> None:
    """Seven columns turn the paper, two do not; no row is broken over two pages."""
    wide = docx.Document(BytesIO(as_docx(CASES, library)))
    assert wide.sections[0].orientation == WD_ORIENT.LANDSCAPE
    narrow = Sheet("Board", "By stage", ("Stage", "Cases"), (("drafting", "3"),))
    assert docx.Document(BytesIO(as_docx(narrow, library))).sections[0].orientation == WD_ORIENT.PORTRAIT
    rows = wide.element.body.xpath(".//w:tr")
    assert [bool(row.xpath("./w:trPr/w:tblHeader")) for row in rows] == [True, False, False, False]
    assert all(row.xpath("./w:trPr/w:cantSplit") for row in rows)


def test_a_workbook_prints_on_pages_as_wide_as_the_table() -> None:
    """Letter, across, one page wide, the heading repeated; each line stands in a cell that shows all of it."""
    page = openpyxl.load_workbook(BytesIO(as_xlsx(CASES))).worksheets[0]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 1)
    assert (page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert page.print_title_rows == "$4:$4"
    high = page.row_dimensions[5].height
    assert high is not None
    assert high / 15 >= len(CASES.rows[0][-1]) / page.column_dimensions["G"].width
    assert page["A9"].value == CASES.notes[0]
