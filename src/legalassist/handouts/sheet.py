"""The page an attorney signs: every text of a topic in a language, and every authority to acknowledge."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import fill, page
from legalassist.documents.pdf import write_pdf
from legalassist.handouts.paper import read_paper
from legalassist.handouts.speech import WRITTEN_IN, spoken_context, variety_of
from legalassist.handouts.topic import Statement, Topic
from legalassist.languages.tags import ENGLISH, TRADITIONAL, YUE, bcp47
from legalassist.law.authorities import Authority
from legalassist.reviews.ledger import Said


@dataclass(frozen=True, slots=True)
class Line:
    """One text on the sheet: where it stands, the English, the translation, and whether it is approved already."""

    context: str
    english: str
    text: str
    approved: bool

    @property
    def place(self) -> str:
        """Where it stands, short: ``silent``."""
        return self.context.removeprefix("topic.").partition(".")[2] or self.context


@dataclass(frozen=True, slots=True)
class SignSheet:
    """The sheet of one topic in one language; the code is the one that is entered after it was signed."""

    topic: Topic
    language: str
    lines: tuple[Line, ...]
    authorities: tuple[tuple[Authority, str], ...]
    code: str
    texts: tuple[Said, ...]


def _aloud(topic: Topic, statement: Statement) -> list[str]:
    return [spoken_context(topic, statement, variety) for variety in WRITTEN_IN]


def sign_sheet_pdf(sheet: SignSheet, templates: Environment, fonts: Fonts) -> bytes:
    """Return the sheet as a tagged PDF."""
    behind = {
        context: ", ".join(one.authorities) or "the clinic's own"
        for one in sheet.topic.statements
        for context in (*(sheet.topic.context(one, part) for part in ("text", "more")), *_aloud(sheet.topic, one))
    }
    context = {
        "sheet": sheet,
        "name": sheet.topic.name,
        "written": sheet.topic.written.isoformat(),
        "tag": bcp47(sheet.language),
        "two": sheet.language != ENGLISH,
        "made": "the clinic's own" if sheet.language == YUE else "draft, machine",
        "rows": [(line, behind.get(line.context, "on every handout"), _tag(sheet, line)) for line in sheet.lines],
    }
    css = str(fill(templates, "kyr/sign.css", {}))
    body = fill(templates, "kyr/sign.html", context)
    html = page(templates, body, title=f"Approval sheet: {sheet.topic.name}", language=ENGLISH, css=[css])
    pdf = write_pdf(html, fonts=fonts)
    return read_paper(pdf, f"the approval sheet of {sheet.topic.id}", _needed(sheet, two=context["two"] is True))


def _needed(sheet: SignSheet, *, two: bool) -> Iterator[str]:
    """Yield what a signature is put under: each line in both languages, each authority, and the code."""
    yield sheet.code
    yield from (law.text for law, _ in sheet.authorities)
    yield from sheet.topic.to_attorney
    for line in sheet.lines:
        yield line.english
        yield line.text if two else ""


def _tag(sheet: SignSheet, line: Line) -> str:
    """Return the language of a line's translation: around Cantonese stands what is written."""
    return bcp47(TRADITIONAL if sheet.language == YUE and not variety_of(line.context) else sheet.language)
