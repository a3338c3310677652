"""Who owes what is missing, and which pieces of the packet wait for it.

A piece waits for a fact that its template names, its form asks for, or its condition hangs on. That is read off the
shelf, without a case: no piece is written for it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from legalassist.assessments.missing import Kind, MissingItem
from legalassist.documents.word_check import template_reads
from legalassist.facts.paths import group_of, pattern_of
from legalassist.forms.edition import Edition, read_edition
from legalassist.interviews.schema import Interview, Who
from legalassist.library import Library
from legalassist.packets.plan import ExhibitWritten, PacketPlan, PieceWritten, required_plan


class By(StrEnum):
    """Who owes something."""

    CLIENT = "client"
    STAFF = "staff"
    ATTORNEY = "attorney"
    RELATIVE = "relative"
    INTERPRETER = "interpreter"
    AGENCY = "agency"


_WHO = {Who.CLIENT: By.CLIENT, Who.STAFF: By.STAFF, Who.ATTORNEY: By.ATTORNEY, Who.RELATIVE: By.RELATIVE}
_OF_KIND = {"paper": By.CLIENT, "translation": By.INTERPRETER, "determination": By.ATTORNEY, "record": By.AGENCY,
            "reading": By.INTERPRETER}  # fmt: skip
"""Who owes what does not come as an answer; an answer, or what hangs on one, is owed by whoever is asked."""

_MADE_FROM = {"declared": "statement.paragraphs[]"}
"""Words of a Word template that the packet makes, by the group of facts (every question in it) it makes them from."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A missing item, who owes it, and the codes of the pieces that wait for it (none: only the office needs it)."""

    item: MissingItem
    by: By
    pieces: tuple[str, ...]


def owed(library: Library, interview: Interview, missing: Iterable[MissingItem]) -> tuple[Owed, ...]:
    """Return missing items with who owes each and which pieces wait; raises ContentError for a broken packet.yaml."""
    waiting = _waiting(library, interview)
    return tuple(Owed(item, _by(interview, item), _pieces(waiting, item)) for item in missing)


def _by(interview: Interview, item: MissingItem) -> By:
    if item.kind in _OF_KIND:
        return _OF_KIND[item.kind]
    if item.kind is Kind.REQUEST and item.path.endswith("]"):
        return By.CLIENT  # a sealed record: her own request
    for path in (*item.needs, item.path) if item.kind is Kind.DECISION else (item.path,):
        question = interview.by_fact.get(pattern_of(path))
        if question is not None:
            return _WHO[question.who]
    return By.STAFF


def _pieces(waiting: Mapping[str, tuple[str, ...]], item: MissingItem) -> tuple[str, ...]:
    """Return the pieces that wait for an item: for its fact, or for the row it stands in."""
    if item.kind is Kind.READING:
        return (item.path.rpartition(" ")[2],)
    pattern = pattern_of(item.path.partition(",")[0])
    places = (pattern, pattern.removesuffix("[]"), f"{group_of(pattern)}[]", item.path.split(" ", maxsplit=1)[0])
    return next((waiting[place] for place in places if place in waiting), ())


def _waiting(library: Library, interview: Interview) -> Mapping[str, tuple[str, ...]]:
    """Return the codes of the pieces that wait for each fact; a form's number stands for its undecided Items.

    A form waits for what its Items name, and for what the questions say they feed: an Item's rule reads it.
    """
    found: dict[str, dict[str, None]] = {}
    for code, path in _reads(library, interview.name, required_plan(library, interview.name)):
        fact = _fact(path, interview)
        if fact:
            found.setdefault(fact, {})[code] = None
    for fact, question in interview.by_fact.items():
        for form in dict.fromkeys(item.form for item in question.feeds):
            found.setdefault(fact, {}).update(found.get(form, {}))
    return {fact: tuple(codes) for fact, codes in found.items()}


def _fact(path: str, interview: Interview) -> str:
    """Return the fact that a template's path names: ``family[].name.full`` is ``family[].name``; forms stand as is."""
    if path.startswith(" ") or path.endswith("[]"):
        return path.strip()
    while path and path not in interview.by_fact:
        path = path.rpartition(".")[0]
    return path


def _reads(library: Library, name: str, plan: PacketPlan) -> Iterator[tuple[str, str]]:
    """Yield (code of a piece, what it reads) over the plan."""
    for part in plan.parts:
        for one in (part, *part.inside):
            if isinstance(one.written, ExhibitWritten):
                yield from ((one.written.exhibit, one.written.each) for _ in (1,) if one.written.each)
                continue
            piece = one.written
            yield from ((piece.piece, path) for path in (one.when.reads if one.when is not None else ()))
            yield from ((piece.piece, path) for path in _of_piece(library, name, piece))


def _of_piece(library: Library, name: str, piece: PieceWritten) -> Iterator[str]:
    """Yield what a piece's template or form reads."""
    if piece.word:
        book = library.get(f"templates/{name}/{piece.word}.docx")
        for read in template_reads(book.content, book.name):
            word = read.path.partition("[")[0].partition(".")[0]
            yield _MADE_FROM.get(word, read.path)
    if piece.form:
        edition = read_edition(library, name, piece.form)
        yield f" {edition.form}"
        yield from _of_form(edition)


def _of_form(edition: Edition) -> Iterator[str]:
    """Yield the facts of a form's Items."""
    for part in edition.parts:
        for item in part.items:
            named = (item.fact, item.relative, item.group, *item.plain, *item.plain_relative)
            yield from (path for path in named if path)
