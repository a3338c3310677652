"""Numbers in words, middle names, and what the identifiers are gathered from."""

import pytest
from disclosure.mei import SAID, identifiers
from one_library import LIBRARY

from legalassist.api.opening import open_interview
from legalassist.cases.case import Case
from legalassist.disclosure.identifiers import identifiers_of
from legalassist.disclosure.leaks import check_text
from legalassist.disclosure.number_words import chinese_digits, english_digits
from legalassist.facts.dates import PartialDate
from legalassist.facts.values import PersonName


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("二〇〇四年二月二十九日", "2004年2月29日"),
        ("二零二一年十月十五号", "2021年10月15号"),
        ("廿九", "29"),
        ("三十", "30"),
        ("幺三八", "138"),
    ],
)
def test_chinese_numerals_become_digits(said: str, digits: str) -> None:
    assert chinese_digits(said) == digits


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("two thousand and four", "2004"),
        ("nineteen ninety-nine", "1999"),
        ("twenty twenty-one", "2021"),
        ("the twenty-ninth of February", "the 29 of February"),
        ("one hundred thirty-six", "136"),
        ("seven one eight five", "7185"),
        ("the oneness of it", "the oneness of it"),
    ],
)
def test_english_number_words_become_digits(said: str, digits: str) -> None:
    assert english_digits(said) == digits


def case_of(**answers: object) -> Case:
    case = Case("A1B2-C3D4", "tvisa")
    for path, value in answers.items():
        case = case.answer(path.replace("__", "."), value, SAID)  # type: ignore[arg-type]
    return case


def blocks(case: Case, text: str, *public: str) -> bool:
    interview = open_interview(LIBRARY, "tvisa")
    return bool(check_text(text, identifiers_of(case, interview, public=public)).blocks)


def test_a_superseded_answer_is_looked_for_as_well() -> None:
    case = case_of(contact__safe_phone="+12125550111").answer("contact.safe_phone", "+12125550122", SAID)
    assert blocks(case, "212 555 0111")
    assert blocks(case, "212 555 0122")


def test_a_middle_name_may_stand_between_or_be_a_letter() -> None:
    case = case_of(client__name=PersonName("REED", "MARY", "GRACE"))
    assert all(blocks(case, text) for text in ("Mary Grace Reed", "Mary G. Reed", "Reed, Mary Grace", "Grace Reed"))
    assert not blocks(case, "say grace and read it")


def test_what_the_clinic_shows_to_everybody_is_not_hers_but_a_name_always_is() -> None:
    case = case_of(contact__safe_phone="+12125550100", client__name=PersonName("DOE", "JORDAN"))
    assert blocks(case, "212-555-0100")
    assert not blocks(case, "212-555-0100", "212-555-0100")
    assert blocks(case, "Jordan Doe", "Jordan Doe, Attorney")


def test_the_day_of_filing_is_not_the_clients() -> None:
    case = case_of(filing__planned_receipt_date=PartialDate.parse("2026-12-15"))
    assert not blocks(case, "December 15, 2026")


def test_a_lunar_day_is_looked_for_as_it_was_said() -> None:
    case = case_of(client__birth_date=PartialDate.parse("lunar:1999-08-15"))
    assert blocks(case, "1999年八月十五")


def test_every_kind_of_identifier_of_the_example_is_gathered() -> None:
    found = identifiers()
    assert len(found.people) >= 6
    assert all((found.han, found.numbers, found.dates, found.phrases, found.own_words))
    assert {"first.conflict_names", "jobs[1].employer"} <= {one.path for one in (*found.han, *found.phrases)}
