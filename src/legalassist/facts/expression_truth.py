"""True, false, or unknown: strong Kleene logic that remembers what would settle the unknown.

`needs` holds the paths of the facts (and of the groups still open) on which an unknown now hangs: ``a and b`` needs
nothing once one of the two is false. An unknown that no answer can settle needs nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Truth:
    """The value of a condition: `value` is True, False, or None for unknown; only an unknown has needs."""

    value: bool | None
    needs: frozenset[str] = NOTHING

    @property
    def is_true(self) -> bool:
        """Say whether the condition is certainly true."""
        return self.value is True

    @property
    def is_false(self) -> bool:
        """Say whether the condition is certainly false."""
        return self.value is False

    @property
    def is_unknown(self) -> bool:
        """Say whether the condition cannot be decided yet."""
        return self.value is None

    def __bool__(self) -> bool:
        """Refuse to be taken for true or false: an unknown is neither."""
        message = "a Truth is true, false or unknown: ask is_true, is_false or is_unknown"
        raise TypeError(message)


TRUE = Truth(value=True)
FALSE = Truth(value=False)
UNDECIDABLE = Truth(value=None)
"""Unknown, and no answer would settle it: the two sides are not of one kind."""


def negation(truth: Truth) -> Truth:
    """Return not: unknown stays unknown and needs the same."""
    if truth.value is None:
        return truth
    return FALSE if truth.value else TRUE


def conjunction(truths: Iterable[Truth]) -> Truth:
    """Return and: false if one is false, else unknown if one is unknown. Of nothing: true."""
    return _settle(truths, decisive=False, otherwise=TRUE)


def disjunction(truths: Iterable[Truth]) -> Truth:
    """Return or: true if one is true, else unknown if one is unknown. Of nothing: false."""
    return _settle(truths, decisive=True, otherwise=FALSE)


def _settle(truths: Iterable[Truth], *, decisive: bool, otherwise: Truth) -> Truth:
    """Return the decisive value as soon as it is met, else unknown with all needs, else the other value."""
    unknown: Truth | None = None
    for truth in truths:
        if truth.value is decisive:
            return truth
        if truth.value is None:
            unknown = truth if unknown is None else Truth(None, unknown.needs | truth.needs)
    return otherwise if unknown is None else unknown
