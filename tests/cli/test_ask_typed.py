# ruff: noqa: RUF001 - full-width digits are what a Chinese keyboard types
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.cli import ask_parts
from legalassist.cli.ask_typed import menu_number, spelled_date, typed_data, typed_form
from legalassist.errors import Place
from legalassist.facts.dates import PartialDate
from legalassist.facts.values import Address, ExhibitAtHand, PersonName
from legalassist.interviews.schema import Choice, Question
from legalassist.interviews.types import TYPES, UnfitValueError


def question(kind: str) -> Question:
    choices = (Choice("single", "Never married"), Choice("married", "Married"), Choice("other", "Other"))
    return Question("client.x", kind, "?", Place("x.yaml"), choices=choices if TYPES[kind].chooses else ())


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        ("yes no", "Y", "yes"),
        ("yes no", "是", "yes"),
        ("yes no", "没有", "no"),
        ("yes no", "２", "no"),
        ("yes no", "maybe", "maybe"),
        ("choice", "2", "married"),
        ("choice", " single ", "single"),
        ("choice", "4", "4"),
        ("choice", "0", "0"),
        ("several choices", "1 3", ["single", "other"]),
        ("several choices", "１，３、2", ["single", "other", "married"]),
        ("partial date", "农历2007年八月十五", "lunar:2007-08-15"),
        ("partial date", "农历2007年正月初八", "lunar:2007-01-08"),
        ("partial date", "阴历1988年腊月廿三", "lunar:1988-12-23"),
        ("partial date", "农历2004年闰二月三十", "lunar:2004-leap02-30"),
        ("partial date", "农历2004年冬月二十", "lunar:2004-11-20"),
        ("partial date", "农历2004年十二月初十", "lunar:2004-12-10"),
        ("partial date", "2019年四月七日", "2019-04-07"),
        ("partial date", "2019年十月二十一号", "2019-10-21"),
        ("partial date", "2019年4月7号", "2019-04-07"),
        ("partial date", "农历2007年八月", "lunar:2007-08"),
        ("partial date", "中秋节", "中秋节"),
        ("partial date", "2019年十三月", "2019年十三月"),
        ("language", "1", {"language": "cmn"}),
        ("language", "5", {"language": "yue", "dialect": "Taishanese"}),
        ("language", "YUE", "yue"),
        ("language", "福州话", {"language": "cdo"}),
        ("language", " Mandarin ", {"language": "cmn"}),
        ("language", "台山話", {"language": "yue", "dialect": "Taishanese"}),
        ("language", "其他语言", {"language": "mis"}),
        ("phone", "７１８-555-0123", "718-555-0123"),
        ("text", " １２ ", "１２"),
        ("long text", " 一\n二 ", " 一\n二 "),
    ],
)
def test_what_is_typed_becomes_what_the_type_reads(kind: str, typed: str, expected: object) -> None:
    assert typed_data(question(kind), typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2019", "2019"),
        ("2019~", "2019~"),
        ("2019年", "2019"),
        ("2019年4月", "2019-04"),
        ("2019年4月7日", "2019-04-07"),
        ("2019/4/7", "2019-04-07"),
        ("２０１９－０４", "2019-04"),
        ("大约2019年", "2019~"),
        ("about 2019", "2019~"),
        ("2019年左右", "2019~"),
        ("农历1999年8月15日", "lunar:1999-08-15"),
        ("农历2001年闰4月12日", "lunar:2001-leap04-12"),
        ("lunar:1999-08-15", "lunar:1999-08-15"),
        ("201X", "201X"),
        ("2019-XX-XX", "2019-XX-XX"),
        ("last summer", "last summer"),
        ("04/07/2019", "04/07/2019"),
    ],
)
def test_dates_are_read_as_people_write_them_and_never_guessed(typed: str, expected: str) -> None:
    assert spelled_date(typed) == expected


@settings(max_examples=100)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_date_typed_in_chinese_is_the_same_day(day: date) -> None:
    assert PartialDate.parse(spelled_date(f"{day.year}年{day.month}月{day.day}日")).exact == day


@pytest.mark.parametrize(
    ("typed", "expected"), [("3", 3), ("３", 3), ("3.", 3), ("x", None), ("", None), ("99999", None)]
)
def test_a_menu_number_is_a_short_number(typed: str, expected: int | None) -> None:
    assert menu_number(typed) == expected


def test_an_answer_that_stands_comes_back_as_it_can_be_typed() -> None:
    assert typed_form(question("partial date"), PartialDate.parse("2019-04~")) == "2019-04~"
    assert typed_form(question("choice"), "single") == ""
    assert typed_form(question("person name"), PersonName("A")) == ""


# ---- answers with parts ----


def asked(kind: str, typed: dict[str, str]) -> list[str]:
    """Return the parts in the order asked, when each is answered as typed or left empty."""
    so_far: dict[str, str] = {}
    while part := ask_parts.next_part(kind, so_far):
        so_far[part] = typed.get(part, "")
    return list(so_far)


def test_a_us_address_is_asked_for_state_and_zip_and_a_foreign_one_for_its_own_parts() -> None:
    assert "zip_code" in asked("address", {"country": "US"})
    assert "unit" not in asked("address", {})
    assert "unit" in asked("address", {"unit_kind": "APT"})
    foreign = asked("address", {"country": "中国"})
    assert "zip_code" not in foreign
    assert {"province", "postal_code", "native"} <= set(foreign)


@pytest.mark.parametrize(
    ("kind", "part", "typed"),
    [("address", "zip_code", "123"), ("address", "state", "New York"), ("address", "country", "Nowhere"),
     ("exhibit", "pages", "many"), ("exhibit", "held", "perhaps")],
)  # fmt: skip
def test_a_part_that_does_not_fit_is_refused_before_the_next_is_asked(kind: str, part: str, typed: str) -> None:
    text = ask_parts.typed_part(kind, part, typed)
    with pytest.raises(UnfitValueError):
        ask_parts.check_part(question(kind), {}, part, text)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("person name", PersonName("WANG", "XIAOMEI", native="王小媺")),
        ("address", Address("1 Example St", "APT", "3", "New York", "NY", "00000", confidential=True)),
        ("address", Address("路1号", city="温州", province="浙江", country="CN", native="浙江温州")),
        ("exhibit", ExhibitAtHand("Photographs", "zh_Hans", 3, held=False)),
    ],
)
def test_an_answer_taken_apart_and_put_together_is_the_same(kind: str, value: PersonName | Address) -> None:
    parts = ask_parts.parts_of(kind, value)
    assert TYPES[kind].read(ask_parts.filled(parts), ()) == value
    assert ask_parts.next_part(kind, parts) is None
