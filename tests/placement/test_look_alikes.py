"""Which two clients stand on different lists, and which two a person looks at."""

import pytest
from stores.making import SAID

from legalassist.cases.case import Case
from legalassist.facts.values import Address, PersonName
from legalassist.placement.look_alikes import compare

CLINIC = ("Example Clinic", "100 Example Street", "New York, NY 10001", "+12125550100")
Answers = dict[str, object]
MEI: Answers = {"client.name": PersonName("WANG", "Xiaomei", native="王小媺")}
LAN: Answers = {"client.name": PersonName("LIU", "Suzhen", native="刘素珍")}


def case(said: Answers) -> Case:
    made = Case("k3v9", "tvisa", invented=True)
    for path, value in said.items():
        made = made.answer(path, value, SAID)  # type: ignore[arg-type]
    return made


def told(one: Answers, other: Answers) -> str:
    cases = {"A": case(MEI | one), "B": case(LAN | other)}
    found, turned = compare(cases, CLINIC), compare({"B": cases["B"], "A": cases["A"]}, CLINIC)
    assert (bool(found.apart), bool(found.near)) == (bool(turned.apart), bool(turned.near))
    return "different lists" if found.apart else "look" if found.near else ""


KITCHEN = "Golden Pear Kitchen"
SHOP = Address("41-25 Kissena Boulevard", city="Flushing", state="NY", zip_code="11355")
HOME = Address("12 Elm Street", "apartment", "4F", "Flushing", "NY", "11355")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"jobs[1].employer": KITCHEN}, {"trafficking.places": "in the back of Golden Pear Kitchen, in Flushing"}),
        ({"jobs[1].employer": KITCHEN}, {"statement.paragraphs[1].text": "I cooked at golden pear kitchen."}),
        ({"trafficking.places": f"{KITCHEN}, Flushing"}, {"trafficking.places": f"Elmhurst; {KITCHEN}"}),
        ({"trafficking.places": KITCHEN}, {"first.conflict_names": f"the owner of {KITCHEN}"}),
        ({"family[1].jobs[1].employer": KITCHEN}, {"jobs[1].employer": KITCHEN.upper()}),
        ({"adverse[1].name": PersonName("ZHOU", "Tiezhu")}, {"first.conflict_names": "Boss Zhou Tiezhu"}),
        ({"adverse[1].name": PersonName("ZHOU", "Tiezhu")}, {"statement.paragraphs[1].text": "Tiezhu Zhou hit me."}),
        ({"adverse[1].name": PersonName("", "", native="周铁柱")}, {"trafficking.who_gained": "Zhou Tie-zhu"}),
        ({"adverse[1].name": PersonName("ZHOU", "Tiezhu", native="周鐵柱")}, {"contact.must_not_know": "老板周铁柱"}),
        ({"jobs[1].employer": "金梨按摩店"}, {"trafficking.places": "法拉盛金梨按摩店"}),
        ({"adverse[1].name": PersonName("LIU", "Dahai")}, {"family[1].name": PersonName("LIU", "Dahai")}),
        ({"adverse[1].name": PersonName("LIU", "Suzhen")}, {}),
        ({"family[1].name": PersonName("LIU", "Suzhen")}, {"family[1].name": PersonName("WANG", "Xiaomei")}),
        ({"first.conflict_names": "Liu Suzhen"}, {"statement.paragraphs[1].text": "Wang Xiaomei was there too."}),
        ({"jobs[1].address": SHOP}, {"trafficking.places": "41-25 Kissena Blvd"}),
        ({"jobs[1].address": SHOP}, {"homes[1].address": SHOP}),
        ({"first.conflict_names": "the boss, 718-555-0142"}, {"contact.safe_phone": "+17185550142"}),
    ],
)  # fmt: skip
def test_who_tells_more_together_stands_on_different_lists(one: Answers, other: Answers) -> None:
    assert told(one, other) == "different lists"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"family[1].name": PersonName("LIU", "Suzhen")}, {}),
        ({"family[1].name": PersonName("CHEN", "Dabao")}, {"family[2].name": PersonName("CHEN", "Dabao")}),
        ({"client.physical_address": HOME}, {"homes[1].address": HOME}),
        ({"contact.safe_phone": "+17185550142"}, {"contact.safe_phone": "+17185550142"}),
    ],
)  # fmt: skip
def test_a_namesake_or_a_shelter_is_shown_to_a_person(one: Answers, other: Answers) -> None:
    assert told(one, other) == "look"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({"jobs[1].employer": "Kitchen"}, {"jobs[1].employer": "Kitchen"}),
        ({"first.conflict_names": "Boss Zhou in New York"}, {"first.conflict_names": "Ms. Zhou, New York"}),
        ({"trafficking.places": "Flushing, Main Street"}, {"trafficking.places": "Main Street, Flushing"}),
        ({"trafficking.places": "法拉盛，皇后区"}, {"trafficking.places": "法拉盛"}),
        ({"trafficking.places": "Elmhurst Hospital"}, {"statement.paragraphs[1].text": "I was at Elmhurst Hospital."}),
        ({"trafficking.places": "Flushing, Queens"}, {"statement.paragraphs[1].text": "I came to Flushing, Queens."}),
        ({"client.mailing_address": Address("100 Example St", city="New York", state="NY", zip_code="10001")},
         {"client.mailing_address": Address("100 Example Street", city="New York", state="NY", zip_code="10001")}),
        ({"contact.safe_phone": "+12125550100"}, {"contact.safe_phone": "+12125550100"}),
        ({"reporting.agency_phone": "+17185550150"}, {"reporting.agency_phone": "+17185550150"}),
        ({"representation.name": "Li Na"}, {"representation.name": "Li Na"}),
        ({"client.name": PersonName("LIU", "Suzhen")}, {}),  # a namesake on the list
        ({"client.other_names[1].name": PersonName("LI", "Na")}, {"statement.paragraphs[1].text": "I felt nap time."}),
    ],
)  # fmt: skip
def test_strangers_stand_together(one: Answers, other: Answers) -> None:
    assert told(one, other) == ""
