"""What is read aloud: texts of their own for the ear, in a spoken variety of Chinese; no leaflet in large type.

Each statement of a topic that is `spoken` has one text in each variety, and so has what is said before and after:
Mandarin is drafted, Cantonese is the clinic's to write. A title is said in Mandarin; in Cantonese it stands as it is
written. Their English is the written text's own: one changed character of it makes the spoken text stale, too.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL, Format
from legalassist.handouts.topic import Statement, Topic
from legalassist.handouts.words import WORDS
from legalassist.languages.catalog import Message
from legalassist.languages.tags import SIMPLIFIED, TRADITIONAL, YUE

MANDARIN, CANTONESE = "spoken-cmn", "spoken-yue"
"""The catalogs of what is said aloud; the contexts of their texts begin like this, too."""

WRITTEN_IN: Mapping[str, tuple[str, ...]] = MappingProxyType({
    MANDARIN: (SIMPLIFIED, TRADITIONAL),
    CANTONESE: (TRADITIONAL,),
})  # fmt: skip
"""The scripts in which what is said is written down for who reads it aloud: first the one it is written in, which also
a recording keeps; another is drafted from it."""

_SCRIPTS: Mapping[str, tuple[str, str]] = MappingProxyType({
    SIMPLIFIED: (MANDARIN, SIMPLIFIED),
    BOTH: (MANDARIN, SIMPLIFIED),
    TRADITIONAL: (MANDARIN, TRADITIONAL),
    BOTH_TRADITIONAL: (MANDARIN, TRADITIONAL),
    YUE: (CANTONESE, TRADITIONAL),
})  # fmt: skip
"""The language of a script to what is said in it, and the language of that catalog."""

_EVERY_SCRIPT = ("script.before", "script.pause", "script.after")


def said_in(language: str) -> tuple[str, str]:
    """Return the variety a script in a language says, and the language of its catalog; two empty ones where none is."""
    return _SCRIPTS.get(language, ("", ""))


def says_aloud(topic: Topic, form: Format, language: str) -> tuple[str, str]:
    """Return the same for a piece: nothing where it is no script, or the topic has no texts for the ear."""
    return said_in(language) if topic.spoken and form.name == "script" else ("", "")


def fixed_messages(variety: str) -> Iterator[Message]:
    """Yield (context, English) for what is said around every topic in a variety."""
    yield from ((heard(variety, context), WORDS[context]) for context in _EVERY_SCRIPT)


def heard(variety: str, context: str) -> str:
    """Return the context of what is said in a variety instead of a written title, or of words around every topic."""
    return f"{variety}.{context.removeprefix('topic.')}"


def spoken_context(topic: Topic, statement: Statement, variety: str) -> str:
    """Return the context of what is said instead of a statement in a variety."""
    return f"{variety}.{topic.id}.{statement.id}"


def spoken_messages(topic: Topic, variety: str) -> Iterator[Message]:
    """Yield (context, English) for everything a topic says aloud in a variety; nothing where it is not `spoken`."""
    if topic.spoken and variety == MANDARIN:
        yield heard(variety, topic.title_context), topic.title
    for one in topic.statements if topic.spoken else ():
        yield spoken_context(topic, one, variety), f"{one.text} {one.more}".strip()


def variety_of(context: str) -> str:
    """Return the variety that a text is said in, or nothing: it is written."""
    return next((one for one in WRITTEN_IN if context.startswith(f"{one}.")), "")
