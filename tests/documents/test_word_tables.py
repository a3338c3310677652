"""Tables of Word pieces over a page's end: the head of a table is never alone in the tags (PDF/UA-1, tables)."""

from io import BytesIO

import page as page_validation
import pikepdf
import pytest
from documents.word_printing import printed
from pikepdf import Array, Dictionary, Name

from legalassist.documents.subset.blocks import Cell, Paragraph, Row, Run, Table, WordText
from legalassist.documents.word_html import to_html
from legalassist.errors import DocumentError

WIDTHS = (3000, 6000)


def paragraph(text: str, style: str = "LA Body") -> Paragraph:
    return Paragraph(1, style, (Run(text),))


def row(*texts: str, header: bool = False) -> Row:
    return Row(tuple(Cell((paragraph(text),)) for text in texts), header=header)


def letter(before: int, *rows: Row) -> WordText:
    lines = [paragraph("A line.") for _ in range(before)]
    return WordText((*lines, paragraph("A heading", "LA Heading 1"), Table(WIDTHS, rows)))


def tables(content: bytes) -> list[list[str]]:
    """Return what each table of the tags holds, in order."""
    found = []
    pdf = pikepdf.open(BytesIO(content))
    waiting: list[pikepdf.Object] = [pdf.Root["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop()
        kids = element.get("/K")
        inside = list(kids) if isinstance(kids, Array) else [kids]
        elements = [kid for kid in inside if isinstance(kid, Dictionary)]
        waiting += elements
        if element.get("/S") == Name.Table:
            found.append([str(kid["/S"]) for kid in elements])
    return found


@pytest.mark.parametrize("text", ["short", "word " * 150], ids=["short", "half a page"])
@pytest.mark.parametrize("before", [0, 28, 29, 30, 31])
def test_the_head_of_a_table_is_on_the_page_of_its_first_row(before: int, text: str) -> None:
    content = printed(letter(before, row("A", "B", header=True), row(text, "b"), row("c", "d")))
    assert [kinds for kinds in tables(content) if "/TBody" not in kinds] == []


def test_a_head_without_rows_is_printed_as_a_row() -> None:
    word = letter(0, row("A", "B", header=True))
    assert "<thead>" not in to_html(word)
    report = page_validation.validate_pdf_bytes(printed(word), profile="ua1")
    assert [str(one.rule_id) for one in report.failures] == []


def test_a_row_higher_than_a_page_is_refused_in_words() -> None:
    with pytest.raises(DocumentError, match="a row of a table is higher than a page"):
        printed(letter(3, row("A", "B", header=True), row("字" * 1500, "b")))
