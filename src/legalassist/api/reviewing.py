"""The sheet a reader of both languages goes through: English left, translation right, a box and room on every line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from legalassist.api.approving import sheet_code
from legalassist.api.saving import write_new
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import DRAFT, css_string, environment, fill, page
from legalassist.documents.pdf import write_pdf
from legalassist.errors import UsageError
from legalassist.languages.tags import bcp47
from legalassist.library import Library, fonts
from legalassist.reviews.ledger import State
from legalassist.translations.gates.terms import Glossary, read_glossary
from legalassist.translations.status import Standing

TEMPLATE = "common/review"
_NAMES = {"en": "English", "zh_Hans": "simplified Chinese", "zh_Hant": "traditional Chinese"}


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
    glossary, code, templates = read_glossary(library), sheet_code(found), environment(library)
    shared = [line for line in _note(found[0]) if all(line in _note(one) for one in found)]
    lines = [
        Line(number, tuple(parts(one.message.english, glossary)), one.text, "; ".join(
            line for line in _note(one) if line not in shared))
        for number, one in enumerate(found, 1)
    ]  # fmt: skip
    title = f"{_title(found)}, in {_NAMES[found[0].language]}"
    words = {"title": title, "code": code, "shared": "; ".join(shared), "lines": lines, "tag": bcp47(found[0].language)}
    foot = f"@page {{ @bottom-right {{ content: {css_string(f'{code} · ')} counter(page) ' / ' counter(pages); }} }}"
    body = fill(templates, f"{TEMPLATE}.html", words)
    styles = [library.get(f"templates/{TEMPLATE}.css").text, foot]
    html = page(templates, body, title=title, language="en", css=styles, bands=(DRAFT,))
    pdf = write_pdf(html, fonts=Fonts.read(fonts()))
    write_new(out, pdf, like=b"%PDF")
    return code


def _title(found: Sequence[Standing]) -> str:
    """Return what the sheet is called: its own name, or the shelf's where it holds several."""
    sheets = {one.message.sheet for one in found}
    return f"Texts to read: {sheets.pop() if len(sheets) == 1 else found[0].message.domain}"


def _note(one: Standing) -> list[str]:
    """Return what the translator was told, and how far the text has come beyond a draft."""
    state = () if one.state is State.DRAFT else (f"state: {one.state.value}",)
    return [*one.message.note.lines[1:], *state]


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
