"""What a contradiction is: answers that do not fit together, what a person should ask, what would settle it.

Asked, never accused: gaps, mixed-up orders and dates in two calendars are usual after what people went through, and
show nothing about truth. Contradictions are for the attorney's memo; no filing, no manifest and no log has them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from legalassist.facts.dates import Age, PartialDate
from legalassist.facts.known import Facts, Known
from legalassist.facts.paths import row_path
from legalassist.facts.values import Address, PersonName, Value

CALENDARS = (
    "Ask which calendar and which way of counting was meant; compare with the passport or the household register."
)
PAPERS = "A paper with the date on it would settle it."
ASK_HER = "Ask in an open way; both can be right. Change the answer that was entered wrongly."
SPELLING = "Compare with the passport or another paper, and use that spelling for both."


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One thing that does not fit: the rule that saw it, the facts, what to ask, what would settle it.

    No answer is repeated. `where` says which part of a text is meant, for what stands in the statement.
    `decision` is the item of a form and the person that a determination is about, where that is one of the two.
    """

    rule: str
    paths: tuple[str, ...]
    about: str
    settle: str = ASK_HER
    where: str = ""
    decision: tuple[str, str] = ("", "")

    @property
    def id(self) -> str:
        """A short name that stays the same as long as the rule and the facts do: what a settlement is kept under."""
        content = json.dumps([self.rule, self.paths, self.where])
        return sha256(content.encode()).hexdigest()[:10]


@dataclass(frozen=True)
class Look:
    """The facts, read by type: None for what is unknown or of another type, so that a rule never guesses."""

    facts: Facts
    as_of: date

    def value(self, path: str) -> Value | None:
        """Return what is known at a path."""
        fact = self.facts.get(path)
        return fact.value if isinstance(fact, Known) else None

    def date(self, path: str) -> PartialDate | None:
        """Return a date."""
        value = self.value(path)
        return value if isinstance(value, PartialDate) else None

    def name(self, path: str) -> PersonName | None:
        """Return a person's name."""
        value = self.value(path)
        return value if isinstance(value, PersonName) else None

    def address(self, path: str) -> Address | None:
        """Return an address."""
        value = self.value(path)
        return value if isinstance(value, Address) else None

    def age(self, path: str) -> Age | None:
        """Return an age as said."""
        value = self.value(path)
        return value if isinstance(value, Age) else None

    def text(self, path: str) -> str:
        """Return a text or a choice; empty where there is none."""
        value = self.value(path)
        return value if isinstance(value, str) else ""

    def yes(self, path: str) -> bool:
        """Say whether the answer is yes."""
        return self.value(path) is True

    def no(self, path: str) -> bool:
        """Say whether the answer is no."""
        return self.value(path) is False

    def rows(self, group: str) -> tuple[str, ...]:
        """Return the paths of a group's rows."""
        return tuple(row_path(group, number) for number in self.facts.rows(group).numbers)

    def none(self, group: str) -> bool:
        """Say whether somebody said that a group has no rows."""
        rows = self.facts.rows(group)
        return rows.complete and not rows.numbers


Found = Iterator[Contradiction]
