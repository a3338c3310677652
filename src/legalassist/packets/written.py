"""Write the pieces of a packet: each planned piece becomes a page (and .docx where it is a Word piece), then PDF."""

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from legalassist.assessments.assess import Assessment
from legalassist.documents import page as pages
from legalassist.documents.citations import linked, refreshed, wrong_mentions
from legalassist.documents.context import Used
from legalassist.documents.fonts import MissingGlyphsError
from legalassist.documents.pdf import write_pdf
from legalassist.documents.subset.blocks import WordText
from legalassist.documents.subset.reading import read
from legalassist.documents.subset.text import text_of, unsaid
from legalassist.documents.tags.tagged import tagged_text
from legalassist.documents.word import render
from legalassist.documents.word_html import to_html
from legalassist.documents.wording import filters
from legalassist.errors import DocumentError, UsageError
from legalassist.facts.values import PersonName
from legalassist.forms.answer_sheet import sheet_digest
from legalassist.forms.edition import read_edition
from legalassist.forms.flatten import flatten
from legalassist.languages.tags import TRADITIONAL
from legalassist.library import Library
from legalassist.packets.binder import bind
from legalassist.packets.build import Build, Edited
from legalassist.packets.citations import Citations
from legalassist.packets.contexts import (
    PagesShown,
    form_sources,
    listed_exhibits,
    print_context,
    unapproved,
    word_context,
)
from legalassist.packets.edits import check_base
from legalassist.packets.official import Officials
from legalassist.packets.pieces import BoundPiece, ContentsLine
from legalassist.packets.plan import Folder, Planned, Planning
from legalassist.packets.readings import Readings
from legalassist.packets.undrawn import undrawn

PRINT_CSS = "templates/common/print.css"
WORD_CSS = "templates/common/word.css"


@dataclass(frozen=True)
class Written:
    """One written piece. `html` is empty for a piece bound as a PDF somebody else made; `docx` for print pieces."""

    planned: Planned
    html: str
    docx: bytes = b""
    rendered: bytes = b""
    pdf: bytes = b""
    used: Used = field(default_factory=Used)
    edited_from: str = ""
    word: WordText | None = None

    @property
    def ours(self) -> bool:
        """Say whether its pages are ours: laid out by us, or an exhibit's that were rebuilt."""
        return bool(self.html) or self.planned.file is not None

    @cached_property
    def key(self) -> str:
        """The digest of all that the piece's PDF depends on: its page, or the foreign PDF itself."""
        return sha256(self.html.encode() or self.pdf).hexdigest()


PdfCache = MutableMapping[str, bytes]
"""PDFs by the key of the piece they were made from. What is found here is not laid out again."""


