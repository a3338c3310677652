"""What a declaration and its certificates print: her paragraphs as they were typed, and who read what to her.

A paragraph is printed as somebody typed it, in the order somebody gave. No sentence is made here, joined or mended.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from legalassist.assessments.statement import LANGUAGE, READ_BACK, ROUTE, TRANSLATED, in_order
from legalassist.documents.clinic import Interpreter
from legalassist.documents.context import Gap, Used
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Facts, Why, known_value
from legalassist.facts.values import Spoken
from legalassist.forms.sources import waits_for
from legalassist.packets.plan import Planned
from legalassist.packets.readings import PieceReading, Readings, Standing

SIGNED_ENGLISH = "statement-english"
"""The code of the English statement, which an interpreter reads back where the client signs it."""


@dataclass(frozen=True)
class Declared:
    """The statement as one piece prints it.

    `translation` says that it is the English beside a Chinese original that is signed, `signed` that this piece is
    signed itself, `glossed` that whoever signs it reads Chinese better: the sentence above the signature then stands
    there in Chinese as well. While nobody chose the route both are False.
    """

    translation: bool
    signed: bool
    glossed: bool
    _facts: Facts
    _rows: Mapping[int, object]
    _word: str

    @property
    def paragraphs(self) -> list[str]:
        """Her paragraphs in order; a gap where one has no words in this language yet."""
        # Read when a template asks: only the piece that prints a paragraph rests on it.
        return [cast("str", getattr(self._rows[number], self._word)) for number in in_order(self._facts)]


def declared(facts: Facts, planned: Planned, rows: list[object]) -> Declared:
    """Return the statement as a piece prints it; `rows` are its paragraphs as a template reads them, by row."""
    chinese, route = known_value(facts, LANGUAGE) == "zh_Hans", known_value(facts, ROUTE)
    english = planned.language == "en"
    return Declared(
        translation=english and chinese and route == TRANSLATED,
        signed=not chinese or route == (READ_BACK if english else TRANSLATED),
        glossed=english and (chinese or planned.read_back),
        _facts=facts,
        _rows=dict(zip(facts.rows("statement.paragraphs").numbers, rows, strict=True)),
        _word="english" if english and chinese else "text",
    )


@dataclass(frozen=True)
class ReadBackShown:
    """The reading of the English statement as its certificate prints it: gaps where there is none that holds."""

    _readings: Readings
    _used: Used

    @cached_property
    def _reading(self) -> PieceReading | None:
        # Worked out when a template asks: the statement itself, which never does, is what has to be compared.
        found = self._readings.named(SIGNED_ENGLISH)
        return found if found is not None and found.standing is Standing.CURRENT else None

    @property
    def interpreter(self) -> Interpreter:
        """Who read it."""
        found = self._reading
        return (
            found.interpreter if found is not None and found.interpreter is not None else cast("Interpreter", self._gap)
        )

    @property
    def in_relay(self) -> bool:
        """Say whether two interpreters read it, one after the other."""
        return self._reading is not None and self._reading.in_relay

    @property
    def relay(self) -> Interpreter:
        """The second interpreter, from English to what the first one knows; asked for only where it was in relay."""
        found = self._reading
        return found.relay if found is not None and found.relay is not None else cast("Interpreter", self._gap)

    @property
    def between(self) -> str:
        """The language the two interpreters spoke with each other; a gap where clinic.yaml gives them none."""
        found = self._reading
        gap = Gap("clinic.yaml: a language that both interpreters speak", Why.NOT_ASKED, self._used)
        return (found.between if found is not None else "") or cast("str", gap)

    @property
    def language(self) -> Spoken:
        """The language it was read in."""
        found = self._reading
        return found.read.spoken if found is not None and found.read is not None else cast("Spoken", self._gap)

    @property
    def on(self) -> PartialDate:
        """The day it was read."""
        found = self._reading
        if found is None or found.read is None:
            return cast("PartialDate", self._gap)
        return PartialDate.parse(found.read.on)

    @property
    def _gap(self) -> Gap:
        """What a template prints instead, and what the piece then lacks."""
        return Gap(waits_for(SIGNED_ENGLISH), Why.NOT_ASKED, self._used)
