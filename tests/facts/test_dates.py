"""Partial dates and ages: what is said comes back as said, and the interval holds every day it can mean."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.facts.dates import Age, DateError, PartialDate, age_on, anniversary

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
SPELLINGS = [
    ("2019", "2019-01-01", "2019-12-31"),
    ("2019-04", "2019-04-01", "2019-04-30"),
    ("2020-02", "2020-02-01", "2020-02-29"),
    ("2019-04-07", "2019-04-07", "2019-04-07"),
    ("2019-XX", "2019-01-01", "2019-12-31"),
    ("2019-XX-XX", "2019-01-01", "2019-12-31"),
    ("2019-04-XX", "2019-04-01", "2019-04-30"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2019~", "2018-01-01", "2020-12-31"),
    ("2019?", "2018-01-01", "2020-12-31"),
    ("2019%", "2018-01-01", "2020-12-31"),
    ("201X~", "2000-01-01", "2029-12-31"),
    ("2019-01~", "2018-12-01", "2019-02-28"),
    ("2019-12~", "2019-11-01", "2020-01-31"),
    ("2019-04-07~", "2019-04-06", "2019-04-08"),
    ("lunar:1999", "1999-01-20", "2000-02-20"),
    ("lunar:1999-01-01", "1999-01-20", "1999-02-21"),
    ("lunar:1999-12-30", "2000-01-03", "2000-02-20"),
    ("lunar:2001-leap04-12", "2001-05-27", "2001-07-02"),
    ("lunar:1999-08", "1999-08-11", "1999-11-17"),
    ("lunar:1999-08-15~", "1999-08-24", "1999-11-03"),
]

# Days of the lunar calendar that are well known: New Year, Mid-Autumn (15th of the 8th), and days of leap months.
LUNAR_DAYS = [
    ("lunar:1985-01-01", "1985-02-20"),
    ("lunar:1966-01-01", "1966-01-21"),
    ("lunar:2023-01-01", "2023-01-22"),
    ("lunar:2020-08-15", "2020-10-01"),
    ("lunar:2023-08-15", "2023-09-29"),
    ("lunar:2024-08-15", "2024-09-17"),
    ("lunar:2020-leap04-01", "2020-05-23"),
    ("lunar:2023-leap02-01", "2023-03-22"),
    ("lunar:2023-12-30", "2024-02-09"),
]


@pytest.mark.parametrize(("text", "first", "last"), SPELLINGS)
def test_every_spelling_comes_back_as_said_and_spans_its_days(text: str, first: str, last: str) -> None:
    said = PartialDate.parse(text)
    assert (said.edtf, str(said)) == (text, text)
    assert (said.earliest.isoformat(), said.latest.isoformat()) == (first, last)


@pytest.mark.parametrize(("text", "day"), LUNAR_DAYS)
def test_a_lunar_day_spans_the_day_it_was(text: str, day: str) -> None:
    said = PartialDate.parse(text)
    assert said.earliest <= date.fromisoformat(day) <= said.latest
    assert said.exact is None


REFUSED = (
    "", " ", "19", "2019-4", "2019-13", "2019-00", "2019-02-30", "2019-04-31", "2019-XX-07", "201X-04", "2XXX", "XXXX",
    "1799", "2200", "0000", "2019-04-07T00:00", "2019/04/07", "lunar:2019-01-31", "2019-leap04", "lunar:2019-leapXX",
    "\uff12\uff10\uff11\uff19", "2019~?", "-2019", "lunar:201X-01", "2019\n", "2019-04-07-01",
)  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["Wang 1987-06-05", "1987-06-55", "1987-66", "lunar:1987-06-31", "lunar:1766"])
def test_a_refusal_repeats_nothing_of_what_was_typed(text: str) -> None:
    with pytest.raises(DateError) as refused:
        PartialDate.parse(text)
    assert not any(part in str(refused.value) for part in ("Wang", "1987", "66", "55", "31"))


@pytest.mark.parametrize(
    "parts",
    [
        {"day": 3},
        {"digits": 1},
        {"digits": 3},
        {"month": 4, "leap_month": True},
        {"calendar": "julian"},
        {"places": 4},
        {"year": 1},
    ],
)
def test_parts_that_do_not_fit_together_are_refused(parts: dict[str, int]) -> None:
    with pytest.raises(DateError):
        PartialDate(**{"year": 2019, **parts})


@given(st.text(alphabet="0129X-~?%lunar:ep", max_size=20))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_date_that_comes_back_or_is_refused(text: str) -> None:
    try:
        said = PartialDate.parse(text)
    except DateError:
        return
    assert said.edtf == text
    assert said.earliest <= said.latest


def test_only_one_day_said_without_doubt_is_exact() -> None:
    assert PartialDate.parse("2019-04-07").exact == date(2019, 4, 7)
    for text in ("2019", "2019-04-07~", "2019-04-07?", "lunar:2019-04-07"):
        assert PartialDate.parse(text).exact is None


def test_before_is_decided_only_if_all_days_agree() -> None:
    def before(left: str, right: str) -> bool | None:
        return PartialDate.parse(left).before(PartialDate.parse(right))

    assert before("2018", "2019-04") is True
    assert before("2020", "2019-04") is False
    assert before("2019", "2019-04") is None
    assert before("2019-04-07", "2019-04-07") is False
    assert before("2018~", "2019") is None
    assert PartialDate.parse("2018").before(date(2019, 1, 1)) is True


@given(DAYS, DAYS)
@settings(max_examples=100, deadline=None)
def test_ages_of_exact_days_are_one_number_or_both_readings_of_a_leap_day(birth: date, day: date) -> None:
    low, high = age_on(birth, day)
    plain = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    assert low == plain
    assert high - low == (1 if (birth.month, birth.day, day.month, day.day) == (2, 29, 2, 28) else 0)


@given(st.sampled_from([row[0] for row in SPELLINGS]), DAYS, st.floats(0, 1))
@settings(max_examples=100, deadline=None)
def test_the_age_on_a_day_holds_the_age_of_every_day_of_birth_it_can_mean(text: str, day: date, share: float) -> None:
    said = PartialDate.parse(text)
    born = said.earliest + timedelta(days=int((said.latest - said.earliest).days * share))
    low, high = age_on(said, day)
    assert low <= age_on(born, day)[0] <= age_on(born, day)[1] <= high


def test_a_person_born_on_29_february_has_both_ages_on_28_february_only() -> None:
    born = PartialDate.parse("2004-02-29")
    assert age_on(born, date(2025, 2, 27)) == (20, 20)
    assert age_on(born, date(2025, 2, 28)) == (20, 21)
    assert age_on(born, date(2025, 3, 1)) == (21, 21)
    assert age_on(born, date(2024, 2, 28)) == (19, 19)
    assert age_on(born, date(2024, 2, 29)) == (20, 20)
    assert anniversary(born, 21) == (date(2025, 2, 28), date(2025, 3, 1))
    assert anniversary(born, 20) == (date(2024, 2, 29), date(2024, 2, 29))


def test_an_anniversary_spans_the_days_of_birth() -> None:
    assert anniversary(PartialDate.parse("2004-04"), 21) == (date(2025, 4, 1), date(2025, 4, 30))
    with pytest.raises(ValueError, match="0 to 150 years"):
        anniversary(PartialDate.parse("2004"), 151)


@given(DAYS, st.integers(0, 100))
@settings(max_examples=100, deadline=None)
def test_on_the_anniversary_and_not_before_it_the_age_is_reached(birth: date, years: int) -> None:
    first, last = anniversary(birth, years)
    assert age_on(birth, last)[0] == years
    assert age_on(birth, first)[1] == years
    assert age_on(birth, first - timedelta(days=1))[1] == years - 1


def test_an_age_before_birth_is_negative() -> None:
    assert age_on(date(2020, 5, 1), date(2019, 5, 1)) == (-1, -1)


def test_a_nominal_age_holds_the_full_age_at_the_edges_of_the_lunar_year() -> None:
    assert Age(20).full_years == (20, 20)
    assert Age(20, "nominal").full_years == (17, 20)
    assert Age(1, "nominal").full_years == (0, 1)
    # Born two days before the new year of 1985; ten days after that of 1986 the count is 3.
    low, high = Age(3, "nominal").full_years
    assert low <= age_on(date(1985, 2, 18), date(1986, 2, 10))[0] <= high
    # Born on the new year of 2004; on the civil birthday in 2005 the count is still 1.
    low, high = Age(1, "nominal").full_years
    assert low <= age_on(date(2004, 1, 22), date(2005, 1, 22))[0] <= high


def test_ages_come_back_as_said_and_others_are_refused() -> None:
    for text in ("0", "19", "nominal:19"):
        assert str(Age.parse(text)) == text
    for text in ("", "-1", "19.5", "151", "nominal:", "nominal:0", "full:3", "\uff11\uff19"):
        with pytest.raises(DateError):
            Age.parse(text)
    with pytest.raises(DateError):
        Age(19, "lunar")  # type: ignore[arg-type]
