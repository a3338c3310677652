"""What an author of handouts has to mend: every topic, its translations, and the catalog they stand in."""

from collections.abc import Iterator

from legalassist.errors import ContentError, Place, Problem
from legalassist.handouts.reading import FOLDER, read_topic_text, topic_names
from legalassist.handouts.texts import CATALOG, settled_problems
from legalassist.handouts.topic import Topic
from legalassist.handouts.words import WORDS
from legalassist.languages.catalog import Catalog
from legalassist.languages.tags import SIMPLIFIED
from legalassist.law.authorities import Authorities
from legalassist.library import Library


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
    if len(topics) == len(names) > 0:
        yield from _of_the_catalog(library, topics, authorities)


def _of_the_catalog(library: Library, topics: list[Topic], authorities: Authorities) -> Iterator[Problem]:
    try:
        catalog = Catalog.read(library, SIMPLIFIED, CATALOG)
    except ContentError as wrong:
        yield from wrong.problems or (Problem(Place(FOLDER), wrong.message, wrong.hint),)
        return
    yield from catalog.problems([*WORDS.items(), *(message for topic in topics for message in topic.messages())])
    for topic in topics:
        yield from settled_problems(catalog, topic, authorities)
