"""What goes to the accepted firm beside the papers: a sheet, and the current answers as a workbook.

The sheet has safe contact, clocks, interpreter, mentor and open questions; no history, no contradiction, no note.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ConfigDict

from legalassist.assessments.missing import grouped
from legalassist.cases.case import Case
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import INVENTED, environment, piece
from legalassist.documents.pdf import write_pdf
from legalassist.documents.tables import plain_xlsx
from legalassist.documents.wording import in_words
from legalassist.errors import ContentError
from legalassist.facts.known import Known, Rows
from legalassist.facts.paths import pattern_of
from legalassist.facts.values import Address, PersonName, Value
from legalassist.interviews.schema import Question
from legalassist.interviews.written import Text, validate
from legalassist.interviews.yaml_source import read_yaml
from legalassist.library import Library, fonts
from legalassist.packets.memo_names import Names

SHEET: Final = "interviews/placement/hand-over.yaml"
TEMPLATE: Final = "placement/hand-over.html"
_APART: Final = ("placement.",)
"""Answers about the placement itself: the firm has no use for them."""
_WIDTHS: Final = (70, 60)


class _Shelf(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Facts(_Shelf):
    label: Text
    note: Text
    facts: tuple[Text, ...]


class _Table(_Shelf):
    label: Text
    note: Text
    columns: tuple[Text, ...]
    none: Text = ""
    over: str = ""
    keepers: tuple[Text, ...] = ()


class _List(_Shelf):
    label: Text
    none: Text
    note: Text = ""


class _People(_Shelf):
    label: Text
    mentor: Text
    appearance: Text
    open: Text
    release: Text


class _Sheet(_Shelf):
    title: Text
    intro: tuple[Text, ...]
    unknown: Text
    papers: _Table
    contact: _Facts
    interpreter: _Facts
    clocks: _Table
    receipts: _List
    people: _People
    questions: _List


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed with the firm: the clinic's mentor, the day its appearance ends (empty: not yet), the release."""

    mentor: str
    appearance_ends: str
    release_ends: str


def hand_over_pdf(library: Library, case: Case, names: Names, papers: Mapping[str, str], agreed: Agreed) -> bytes:
    """Return the sheet as a tagged PDF; `papers` are the neutral names inside with what each is."""
    said, assessment = _read(library), names.assessment
    context = {
        "said": said.model_dump(),
        "papers": [{"name": name, "what": what} for name, what in papers.items()],
        "contact": _answers(names, said.contact.facts, said.unknown),
        "interpreter": _answers(names, said.interpreter.facts, said.unknown),
        "clocks": [
            {
                "what": names.subject(one.title, one.subject),
                "when": f"{one.says} {one.received_by.isoformat()}" + (said.clocks.over if one.passed else ""),
                "why": " ".join(reason.value for reason in (one.reason, *one.notes)),
            }
            for one in assessment.deadlines
        ],
        "receipts": list(_receipts(case, names)),
        "people": [
            (said.people.mentor, agreed.mentor or said.people.open),
            (said.people.appearance, agreed.appearance_ends or said.people.open),
            (said.people.release, agreed.release_ends),
        ],
        "questions": list(_open(names)),
    }  # fmt: skip
    bands = (INVENTED,) if case.invented else ()
    html = piece(environment(library), TEMPLATE, context, title="Hand-over", language="en", bands=bands)
    return write_pdf(html, fonts=Fonts.read(fonts()))


def answers_xlsx(case: Case, names: Names) -> bytes:
    """Return the current answers as a workbook: the question's words and the answer, in the order first given."""
    lines = [("Question", "Answer")]
    for path in case.current:
        question = names.interview.by_fact.get(pattern_of(path))
        fact = names.assessment.facts.get(path)
        if question is None or not isinstance(fact, Known) or path.startswith(_APART) or isinstance(fact.value, Rows):
            continue
        lines.append((names.asked(path), _whole(fact.value, question)))
    return plain_xlsx(lines, _WIDTHS)


def _whole(value: Value, question: Question) -> str:
    """Return an answer with nothing left off: a name and an address in characters too, and what is to be kept quiet."""
    words = in_words(value, question)
    if isinstance(value, PersonName | Address):
        native = value.native if value.native not in words else ""
        quiet = "to be kept confidential" if isinstance(value, Address) and value.confidential else ""
        return "; ".join(filter(None, (words, native, quiet)))
    return words


def _read(library: Library) -> _Sheet:
    book = library.get(SHEET)
    source = read_yaml(book.text, book.name)
    said, shape = validate(_Sheet, source)
    if said is None or source.problems:
        raise ContentError("the sheet of the hand-over has problems", problems=(*source.problems, *shape))
    return said


def _answers(names: Names, facts: tuple[str, ...], unknown: str) -> list[tuple[str, str]]:
    """Return the questions' words with the whole answers."""
    found = []
    for path in facts:
        fact, question = names.assessment.facts.get(path), names.interview.by_fact.get(path)
        answer = _whole(fact.value, question) if isinstance(fact, Known) and question is not None else unknown
        found.append((names.asked(path), answer))
    return found


def _open(names: Names) -> Iterator[str]:
    """Yield what is still owed, with the page that asks for it, each once."""
    pages = {page.name: page.title for page in names.interview.pages}
    owed = ((one, pages.get(one.page, names.rows_in(one.page))) for one in grouped(names.assessment.missing))
    yield from dict.fromkeys(f"{one.ask or names.asked(one.path)} ({where})" for one, where in owed)


def _receipts(case: Case, names: Names) -> Iterator[tuple[str, str]]:
    for path in case.current:
        fact = names.assessment.facts.get(path) if path.endswith("receipt_number") else None
        if isinstance(fact, Known):
            yield names.row(path) or names.asked(path), str(fact.value)
