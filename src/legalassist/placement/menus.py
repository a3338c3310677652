"""The closed menus a teaser is printed from (``interviews/placement/teaser.yaml``), and what a case takes from them.

A slot holds a value of its menu, never a word of the case. Which value, its condition says; conditions are those of
the interviews (docs/decisions/0002-expressions.md), so what is not known is never guessed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from legalassist.errors import ContentError, Problem
from legalassist.facts.expressions import Expression, FactType, parse
from legalassist.facts.known import Facts, Known, known_value
from legalassist.facts.values import Spoken
from legalassist.interviews.written import Condition, Text, validate
from legalassist.interviews.yaml_source import At, Source, read_yaml
from legalassist.library import Library
from legalassist.placement.figures import NOT_STATED

MENUS = "interviews/placement/teaser.yaml"
LANGUAGE = "client.language"
OTHER = "another answer"
"""What figures count an answer as that is none of a row's values."""


class _Shelf(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Value(_Shelf):
    """One value of a menu, when it is the one, what the narrative says of it, and why it may make a case stand out."""

    value: Text
    says: Text = ""
    when: Condition = ""
    speaks: Text = ""
    stands_out: Text = ""


class Row(_Shelf):
    """One line of the teaser: its name, its label, and its values, the first true one of which is printed."""

    row: Text
    label: Text
    values: tuple[Value, ...]


class Tasks(_Shelf):
    """The work asked: every task whose condition is true."""

    label: Text
    values: tuple[Value, ...]


class Label(_Shelf):
    """A label whose value is no menu's."""

    label: Text


class Hours(_Shelf):
    """The line of the programme's own hours, and the words around its numbers."""

    label: Text
    some: Text
    none: Text


class Lines(_Shelf):
    """A heading with fixed lines."""

    label: Text
    lines: tuple[Text, ...]


class CaseList(_Shelf):
    """The texts around a list of cases."""

    title: Text
    caption: Text
    reference: Text
    also: Text
    intro: tuple[Text, ...]
    notes: tuple[Text, ...]


class Reader(_Shelf):
    """The texts of the second reader's sheet."""

    title: Text
    intro: tuple[Text, ...]
    printed: Text
    stands_out: Text
    nothing: Text
    linked: Text
    alone: Text
    asks: Text
    no_asks: Text
    ask_columns: tuple[Text, ...]
    questions_label: Text
    questions: tuple[Text, ...]
    yes_no: tuple[Text, ...]
    signature: Text


class Menus(_Shelf):
    """The whole file."""

    summary: Text
    title: Text
    not_stated: Text
    intro: tuple[Text, ...]
    facts_label: Text
    columns: tuple[Text, ...]
    rows: tuple[Row, ...]
    fuller: tuple[Row, ...]
    narrative: Label
    tasks: Tasks
    hours: Hours
    support: Label
    answer: Label
    reply: Lines
    notes: Lines
    case_list: CaseList = Field(alias="list")
    reader: Reader

    def texts(self) -> Iterator[str]:
        """Yield every text that can be printed, the second reader's too."""
        yield from _texts(
            self.model_dump(exclude={"rows": {"__all__": {"row"}}, "fuller": {"__all__": {"row"}}, "summary": True})
        )


@dataclass(frozen=True)
class ReadMenus:
    """The menus with their conditions ready to be asked, by where each stands in the file."""

    menus: Menus
    conditions: Mapping[At, Expression]

    def check(self, types: Mapping[str, FactType]) -> tuple[Problem, ...]:
        """Return what does not fit the interview's facts: unknown paths, misspelt choices, wrong comparisons."""
        return tuple(problem for one in self.conditions.values() for problem in one.check(types))

    def rows(self, facts: Facts) -> Iterator[tuple[Row, Value | None]]:
        """Yield each row with the value a case has; None where the facts do not decide it."""
        for number, row in enumerate(self.menus.rows):
            yield row, self._first(("rows", number, "values"), row.values, facts)

    def values(self, facts: Facts) -> dict[str, str]:
        """Return the value a case has on each row that its facts decide."""
        return {row.row: value.value for row, value in self.rows(facts) if value is not None}

    @property
    def dimensions(self) -> dict[str, tuple[str, ...]]:
        """What cases can be counted by: each row that tells them apart, and its values.

        Where the values name only some of the answers there are (languages), the others are one more.
        """
        telling = (row for row in self.menus.rows if row.values[0].when or row.values[0].speaks)
        return {
            row.row: (
                *(value.value for value in row.values),
                *((OTHER,) if any(one.speaks for one in row.values) else ()),
            )
            for row in telling
        }

    def answers(self, facts: Facts) -> dict[str, str]:
        """Return what a case counts as in each of `dimensions`: undecided only where its answers do not decide it."""
        found, dimensions = {}, self.dimensions
        for number, row in enumerate(self.menus.rows):
            if (values := dimensions.get(row.row)) is None:
                continue
            holds = [self._holds(("rows", number, "values", at), one, facts) for at, one in enumerate(row.values)]
            first = self._first(("rows", number, "values"), row.values, facts)
            other = OTHER in values and all(one is False for one in holds)
            found[row.row] = first.value if first is not None else OTHER if other else NOT_STATED
        return found

    def count(self, said: Mapping[str, str]) -> bool:
        """Say whether what was kept of a case's answers is whole by these menus."""
        return all(said.get(row) in (*values, NOT_STATED) for row, values in self.dimensions.items())

    def fuller(self, facts: Facts, chosen: Mapping[str, str]) -> Iterator[tuple[Row, Value | None]]:
        """Yield each row of the fuller profile with its value: computed, or chosen by a person from the row's own."""
        for number, row in enumerate(self.menus.fuller):
            if any(value.when for value in row.values):
                yield row, self._first(("fuller", number, "values"), row.values, facts)
            else:
                yield row, next((value for value in row.values if value.value == chosen.get(row.row)), None)

    def tasks(self, facts: Facts) -> Iterator[Value]:
        """Yield the work asked; a task that cannot be decided is not asked for."""
        for number, value in enumerate(self.menus.tasks.values):
            if self._holds(("tasks", "values", number), value, facts) is True:
                yield value

    def _first(self, at: At, values: tuple[Value, ...], facts: Facts) -> Value | None:
        """Return the first value that is true; one before it that is undecided leaves the row undecided."""
        for number, value in enumerate(values):
            holds = self._holds((*at, number), value, facts)
            if holds is not False:
                return value if holds else None
        return None

    def _holds(self, at: At, value: Value, facts: Facts) -> bool | None:
        if value.speaks:
            spoken = known_value(facts, LANGUAGE)
            known = isinstance(facts.get(LANGUAGE), Known)
            return isinstance(spoken, Spoken) and spoken.language == value.speaks if known else None
        condition = self.conditions.get((*at, "when"))
        return True if condition is None else condition.evaluate(facts).value


def read_menus(library: Library) -> ReadMenus:
    """Read the menus; raise ContentError with every problem in the file."""
    book = library.get(MENUS)
    source = read_yaml(book.text, book.name)
    menus, shape = validate(Menus, source)
    problems = [*source.problems, *shape]
    conditions: dict[At, Expression] = {}
    for at, text in _conditions(menus) if menus is not None else ():
        try:
            conditions[at] = parse(text, where=source.value_place(at))
        except ContentError as wrong:
            problems += wrong.problems
    if menus is not None:
        problems += _forgotten(menus, source)
    if menus is None or problems:
        raise ContentError("the menus of the teaser have problems", problems=tuple(problems))
    return ReadMenus(menus, conditions)


def _conditions(menus: Menus) -> Iterator[tuple[At, str]]:
    for name, rows in (("rows", menus.rows), ("fuller", menus.fuller)):
        for number, row in enumerate(rows):
            yield from _of_values((name, number, "values"), row.values)
    yield from _of_values(("tasks", "values"), menus.tasks.values)


def _of_values(at: At, values: tuple[Value, ...]) -> Iterator[tuple[At, str]]:
    for number, value in enumerate(values):
        if value.when:
            yield (*at, number, "when"), value.when


def _forgotten(menus: Menus, source: Source) -> Iterator[Problem]:
    """Yield a problem for each value that can never be printed, because one before it always is."""
    for number, row in enumerate(menus.rows):
        for place, value in enumerate(row.values[:-1]):
            if not value.when and not value.speaks:
                at: At = ("rows", number, "values", place)
                yield source.problem(at, "the values behind this one are never printed", "give it a 'when:'")


def _texts(data: object) -> Iterator[str]:
    """Yield every text in plain data, conditions and codes left out."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in ("when", "speaks"):
                yield from _texts(value)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from _texts(value)
