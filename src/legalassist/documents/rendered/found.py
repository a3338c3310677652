"""What a check of a finished page says: where, which rule, how bad, and what to do."""

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """`ERROR` keeps a page from being handed out, `LOOK` is for a person to look at."""

    ERROR = "error"
    LOOK = "look"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """One finding: the page (from 1), the rule's name, its weight, what is wrong; never a text of the page."""

    page: int
    rule: str
    weight: Weight
    message: str
    hint: str

    def __str__(self) -> str:
        """Return ``page 3: a line begins with U+FF0C (line-start)``."""
        return f"page {self.page}: {self.message} ({self.rule})"
