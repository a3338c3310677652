"""What a gate says: which text, which rule, how bad, and one thing to do about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from legalassist.errors import Place, Problem
from legalassist.languages.scripts import to_simplified
from legalassist.languages.tags import TRADITIONAL


class Severity(StrEnum):
    """`ERROR` keeps a text from being printed, `WARNING` is for a reader to look at, `INFO` good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Pair:
    """A text and its translation, as they stand in a catalog."""

    context: str
    english: str
    text: str
    language: str = "zh_Hans"
    place: Place = field(default_factory=lambda: Place(""))

    @property
    def traditional(self) -> bool:
        """Whether the translation is in traditional characters."""
        return self.language == TRADITIONAL

    @cached_property
    def low(self) -> str:
        """The English in small letters, typographic apostrophes made plain."""
        return self.english.lower().replace("’", "'")

    @cached_property
    def simplified(self) -> str:
        """The translation in simplified characters, for word lists that are written once."""
        return to_simplified(self.text) if self.traditional else self.text


Found = tuple[str, str]
"""What a checker finds: what is wrong, and what to do."""

Check = Callable[[Pair], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, how bad a finding is, and the checker."""

    name: str
    severity: Severity
    check: Check


@dataclass(frozen=True, slots=True)
class Alarm:
    """One finding in one text."""

    rule: str
    severity: Severity
    pair: Pair
    message: str
    hint: str

    @property
    def problem(self) -> Problem:
        """The finding as an author's problem."""
        return Problem(self.pair.place, f"{self.pair.context!r}: {self.message} ({self.rule})", self.hint)
