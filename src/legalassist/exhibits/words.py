"""A Word file as an exhibit: put into our own closed subset and read through it, nothing outside of it followed.

Whoever wrote it knows nothing of our styles, so its layout is not kept; its words, lists, tables and pictures are, all
of them and in their order, or it is refused with the reason. Then it is exported from Word as PDF, which comes in like
any other.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from io import BytesIO
from pathlib import Path

import pikepdf

from legalassist.documents.counted import names_by_words
from legalassist.documents.docx_file import DocxFile, OutsideSubsetError, open_docx
from legalassist.documents.fonts import Fonts
from legalassist.documents.pdf import write_pdf
from legalassist.documents.subset.blocks import Block, Paragraph, Piece, Run, Table, WordText
from legalassist.documents.subset.reading import read
from legalassist.documents.subset.text import unsaid
from legalassist.documents.tags.tagged import tagged_text
from legalassist.documents.word_html import to_html
from legalassist.errors import DocumentError, Problem
from legalassist.exhibits.cleaned import EXPORT_FROM_WORD, ExhibitRefused, Noticed
from legalassist.exhibits.word.house import InHouse, in_house

_NAME = "the Word file"
_CSS = (
    "@page { size: 8.5in 11in; margin: 1in 1in 1in 1in } body { font-family: 'LA Sans'; font-size: 11pt }"
    " img { max-width: 100%; vertical-align: bottom } h1, h2, h3, h4 { bookmark-level: none }"
)
_OUTSIDE = {"attachedTemplate": "template on another computer", "hyperlink": "link to the web",
            "image": "picture on another computer"}  # fmt: skip
_INSIDE = (
    ("vbaproject", "macro program"),
    ("/embeddings/", "file inside the Word file"),
    ("/activex/", "control that runs a program"),
    ("customxml/item", "data beside the text (custom XML)"),
)
_PLACE = re.compile(r"paragraph (?P<number>[0-9]+) (?P<what>.*)", re.DOTALL)
_NUMBERS = re.compile(r"customxml/itemprops", re.IGNORECASE)


def clean_word(content: bytes, fonts: Path, css: str, identifier: bytes, noticed: list[Noticed]) -> pikepdf.Pdf:
    """Return the pages of a Word file; add to `noticed` what was cut off.

    Raises ExhibitRefused where the file is broken, protected, or holds more than can be printed whole.
    """
    try:
        file = open_docx(content, name=_NAME)
        noticed += _left_behind(file)
        moved = in_house(file, content, noticed)
        word = _read(moved)
        html = f'<!doctype html><html lang="en"><head><title>Exhibit</title><style>{css}\n{_CSS}</style></head>'
        html += f"<body>{_with_pictures(to_html(word), moved)}</body></html>"
        pdf = write_pdf(html, fonts=Fonts.read(fonts), identifier=identifier)
    except ExhibitRefused:
        raise
    except DocumentError as wrong:
        raise ExhibitRefused(wrong.message, EXPORT_FROM_WORD) from None
    lost = unsaid(_without_pictures(word, moved), tagged_text(pdf))
    if lost:
        raise ExhibitRefused(f"the Word file cannot be printed whole: {lost}", EXPORT_FROM_WORD)
    return pikepdf.open(BytesIO(pdf))


def _read(moved: InHouse) -> WordText:
    """Read the moved file as strictly as one of ours; raise ExhibitRefused with what is not understood."""
    try:
        return read(moved.docx, name=_NAME)
    except OutsideSubsetError as wrong:
        listed = "; ".join(dict.fromkeys(_told(wrong.problems, moved.docx)))
        raise ExhibitRefused(f"the Word file cannot be printed here as it is: {listed}", EXPORT_FROM_WORD) from None


def _left_behind(file: DocxFile) -> list[Noticed]:
    """Return what the file carries beside its text: what leads outside, what could do something, who wrote it."""
    found = [
        Noticed(_OUTSIDE.get(one.kind, "link out of the file"))
        for rels in file.parts
        if rels.endswith(".rels")
        for one in file.relationships(_owner(rels)).values()
        if one.external
    ]
    for member in map(str.lower, file.members):
        found += [Noticed(what) for part, what in _INSIDE if part in member and not _NUMBERS.search(member)]
    if any(member.startswith("docProps/") for member in file.members):
        found.append(Noticed("metadata: author, dates, programs"))
    return found


def _owner(rels: str) -> str:
    """Return the part whose relationships a .rels member holds."""
    folder, _, name = rels.rpartition("/")
    return folder.removesuffix("_rels") + name.removesuffix(".rels")


def _told(problems: Sequence[Problem], docx: bytes) -> list[str]:
    """Return the first problems, their paragraphs as a reader of the page counts them: those with words."""
    names = names_by_words(open_docx(docx, name=_NAME))
    told = []
    for problem in problems[:3]:
        found = _PLACE.fullmatch(problem.message)
        number = int(found["number"]) if found else 0
        place = names[number - 1] if 0 < number <= len(names) else ""
        told.append(escape(f"{place} {found['what']}" if found and place else problem.message))
    return told


def _with_pictures(html: str, moved: InHouse) -> str:
    """Put the pictures where their marks stand."""
    for number, one in enumerate(moved.pictures, 1):
        size = f"width: {one.width:.1f}pt; height: {one.height:.1f}pt"
        source = f"data:image/jpeg;base64,{b64encode(one.jpeg).decode()}"
        html = html.replace(one.mark, f'<img src="{source}" alt="Picture {number}" style="{size}">')
    return html


def _without_pictures(word: WordText, moved: InHouse) -> WordText:
    """Return the text without the marks that stand for pictures."""
    marks = {ord(one.mark): None for one in moved.pictures}

    def piece(one: Piece) -> Piece:
        return replace(one, text=one.text.translate(marks)) if isinstance(one, Run) else one

    def paragraph(one: Paragraph) -> Paragraph:
        return replace(one, pieces=tuple(map(piece, one.pieces)))

    def block(one: Block) -> Block:
        if not isinstance(one, Table):
            return paragraph(one)
        rows = (
            replace(row, cells=tuple(replace(c, paragraphs=tuple(map(paragraph, c.paragraphs))) for c in row.cells))
            for row in one.rows
        )
        return replace(one, rows=tuple(rows))

    notes = tuple(replace(note, paragraphs=tuple(map(paragraph, note.paragraphs))) for note in word.notes)
    return replace(word, blocks=tuple(map(block, word.blocks)), notes=notes) if marks else word
