from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.facts.text_dates import dates_in


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("I came on March 5, 2019.", "2019-03-05", "2019-03-05"),
        ("I came on 5 March 2019.", "2019-03-05", "2019-03-05"),
        ("on the 5th of March, 2019", "2019-03-05", "2019-03-05"),
        ("on Sept. 5, 2021, at night", "2021-09-05", "2021-09-05"),
        ("in March 2019 it began", "2019-03-01", "2019-03-31"),
        ("around March 2019", "2019-02-01", "2019-04-30"),
        ("in the spring of 2019", "2019-03-01", "2019-05-31"),
        ("that was in the winter of 2022.", "2021-12-01", "2023-02-28"),
        ("in late 2020", "2020-09-01", "2020-12-31"),
        ("at the end of 2020", "2020-10-01", "2020-12-31"),
        ("on 03/05/2019", "2019-03-05", "2019-03-05"),
        ("on 2019-03-05", "2019-03-05", "2019-03-05"),
        ("in 2019 he fell ill", "2019-01-01", "2019-12-31"),
        ("我2019年3月5日到的", "2019-03-05", "2019-03-05"),
        ("我2019年3月5号到的", "2019-03-05", "2019-03-05"),
        ("二〇一九年三月五日", "2019-03-05", "2019-03-05"),
        ("二零二一年十二月二十八号", "2021-12-28", "2021-12-28"),
        ("2019年3月", "2019-03-01", "2019-03-31"),
        ("大概2019年3月", "2019-02-01", "2019-04-30"),
        ("2019年春天", "2019-03-01", "2019-05-31"),
        ("2022年的冬天", "2021-12-01", "2023-02-28"),
        ("2020年底", "2020-10-01", "2020-12-31"),
        ("2019年他病了", "2019-01-01", "2019-12-31"),
        ("农历2015年八月十五", "2015-08-25", "2015-11-02"),
    ],
)
def test_a_date_is_read_as_far_as_it_was_said(text: str, earliest: str, latest: str) -> None:
    (one,) = dates_in(text)
    assert (one.earliest.isoformat(), one.latest.isoformat()) == (earliest, latest)
    assert (one.exact is not None) == (earliest == latest)


@pytest.mark.parametrize(
    "text",
    [
        "that spring", "三月", "去年", "on April 31, 2019", "2019年2月30日那天晚上", "I was seventeen",
        "号码是20190305",
        "she paid 2019 dollars", "room 1203", "May I sit", "in 3019", "五年", "第一年", "May 2 people come",
    ],
)  # fmt: skip
def test_what_names_no_year_or_no_day_there_is_is_not_read_as_a_day(text: str) -> None:
    assert not [one for one in dates_in(text) if one.exact]


def test_several_dates_come_in_their_order_with_their_places() -> None:
    text = "2021年9月5日到纽约，2023年3月离开; I was born on February 29, 2004."
    found = dates_in(text)
    assert [text[one.start : one.end] for one in found] == ["2021年9月5日", "2023年3月", "February 29, 2004"]


@settings(max_examples=200)
@given(st.text("年月日号农历0123456789一二三十廿初春冬底 ,/-MarchMayinof大概about", max_size=60))
def test_whatever_the_text_nothing_is_raised_and_nothing_overlaps(text: str) -> None:
    found = dates_in(text)
    assert all(one.earliest <= one.latest for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("text", ["二〇二一年九月初", "2021年九月初到纽约", "2021年9月初", "2021年九月二三日"])
def test_a_part_of_a_month_said_in_chinese_is_that_month_and_no_fault(text: str) -> None:
    (found,) = dates_in(text)
    assert (found.earliest.isoformat(), found.latest.isoformat()) == ("2021-09-01", "2021-09-30")


@given(st.text("〇零一二三四五六七八九十廿初年月日号春夏秋冬底末中旬农历前后到 01239", max_size=24))
def test_whatever_is_said_in_the_signs_of_a_chinese_date_nothing_is_raised(text: str) -> None:
    assert all(one.earliest <= one.latest for one in dates_in(f"二〇二一年{text}"))
