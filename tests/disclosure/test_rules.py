"""The eight rules of matching, row by row: blocks, asks, or nothing."""

import pytest
from disclosure.mei import full_width, identifiers, levels
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.disclosure.leaks import check_text, text_hash


def verdict(text: str) -> str:
    """Return the worst of what the check makes of a text."""
    found = levels(text)
    return "blocks" if any(one.startswith("blocks") for one in found) else "asks" if found else "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "718-555-0123", "(718) 555 0123", "+1.718.555.0123", "7 1 8 5 5 5 0 1 2 3", "718-555-O123", "718 555 0177",
        "七一八 五五五 零一二三", "seven one eight five five five zero one two three", "A012345678", "A 12-345-678",
        "900-11-2222", "E 2345 6781", "e23456781", "pear.blossom88@example.net", "pear.blossom88", "EX-2023-0417",
        "EX 2023 0417", "136-00 Example Avenue", "136-00 example ave", "R7K2-M9QD", "she owed 300,000",
        "2004-02-29", "02/29/2004", "29.2.04", "20040229", "February 29, 2004", "the 29th of February, 2004",
        "29 Feb 2004", "Feb. 29 '04", "February twenty-ninth, two thousand four", "2004年2月29日",
        "二〇〇四年二月二十九日",
        "38046", "36584", "September 5, 2021", "Sept 5 2021", "Wenzhou", "Zhejiang", "法拉盛 Flushing",
    ],
)  # fmt: skip
def test_rule_1_numbers_addresses_and_days_block_however_they_are_written(text: str) -> None:
    assert "blocks 1" in levels(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("September 2021", "asks"),  # her first day at work, known to the month
        ("born on February 29", "asks"),
        ("February 29, 2008", "nothing"),
        ("2004", "nothing"),
        ("三十万", "blocks"),  # the debt, as people say it
        ("Wen zhou", "blocks"),
        ("1718 5550123 9", "blocks"),
        ("call 212-555-0100", "nothing"),  # the clinic's own
        ("100 Example Street, Suite 500, New York, NY 00000", "nothing"),
        ("138046 cases", "nothing"),
        ("version 38.046", "nothing"),
        ("September 15, 2021", "nothing"),
        ("300,001", "nothing"),
    ],
)
def test_rule_1_months_are_asked_about_and_other_numbers_left_alone(text: str, expected: str) -> None:
    assert verdict(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Xiaomei Wang", "WANG Xiaomei", "wang xiaomei", "Wang, Xiao-Mei", "Wang Xiao Mei", "xiaomeiwang", "WangXiaomei",
        "WangXia0me1",
        "mswangxiaomei", "W a n g X i a o m e i", "Xiǎoměi Wáng", full_width("Wang Xiaomei"), "Wang\nXiaomei",
        "Xiao\u200bmei W\u00adang", "\u0425i\u0430\u043em\u0435i W\u0430ng",
        "Amy Wang", "Chen Sulan", "Pat Lin", "Golden Pear Kitchen",
        "GoldenPearKitchen", "Quiet Corner", "Robin Samplewright",
    ],
)  # fmt: skip
def test_rule_2_full_names_block_in_both_orders(text: str) -> None:
    assert "blocks 2" in levels(text) or "blocks 3" in levels(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the wang long ago", "blocks"),  # one part is no English word
        ("a golden pear on the table", "asks"),
        ("a quiet corner of the room", "asks"),
        ("Golden Pear", "blocks"),
        ("We met in the kitchen", "nothing"),
    ],
)
def test_rule_2_english_words_not_written_as_a_name_are_asked_about(text: str, expected: str) -> None:
    assert verdict(text) == expected


