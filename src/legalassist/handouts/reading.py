"""Read topics from their shelf, strictly: every statement rests on authorities that exist and may be printed."""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from legalassist.errors import ContentError, Problem
from legalassist.handouts.contacts import contact_numbers
from legalassist.handouts.formats import FORMATS, SIGNS, Room
from legalassist.handouts.telephones import NUMBER_IN_IT, NUMBERS_GO, numbers_in
from legalassist.handouts.telling import telling_word
from legalassist.handouts.topic import Kind, Statement, Topic
from legalassist.interviews.written import Text, YesNo, validate
from legalassist.interviews.yaml_source import Source, did_you_mean, read_yaml
from legalassist.law.authorities import Authorities
from legalassist.law.dated import Day
from legalassist.law.kyr import NOT_PRINTED
from legalassist.library import Library

FOLDER = "interviews/kyr/topics"

Word = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]

SETTLED = re.compile(r"\b(?:cannot|can't|can’t|may not|must not|not allowed|never|illegal|unlawful)\b", re.IGNORECASE)
"""Words that settle a question; nothing that rests on a contested authority may use one."""


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class StatementWritten(_Written):
    """One statement, as its author writes it."""

    id: Word
    kind: Kind
    text: Text
    more: Text = ""
    authorities: tuple[Text, ...] = ()
    own: YesNo = False
    room: Room = Room.CARD
    optional: YesNo = False
    plain: YesNo = False
    sign: Text = ""


class TopicWritten(_Written):
    """One topic file."""

    topic: Word
    name: Text
    title: Text
    written: Day
    numbers: tuple[Text, ...] = ()
    plain_title: Text = ""
    formats: tuple[Text, ...] = ()
    spoken: YesNo = False
    to_officer: YesNo = False
    to_attorney: tuple[Text, ...] = ()
    statements: tuple[StatementWritten, ...] = ()


def topic_names(library: Library) -> tuple[str, ...]:
    """Return the topics on the shelves, in name order."""
    return tuple(book.name.rpartition("/")[2].removesuffix(".yaml") for book in library.books(FOLDER, ".yaml"))


def read_topic(library: Library, name: str, authorities: Authorities) -> Topic:
    """Return the topic of that name; raise ContentError with every problem in its file."""
    book = library.find(f"{FOLDER}/{name}.yaml")
    if book is None:
        known = topic_names(library)
        message = f"there is no topic {name!r}"
        raise ContentError(message, hint=did_you_mean(name, known) or f"the topics are {', '.join(known)}")
    topic, problems = read_topic_text(book.text, book.name, authorities)
    if topic is None or problems:
        raise ContentError(problems=problems)
    if topic.id != name:
        raise ContentError(f"{book.name} says topic: {topic.id}", hint=f"write topic: {name}, or rename the file")
    return topic


def read_topic_text(text: str, file: str, authorities: Authorities) -> tuple[Topic | None, tuple[Problem, ...]]:
    """Return the topic in a file's text (None where it has no usable shape), and every problem, in file order."""
    source = read_yaml(text, file)
    written, shape = validate(TopicWritten, source)
    if written is None or source.problems:
        return None, (*source.problems, *shape)
    problems = sorted((*_of_the_head(source, written, authorities), *_of_statements(source, written, authorities)))
    statements = tuple(Statement(**one.model_dump()) for one in written.statements)
    head = written.model_dump(exclude={"topic", "statements"})
    return Topic(id=written.topic, statements=statements, **head), tuple(problems)


def _of_the_head(source: Source, topic: TopicWritten, authorities: Authorities) -> Iterator[Problem]:
    for key, text in (("topic", topic.topic), ("name", topic.name)):
        if word := telling_word(text):
            message = f"the {key} holds {word!r}, and would stand in file names and on the printer's list"
            yield source.problem((key,), message, "choose a neutral one")
    yield from (
        source.problem((key,), NUMBER_IN_IT, NUMBERS_GO)
        for key, text in (("title", topic.title), ("plain_title", topic.plain_title))
        if numbers_in(text)
    )
    if word := telling_word(topic.plain_title):
        yield source.problem(
            ("plain_title",), f"the plain title holds {word!r}", "a plain piece tells nobody what it is"
        )
    if not topic.statements and not topic.formats:
        yield source.problem(("topic",), "the topic says nothing", "write statements, or name 'formats' without any")
    yield from _of_its_formats(source, topic)
    for place, identifier in enumerate(topic.numbers):
        if identifier not in contact_numbers(authorities):
            message = f"there is no contact {identifier!r}"
            hint = "law/authorities.yaml lists contacts as CT-… and SV-…, each with its number"
            yield source.problem(("numbers", place), message, hint)


def _of_its_formats(source: Source, topic: TopicWritten) -> Iterator[Problem]:
    for place, form in enumerate(topic.formats):
        if form not in FORMATS:
            hint = did_you_mean(form, tuple(FORMATS)) or f"the formats are {', '.join(FORMATS)}"
            yield source.problem(("formats", place), f"there is no format {form!r}", hint)


def _of_statements(source: Source, topic: TopicWritten, authorities: Authorities) -> Iterator[Problem]:
    seen: set[str] = set()
    for place, one in enumerate(topic.statements):
        at = ("statements", place)
        if one.id in seen:
            yield source.problem((*at, "id"), f"there are two statements {one.id!r}", "each needs an id of its own")
        seen.add(one.id)
        if one.sign and one.sign not in SIGNS:
            hint = did_you_mean(one.sign, SIGNS) or f"the signs are {', '.join(SIGNS)}"
            yield source.problem((*at, "sign"), f"there is no sign {one.sign!r}", hint)
        yield from _of_its_authorities(source, place, one, authorities)
        yield from _of_its_words(source, place, one, authorities)


def _of_its_authorities(
    source: Source, place: int, one: StatementWritten, authorities: Authorities
) -> Iterator[Problem]:
    if not one.authorities and not one.own:
        message = f"the statement {one.id!r} rests on no authority"
        hint = "name one: 'authorities: [KY-02]'; 'own: yes' where it says only what the clinic does or advises"
        yield source.problem(("statements", place), message, hint)
    if one.authorities and one.own:
        message = f"the statement {one.id!r} is the clinic's own and rests on law"
        yield source.problem(("statements", place, "own"), message, "take one of the two away")
    known = tuple(entry.id for entry in authorities)
    for number, identifier in enumerate(one.authorities):
        at = ("statements", place, "authorities", number)
        if identifier in NOT_PRINTED:
            yield source.problem(at, f"{identifier} is not printed: {NOT_PRINTED[identifier]}", "leave it out")
        elif identifier not in authorities:
            yield source.problem(at, f"there is no authority {identifier!r}", did_you_mean(identifier, known))


def _of_its_words(source: Source, place: int, one: StatementWritten, authorities: Authorities) -> Iterator[Problem]:
    contested = [
        name for name in one.authorities if name in authorities and authorities.get(name).volatility == "contested"
    ]
    for key, text in (("text", one.text), ("more", one.more)):
        at = ("statements", place, key)
        if numbers_in(text):
            yield source.problem(at, NUMBER_IN_IT, NUMBERS_GO)
        if one.plain and (word := telling_word(text)):
            yield source.problem(at, f"a plain piece would say {word!r}", "choose other words, or take 'plain' away")
        settles = SETTLED.search(text)
        if contested and settles:
            message = f"{settles[0]!r} settles what is disputed: {', '.join(contested)} is contested"
            yield source.problem(at, message, "say what the reader can do, not what officers may do")
