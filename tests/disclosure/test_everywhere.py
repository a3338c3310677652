"""Every kind of identifier in every kind of place: each of these leaks, one at a time, must stop the output."""

import json
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
import xlsxwriter
from disclosure.made_files import BODY, W, packed, paragraph, pdf_with, word
from disclosure.mei import blocked, identifiers

from legalassist.disclosure.leaks import check_files

KINDS = {
    "name": "Wang Xiaomei",
    "name, surname last": "XIAOMEI WANG",
    "name in one word": "wangxiaomei",
    "name with tones": "Wáng Xiǎoměi",
    "name in syllables": "Wang Xiao-Mei",
    "Chinese name": "王小媺",
    "Chinese name, traditional": "陳素蘭",
    "given name": "Xiaomei",
    "titled surname": "Ms. Wang",
    "birth date": "2004-02-29",
    "birth date, American": "2/29/2004",
    "birth date in words": "29 February 2004",
    "birth date in Chinese": "2004年2月29日",
    "telephone": "(718) 555-0123",
    "A-Number": "A012 345 678",
    "social security number": "900 11 2222",
    "passport": "E-2345-6781",
    "mail address": "pear.blossom88@example.net",
    "officer": "Robin Samplewright",
    "somebody's telephone": "646-555-0188",
    "somebody's receipt": "IOE0912345678",
    "Chinese id": "110105200402290028",
}
"""Mei's identifiers of `disclosure.mei`, as somebody might write them; the last three are shapes of anybody's."""


def _sheet(change: Callable[[xlsxwriter.Workbook, str], None]) -> Callable[[str], dict[str, bytes]]:
    def made(text: str) -> dict[str, bytes]:
        target = BytesIO()
        with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
            change(book, text)
        return {"a.xlsx": target.getvalue()}

    return made


def _cell(book: xlsxwriter.Workbook, text: str) -> None:
    book.add_worksheet("Cases").write_string(0, 0, text)


def _comment(book: xlsxwriter.Workbook, text: str) -> None:
    book.add_worksheet("Cases").write_comment("A1", text, {"author": "clinic"})


def _header(book: xlsxwriter.Workbook, text: str) -> None:
    book.add_worksheet("Cases").set_header(f"&L{text}")


def _properties(book: xlsxwriter.Workbook, text: str) -> None:
    book.add_worksheet("Cases")
    book.set_properties({"author": text})


def _hidden(book: xlsxwriter.Workbook, text: str) -> None:
    book.add_worksheet("Cases")
    second = book.add_worksheet("Lists")
    second.write_string(900, 30, text)
    second.very_hidden()


def _formula(book: xlsxwriter.Workbook, text: str) -> None:
    book.add_worksheet("Cases").write_formula(0, 0, f'="{text}"', None, "")


def _validation(book: xlsxwriter.Workbook, text: str) -> None:
    book.add_worksheet("Cases").data_validation("A1", {"validate": "any", "input_title": "Note", "input_message": text})


def _html(body: str) -> Callable[[str], dict[str, bytes]]:
    return lambda text: {"a.html": f"<!DOCTYPE html><html><body>{body.replace('X', text)}</body></html>".encode()}


def _docx(body: str = BODY, **parts: str) -> Callable[[str], dict[str, bytes]]:
    def made(text: str) -> dict[str, bytes]:
        inside = {name: part.replace("@", text) for name, part in parts.items()}
        return {"a.docx": word(body.replace("@", text), **inside)}

    return made


def commented(text: str) -> bytes:
    """Return an archive that says something in its own comment."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.txt", "one")
        archive.comment = text.encode()
    return target.getvalue()


PLACES: dict[str, Callable[[str], dict[str, bytes]]] = {
    "Word body": _docx(paragraph("@")),
    "Word comment": _docx(word__comments=f"<w:comments {W}>{paragraph('see @')}</w:comments>"),
    "Word insertion": _docx(f'{BODY}<w:p><w:ins w:id="1"><w:r><w:t>@</w:t></w:r></w:ins></w:p>'),
    "Word deletion": _docx(f'{BODY}<w:p><w:del w:id="1"><w:r><w:delText>@</w:delText></w:r></w:del></w:p>'),
    "Word hidden text": _docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>@</w:t></w:r></w:p>"),
    "Word alt text": _docx('<w:p><wp:docPr xmlns:wp="urn:x" id="1" name="P" descr="@"/></w:p>'),
    "Word property": _docx(docProps__custom='<Properties xmlns="urn:x"><property name="n"><lpwstr>@</lpwstr>'
                                            "</property></Properties>"),
    "Word embedded file": lambda text: {"a.docx": packed({
        "word/document.xml": f"<w:document {W}><w:body>{BODY}</w:body></w:document>",
        "word/embeddings/b.docx": word(paragraph(text))})},
    "Excel cell": _sheet(_cell),
    "Excel comment": _sheet(_comment),
    "Excel header": _sheet(_header),
    "Excel property": _sheet(_properties),
    "Excel hidden sheet": _sheet(_hidden),
    "Excel formula": _sheet(_formula),
    "Excel input message": _sheet(_validation),
    "HTML text": _html("<p>X</p>"),
    "HTML comment": _html("<p>one</p><!-- X -->"),
    "HTML attribute": _html('<p data-note="X" title="X">one</p>'),
    "HTML hidden field": _html('<input type="hidden" value="X">'),
    "HTML script": _html("<script>var a = 'X';</script>"),
    "HTML style": _html("<style>p::after { content: 'X' }</style>"),
    "JSON": lambda text: {"a.json": json.dumps({"note": text}).encode()},
    "archive's member": lambda text: {"a.zip": packed({"a.txt": "one", "notes.txt": text})},
    "archive's comment": lambda text: {"a.zip": commented(text)},
    "text file": lambda text: {"a.txt": f"one\n\n{text}\n".encode()},
    "text in UTF-16": lambda text: {"a.txt": f"one {text}".encode("utf-16")},
}  # fmt: skip

PDF_CORNERS = ("author", "own key", "xmp", "bookmark", "alt", "attached", "note", "field", "script")


def pairs(every: int = 1) -> Iterator[tuple[str, str]]:
    """Yield kinds and places: all of them, or one in so many, of sheets (which are slow) half of those."""
    for row, kind in enumerate(KINDS):
        for column, place in enumerate(PLACES):
            step = 1 if every == 1 else every * 2 if place.startswith("Excel") else every
            if (row + column) % step == 0:
                yield kind, place


def missed(every: int = 1) -> list[tuple[str, str]]:
    """Return the planted leaks that were not stopped."""
    return [(kind, place) for kind, place in pairs(every) if not blocked(PLACES[place](KINDS[kind]))]


def test_every_kind_in_every_place_is_found() -> None:
    assert missed(2) == []
    assert len(list(pairs(2))) >= 200


@pytest.mark.parametrize("corner", PDF_CORNERS)
def test_every_kind_in_a_corner_of_a_pdf_is_found(corner: str) -> None:
    telling = [text for text in KINDS.values() if corner != "own key" or "/" not in text]
    assert [text for text in telling if not blocked({"a.pdf": pdf_with(corner, text)})] == []


@pytest.mark.parametrize("place", PLACES)
def test_a_harmless_word_in_the_same_place_stops_nothing(place: str) -> None:
    assert not check_files(PLACES[place]("Harmless"), identifiers()).blocks
