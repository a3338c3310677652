"""A fact is known, or it is unknown for a reason; nobody downstream sees more than this.

`Facts` is the one interface through which expressions, law, templates and forms read a case. Who stands
behind it (a journey over answers, a plain mapping in a test) makes no difference to them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from legalassist.facts.values import Value


class Why(Enum):
    """Why a fact is not known. Only `DOES_NOT_APPLY` settles the question."""

    NOT_ASKED = "not asked yet"
    DOES_NOT_KNOW = "does not know"
    DECLINED = "prefers not to say"
    LATER = "later"
    DOES_NOT_APPLY = "does not apply"
    NO_RULE = "no sourced rule"


@dataclass(frozen=True, slots=True)
class Known:
    """A known fact: its value, and the answer (or derivation) it comes from."""

    value: Value
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """An unknown fact: why, and the paths that would have to be known to settle it."""

    why: Why = Why.NOT_ASKED
    needs: frozenset[str] = frozenset()


Fact = Known | Unknown
"""What is known about one path."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a repeating group: their numbers (never re-used), and whether somebody said "no more".

    Not yet asked is no rows, incomplete. "No children" is no rows, complete.
    """

    numbers: tuple[int, ...] = ()
    complete: bool = False


class Facts(Protocol):
    """Everything that is known about a case, read by path."""

    def get(self, path: str) -> Fact:
        """Return what is known about one path (``client.birth_date``, ``family[2].relation``)."""

    def rows(self, group: str) -> Rows:
        """Return the rows of a repeating group (``family``, ``family[2].children``)."""


class PlainFacts:
    """Facts from plain mappings: for tests, examples and derived views. Absent paths are not asked yet."""

    def __init__(
        self,
        known: Mapping[str, Value] | None = None,
        unknown: Mapping[str, Why] | None = None,
        groups: Mapping[str, Rows] | None = None,
    ) -> None:
        """Take known values, reasons for unknown ones, and the rows of groups, all by path."""
        self._facts: dict[str, Fact] = {path: Known(value) for path, value in (known or {}).items()}
        self._facts |= {path: Unknown(why, frozenset({path})) for path, why in (unknown or {}).items()}
        self._groups = dict(groups or {})

    def get(self, path: str) -> Fact:
        """Return what is known about one path."""
        fact = self._facts.get(path)
        return Unknown(Why.NOT_ASKED, frozenset({path})) if fact is None else fact

    def rows(self, group: str) -> Rows:
        """Return the rows of a group: unmentioned, it is empty and incomplete; one that does not apply is complete."""
        fact = self._facts.get(group)
        if isinstance(fact, Unknown) and fact.why is Why.DOES_NOT_APPLY:
            return Rows(complete=True)
        return self._groups.get(group, Rows())


def known_value(facts: Facts, path: str) -> Value | None:
    """Return the value at a path, or None where it is unknown for any reason."""
    fact = facts.get(path)
    return fact.value if isinstance(fact, Known) else None


def all_known(facts: Facts, paths: Iterable[str]) -> bool:
    """Say whether every one of the paths is known."""
    return all(isinstance(facts.get(path), Known) for path in paths)


Compute = Callable[[Facts, tuple[int, ...]], Fact]
"""How a derived fact comes about: from the facts, and the row numbers its path has (outermost first)."""
