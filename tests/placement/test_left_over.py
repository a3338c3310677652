"""What of an adverse answer was taken as no name stops the first sheet, until a person looked at it."""

import pytest
from placement.sheets_of import TYPED, WANG, first, stopped_by, typed

from legalassist.placement.first_rows import Word, code_of
from legalassist.placement.left_over import left_over


@pytest.mark.parametrize(
    "text",
    [
        "Lucky Star Spa; boss chen wei",
        "Lucky Star Spa boss chen wei",
        "golden dragon restaurant",
        "chen wei",
        "rose",
        "boss rose",
        "Shanghai 456",
        "8大碗",
        "trafficker chen wei",
        "Lucky Star Spa, 老板说他认识陈伟",
        "Chen Wei 的老公在餐馆阿华",
    ],
)
def test_a_name_that_was_not_taken_stops_the_sheet(text: str) -> None:
    assert "not taken as a name" in stopped_by(WANG, {TYPED: text})


@pytest.mark.parametrize(
    "text",
    [
        "unknown",
        "Peter Ho (trafficker)",
        "Spa 88",
        "Lin Tao, the boss",
        "a nail salon in Queens",
        "private home",
        "self",
        "I don't know",
        "不知道",
        "没有",
        "老板娘",
        "Zhang Wei (boss), Li Fang (boss's wife)",
        "She worked for Liu Qiang at Jade Garden.",
        "阿美的老板何彼得",
        "老板是陈伟, 老板娘 红姐",
        "he can pay me",
    ],
)
def test_what_names_nobody_does_not(text: str) -> None:
    assert not list(left_over(text))


def test_a_person_leaves_it_off_by_its_code() -> None:
    word = Word(left=frozenset({code_of("boss rose")}))
    assert [said for said, _ in first(WANG, {TYPED: "Peter Ho; boss rose"}, word=word).rows] == ["Peter Ho"]


def test_nobody_has_it_printed() -> None:
    assert "part 2 of" in stopped_by(WANG, {TYPED: "Peter Ho; boss rose"})


def test_her_own_name_in_small_letters_is_left_off_as_before() -> None:
    assert typed("Peter Ho, wang xiaomei") == ["Peter Ho"]
