"""What a box takes of an answer: its own part, in its own spelling, or nothing with the reason."""

import pytest
from forms.test_answer_sheet import QUESTIONS, sources_of

from legalassist.cases.determination import Determination
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import PlainFacts, Rows, Why
from legalassist.facts.values import Address, PersonName, Spoken, Value
from legalassist.forms.answering import SEVERAL, Answered, answer_boxes, item_of, items_of
from legalassist.forms.boxes import Box, Boxes
from legalassist.forms.edition import Edition
from legalassist.forms.placing import Overflow
from legalassist.forms.writing import CONFIDENTIAL, NOT_WHOLLY_KNOWN, ticks, worded

HOME = Address("1 Example St", "Apt.", "4B", "Flushing", "NY", "11354", in_care_of="A. Friend")
ABROAD = Address("2 Road", city="Fuzhou", province="Fujian", postal_code="350001", country="CN")


def box(**said: object) -> Box:
    return Box.model_validate({"box": "B[0]", "kind": "text", "item": "1.9", **said})


@pytest.mark.parametrize(
    ("value", "part", "kind", "text"),
    [
        (PersonName("WANG", "XIAOMEI", "Q"), "family", "", "WANG"),
        (PersonName("WANG", "XIAOMEI", "Q"), "given", "", "XIAOMEI"),
        (PersonName("WANG", "XIAOMEI", "Q"), "middle", "", "Q"),
        (PersonName("WANG", "XIAOMEI", native="王小媺"), "native", "", "王小媺"),
        (PersonName("WANG", "XIAOMEI"), "name.family", "", "WANG"),
        (PersonName("WANG", "XIAOMEI"), "full", "", "XIAOMEI WANG"),
        (HOME, "street", "", "1 Example St"),
        (HOME, "unit", "", "4B"),
        (HOME, "state", "", "NY"),
        (HOME, "zip code", "", "11354"),
        (HOME, "in care of", "", "A. Friend"),
        (ABROAD, "province", "", "Fujian"),
        (ABROAD, "postal code", "", "350001"),
        (ABROAD, "country", "", "China"),
        (PartialDate.parse("2004-02-29"), "", "", "02/29/2004"),
        ("A012345678", "", "a-number", "012345678"),
        ("123-45-6789", "", "ssn", "123456789"),
        ("+12125550101", "", "phone", "2125550101"),
        ("+8613800000000", "", "phone", "8613800000000"),
        ("CN", "", "country", "China"),
        (Spoken("zh", "Fuzhounese"), "", "", "Fuzhounese"),
        ("(c)(40)", "category 1", "text", "c"),
        ("(c)(40)", "category 2", "text", "40"),
        ("(c)(40)", "category 3", "text", ""),
        ("(c)(17)(iii)", "category 3", "text", "iii"),
        (3, "", "", "3"),
        (True, "", "", "Yes"),
    ],
)
def test_a_value_is_written_as_the_box_wants_it(value: Value, part: str, kind: str, text: str) -> None:
    assert worded(value, box(part=part) if part else box(), kind).text == text


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (PartialDate.parse("2004-02"), NOT_WHOLLY_KNOWN),
        (PartialDate.parse("2004-02-29~"), NOT_WHOLLY_KNOWN),
        (Address("1 Example St", confidential=True), CONFIDENTIAL),
    ],
)
def test_what_has_no_honest_spelling_is_not_written(value: Value, why: str) -> None:
    said = worded(value, box(part="street"), "")
    assert (said.text, said.why) == ("", why)


@pytest.mark.parametrize(("kind", "goes_on"), [("text", True), ("a-number", False), ("phone", False), ("ssn", False)])
def test_a_number_never_goes_on_elsewhere(kind: str, goes_on: bool) -> None:
    assert worded("123456789", box(), kind).continues is goes_on


