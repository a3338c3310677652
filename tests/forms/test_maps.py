"""What the shipped maps say: names that lie, boxes by their place, signatures by hand, and what is not known."""

import pytest
from forms.blanks_at_hand import real
from forms.maps import SHELF, editions
from one_library import LIBRARY

from legalassist.forms.answering import item_of, items_of
from legalassist.forms.blank import Kind
from legalassist.forms.boxes import Box
from legalassist.forms.edition import read_edition
from legalassist.forms.recognising import differences, is_doubtful

COUNTS = {"g-28": 101, "i-765": 161, "g-1145": 6, "i-914": 322, "i-914a": 331, "i-192": 194}
"""How many boxes each form has, by the field lists."""

by_form = {boxes.form: boxes for boxes in editions().values()}


def box_named(form: str, end: str) -> Box:
    (found,) = (box for box in by_form[form].boxes if box.box.endswith(end))
    return found


def test_every_box_of_every_form_is_in_its_file() -> None:
    assert {form: len(boxes.boxes) for form, boxes in by_form.items()} == COUNTS


@pytest.mark.parametrize("name", sorted(editions()))
def test_every_box_is_mapped_to_an_item_that_exists(name: str) -> None:
    items = items_of(read_edition(LIBRARY, SHELF, name))
    asked = [box for box in editions()[name].boxes if box.kind not in {Kind.BARCODE, Kind.BUTTON} and not box.block]
    assert [box.box for box in asked if item_of(box, items) is None] == []


@pytest.mark.parametrize(
    ("form", "end", "item"),
    [
        ("g-28", "Line6_EMail[0]", "1.5"),  # the mobile phone
        ("g-28", "Line7_MobileTelephoneNumber[0]", "1.6"),  # the e-mail address
        ("i-914", "Dq3a_yes[0]", "4.2.A"),  # from Item 2 on, the names run one ahead
        ("i-914", "Dq18_no[0]", "4.17"),
        ("i-914", "Dq20_yes[0]", "4.18"),
        ("i-914", "Dq23c_no[0]", "4.21.C"),
        ("i-914", "Q3_yes[0]", "3.3"),
        ("i-914", "P3_Line5_SSN[0]", "2.7"),
        ("i-914", "Pt13ine5_PreparerFaxNumber[0]", "8.5"),
        ("i-914a", "pELine22cYesNo[0]", "4.21.C"),
        ("i-765", "Line9_Checkbox[1]", "2.10"),
    ],
)
def test_names_that_lie_are_mapped_by_place_and_label(form: str, end: str, item: str) -> None:
    assert box_named(form, end).item == item


def test_the_sex_boxes_of_the_i765_are_told_by_their_labels_not_their_on_states() -> None:
    first, second = box_named("i-765", "Line9_Checkbox[1]"), box_named("i-765", "Line9_Checkbox[0]")
    assert [(one.means, one.on) for one in (first, second)] == [("male", "Y"), ("female", "N")]


@pytest.mark.parametrize("line", ["Pt5Line3b", "Pt6Line3b"])
def test_on_page_five_of_the_i765_the_place_decides_which_unit_a_box_is(line: str) -> None:
    units = sorted((box for box in by_form["i-765"].boxes if f"{line}_Unit" in box.box), key=lambda box: box.rect or ())
    assert [box.means for box in units] == ["apt", "ste", "flr"]
    assert [box.on for box in units] == [" FLR ", " APT ", " STE "]


@pytest.mark.parametrize("form", sorted(by_form))
def test_signatures_and_their_dates_are_signed_by_hand(form: str) -> None:
    signed = [box for box in by_form[form].boxes if "ignature" in box.box and box.kind is Kind.TEXT]
    assert [box.box for box in signed if not box.by_hand] == []


def test_what_the_lists_call_unverified_is_unverified() -> None:
    told = {
        ("i-914a", "pAFamilyMember[2]"), ("i-914a", "pELine1aYesNo[0]"), ("i-914a", "P8_Line3d_AdditionalInfo[0]"),
        ("i-192", "P1_Line1_CB[0]"), ("i-192", "P2_Line27_CB[1]"), ("i-192", "P2_Line6_CountryOfBirth[0]"),
        ("i-914", "CheckBox1[0]"), ("i-914", "TextField1[0]"),
    }  # fmt: skip
    assert all(box_named(form, end).unverified for form, end in told)


def test_no_box_of_part_four_is_ticked_by_anything_but_an_attorneys_word() -> None:
    part = [box for box in by_form["i-914"].boxes if box.item.startswith("4.") and box.kind is Kind.CHECK]
    assert {box.means for box in part} == {"yes", "no"}
    groups = {box.group for box in part}
    assert len(part) == 2 * len(groups)


@pytest.mark.parametrize(("form", "label"), [("g-28", "g-28"), ("i-765", "i-765"), ("g-1145", "g-1145")])
def test_the_labels_of_the_real_form_agree_with_the_map(form: str, label: str) -> None:
    _, blank = real(label)
    boxes = by_form[form]
    there = blank.by_name
    assert list(differences(boxes, blank)) == []
    wrong = Box.model_validate({"box": "x", "kind": "text", "item": "3.9"})
    doubted = [box for box in blank.boxes if is_doubtful(wrong, box.label)]
    assert len(doubted) > 50 or form == "g-1145"
    assert not any(is_doubtful(box, there[boxes.full(box)].label) for box in boxes.boxes)
