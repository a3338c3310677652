"""What the leak check finds: how bad, which rule, which fact, where. Never the text itself."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

CANNOT_LOOK = 0
"""The rule number of what nobody can search: it blocks, like a name would."""

NUMBERS = 1
"""The rule of numbers, addresses and days."""

HINTS = 8
"""The rule of what a reader looks at once."""


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
    text: str = ""
    """The hash of the text it was found in: what a person rules about holds for that text alone."""

    @property
    def code(self) -> str:
        """What a ruling names: eight letters and digits that stand for this rule, fact and text."""
        return sha256(f"{self.rule}\0{self.identifier}\0{self.text}".encode()).hexdigest()[:8]

    @property
    def final(self) -> bool:
        """Whether nobody can rule about it: what cannot be searched, and the client's own numbers and days."""
        return self.rule == CANNOT_LOOK or (self.rule == NUMBERS and self.level is Level.BLOCK)

    def __str__(self) -> str:
        """Return ``blocks: rule 2, client.name, in a .docx file > word/header1.xml, paragraph 1``."""
        return f"{self.level}: rule {self.rule}, {self.identifier}, in {self.place}"


@dataclass(frozen=True, slots=True)
class Leaks:
    """Everything the check found in what would leave the clinic."""

    hits: tuple[Hit, ...] = ()

    def ruled(self, cleared: Collection[str]) -> "Leaks":
        """Return the findings without those that a person ruled are not about this client, by their codes."""
        return Leaks(tuple(hit for hit in self.hits if hit.final or hit.code not in cleared))

    @property
    def blocks(self) -> tuple[Hit, ...]:
        """What stops the output."""
        return tuple(hit for hit in self.hits if hit.level is Level.BLOCK)

    @property
    def asks(self) -> tuple[Hit, ...]:
        """What a reader must look at."""
        return tuple(hit for hit in self.hits if hit.level is Level.ASK)
