"""Spellings of Hong Kong: several for a character, of either script, none invented for what is not recorded."""

import pytest

from legalassist.languages.cantonese import spelled_in_hong_kong


@pytest.mark.parametrize(
    ("character", "spelling"),
    [("蔡", "choy"), ("蔡", "choi"), ("歐", "au"), ("欧", "au"), ("國", "kwok"), ("国", "kwok")],
)
def test_a_character_of_either_script_has_its_usual_spellings(character: str, spelling: str) -> None:
    assert spelling in spelled_in_hong_kong(character)


@pytest.mark.parametrize("other", ["a", "", "、", "蔡秀"])
def test_nothing_is_made_up_where_nobody_recorded_a_spelling(other: str) -> None:
    assert spelled_in_hong_kong(other) == ()


def test_no_spelling_stands_twice() -> None:
    ways = spelled_in_hong_kong("万")
    assert len(ways) == len(set(ways)) > 1
