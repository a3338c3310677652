"""Whoever was typed where adverse people are asked for is looked for as a person, in both orders and by each part."""

import pytest

from legalassist.disclosure.identifiers import _Gathering
from legalassist.disclosure.leaks import check_text
from legalassist.disclosure.names_written import names_written
from legalassist.disclosure.typed_people import people_typed

FACTS = ["first.conflict_names", "trafficking.who_gained", "jobs[1].employer", "representation.name"]
SAID = [
    "Zhou Tiezhu, Lucky Star Spa",
    "周铁柱, Lucky Star Spa",
    "Zhou Tiezhu 周铁柱",
    "老板是周铁柱",
    "Boss Zhou Tiezhu",
]


def verdict(path: str, answer: str, text: str) -> str:
    """Return the worst that the search says of a text."""
    gathering = _Gathering(())
    gathering.take(path, "text", answer)
    found = check_text(text, gathering.made())
    return "blocks" if found.blocks else "asks" if found.hits else "nothing"


@pytest.mark.parametrize("path", FACTS)
def test_a_typed_name_is_a_persons_in_each_fact(path: str) -> None:
    assert verdict(path, SAID[0], "We know her boss Tiezhu Zhou well.") == "blocks"
    assert verdict("client.languages", SAID[0], "We know her boss Tiezhu well.") == "nothing"


@pytest.mark.parametrize("answer", SAID)
@pytest.mark.parametrize("text", ["Tiezhu Zhou", "Tiezhu left.", "Mr. Zhou sold her.", "Boss Zhou", "Zhou Tie-Zhu"])
def test_a_typed_name_is_found_by_its_parts(answer: str, text: str) -> None:
    assert verdict(FACTS[0], answer, text) == "blocks"


@pytest.mark.parametrize("answer", SAID)
def test_a_typed_name_with_an_initial_is_asked_about(answer: str) -> None:
    assert verdict(FACTS[0], answer, "T. Zhou") != "nothing"


@pytest.mark.parametrize(
    "answer",
    [
        "Golden Dragon Restaurant",
        "Long Island",
        "Song Bird Cafe",
        "Mei Wah Kitchen",
        "the owner",
        "金龙餐馆",
    ],
)
def test_a_business_or_a_place_is_nobody(answer: str) -> None:
    assert not list(people_typed(names_written(answer)))
