import re
from pathlib import Path

import pytest

from legalassist.languages.catalog import Catalog
from legalassist.languages.words import WORDS, messages, word
from legalassist.library import Library


def test_a_word_of_the_screen_is_said_in_both_languages(library: Library) -> None:
    english, chinese = (Catalog.read(library, language, "app") for language in ("en", "zh_Hans"))
    assert word(english, "ask.part", number="2", total="9", section="Family") == "Part 2 of 9: Family"
    assert word(chinese, "ask.part", number="2", total="9", section="家人") == "第2部分（共9部分）：家人"


def test_a_word_that_is_in_no_table_is_the_callers_mistake(library: Library) -> None:
    with pytest.raises(KeyError):
        word(Catalog.read(library, "en", "app"), "ask.nothing")


def test_the_chinese_screen_says_every_word_and_no_other(library: Library) -> None:
    assert Catalog.read(library, "zh_Hans", "app").problems(messages()) == ()


def test_every_word_that_the_program_says_is_in_the_table(top: Path) -> None:
    said = re.compile(r"\bword\([\w.]+, \"([a-z_.]+)\"")
    files = (top / "src").rglob("*.py")
    asked = {context for file in files for context in said.findall(file.read_text(encoding="utf-8"))}
    assert asked <= set(WORDS) | {"ask.back"}
