"""Every type reads what it wrote, refuses the rest kindly, and never repeats what was typed."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.errors import AnswerRefused
from legalassist.facts.dates import Age, PartialDate
from legalassist.facts.text import clean
from legalassist.facts.values import Address, ExhibitAtHand, Money, PersonName, Spoken, Value, is_name
from legalassist.interviews.types import TYPES, UnfitValueError, write_value
from legalassist.languages.formats import country_codes

CHOICES = ("a", "b", "c_d")


def is_clean(text: str) -> bool:
    try:
        return clean(text, one_line=True) == text == text.strip() != ""
    except AnswerRefused:
        return False


LINES = st.text(min_size=1, max_size=40).filter(is_clean)
MAYBE = st.just("") | LINES
LONG = st.lists(LINES, min_size=1, max_size=4).map("\n".join)
DATES = st.builds(
    lambda year, month, day, mark: PartialDate.parse("-".join([f"{year:04}", f"{month:02}", f"{day:02}"]) + mark),
    st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28), st.sampled_from(["", "~", "?", "%"]),
)  # fmt: skip
PARTIAL = DATES | st.sampled_from(["2019", "2019-04", "201X", "20XX", "2019-XX-XX", "lunar:2001-leap04-12"]).map(
    PartialDate.parse
)
DIGITS = st.text("0123456789", min_size=9, max_size=9)
ADDRESSES = st.builds(
    Address, street=LINES, unit_kind=st.sampled_from(["", "APT", "STE", "FLR"]), unit=MAYBE, city=MAYBE,
    state=st.sampled_from(["", "NY", "NJ"]), zip_code=st.sampled_from(["", "00000", "00000-1234"]), province=MAYBE,
    postal_code=MAYBE, country=st.sampled_from(["US", "CN"]), in_care_of=MAYBE, native=MAYBE,
    confidential=st.booleans(),
)  # fmt: skip
AMOUNTS = st.decimals(0, 999_999_999_999, places=2) | st.integers(0, 999_999_999_999).map(Decimal)
VALUES: dict[str, st.SearchStrategy[Value]] = {
    "text": LINES,
    "long text": LONG,
    "yes no": st.booleans(),
    "choice": st.sampled_from(CHOICES),
    "relation": st.sampled_from(CHOICES),
    "several choices": st.sets(st.sampled_from(CHOICES)).map(lambda some: tuple(c for c in CHOICES if c in some)),
    "number": st.integers(-999_999_999_999, 999_999_999_999),
    "money": st.builds(Money, AMOUNTS, st.sampled_from(["USD", "CNY"])),
    "date": DATES.filter(lambda day: day.exact is not None),
    "partial date": PARTIAL,
    "age": st.builds(Age, st.integers(0, 150)) | st.builds(Age, st.integers(1, 150), st.just("nominal")),
    "person name": st.builds(PersonName, MAYBE, LINES, MAYBE, MAYBE).filter(
        lambda name: all(not part or is_name(part) for part in (name.family, name.given, name.middle, name.native))
    ),
    "address": ADDRESSES,
    "phone": st.sampled_from(["+17185550123", "+8657755550123", "+442079460123"]),
    "email": st.sampled_from(["name@example.org", "a.b+c@mail.example.org"]),
    "country": st.sampled_from(sorted(country_codes())),
    "language": st.builds(Spoken, st.sampled_from(["cmn", "yue", "en"]), MAYBE),
    "a-number": DIGITS,
    "ssn": DIGITS,
    "receipt number": st.text("0123456789", min_size=10, max_size=10).map(lambda digits: f"EAC{digits}"),
    "references": st.lists(
        st.sampled_from(["a", "exhibits[1]", "jobs[2].to_date", "p-1"]), min_size=1, unique=True
    ).map(tuple),
    "passport": st.text("ABCXYZ0123456789", min_size=5, max_size=20),
    "code": st.sampled_from(["police-report", "a", "2-b"]),
    "exhibit": st.builds(
        ExhibitAtHand, LINES, st.sampled_from(["en", "zh_Hans"]), st.integers(1, 10_000), st.booleans()
    ),
}


def test_every_type_is_tried() -> None:
    assert set(VALUES) == set(TYPES)


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_is_read_back_as_it_was_written(kind: str) -> None:
    @settings(max_examples=40)
    @given(VALUES[kind])
    def law(value: Value) -> None:
        again = TYPES[kind].read(write_value(value), CHOICES)
        assert again == value
        assert type(again) is type(value)

    law()


DATA = st.recursive(
    st.text(max_size=30),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
)


@pytest.mark.parametrize("kind", TYPES)
def test_whatever_comes_in_is_read_or_refused_and_what_is_read_is_read_again(kind: str) -> None:
    @settings(max_examples=60)
    @given(DATA)
    def law(data: object) -> None:
        try:
            value = TYPES[kind].read(data, CHOICES)  # type: ignore[arg-type]
        except UnfitValueError as bad:
            said = bad.message
        else:
            said = "" if TYPES[kind].read(write_value(value), CHOICES) == value else "changed"
            assert said == ""
            return
        assert said

    law()


TOLD = "Zebra-Straße"


@pytest.mark.parametrize("kind", sorted(set(TYPES) - {"text", "long text"}))
def test_a_refusal_never_repeats_what_was_typed(kind: str) -> None:
    for data in (
        TOLD,
        [TOLD, TOLD],
        {TOLD: TOLD},
        {"family": [TOLD]},
        {"street": TOLD, "zip_code": TOLD},
    ):
        with pytest.raises(UnfitValueError) as refused:
            TYPES[kind].read(data, CHOICES)  # type: ignore[arg-type]
        assert TOLD not in f"{refused.value.message} {refused.value.hint}"


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("yes no", "Y", True),
        ("yes no", "No", False),
        ("number", "007", 7),
        ("money", "CNY 300,000", Money(Decimal(300000), "CNY")),
        ("money", "USD 12.50", Money(Decimal("12.50"), "USD")),
        ("a-number", "A 012-345-678", "012345678"),
        ("a-number", "1234567", "001234567"),
        ("ssn", "000-00-0000", "000000000"),
        ("receipt number", "eac 00-0000 0000", "EAC0000000000"),
        ("passport", "e1234 5678", "E12345678"),
        ("phone", "718 555 0123", "+17185550123"),
        ("phone", "(718) 555-0123", "+17185550123"),
        ("country", "中国", "CN"),
        ("country", "china", "CN"),
        ("language", "cmn", Spoken("cmn")),
        ("several choices", "a", ("a",)),
        ("several choices", ["b", "a"], ("a", "b")),
    ],
)
def test_people_may_type_as_they_are_used_to(kind: str, typed: str, value: Value) -> None:
    assert TYPES[kind].read(typed, CHOICES) == value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("yes no", "perhaps"),
        ("number", "1.5"),
        ("number", "\u0661\u0662"),
        ("money", "300000"),
        ("money", "USD 1,23"),
        ("money", "USD 1,234,567,890,123,456"),
        ("date", "2019"),
        ("date", "2019-04-07~"),
        ("partial date", "07/04/2019"),
        ("partial date", "2019-02-30"),
        ("phone", "0123"),
        ("phone", "718-555-0123 ext. 5"),
        ("email", "name@example"),
        ("country", "Atlantis"),
        ("language", "Mandarin"),
        ("a-number", "A01234567890"),
        ("a-number", "A" + "\u0660" * 9),
        ("ssn", "00-00-000"),
        ("receipt number", "EAC000000000"),
        ("passport", "E123"),
        ("several choices", ["a", "a"]),
        ("text", "two\nlines"),
        ("text", "   "),
        ("person name", {}),
        ("person name", {"family": "FNU", "given": "SUPARMAN"}),
        ("person name", {"family": "Suparman", "given": "no name given"}),
        ("person name", {"family": "XXX", "native": "王小美"}),
        ("address", {"street": "1 Example Street", "zip_code": "1135"}),
        ("address", {"street": "1 Example Street", "state": "New York"}),
        ("address", {"street": "1 Example Street", "unit_kind": "ROOM"}),
        ("address", {"zip_code": "00000"}),
        ("exhibit", {"title": "Photo", "pages": "0"}),
        ("exhibit", {"pages": "2"}),
        ("exhibit", "Photo"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_message(kind: str, typed: object) -> None:
    with pytest.raises(UnfitValueError) as refused:
        TYPES[kind].read(typed, CHOICES)  # type: ignore[arg-type]
    assert refused.value.message


def test_a_stand_in_for_a_name_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnfitValueError, match="FNU, LNU, XXX, unknown, a line and the like are no name") as refused:
        TYPES["person name"].read({"family": "LNU", "given": "Aung"}, ())
    assert "a single name goes into 'family'" in refused.value.hint
    with pytest.raises(UnfitValueError):
        TYPES["person name"].read({"family": "Aung", "native": "FNU"}, ())
    assert TYPES["person name"].read({"family": "Aung"}, ()) == PersonName("Aung")


def test_an_address_abroad_keeps_its_own_codes() -> None:
    written = {"street": "1 Lu", "city": "Wenzhou", "country": "CN", "postal_code": "325000", "province": "Zhejiang"}
    address = TYPES["address"].read(written, ())
    assert isinstance(address, Address)
    assert (address.country, address.postal_code, address.confidential) == ("CN", "325000", False)


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("17", Age(17)), ("17岁", Age(17)), ("周岁17", Age(17)), ("\uff11\uff17", Age(17)),
        ("nominal:19", Age(19, "nominal")),
        ("虚岁19", Age(19, "nominal")), ("虚19", Age(19, "nominal")), ("19虚岁", Age(19, "nominal")),
    ],
)  # fmt: skip
def test_an_age_is_kept_by_the_count_it_was_said_in(typed: str, age: Age) -> None:
    assert TYPES["age"].read(typed, ()) == age


@pytest.mark.parametrize("typed", ["about 17", "-1", "151", "seventeen", "", "nominal 1 9", "17 or 18"])
def test_what_is_no_age_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(UnfitValueError) as refused:
        TYPES["age"].read(typed, ())
    assert not typed or typed not in refused.value.message
