"""Read an interview from its shelf files: an `Interview`, or every problem in them, each with its place.

Nothing here runs a condition. Dead references, misspelt paths, wrong choices and circles are found by looking at
which facts each condition reads.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter

from legalassist.errors import ContentError, Problem
from legalassist.facts.expressions import Expression, FactType, parse
from legalassist.facts.paths import is_pattern
from legalassist.interviews.schema import Choice, Interview, Page, Question, StopRule
from legalassist.interviews.types import GROUP, TYPES
from legalassist.interviews.written import InterviewWritten, PageWritten, QuestionWritten, StopWritten, validate
from legalassist.interviews.yaml_source import At, Source, did_you_mean, read_yaml
from legalassist.library import Library


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the interview (None where a file has no usable shape), and all problems, in file order."""

    interview: Interview | None
    problems: tuple[Problem, ...]
    whole: bool = False
    """Whether every page could be read: only then is a path that nobody asks for a mistake, and no echo of another."""

    def required(self) -> Interview:
        """Return the interview; raise ContentError with all problems where there are any."""
        if self.interview is None or self.problems:
            raise ContentError(problems=self.problems)
        return self.interview


@dataclass(frozen=True, slots=True)
class DerivedWord:
    """A fact the law derives, as far as an interview needs to know it: which facts it reads, and its type."""

    reads: tuple[str, ...]
    type: FactType


Derived = Mapping[str, DerivedWord]
"""The derived facts, by path pattern."""


def interview_names(library: Library) -> tuple[str, ...]:
    """Return the names of all interviews on the shelves: the folders that hold one."""
    books = library.books("interviews", "interview.yaml")
    return tuple(sorted({parts[1] for book in books if len(parts := book.name.split("/")) == 3}))  # noqa: PLR2004 - interviews/NAME/interview.yaml


def read_interview(library: Library, name: str, derived: Derived | None = None) -> Reading:
    """Read ``interviews/NAME/interview.yaml`` and its pages; `derived` names the facts the law adds to the answers."""
    book = library.get(f"interviews/{name}/interview.yaml")
    source = read_yaml(book.text, book.name)
    written, shape = validate(InterviewWritten, source)
    problems = [*source.problems, *shape]
    if written is None:
        return Reading(None, tuple(problems))
    pages: list[Page] = []
    for number, page_name in enumerate(written.pages):
        found = library.find(f"interviews/{name}/pages/{page_name}.yaml")
        if found is None:
            problems.append(source.problem(("pages", number), f"there is no page file pages/{page_name}.yaml"))
            continue
        page, wrong = _read_page(read_yaml(found.text, found.name), page_name)
        problems.extend(wrong)
        if page is not None:
            pages.append(page)
    derived = derived or {}
    interview = Interview(
        written.interview, written.title, tuple(pages), {path: word.reads for path, word in derived.items()}
    )
    whole = len(pages) == len(written.pages)
    problems.extend(_problems_across(interview, derived, whole=whole))
    return Reading(interview, tuple(dict.fromkeys(problems)), whole)


def read_page(text: str, file: str) -> tuple[Page | None, tuple[Problem, ...]]:
    """Read one page from text, for authors' checks of a single file."""
    page, problems = _read_page(read_yaml(text, file), None)
    if page is None:
        return None, tuple(problems)
    alone = Interview("alone", "", (page,))
    return page, tuple(dict.fromkeys([*problems, *_repeated(alone), *_circles(alone)]))


def _read_page(source: Source, name: str | None) -> tuple[Page | None, list[Problem]]:
    """Return a page and its problems."""
    written, shape = validate(PageWritten, source)
    problems = [*source.problems, *shape]
    if written is None:
        return None, problems
    if name is not None and written.page != name:
        problems.append(source.problem(("page",), f"the page is called {written.page!r}, its file {name!r}"))
    building = _PageBuilder(source, problems)
    questions = tuple(building.questions(written.questions, ("questions",), written.each))
    place = source.place(())
    if written.each:
        questions = (Question(written.each, GROUP, "", source.place(("each",)), questions=questions, more=True),)
    page = Page(
        written.page, written.section, written.title, questions, place,
        written.warning, written.pause_after, written.until,
    )  # fmt: skip
    return page, problems


