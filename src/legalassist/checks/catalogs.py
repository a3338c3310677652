"""Catalogs: every text in every language, nothing stale, nothing left over, no claim of review."""

import re
from collections.abc import Iterator, Mapping

from legalassist.checks.glossary import rendering_problems
from legalassist.checks.matter import Matter
from legalassist.documents.word_check import template_messages
from legalassist.documents.wording import message_context
from legalassist.errors import ContentError, DocumentError, Place, Problem
from legalassist.languages.catalog import DRAFT, Catalog
from legalassist.languages.words import WORDS
from legalassist.library import Library

SCREEN = "app"
"""The domain of the program's own words; every other is called like its matter."""

_CLAIM = re.compile(r"^#(?!~).*\b(?:approved|reviewed by|verified|proofread|checked by)\b", re.IGNORECASE)


def catalog_problems(matter: Matter) -> Iterator[Problem]:
    """Yield everything wrong with a matter's catalogs, language by language."""
    if matter.interview is None:
        return
    wanted: dict[str, str] = dict(matter.interview.messages())
    for problem, context, english in _template_messages(matter):
        if problem is not None:
            yield problem
        else:
            wanted[context] = english
    yield from _in_every_language(matter.library, matter.name, wanted)


def screen_problems(library: Library) -> Iterator[Problem]:
    """Yield everything wrong with the catalogs of the screen's own words."""
    yield from _in_every_language(library, SCREEN, WORDS)


def languages(library: Library) -> tuple[str, ...]:
    """Return the languages the shelves have a folder for."""
    return tuple(sorted({book.name.split("/")[1] for book in library.books("locales", ".po")}))


def _in_every_language(library: Library, domain: str, wanted: Mapping[str, str]) -> Iterator[Problem]:
    for language in languages(library):
        file = f"locales/{language}/LC_MESSAGES/{domain}.po"
        try:
            catalog = Catalog.read(library, language, domain)
            yield from catalog.problems(wanted.items())
            yield from rendering_problems(catalog)
            yield from _claims(library.get(file).text, file)
        except ContentError as wrong:
            yield from wrong.problems or (Problem(Place(file), wrong.message, wrong.hint),)


def _claims(text: str, file: str) -> Iterator[Problem]:
    """Yield a problem for each comment that says somebody has reviewed or approved a text."""
    for number, line in enumerate(text.splitlines(), 1):
        if _CLAIM.search(line):
            message = "this comment claims that somebody has reviewed the text"
            yield Problem(Place(file, number), message, f"a text here is '# {DRAFT}'; approvals are kept elsewhere")


def _template_messages(matter: Matter) -> Iterator[tuple[Problem | None, str, str]]:
    """Yield (None, context, English) for every text of the Word templates, or a problem where two share a context."""
    seen: dict[str, str] = {}
    for book in matter.books(".docx"):
        template = book.name.rpartition("/")[2].removesuffix(".docx")
        try:
            messages = template_messages(book.content, book.name)
        except DocumentError:  # the template's own checker says what is wrong with it
            continue
        for message in messages:
            context = message_context(template, message.text)
            if seen.setdefault(context, message.text) != message.text:
                what = f"paragraph {message.paragraph} has a translated text that begins like another one"
                hint = "change its first words: catalogs tell texts apart by them"
                yield Problem(Place(book.name), what, hint), context, ""
            else:
                yield None, context, message.text
