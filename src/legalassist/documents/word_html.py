"""Blocks of a Word piece -> the body of a page, in HTML whose order is the order of the text.

Numbers are printed as text, never counted by the browser, so they are the numbers Word prints. The classes are
styled by templates/common/word.css; the shell of the page is `documents.page`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from markupsafe import escape

from legalassist.documents.subset.blocks import (
    Align,
    Block,
    Cell,
    Look,
    Note,
    NoteMark,
    PageBreak,
    Paragraph,
    Piece,
    Row,
    Run,
    Table,
    WordText,
)

_HEADINGS = {"LA Title": "h1", "LA Heading 1": "h2", "LA Heading 2": "h3", "LA Heading 3": "h4"}
_SIGNATURE = "LA Signature"
_TWIPS = 20
_QUOTED = re.compile(
    "(?<=[\u3001\u3002\u3400-\u9fff\uff01\uff09\uff0c\uff1a\uff1b\uff1f\u201d\u2019])(?=[\u201c\u2018])"
    "|(?<=[\u201d\u2019])(?=[\u3400-\u9fff])"
)
"""Where a Chinese line may end beside a quotation mark. Both scripts share these marks, so the engine keeps them with
the words on either side; Chinese has no space there, and a line would end far too early. What is put there prints
nothing and is not in the text."""
_HUNDRED = 100

Notes = Mapping[int, Note]


def to_html(word: WordText) -> str:
    """Return the HTML body of a Word piece: headings, paragraphs, tables and footnotes, in reading order."""
    notes = {note.number: note for note in word.notes}
    levels = _heading_levels(word)
    return "\n".join(
        _table(block, notes) if isinstance(block, Table) else _paragraph(block, notes, levels)
        for block in _with_the_signature(word.blocks)
    )


def _with_the_signature(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks; what closing and signature follow goes with them: nobody signs a page that says nothing."""
    for at, block in enumerate(blocks):
        closing, signature = (*blocks[at + 1 : at + 3], None, None)[:2]
        signed = isinstance(signature, Paragraph) and signature.style == _SIGNATURE
        if isinstance(block, Paragraph) and isinstance(closing, Paragraph) and closing.keep_next and signed:
            yield replace(block, keep_next=True)
        else:
            yield block


def _heading_levels(word: WordText) -> dict[str, str]:
    """Return the element of each heading style in use, so that no level is skipped (PDF/UA-1, 7.4.2)."""
    used = {block.style for block in word.blocks if isinstance(block, Paragraph)}
    order = [style for style in _HEADINGS if style in used]
    return {style: f"h{level}" for level, style in enumerate(order, 1)}


def _paragraph(paragraph: Paragraph, notes: Notes, levels: Mapping[str, str]) -> str:
    """Return one paragraph; a page break inside it makes two, the second without number and first-line indent."""
    parts = _split_at_breaks(paragraph.pieces)
    if not paragraph.label and not any(_prints(part) for part in parts):
        return _blank(paragraph, breaks=len(parts) - 1)
    element = levels.get(paragraph.style, "p")
    lines = []
    for number, pieces in enumerate(parts):
        if _prints(pieces) or (number == 0 and paragraph.label):
            inside = ("" if number else _label(paragraph)) + _pieces(pieces, notes)
            lines.append(f"<{element}{_attributes(paragraph, number)}>{inside}</{element}>")
        elif number:
            lines.append('<div class="page-break"></div>')
    return "\n".join(lines)


def _attributes(paragraph: Paragraph, number: int) -> str:
    """Return class, language and indent of a paragraph's part; later parts begin on a new page."""
    classes = [paragraph.style.lower().replace(" ", "-")]
    classes += ["new-page"] if number or paragraph.page_break_before else []
    classes += ["keep-next"] if paragraph.keep_next else []
    classes += ["keep-lines"] if paragraph.keep_lines else []
    classes += [f"align-{paragraph.align.value}"] if paragraph.align is not Align.LEFT else []
    return f' class="{" ".join(classes)}" lang="{paragraph.language}"{_lengths(paragraph, number)}'


def _blank(paragraph: Paragraph, *, breaks: int) -> str:
    """Return the space an empty paragraph takes, or the new page it begins."""
    if breaks or paragraph.page_break_before:
        return '<div class="page-break"></div>' * max(breaks, 1)
    return '<div class="blank"></div>'


