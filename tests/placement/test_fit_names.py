"""What a name on the first sheet may carry: no street, no town, no number, no word that tells; a business may."""

import pytest

from legalassist.disclosure.names_written import names_written
from legalassist.placement.fit_names import ACCOUNT, LONG, NUMBER, PLACE, TELLS, is_nobody, is_place, misfit
from legalassist.placement.typed_names import person_in, persons_in


@pytest.mark.parametrize(
    "said",
    [
        "ICE Detainee Smuggling Ring Zhou Tiezhu", "Deportation Officer Bob Jones", "Undocumented Workers",
        "Asylum Lawyer", "Immigrant Helper", "Prostitution House", "T-Visa", "T. Visa Wang", "Traf-ficking Boss",
        "ICE Agent Lin", "I.C.E.", "\uff33muggler Zhou", "Sex Shop Owner", "Snakehead Lin", "Abuser Lin", "I-914",
        "蛇头老林", "移民局官员周铁柱", "人口販運集團", "Homeland Security", "Raped Her", "Victims Of Zhou",
        "Removal Officer Lin", "Debt Collector",
    ],
)  # fmt: skip
def test_a_word_that_says_what_the_case_is_about_is_no_name(said: str) -> None:
    assert misfit(said) == TELLS
    assert misfit(said, in_parts=True) == TELLS


@pytest.mark.parametrize(
    "said",
    [
        "Roosevelt Avenue", "Main St.", "77th Street", "Zhou Tiezhu Main Street", "Union Square", "Murray Place",
        "Broadway", "Flushing Sister", "Zhou's Flushing Basement", "Golden Pear Flushing", "罗斯福大道",
        "老板周铁柱住法拉盛", "王家村", "八大道地下室", "Avenue U",
    ],
)  # fmt: skip
def test_a_street_or_a_place_is_no_name(said: str) -> None:
    assert misfit(said) == PLACE


@pytest.mark.parametrize("said", ["Room 212", "Zhou 7185550142", "Plate ABC-5501", "Zhou 41-50", "周铁柱 5550142"])
def test_a_number_is_no_name(said: str) -> None:
    assert misfit(said) == NUMBER


@pytest.mark.parametrize("said", ["Old Boss Upstairs Neighbor Zhou Tiezhu", "表姨罗素英的朋友老周"])
def test_a_sentence_is_no_name(said: str) -> None:
    assert misfit(said) == LONG


@pytest.mark.parametrize(
    "said",
    [
        "Zhou Tiezhu", "Boss Zhou Tiezhu", "Bob Jones", "Golden Pear Kitchen", "Roosevelt Avenue Deli",
        "5th Avenue Nails", "Fujian Noodle House", "Lucky 888 Spa", "Ice Cream House", "ICE CREAM HOUSE",
        "Deportes La Familia", "Sexton Grape", "Supreme Court", "St Mary Church", "Clear Sky Home Help",
        "Maple Corner Nails", "Smith & Sons LLC", "Lin Xian", "Abu Salehi", "Victor Raphael",
        "Golden Pear Noodle And Dumpling House Inc", "Virginia", "周铁柱", "大发超市", "晴天家政介绍所", "福州大酒店",
        "白太太", "Migraine Clinic", "Bank Of China", "China Star", "New York Mart", "Shanghai You Garden",
        "Lin's Wok", "李福清", "Station Cafe",
    ],
)  # fmt: skip
def test_people_and_businesses_are_names_whatever_they_are_named_after(said: str) -> None:
    assert misfit(said) == ""


@pytest.mark.parametrize("said", ["WeChat Carp", "carp@example.com", "微信carp", "www.lucky.com", "Lucky.com"])
def test_an_account_is_no_name(said: str) -> None:
    assert misfit(said) == misfit(said, in_parts=True) == ACCOUNT


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("Tiezhu at Roosevelt ZHOU", LONG), ("Tiezhu Roosevelt Avenue ZHOU", PLACE), ("Wang 王小媺住法拉盛", PLACE),
        ("Maria del Carmen Garcia Lopez de la Vega", ""), ("Jilin WANG 王吉林", ""), ("Madison Avenue Lee", ""),
    ],
)  # fmt: skip
def test_a_name_entered_in_its_parts_is_a_name_unless_it_is_a_sentence(said: str, why: str) -> None:
    assert misfit(said, in_parts=True) == why


def test_a_name_entered_in_its_parts_may_look_like_a_street_but_holds_no_number() -> None:
    assert misfit("Della Street", in_parts=True) == ""
    assert misfit("Della 41-50 Street", in_parts=True) == NUMBER


def test_what_somebody_is_names_nobody() -> None:
    assert all(map(is_nobody, ("Boss", "The Owner", "Household", "司机", "老板娘", "收", "Husband And Wife")))
    assert not any(map(is_nobody, ("Boss Lin", "丽姐", "Owner's Kitchen", "老板周铁柱", "The Pear", "Lin", "周铁柱")))


@pytest.mark.parametrize(
    "said", ["妈妈", "我妈妈", "mama", "Her Mother", "Mum", "我媽", "Grandma", "按摩店老板", "外卖店的经理"]
)
def test_kin_and_a_role_in_a_shop_name_nobody(said: str) -> None:
    assert is_nobody(said)


@pytest.mark.parametrize(
    "said", ["Mama Chen", "Mother Goose Day Care", "周老板", "金梨小馆老板", "妈妈菜馆", "Aunt Li"]
)
def test_a_name_beside_a_word_of_kin_or_a_role_names_somebody(said: str) -> None:
    assert not is_nobody(said)


def test_a_town_alone_is_known_and_is_no_party() -> None:
    assert all(map(is_place, ("Flushing", "East Village", "New York City", "China", "法拉盛", "Queens Apartment")))
    assert not any(
        map(is_place, ("Fujian Noodle House", "Virginia", "Zhou Tiezhu", "Roosevelt Avenue", "周铁柱", "State"))
    )


@pytest.mark.parametrize(
    "said", ["Zhou Xiaomei", "Xiaomei Zhou", "Boss Zhou Xiao Mei", "Zhou Xiao-mei", "周小媺", "欧阳小媺"]
)
def test_a_whole_chinese_name_is_known_within_a_text(said: str) -> None:
    assert person_in(said) is not None


@pytest.mark.parametrize(
    "said",
    [
        "Xiaomei",
        "Xiaomei Upstairs",
        "Her Xiaomei",
        "Boss Xiaomei",
        "Golden Kitchen",
        "找小媺",
        "小媺",
        "Zhou",
        "zhou xiaomei",
    ],
)
def test_part_of_a_name_beside_a_word_is_nobodys_whole_name(said: str) -> None:
    assert person_in(said) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zhou Xiaomei", 1),
        ("my boss Zhou Xiaomei; Lin Dahai (林大海)", 3), ("Golden Kitchen and Boss Zhou Xiaomei", 1),
        ("he calls her Chen Xiaomei", 0), ("Zhou, who sold Chen Xiaomei", 0), ("Chen Xiaomei was locked in", 0),
    ],
)  # fmt: skip
def test_only_a_name_that_stands_by_itself_is_an_adverse_persons(text: str, found: int) -> None:
    assert len(list(persons_in(text, names_written(text)))) == found
