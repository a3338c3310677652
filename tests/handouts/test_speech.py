"""What is read aloud is a text of its own: in the script and nowhere else, stale with its English."""

from pathlib import Path

import pytest

from legalassist.errors import ContentError
from legalassist.handouts.formats import FORMATS
from legalassist.handouts.reading import read_topic, topic_names
from legalassist.handouts.speech import CANTONESE, MANDARIN, spoken_context, spoken_messages
from legalassist.handouts.texts import catalog_of, spoken_texts, texts_of
from legalassist.law.authorities import Authorities
from legalassist.library import Library
from legalassist.translations.scope import reaches


@pytest.mark.parametrize("name", topic_names(Library()))
def test_every_topic_with_statements_is_spoken_whole(library: Library, name: str) -> None:
    topic = read_topic(library, name, Authorities.load())
    assert topic.spoken == bool(topic.statements)
    assert len(spoken_texts(library, topic, MANDARIN)) == len(topic.statements) if topic.spoken else True
    if not topic.made_as(FORMATS["script"]):
        return
    aloud = dict(spoken_messages(topic, MANDARIN))
    for language in ("zh_Hans", "zh_Hant"):
        said = {one.context: one for one in texts_of(library, topic, FORMATS["script"], language)}
        assert set(aloud) == {spoken_context(topic, one, MANDARIN) for one in topic.statements} <= set(said)
        assert {said[context].language for context in aloud} == {language}
        assert not {topic.context(one, "more") for one in topic.statements} & set(said)


def test_paper_says_what_is_written(library: Library) -> None:
    topic = read_topic(library, "at-the-door", Authorities.load())
    for form, language in (("letter", "zh_Hans"), ("large", "both"), ("letter", "zh_Hant"), ("script", "en")):
        contexts = {one.context for one in texts_of(library, topic, FORMATS[form], language)}
        assert not [one for one in contexts if one.startswith("spoken-")]


def test_a_changed_character_of_the_english_makes_the_spoken_text_stale(library: Library) -> None:
    topic = read_topic(library, "at-the-door", Authorities.load())
    for context, english in spoken_messages(topic, MANDARIN):
        catalog = catalog_of(library, "zh_Hans", MANDARIN)
        assert not catalog.stale(context, english)
        assert catalog.stale(context, f"{english[:-1]}!")


def test_cantonese_is_asked_for_and_shipped_empty(library: Library) -> None:
    assert reaches("zh_Hant", CANTONESE, "spoken-yue.at-the-door.who")
    assert not reaches("zh_Hans", CANTONESE, "spoken-yue.at-the-door.who")
    assert library.find("locales/zh_Hant/LC_MESSAGES/spoken-yue.po") is None


def test_a_clinic_with_simplified_texts_of_its_own_is_asked_for_its_traditional_ones(
    library: Library, tmp_path: Path
) -> None:
    name = "locales/zh_Hans/LC_MESSAGES/spoken-cmn.po"
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text(library.get(name).text, encoding="utf-8")
    own, topic = Library(tmp_path), read_topic(library, "at-the-door", Authorities.load())
    texts_of(own, topic, FORMATS["script"], "both")
    for language in ("zh_Hant", "both_Hant"):
        with pytest.raises(ContentError) as refused:
            texts_of(own, topic, FORMATS["script"], language)
        (problem,) = refused.value.problems
        assert problem.message == "what is read aloud stands on the clinic's shelf in zh_Hans, and not in zh_Hant"
        assert "translate draft" in problem.hint
    texts_of(own, topic, FORMATS["letter"], "zh_Hant")
