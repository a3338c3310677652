"""What an author of handouts has to mend: every topic, its translations, and the catalog they stand in."""

from collections.abc import Iterator

from legalassist.errors import ContentError, Place, Problem
from legalassist.handouts.levels import HARDEST_GRADE, grade, long_parts
from legalassist.handouts.reading import FOLDER, read_topic_text, topic_names
from legalassist.handouts.speech import MANDARIN, WRITTEN_IN, fixed_messages, spoken_messages
from legalassist.handouts.telling import telling_word
from legalassist.handouts.texts import CATALOG, number_problems, settled_problems
from legalassist.handouts.topic import Topic
from legalassist.handouts.words import KIT, WORDS
from legalassist.languages.catalog import Catalog
from legalassist.languages.tags import SIMPLIFIED
from legalassist.law.authorities import Authorities
from legalassist.library import Book, Library


def handout_problems(library: Library, authorities: Authorities) -> Iterator[Problem]:
    """Yield every author's mistake in the topics and their catalog; nothing where the shelves hold no topic."""
    topics: list[Topic] = []
    names = topic_names(library)
    for name in names:
        book = library.get(f"{FOLDER}/{name}.yaml")
        topic, problems = read_topic_text(book.text, book.name, authorities)
        yield from problems
        if topic is not None:
            if topic.id != name:
                yield Problem(Place(book.name, 1), f"the file says topic: {topic.id}", "name both alike")
            topics.append(topic)
            yield from _too_hard(topic, book.name)
    if len(topics) == len(names) > 0:
        yield from _of_the_catalog(library, topics, authorities)


def topic_problems(book: Book, authorities: Authorities) -> Iterator[Problem]:
    """Yield every mistake in one topic file by itself; its translations are not looked at."""
    topic, problems = read_topic_text(book.text, book.name, authorities)
    yield from problems
    if topic is not None:
        yield from _too_hard(topic, book.name)


def reading_grades(library: Library, authorities: Authorities) -> Iterator[tuple[str, float]]:
    """Yield each topic that can be read, with the school grade of its English."""
    for name in topic_names(library):
        book = library.get(f"{FOLDER}/{name}.yaml")
        topic, _ = read_topic_text(book.text, book.name, authorities)
        if topic is not None:
            yield name, grade(_english(topic))


def _english(topic: Topic) -> list[str]:
    return [text for _, text in topic.messages()]


def _too_hard(topic: Topic, file: str) -> Iterator[Problem]:
    measured = grade(_english(topic))
    if measured > HARDEST_GRADE:
        message = f"its English is of grade {measured:.1f}; at most {HARDEST_GRADE:g} is easy enough"
        yield Problem(Place(file, 1), message, "shorter sentences, everyday words")


def _of_the_catalog(library: Library, topics: list[Topic], authorities: Authorities) -> Iterator[Problem]:
    try:
        catalog = Catalog.read(library, SIMPLIFIED, CATALOG)
    except ContentError as wrong:
        yield from wrong.problems or (Problem(Place(FOLDER), wrong.message, wrong.hint),)
        return
    of_topics = (message for topic in topics for message in topic.messages())
    yield from catalog.problems([*WORDS.items(), *KIT.items(), *of_topics])
    yield from _of_the_ear(library, topics, authorities)
    yield from number_problems(catalog, topics)
    for topic in topics:
        yield from settled_problems(catalog, topic, authorities)
        yield from _telling(catalog, topic)
    for one in catalog.by_context.values():
        for part in long_parts(one.text):
            yield Problem(one.place, f"{one.context!r} has {part}", "one idea in a sentence; set a stop earlier")


def _of_the_ear(library: Library, topics: list[Topic], authorities: Authorities) -> Iterator[Problem]:
    """Yield what keeps the Mandarin texts for the ear from being what the topics say, in each script there is."""
    spoken = [topic for topic in topics if topic.spoken]
    wanted = [
        message for topic in spoken for one in (topic, topic.plainly()) for message in spoken_messages(one, MANDARIN)
    ]
    for language in WRITTEN_IN[MANDARIN] if spoken else ():
        if language != SIMPLIFIED and library.find(f"locales/{language}/LC_MESSAGES/{MANDARIN}.po") is None:
            continue
        catalog = Catalog.read(library, language, MANDARIN)
        yield from catalog.problems([*fixed_messages(MANDARIN), *(one for one in wanted if one[1])])
        yield from number_problems(catalog, spoken)
        for topic in spoken:
            yield from settled_problems(catalog, topic, authorities)
            yield from _telling(catalog, topic)


def _telling(catalog: Catalog, topic: Topic) -> Iterator[Problem]:
    """Yield the Chinese of a plain piece that tells what it is about."""
    contexts = [topic.context(one, part) for one in topic.statements if one.plain for part in ("text", "more")]
    contexts += [context for context, _ in spoken_messages(topic.plainly(), MANDARIN) if topic.plain_title]
    for context in (f"topic.{topic.id}.plain", *contexts):
        found = catalog.by_context.get(context)
        if found is not None and (word := telling_word(found.text)):
            message = f"{context!r} stands on plain pieces and says {word!r}"
            yield Problem(found.place, message, "choose other words, or take 'plain' away")
