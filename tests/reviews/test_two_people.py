"""Two ways to write a name are one person: whoever made a summary is not its second reader, however it is typed."""

import pytest

from legalassist.reviews.people import can_be_one, names_nobody

MADE_BY = "P. Lin"


@pytest.mark.parametrize(
    "typed",
    ["P. Lin", "p.lin", "P Lin", "Lin P.", "LIN, P", "\uff30\uff0e\uff2c\uff49\uff4e", "P-Lin", "PLin", "Ping Lin",
     "Lin Ping", "PL", "p.l.", "L.P.", "Lin", "Ping Mei Lin", "林平", "Plin", "Attorney Lin", "Supervisor Lin",
     "Ms. Lin", "\u6797\u5f8b\u5e08", "\u6797P", "P", "P. Iin", "Lin, director", "P. Lîn"],
)  # fmt: skip
def test_one_person_is_known_by_any_writing(typed: str) -> None:
    assert can_be_one(typed, MADE_BY)
    assert can_be_one(MADE_BY, typed)


@pytest.mark.parametrize(
    ("typed", "made_by"),
    [("B. Chen", MADE_BY), ("Ping Wu", MADE_BY), ("Mei Lin", MADE_BY), ("Ping Lin", "Peter Lin"), ("Q. Lin", MADE_BY),
     ("Ann Li", "Al Chen"), ("陈波", MADE_BY), ("J. Park", "Jo Parker")],
)  # fmt: skip
def test_two_people_are_two(typed: str, made_by: str) -> None:
    assert not can_be_one(typed, made_by)
    assert not can_be_one(made_by, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "\u2026",
        "-",
        "P",
        "me",
        "Myself",
        "the supervisor",
        "Staff",
        "I",
        "same",
        "Dr.",
        "ChatGPT",
        "Google Translate",
        "DeepL Pro",
        "\u767e\u5ea6\u7ffb\u8bd1",
        "Lawyer",
        "an AI",
        "The translator",
    ],
)
def test_a_role_or_a_letter_is_no_name(typed: str) -> None:
    assert names_nobody(typed)


@pytest.mark.parametrize(
    "typed", ["B. Chen", "\u9648\u6ce2", "Li", "Ng Wai", "Director Chen", "Claudette Kim", "\u9648\u4e3b\u4efb"]
)
def test_a_short_name_and_one_beside_a_role_are_names(typed: str) -> None:
    assert not names_nobody(typed)