def _label(paragraph: Paragraph) -> str:
    """Return the printed number; it takes the hanging indent where a tab follows it."""
    if not paragraph.label:
        return ""
    if paragraph.gap == "tab" and paragraph.indent.first < 0:
        width = -paragraph.indent.first / _TWIPS
        return f'<span class="number" style="min-width: {width:g}pt">{escape(paragraph.label)} </span>'
    return f"{escape(paragraph.label)}{' ' if paragraph.gap else ''}"


def _lengths(paragraph: Paragraph, number: int) -> str:
    """Return indents and spaces as a style attribute; a part after a page break has no first-line indent."""
    indent = paragraph.indent
    lengths = {
        "margin-left": indent.left or None,
        "margin-right": indent.right or None,
        "text-indent": None if number else indent.first or None,
        "margin-top": paragraph.before,
        "margin-bottom": paragraph.after,
    }
    style = "; ".join(f"{name}: {twips / _TWIPS:g}pt" for name, twips in lengths.items() if twips is not None)
    return f' style="{style}"' if style else ""


def _split_at_breaks(pieces: Sequence[Piece]) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if isinstance(piece, PageBreak):
            parts.append([])
        else:
            parts[-1].append(piece)
    return parts


def _prints(pieces: Iterable[Piece]) -> bool:
    return any(isinstance(piece, NoteMark) or (isinstance(piece, Run) and piece.text.strip()) for piece in pieces)


def _pieces(pieces: Iterable[Piece], notes: Notes) -> str:
    return "".join(
        _run(piece) if isinstance(piece, Run) else _note(notes[piece.number])
        for piece in pieces
        if not isinstance(piece, PageBreak)
    )


def _run(run: Run) -> str:
    text = _text(run)
    for element in _elements(run.look):
        text = f"<{element}>{text}</{element}>"
    named = ' class="underline"' if run.look.underline else ""
    spoken = f' lang="{run.language}"' if run.language else ""
    return f"<span{named}{spoken}>{text}</span>" if named or spoken else text


def _text(run: Run) -> str:
    """Return the escaped text; a link holds no element, since the engine would make it a link of its own."""
    if run.link:
        return f'<a href="{escape(run.link)}">{escape(run.text.upper() if run.look.small_caps else run.text)}</a>'
    text = _small_capitals(run.text) if run.look.small_caps else str(escape(_QUOTED.sub("\u200b", run.text)))
    return text.replace("\n", "<br>").replace("\t", '<span class="tab">\t</span>')


def _small_capitals(text: str) -> str:
    """Write small capitals as smaller capitals.

    The engine's own small capitals draw a capital's glyph for a small letter, and the PDF then says the small letter
    wherever that glyph stands, for true capitals too.
    """
    groups = groupby(text, key=str.islower)
    return "".join(
        f'<span class="small-caps">{escape("".join(letters).upper())}</span>' if low else str(escape("".join(letters)))
        for low, letters in groups
    )


def _elements(look: Look) -> list[str]:
    """Return the elements a look is written with, innermost first."""
    elements = [look.raised[:3]] if look.raised else []
    elements += ["i"] if look.italic else []
    return [*elements, "b"] if look.bold else elements


def _note(note: Note) -> str:
    """Return a footnote where it is called; the page carries it to its foot (``float: footnote``)."""
    lines = "<br>".join(
        f'<span lang="{paragraph.language}">{_pieces(paragraph.pieces, {})}</span>' for paragraph in note.paragraphs
    )
    return f'<span class="footnote" data-number="{note.number}">{lines}</span>'


def _table(table: Table, notes: Notes) -> str:
    total = sum(table.widths) or 1
    columns = "".join(f'<col style="width: {_HUNDRED * width / total:.4g}%">' for width in table.widths)
    header = [row for row in table.rows if row.header]
    body = [row for row in table.rows if not row.header]
    # Headings without a row below them are rows themselves: a head alone is no table in the tags.
    head = f"<thead>{_rows(header, notes)}</thead>" if header and body else ""
    width = f' style="width: {total / _TWIPS:g}pt"' if sum(table.widths) else ""
    rows = f"{head}<tbody>{_rows(body or header, notes)}</tbody>"
    return f'<table class="la-table"{width}><colgroup>{columns}</colgroup>{rows}</table>'


def _rows(rows: Iterable[Row], notes: Notes) -> str:
    return "".join(f"<tr>{''.join(_cell(cell, notes, header=row.header) for cell in row.cells)}</tr>" for row in rows)


def _cell(cell: Cell, notes: Notes, *, header: bool) -> str:
    element = "th" if header else "td"
    scope = ' scope="col"' if header else ""
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    inside = "".join(_paragraph(paragraph, notes, {}) for paragraph in cell.paragraphs)
    return f"<{element}{scope}{spans}>{inside}</{element}>"
