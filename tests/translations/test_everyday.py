"""The list of everyday words: its form, its rows, and that it raises little on what is shipped."""

from pathlib import Path

import pytest

from legalassist.errors import ContentError
from legalassist.library import Library
from legalassist.translations.gates.alarm import Pair
from legalassist.translations.gates.every import pairs_of, rules_of
from legalassist.translations.gates.everyday import EVERYDAY, Everyday, read_everyday
from legalassist.translations.status import catalogs_of


@pytest.fixture(scope="module")
def everyday(library: Library) -> Everyday:
    return read_everyday(library)


def test_each_english_form_has_one_row_and_each_row_says_something(everyday: Everyday) -> None:
    asked = [form for word in everyday.words if word.chinese for form in word.english]
    assert sorted(asked) == sorted(set(asked))
    assert [word.english for word in everyday.words if not (word.english and (word.chinese or word.alone))] == []
    assert len(asked) > 1000


def test_a_phrase_is_one_word_and_hides_those_inside_it(everyday: Everyday) -> None:
    assert everyday.tokens("the united states has a law firm's card, {name}") == [
        "the", "united_states", "has", "a", "law_firm", "card",
    ]  # fmt: skip
    assert "states" not in everyday.words_in("the united states")


def test_a_traditional_text_is_read_in_simplified_characters(everyday: Everyday) -> None:
    sound = Pair("topic.1", "Ask for a written contract.", "請要求書面合約。", "zh_Hant")
    assert list(everyday.lost(sound)) == []
    wrong = Pair("topic.1", "Ask for a written contract.", "請要求書面說明。", "zh_Hant")
    assert [message for message, _ in everyday.lost(wrong)] == ["“contract” is not said"]


def test_a_text_for_the_ear_is_read_as_a_whole(everyday: Everyday) -> None:
    pair = Pair("spoken-cmn.1", "You may leave. Take your passport and a coat.", "请带护照和外套。／您可以离开。")
    assert list(everyday.lost(pair)) == []


def test_of_what_is_shipped_one_text_in_thirty_at_most_is_asked_about(library: Library) -> None:
    rules = [rule for rule in rules_of(library) if rule.name in {"words", "added-words", "owners", "elsewhere"}]
    pairs = [one for language in ("zh_Hans", "zh_Hant") for one in _shipped(library, language)]
    asked = {pair.context + pair.language for rule in rules for pair in pairs if list(rule.check(pair))}
    assert len(pairs) > 1500
    assert len(asked) <= len(pairs) / 30, sorted(asked)


def _shipped(library: Library, language: str) -> list[Pair]:
    return [one for catalog in catalogs_of(library, language) for one in pairs_of(catalog)]


def test_a_list_without_a_column_is_refused(tmp_path: Path) -> None:
    (tmp_path / EVERYDAY).parent.mkdir()
    (tmp_path / EVERYDAY).write_text("english,chinese\nask,问\n", encoding="utf-8")
    with pytest.raises(ContentError, match="the column 'alone' is missing"):
        read_everyday(Library(tmp_path))
