"""An interview as values: pages of questions, every question about one fact.

These are what the rest of the program holds; `written` is how authors spell them, `reader` makes the one from the
other. An interview never changes while a case is open, and knows nothing of cases, law or screens.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from legalassist.errors import Place
from legalassist.facts.expressions import Expression
from legalassist.facts.paths import group_of
from legalassist.interviews.types import GROUP, TYPES, QuestionType


class Sensitivity(StrEnum):
    """How much a question can hurt: ordinary, private (identity, safety), or heavy (what happened)."""

    ORDINARY = "ordinary"
    PRIVATE = "private"
    HEAVY = "heavy"


class Who(StrEnum):
    """Who may answer a question."""

    CLIENT = "client"
    STAFF = "staff"
    ATTORNEY = "attorney"
    RELATIVE = "relative"
    """The family member whose row it is, in a talk of their own."""


class Stop(StrEnum):
    """Who takes over when an answer stops the talk: safety comes first, or an attorney hears about it first."""

    SAFETY = "safety"
    ATTORNEY = "attorney"


@dataclass(frozen=True, slots=True)
class StopRule:
    """When the answer to a question stops the talk, and who takes over.

    `values` are answers that stop it (``yes`` and ``no`` as True and False); `days_ahead` stops it at a date from today
    to so many days from now; `younger_than` at a birth so recent that the person may be younger, in full years.
    """

    who: Stop
    values: tuple[str | bool, ...] = ()
    days_ahead: int | None = None
    younger_than: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer a choice question offers: the value that is kept, and the label people read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, order=True)
class FormItem:
    """An item of an official form that a question feeds: form, Part and Item, as printed."""

    form: str
    part: str
    item: str

    def __str__(self) -> str:
        """Return ``i-914 2.10``, as authors write it."""
        return f"{self.form} {self.part}.{self.item}"


@dataclass(frozen=True)
class Question:
    """One thing asked. `fact` is its path pattern; a group's `questions` carry theirs with ``[]``.

    `more` marks further questions about the rows of a group that an earlier page lists: it asks for no rows itself.
    """

    fact: str
    kind: str
    ask: str
    place: Place
    help: str = ""
    why: str = ""
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    who: Who = Who.CLIENT
    when: Expression | None = None
    feeds: tuple[FormItem, ...] = ()
    needed: bool = False
    choices: tuple[Choice, ...] = ()
    row: str = ""
    questions: tuple["Question", ...] = ()
    stop: StopRule | None = None
    more: bool = False

    @property
    def is_group(self) -> bool:
        """Say whether this asks for rows rather than for a value."""
        return self.kind == GROUP

    @property
    def type(self) -> QuestionType:
        """The type its answer must have; a group has none (KeyError)."""
        return TYPES[self.kind]

    @property
    def group(self) -> str | None:
        """The pattern of the group it stands in, or None."""
        return group_of(self.fact)

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The values a choice question offers."""
        return tuple(choice.value for choice in self.choices)

    def messages(self) -> Iterator[tuple[str, str]]:
        """Yield (context, English) for every text of the question that people read, its own questions included."""
        for part in ("ask", "help", "why", "row"):
            text = getattr(self, part)
            if text:
                yield f"{self.fact}.{part}", text
        for choice in self.choices:
            yield f"{self.fact}.choices.{choice.value}", choice.label
        for question in self.questions:
            yield from question.messages()


@dataclass(frozen=True)
class Page:
    """What is asked in one go, on one topic; a heavy page has a warning before it.

    `until` names the stretch of the interview that ends with this page; an empty text where none does.
    """

    name: str
    section: str
    title: str
    questions: tuple[Question, ...]
    place: Place
    warning: str = ""
    pause_after: bool = False
    until: str = ""

    def messages(self) -> Iterator[tuple[str, str]]:
        """Yield (context, English) for every text of the page that people read."""
        for part in ("section", "title", "warning"):
            text = getattr(self, part)
            if text:
                yield f"page.{self.name}.{part}", text
        for question in self.questions:
            yield from question.messages()


@dataclass(frozen=True)
class Interview:
    """A whole interview: its pages in the order asked."""

    name: str
    title: str
    pages: tuple[Page, ...]
    derived: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def by_fact(self) -> Mapping[str, Question]:
        """Every question, groups and their questions included, by its path pattern; a group with all its questions."""
        found: dict[str, Question] = {}
        further = [question for page in self.pages for question in page.questions if question.more]
        waiting = [question for page in self.pages for question in page.questions]
        while waiting:
            question = waiting.pop()
            if not question.more:
                found[question.fact] = question
            waiting.extend(question.questions)
        for more in further:
            if more.fact in found:
                whole = (*found[more.fact].questions, *more.questions)
                found[more.fact] = replace(found[more.fact], questions=whole)
        return found

    @cached_property
    def page_of(self) -> Mapping[str, Page]:
        """The page each question stands on, by the question's path pattern."""
        found: dict[str, Page] = {}
        for page in self.pages:
            waiting = list(page.questions)
            while waiting:
                question = waiting.pop()
                if not question.more:
                    found[question.fact] = page
                waiting.extend(question.questions)
        return found

    @cached_property
    def stretches(self) -> Mapping[str, frozenset[str]]:
        """The named stretches one can stop after, each with the names of its pages from the beginning."""
        names = [page.name for page in self.pages]
        return {page.until: frozenset(names[: number + 1]) for number, page in enumerate(self.pages) if page.until}

    def messages(self) -> Iterator[tuple[str, str]]:
        """Yield (context, English) for every text of the interview that people read."""
        yield "interview.title", self.title
        for page in self.pages:
            yield from page.messages()