@pytest.mark.parametrize(
    ("value", "means", "ticked"),
    [
        (True, "yes", True), (True, "no", False), (False, "no", True), (False, "yes", False),
        ("female", "female", True), ("female", "male", False), ("legally_separated", "legally separated", True),
        (("a", "b"), "b", True), (("a", "b"), "c", False),
        (HOME, "apt", True), (HOME, "ste", False), (ABROAD, "apt", False),
        (Address(unit_kind="Floor", unit="2"), "flr", True), (Address(unit_kind="room"), "flr", False),
        (Address(unit_kind="Apt.", confidential=True), "apt", False),
        (Spoken("zh"), "yes", True),
    ],
)  # fmt: skip
def test_a_check_box_is_ticked_by_its_own_word_alone(value: Value, means: str, ticked: bool) -> None:
    assert ticks(value, Box.model_validate({"box": "B", "kind": "check", "item": "1.9", "is": means})) is ticked


# ---- Items and boxes together ----

YES_AND_NO = ({"kind": "check", "is": "yes"}, {"kind": "check", "is": "no"})


def form(item: dict[str, object], *said: dict[str, object], **more: object) -> tuple[Edition, Boxes]:
    edition = Edition.model_validate({
        "form": "f-1", "title": "F", "edition": "01/01/20",
        "parts": [{"number": "1", "title": "P", "items": [{"item": "9", "label": "L", **item}]}],
    })  # fmt: skip
    boxes = [{"box": f"B[{n}]", "kind": "text", "item": "1.9", **one} for n, one in enumerate(said)]
    return edition, Boxes.model_validate(
        {"form": "f-1", "edition": "01/01/20", "pages": "1", "boxes": boxes, **more}
    )  # fmt: skip


def answered(item: dict[str, object], facts: PlainFacts, *said: dict[str, object], decided: str = "") -> Answered:
    edition, boxes = form(item, *said)
    ruling = (Determination("f-1 1.9", "", decided, "A. Attorney", "2026-11-22"),) if decided else ()
    return answer_boxes(boxes, edition, sources_of(facts, *ruling), {"B[0]": 7, "B[1]": 7})


def texts(out: Answered) -> dict[str, str]:
    return {one.box.box: "X" if one.ticked else one.text for one in out.answers}


def test_each_part_of_a_name_goes_into_its_own_box() -> None:
    facts = PlainFacts({"a.name": PersonName("WANG", "XIAOMEI")})
    out = answered({"fact": "a.name"}, facts, {"part": "family"}, {"part": "given"}, {"part": "middle"})
    assert texts(out) == {"B[0]": "WANG", "B[1]": "XIAOMEI"}


@pytest.mark.parametrize("why", [Why.NOT_ASKED, Why.DECLINED, Why.LATER, Why.DOES_NOT_KNOW, Why.DOES_NOT_APPLY])
def test_what_is_not_known_leaves_the_box_empty(why: Why) -> None:
    facts = PlainFacts(unknown={"a.yes": why})
    assert texts(answered({"fact": "a.yes"}, facts, *YES_AND_NO)) == {}


def test_an_unverified_box_stays_empty_and_is_listed() -> None:
    out = answered({"fact": "a.yes"}, PlainFacts({"a.yes": True}), {"kind": "check", "is": "yes", "unverified": "yes"})
    assert texts(out) == {}
    assert out.left[0].item == "1.9"
    assert "not verified on the real form" in out.left[0].why


def test_an_attorneys_item_is_ticked_only_by_her_decision() -> None:
    boxes = YES_AND_NO
    item = {"attorney": "yes", "answer": "yes no", "plain": ["a.yes"]}
    assert texts(answered(item, PlainFacts({"a.yes": True}), *boxes)) == {}
    assert texts(answered(item, PlainFacts({"a.yes": True}), *boxes, decided="no")) == {"B[1]": "X"}


def kin(count: int) -> PlainFacts:
    facts: dict[str, Value] = {}
    for number in range(1, count + 1):
        facts[f"kin[{number}].name"] = PersonName(f"FAMILY{number}", "GIVEN")
        facts[f"kin[{number}].birth_date"] = PartialDate.parse(f"200{number}-01-01")
    return PlainFacts(facts, groups={"kin": Rows(tuple(range(1, count + 1)), complete=True)})


