"""The language that asks about facts: Python's syntax, a closed list of it, three-valued.

A path asks for a fact, ``each.field`` for a field of the row at hand::

    client.sex == "female" and age(client.birth_date, filing.planned_receipt_date) < 21
    any(family, each.relation == "child" and not each.married)
    count(arrests) > 0 or declined(reporting.agency)

The value is true, false, or unknown together with the paths that would settle it. Filling in an unknown never
changes a true or a false. The whole semantics, and why, is in docs/decisions/0002-expressions.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from legalassist.errors import ContentError, Place, Problem
from legalassist.facts.expression_check import FactType, faults_of_types
from legalassist.facts.expression_nodes import Condition, Path, parts_of
from legalassist.facts.expression_parse import Fault, read
from legalassist.facts.expression_truth import FALSE, TRUE, Truth
from legalassist.facts.known import Facts

__all__ = ["FALSE", "TRUE", "Expression", "FactType", "Truth", "parse"]


@dataclass(frozen=True, slots=True)
class Expression:
    """A condition over facts, as its author wrote it and as it is evaluated."""

    text: str
    where: Place
    group: str
    condition: Condition

    @property
    def reads_at(self) -> tuple[tuple[str, int], ...]:
        """Return every path pattern the expression reads, with its column in the text (from 1), in order."""
        paths = (part for part in parts_of(self.condition) if isinstance(part, Path))
        return tuple((path.pattern, path.offset + 1) for path in paths)

    @property
    def reads(self) -> frozenset[str]:
        """Return the patterns the expression reads: ``client.sex``, ``family`` (its rows), ``family[].relation``."""
        return frozenset(pattern for pattern, _ in self.reads_at)

    def evaluate(self, facts: Facts, row: str = "") -> Truth:
        """Return whether the expression is true of the facts.

        Args:
            facts: what is known.
            row: the path of the row that ``each`` means (``family[2]``); needed if and only if the expression was
                read with a group.

        Raises:
            ValueError: the row does not fit the group the expression was read with (a programmer's mistake).
        """
        if (row.count("[") > 0) != bool(self.group):
            message = "an expression of a group is asked about one row of it, and any other about no row"
            raise ValueError(message)
        return self.condition.truth(facts, row)

    def check(self, types: Mapping[str, FactType]) -> tuple[Problem, ...]:
        """Return what does not fit the types of the facts: unknown paths, impossible comparisons, misspelt choices.

        `types` has every path pattern that can be read, with its type; a group is of type "group".
        """
        return _problems(self.text, self.where, faults_of_types(self.condition, types))

    def __str__(self) -> str:
        """Return the text."""
        return self.text


def parse(text: str, *, where: Place, group: str = "") -> Expression:
    """Read an expression.

    Args:
        text: the expression, on one line or several.
        where: where it begins in its file.
        group: the pattern of the group whose row ``each`` means outside of any, all, none and count (``family``,
            ``family[].children``): the group of the question that the expression belongs to.

    Raises:
        ContentError: with every problem found, each at its line and column.
    """
    condition, faults = read(text, f"{group}[]" if group else "")
    if faults:
        raise ContentError(problems=_problems(text, where, faults))
    return Expression(text, where, group, condition)


def _problems(text: str, where: Place, faults: list[Fault]) -> tuple[Problem, ...]:
    """Return the faults as problems at their places, in the order of the text."""
    return tuple(Problem(_place(text, where, fault.offset), fault.message, fault.hint) for fault in sorted(faults))


def _place(text: str, where: Place, offset: int) -> Place:
    """Return the place of an offset in a text that begins at `where`; unknown parts of a place stay unknown."""
    before = text[:offset]
    line = where.line + before.count("\n") if where.line else 0
    if "\n" in before:
        return Place(where.file, line, len(before) - before.rfind("\n"))
    return Place(where.file, line, where.column + offset if where.column else offset + 1)
