"""Small worlds: the few answers a condition can tell apart, tried out on the real journey of an empty case.

A condition reads a handful of facts, and of each it sees only whether it equals the values that conditions compare it
with. So whether it can ever hold is found by trying those values, without a case and without running the program. What
the law derives is taken to have any value of its type: this may call a path open that no case can take, never the
reverse.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from legalassist.assessments.assess import WORDS
from legalassist.cases.answer import Said
from legalassist.cases.case import Case
from legalassist.facts.expression_nodes import Comparison, Literal, OneOf, Path, parts_of
from legalassist.facts.expressions import Expression
from legalassist.facts.known import Compute, Fact, Known, Rows, Unknown
from legalassist.facts.paths import group_of, instance_of
from legalassist.facts.values import Value
from legalassist.interviews.schema import Interview, Question
from legalassist.interviews.types import GROUP, TYPES
from legalassist.journeys.live_facts import LiveFacts

MOST = 50_000
"""Worlds tried for one condition; more is said to be undecided, never taken for impossible."""

_SAID = Said("check", "")
_SAMPLES: Mapping[str, tuple[str, ...]] = {
    "date": ("1990-01-01", "2015-01-01", "2026-01-01"), "partial date": ("1990-01-01", "2015-01-01", "2026-01-01"),
    "number": ("0", "5"), "age": ("15", "30"), "phone": ("212-555-0100",), "email": ("name@example.org",),
    "money": ("USD 1", "USD 100000"), "country": ("CN", "US"), "language": ("cmn", "en"), "a-number": ("000000000",),
    "ssn": ("000000000",), "receipt number": ("EAC0000000000",), "passport": ("E00000000",), "text": ("x",),
    "long text": ("x",),
}  # fmt: skip
_PARTED: Mapping[str, dict[str, str]] = {
    "person name": {"family": "A"}, "address": {"city": "A", "state": "NY"}, "exhibit": {"title": "A"},
}  # fmt: skip


@dataclass(frozen=True)
class Worlds:
    """The interview, and every value its conditions compare each fact with."""

    interview: Interview

    @cached_property
    def compared(self) -> Mapping[str, frozenset[str]]:
        """The texts that each fact is compared with in any condition."""
        found: dict[str, set[str]] = {}
        for question in self.interview.by_fact.values():
            for part in parts_of(question.when.condition) if question.when is not None else ():
                for path, literal in _pairs(part):
                    if isinstance(literal.value, str):
                        found.setdefault(path.pattern, set()).add(literal.value)
        return {path: frozenset(values) for path, values in found.items()}

    def reads(self, *conditions: Expression | None) -> tuple[str, ...]:
        """Return every pattern that conditions read, with those that decide whether these apply, those first."""
        found: dict[str, None] = {}
        for condition in conditions:
            for path in sorted(condition.reads) if condition is not None else ():
                self._add(path, found)
        return tuple(found)

    def reads_of(self, pattern: str) -> tuple[str, ...]:
        """Return every pattern that decides whether a question applies."""
        return self.reads(*self._conditions_around(pattern))

    def _conditions_around(self, pattern: str) -> Iterator[Expression]:
        around = group_of(pattern)
        if around is not None:
            yield from self._conditions_around(around)
        question = self.interview.by_fact.get(pattern)
        if question is not None and question.when is not None:
            yield question.when

    def _add(self, path: str, found: dict[str, None]) -> None:
        if path in found:
            return
        for needed in self.reads_of(path):
            self._add(needed, found)
        group = group_of(path)
        if group is not None:
            self._add(group, found)
        found[path] = None

    def each(self, patterns: tuple[str, ...]) -> Iterator[LiveFacts]:
        """Yield the facts of every small world over these patterns, at most `MOST`; groups have no row, or one."""
        choices = [self._choices(pattern) for pattern in patterns]
        for chosen in islice(product(*choices), MOST):
            yield self._facts(dict(zip(patterns, chosen, strict=True)))

    def size(self, patterns: tuple[str, ...]) -> int:
        """Return how many small worlds there are over these patterns."""
        size = 1
        for pattern in patterns:
            size *= len(self._choices(pattern))
        return size

    def _choices(self, pattern: str) -> tuple[Value | Rows | None, ...]:
        """Return the values of a fact that conditions can tell apart; None: not answered."""
        question = self.interview.by_fact.get(pattern)
        if question is None:
            kind = WORDS[pattern].type if pattern in WORDS else None
            values = kind.choices if kind is not None and kind.choices else (True, False) if kind is not None else ()
            return (None, *values)
        if question.kind == GROUP:
            return Rows((), complete=True), Rows((1,), complete=True)
        return (*self._values(question), None)

    def _values(self, question: Question) -> tuple[Value, ...]:
        kind, read = question.kind, TYPES[question.kind].read
        if kind == "yes no":
            return True, False
        if kind == "several choices":
            return (*((value,) for value in question.values), question.values)
        if question.values:
            return question.values
        if kind in _PARTED:
            return (read(dict(_PARTED[kind]), ()),)
        wanted = (*_SAMPLES[kind], *sorted(self.compared.get(question.fact, ())))
        return tuple(dict.fromkeys(read(text, ()) for text in wanted))

    def _facts(self, chosen: Mapping[str, Value | Rows | None]) -> LiveFacts:
        case, derived = Case("CHECK-1", self.interview.name), dict[str, Compute]()
        for pattern, value in chosen.items():
            if pattern in self.interview.derived:
                derived[pattern] = _always(value)
            elif value is not None:
                case = case.answer(first_of(pattern), value, _SAID)
        unknown = {pattern: _always(None) for pattern in self.interview.derived if pattern not in derived}
        return LiveFacts(self.interview, case, derived | unknown)


def _always(value: Value | Rows | None) -> Compute:
    fact: Fact = Unknown() if value is None or isinstance(value, Rows) else Known(value)
    return lambda _facts, _numbers: fact


def first_of(pattern: str) -> str:
    """Return a pattern's path in the first row of every group: ``family[].name`` -> ``family[1].name``."""
    return instance_of(pattern, (1,) * pattern.count("[]"))


def row_of(condition: Expression) -> str:
    """Return the row a condition is asked about in a small world: the first of its group; empty outside groups."""
    return f"{first_of(condition.group)}[1]" if condition.group else ""


def _pairs(part: object) -> Iterator[tuple[Path, Literal]]:
    """Yield the paths and the values that a part of a condition compares."""
    if isinstance(part, Comparison):
        sides = (part.left, part.right)
        for path, other in (sides, sides[::-1]):
            if isinstance(path, Path) and isinstance(other, Literal):
                yield path, other
    elif isinstance(part, OneOf) and isinstance(part.item, Path):
        yield from ((part.item, value) for value in part.values)
