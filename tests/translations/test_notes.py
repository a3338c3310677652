"""What a translator is told beside each text: where it stands, who says it to whom, what hurts, how long it may be."""

import re

import pytest

from legalassist.handouts.speech import WRITTEN_IN
from legalassist.languages.tags import ENGLISH
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
