"""The sheet a reader of both languages goes through: English left, translation right, a box and room on every line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from legalassist.api.approving import sheet_code
from legalassist.api.saving import write_new
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import DRAFT, environment, piece
from legalassist.documents.pdf import write_pdf
from legalassist.errors import UsageError
from legalassist.languages.tags import bcp47
from legalassist.library import Library, fonts
from legalassist.translations.gates.terms import Glossary, read_glossary
from legalassist.translations.status import Standing

TEMPLATE = "common/review.html"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an English text, and whether it is a term of the glossary."""

    text: str
    term: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One text on the sheet."""

    number: int
    english: tuple[Part, ...]
    text: str
    note: str


def print_sheet(library: Library, found: Sequence[Standing], out: Path) -> str:
    """Print texts side by side into a PDF; return the sheet's code, for `approve`.

    The code changes with every text on the sheet. Raises UsageError where there is nothing to read, or something else
    lies in the file's place.
    """
    if not found:
        raise UsageError("there is no text to read", hint="name a sheet: legalassist translate status --shelf WORD")
    glossary, code = read_glossary(library), sheet_code(found)
    lines = [
        Line(number, tuple(parts(one.message.english, glossary)), one.text, "; ".join(one.message.note.lines[1:]))
        for number, one in enumerate(found, 1)
    ]
    words = {"title": "Texts to read", "code": code, "lines": lines, "tag": bcp47(found[0].language)}
    html = piece(environment(library), TEMPLATE, words, title="Texts to read", language="en", bands=(DRAFT,))
    pdf = write_pdf(html, fonts=Fonts.read(fonts()), identifier=sha256(html.encode()).digest()[:16])
    write_new(out, pdf, like=b"%PDF")
    return code


def parts(english: str, glossary: Glossary) -> Iterator[Part]:
    """Yield a text cut at its glossary terms, the longest first."""
    spans: list[tuple[int, int]] = []
    for term in glossary.terms_in(english.lower()):
        for match in term.pattern.finditer(english.lower()):
            if not any(start < match.end() and match.start() < end for start, end in spans):
                spans.append(match.span())
    last = 0
    for start, end in sorted(spans):
        yield Part(english[last:start], term=False)
        yield Part(english[start:end], term=True)
        last = end
    yield Part(english[last:], term=False)
