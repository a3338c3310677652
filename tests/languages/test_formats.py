import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.errors import UsageError
from legalassist.languages.formats import (
    SPOKEN,
    amount,
    country_code,
    country_codes,
    country_name,
    form_date,
    join_list,
    long_date,
    month_year,
    spoken_name,
)
from legalassist.languages.tags import LANGUAGES


@pytest.mark.parametrize(
    ("language", "known", "about", "text"),
    [
        ("en", (2004, 2, 29), False, "February 29, 2004"),
        ("en", (2021, 9, 0), False, "September 2021"),
        ("en", (2019, 0, 0), True, "about 2019"),
        ("en", (2021, 9, 0), True, "about September 2021"),
        ("zh_Hans", (2004, 2, 29), False, "2004年2月29日"),
        ("zh_Hans", (2021, 9, 0), False, "2021年9月"),
        ("zh_Hans", (2019, 0, 0), True, "约2019年"),
        ("zh_Hant", (2019, 4, 0), True, "約2019年4月"),
        ("en", (2019, 0, 7), False, "2019"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(
    language: str, known: tuple[int, int, int], about: bool, text: str
) -> None:
    assert long_date(language, *known, approximate=about) == text


def test_a_day_no_calendar_has_is_refused() -> None:
    with pytest.raises(ValueError, match="day is out of range"):
        long_date("en", 2023, 2, 29)


@settings(max_examples=60)
@given(st.dates(min_value=dt.date(1800, 1, 1), max_value=dt.date(2199, 12, 31)))
def test_a_form_date_has_ten_signs_and_reads_back(day: dt.date) -> None:
    text = form_date(day)
    month, number, year = text.split("/")
    assert len(text) == 10
    assert dt.date(int(year), int(month), int(number)) == day


@settings(max_examples=40)
@given(st.integers(1800, 2199), st.integers(1, 12), st.sampled_from(LANGUAGES))
def test_a_month_names_its_year_and_never_a_day(year: int, month: int, language: str) -> None:
    text = month_year(language, year, month)
    assert str(year) in text
    assert "日" not in text
    assert "," not in text


@pytest.mark.parametrize(
    ("language", "number", "currency", "text"),
    [
        ("en", "2500", "USD", "$2,500"),
        ("en", "2500.50", "USD", "$2,500.50"),
        ("en", "300000", "CNY", "RMB 300,000"),
        ("en", "1200", "EUR", "EUR 1,200"),
        ("zh_Hans", "2500.00", "USD", "US$2,500"),
        ("zh_Hans", "300000", "CNY", "人民币300,000元"),
        ("zh_Hant", "300000", "CNY", "人民幣300,000元"),
        ("zh_Hans", "1200", "EUR", "欧元1,200"),
    ],
)
def test_money_says_its_currency_so_that_no_reader_takes_it_for_another(
    language: str, number: str, currency: str, text: str
) -> None:
    assert amount(language, Decimal(number), currency) == text


def test_a_list_reads_as_a_sentence_does() -> None:
    assert join_list("en", ["a", "b", "c"]) == "a, b, and c"
    assert join_list("zh_Hans", ["甲", "乙", "丙"]) == "甲、乙和丙"
    assert join_list("en", ["a"]) == "a"
    assert join_list("en", []) == ""


def test_country_codes_hold_countries_and_nothing_else() -> None:
    codes = country_codes()
    assert {"CN", "US", "HK", "MO", "TW", "XK"} <= codes
    assert not codes & {"EU", "UN", "ZZ", "XA", "XB", "EZ", "QO", "AC", "IC"}
    assert 245 <= len(codes) <= 255


def test_countries_are_named_as_forms_and_readers_name_them() -> None:
    assert country_name("CN", "en") == "China"
    assert country_name("CN", "zh_Hans") == "中国"
    assert country_name("HK", "en") == "Hong Kong"
    assert country_name("MO", "zh_Hant") == "澳門"


@pytest.mark.parametrize("code", ["XX", "china", "ZZ", ""])
def test_a_code_of_no_country_is_refused(code: str) -> None:
    with pytest.raises(UsageError, match="two-letter code"):
        country_name(code, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_a_name_of_its_own_that_leads_back_to_it(language: str) -> None:
    names = {country_name(code, language): code for code in country_codes()}
    assert len(names) == len(country_codes())
    assert [name for name, code in names.items() if country_code(name) != code] == []


def test_a_country_is_found_by_code_or_by_name_whatever_the_case() -> None:
    assert [country_code(words) for words in ("cn", " China ", "中国", "中國", "香港", "USA")] == [
        "CN", "CN", "CN", "CN", "HK", "US",
    ]  # fmt: skip
    assert country_code("Atlantis") is None


def test_spoken_languages_are_named_as_speakers_name_them() -> None:
    chinese = [spoken_name(code, dialect, "zh_Hans") for code, dialect in SPOKEN]
    assert chinese == ["普通话", "粤语", "福州话", "温州话", "台山话", "英语", "其他语言"]
    assert spoken_name("cmn", "", "en") == "Mandarin"


def test_a_dialect_we_have_no_word_for_is_named_as_it_was_said() -> None:
    assert spoken_name("yue", "Kaiping", "en") == "Kaiping"
    assert spoken_name("es", "", "zh_Hans") == "西班牙语"
    assert spoken_name("xqq", "", "en") == "xqq"