def test_the_rows_of_a_list_stand_in_its_rows_and_the_others_continue_in_words() -> None:
    first = ({"part": "name.family", "row": "1"}, {"part": "birth_date", "row": "1"})
    boxes = (*first, {"part": "name.family", "row": "2"})
    out = answered({"group": "kin"}, kin(4), *boxes)
    assert texts(out) == {"B[0]": "FAMILY1", "B[1]": "01/01/2001", "B[2]": "FAMILY2"}
    (more,) = out.more
    assert more.text == ("name: GIVEN FAMILY3; birth date: 01/01/2003\nname: GIVEN FAMILY4; birth date: 01/01/2004")
    assert (more.part, more.item) == ("1", "9")
    assert answered({"group": "kin"}, kin(2), *boxes).more == []


def test_a_list_of_plain_facts_continues_too() -> None:
    boxes = ({"part": "family", "row": "1"}, {"part": "given", "row": "1"})
    out = answered({"fact": "kin[].name"}, kin(3), *boxes)
    assert texts(out) == {"B[0]": "FAMILY1", "B[1]": "GIVEN"}
    assert out.more == [Overflow(7, "1", "9", "L", "GIVEN FAMILY2\nGIVEN FAMILY3", "kin[2].name")]


def test_rows_beyond_the_last_numbered_item_continue() -> None:
    out = answered({"group": "kin", "nth": 1}, kin(2), {"part": "name.family"}, {"part": "birth_date"})
    assert texts(out) == {"B[0]": "FAMILY1", "B[1]": "01/01/2001"}
    assert [one.text for one in out.more] == ["name: GIVEN FAMILY2; birth date: 01/01/2002"]


def test_facts_beyond_the_last_numbered_item_continue() -> None:
    out = answered({"fact": "kin[].name", "nth": 1}, kin(3), {"part": "family"})
    assert texts(out) == {"B[0]": "FAMILY1"}
    assert [one.text for one in out.more] == ["GIVEN FAMILY2\nGIVEN FAMILY3"]


def test_two_answers_for_one_box_are_no_answer() -> None:
    out = answered({"fact": "kin[].name"}, kin(2), {"part": "family"})
    assert texts(out) == {}
    assert out.left[0].why == SEVERAL


def test_a_repeated_box_says_what_the_first_one_says() -> None:
    facts = PlainFacts({"a.name": PersonName("WANG", "XIAOMEI")})
    assert texts(answered({"fact": "a.name"}, facts, {"part": "family"}, {"part": "family", "repeat": "yes"})) == {
        "B[0]": "WANG", "B[1]": "WANG"}  # fmt: skip


def test_what_a_person_signs_is_never_filled() -> None:
    facts = PlainFacts({"a.name": PersonName("WANG", "XIAOMEI")})
    assert texts(answered({"fact": "a.name"}, facts, {"part": "family", "by hand": "signature"})) == {}


def test_the_clinics_particulars_and_rules_fill_boxes() -> None:
    assert texts(answered({"clinic": "clinic.name"}, PlainFacts({}), {})) == {
        "B[0]": sources_of(PlainFacts({})).clinic.name
    }
    ticked = answered(
        {"rule": "appearance enclosed", "answer": "yes no"}, PlainFacts({}), {"kind": "check", "is": "yes"}
    )
    assert texts(ticked) == {"B[0]": "X"}


def test_letters_stand_below_the_item_they_belong_to() -> None:
    edition, boxes = form({"fact": "a.name"}, {"item": "1.9.B"}, {"item": "1.8"}, {"line": "2"})
    items = items_of(edition)
    assert [item_of(one, items) is not None for one in boxes.boxes] == [True, False, False]


def test_the_questions_of_the_sheets_tests_are_those_meant_here() -> None:
    assert {one.fact for one in QUESTIONS} >= {"a.name", "a.yes", "kin"}
