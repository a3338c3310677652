"""What the leak check finds: how bad, which rule, which fact, where. Never the text itself."""

from dataclasses import dataclass
from enum import StrEnum

CANNOT_LOOK = 0
"""The rule number of what nobody can search: it blocks, like a name would."""


class Level(StrEnum):
    """A block stops the output; an ask is for a reader, who looks at it once."""

    BLOCK = "blocks"
    ASK = "asks"


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """One finding. `identifier` is a fact's path (``client.name``), or the kind of word for rules 0 and 8."""

    level: Level
    rule: int
    identifier: str
    place: str

    def __str__(self) -> str:
        """Return ``blocks: rule 2, client.name, in a .docx file > word/header1.xml, paragraph 1``."""
        return f"{self.level}: rule {self.rule}, {self.identifier}, in {self.place}"


@dataclass(frozen=True, slots=True)
class Leaks:
    """Everything the check found in what would leave the clinic."""

    hits: tuple[Hit, ...] = ()

    @property
    def blocks(self) -> tuple[Hit, ...]:
        """What stops the output."""
        return tuple(hit for hit in self.hits if hit.level is Level.BLOCK)

    @property
    def asks(self) -> tuple[Hit, ...]:
        """What a reader must look at."""
        return tuple(hit for hit in self.hits if hit.level is Level.ASK)
