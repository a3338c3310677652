"""Style sheets are read once: what was read before prints the same bytes, and a fault in one is heard every time."""

import gc
import subprocess
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from legalassist.documents.fonts import Fonts
from legalassist.documents.pdf import write_pdf
from legalassist.documents.style_sheets import MOST, KeptSheets
from legalassist.errors import DocumentError
from legalassist.library import fonts as fonts_folder

OURS = Fonts.read(fonts_folder())


def printed(*sheets: str, body: str = "<p>One</p>") -> bytes:
    styles = "".join(f"<style>{one}</style>" for one in ('html { font-family: "LA Sans" }', *sheets))
    html = f'<html lang="en"><head><title>A neutral title</title>{styles}</head><body>{body}</body></html>'
    return write_pdf(html, fonts=OURS, identifier=b"piece")


def text_of(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def test_a_page_printed_again_from_kept_sheets_has_the_same_bytes() -> None:
    sheets = ("@page { size: 5in 4in; margin: 1in }", "p { color: #000; font-size: 14pt }")
    assert printed(*sheets) == printed(*sheets)


def test_rules_for_pages_keep_their_order_whether_a_sheet_is_kept_or_read_anew() -> None:
    """The backslash keeps the sheets with it from being kept: they are read anew, between the others."""
    size = "@page {{ size: {}in {}in }} /*{}*/".format
    for _ in range(2):
        pdf = printed(size(3, 3, ""), size(4, 4, "\\"), size(5, 5, ""), size(6, 6, "\\"), size(7, 2, ""))
        with pikepdf.open(BytesIO(pdf)) as opened:
            assert [float(edge) for edge in opened.pages[0].MediaBox.as_list()] == [0, 0, 504, 144]


def test_a_fault_in_a_sheet_stops_every_page_that_has_it() -> None:
    for _ in range(2):
        with pytest.raises(DocumentError, match="colour"):
            printed("p { colour: red }")


def test_a_rule_that_belongs_to_its_page_is_told_to_each_page() -> None:
    counter = "@counter-style own { system: cyclic; symbols: 'X'; suffix: ' ' } ol { list-style: own }"
    for _ in range(2):
        assert "X" in text_of(printed(counter, body="<ol><li>Only</li></ol>")).split()


def test_a_font_that_a_sheet_brings_along_is_refused_however_it_is_spelt() -> None:
    for rule in ("@font-face", "@FONT-FACE", "@\\66 ont-face"):
        for _ in range(2):
            with pytest.raises(DocumentError, match="@font-face"):
                printed(f"{rule} {{ font-family: x; src: url(data:,x) }}")


def test_only_so_many_sheets_are_kept() -> None:
    read: list[str] = []

    def reader(**how: Any) -> object:  # noqa: ANN401 - as WeasyPrint's own
        read.append(how["string"])
        return object()

    kept = KeptSheets(reader)
    first = kept(string="0")
    assert kept(string="0") is first
    for number in range(1, MOST + 1):
        kept(string=str(number))
    assert kept(string="0") is not first
    assert len(read) == MOST + 2


def test_the_search_for_unused_memory_goes_on_after_a_page_and_after_a_fault() -> None:
    printed()
    assert gc.isenabled()
    with pytest.raises(DocumentError):
        printed("p { colour: red }")
    assert gc.isenabled()