class _PageBuilder:
    """Makes questions from a page's written ones, collecting problems."""

    def __init__(self, source: Source, problems: list[Problem]) -> None:
        self.source = source
        self.problems = problems

    def questions(self, written: tuple[QuestionWritten, ...], at: At, group: str) -> Iterator[Question]:
        """Yield the questions of a page, or of the group with that pattern."""
        for number, one in enumerate(written):
            yield self._question(one, (*at, number), group)

    def _question(self, one: QuestionWritten, at: At, group: str) -> Question:
        fact = f"{group}[].{one.fact}" if group else one.fact
        if not is_pattern(one.fact) or "[" in one.fact:
            self._add((*at, "fact"), "a fact is named by lower-case words with dots", "for example client.birth_date")
        self._check_shape(one, at)
        question = Question(
            fact, one.kind, one.ask, self.source.place((*at, "fact")), one.help, one.why, one.sensitivity, one.who,
            self._condition(one.when, (*at, "when"), group), one.feeds, one.needed,
            tuple(Choice(choice.value, choice.label) for choice in one.choices), one.row,
            stop=self._stop(one, (*at, "stop")),
        )  # fmt: skip
        return replace(question, questions=tuple(self.questions(one.questions, (*at, "questions"), fact)))

    def _stop(self, one: QuestionWritten, at: At) -> StopRule | None:
        """Return when an answer stops the talk; values a question does not offer, or dates it has not, are problems."""
        if one.stop is None:
            return None
        offered = _answers_to_stop_at(one)
        for number, value in enumerate(one.stop.values):
            if value not in offered:
                hint = f"one of: {', '.join(offered)}" if offered else "only yes-no and choice questions have values"
                self._add((*at, "values", number), f"no answer to this question is {value!r}", hint)
        for key in ("days_ahead", "younger_than"):
            if getattr(one.stop, key) is not None and one.kind not in _DATES:
                self._add((*at, key), f"a question of type {one.kind!r} has no date", "use 'values:'")
        if not one.stop.values and one.stop.days_ahead is None and one.stop.younger_than is None:
            self._add(at, "this stops at nothing", "add 'values:', 'days_ahead:' or 'younger_than:'")
        return _stop_rule(one.stop)

    def _check_shape(self, one: QuestionWritten, at: At) -> None:
        """Add problems where the parts of a question do not go together."""
        chooses = one.kind != GROUP and TYPES[one.kind].chooses
        if chooses and not one.choices:
            self._add(
                at, f"a question of type {one.kind!r} needs choices", "add 'choices:' with a value and a label each"
            )
        if one.choices and not chooses:
            self._add((*at, "choices"), f"a question of type {one.kind!r} has no choices", "use the type 'choice'")
        if one.kind == GROUP and not (one.questions and one.row):
            self._add(at, "a group needs 'row:' (what one row is called) and 'questions:'")
        if one.questions and one.kind != GROUP:
            self._add((*at, "questions"), "only a question of type 'group' holds questions")
        seen: set[str] = set()
        for number, choice in enumerate(one.choices):
            if choice.value in seen:
                self._add((*at, "choices", number, "value"), f"the choice {choice.value!r} stands here twice")
            seen.add(choice.value)

    def _condition(self, text: str, at: At, group: str) -> Expression | None:
        if not text:
            return None
        try:
            place = self.source.value_place(at)
            indented = text.replace("\n", "\n" + " " * (place.column - 1))  # as in the file: columns count from there
            return parse(indented, where=place, group=group)
        except ContentError as wrong:
            self.problems.extend(wrong.problems)
            return None

    def _add(self, at: At, message: str, hint: str = "") -> None:
        self.problems.append(self.source.problem(at, message, hint))


