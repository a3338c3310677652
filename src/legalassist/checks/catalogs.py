"""Catalogs: every text in every language, nothing stale, nothing left over, no claim of review."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from legalassist.checks.matter import Matter, said
from legalassist.documents.word_check import template_messages, template_problems
from legalassist.documents.wording import message_context
from legalassist.errors import ContentError, Place, Problem, UsageError
from legalassist.handouts.speech import CANTONESE
from legalassist.interviews.reader import interview_names
from legalassist.languages.catalog import DRAFT, Catalog
from legalassist.languages.tags import LANGUAGES, TRADITIONAL, normalise
from legalassist.languages.words import SCREEN, WORDS
from legalassist.library import Book, Library
from legalassist.papers.written import paper_messages
from legalassist.translations.extract import domains, extract
from legalassist.translations.gates.every import alarms, pairs_of
from legalassist.translations.scope import reaches
from legalassist.translations.status import languages_of

_CLAIM = re.compile(r"^#(?!~).*\b(?:approved|reviewed by|verified|proofread|checked by)\b", re.IGNORECASE)


def catalog_problems(matter: Matter) -> Iterator[Problem]:
    """Yield everything wrong with a matter's catalogs, language by language; only where its interview is sound."""
    if matter.sound is None:
        return
    texts = _TemplateTexts(matter)
    yield from texts.problems
    wanted = dict(matter.sound.messages()) | texts.wanted | dict(paper_messages(matter.library, matter.name))
    yield from _in_every_language(matter.library, matter.name, wanted, texts.unread)


def screen_problems(library: Library) -> Iterator[Problem]:
    """Yield everything wrong with the catalogs of the screen's own words."""
    yield from _in_every_language(library, SCREEN, WORDS)


def folder_problems(library: Library) -> Iterator[Problem]:
    """Yield each folder of catalogs that nobody reads, because it is not called as a language is here (``zh_CN``)."""
    for name in sorted({book.name.split("/")[1] for book in library.books("locales", ".po")} - {*LANGUAGES}):
        try:
            hint = f"name it {normalise(name)}, and write Language: {normalise(name)} into its files"
        except UsageError as unknown:
            hint = unknown.hint
        yield Problem(Place(f"locales/{name}"), f"nothing reads a folder called {name!r}", hint)


def _in_every_language(
    library: Library, domain: str, wanted: Mapping[str, str], unread: tuple[str, ...] = (), *, drafted: bool = False
) -> Iterator[Problem]:
    """Yield the problems of one domain; contexts that begin like `unread` are taken as they stand.

    Of a `drafted` domain a language may have no catalog, and traditional Chinese not every text yet.
    """
    for language in languages_of(library):
        file = f"locales/{language}/LC_MESSAGES/{domain}.po"
        if library.find(file) is None and (drafted or not any(reaches(language, domain, one) for one in wanted)):
            continue
        try:
            catalog = Catalog.read(library, language, domain)
            if domain == CANTONESE:  # nobody but the clinic says it: what is empty there waits for its people
                said_there = {one.context: one for one in catalog.by_context.values() if one.text.strip()}
                catalog = replace(catalog, by_context=said_there)
            kept = {one.context: one.english for one in catalog.by_context.values() if one.context.startswith(unread)}
            reached = {context: english for context, english in wanted.items() if reaches(language, domain, context)}
            if drafted and language == TRADITIONAL:
                reached = {context: english for context, english in reached.items() if context in catalog.by_context}
            own = catalog.problems((reached | kept).items())
            yield from own
            yield from gate_problems(library, catalog, own)
            yield from _claims(library.get(file).text, file)
        except ContentError as wrong:
            yield from said(wrong, file)


def gate_problems(library: Library, catalog: Catalog, own: Collection[Problem] = ()) -> Iterator[Problem]:
    """Yield what the gates find in a catalog that must not be printed, where the catalog's `own` problems say nothing.

    What only a reader can judge is no problem: `legalassist translate check` lists it.
    """
    told = {one.where for one in own}
    for alarm in alarms(library, pairs_of(catalog), stopping=True):
        if alarm.pair.place not in told:
            yield alarm.problem


def other_catalog_problems(library: Library) -> Iterator[Problem]:
    """Yield what the gates find in the catalogs that belong to no interview: the handouts', the placement's script.

    A text that traditional Chinese does not have yet is no problem here: `translate status` counts it, `translate
    draft` drafts it, and a page that needs it is not printed without.
    """
    names = set(domains(library)) - {SCREEN, *interview_names(library)}
    for domain in sorted(names):
        wanted = {one.context: one.english for one in extract(library, domain)}
        yield from _in_every_language(library, domain, wanted, drafted=True)


def _claims(text: str, file: str) -> Iterator[Problem]:
    """Yield a problem for each comment that says somebody has reviewed or approved a text."""
    for number, line in enumerate(text.splitlines(), 1):
        if _CLAIM.search(line):
            message = "this comment claims that somebody has reviewed the text"
            yield Problem(Place(file, number), message, f"a text here is '# {DRAFT}'; approvals are kept elsewhere")


class _TemplateTexts:
    """The fixed texts of a matter's Word templates, by context; and the prefixes of templates that cannot be read."""

    def __init__(self, matter: Matter) -> None:
        self.wanted: dict[str, str] = {}
        self.problems: list[Problem] = []
        unread: list[str] = []
        for book in matter.books(".docx"):
            template = book.name.rpartition("/")[2].removesuffix(".docx")
            if template_problems(book.content, book.name):  # its own checker says what; its texts are not all seen
                unread.append(message_context(template, ""))
            else:
                self._add(book, template)
        self.unread = tuple(unread)

    def _add(self, book: Book, template: str) -> None:
        for message in template_messages(book.content, book.name):
            context = message_context(template, message.text)
            if self.wanted.setdefault(context, message.text) != message.text:
                what = f"paragraph {message.paragraph} has a translated text that begins like another one"
                hint = "change its first words: catalogs tell texts apart by them"
                self.problems.append(Problem(Place(book.name), what, hint))
