"""``papers.yaml``: which questions stand on paper, and the fixed words around them.

What is hard to talk about never stands on a sheet that a client takes along: a question that is heavy, or that a
clinic's staff answers, is refused here whatever the file says.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from legalassist.errors import ContentError, Problem
from legalassist.interviews.codes import patterns_by_code
from legalassist.interviews.schema import Interview, Sensitivity, Who
from legalassist.interviews.types import GROUP
from legalassist.interviews.written import Text, WholeNumber, validate
from legalassist.interviews.yaml_source import At, Source, did_you_mean, read_yaml
from legalassist.languages.catalog import Message
from legalassist.law.authorities import Authorities
from legalassist.library import Library

MOST_ROWS = 12


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Section(_Written):
    """One part of the sheet: single questions, or the questions of a group with so many rows to fill in."""

    title: Text
    facts: tuple[Text, ...]
    group: Text = ""
    rows: Annotated[WholeNumber, Field(ge=1, le=MOST_ROWS)] = 1


class Sheet(_Written):
    """The information sheet."""

    title: Text
    lead: tuple[Text, ...]
    sections: tuple[Section, ...]


class Guide(_Written):
    """The interviewer's guide: pages of the interview, by name."""

    title: Text
    lead: tuple[Text, ...]
    pages: tuple[Text, ...]


class Wanted(_Written):
    """One paper to look for."""

    id: Text
    say: Text


class OfRelation(_Written):
    """What is wanted for one kind of relative, beside what is wanted for everyone."""

    relation: Text
    title: Text
    papers: tuple[Wanted, ...]


class DocumentList(_Written):
    """The list of papers for family members, and the authorities behind it."""

    title: Text
    lead: tuple[Text, ...]
    authorities: tuple[Text, ...]
    everyone: tuple[Wanted, ...]
    relations: tuple[OfRelation, ...]
    close: tuple[Text, ...]


class Papers(_Written):
    """The file."""

    sheet: Sheet
    guide: Guide
    documents: DocumentList

    def messages(self) -> Iterator[Message]:
        """Yield (context, English) for every fixed text."""
        for name, part in (("sheet", self.sheet), ("guide", self.guide), ("documents", self.documents)):
            yield f"papers.{name}.title", part.title
            yield from ((f"papers.{name}.lead.{number}", text) for number, text in enumerate(part.lead, 1))
        for number, section in enumerate(self.sheet.sections, 1):
            yield f"papers.sheet.section.{number}", section.title
        documents = self.documents
        yield from ((f"papers.documents.close.{number}", text) for number, text in enumerate(documents.close, 1))
        yield from ((f"papers.documents.{one.id}", one.say) for one in documents.everyone)
        for relation in documents.relations:
            yield f"papers.documents.{relation.relation}.title", relation.title
            yield from ((f"papers.documents.{relation.relation}.{one.id}", one.say) for one in relation.papers)


def papers_file(name: str) -> str:
    """Return the file's name on the shelf of a matter."""
    return f"interviews/{name}/papers.yaml"


def read_papers(library: Library, interview: Interview) -> Papers:
    """Read an interview's papers; raise ContentError with every problem in the file."""
    source, papers, problems = _read(library, interview.name)
    if papers is not None:
        problems = [*problems, *_problems(source, papers, interview)]
    if papers is None or problems:
        raise ContentError(problems=tuple(problems))
    return papers


def paper_messages(library: Library, name: str) -> tuple[Message, ...]:
    """Return every fixed text of a matter's papers; none where it has no papers, or where they cannot be read."""
    if library.find(papers_file(name)) is None:
        return ()
    _, papers, problems = _read(library, name)
    return () if papers is None or problems else tuple(papers.messages())


def _read(library: Library, name: str) -> tuple[Source, Papers | None, list[Problem]]:
    book = library.get(papers_file(name))
    source = read_yaml(book.text, book.name)
    papers, shape = validate(Papers, source)
    return source, papers, [*source.problems, *shape]


def _problems(source: Source, papers: Papers, interview: Interview) -> Iterator[Problem]:
    """Yield everything that does not fit the interview or the law."""
    for number, section in enumerate(papers.sheet.sections):
        yield from _section(source, ("sheet", "sections", number), section, interview)
    known = [page.name for page in interview.pages]
    for number, page in enumerate(papers.guide.pages):
        if page not in known:
            yield source.problem(("guide", "pages", number), f"there is no page {page!r}", did_you_mean(page, known))
    yield from _documents(source, papers.documents, interview)
    twice = [patterns for patterns in patterns_by_code(interview).values() if len(patterns) > 1]
    for pattern in chain.from_iterable(twice):
        yield source.problem((), f"{pattern} has the same question code as another question", "rename one of the two")


def _section(source: Source, at: At, section: Section, interview: Interview) -> Iterator[Problem]:
    group = interview.by_fact.get(section.group) if section.group else None
    if section.group and (group is None or not group.is_group):
        yield source.problem((*at, "group"), f"{section.group!r} is no group of questions")
    for number, fact in enumerate(section.facts):
        here, question = (*at, "facts", number), interview.by_fact.get(fact)
        if question is None or question.kind == GROUP:
            hint = did_you_mean(fact, interview.by_fact)
            yield source.problem(here, f"no question asks for {fact!r}", hint)
        elif question.sensitivity is Sensitivity.HEAVY or question.who is not Who.CLIENT:
            message = f"{fact} is not for paper: it is hard to talk about, or the clinic's own to answer"
            yield source.problem(here, message, "ask it in person; the guide has the page")
        elif question.group != (section.group or None):
            message = f"{fact} does not stand in {section.group or 'no group'}"
            yield source.problem(here, message, "a section holds the questions of one group, or single ones")


def _documents(source: Source, documents: DocumentList, interview: Interview) -> Iterator[Problem]:
    relation = next((one for one in interview.by_fact.values() if one.kind == "relation"), None)
    values = relation.values if relation is not None else ()
    for number, one in enumerate(documents.relations):
        if one.relation not in values:
            at: At = ("documents", "relations", number, "relation")
            yield source.problem(at, f"there is no relation {one.relation!r}", did_you_mean(one.relation, values))
    known = tuple(one.id for one in Authorities.load())
    for number, name in enumerate(documents.authorities):
        if name not in known:
            hint = did_you_mean(name, known)
            yield source.problem(("documents", "authorities", number), f"there is no authority {name!r}", hint)
