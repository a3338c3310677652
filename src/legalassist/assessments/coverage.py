"""The coverage matrix: which element no paragraph of the statement tells about, and which no exhibit speaks to.

A list for the attorney, no finding: that a paragraph is there says nothing about whether it is enough. Her own credible
statement is evidence (EV-01, EV-08), so a tagged paragraph counts as something that speaks to an exemption.
"""

from dataclasses import dataclass

from legalassist.assessments.statement import EXHIBITS, paragraphs
from legalassist.facts.known import Facts, known_value
from legalassist.facts.paths import row_path


@dataclass(frozen=True, slots=True)
class Element:
    """One line of the matrix: the tag of paragraphs and exhibits, its title, and which of a set has to be covered.

    Elements with the same `either` stand for one another; an empty text is for one that only some cases need.
    """

    tag: str
    title: str
    either: str


@dataclass(frozen=True, slots=True)
class Covered:
    """An element, the printed numbers of the paragraphs that tell about it, and the rows of the exhibits.

    `owed` says that neither it nor another of its set has a paragraph; `bare` the same of exhibits.
    """

    element: Element
    paragraphs: tuple[int, ...]
    exhibits: tuple[str, ...]
    owed: bool
    bare: bool


ELEMENTS = (
    Element("action", "Action: recruiting, moving, harboring, obtaining", "action"),
    Element("means", "Means: force, fraud, coercion", "means"),
    Element("purpose", "Purpose: forced labor, debt, sex acts", "purpose"),
    Element("presence", "Presence on account of the trafficking", "presence"),
    Element("report", "Cooperation: contact with an agency", "cooperation"),
    Element("age", "Exemption: under 18 at an act", "cooperation"),
    Element("trauma", "Exception: trauma", "cooperation"),
    Element("hardship", "Extreme hardship on removal", "hardship"),
    Element("family", "Family members, and danger to them", ""),
    Element("records", "What a waiver is about", ""),
)
"""The elements of INA 101(a)(15)(T)(i) as paragraphs and exhibits are tagged (EL-01), then what some cases have."""


def coverage(facts: Facts) -> tuple[Covered, ...]:
    """Return the matrix, line by line."""
    told = paragraphs(facts)
    lines = []
    for element in ELEMENTS:
        about = tuple(one for one in told if element.tag in one.elements)
        tied = tuple(paper for one in about for paper in one.papers)
        marked = tuple(row for row in _exhibits(facts) if element.tag in _marks(facts, row))
        lines.append((element, tuple(one.number for one in about), tuple(dict.fromkeys((*marked, *tied)))))
    with_paragraph = {element.either for element, numbers, _ in lines if numbers}
    with_exhibit = {element.either for element, _, rows in lines if rows}
    return tuple(
        Covered(
            element, numbers, rows,
            owed=bool(element.either) and element.either not in with_paragraph,
            bare=bool(element.either) and element.either not in with_exhibit,
        )
        for element, numbers, rows in lines
    )  # fmt: skip


def untagged(facts: Facts) -> tuple[int, ...]:
    """Return the printed numbers of the paragraphs that nobody tagged with an element."""
    return tuple(one.number for one in paragraphs(facts) if not one.elements)


def _exhibits(facts: Facts) -> tuple[str, ...]:
    return tuple(row_path(EXHIBITS, number) for number in facts.rows(EXHIBITS).numbers)


def _marks(facts: Facts, row: str) -> tuple[str, ...]:
    value = known_value(facts, f"{row}.speaks_to")
    return value if isinstance(value, tuple) else ()
