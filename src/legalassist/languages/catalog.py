"""Texts in another language: a strict look-up in ``.po`` files that never falls back to English in silence.

gettext's own look-up (and Babel's way through ``.mo``) returns the English text for a message that is missing, empty,
marked fuzzy, or filed under another context, and says nothing. Here each of those raises, with the place in the file.

A message is found by its *context* (``client.name.ask``: where the text stands, unique in a file) and its English
text together: after the English is edited, the old Chinese is stale and no longer found.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from io import StringIO

from babel.messages.pofile import PoFileError, read_po

from legalassist.errors import ContentError, Place, Problem
from legalassist.languages.po_file import Block, as_babel_reads, blocks_of
from legalassist.languages.tags import ENGLISH, normalise
from legalassist.library import Book, Library

Message = tuple[str, str]
"""A text people read: its context, and the English."""

DRAFT, DRAFT_BY_A_PERSON = "draft, machine", "draft, person"
"""The only states a translation may claim in a .po file; who approved what is recorded elsewhere, never here."""

_KEYWORD = re.compile(r"^(msgctxt|msgid_plural|msgid|msgstr)\b", re.MULTILINE)
_PLURAL_FORMS = re.compile(r'^"Plural-Forms:(.*?)(?:\\n)?"$', re.MULTILINE)
_COMES_AFTER = {"msgctxt": {"", "msgstr"}, "msgid": {"", "msgctxt"}, "msgstr": {"msgid", "msgid_plural"}}
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Translation:
    """One message of a .po file: its context, the English it translates, the text, its state and its place.

    `previous` is the English it was made from, where that has changed since and a merge has kept it.
    """

    context: str
    english: str
    text: str
    state: str
    fuzzy: bool
    place: Place
    previous: str = ""


@dataclass(frozen=True)
class Catalog:
    """The texts of one domain (``tvisa``, ``app``) in one language; the English one returns what it is given."""

    language: str
    file: str = ""
    by_context: Mapping[str, Translation] = field(default_factory=dict)

    @classmethod
    def read(cls, library: Library, language: str, domain: str) -> "Catalog":
        """Read ``locales/LANGUAGE/LC_MESSAGES/DOMAIN.po`` from the first shelf that has it.

        Raises UsageError for an unknown language, ContentError for a file that is missing, broken, names another
        language, or has a message without a context, a context twice, or plural forms; all problems at once.
        """
        language = normalise(language)
        if language == ENGLISH:
            return cls(language)
        book = library.get(f"locales/{language}/LC_MESSAGES/{domain}.po")
        translations, problems = _read(book, language)
        if problems:
            raise ContentError(problems=tuple(problems))
        return cls(language, book.name, {one.context: one for one in translations})

    def text(self, context: str, english: str) -> str:
        """Return the text for a message; raise ContentError where it is missing, stale, empty or fuzzy."""
        if self.language == ENGLISH:
            return english
        problem = self._problem(context, english)
        if problem is not None:
            raise ContentError(problems=(problem,))
        return self.by_context[context].text

    def draft(self, context: str, english: str) -> str:
        """Return the text for a page that says on itself that it is a draft: as `text`, but a stale one will do.

        Raises ContentError where there is none, or an empty one: a page never falls back to English in silence.
        """
        if self.language == ENGLISH:
            return english
        one = self.by_context.get(context)
        return one.text if one is not None and one.text.strip() else self.text(context, english)

    def stale(self, context: str, english: str) -> bool:
        """Say whether there is a text that translates an earlier English one."""
        one = self.by_context.get(context)
        return one is not None and bool(one.text.strip()) and (one.fuzzy or one.english != english)

    def problems(self, messages: Iterable[Message]) -> tuple[Problem, ...]:
        """Return everything that keeps the catalog from saying exactly these messages, in the order of the file.

        Missing, stale, empty and fuzzy ones; ones nobody asks for; placeholders that differ; text left in English;
        any state but a draft. The English catalog has no problems.
        """
        if self.language == ENGLISH:
            return ()
        wanted = dict(messages)
        found = [problem for item in wanted.items() if (problem := self._problem(*item)) is not None]
        for one in self.by_context.values():
            if one.context not in wanted:
                found.append(Problem(one.place, f"nothing asks for {one.context!r}", "remove the message"))
            found.extend(_problems_inside(one))
        return tuple(sorted(found))

    def _problem(self, context: str, english: str) -> Problem | None:
        """Return what is wrong with one message, or None."""
        one = self.by_context.get(context)
        if one is None:
            return Problem(Place(self.file), f"there is no {self.language} text for {context!r}", "add the message")
        if one.english != english:
            return Problem(one.place, f"{context!r} translates an earlier English text", "translate the new one")
        if one.fuzzy:
            return Problem(one.place, f"{context!r} is marked fuzzy", "compare it with the English and remove the mark")
        if not one.text.strip():
            return Problem(one.place, f"{context!r} has no translation yet", "fill in msgstr")
        return None


def fill(text: str, **values: str) -> str:
    """Put values into a text's ``{placeholders}``; what a value holds is never looked at again.

    Raises KeyError for a placeholder without a value: the caller forgot it.
    """
    return _PLACEHOLDER.sub(lambda found: values[found[1]], text)


def _read(book: Book, language: str) -> tuple[list[Translation], list[Problem]]:
    """Return the translations of a .po file and what is wrong with its shape."""
    text = book.text
    head = list(_head_problems(book.name, text))
    if head:
        return [], head
    every = blocks_of(text)
    blocks = {one.context: one for one in reversed(every) if one.context}
    problems = [*_shape_problems(book.name, text), *_repeated_contexts(book.name, every)]
    try:
        messages = read_po(StringIO(as_babel_reads(text)), ignore_obsolete=True, abort_invalid=True)
    except PoFileError as wrong:
        what = str(wrong).removesuffix(f" on {wrong.lineno}")
        return [], [*problems, Problem(Place(book.name, wrong.lineno + 1), f"this is not a .po file: {what}")]
    except (ValueError, LookupError, AttributeError, TypeError):
        hint = "compare it with a file that works"
        return [], [*problems, Problem(Place(book.name), "this is not a .po file", hint)]
    if messages.locale_identifier != language:
        message = f"the header says Language: {messages.locale_identifier or 'nothing'}, the folder {language}"
        problems.append(Problem(Place(book.name, 1), message, f"write Language: {language}"))
    return [
        Translation(
            one.context, one.id, one.string, _state(one.user_comments), one.fuzzy,
            Place(book.name, blocks[one.context].line), blocks[one.context].previous,
        )
        for one in messages
        if one.context and one.context in blocks and isinstance(one.id, str) and isinstance(one.string, str)
    ], problems  # fmt: skip


def _head_problems(file: str, text: str) -> Iterator[Problem]:
    """Yield what is wrong before the first message: a mark nobody sees, and plural forms of another language."""
    if text.startswith("\ufeff"):
        yield Problem(Place(file, 1), "the file begins with a byte order mark", "save it as UTF-8 without a BOM")
    found = _PLURAL_FORMS.search(text)
    if found and re.sub(r"\s", "", found[1]).rstrip(";") != "nplurals=1;plural=0":
        message = f"the head says Plural-Forms: {found[1].strip()}, and Chinese has one form"
        yield Problem(Place(file, _line(text, found.start())), message, "write Plural-Forms: nplurals=1; plural=0;")


def _state(comments: Iterable[str]) -> str:
    """Return what the comments say; Babel takes the earlier English (`#|`) for one of them."""
    return "; ".join(one for one in comments if not one.startswith("|"))


def _line(text: str, position: int) -> int:
    return bisect_right(_line_starts(text), position)


@lru_cache(maxsize=2)
def _line_starts(text: str) -> tuple[int, ...]:
    """Return where each line begins; a catalog asks for the lines of thousands of places in one text."""
    return (0, *(found.end() for found in re.finditer("\n", text)))


def _repeated_contexts(file: str, blocks: Iterable[Block]) -> Iterator[Problem]:
    """Yield a problem for each context that stands in the file twice (Babel keeps one of the two, in silence)."""
    first: dict[str, int] = {}
    for one in blocks:
        if one.context is not None and first.setdefault(one.context, one.line) != one.line:
            message = f"the context {one.context!r} stands here twice (first in line {first[one.context]})"
            yield Problem(Place(file, one.line), message, "keep one of the two")


def _shape_problems(file: str, text: str) -> Iterator[Problem]:
    """Yield a problem for each line that breaks the order msgctxt, msgid, msgstr (Babel reads on, in silence)."""
    before = ""
    for found in _KEYWORD.finditer(text):
        word, place = found[1], Place(file, _line(text, found.start()))
        if word == "msgid_plural":
            yield Problem(place, "plural forms are not used here", "write a sentence that fits any number")
        elif word == "msgid" and before == "msgstr":
            yield Problem(place, "the message has no context", "add msgctxt: where the text stands")
        elif before not in _COMES_AFTER[word]:
            yield Problem(place, f"{word} stands in the wrong place", "the order is msgctxt, msgid, msgstr")
        before = word
    if before not in {"", "msgstr"}:
        yield Problem(Place(file, _line(text, len(text))), f"the file ends after {before}", "add what is missing")


def _problems_inside(one: Translation) -> Iterator[Problem]:
    """Yield what is wrong with a translation by itself."""
    if one.state not in {DRAFT, DRAFT_BY_A_PERSON} and (one.text or one.state):
        message = f"{one.context!r} has the state {one.state or 'nothing'!r}"
        yield Problem(one.place, message, f"the comment above it may only say '# {DRAFT}' or '# {DRAFT_BY_A_PERSON}'")
    if not one.text:
        return
    if one.text == one.english:
        yield Problem(one.place, f"{one.context!r} is still in English", "translate it")
    if _placeholders(one.text) != _placeholders(one.english):
        yield Problem(one.place, f"{one.context!r} differs from the English in its {{placeholders}}", "copy them")


def _placeholders(text: str) -> Counter[str]:
    return Counter(_PLACEHOLDER.findall(text))
