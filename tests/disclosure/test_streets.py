"""The street of a home, a shelter or a workplace without its number, and streets that are nobody's of the case."""

import pytest

from legalassist.disclosure.hits import Level
from legalassist.disclosure.identifiers import Identifiers, _Gathering
from legalassist.disclosure.leaks import check_text, strays
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading
from legalassist.disclosure.shapes import squeezed
from legalassist.facts.values import Address
from legalassist.placement.first_sheet import hers_alone

CLINIC = ("Example Street Legal Clinic", "100 Example Street, Suite 500", "New York, NY 00000")
LINES = (
    "41-25 Kissena Boulevard", "19 Bay Parkway", "136-20 41st Road, Apt 3", "120 Prince Street", "900 Grand Concourse",
    "58-22 Sample Hawthorn Street", "300 Broadway", "12 Example Street", "7 E 14 St", "2200 Avenue U", "7 Main St.",
)  # fmt: skip


@pytest.fixture(scope="module")
def hers() -> Identifiers:
    gathering = _Gathering(tuple(Reading("", Kind.TEXT, line) for line in CLINIC))
    for number, line in enumerate(LINES, 1):
        gathering.take(f"homes[{number}].address", "address", Address(line))
    gathering.take("homes[20].address", "address", Address("41-10 Sample", native="法拉盛缅街41号"))
    gathering.take(
        "trafficking.places", "long text", "a massage shop on Farrington Street; 后来在法拉盛王子街，走路上班"
    )
    return gathering.made()


def verdict(text: str, hers: Identifiers) -> str:
    found = {hit.level for hit in check_text(text, hers).hits if hit.rule == 1}
    return "blocks" if Level.BLOCK in found else "asks" if found else "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "She lives on Kissena Boulevard.", "kissena blvd", "off KISSENA BLVD.", "kissenablvd", "la avenida Kissena",
        "the shelter on Bay Parkway", "Bay Pkwy", "41st Road", "Forty-First Rd", "on 41 Rd.", "calle 41",
        "Prince Street",
        "at Prince St. and", "Farrington Street", "the Grand Concourse", "Sample Hawthorn St", "14th Street",
        "East Fourteenth St", "on Avenue U", "near the Main St station", "Hawthorn Street", "王子街的店",
    ],
)  # fmt: skip
def test_the_street_of_an_address_blocks_without_its_number(text: str, hers: Identifiers) -> None:
    assert verdict(text, hers) == "blocks"


@pytest.mark.parametrize(
    "text",
    [
        "Lives off Sample Hawthorn, near the train.", "corner of Kissena and Sample", "off Farrington", "at Broadway",
        "prince street", "Main Street firms", "缅街", "on 41 road", "Kissena",
    ],
)  # fmt: skip
def test_the_name_of_the_street_alone_and_common_ones_are_asked_about(text: str, hers: Identifiers) -> None:
    assert verdict(text, hers) == "asks"


@pytest.mark.parametrize(
    "text",
    [
        "Example Street Legal Clinic, 100 Example Street", "The bay is far, the prince is grand.",
        "the main road", "Farrington filings of 2025.",
        "8 CFR 214.11", "page 41 of 50", "Form I-914, part 14", "avenues of relief", "a street lawyer", "走路上街",
    ],
)  # fmt: skip
def test_other_words_and_the_clinics_own_address_are_left_alone(text: str, hers: Identifiers) -> None:
    assert verdict(text, hers) == "nothing"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("She sleeps on Delancey St. these days.", True), ("the shelter on Bay Parkway", True), ("Canal Street", True),
        ("at Astor Place", True), ("She was seen on Broadway", True), ("he waits on bay parkway", True),
        ("E. 86th Street", True), ("near Avenue of the Americas", True), ("BAY PARKWAY", True),
        ("Example Street Legal Clinic", False), ("100 Example Street, Suite 500", False), ("the road ahead", False),
        ("Street law firms", False), ("Supreme Court", False), ("at Queens Family Court", False),
        ("on the street", False), ("St. John's University", False), ("Take Place cards", False),
    ],
)  # fmt: skip
def test_a_street_that_is_nobodys_is_asked_about(text: str, asked: bool) -> None:
    found = strays([Reading("x", Kind.TEXT, text)], frozenset(map(squeezed, CLINIC))).hits
    assert bool(found) is asked


def test_a_business_on_the_first_sheet_may_be_named_after_a_street(hers: Identifiers) -> None:
    assert verdict("Kissena Boulevard Deli, 41st Road Spa, 王子街餐馆", hers_alone(hers)) == "nothing"