class Writer:
    """Writes the pieces of one build; templates are compiled once for all of them."""

    def __init__(
        self, build: Build, assessment: Assessment, pieces: tuple[Planned, ...], officials: Officials | None = None,
        readings: Readings | None = None,
    ) -> None:  # fmt: skip
        """Take the build, what was decided, every piece planned, the forms that were filled, and what was read back."""
        self.build, self.assessment, self.pieces = build, assessment, pieces
        self.officials = officials or Officials(Planning(pieces, {}))
        self.citations = Citations(pieces, assessment.facts)
        self.readings = readings or Readings(build.case, build.clinic, pieces, self.as_read)

    def write(self, planned: Planned) -> Written:
        """Write one piece; an edited file given for it takes the rendering's place."""
        edited = next((one for one in self.build.edited if one.code == planned.code), None)
        if planned.file is not None:
            if edited is not None:
                message = f"{planned.code}: a paper is not edited"
                raise DocumentError(message, hint="add another file of it: legalassist case exhibit add")
            return Written(planned, "", pdf=self.build.exhibits[planned.file.sha256])
        if planned.word:
            return self._word_piece(planned, edited)
        if edited is not None:
            return _official_form(planned, edited)
        official = self.officials.forms.get(planned.code)
        if official is not None:
            return Written(planned, "", pdf=official.filled.printed, used=official.used)
        used = Used()
        words = self.officials.sheets.get(planned.code)
        words = words or print_context(self.build, self.assessment, planned, used, self.readings)
        return Written(planned, self.printed(planned, words), used=used)

    def as_read(self, planned: Planned) -> str:
        """Return the digest of what is read aloud of a piece: the words of a letter, the answers of a form.

        It is that of the file a person put in the piece's place where there is one. Raises UsageError for a piece
        that nobody signs.
        """
        edited = next((one for one in self.build.edited if one.code == planned.code), None)
        if planned.form and edited is None:
            edition = read_edition(self.build.library, self.build.interview.name, planned.form)
            return sheet_digest(edition, form_sources(self.build, self.assessment, planned, edition))
        if not planned.form and not planned.word:
            message = f"{planned.code} is a list or a memo of the office: nobody reads it back"
            raise UsageError(message, hint="name a statement, a letter or a form")
        written = self.write(planned)
        if written.word is None:
            return sha256(written.pdf).hexdigest()
        # As typed: which letter an exhibit gets is none of her words, and changes with every paper that is added.
        word = read(written.rendered, name=f"{planned.code}.docx") if edited is None else written.word
        return sha256(text_of(word).encode()).hexdigest()

    def last_changed(self, planned: Planned) -> str:
        """Return the last day on which anything a piece says was entered or decided (ISO 8601); empty for none."""
        used, case = self.write(planned).used, self.build.case
        said = [case.current[path].said.at for path in used.answers if path in case.current]
        people = {planned.about, ""}
        said += [one.at for (item, about), one in case.determined.items() if item in used.decisions and about in people]
        return max((at[:10] for at in said), default="")

    def write_numbered(
        self, planned: Planned, lines: Sequence[ContentsLine], first: Mapping[str, int], lengths: Mapping[str, int]
    ) -> Written:
        """Write a piece that prints packet pages: the lines of the contents, first pages and page counts by code."""
        exhibits = listed_exhibits(self.build, self.assessment, self.pieces, PagesShown(first, lengths))
        return Written(planned, self.printed(planned, {"title": planned.title, "lines": lines, "exhibits": exhibits}))

    def printed(self, planned: Planned, words: Mapping[str, object]) -> str:
        """Return the page of a print piece, filled with the words it needs."""
        return pages.piece(
            _templates(self.build.library, planned.language),
            f"{self.build.interview.name}/{planned.print}.html",
            words,
            title=planned.title,
            language=planned.language,
            bands=self.build.bands,
        )

    def _word_piece(self, planned: Planned, edited: Edited | None) -> Written:
        """Write a piece from its Word template: the rendered .docx, read back through the closed subset."""
        template = self.build.library.get(f"templates/{self.build.interview.name}/{planned.word}.docx")
        used = Used()
        words = word_context(self.build, self.assessment, planned, self.pieces, used, self.readings)
        script = self.build.script_of(planned.language)
        rendered = render(
            template.content,
            words,
            name=template.name,
            filters=filters(script),
            traditional=self.build.language == TRADITIONAL,
        )
        if edited is None:
            docx = self._cited(rendered, f"{planned.code}.docx")
            word = read(docx, name=f"{planned.code}.docx")
            return Written(planned, self._word_page(planned, word, used), docx, rendered, used=used, word=word)
        base = check_base(planned.code, rendered, edited)
        if edited.content.startswith(b"%PDF-"):
            self._check_printed(planned, edited.content)
            docx = self._cited(rendered, f"{planned.code}.docx")
            return Written(planned, "", docx, rendered, _without_scripts(planned, edited.content), used, base)
        docx = self._cited(edited.content, edited.file)
        word = read(docx, name=edited.file, accept_changes=edited.accept_changes, drop_comments=edited.drop_comments)
        page = self._word_page(planned, word, used)
        return Written(planned, page, docx, rendered, used=used, edited_from=base, word=word)

    def _cited(self, docx: bytes, name: str) -> bytes:
        """Return a Word file whose citations say what is true in this packet; raises OutsideSubsetError."""
        return refreshed(docx, self.citations.resolve, self.citations.fits, name=name)

    def _check_printed(self, planned: Planned, pdf: bytes) -> None:
        """Refuse a PDF that Word exported whose citations, which cannot be refreshed there, no longer fit."""
        for named in wrong_mentions(tagged_text(pdf), self.citations.fits):
            message = f"{planned.code}: the PDF cites {' '.join(named.split())}, which is not in this packet"
            raise DocumentError(message, hint="bind the .docx instead: its citations are made true")

    def _word_page(self, planned: Planned, word: WordText, used: Used) -> str:
        """Put the text of a Word piece on our page; in the filing its citations are links to the pages they cite.

        A piece that says something in a translation nobody has approved is a draft, whatever the packet is.
        """
        drafted = unapproved(self.build, used) and pages.DRAFT not in self.build.bands
        if planned.folder is Folder.FILING:
            word = linked(word, self.citations.link)
        script = self.build.script_of(planned.language)
        return pages.page(
            _templates(self.build.library, script),
            Markup(to_html(word)),  # noqa: S704 - to_html escapes every text it writes
            title=planned.title,
            language=script,
            css=(self.build.library.get(WORD_CSS).text,),
            bands=(*self.build.bands, pages.DRAFT) if drafted else self.build.bands,
            names=_native_names(self.build),
        )


