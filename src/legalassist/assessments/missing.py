"""What a packet still lacks: the one place that joins an unknown fact to the question that asks for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from legalassist.assessments.statement import (
    ROUTE,
    TRANSLATED,
    Paragraph,
    answer_there,
    paragraphs,
    translation_is_older,
)
from legalassist.cases.exhibit_file import EXHIBITS, FiledAs
from legalassist.facts.known import Known, Unknown, Why, known_value
from legalassist.facts.paths import row_path
from legalassist.facts.values import ExhibitAtHand
from legalassist.journeys.journey import Standing, Step, steps
from legalassist.journeys.live_facts import LiveFacts


class Kind(StrEnum):
    """What kind of thing is missing."""

    ANSWER = "answer"
    DECISION = "decision"
    PAPER = "paper"
    TRANSLATION = "translation"
    READING = "reading"
    RECORD = "record"
    REQUEST = "request"
    DETERMINATION = "determination"
    """An Item of a form that an attorney has not decided, or decided on answers that have changed since."""


@dataclass(frozen=True, slots=True)
class MissingItem:
    """One thing still owed: which fact, which page asks for it, and why it is missing.

    For a determination the path is the form's Item with the person (``i-914a 4.1.B (family[2])``), the page the form's
    Part, and `item` the Item's number in it.
    """

    kind: Kind
    path: str
    page: str
    why: str
    ask: str
    needs: tuple[str, ...] = ()
    item: str = ""


_STILL_OWED = {Standing.OPEN, Standing.LATER, Standing.DECLINED, Standing.DOES_NOT_KNOW}


def missing_items(facts: LiveFacts) -> tuple[MissingItem, ...]:
    """Return what is missing, in the order of the interview: answers, translations, loose tags, papers.

    A question that may or may not apply is listed as *could not be decided* once everything that would settle it has
    been asked; until then its settling question is the missing one.
    """
    return (*_answers(facts), *_translations(facts), *_loose_tags(facts), *_papers(facts))


def _answers(facts: LiveFacts) -> Iterator[MissingItem]:
    for step in steps(facts):
        if step.standing is Standing.UNDECIDED:
            yield _item(step, Kind.DECISION, "could not be decided: it hangs on an answer that is not there")
        elif step.standing is Standing.LATER or (step.question.needed and step.standing in _STILL_OWED):
            yield _item(step, Kind.ANSWER, step.standing.value)


def _item(step: Step, kind: Kind, why: str) -> MissingItem:
    return MissingItem(kind, step.path, step.page.name, why, step.question.ask, tuple(sorted(step.needs)))


def _papers(facts: LiveFacts) -> Iterator[MissingItem]:
    """Yield the papers that are not at hand or not in the case, and what a foreign one needs behind it (PB-07)."""
    for number in facts.rows(EXHIBITS).numbers:
        row = row_path(EXHIBITS, number)
        fact = facts.get(f"{row}.paper")
        if not (isinstance(fact, Known) and isinstance(fact.value, ExhibitAtHand)):
            continue
        files = facts.case.files_of(row)
        owed = [what for role, what in _BEHIND.items() if role not in files] if fact.value.language != "en" else []
        if not fact.value.held:
            yield MissingItem(Kind.PAPER, row, "exhibits", "the paper is named but not at hand", _paper(number))
            continue
        if FiledAs.ORIGINAL not in files:
            why = "the paper is at hand, but no file of it is in the case"
            yield MissingItem(Kind.PAPER, row, "exhibits", why, _paper(number))
        if owed:
            why = f"not in English: {' and '.join(owed)} must stand right behind it (PB-07)"
            yield MissingItem(Kind.TRANSLATION, row, "exhibits", why, _paper(number))


_BEHIND = {FiledAs.TRANSLATION: "a full translation", FiledAs.CERTIFICATE: "the translator's certificate"}


def _translations(facts: LiveFacts) -> Iterator[MissingItem]:
    """Yield the paragraphs of the statement whose English is not there, or older than what it translates (PB-07)."""
    for one in paragraphs(facts):
        path = f"{one.path}.english"
        fact = facts.get(path)
        if isinstance(fact, Unknown) and fact.why not in (Why.DOES_NOT_APPLY, Why.LATER):
            why = "the paragraph has no English translation yet (PB-07)"
            yield MissingItem(Kind.TRANSLATION, path, "statement", why, _called(one))
        elif known_value(facts, ROUTE) == TRANSLATED and translation_is_older(facts, one.row):
            why = "the paragraph was changed after it was translated: the translator looks at it again (PB-07)"
            yield MissingItem(Kind.TRANSLATION, path, "statement", why, _called(one))


def _loose_tags(facts: LiveFacts) -> Iterator[MissingItem]:
    """Yield what paragraphs are tied to that is not there any more: papers, answers."""
    for one in paragraphs(facts):
        if one.lost:
            why = "tagged with a paper that is not in the list of exhibits any more: tag the paragraph again"
            yield MissingItem(Kind.DECISION, f"{one.path}.exhibits", "statement", why, _called(one))
        if not all(answer_there(facts, path) for path in one.rests_on):
            why = "rests on an answer that is not there any more: look at the paragraph, and tag it again"
            yield MissingItem(Kind.DECISION, f"{one.path}.rests_on", "statement", why, _called(one))


def _called(paragraph: Paragraph) -> str:
    """Return what a list of missing things calls a paragraph: its words are the client's."""
    return f"Paragraph {paragraph.number} of the statement"


