"""A topic: what a handout says, statement by statement, each with its authorities or as the clinic's own."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from legalassist.handouts.formats import Format, Room, Way
from legalassist.languages.catalog import Message
from legalassist.languages.tags import ENGLISH


class Kind(StrEnum):
    """What a statement is for; a handout prints them in this order."""

    DO = "do"
    SAY = "say"
    KNOW = "know"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a handout says: a sentence, perhaps a second one for where there is room, and its authorities.

    `own`: it says nothing of the law, only what the clinic itself does or advises; then it has no authority. `room`
    is the smallest piece it stands on. `optional`: left out before letters get smaller than they may. `plain`: it
    stands on the variant that tells nobody what it is about. `sign`: the drawn sign beside it, on the card of signs.
    """

    id: str
    kind: Kind
    text: str
    more: str
    authorities: tuple[str, ...]
    own: bool
    room: Room
    optional: bool
    plain: bool
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic.

    `name` is neutral: it stands in file names and PDF titles. `written` is the day its text was last gone through.
    `numbers` are the contacts (CT-…) that may stand beside the clinic's own number once somebody has checked them.
    `plain_title` is the title of its plain variant; a topic without one has none. `formats` are the only ones it is
    made in; empty for every format that carries statements. `spoken`: what is read aloud are texts of their own, made
    for the ear (`speech`). `to_officer`: its cards are handed to an officer; they say nothing of who holds them.
    `to_attorney` are notes on what it leaves out, for want of a source: they stand on the sheet to sign alone.
    """

    id: str
    name: str
    title: str
    written: dt.date
    numbers: tuple[str, ...]
    statements: tuple[Statement, ...]
    plain_title: str = ""
    formats: tuple[str, ...] = ()
    spoken: bool = False
    to_officer: bool = False
    to_attorney: tuple[str, ...] = ()

    def printed_on(self, form: Format) -> tuple[Statement, ...]:
        """Return the statements that a format prints, in the order of kinds, then of the file."""
        chosen = (one for one in self.statements if one.room.rank <= form.room.rank and form.way != Way.NUMBER)
        if form.way == Way.SIGNS:
            chosen = (one for one in self.statements if one.sign)
        return tuple(sorted(chosen, key=lambda one: list(Kind).index(one.kind)))

    def made_as(self, form: Format) -> bool:
        """Say whether the topic is printed in a format at all."""
        return form.name in self.formats if self.formats else bool(self.printed_on(form))

    def handed_as(self, form: Format) -> bool:
        """Say whether a piece of that format is handed to an officer: the topic's cards and signs."""
        return self.to_officer and form.covered

    def faces_an_officer(self, form: Format, languages: Sequence[str]) -> bool:
        """Say whether a panel in these languages is the side an officer reads: English alone, and nothing for her."""
        return self.handed_as(form) and form.way in {Way.BACKS, Way.FOLDED} and tuple(languages) == (ENGLISH,)

    def plainly(self) -> "Topic":
        """Return the topic's plain variant: its plain title, and the statements that may stand there."""
        plain = tuple(one for one in self.statements if one.plain)
        return replace(self, title=self.plain_title, statements=plain)

    def shorter(self, form: Format) -> Iterator["Topic"]:
        """Yield the topic whole, then without its last optional statement, the last two …, as a format prints it."""
        yield self
        optional = [one for one in self.printed_on(form) if one.optional]
        for count in range(1, len(optional) + 1):
            left_out = optional[-count:]
            yield replace(self, statements=tuple(one for one in self.statements if one not in left_out))

    @property
    def title_context(self) -> str:
        """The title's context in the catalog."""
        return f"topic.{self.id}.{'plain' if self.title == self.plain_title else 'title'}"

    def context(self, statement: Statement, part: str) -> str:
        """Return the context of a statement's ``text`` or ``more`` in the catalog."""
        return f"topic.{self.id}.{statement.id}.{part}"

    def messages(self) -> Iterator[Message]:
        """Yield (context, English) for everything the topic says."""
        yield f"topic.{self.id}.title", self.title
        if self.plain_title:
            yield f"topic.{self.id}.plain", self.plain_title
        for one in self.statements:
            yield self.context(one, "text"), one.text
            if one.more:
                yield self.context(one, "more"), one.more
