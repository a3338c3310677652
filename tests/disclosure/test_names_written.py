"""What is written as a name in a text: Chinese is taken apart at blanks, at "and", and at what somebody is."""

import pytest

from legalassist.disclosure.names_written import names_written


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lucky Star Spa，老板 陈伟", ["Lucky Star Spa", "陈伟"]),
        ("老板是陈伟", ["陈伟"]),
        ("老板叫陈伟", ["陈伟"]),
        ("老板娘外号红姐", ["红姐"]),
        ("陈伟和林芳", ["陈伟", "林芳"]),
        ("红姐和阿强", ["红姐", "阿强"]),
        ("金龙餐馆，陈伟 林芳", ["金龙餐馆", "陈伟", "林芳"]),
        ("金龙餐馆老板陈伟", ["金龙餐馆", "陈伟"]),
        ("按摩店老板红姐", ["红姐"]),
        ("按摩店 红姐", ["红姐"]),
        ("老板陈伟 经理林芳", ["陈伟", "林芳"]),
        ("陈伟老板", ["陈伟"]),
        ("陈 伟", ["陈伟"]),
        ("陈和平", ["陈和平"]),
        ("Boss 红姐", ["红姐"]),
        ("Zhou Tiezhu 周铁柱", ["Zhou Tiezhu 周铁柱"]),
        ("周鐵柱 Zhou Tiezhu", ["Zhou Tiezhu 周鐵柱"]),
        ("Golden Dragon Restaurant 金龙餐馆, Chen Wei 陈伟", ["Golden Dragon Restaurant 金龙餐馆", "Chen Wei 陈伟"]),
        ("Lucky Star Spa 陈伟", ["Lucky Star Spa", "陈伟"]),
        ("不知道", []),
        ("没有", []),
        ("他打我的时候我在哭", []),
    ],
)
def test_names_are_taken_out_of_what_is_said_around_them(text: str, names: list[str]) -> None:
    assert list(names_written(text)) == names


@pytest.mark.parametrize(
    "name",
    [
        "88 Palace",
        "Spa 88",
        "168 Spa",
        "#1 Kitchen",
        "No. 1 Chinese Restaurant",
        "456 Shanghai Cuisine",
        "Wok & Roll Chinese Takeout",
        "Perfect Nails & Spa LLC",
        "S & S Garment Inc",
        "Lin & Chen LLP",
        "Lin and Chen Trading",
        "King of Wok",
        "Mr. and Mrs. Zhang",
    ],
)
def test_a_name_keeps_its_numbers_and_its_small_words(name: str) -> None:
    assert list(names_written(f"{name}, Peter Ho")) == [name, "Peter Ho"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zhang Wei & Li Fang", ["Zhang Wei", "Li Fang"]),
        ("Chen Wei & Lucky Star Spa", ["Chen Wei", "Lucky Star Spa"]),
        ("Golden Spa and Lucky Nails", ["Golden Spa", "Lucky Nails"]),
        ("Peter of Golden Spa", ["Peter", "Golden Spa"]),
        ("Owner of Lucky Spa", ["Owner", "Lucky Spa"]),
    ],
)
def test_two_names_stay_two(text: str, names: list[str]) -> None:
    assert list(names_written(text)) == names