def _native_names(build: Build) -> frozenset[str]:
    """Return the names of the case in their own characters: they are not broken over two lines."""
    said = (answer.value for answer in build.case.current.values())
    return frozenset(one.native for one in said if isinstance(one, PersonName) and len(one.native) > 1)


@lru_cache(maxsize=8)
def _templates(library: Library, language: str) -> Environment:
    """Return the environment that fills print templates in a language; compiled once for each opened library."""
    made = pages.environment(library)
    made.filters.update(filters(language))
    return made


def _without_scripts(planned: Planned, pdf: bytes) -> bytes:
    """Return a stranger's PDF as the binder takes it: no scripts, actions, attachments or author.

    The filing is bound as a whole; what goes elsewhere, or lies by itself, must be as clean.
    """
    piece = BoundPiece(planned.code, planned.title, pdf, ours=False)
    identifier = sha256(pdf).digest()[:16]
    return bind([piece], title=planned.title, language="en", identifier=identifier, stamp_font=Path()).pdf


def _official_form(planned: Planned, edited: Edited) -> Written:
    """Take a filled official form in the place of its answer sheet; no other print piece can be replaced."""
    if not planned.form:
        message = f"{planned.code} is made from a print template: there is no Word file of it to edit"
        raise DocumentError(message, hint="change the answers or the template instead")
    if not edited.content.startswith(b"%PDF-"):
        message = f"{planned.code}: an official form is bound as the PDF it was filled in"
        raise DocumentError(message, hint="give the filled PDF")
    # What stands in its boxes becomes part of its pages, as in a form that was filled here.
    printed = flatten(edited.content, name=planned.code)
    return Written(planned, "", pdf=printed, edited_from=sha256(edited.content).hexdigest())


def lay_out(build: Build, written: Written, cache: PdfCache) -> bytes:
    """Return a piece's PDF: the one it brings, the one laid out before from the same page, or a new one.

    Raises DocumentError where the new one does not say, in the order of its tags, what the Word piece says.
    """
    if not written.html:
        return written.pdf
    pdf = cache.get(written.key)
    if pdf is None:
        pdf = print_page(build, written.planned.code, written.html)
        where = unsaid(written.word, tagged_text(pdf)) if written.word is not None else ""
        if where:
            message = f"{written.planned.code}: the PDF would not say what the Word file says: {where}"
            raise DocumentError(message, hint="export the piece from Word as PDF, and bind that")
        cache[written.key] = pdf
    return pdf


def print_page(build: Build, code: str, html: str) -> bytes:
    """Print a page to PDF; a fault names the piece."""
    identifier = sha256(html.encode()).digest()[:16]
    try:
        return write_pdf(html, fonts=build.fonts, identifier=identifier)
    except MissingGlyphsError as wrong:
        raise undrawn(build.case, code, wrong) from None
    except DocumentError as wrong:
        raise DocumentError(f"{code}: {wrong.message}", wrong.hint) from None