@pytest.mark.parametrize("text", ["Xiaomei", "xiaomei", "met Xiao Mei there", "Sulan", "Tiantian", "小雨", "甜甜来了"])
def test_rule_3_a_given_name_of_two_syllables_blocks_alone(text: str) -> None:
    assert "blocks 3" in levels(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms. Wang", "blocks"), ("ms wang", "blocks"), ("Miss Long", "blocks"), ("Wang jie", "blocks"),
        ("Ah-Mei", "blocks"), ("王女士", "blocks"), ("小王", "blocks"), ("老陈", "blocks"), ("阿媺", "blocks"),
        ("王太太", "blocks"), ("陈姐", "blocks"), ("We met Amy there", "asks"), ("asked Long for help", "asks"),
        ("Amy", "asks"), ("It took long", "nothing"), ("Long hours are common", "nothing"), ("a long wait", "nothing"),
        ("miss long walks", "nothing"), ("pat answers", "nothing"),
    ],
)  # fmt: skip
def test_rule_4_short_parts_block_only_beside_a_title(text: str, expected: str) -> None:
    assert verdict(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我叫王小媺。", "blocks"), ("王·小·媺", "blocks"), ("小媺王", "blocks"), ("陳素蘭", "blocks"),
        ("金梨小館", "blocks"),
        ("丽姐说的", "blocks"), ("國王", "nothing"), ("王国很大", "nothing"), ("大小不一", "nothing"),
    ],
)  # fmt: skip
def test_rule_5_chinese_names_block_whole_in_either_script(text: str, expected: str) -> None:
    assert verdict(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "王某",
        "王*媺",
        "王小*",
        "王XX",
        "the client WXM",
        "XMW agreed",
        "W. X. M.",
        "X.M. Wang",
        "said Wang XM",
        "Mrs. W.",
    ],
)
def test_rule_6_masked_names_and_initials_are_asked_about_in_free_text(text: str) -> None:
    assert verdict(text) == "asks"
    assert "asks 6" in levels(text)


@pytest.mark.parametrize("text", ["Wong Sulan met", "Hsiaomei", "Wang Tientien", "Li Jie", "lijie"])
def test_rule_7_other_romanisations_are_asked_about(text: str) -> None:
    assert {"asks 7", "blocks 3"} & set(levels(text))


@pytest.mark.parametrize("text", ["Hsiaomei", "Li Jie", "lijie", "Wang Hsiaomei"])
def test_rule_7_a_computed_spelling_never_blocks(text: str) -> None:
    assert not any(one.startswith(("blocks 2", "blocks 7")) for one in levels(text))
    assert "asks 7" in levels(text)


@pytest.mark.parametrize(
    "text",
    [
        "She left on a Monday.", "after Christmas", "two days before", "in Brooklyn", "the only woman there",
        "唯一的证人",
        "春节那天", "三天以前", "in the summer of 2021 a regular customer of the noodle shop whom everyone called",
        "打破一个碗扣20美元，迟到扣50美元", "5f4dcc3b5aa765d61d8327deb882cf99",
    ],
)  # fmt: skip
def test_rule_8_what_lets_people_guess_is_asked_about(text: str) -> None:
    assert verdict(text) == "asks"
    assert "asks 8" in levels(text)


@pytest.mark.parametrize("text", ["New York City", "labor trafficking", "Mandarin", "affirmative", "双方的意见"])
def test_what_every_case_shares_is_left_alone(text: str) -> None:
    assert levels(text) == []


def test_shelf_text_is_not_searched_for_short_parts() -> None:
    text = "We answer to Amy and to nobody else"
    assert check_text(text, identifiers()).hits
    assert not check_text(text, identifiers(), frozenset({text_hash(text)})).hits


def test_shelf_text_is_still_searched_for_full_names() -> None:
    text = "Ask for Xiaomei Wang"
    assert check_text(text, identifiers(), frozenset({text_hash(text)})).blocks


def test_a_hit_names_rule_fact_and_place_and_never_the_text() -> None:
    told = "\n".join(map(str, check_text("Wang Xiaomei, 718-555-0123, 王小媺", identifiers()).hits))
    assert "blocks: rule 2, client.name, in the text" in told
    assert not any(secret in told.lower() for secret in ("wang", "xiaomei", "0123", "王"))


SIGNS = st.text(st.sampled_from(" .-_·\u200b\u00ad\u2060,"), max_size=2)


@given(signs=st.lists(SIGNS, min_size=3, max_size=3), swap=st.booleans(), upper=st.booleans())
@settings(max_examples=60)
def test_signs_order_and_case_never_hide_a_name(signs: list[str], swap: bool, upper: bool) -> None:
    parts = ["xiao", "mei", "wang"] if swap else ["wang", "xiao", "mei"]
    text = "".join(part + sign for part, sign in zip(parts, signs, strict=True))
    assert verdict(text.upper() if upper else text) == "blocks"


@given(signs=st.lists(SIGNS, min_size=9, max_size=9))
@settings(max_examples=60)
def test_signs_never_hide_a_number(signs: list[str]) -> None:
    assert verdict("7" + "".join(sign + digit for sign, digit in zip(signs, "185550123", strict=True))) == "blocks"