def _paper(number: int) -> str:
    """Return what a list of missing things calls a paper: its title is the client's word."""
    return f"Paper {number} in the list of exhibits"


def grouped(missing: Iterable[MissingItem]) -> tuple[MissingItem, ...]:
    """Return missing items as people read them: what hangs together as one, each Item and open fact still named.

    The questions of one page that hang on the same open answer about one person are one; so are the Items of one Part
    that an attorney decides, which stand behind the rest: forms have dozens of these.
    """
    rest: list[MissingItem | None] = []
    hanging: dict[tuple[str, str], list[MissingItem]] = {}
    parts: dict[tuple[str, str], list[MissingItem]] = {}
    places: dict[tuple[str, str], int] = {}
    for one in missing:
        if one.kind is Kind.DETERMINATION:
            parts.setdefault((one.page, one.why), []).append(one)
        elif one.kind is Kind.DECISION:
            row, inside, _ = one.path.partition("]")
            key = (one.page, f"{row}]" if inside else ", ".join(one.needs))
            places.setdefault(key, len(rest))
            hanging.setdefault(key, []).append(one)
            rest.append(None)
        else:
            rest.append(one)
    for key, items in hanging.items():
        rest[places[key]] = items[0] if len(items) == 1 else _hanging(items)
    decided = (_as_one(page, why, items) for (page, why), items in parts.items())
    return (*(one for one in rest if one is not None), *decided)


def _hanging(items: list[MissingItem]) -> MissingItem:
    """Return the questions that hang on the same open answers as one missing item."""
    needs = tuple(dict.fromkeys(path for one in items for path in one.needs))
    paths = ", ".join(one.path for one in items)
    why = f"could not be decided: {len(items)} questions hang on {', '.join(needs)}"
    return MissingItem(Kind.DECISION, paths, items[0].page, why, f"{len(items)} questions", needs)


def _as_one(page: str, why: str, items: list[MissingItem]) -> MissingItem:
    """Return the Items of one Part as one missing item."""
    numbers = ", ".join(dict.fromkeys(one.item for one in items))
    needs = tuple(dict.fromkeys(path for one in items for path in one.needs))
    return MissingItem(Kind.DETERMINATION, f"{page}: {numbers}", page, why, "Items of a form for an attorney", needs)