_DATES = frozenset({"date", "partial date"})
_YES_NO: Mapping[str, bool] = {"yes": True, "no": False}


def _answers_to_stop_at(one: QuestionWritten) -> tuple[str, ...]:
    """Return the answers of a question that a stop can name, as authors spell them."""
    return tuple(_YES_NO) if one.kind == "yes no" else tuple(choice.value for choice in one.choices)


def _stop_rule(written: StopWritten) -> StopRule:
    values = tuple(_YES_NO.get(value, value) for value in written.values)
    return StopRule(written.who, values, written.days_ahead, written.younger_than)


def _problems_across(interview: Interview, derived: Derived, *, whole: bool) -> Iterator[Problem]:
    """Yield what only shows when all pages are seen together; conditions only where no page is missing."""
    yield from _repeated(interview)
    yield from _stretches(interview)
    if whole:
        yield from _rows_of_nothing(interview)
        yield from _conditions(interview, derived)
    yield from _circles(interview)


def _every(questions: tuple[Question, ...]) -> Iterator[Question]:
    for question in questions:
        yield question
        yield from _every(question.questions)


def _all_questions(interview: Interview) -> Iterator[Question]:
    for page in interview.pages:
        yield from _every(page.questions)


def _repeated(interview: Interview) -> Iterator[Problem]:
    """Yield a problem for each fact that is asked twice."""
    first: dict[str, Question] = {}
    for question in _all_questions(interview):
        if question.more:
            continue
        if question.fact in first:
            before = first[question.fact].place
            yield Problem(question.place, f"{question.fact} is asked twice (first in {before})", "ask it once")
        first.setdefault(question.fact, question)


def _rows_of_nothing(interview: Interview) -> Iterator[Problem]:
    """Yield a problem for each page about the rows of a group that no earlier page lists."""
    listed: set[str] = set()
    for page in interview.pages:
        for question in page.questions:
            if question.more and question.fact not in listed:
                message = f"no page before this one lists the rows of {question.fact!r}"
                yield Problem(question.place, message, did_you_mean(question.fact, sorted(listed)))
            elif question.is_group:
                listed.add(question.fact)


def _stretches(interview: Interview) -> Iterator[Problem]:
    """Yield a problem for each named stretch that ends twice."""
    first: dict[str, Page] = {}
    for page in interview.pages:
        if page.until and page.until in first:
            message = f"'until: {page.until}' stands on two pages (first in {first[page.until].place})"
            yield Problem(page.place, message, "a stretch ends once")
        first.setdefault(page.until, page)


def types_of(interview: Interview, derived: Derived) -> Mapping[str, FactType]:
    """Return the type of every fact a condition may read, by its path pattern."""
    types = {path: word.type for path, word in derived.items()}
    for fact, question in interview.by_fact.items():
        types[fact] = FactType(question.kind, question.values)
    return types


def _conditions(interview: Interview, derived: Derived) -> Iterator[Problem]:
    """Yield problems of the conditions: unknown paths, values no choice has, kinds that do not compare."""
    types = types_of(interview, derived)
    for question in _all_questions(interview):
        if question.when is not None:
            yield from question.when.check(types)


def _circles(interview: Interview) -> Iterator[Problem]:
    """Yield a problem where questions (or derived facts) wait for one another in a circle."""
    waits_for: dict[str, set[str]] = {fact: set(reads) for fact, reads in interview.derived.items()}
    for fact, question in interview.by_fact.items():
        needs = waits_for.setdefault(fact, set())
        if question.when is not None:
            needs.update(question.when.reads)
        if question.group is not None:
            needs.add(question.group)
    try:
        TopologicalSorter(waits_for).prepare()
    except CycleError as circle:
        path = list(reversed(circle.args[1]))
        asked = next((interview.by_fact[fact] for fact in path if fact in interview.by_fact), None)
        if asked is not None:
            yield Problem(
                asked.place,
                f"these wait for one another in a circle: {' -> '.join(path)}",
                "one of their conditions must not depend on the others",
            )
