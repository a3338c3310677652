"""What handouts say in Chinese: all of it, nothing stale, nothing settled that is disputed, our conventions kept."""

from pathlib import Path

import pytest
from handouts.shelf import TOPIC, approved, shelf

from legalassist.errors import ContentError
from legalassist.handouts.check import handout_problems
from legalassist.handouts.formats import BOTH, FORMATS, LANGUAGES
from legalassist.handouts.reading import read_topic
from legalassist.handouts.texts import CATALOG, settled_problems, texts_of
from legalassist.handouts.words import WORDS
from legalassist.languages.catalog import Catalog
from legalassist.law.authorities import Authorities
from legalassist.library import Library

LAW = Authorities.load()


@pytest.fixture(scope="module")
def chinese(library: Library) -> Catalog:
    return Catalog.read(library, "zh_Hans", CATALOG)


def test_no_text_says_what_its_reader_is(library: Library) -> None:
    topic = read_topic(library, "at-the-door", LAW)
    said = " ".join(text for _context, text in [*topic.messages(), *WORDS.items()]).lower()
    for word in ("undocumented", "illegal", "victim", "survivor", "traffick", "alien", "noncitizen"):
        assert word not in said


def negation_lost(english: str, chinese: str) -> bool:
    """Say whether the English says not, and the Chinese does not."""
    return " not " in f" {english.lower()} " and not any(sign in chinese for sign in "不没未无")


def test_a_negation_in_english_is_one_in_chinese(chinese: Catalog) -> None:
    assert [one.context for one in chinese.by_context.values() if negation_lost(one.english, one.text)] == []
    assert negation_lost("Do not open the door.", "请打开门。")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["letter", "half", "wallet", "script"])
def test_a_piece_holds_its_texts_in_each_of_its_languages(library: Library, name: str, language: str) -> None:
    topic = read_topic(library, "at-the-door", LAW)
    texts = texts_of(library, topic, FORMATS[name], language)
    spoken = [one for one in texts if ".no-consent" in one.context and not one.context.endswith(".more")]
    expected = {"en": ["en"], "zh_Hans": ["zh_Hans", "en"], BOTH: ["zh_Hans", "en"]}[language]
    assert [one.language for one in spoken] == expected
    aloud = (name, language) == ("script", "zh_Hans")  # one text for the ear says both sentences
    assert any(one.context.endswith(".more") for one in texts) == (FORMATS[name].seconds and not aloud)


def test_every_missing_text_is_told_at_once(tmp_path: Path, library: Library) -> None:
    other = shelf(tmp_path, library, TOPIC, silent_text="", closed_text="")
    topic = read_topic(other, "at-shop", LAW)
    with pytest.raises(ContentError) as refused:
        texts_of(other, topic, FORMATS["letter"], "zh_Hans")
    assert {problem.message for problem in refused.value.problems} == {
        "'topic.at-shop.silent.text' has no translation yet",
        "'topic.at-shop.closed.text' has no translation yet",
    }
    texts_of(other, topic, FORMATS["letter"], "en")  # English needs no Chinese


def test_a_changed_english_sentence_makes_its_chinese_stale_and_nobody_has_approved_the_two(
    tmp_path: Path, library: Library
) -> None:
    before = shelf(tmp_path / "before", library, TOPIC)
    ledger = approved(texts_of(before, read_topic(before, "at-shop", LAW), FORMATS["wallet"], BOTH))
    other = shelf(tmp_path / "after", library, TOPIC.replace("stay silent.", "stay silent now."))
    now = texts_of(other, read_topic(other, "at-shop", LAW), FORMATS["wallet"], BOTH)
    assert {(one.context, one.language) for one in now if not ledger.holds(one)} == {
        ("topic.at-shop.silent.text", "zh_Hans"),
        ("topic.at-shop.silent.text", "en"),
    }
    assert any("earlier English" in problem.message for problem in handout_problems(other, LAW))


def test_chinese_that_settles_what_is_disputed_is_found(tmp_path: Path, library: Library) -> None:
    other = shelf(tmp_path, library, TOPIC, closed_more="他们不能进来。", silent_text="不能说。")
    topic = read_topic(other, "at-shop", LAW)
    (found,) = settled_problems(Catalog.read(other, "zh_Hans", CATALOG), topic, LAW)
    assert "closed.more" in found.message  # KY-02 is not contested
