"""A topic: what a handout says, statement by statement, each with the authorities it rests on."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from legalassist.languages.catalog import Message


class Kind(StrEnum):
    """What a statement is for; a handout prints them in this order."""

    DO = "do"
    SAY = "say"
    KNOW = "know"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a handout says: a sentence, perhaps a second one for where there is room, and its authorities."""

    id: str
    kind: Kind
    text: str
    more: str
    authorities: tuple[str, ...]
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic.

    `name` is neutral: it stands in file names and PDF titles. `written` is the day its text was last gone through.
    `numbers` are the contacts (CT-…) that may stand beside the clinic's own number once somebody has checked them.
    """

    id: str
    name: str
    title: str
    written: dt.date
    numbers: tuple[str, ...]
    statements: tuple[Statement, ...]

    def printed_on(self, format_name: str) -> tuple[Statement, ...]:
        """Return the statements that a format prints, in the order of kinds, then of the file."""
        chosen = (one for one in self.statements if format_name in one.formats)
        return tuple(sorted(chosen, key=lambda one: list(Kind).index(one.kind)))

    @property
    def title_context(self) -> str:
        """The title's context in the catalog."""
        return f"topic.{self.id}.title"

    def context(self, statement: Statement, part: str) -> str:
        """Return the context of a statement's ``text`` or ``more`` in the catalog."""
        return f"topic.{self.id}.{statement.id}.{part}"

    def messages(self) -> Iterator[Message]:
        """Yield (context, English) for everything the topic says."""
        yield self.title_context, self.title
        for one in self.statements:
            yield self.context(one, "text"), one.text
            if one.more:
                yield self.context(one, "more"), one.more
