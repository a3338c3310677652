"""What tells a client's circle who she is, without a name: asked about in what people type, left alone in the law's."""

import pytest

from legalassist.disclosure.circumstances import circumstances_in
from legalassist.disclosure.identifiers import Identifiers
from legalassist.disclosure.leaks import check_text, text_hash
from legalassist.disclosure.parts import Kind
from legalassist.disclosure.reading import Reading


def told(text: str) -> set[str]:
    """Return what a text tells of somebody."""
    reading = Reading("", Kind.TEXT, text)
    return set(circumstances_in(reading.folded.lower(), reading.lowers))


@pytest.mark.parametrize(
    "text",
    [
        "She is 42 years old.", "a 42-year-old mother", "her six-year-old goes to school", "forty-two years of age",
        "aged 42", "She turned 42 in spring.", "a woman in her early forties", "42 y/o, Mandarin", "她今年42岁",
        "四十二周岁",
    ],
)  # fmt: skip
def test_an_age_is_asked_about(text: str) -> None:
    assert told(text) == {"an age"}


@pytest.mark.parametrize(
    "text",
    [
        "under 18 years of age", "until 21 years of age", "The programme is two years long.", "未满18岁", "年满21岁",
        "Aged care is not covered.", "The file turns 90 pages.", "an old case", "in her file",
    ],
)  # fmt: skip
def test_ages_of_the_law_and_other_numbers_are_left_alone(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Born in October 1984", "a month or a year of birth"), ("born 1984", "a month or a year of birth"),
        ("year of birth: 1984", "a month or a year of birth"), ("1984年生", "a month or a year of birth"),
        ("出生于一个小镇，1984年", "a month or a year of birth"),
        ("a Chinese national", "a nationality or a speech"), ("two Chinese women", "a nationality or a speech"),
        ("speaks a dialect", "a nationality or a speech"), ("福建籍", "a nationality or a speech"),
        ("speaks Fuzhounese", "the people or the speech of a place"),
        ("speaks Hokkien", "the people or the speech of a place"),
        ("She speaks Korean at home.", "a nationality or a speech"), ("Uyghur-speaking", "a nationality or a speech"),
        ("a Korean-Chinese client", "a nationality or a speech"),
        ("speaks Yanbian Korean", "a nationality or a speech"),
        ("speaks some Hakka", "a nationality or a speech"), ("朝鲜族", "a nationality or a speech"),
        ("She was pregnant when they came.", "what happens to few"), ("She has twins.", "what happens to few"),
        ("The owner is a former police officer.", "what happens to few"),
        ("She is ethnically Han.", "what happens to few"),
        ("She lost a finger.", "what happens to few"), ("it was in the news", "what happens to few"),
        ("She cared for an old man.", "a kind of work"), ("a live-in aide", "a kind of work"),
        ("worked in a nail salon", "a kind of work"), ("Massage parlor case", "a kind of work"),
        ("a live-in nanny", "a kind of work"), ("the restaurant kitchen", "a kind of work"),
        ("在按摩店工作", "a kind of work"),
    ],
)  # fmt: skip
def test_a_birth_an_origin_and_a_kind_of_work_are_asked_about(text: str, what: str) -> None:
    assert told(text) == {what}


@pytest.mark.parametrize(
    "text",
    [
        "Mandarin, with a Chinese interpreter", "Cantonese or Vietnamese",
        "She speaks Mandarin and some English.", "Korean interpreters are available.",
        "a blindfold is no exhibit", "speak to her first", "a twinned paper",
        "a new-born programme of 2026",
        "birth certificates are translated", "The clinic was founded in 2009.", "Meet us at the restaurant week desk.",
        "working with the court", "2026年活动", "户籍贯",
    ],
)  # fmt: skip
def test_languages_offices_and_other_years_are_left_alone(text: str) -> None:
    assert told(text) == set()


def test_the_search_asks_in_what_is_typed_and_never_blocks_and_leaves_our_own_texts_alone() -> None:
    text = "A 42-year-old manicurist who speaks Fuzhounese."
    found = check_text(text, Identifiers())
    assert {hit.identifier for hit in found.asks} == {
        "an age", "a kind of work", "the people or the speech of a place"
    }  # fmt: skip
    assert not found.blocks
    assert not check_text(text, Identifiers(), frozenset({text_hash(text)})).hits
