"""What stands on the sheets for conflicts staff: names in every spelling, and nothing else that is known of anybody."""

import pytest
from stores.making import SAID

from legalassist.cases.case import Case
from legalassist.facts.values import PersonName
from legalassist.placement.first_sheet import fitting
from legalassist.placement.names import named, rows


def case() -> Case:
    made = Case("k3v9", "tvisa", invented=True)
    for path, value in {
        "client.name": PersonName("WANG", "Xiaomei", native="王小媺"),
        "client.other_names[1].name": PersonName("CHEN", "Sulan", native="陳素蘭"),
        "client.a_number": "012345678",
        "client.ssn": "900112222",
        "client.passport_number": "E23456781",
        "client.email": "pear.blossom88@example.net",
        "contact.safe_phone": "+17185550123",
        "first.conflict_names": "My boss Zhou Tiezhu (周铁柱), in the basement until 2021; Golden Pear Kitchen",
        "adverse[1].name": PersonName("LIN", "Dahai", native="林大海"),
        "trafficking.who_gained": "The owner and her husband",
        "jobs[1].employer": "Golden Pear Kitchen",
        "representation.name": "Harbor Papers Service",
        "family[1].name": PersonName("WANG", "Dabao", native="王大宝"),
        "family[2].name": PersonName("WANG", "Erbao", native="王二宝"),
    }.items():
        made = made.answer(path, value, SAID)
    return made


def test_the_first_sheet_has_names_alone_and_no_words_of_hers() -> None:
    said = dict(rows(case(), 1))
    assert said.keys() == {"Zhou Tiezhu", "周铁柱", "Golden Pear Kitchen", "Dahai LIN 林大海", "Harbor Papers Service"}
    assert not any(word in str(said).lower() for word in ("basement", "boss", "owner", "husband", "2021", "wang"))
    assert {"Dahai Lin", "Lin Dahai", "Lin Da Hai", "Lin Da-hai", "林大海", "lindahai (pinyin)"} <= set(
        said["Dahai LIN 林大海"].split(", ")
    )
    assert "周鐵柱" in said["周铁柱"]


@pytest.mark.parametrize(("typed", "names"), [
    ("黄大明（按摩店老板）", ["黄大明"]), ("黄大明，老板娘刘芳", ["黄大明", "刘芳"]), ("我妈妈，她把我卖给老板", []),
    ("mama; Mama Chen", ["Mama Chen"]),
    ("plate HZK 4821, boss Zhou Tiezhu", ["Zhou Tiezhu"]), ("109th Precinct; (T visa matter)", []),
    ("5th Avenue Nails, ABC 88 Spa", ["5th Avenue Nails", "ABC 88 Spa"]), ("KTV, 老板周铁柱", ["KTV", "周铁柱"]),
])  # fmt: skip
def test_what_is_typed_naturally_gives_names_and_what_is_none_gives_no_row(typed: str, names: list[str]) -> None:
    made = Case("k3v9", "tvisa", invented=True).answer("first.conflict_names", typed, SAID)
    assert sorted(said for said, _ in fitting(rows(made, 1), made)) == sorted(names)


def test_the_second_sheet_has_her_names_and_no_number_of_hers() -> None:
    said = dict(rows(case(), 2))
    assert said.keys() == {"Xiaomei WANG 王小媺", "Sulan CHEN 陳素蘭"}
    assert "陈素兰" in said["Sulan CHEN 陳素蘭"]
    assert not any(sign.isdigit() or sign == "@" for sign in str(said))


def test_a_relative_stands_there_only_under_a_release_of_their_own() -> None:
    assert "Dabao WANG 王大宝" in dict(rows(case(), 2, {"family[1]"}))
    assert "Erbao" not in str(rows(case(), 2, {"family[1]"}))
    assert "Dabao" not in str(rows(case(), 1, {"family[1]"}))


def test_an_old_spelling_is_still_checked() -> None:
    later = case().answer("adverse[1].name", PersonName("LAM", "Tai Hoi"), SAID)
    assert {"Dahai LIN 林大海", "Tai Hoi LAM"} <= dict(rows(later, 1)).keys()


def test_a_name_with_a_title_is_also_told_without_it_turned_round_and_in_syllables() -> None:
    said = dict(rows(case().answer("first.conflict_names", "Boss Zhou Tiezhu, Golden Kitchen", SAID), 1))
    assert set(said["Boss Zhou Tiezhu"].split(", ")) == {"Zhou Tiezhu", "Tiezhu Zhou", "Zhou Tie Zhu", "Zhou Tie-zhu"}
    assert said["Golden Kitchen"] == "Kitchen Golden"


def test_a_couple_is_searched_for_by_the_surname() -> None:
    for said in ("Mr. and Mrs. Zhou", "Mr & Mrs Zhou"):
        ((name, others),) = named(said)
        assert (name, others[0]) == (said, "Zhou")
