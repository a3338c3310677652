"""What is read aloud is a text of its own: in the script and nowhere else, stale with its English."""

from pathlib import Path

import pytest
from one_library import LIBRARY

from legalassist.errors import ContentError
from legalassist.handouts.check import handout_problems
from legalassist.handouts.formats import FORMATS
from legalassist.handouts.reading import read_topic, topic_names
from legalassist.handouts.speech import CANTONESE, MANDARIN, fixed_messages, spoken_context, spoken_messages
from legalassist.handouts.texts import catalog_of, texts_of
from legalassist.law.authorities import Authorities
from legalassist.library import Library
from legalassist.translations.scope import reaches


@pytest.mark.parametrize("name", topic_names(LIBRARY))
def test_every_topic_with_statements_is_spoken_whole(library: Library, name: str) -> None:
    topic = read_topic(library, name, Authorities.load())
    assert topic.spoken == bool(topic.statements)
    assert len(dict(spoken_messages(topic, MANDARIN))) == (len(topic.statements) + 1 if topic.spoken else 0)
    if not topic.made_as(FORMATS["script"]):
        return
    aloud = dict((*fixed_messages(MANDARIN), *spoken_messages(topic, MANDARIN)))
    for language in ("zh_Hans", "zh_Hant"):
        said = {one.context: one for one in texts_of(library, topic, FORMATS["script"], language)}
        assert {spoken_context(topic, one, MANDARIN) for one in topic.statements} < set(aloud) <= set(said)
        assert {said[context].language for context in aloud} == {language}
        assert not {topic.context(one, "more") for one in topic.statements} & set(said)
        assert not {topic.title_context, "script.before", "script.pause", "script.after"} & set(said)


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


def test_a_plain_script_says_its_plain_title_and_no_statement_that_tells(library: Library) -> None:
    topic = read_topic(library, "in-court", Authorities.load()).plainly()
    said = {one.context for one in texts_of(library, topic, FORMATS["script"], "both")}
    assert "spoken-cmn.in-court.plain" in said
    assert not {"spoken-cmn.in-court.title", "spoken-cmn.in-court.court-law"} & said


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("出门办事。", "去移民法庭。", "'spoken-cmn.in-court.plain' stands on plain pieces and says '移民'"),
        ("请早点到。／", "请早点到移民局。／", "'spoken-cmn.in-court.early' stands on plain pieces and says '移民'"),
        ('msgctxt "spoken-cmn.in-court.go"', 'msgctxt "spoken-cmn.in-court.gone"',
         "there is no zh_Hans text for 'spoken-cmn.in-court.go'"),
        ("您可以不开门。", "对方不可以进来。",
         "'spoken-cmn.at-the-door.closed-door' says 不可以, which settles what is disputed"),
    ],
)  # fmt: skip
def test_check_finds_what_is_wrong_with_a_text_for_the_ear(
    library: Library, tmp_path: Path, before: str, after: str, message: str
) -> None:
    name = "locales/zh_Hans/LC_MESSAGES/spoken-cmn.po"
    text = library.get(name).text
    assert text.count(before) == 1
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text(text.replace(before, after), encoding="utf-8")
    assert message in [one.message for one in handout_problems(Library(tmp_path), Authorities.load())]
