import datetime as dt
from decimal import Decimal

import pytest

from legalassist.documents.context import Gap, Used
from legalassist.documents.wording import (
    address_lines,
    date_in_form,
    date_in_words,
    filters,
    in_words,
    message_context,
    phone_in_words,
)
from legalassist.errors import Place
from legalassist.facts.dates import Age, PartialDate
from legalassist.facts.known import Why
from legalassist.facts.values import Address, ExhibitAtHand, Money, PersonName, Spoken, Value
from legalassist.interviews.schema import Choice, Question

CHOICE = Question("a.b", "choice", "Which?", Place("f"), choices=(Choice("tea", "Green tea"), Choice("juice", "Juice")))
COUNTRY = Question("a.c", "country", "Which?", Place("f"))
PHONE = Question("a.d", "phone", "Which?", Place("f"))


@pytest.mark.parametrize(
    ("value", "question", "english", "chinese"),
    [
        (True, None, "Yes", "是"),
        (False, None, "No", "否"),
        (PartialDate.parse("2004-02-29"), None, "February 29, 2004", "2004年2月29日"),
        (PartialDate.parse("2019~"), None, "about 2019", "约2019年"),
        (PartialDate.parse("201X"), None, "201X", "201X"),
        (("tea", "juice"), CHOICE, "Green tea and Juice", "Green tea和Juice"),
        ("tea", CHOICE, "Green tea", "Green tea"),
        ("CN", COUNTRY, "China", "中国"),
        ("+17185550123", PHONE, "718-555-0123", "718-555-0123"),
        (PersonName("WANG", "XIAOMEI", native="王小媺"), None, "XIAOMEI WANG", "XIAOMEI WANG"),
        (PersonName(native="王小媺"), None, "王小媺", "王小媺"),
        (Spoken("cmn"), None, "Mandarin", "普通话"),
        (ExhibitAtHand("Photo", pages=3), None, "Photo", "Photo"),
        (Age(19), None, "19", "19"),
        (Age(19, "nominal"), None, "19 by the nominal count (虚岁)", "虚岁19"),
        (7, None, "7", "7"),
        (Decimal("1.50"), None, "1.50", "1.50"),
        ("plain <b> {{ text }}", None, "plain <b> {{ text }}", "plain <b> {{ text }}"),
    ],
)
def test_a_value_reads_as_its_reader_reads(value: Value, question: Question | None, english: str, chinese: str) -> None:
    assert in_words(value, question, "en") == english
    assert in_words(value, question, "zh_Hans") == chinese


def test_money_names_its_currency() -> None:
    assert "300,000" in in_words(Money(Decimal(300000), "CNY"), None, "en")
    assert "人民币" in in_words(Money(Decimal(300000), "CNY"), None, "zh_Hans")


def test_a_lunar_date_is_marked_and_never_converted() -> None:
    lunar = PartialDate.parse("lunar:1999-08-15")
    assert date_in_words(lunar, "en") == "1999-08-15 (lunar calendar, as said)"
    assert date_in_words(lunar, "zh_Hans") == "农历1999-08-15"
    assert date_in_form(lunar) == "1999-08-15 (lunar calendar, as said)"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("2004-02-29", "02/29/2004"),
        ("2004-02", "February 2004"),
        ("2004", "2004"),
        ("2004-02-29~", "about February 29, 2004"),
    ],
)
def test_a_form_gets_a_date_only_where_the_whole_day_is_known(said: str, written: str) -> None:
    assert date_in_form(PartialDate.parse(said)) == written


def test_an_address_abroad_ends_with_its_country_and_one_at_home_does_not() -> None:
    home = Address("1 Example St", "APT", "3B", "Flushing", "NY", "00000", in_care_of="Clinic")
    assert address_lines(home) == ("c/o Clinic", "1 Example St APT 3B", "Flushing, NY 00000")
    abroad = Address("1 Lu", city="Wenzhou", province="Zhejiang", postal_code="325000", country="CN")
    assert address_lines(abroad, "zh_Hans") == ("1 Lu", "Wenzhou, Zhejiang 325000", "中国")
    assert in_words(home, None) == "c/o Clinic, 1 Example St APT 3B, Flushing, NY 00000"


def test_a_telephone_abroad_keeps_its_country_code() -> None:
    assert phone_in_words("+8657755550123").startswith("+86 ")
    assert phone_in_words("2125550100") == "212-555-0100"


def test_every_filter_lets_a_gap_through_and_takes_what_else_may_come() -> None:
    gap = Gap("client.x", Why.LATER, Used())
    for write in filters("en").values():
        assert write(gap) is gap
    assert filters("en")["long_date"](dt.date(2026, 11, 23)) == "November 23, 2026"
    assert filters("zh_Hans")["long_date"](PartialDate.parse("2026-11-23")) == "2026年11月23日"
    assert filters("en")["form_date"]("soon") == "soon"
    assert filters("en")["spoken"](Spoken("yue")) == "Cantonese"
    assert filters("en")["address_lines"]("somewhere") == ("somewhere",)


def test_a_fixed_text_has_a_context_of_its_first_words() -> None:
    assert message_context("letter", "Sincerely,") == "template.letter.sincerely"
    assert message_context("letter", "I declare, under penalty").startswith("template.letter.i-declare-under")
