"""What somebody is called after a name on record: "Xiao Feng" and 大凤 of Jinfeng, "Jennie" and "Jen" of Jenny."""

import pytest
from placement.sheets_of import TYPED, stopped_by

from legalassist.facts.values import PersonName
from legalassist.placement.said_alike import alike

HERS = {
    "client.name": PersonName("ZHENG", "Jinfeng", native="郑金凤"),
    "client.other_names[1].name": PersonName("", "JENNY"),
}


@pytest.mark.parametrize(
    "text",
    [
        "Xiao Feng, Peter Ho", "A Feng", "Ah Feng", "Da Feng", "Lao Feng", "Feng Jie", "Sister Feng",
        "凤姐", "大凤", "小金",
        "Fengfeng", "Feng Feng", "凤凤", "凤儿",
        "Jennie Ho", "Jenni", "Jen", "Jennifer Ho; Bob Jones",
    ],
)  # fmt: skip
def test_what_she_is_called_after_her_name_stops_the_sheet(text: str) -> None:
    assert stopped_by(HERS, {TYPED: text}).startswith("nothing was written")


@pytest.mark.parametrize("text", ["John Ho", "Zhou Jin", "Xiao Hong", "Peter Ho", "Chen Guoqiang", "大强", "Jane Doe"])
def test_other_peoples_names_go(text: str) -> None:
    assert stopped_by(HERS, {TYPED: text}) == ""


def test_who_is_entered_as_an_adverse_person_goes() -> None:
    assert stopped_by(HERS, {"adverse[1].name": PersonName("HO", "Jennie")}) == ""


@pytest.mark.parametrize(
    ("word", "known"),
    [("Jennie", "Jenny"), ("Amie", "Amy"), ("Ami", "Amy"), ("Rosie", "Rose"), ("Gracie", "Grace"), ("Cathy", "Kathy")],
)
def test_another_form_of_a_given_name_is_known(word: str, known: str) -> None:
    assert alike(word, known)


@pytest.mark.parametrize(
    ("word", "known"), [("Peter", "Jenny"), ("Jin", "Jenny"), ("Joan", "Joy"), ("Feng", "Jinfeng")]
)
def test_another_name_is_none(word: str, known: str) -> None:
    assert not alike(word, known)
