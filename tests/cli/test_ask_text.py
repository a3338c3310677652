import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.cli.ask_text import cut, ends, fill_up, width_of, wrap

TEXTS = st.text(st.sampled_from("ab，。（）中文字 — é.x\n"), max_size=60)


@settings(max_examples=200)
@given(TEXTS, st.integers(4, 30))
def test_no_line_is_wider_than_asked_and_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("two words", 5, ("two", "words")),
        ("请问您，好吗？", 6, ("请问", "您，好", "吗？")),
        ("请填写（2019）年", 9, ("请填写", "（2019）", "年")),
        ("写2019年", 6, ("写2019", "年")),
        ("a\n\nb", 5, ("a", "", "b")),
        ("unbreakable", 4, ("unbr", "eaka", "ble")),
        ("", 5, ("",)),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, width: int, expected: tuple[str, ...]) -> None:
    assert wrap(text, width) == expected


def test_control_characters_reach_the_terminal_as_their_names() -> None:
    assert wrap("a\x1b]0;x\x07", 40) == ("a<U+001B>]0;x<U+0007>",)


def test_columns_are_counted_not_characters() -> None:
    assert fill_up("中", 4) == "中  "
    assert cut("中文字", 5) == "中文…"
    assert cut("中文", 4) == "中文"
    assert ends("左", "右", 8) == "左    右"
    assert ends("too long", "right", 9) == "too long"
