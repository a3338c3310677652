"""What the attorney's memo says about the client's statement: its coverage, its readings, what to look at again.

Paragraphs are named by their numbers, papers by their letters, answers by their questions: nothing of what she said
stands here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.assessments.coverage import Covered, coverage, untagged
from legalassist.assessments.statement import changed_since, paragraphs
from legalassist.cases.read_back import ReadBack
from legalassist.languages.formats import spoken_name
from legalassist.packets.memo_names import Names
from legalassist.packets.readings import PieceReading, Readings

SHORT = 12
"""Digits of a digest that people compare."""


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One line of the matrix as people read it; `lacks` is empty where nothing is."""

    title: str
    paragraphs: str
    exhibits: tuple[str, ...]
    lacks: str


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One piece and its reading as people read it; all but title and standing are empty before it was read."""

    title: str
    standing: str
    on: str = ""
    interpreter: str = ""
    language: str = ""
    digest: str = ""


def coverage_lines(names: Names) -> list[CoverageLine]:
    """Return the coverage matrix."""
    return [_coverage_line(names, one) for one in coverage(names.assessment.facts)]


def _coverage_line(names: Names, one: Covered) -> CoverageLine:
    lacks = [word for word, lacking in (("no paragraph", one.owed), ("no exhibit", one.bare)) if lacking]
    numbers = ", ".join(str(number) for number in one.paragraphs)
    return CoverageLine(one.element.title, numbers, names.exhibits(one.exhibits), ", ".join(lacks))


def reading_lines(readings: Readings) -> list[ReadingLine]:
    """Return the readings that are needed or were recorded."""
    return [reading_line(one) for one in readings.all]


def reading_line(one: PieceReading) -> ReadingLine:
    """Return a piece and its reading as people read it."""
    title, standing = one.planned.title, one.standing.value
    if one.read is None:
        return ReadingLine(title, standing)
    language = spoken_name(one.read.language, one.read.dialect, "en")
    digest = one.read.digest_of(one.planned.code)[:SHORT]
    return ReadingLine(title, standing, one.read.on, who_read(one.read), language, digest)


def who_read(read: ReadBack) -> str:
    """Return the code of who read, and of a second interpreter in between."""
    return f"{read.interpreter}, in relay through {read.relay}" if read.relay else read.interpreter


def relay_notes(readings: Readings) -> Iterator[str]:
    """Yield what the attorney is asked about papers that two interpreted one after the other."""
    for one in readings.all:
        if one.read is not None and one.in_relay:
            yield (
                f"{one.planned.title} was read by {who_read(one.read)}. No source of ours says who certifies a reading "
                "in relay, or how Part 7 of a form names two interpreters: that is for the attorney to decide. Part 7 "
                "is left open, and the certificate of such a reading is a draft of ours that names both."
            )


def statement_notes(names: Names) -> Iterator[str]:
    """Yield what somebody should look at again: paragraphs nobody tagged, and those whose answers have changed."""
    facts = names.assessment.facts
    numbers = untagged(facts)
    if numbers:
        named = ", ".join(str(number) for number in numbers)
        yield f"No element is named for these paragraphs of the statement yet: {named}."
    for one in paragraphs(facts):
        changed = [f"“{names.asked(path)}”" for path in changed_since(facts, one)]
        if changed:
            yield f"Paragraph {one.number} of the statement rests on answers given again since: {', '.join(changed)}."
