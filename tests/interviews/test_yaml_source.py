import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.interviews.yaml_source import MAX_CHARACTERS, MAX_DEPTH, did_you_mean, nearest, read_yaml

YAML_SIGNS = "ab :-'\"|>&*!#[]{},%@`?~\n\t"


@pytest.mark.parametrize(
    "guessed",
    ["no", "yes", "true", "null", "~", "012", "1_000", "2024-01-02", "1e3", "0x1f", "12:30:45", ".inf", "=", "<<"],
)
def test_yaml_guesses_nothing(guessed: str) -> None:
    source = read_yaml(f"a: {guessed}\n", "f")
    assert source.problems == ()
    assert source.data == {"a": guessed}


def test_a_key_and_the_first_character_of_its_text_each_have_a_place() -> None:
    source = read_yaml("a:\n  中: 'x'\n  b:   y\n  c: |\n\n      long\n  d:\n    - z\n", "f")
    keys = [("a", "中"), ("a", "b"), ("a", "c"), ("a", "d"), ("a", "d", 0)]
    assert [str(source.place(at)) for at in keys] == ["f:2:3", "f:3:3", "f:4:3", "f:7:3", "f:8:7"]
    texts = [("a", "中"), ("a", "b"), ("a", "c"), ("a", "d", 0)]
    assert [str(source.value_place(at)) for at in texts] == ["f:2:7", "f:3:8", "f:6:7", "f:8:7"]


def test_what_does_not_exist_has_the_place_of_what_is_around_it() -> None:
    source = read_yaml("a:\n  b: c\n", "f")
    assert str(source.place(("a", "z", 3))) == "f:1:1"
    assert str(source.value_place(("a", "z"))) == "f:1:1"


@pytest.mark.parametrize("code", [0x00, 0x07, 0x1B, 0x7F, 0x85, 0x9F, 0xD800, 0x2028, 0x2029, 0xFFFE])
def test_a_character_that_is_no_text_is_found_at_its_own_column_behind_chinese(code: int) -> None:
    (problem,) = read_yaml(f"a: b\n中文: 您好{chr(code)}x\n", "f").problems
    assert str(problem.where) == "f:2:7"
    assert f"U+{code:04X}" in problem.message


def test_a_byte_order_mark_is_text_of_no_file_but_may_begin_one() -> None:
    assert read_yaml("\ufeffa: b\n", "f").data == {"a": "b"}
    assert len(read_yaml("a: \ufeffb\n", "f").problems) == 1


def test_a_file_that_is_too_long_is_not_parsed() -> None:
    (problem,) = read_yaml("a: " + "b" * MAX_CHARACTERS, "f").problems
    assert "5,000,000" in problem.message


@pytest.mark.parametrize("opened", ["[", "{a: ", "- "])
def test_nesting_stops_before_it_hurts(opened: str) -> None:
    (problem,) = read_yaml(opened * 5000, "f").problems
    assert f"more than {MAX_DEPTH} levels" in problem.message


@settings(max_examples=200)
@given(st.text() | st.text(alphabet=YAML_SIGNS, max_size=80))
def test_reading_never_raises_and_every_problem_has_a_place_in_the_file(text: str) -> None:
    source = read_yaml(text, "f")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in source.problems:
        assert problem.where.file == "f"
        assert 1 <= problem.where.line <= len(lines) + 1
        assert problem.where.column >= 1
        assert problem.message


@settings(max_examples=100)
@given(st.dictionaries(st.text("abcdef", min_size=1), st.text("abc 中文é:#'\"-{}[]", max_size=20), max_size=5))
def test_what_is_written_in_double_quotes_is_read_as_it_was(data: dict[str, str]) -> None:
    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    text = "".join(f"{key}: {quoted(value)}\n" for key, value in data.items())
    source = read_yaml(text or "{}", "f")
    assert source.problems == ()
    assert source.data == data


def test_a_near_word_is_suggested_and_a_far_one_is_not() -> None:
    assert nearest("aks", ["ask", "help"]) == "ask"
    assert did_you_mean("aks", ("ask", "help")) == "did you mean 'ask'?"
    assert did_you_mean("zebra", frozenset({"ask", "help"})) == ""
