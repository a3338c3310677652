"""What is read aloud before a case is offered: whole in both languages, and no promise in it."""

import pytest

from legalassist.checks.catalogs import gate_problems
from legalassist.languages.catalog import Catalog
from legalassist.library import Library
from legalassist.placement.spoken import messages, spoken_yes


def test_the_script_is_whole_in_chinese() -> None:
    library = Library()
    catalog = Catalog.read(library, "zh_Hans", "placement")
    assert catalog.problems(messages(library)) == ()
    assert list(gate_problems(library, catalog)) == []
    assert len(spoken_yes(library, "zh_Hans")) == len(spoken_yes(library, "en"))


def test_the_script_says_that_no_is_an_answer_and_promises_nothing() -> None:
    english, chinese = (" ".join(spoken_yes(Library(), language)) for language in ("en", "zh_Hans"))
    assert "You can say no" in english
    assert "您可以说不" in chinese
    assert not any(word in chinese for word in ("保证", "一定", "绝对", "你"))


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_no_sentence_is_long_for_the_ear(language: str) -> None:
    longest = 22 if language == "en" else 45
    for line in spoken_yes(Library(), language):
        for sentence in line.replace("。", ".").replace("？", "?").split("."):
            assert len(sentence.split() if language == "en" else sentence) <= longest
