"""Her name in another alphabet, in a code, or with letters hidden; her birthday otherwise than by numbers."""

import base64

import pytest
from disclosure.mei import identifiers, levels

from legalassist.disclosure.hits import Level
from legalassist.disclosure.leaks import check_files, check_text
from legalassist.disclosure.other_codes import other_codes

NATIVE, NAME = "王小媺", "Wang Xiaomei"


@pytest.mark.parametrize("text", [
    "code 5869616f6d6569", "58 69 61 6f 6d 65 69", base64.b32encode(NAME.encode()).decode(),
    "87 97 110 103 32 88 105 97 111 109 101 105",
    "88,105,97,111,109,101,105", "29579 23567 23226 29579", "xn--73sv4ak92c", "http://XN--73sv4ak92c.example",
    "Ban \u0421\u044f\u043e\u043c\u044d\u0439", "\u0412\u0430\u043d \u0441\u044f\u043e\u043c\u0435\u0439",
    "ㄨㄤˊ ㄒㄧㄠˇ ㄇㄟˇ", "ㄒㄧㄠㄇㄟ", NATIVE.encode("gb18030").decode("latin-1"),
    "client: " + NATIVE.encode().decode("latin-1"), NATIVE.encode("utf-7").decode(), "Sister Li", "Big sister Li",
])  # fmt: skip
def test_a_name_in_other_letters_or_codes_is_stopped(text: str) -> None:
    assert any(hit.level is Level.BLOCK for hit in check_text(text, identifiers()).hits)


@pytest.mark.parametrize("text", [
    "5.IX.2021", "5 ix 2021", "29.II.2004", "leap day of 2004", "2004 leap day", "2004-060", "2004/060",
    "day 60 of 2004",
])  # fmt: skip
def test_a_day_said_otherwise_is_the_day(text: str) -> None:
    assert "blocks 1" in levels(text)


@pytest.mark.parametrize(("text", "found"), [
    ("W*ng Xi*omei", "asks 6"), ("W**g Xiaom*i", "asks 6"), ("Xi*om*i", "asks 6"), ("G. P. Kitchen", "asks 2"),
    ("GP Kitchen", "asks 2"), ("W_ng Xi_omei", "asks 6"), ("W?ng Xi?omei", "asks 6"), ("Xi#om#i", "asks 6"),
    ("She cooked at GPK.", "asks 6"), ("at G. P. K.", "asks 6"),
])  # fmt: skip
def test_what_may_be_hers_is_asked_about(text: str, found: str) -> None:
    assert found in levels(text)


@pytest.mark.parametrize("text", [
    "TRAFFICKING SURVIVORS WELCOME", "Call 10 20 30 40 50 for prices 99 100 101",
    "caf\u00e9, na\u00efve \u2013 \u201cquoted\u201d",
    "1+1 is 2, and a+bcdefgh is no code", "\u041c\u043e\u0441\u043a\u0432\u0430",
    "f*** this", "Is she well? Did the Wang? go", "gpk", "wang_x", "2004-061", "a Sister in the order", "Kitchen",
    "deadbeef", "44 46 48", "2 * 3 * x", "**bold** text", "Type I, II or III in 2004",
])  # fmt: skip
def test_ordinary_texts_are_not_stopped_by_codes(text: str) -> None:
    assert not [one for one in levels(text) if one.startswith("blocks")]


def test_the_letters_of_a_business_are_stopped_in_a_file_name() -> None:
    hits = check_files({"gpk-summary.txt": b"nothing"}, identifiers()).hits
    assert {(str(hit.level), hit.rule) for hit in hits} == {("blocks", 6)}


def test_what_is_no_code_is_left_as_it_is() -> None:
    for text in ("xn--", "xn--\u00df", "AAAAAAAA", "65 66 67 0", "+AAAAAA-"):
        assert all(isinstance(one, str) for one in other_codes(text))
