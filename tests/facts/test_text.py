"""The one door for text: everything people write passes unchanged, everything dangerous is refused with its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.errors import AnswerRefused
from legalassist.facts.text import clean, safe_for_terminal

DANGERS = [
    ("\x00", "a control character"),
    ("\x0c", "a control character"),
    ("\x1b", "a control character"),
    ("\x7f", "a control character"),
    ("\x85", "a control character"),
    ("\ud800", "half of a surrogate pair"),
    ("\udfff", "half of a surrogate pair"),
    ("\ufffe", "a non-character"),
    ("\ufdd0", "a non-character"),
    ("\U0001ffff", "a non-character"),
    ("\U0010fffe", "a non-character"),
    ("\u202e", "a direction override"),
    ("\u2066", "a direction override"),
    ("\u200f", "a direction override"),
    ("\ufeff", "a byte order mark"),
    ("\u2028", "a line separator"),
    ("\u200b", "an invisible character"),
    ("\u00ad", "an invisible character"),
    ("\U000e0041", "an invisible character"),
    ("\ufffd", "a mark of damaged text"),
]


@pytest.mark.parametrize(("character", "kind"), DANGERS)
def test_a_dangerous_character_is_refused_with_its_place_and_kind_and_nothing_of_the_text(
    character: str, kind: str
) -> None:
    with pytest.raises(AnswerRefused) as refused:
        clean(f"Wang\r\nXiu{character}ying", fact="client.name")
    assert f"character 9 is {kind} (U+{ord(character):04X})" in str(refused.value)
    assert str(refused.value).startswith("client.name: ")
    assert "Xiu" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "吕秀英 \U00020bb7田 \U00030000",  # rare Hanzi beyond the basic plane
        "Zoë Zoe\u0308",  # both spellings of the same letter stay apart
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian needs the non-joiner
        "葛\U000e0100",  # a variation selector of a name
        "& < > {{ x }} {% endif %} \\",
        "tab\tand\nline",
        "\ue000",  # private use: the font decides
        "",
    ],
)
def test_what_people_write_passes_unchanged(text: str) -> None:
    assert clean(text) == text


def test_line_ends_become_one_kind() -> None:
    assert clean("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_one_line_refuses_line_ends_and_tabs() -> None:
    with pytest.raises(AnswerRefused, match="character 2 is a line end"):
        clean("a\r\nb", one_line=True)
    with pytest.raises(AnswerRefused, match="character 1 is a tab"):
        clean("\tb", one_line=True)
    assert clean("a b", one_line=True) == "a b"


def test_a_text_over_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(AnswerRefused, match="more than 60,000 characters"):
        clean("x" * 10_000_000)
    with pytest.raises(AnswerRefused, match="more than 3 characters"):
        clean("abcd", limit=3)
    assert clean("abc", limit=3) == "abc"


@given(st.text(st.characters(codec=None), max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_is_kept_or_refused_and_cleaning_again_changes_nothing(text: str) -> None:
    try:
        kept = clean(text)
    except AnswerRefused:
        return
    assert clean(kept) == kept
    assert kept == text.replace("\r\n", "\n").replace("\r", "\n")
    kept.encode()


@given(st.text(st.characters(codec=None), max_size=40))
@settings(max_examples=100, deadline=None)
def test_what_the_terminal_shows_is_always_clean(text: str) -> None:
    shown = safe_for_terminal(text)
    assert clean(shown) == shown.replace("\r\n", "\n")


def test_the_terminal_shows_a_dangerous_character_as_its_code_point() -> None:
    assert safe_for_terminal("a\x1b[2Jb\u202ec\n") == "a<U+001B>[2Jb<U+202E>c\n"
