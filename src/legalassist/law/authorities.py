"""Authorities: dated statements of law in our own words, each with its citation, read from ``authorities.yaml``.

Documents and findings name an authority by its id (EL-01); nobody writes a rule of law anywhere else.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal, Self

from pydantic import Field

from legalassist.errors import ContentError
from legalassist.law.dated import Dated, read_entries, shipped_text

Tier = Literal["P", "A", "R", "S", "U"]
"""How well it is sourced: primary text, official page, third party's reading of it, secondary, unsourced."""

Volatility = Literal["stable", "volatile", "contested"]
"""How soon it may change; contested means disputed or in court: an attorney must approve it before it is printed."""


class Authority(Dated):
    """One dated statement of law; `unconfirmed` says what of it was not found in a text that was read."""

    id: str = Field(pattern=r"^[A-Z]{2}-\d{2}$")
    text: str = Field(min_length=1)
    citation: str = Field(min_length=1)
    tier: Tier
    volatility: Volatility
    notes: str = ""
    unconfirmed: str = ""

    def needs_attorney(self, day: date) -> bool:
        """Say whether an attorney must approve text that rests on it: contested, weakly sourced, or due for a check."""
        return self.volatility == "contested" or self.tier in ("S", "U") or bool(self.unconfirmed) or self.is_due(day)


class Authorities:
    """All authorities, by id."""

    def __init__(self, entries: tuple[Authority, ...]) -> None:
        """Take the authorities in the order of their file; ids are unique."""
        self._entries = {entry.id: entry for entry in entries}

    @classmethod
    @cache
    def load(cls) -> Self:
        """Return the shipped authorities, read once."""
        return cls.read(shipped_text("authorities.yaml"))

    @classmethod
    def read(cls, text: str, name: str = "law/authorities.yaml") -> Self:
        """Read authorities from YAML text; raises ContentError with every problem."""
        return cls(read_entries(name, text, Authority, key="id"))

    def get(self, identifier: str) -> Authority:
        """Return the authority of that id; raises ContentError where there is none."""
        found = self._entries.get(identifier)
        if found is None:
            message = f"there is no authority {identifier}"
            raise ContentError(message, hint="law/authorities.yaml lists them")
        return found

    def all(self) -> tuple[Authority, ...]:
        """Return every authority, in the order of the file."""
        return tuple(self._entries.values())

    def due(self, as_of: date) -> tuple[str, ...]:
        """Return the ids of those whose check-again day has come."""
        return tuple(entry.id for entry in self if entry.is_due(as_of))

    def __iter__(self) -> Iterator[Authority]:
        """Iterate over every authority, in the order of the file."""
        return iter(self._entries.values())

    def __contains__(self, identifier: object) -> bool:
        """Say whether there is an authority of that id."""
        return identifier in self._entries

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._entries)
