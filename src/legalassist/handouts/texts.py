"""What a piece says, in its languages: every text looked up strictly, all that is missing told at once."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from legalassist.errors import ContentError, Place, Problem, UsageError
from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL, LEAFLET_PANELS, Format, Way
from legalassist.handouts.speech import (
    CANTONESE,
    WRITTEN_IN,
    fixed_messages,
    heard,
    says_aloud,
    spoken_context,
    spoken_messages,
    variety_of,
)
from legalassist.handouts.telephones import NUMBER_IN_IT, NUMBERS_GO, numbers_in
from legalassist.handouts.topic import Kind, Statement, Topic
from legalassist.handouts.words import WORDS
from legalassist.languages.catalog import Catalog, Message, Translation
from legalassist.languages.scripts import to_simplified
from legalassist.languages.tags import ENGLISH, SIMPLIFIED, TRADITIONAL, YUE
from legalassist.law.authorities import Authorities
from legalassist.library import Library
from legalassist.reviews.ledger import Said

CATALOG = "kyr"
"""The catalog that handouts are translated in."""

PAUSES = "script.mark"
"""What tells whoever reads a text for the ear what the strokes in it are; it stands there only."""

_SETTLED_CHINESE = re.compile("[不唔]能|[不唔]可以|[无冇]权|不得|[不唔]准|违法|犯法|非法|禁止")
"""As `reading.SETTLED`, for what is translated: looked for in simplified characters, in Mandarin and in Cantonese."""


def languages_of(language: str) -> tuple[str, ...]:
    """Return the languages of a piece, the reader's first: ``both`` is Chinese, then English.

    Cantonese is said, and what stands around it is written: in traditional Chinese.
    """
    several = {BOTH: (SIMPLIFIED, ENGLISH), BOTH_TRADITIONAL: (TRADITIONAL, ENGLISH), YUE: (TRADITIONAL,)}
    return several.get(language, (language,))


def messages_of(
    topic: Topic, form: Format, contacts: Iterable[str] = (), *, scanned: bool = False, timed: bool = True
) -> Iterator[Message]:
    """Yield (context, English) for everything a format prints of a topic, the words of every handout included.

    `timed`: with the hours of the numbers of others.
    """
    yield topic.title_context, topic.title
    statements = topic.printed_on(form)
    for one in statements:
        yield topic.context(one, "text"), one.text
        if one.more and form.seconds:
            yield topic.context(one, "more"), one.more
    kinds = dict.fromkeys(one.kind for one in statements)
    heads = [f"piece.{kind}" for kind in kinds] if form.headings else ["piece.say_short"] * (Kind.SAY in kinds)
    called = [f"{what}.{identifier}" for identifier in contacts for what in ("contact", "hours")[: 1 + timed]]
    named = [context for context in called if context in WORDS]  # of some numbers no text says the hours
    for context in (*heads, "piece.call_us", *named, *words_of(topic, form, scanned=scanned), *feet_of(topic, form)):
        yield context, WORDS[context]


def words_of(topic: Topic, form: Format, *, scanned: bool = False) -> tuple[str, ...]:
    """Return the contexts of what a way of printing adds: the heading of pages for notes, what a reader says first.

    A leaflet has pages for notes where it has fewer statements than panels for them; a booklet may have some always.
    """
    if scanned:
        return ("piece.scan",)
    leaflet = form.way in {Way.ROLL, Way.ZIGZAG}
    if form.way == Way.BOOKLET or (leaflet and len(topic.printed_on(form)) < LEAFLET_PANELS):
        return ("piece.notes",)
    if form.name == "script":
        return ("script.before", "script.after", "script.pause")
    return ()


def feet_of(topic: Topic, form: Format) -> tuple[str, ...]:
    """Return the contexts of what stands at the foot, in its order; the smallest format has the shortest foot."""
    if form.way == Way.NUMBER:
        return ("piece.not_safe",)
    again = ("piece.again",) if any(one.authorities for one in topic.printed_on(form)) else ()
    if not form.headings:
        return ("piece.not_safe", "piece.not_advice", *again)
    return ("piece.not_safe", "piece.not_advice", "piece.ask_a_lawyer", "piece.written", *again)


def texts_of(  # noqa: PLR0913 - what a piece is made from
    library: Library, topic: Topic, form: Format, language: str, contacts: Iterable[str] = (), *,
    scanned: bool = False, timed: bool = True,
) -> tuple[Said, ...]:  # fmt: skip
    """Return every text a piece prints, in each of its languages; `timed`: the hours of the numbers of others, too.

    The side that an officer reads says nothing that is meant for her: whom to call, whether it is safe to keep.
    A Chinese piece prints the sentences that are to be said in English, too. What translates an earlier English text
    is printed as it is: nobody can have approved the two together, so the piece carries its band. Raises ContentError
    with every text that is missing or empty.
    """
    messages = tuple(messages_of(topic, form, contacts, scanned=scanned, timed=timed))
    hers = {"piece.call_us", *feet_of(topic, form)}
    wanted = [
        (one, message) for one in languages_of(language) for message in messages
        if not (message[0] in hers and topic.faces_an_officer(form, (one,)))
    ]  # fmt: skip
    variety, script = says_aloud(topic, form, language)
    if variety:
        _of_one_shelf(library, variety, script)
        written = {topic.context(one, part) for one in topic.statements for part in ("text", "more")}
        aloud = ((PAUSES, WORDS[PAUSES]), *fixed_messages(variety), *spoken_messages(topic, variety))
        said = {context for context, _ in aloud}
        written |= {context for context, _ in messages if heard(variety, context) in said}
        rest = [(one, message) for one, message in wanted if one == ENGLISH or message[0] not in written]
        wanted = [*((script, message) for message in aloud), *rest]
    if ENGLISH not in languages_of(language):
        spoken = {topic.context(one, "text") for one in topic.printed_on(form) if one.kind == Kind.SAY}
        wanted += [(ENGLISH, message) for message in messages if message[0] in spoken]
    return _looked_up(library, wanted)


def _of_one_shelf(library: Library, variety: str, script: str) -> None:
    """Refuse what is said in a script where a clinic wrote its own in another: the shipped texts there say others."""
    first = library.find(f"locales/{WRITTEN_IN[variety][0]}/LC_MESSAGES/{variety}.po")
    there = library.find(f"locales/{script}/LC_MESSAGES/{variety}.po")
    if first is not None and there is not None and first.shelf != there.shelf:
        message = f"what is read aloud stands on the clinic's shelf in {WRITTEN_IN[variety][0]}, and not in {script}"
        place = Place(f"locales/{script}/LC_MESSAGES/{variety}.po")
        raise ContentError(problems=(Problem(place, message, "legalassist translate draft makes a draft of it"),))


def spoken_texts(library: Library, topic: Topic, variety: str) -> tuple[Said, ...]:
    """Return what a topic says aloud in a variety, as it stands today.

    Raises UsageError where the topic has no text for the ear, or the clinic has not filled its shelf of that variety;
    ContentError with every text that is missing or empty.
    """
    messages = tuple(spoken_messages(topic, variety))
    if not messages:
        message = f"{topic.id} has no text for the ear: what is read aloud of it is what its other pieces print"
        raise UsageError(message, hint="a topic has one with 'spoken: yes', and a text for each of its statements")
    if not filled(library, variety):
        message = f"there is no text in {variety} yet: it is shipped empty, and the clinic's to write"
        where = f"--shelf {variety} --language {WRITTEN_IN[variety][0]} --out FILE"
        hint = f"legalassist translate export {where}, then translate import FILE"
        raise UsageError(message, hint=hint)
    return _looked_up(library, [(WRITTEN_IN[variety][0], one) for one in messages])


def filled(library: Library, variety: str) -> bool:
    """Say whether the texts of a variety stand on a shelf."""
    return library.find(f"locales/{WRITTEN_IN[variety][0]}/LC_MESSAGES/{variety}.po") is not None


@lru_cache(maxsize=8)
def catalog_of(library: Library, language: str, domain: str = CATALOG) -> Catalog:
    """Return a catalog of handouts in a language, read once for a run."""
    return Catalog.read(library, language, domain)


def _looked_up(library: Library, wanted: list[tuple[str, Message]]) -> tuple[Said, ...]:
    said: list[Said] = []
    problems: list[Problem] = []
    for language, (context, english) in wanted:
        try:
            catalog = catalog_of(library, language, variety_of(context) or CATALOG)
            said.append(Said(context, language, english, catalog.draft(context, english)))
        except ContentError as wrong:
            problems.extend(wrong.problems)
    if problems:
        raise ContentError(problems=tuple(dict.fromkeys(problems)))
    return tuple(said)


def unfilled(library: Library, topic: Topic) -> tuple[tuple[str, ...], int]:
    """Return the contexts of what the clinic has not written yet of a topic's Cantonese, and how many texts it has.

    What is said around every topic counts with each. A topic without a text for the ear has none.
    """
    if not topic.spoken:
        return (), 0
    wanted = [context for context, _ in (*fixed_messages(CANTONESE), *spoken_messages(topic, CANTONESE))]
    if not filled(library, CANTONESE):
        return tuple(wanted), len(wanted)
    there = catalog_of(library, WRITTEN_IN[CANTONESE][0], CANTONESE).by_context
    return tuple(one for one in wanted if one not in there or not there[one].text.strip()), len(wanted)


def has_texts(library: Library, topic: Topic, language: str) -> bool:
    """Say whether a topic is written in every language of a piece; one of a clinic may have no traditional.

    Cantonese is there once the clinic has filled the topic whole: no half of it is read aloud.
    """
    if language == YUE and (not topic.spoken or unfilled(library, topic)[0]):
        return False
    return all(
        one in {ENGLISH, SIMPLIFIED} or f"topic.{topic.id}.title" in catalog_of(library, one).by_context
        for one in languages_of(language)
    )


def settled_problems(catalog: Catalog, topic: Topic, authorities: Authorities) -> Iterator[Problem]:
    """Yield each Chinese text that settles what an authority it rests on leaves in dispute."""
    for one in topic.statements:
        known = (authorities.get(name) for name in one.authorities if name in authorities)
        if not any(authority.volatility == "contested" for authority in known):
            continue
        for found in _translations(catalog, topic, one):
            word = _SETTLED_CHINESE.search(to_simplified(found.text))
            if word:
                message = f"{found.context!r} says {word[0]}, which settles what is disputed"
                yield Problem(found.place, message, "say what the reader can do, not what officers may do")


def number_problems(catalog: Catalog, topics: Iterable[Topic]) -> Iterator[Problem]:
    """Yield each translation of some topics, and of what stands on every handout, that holds a telephone number."""
    wanted = {"", "script", *(topic.id for topic in topics)}
    for found in catalog.by_context.values():
        first, _, rest = found.context.partition(".")
        whose = rest.partition(".")[0] if first in {"topic", *WRITTEN_IN} else ""
        if whose in wanted and numbers_in(found.text):
            yield Problem(found.place, f"{found.context!r}: {NUMBER_IN_IT}", NUMBERS_GO)


def _translations(catalog: Catalog, topic: Topic, one: Statement) -> Iterator[Translation]:
    said = (spoken_context(topic, one, variety) for variety in WRITTEN_IN)
    contexts = (*(topic.context(one, part) for part in ("text", "more")), *said)
    yield from (catalog.by_context[context] for context in contexts if context in catalog.by_context)
