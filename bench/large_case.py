"""A generated, invented client whose packet has more than a hundred pages: the example client, said many times."""

import datetime as dt
from dataclasses import replace

from legalassist.api.building import prepare
from legalassist.cases.answer import Said
from legalassist.cases.case import Case
from legalassist.facts.values import ExhibitAtHand
from legalassist.library import Library
from legalassist.packets.build import Build

MEI = "interviews/tvisa/examples/mei.yaml"
DAY = dt.date(2026, 11, 22)
SAID = Said("bench", "2026-11-22T10:00:00")


def example_build() -> Build:
    """Return the inputs of the example client's packet."""
    library = Library()
    return prepare(library.get(MEI).path, library, as_of=DAY)


def large_build(statements: int = 200, papers: int = 60) -> Build:
    """Return the inputs of a packet with that many paragraphs of statement and papers."""
    build = example_build()
    return replace(build, case=_grown(build.case, statements, papers))


def _grown(case: Case, statements: int, papers: int) -> Case:
    """Return the case with the paragraphs of its statement repeated, and with more papers."""
    known = [case.current[f"statement.paragraphs[{number}].text"].value for number in range(1, 9)]
    english = [case.current[f"statement.paragraphs[{number}].english"].value for number in range(1, 9)]
    for number in range(20, 20 + statements):
        case = case.answer(f"statement.paragraphs[{number}].text", known[number % 8], SAID)
        case = case.answer(f"statement.paragraphs[{number}].english", english[number % 8], SAID)
    for number in range(20, 20 + papers):
        case = case.answer(f"exhibits[{number}].paper", ExhibitAtHand(f"Invented paper {number}"), SAID)
    return case
