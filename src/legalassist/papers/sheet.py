"""What the three papers hold, as their templates print it: questions with codes and boxes, pages, lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from legalassist.interviews.codes import code_of
from legalassist.interviews.schema import Interview, Page, Question
from legalassist.papers.boxes import boxes_of
from legalassist.papers.voices import Both, Voices
from legalassist.papers.written import Papers, Section

SHEET, GUIDE, DOCUMENTS = "paper-sheet", "interviewer-guide", "document-list"
KINDS: Mapping[str, str] = {"sheet": SHEET, "guide": GUIDE, "documents": DOCUMENTS}
"""The papers there are, by the word a person names them with, and the print template of each."""

WORDS: Mapping[str, frozenset[str]] = {
    SHEET: frozenset({"title", "lead", "sections"}),
    GUIDE: frozenset({"title", "lead", "pages"}),
    DOCUMENTS: frozenset({"title", "lead", "everyone", "relations", "close"}),
}
"""The words each template is given."""


@dataclass(frozen=True, slots=True)
class PrintedBox:
    """One box: its label, its width in parts of twelve, and what can be ticked in it."""

    label: Both | None
    width: int
    ticks: tuple[Both, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on paper: its code (with the row's number), its text, its boxes; for the guide also its choices."""

    code: str
    ask: Both
    boxes: tuple[PrintedBox, ...] = ()
    choices: tuple[Both, ...] = ()
    inside: tuple["Asked", ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """One part of the sheet, or one page of the guide."""

    title: Both
    rows: tuple[tuple[str, tuple[Asked, ...]], ...]
    warning: Both | None = None


def context_of(kind: str, interview: Interview, papers: Papers, voices: Voices) -> dict[str, object]:
    """Return the words of one paper's template (`KINDS`); raises ContentError for a text without a translation."""
    makers = {"sheet": _sheet, "guide": _guide, "documents": _documents}
    leads = {"sheet": papers.sheet.lead, "guide": papers.guide.lead, "documents": papers.documents.lead}
    lead = [voices.both(f"papers.{kind}.lead.{number}") for number in range(1, len(leads[kind]) + 1)]
    head = {"title": voices.both(f"papers.{kind}.title"), "lead": lead}
    return head | makers[kind](interview, papers, voices)


def _sheet(interview: Interview, papers: Papers, voices: Voices) -> dict[str, object]:
    sections = []
    for number, section in enumerate(papers.sheet.sections, 1):
        rows = tuple(_row(interview, section, row, voices) for row in range(1, section.rows + 1))
        sections.append(PrintedSection(voices.both(f"papers.sheet.section.{number}"), rows))
    return {"sections": sections}


def _row(interview: Interview, section: Section, row: int, voices: Voices) -> tuple[str, tuple[Asked, ...]]:
    """Return one row of a section: its number for a group, and its questions."""
    rows = (row,) if section.group else ()
    asked = tuple(_asked(interview.by_fact[fact], rows, voices) for fact in section.facts)
    return (str(row) if section.group else ""), asked


def _asked(question: Question, rows: tuple[int, ...], voices: Voices) -> Asked:
    boxes = tuple(
        PrintedBox(
            voices.both(box.label) if box.label else None, box.width, tuple(voices.both(tick) for tick in box.ticks)
        )
        for box in boxes_of(question)
    )
    return Asked(code_of(question.fact, rows), voices.both(f"{question.fact}.ask"), boxes)


def _guide(interview: Interview, papers: Papers, voices: Voices) -> dict[str, object]:
    pages = {page.name: page for page in interview.pages}
    return {"pages": [_page(pages[name], voices) for name in papers.guide.pages]}


def _page(page: Page, voices: Voices) -> PrintedSection:
    warning = voices.both(f"page.{page.name}.warning") if page.warning else None
    asked = tuple(_spoken(question, voices) for question in page.questions)
    return PrintedSection(voices.both(f"page.{page.name}.title"), (("", asked),), warning)


def _spoken(question: Question, voices: Voices) -> Asked:
    """Return a question as the guide prints it: no boxes; what may be chosen, and the questions of its rows."""
    choices = tuple(voices.both(f"{question.fact}.choices.{one.value}") for one in question.choices)
    inside = tuple(_spoken(one, voices) for one in question.questions)
    return Asked(code_of(question.fact), voices.both(f"{question.fact}.ask"), (), choices, inside)


def _documents(_interview: Interview, papers: Papers, voices: Voices) -> dict[str, object]:
    documents = papers.documents
    return {
        "everyone": [voices.both(f"papers.documents.{one.id}") for one in documents.everyone],
        "relations": list(_relations(papers, voices)),
        "close": [voices.both(f"papers.documents.close.{n}") for n in range(1, len(documents.close) + 1)],
    }


def _relations(papers: Papers, voices: Voices) -> Iterator[Mapping[str, object]]:
    for one in papers.documents.relations:
        start = f"papers.documents.{one.relation}"
        yield {
            "title": voices.both(f"{start}.title"),
            "papers": [voices.both(f"{start}.{paper.id}") for paper in one.papers],
        }
