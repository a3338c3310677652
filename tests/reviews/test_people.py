"""Who somebody is: a name that is typed otherwise is no second person; somebody else is one."""

import datetime as dt

import pytest

from legalassist.errors import UsageError
from legalassist.reviews.ledger import Ledger, Said, State, Step, entry_of
from legalassist.reviews.people import People, Somebody, can_be_one

CLINIC = People((
    Somebody("je", "Jordan Example", email="jordan@example.org"),
    Somebody("rs", "Riley Specimen"),
    Somebody("mc", "Meilin Chen"),
    Somebody("rs-home", "Specimen Riley"),
))  # fmt: skip
TEXT = Said("piece.do", "zh_Hans", "What you can do", "您可以怎么做")
OF_JE = (
    "je", "JE", " Je ", "\uff2a\uff25", "Jordan Example", "jordan example", "Example, Jordan", "EXAMPLE JORDAN",
    "J. Example",
    "J Example", "Jordan E.", "Jordan", "Example", "Ms. Jordan Example, Esq.", "Jordan Q. Example", "Jordan-Example",
    "Jordan Example (je)", "je, attorney", "jordan@example.org", "Jordán Example", "Jordan Exampel",
    "J\u043erdan Example",
    "Jordan\u200b Example", "J. E.",
)  # fmt: skip


@pytest.mark.parametrize("said", OF_JE)
def test_a_person_typed_otherwise_is_the_same_person(said: str) -> None:
    assert CLINIC.codes(said) == ("je",)
    assert CLINIC.enter(said) == "je"
    assert CLINIC.count(["je", said]) == 1
    assert CLINIC.count([*OF_JE, "rs"]) == 2


@pytest.mark.parametrize("said", ["陈美琳", "陳美琳", "陈美琳律师", "Chen Mei-Lin", "Mei Lin Chen", "CHEN MEILIN"])
def test_a_name_in_characters_or_in_the_other_order_is_the_same_person(said: str) -> None:
    assert CLINIC.enter(said) == "mc"


def test_somebody_else_is_somebody_else() -> None:
    assert CLINIC.count(["je", "rs"]) == 2
    assert CLINIC.count(["rs", "rs-home"]) == 1, "two codes of one name are one person"
    for said in ("A. Reader", "Yan Li", "Jane Sample", "王小媺", "Joan Examination"):
        assert CLINIC.codes(said) == ()
        assert CLINIC.enter(said, "teaches Chinese") == said
        assert CLINIC.count(["je", said]) == 2
    assert CLINIC.count(["A. Reader", "Anna Reader", "reader, a."]) == 1
    assert CLINIC.count(["A. Reader", "B. Reader"]) == 2
    assert CLINIC.count(["je", "-", "…"]) == 1, "a mark is nobody"
    two = People((Somebody("zw", "Wei Zhang", "张伟"), Somebody("zw-2", "Wei Zhang", "章伟")))
    assert two.count(["zw", "zw-2"]) == 2, "two people whose names differ in characters"


@pytest.mark.parametrize(
    ("said", "known", "message"),
    [
        ("A. Reader", "", "nobody in clinic.yaml has this code or name"),
        ("yl", "", "nobody in clinic.yaml"),
        ("Jordan Example", "a friend", "can be the name of je"),
        ("J. Example", "a friend", "can be the name of je"),
        ("Specimen", "", "more than one person of clinic.yaml: rs, rs-home"),
        ("-", "a friend", "this is no name"),
        ("X", "a friend", "this is no name"),
    ],
)
def test_nobody_is_entered_who_cannot_be_told_from_others(said: str, known: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        CLINIC.enter(said, known)


@pytest.mark.parametrize("said", OF_JE[1:])
def test_what_an_old_ledger_holds_of_one_person_counts_once(said: str) -> None:
    day = dt.date(2026, 11, 23)
    lines = (entry_of(TEXT.wording, Step.CHECKED, said.strip(), day), entry_of(TEXT.wording, Step.APPROVED, "je", day))
    assert Ledger(lines, people=CLINIC).state(TEXT) is State.CHECKED
    more = entry_of(TEXT.wording, Step.CHECKED, "A. Reader", day)
    assert Ledger((*lines, more), people=CLINIC).state(TEXT) is State.APPROVED
    assert Ledger(lines, readers=1, people=CLINIC).state(TEXT) is State.APPROVED


def test_without_a_clinic_names_are_still_compared() -> None:
    assert can_be_one("Wen Li", "LI, Wen")
    assert can_be_one("je", "Jordan Example"), "a code that has left clinic.yaml"
    assert not can_be_one("Wen Li", "Hua Li")
    assert not can_be_one("", "Hua Li")
