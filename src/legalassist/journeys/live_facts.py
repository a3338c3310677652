"""The facts of a case as they stand: answers that still apply, rows that still exist, and what the law derives.

An answer whose question no longer applies (an earlier answer changed) stays in the case's history and is invisible
here, so it reaches no expression, no finding and no document. Everything is computed when it is asked for and
remembered for as long as this value lives; a case and an interview never change, so nothing can go stale.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from legalassist.cases.answer import Answer, State
from legalassist.cases.case import Case
from legalassist.facts.expressions import FALSE, TRUE, Truth
from legalassist.facts.known import Compute, Fact, Known, Rows, Unknown, Why
from legalassist.facts.paths import group_of, numbers_of, pattern_of
from legalassist.facts.places import same_place
from legalassist.facts.values import Address
from legalassist.interviews.schema import Interview


class LiveFacts:
    """Facts read from a case through its interview (implements `facts.known.Facts`)."""

    def __init__(self, interview: Interview, case: Case, derived: Mapping[str, Compute]) -> None:
        """Take the interview, the case, and the derived facts by path pattern."""
        self.interview = interview
        self.case = case
        self._derived = derived
        self._facts: dict[str, Fact] = {}
        self._applies: dict[str, Truth] = {}

    def get(self, path: str) -> Fact:
        """Return what is known about one path."""
        fact = self._facts.get(path)
        if fact is None and self._always_asked(path):
            fact = self._facts[path] = self._answered(path)
        elif fact is None:
            # While a fact is being worked out it counts as not asked: the reader refuses circles, this only keeps
            # a circle that slipped through from running for ever.
            self._facts[path] = Unknown(Why.NOT_ASKED, frozenset({path}))
            fact = self._facts[path] = self._work_out(path)
        return fact

    def rows(self, group: str) -> Rows:
        """Return the rows of a group: none and complete where it does not apply, none and incomplete while unsure."""
        if group.startswith("derived."):
            return self.rows(group.removeprefix("derived."))
        applies = self.applies(group)
        if applies.value is None:
            return Rows()
        return self.case.rows(group) if applies.value else Rows((), complete=True)

    def applies(self, path: str) -> Truth:
        """Say whether the question behind a path applies: its row exists, and every condition around it is true."""
        truth = self._applies.get(path)
        if truth is None:
            truth = self._applies[path] = self._work_out_applies(path)
        return truth

    def answer(self, path: str) -> Answer | None:
        """Return the current answer to a path where it applies, else None."""
        return self.case.current.get(path) if self.applies(path).value else None

    def _always_asked(self, path: str) -> bool:
        """Say whether a path is that of a question without a condition, outside groups: most are."""
        question = self.interview.by_fact.get(path)
        return question is not None and question.when is None and "[" not in path

    def _work_out(self, path: str) -> Fact:
        pattern = pattern_of(path)
        compute = self._derived.get(pattern)
        if compute is not None:
            return compute(self, numbers_of(path))
        applies = self.applies(path)
        if applies.value is None:
            return Unknown(Why.NOT_ASKED, applies.needs)
        if not applies.value:
            return Unknown(Why.DOES_NOT_APPLY)
        return self._answered(path)

    def _answered(self, path: str) -> Fact:
        """Return what the current answer makes known.

        One address is answered at several questions, and marked a confidential place at one: it is confidential at all.
        """
        fact = fact_of(self.case.current.get(path), path)
        value = fact.value if isinstance(fact, Known) else None
        if isinstance(fact, Known) and isinstance(value, Address) and self._is_hidden(value):
            return replace(fact, value=replace(value, confidential=True))
        return fact

    def _is_hidden(self, value: Address) -> bool:
        return any(same_place(value, one) for one in self._confidential)

    @cached_property
    def _confidential(self) -> tuple[Address, ...]:
        """Every address that was marked a confidential place, wherever it was asked."""
        values = (one.value for one in self.case.current.values())
        return tuple(one for one in values if isinstance(one, Address) and one.confidential)

    def _work_out_applies(self, path: str) -> Truth:
        question = self.interview.by_fact.get(pattern_of(path))
        if question is None:
            return FALSE
        around = self._row_exists(path) if "[" in path else TRUE
        if around.value is not True or question.when is None:
            return around
        return question.when.evaluate(self, row_of(path))

    def _row_exists(self, path: str) -> Truth:
        """Say whether the row a path stands in (if any) exists in a group that applies."""
        group = group_of(path)
        if group is None:
            return TRUE
        applies = self.applies(group)
        if applies.value is not True:
            return applies
        return TRUE if numbers_of(path)[-1] in self.rows(group).numbers else FALSE


def row_of(path: str) -> str:
    """Return the row a path stands in: ``family[2].name`` -> ``family[2]``; an empty text outside groups."""
    return path[: path.rfind("]") + 1]


def fact_of(answer: Answer | None, path: str) -> Fact:
    """Return what an answer makes known; a group's rows are not a value and read through `Facts.rows`."""
    if answer is None:
        return Unknown(Why.NOT_ASKED, frozenset({path}))
    if answer.state is not State.ANSWERED:
        return Unknown(answer.state.why, frozenset({path}))
    if answer.value is None or isinstance(answer.value, Rows):
        return Unknown(Why.NOT_ASKED, frozenset({path}))
    return Known(answer.value, answer.id)
