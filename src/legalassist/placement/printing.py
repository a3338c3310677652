"""Print a teaser: the PDF for the list, the plain text for a mail, the sheet for the second reader."""

import textwrap
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from io import BytesIO

import docx
from jinja2 import Environment

from legalassist.disclosure.hits import Hit
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import piece
from legalassist.documents.pdf import write_pdf
from legalassist.documents.tables import HOUSE
from legalassist.documents.word import render
from legalassist.library import Library
from legalassist.placement.menus import Menus
from legalassist.placement.teaser import Said, Teaser

WIDTH = 72
"""Characters in a line of plain text: mail programs leave such lines alone."""


def title_of(menus: Menus, teaser: Teaser) -> str:
    """Return the neutral title of the summary: nothing in it says what the case is about."""
    return f"{menus.title} {teaser.reference}"


def teaser_pdf(menus: Menus, teaser: Teaser, templates: Environment, fonts: Fonts, bands: tuple[str, ...]) -> bytes:
    """Return the summary as a tagged PDF (PDF/UA-1); raises what `write_pdf` raises."""
    return write_pdf(teaser_html(menus, teaser, templates, bands), fonts=fonts)


def teaser_html(menus: Menus, teaser: Teaser, templates: Environment, bands: tuple[str, ...]) -> str:
    """Return the page that the PDF is printed from."""
    context = {
        "title": menus.title, "reference": teaser.reference, "intro": menus.intro, "facts_label": menus.facts_label,
        "columns": menus.columns, "rows": _told(teaser), "clinic": teaser.clinic,
        "narrative": {"label": menus.narrative.label, "text": " ".join(teaser.narrative)},
        "support": {"label": menus.support.label, "lines": teaser.support},
        "tasks": {"label": menus.tasks.label, "lines": teaser.tasks}, "reply": menus.reply, "notes": menus.notes,
    }  # fmt: skip
    title = title_of(menus, teaser)
    return piece(templates, "placement/teaser.html", context, title=title, language="en", bands=bands)


def text_digest(menus: Menus, teaser: Teaser, templates: Environment) -> str:
    """Return the digest of all a summary says, its page and its plain text, without any band.

    A second reader's yes holds for it alone: with another word on either it is another one.
    """
    said = (teaser_text(menus, teaser, ()), teaser_html(menus, teaser, templates, ()))
    return sha256("\0".join(said).encode()).hexdigest()


def teaser_docx(menus: Menus, teaser: Teaser, library: Library, bands: tuple[str, ...]) -> bytes:
    """Return the summary as a Word file in the house's styles, without properties: the same words as the PDF."""
    made = docx.Document(str(library.get(HOUSE).path))
    for empty in made.element.body.xpath("./w:p"):
        made.element.body.remove(empty)

    def lines(style: str, *texts: str) -> None:
        for text in texts:
            made.add_paragraph(text, style=f"LA {style}")

    lines("Note", *bands)
    lines("Title", title_of(menus, teaser))
    lines("Body", *menus.intro)
    _heard(lines, menus.narrative.label, " ".join(teaser.narrative))
    table = made.add_table(rows=0, cols=2, style="LA Table")
    for label, value in (menus.columns, *((said.label, said.value) for said in _told(teaser))):
        for cell, text in zip(table.add_row().cells, (label, value), strict=True):
            cell.paragraphs[0].style = made.styles["LA Body"]
            cell.paragraphs[0].add_run(text)
    lines("Heading 1", menus.tasks.label)
    lines("Body", *(numbered(number, task) for number, task in enumerate(teaser.tasks, 1)))
    _heard(lines, menus.support.label, *teaser.support)
    _heard(lines, menus.reply.label, *menus.reply.lines, *teaser.clinic)
    _heard(lines, menus.notes.label, *menus.notes.lines)
    target = BytesIO()
    made.save(target)
    return render(target.getvalue(), {}, name="the summary", source="summary")


def _heard(lines: Callable[..., None], label: str, *texts: str) -> None:
    """Put down a heading with its lines, where it has any."""
    if any(texts):
        lines("Heading 1", label)
        lines("Body", *texts)


def _told(teaser: Teaser) -> tuple[Said, ...]:
    """Return the lines of the table."""
    return (*teaser.rows, teaser.hours, teaser.answer_by)


def reader_pdf(  # noqa: PLR0913, PLR0917 - as `teaser_pdf`, and what the search asks
    menus: Menus, teaser: Teaser, asks: Iterable[Hit], templates: Environment, fonts: Fonts, bands: tuple[str, ...]
) -> bytes:
    """Return the sheet for the second reader: what is printed, what stands out, what to decide. Never sent."""
    reader = menus.reader
    context = {
        "reader": reader, "reference": teaser.reference, "rows": _told(teaser), "support": teaser.support,
        "stands_out": teaser.stands_out, "asks": list(asks),
    }  # fmt: skip
    title = f"{reader.title} {teaser.reference}"
    html = piece(templates, "placement/second-reader.html", context, title=title, language="en", bands=bands)
    return write_pdf(html, fonts=fonts)


def teaser_text(menus: Menus, teaser: Teaser, bands: tuple[str, ...]) -> str:
    """Return the summary as plain text for a mailing list: the same words as the PDF, in the same order."""
    return "\n\n".join(_blocks(menus, teaser, bands)) + "\n"


def _blocks(menus: Menus, teaser: Teaser, bands: tuple[str, ...]) -> Iterator[str]:
    """Yield the paragraphs of the plain text; no two texts of the shelf share one, so each is known by its hash."""
    yield from (textwrap.fill(band, WIDTH) for band in bands)
    yield title_of(menus, teaser).upper()
    yield from map(_wrapped, menus.intro)
    if teaser.narrative:
        yield from (f"{menus.narrative.label}:", _wrapped(" ".join(teaser.narrative)))
    yield from (line_of(said) for said in _told(teaser))
    yield f"{menus.tasks.label}:"
    yield from (_wrapped(numbered(number, task)) for number, task in enumerate(teaser.tasks, 1))
    if teaser.support:
        yield from (f"{menus.support.label}:", *map(_wrapped, teaser.support))
    yield f"{menus.reply.label}:"
    yield from map(_wrapped, menus.reply.lines)
    yield "\n".join(teaser.clinic)
    yield f"{menus.notes.label}:"
    yield from map(_wrapped, menus.notes.lines)


def line_of(said: Said) -> str:
    """Return a line of the plain text: label and value."""
    return f"{said.label}: {said.value}"


def numbered(number: int, task: str) -> str:
    """Return a task as the plain text numbers it."""
    return f"{number}. {task}"


def shelf_texts(menus: Menus, teaser: Teaser, bands: tuple[str, ...]) -> Iterator[str]:
    """Yield every text of the outputs that comes from the shelf or the clinic, in the shapes in which it is printed."""
    yield from menus.texts()
    yield from bands
    yield "\n".join(bands)
    yield "".join(bands)
    yield from teaser.clinic
    yield "\n".join(teaser.clinic)
    yield from (" ".join(teaser.narrative), teaser.hours.value, *teaser.stands_out)
    for said in (*teaser.rows, teaser.hours):
        yield line_of(said)
    for label in (
        menus.tasks.label, menus.reply.label, menus.notes.label, menus.narrative.label, menus.support.label
    ):  # fmt: skip
        yield f"{label}:"
    for number, task in enumerate(teaser.tasks, 1):
        yield numbered(number, task)
    for title in (title_of(menus, teaser), f"{menus.reader.title} {teaser.reference}"):
        yield from (title, title.upper())


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
