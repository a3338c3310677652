"""What a translator is told beside each text: where it stands, who says it to whom, what hurts, how long it may be."""

import re

import pytest

from legalassist.handouts.reading import FOLDER, read_topic_text
from legalassist.handouts.speech import WRITTEN_IN
from legalassist.handouts.topic import Kind
from legalassist.interviews.reader import read_interview
from legalassist.interviews.schema import Who
from legalassist.languages.tags import ENGLISH
from legalassist.law.authorities import Authorities
from legalassist.library import Library
from legalassist.reviews.ledger import Ledger
from legalassist.translations.extract import domains, extract
from legalassist.translations.message import Message
from legalassist.translations.scope import reaches
from legalassist.translations.status import languages_of, standings

HAN = re.compile(r"[一-鿿]")


@pytest.fixture(scope="module")
def messages(library: Library) -> tuple[Message, ...]:
    return tuple(one for domain in domains(library) for one in extract(library, domain))


def test_every_text_says_where_it_stands_and_who_says_it_to_whom(messages: tuple[Message, ...]) -> None:
    assert [one.context for one in messages if not one.note.where or not one.note.says] == []
    assert len({one.note.says for one in messages}) > 8


def test_only_the_sentence_to_say_is_said_by_the_reader_to_an_officer(
    library: Library, messages: tuple[Message, ...]
) -> None:
    """What stands beneath it, and everything else on a handout, the clinic says to the reader."""
    authorities = Authorities.load()
    read = (read_topic_text(book.text, book.name, authorities)[0] for book in library.books(FOLDER, ".yaml"))
    topics = [one for one in read if one is not None]
    to_say = {topic.context(one, "text") for topic in topics for one in topic.statements if one.kind is Kind.SAY}
    assert len(to_say) > 20
    handouts = {one.context: one.note.says for one in messages if one.domain == "kyr"}
    by_reader = {
        context for context, says in handouts.items() if says.startswith("the reader, in English, to an officer")
    }
    assert by_reader == to_say
    beneath = [topic.context(one, "more") for topic in topics for one in topic.statements if one.more]
    assert {handouts[context] for context in beneath} == {"the clinic, to whoever reads the handout"}


def test_the_title_of_a_page_that_only_the_office_answers_is_said_to_no_client(
    library: Library, messages: tuple[Message, ...]
) -> None:
    says = {one.context: one.note.says for one in messages}
    for page in read_interview(library, "tvisa").required().pages:
        told = {Who.CLIENT, Who.RELATIVE} & {one.who for one in page.questions}
        assert ("to the client" in says[f"page.{page.name}.title"]) == bool(told), page.name


def test_what_a_question_may_hurt_is_said(messages: tuple[Message, ...]) -> None:
    hurts = {one.context: one.note.sensitivity for one in messages}
    assert hurts["contact.safe_phone.ask"] == "private"
    assert hurts["page.happened.warning"] == "heavy"
    assert hurts["contact.safe_times.ask"] == ""


def test_every_text_that_is_written_in_chinese_says_how_long_it_may_be(
    library: Library, messages: tuple[Message, ...]
) -> None:
    written = {
        one.context: any(reaches(language, one.domain, one.context) for language in languages_of(library))
        for one in messages
        if one.domain not in WRITTEN_IN
    }
    said = {one.context: bool(one.note.longest) for one in messages if one.domain not in WRITTEN_IN}
    assert said == written


def test_no_shipped_text_is_longer_than_its_note_says(library: Library) -> None:
    longer = [
        one.message.context
        for language in languages_of(library)
        if language != ENGLISH
        for domain in domains(library)
        for one in standings(library, language, domain, Ledger())
        if 0 < one.message.note.longest < len(HAN.findall(one.text))
    ]
    assert longer == []
