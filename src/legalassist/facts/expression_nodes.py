"""The parts an expression is made of, once it has been read: conditions have a truth, values have a reading.

Every part knows the offset in the text where it stands, for messages. Evaluating takes the facts and the *row*: the
path of the row that ``each`` means (``family[2]``), empty outside of groups. Nothing here raises, whatever the facts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from enum import Enum

from legalassist.facts.expression_readings import (
    INFINITE,
    Absent,
    Interval,
    Reading,
    age_at,
    equal,
    less,
    less_or_equal,
    member,
    read_fact,
)
from legalassist.facts.expression_truth import (
    FALSE,
    TRUE,
    UNDECIDABLE,
    Truth,
    conjunction,
    disjunction,
    negation,
)
from legalassist.facts.known import Facts, Known, Unknown, Why

DERIVED = "derived."
"""How the path of a fact begins that the law derives."""


@dataclass(frozen=True, slots=True)
class Path:
    """Names a fact or a group: by its full path, or by a field of the row at hand (`in_row`).

    `derived` says that the field is one the law derives for that row (``each.derived.class``).
    """

    offset: int
    words: str
    pattern: str
    in_row: bool = False
    derived: bool = False

    def at(self, row: str) -> str:
        """Return the path itself, in the row at hand."""
        if not self.in_row:
            return self.words
        return f"{DERIVED if self.derived else ''}{row}.{self.words}"

    def reading(self, facts: Facts, row: str) -> Reading:
        """Return the reading of the fact."""
        path = self.at(row)
        return read_fact(facts.get(path), path)


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in the expression: `value` as an author knows it, `read` as it compares."""

    offset: int
    value: object
    read: Reading

    def reading(self, _facts: Facts, _row: str) -> Reading:
        """Return the value."""
        return self.read


@dataclass(frozen=True, slots=True)
class AgeOn:
    """``age(birth, day)``: full years, as an interval."""

    offset: int
    birth: "Path | Literal"
    day: "Path | Literal"

    def reading(self, facts: Facts, row: str) -> Reading:
        """Return the interval of ages."""
        return age_at(self.birth.reading(facts, row), self.day.reading(facts, row))


@dataclass(frozen=True, slots=True)
class Count:
    """``count(group)`` or ``count(group, condition)``: from the rows that are, to those that still can be."""

    offset: int
    group: Path
    condition: "Condition | None" = None

    def reading(self, facts: Facts, row: str) -> Reading:
        """Return the interval of counts; its upper end is infinite while somebody may name another row."""
        group = self.group.at(row)
        rows = facts.rows(group)
        certain, possible, needs = 0, 0, set[str]()
        for number in rows.numbers:
            truth = TRUE if self.condition is None else self.condition.truth(facts, f"{group}[{number}]")
            certain += truth.value is True
            possible += truth.value is not False
            needs |= truth.needs
        if not rows.complete:
            needs.add(group)
        return Interval(certain, possible if rows.complete else INFINITE, "number", frozenset(needs))


@dataclass(frozen=True, slots=True)
class Constant:
    """``True`` or ``False``."""

    offset: int
    value: bool

    def truth(self, _facts: Facts, _row: str) -> Truth:
        """Return the value."""
        return TRUE if self.value else FALSE


@dataclass(frozen=True, slots=True)
class IsYes:
    """A yes-or-no fact standing alone: true if the answer is yes. What does not apply is not yes."""

    offset: int
    path: Path

    def truth(self, facts: Facts, row: str) -> Truth:
        """Return the answer; anything but yes or no is undecidable."""
        reading = self.path.reading(facts, row)
        if isinstance(reading, bool):
            return TRUE if reading else FALSE
        if isinstance(reading, Absent):
            return FALSE if reading.settled else Truth(None, reading.needs)
        return UNDECIDABLE


@dataclass(frozen=True, slots=True)
class State:
    """``known(path)`` or ``declined(path)``: looks at the state of a fact, so it is never unknown."""

    offset: int
    path: Path
    declined: bool

    def truth(self, facts: Facts, row: str) -> Truth:
        """Return the state; what does not apply is as good as known: nobody needs to ask."""
        fact = facts.get(self.path.at(row))
        if self.declined:
            return TRUE if isinstance(fact, Unknown) and fact.why is Why.DECLINED else FALSE
        return TRUE if isinstance(fact, Known) or fact.why is Why.DOES_NOT_APPLY else FALSE


class Operator(Enum):
    """The comparisons; all others are one of these turned round or negated."""

    EQUAL = "=="
    LESS = "<"
    LESS_OR_EQUAL = "<="
    MEMBER = "in"


_COMPARE: dict[Operator, Callable[[Reading, Reading], Truth]] = {
    Operator.EQUAL: equal,
    Operator.LESS: less,
    Operator.LESS_OR_EQUAL: less_or_equal,
    Operator.MEMBER: member,
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two values compared."""

    offset: int
    left: "Operand"
    operator: Operator
    right: "Operand"

    def truth(self, facts: Facts, row: str) -> Truth:
        """Return the comparison, true or false only if it is so for every reading of both sides."""
        return _COMPARE[self.operator](self.left.reading(facts, row), self.right.reading(facts, row))


@dataclass(frozen=True, slots=True)
class OneOf:
    """``path in ("a", "b")``: equal to one of the values written."""

    offset: int
    item: "Operand"
    values: tuple[Literal, ...]

    def truth(self, facts: Facts, row: str) -> Truth:
        """Return whether the value is equal to one of them."""
        reading = self.item.reading(facts, row)
        return disjunction(equal(reading, value.read) for value in self.values)


@dataclass(frozen=True, slots=True)
class Not:
    """``not condition``."""

    offset: int
    part: "Condition"

    def truth(self, facts: Facts, row: str) -> Truth:
        """Return the opposite."""
        return negation(self.part.truth(facts, row))


@dataclass(frozen=True, slots=True)
class And:
    """``condition and condition``: strong Kleene."""

    offset: int
    parts: "tuple[Condition, ...]"

    def truth(self, facts: Facts, row: str) -> Truth:
        """Return true if all are, false if one is false."""
        return conjunction(part.truth(facts, row) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """``condition or condition``: strong Kleene."""

    offset: int
    parts: "tuple[Condition, ...]"

    def truth(self, facts: Facts, row: str) -> Truth:
        """Return true if one is, false if all are false."""
        return disjunction(part.truth(facts, row) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AnyRow:
    """``any(group, condition)``; ``none`` is its negation, ``all`` the negation of any row that fails."""

    offset: int
    group: Path
    condition: "Condition"

    def truth(self, facts: Facts, row: str) -> Truth:
        """Return true if a row meets the condition; false only if all are known, and nobody may name another."""
        return disjunction(self._rows(facts, self.group.at(row)))

    def _rows(self, facts: Facts, group: str) -> Iterator[Truth]:
        """Yield the truth of every row, and an unknown for the rows that may still come."""
        rows = facts.rows(group)
        for number in rows.numbers:
            yield self.condition.truth(facts, f"{group}[{number}]")
        if not rows.complete:
            yield Truth(None, frozenset({group}))


Operand = Path | Literal | AgeOn | Count
Condition = Constant | IsYes | State | Comparison | OneOf | Not | And | Or | AnyRow
Part = Operand | Condition


def parts_of(part: Part) -> Iterator[Part]:
    """Yield a part and everything inside it, in the order of the text."""
    yield part
    for name in (field.name for field in fields(part)):
        inside = getattr(part, name)
        for each in inside if isinstance(inside, tuple) else (inside,):
            if isinstance(each, Part):
                yield from parts_of(each)
