"""Businesses without their generic words, words of a menu that are a business's name, and tones as figures."""

import pytest

from legalassist.disclosure.hits import Level
from legalassist.disclosure.identifiers import _Gathering, identifiers_of_people
from legalassist.disclosure.leaks import _read as read_part
from legalassist.disclosure.leaks import check_text, search, text_hash, vocabulary_of
from legalassist.disclosure.parts import Part
from legalassist.facts.values import PersonName

OURS = "Language: Mandarin"


def verdict(employer: str, text: str) -> str:
    """Return the worst of what the search says of a text that stands beside a line of ours."""
    gathering, shelf = _Gathering(()), frozenset({text_hash(OURS)})
    gathering.take("jobs[1].employer", "text", employer)
    readings = [one for said in dict.fromkeys((text, OURS)) for one in read_part(Part("there", said), shelf)]
    levels = {hit.level for hit in search(readings, gathering.made(), vocabulary_of([OURS])).hits if hit.rule == 2}
    return "blocks" if Level.BLOCK in levels else "asks" if levels else "nothing"


@pytest.mark.parametrize(
    ("employer", "text", "expected"),
    [
        ("Womankind Shelter", "She sleeps at Womankind now.", "blocks"),
        ("Mandarin Restaurant Inc", OURS, "nothing"), ("Mandarin Restaurant Inc", "Mandarin\nK9M2", "nothing"),
        ("Mandarin Restaurant Inc", "She works at Mandarin now.", "asks"),
        ("Mandarin Restaurant Inc", "at the Mandarin Restaurant", "blocks"),
        ("Sunshine Tea House", "at Sunshine now", "asks"),
        ("Golden Noodle Deli", "at Golden now", "asks"), ("Golden Noodle Deli", "a golden rule", "nothing"),
        ("Fenghuang Noodle Shop", "in the fenghuang", "asks"),
        ("Happy Bowl Noodle House", "worked at Happy Bowl", "asks"),
        ("Lucky Star Rainbow Trading Co", "at Lucky Star now", "asks"),
        ("Lucky Star Rainbow Trading Co", "a lucky star", "nothing"),
        ("Queens County Criminal Court", "in Queens County", "nothing"),
        ("Silver Willow Spa Inc", "silverwillowspa", "blocks"), ("Silver Willow Spa", "silverwillowspa.com", "blocks"),
        ("Silver Willow Spa Inc", "silverwillow", "blocks"),
        ("Golden Osprey Nail & Spa LLC", "the Osprey nail salon", "asks"),
        ("Golden Osprey Nail & Spa LLC", "at Osprey Nail & Spa", "asks"),
        ("Golden Osprey Nail & Spa LLC", "an osprey over the river", "nothing"),
        ("Golden Osprey Nail & Spa LLC", "nail and spa", "nothing"),
        ("Sample Poplar Academy", "a pupil of Poplar Academy", "asks"),
        ("Silver Willow Spa Inc", "Willow, the spa", "asks"), ("Silver Willow Spa Inc", "Spa and Silver", "nothing"),
        ("Queens County Criminal Court", "the Criminal Court", "nothing"),
        ("Blue Peony Massage Inc", "at Blue Peony", "blocks"), ("Blue Peony Massage Inc", "a blue folder", "nothing"),
    ],
)  # fmt: skip
def test_a_business_is_found_without_what_kind_it_is(employer: str, text: str, expected: str) -> None:
    assert verdict(employer, text) == expected


@pytest.mark.parametrize("text", ["qiu1 shu1 zhen1", "Qiu1 Shu1zhen1", "shu1 zhen1 qiu1", "ms. qiu1", "qiu¹ shu¹zhen¹"])
def test_a_name_with_its_tones_as_figures_is_the_name(text: str) -> None:
    assert check_text(text, identifiers_of_people([("client.name", PersonName("QIU", "Shuzhen"))])).blocks


def test_figures_that_are_no_tones_part_words() -> None:
    hers = identifiers_of_people([("client.name", PersonName("HE", "Ran"))])
    assert not check_text("section he7 ran", hers).hits


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        (PersonName("OUYANG", "Nuo", native="欧阳诺"), "Nuonuo is five.", True),
        (PersonName("OUYANG", "Nuo", native="欧阳诺"), "Nuo Nuo is five.", True),
        (PersonName("OUYANG", "Nuo", native="欧阳诺"), "诺诺五岁", True),
        (PersonName("LYU", "Fengying", native="吕凤英"), "call Yingying", True),
        (PersonName("LYU", "Fengying", native="吕凤英"), "英英说好", True),
        (PersonName("GAO", "Qing", native="高清"), "清清楚楚地说", False),
        (PersonName("GAO", "Mei"), "her meimei", False),
        (PersonName("GAO", "Ma"), "her mama", False),
        (PersonName("GAO", "Nuo", native="高诺"), "承诺", False),
    ],
)  # fmt: skip
def test_a_syllable_said_twice_is_a_name_that_friends_use(name: PersonName, text: str, *, found: bool) -> None:
    hits = [hit for hit in check_text(text, identifiers_of_people([("client.name", name)])).hits if hit.rule in {4, 7}]
    assert bool(hits) is found
    assert all(hit.level is Level.ASK for hit in hits)
