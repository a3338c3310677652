"""Every text of a paper in English and in the reader's language, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

from legalassist.interviews.schema import Interview
from legalassist.languages.catalog import Catalog
from legalassist.languages.tags import bcp47
from legalassist.languages.words import SCREEN, WORDS
from legalassist.library import Library
from legalassist.papers.written import Papers
from legalassist.reviews.ledger import Said


@dataclass(frozen=True, slots=True)
class Both:
    """One text in English and in the other language, with that language's tag; `other` is empty for English alone."""

    english: str
    other: str
    tag: str


class Voices:
    """The texts of an interview, its papers and the screen's words, in a language beside English."""

    def __init__(self, library: Library, interview: Interview, papers: Papers, language: str) -> None:
        """Read the language's catalogs; raises ContentError where one is missing or broken."""
        self._catalogs = (Catalog.read(library, language, interview.name), Catalog.read(library, language, SCREEN))
        self._own: Mapping[str, str] = dict(interview.messages()) | dict(papers.messages())
        self._tag = bcp47(language)
        self._english = language == "en"
        self._language = language
        self.translated: dict[str, Said] = {}
        """The translations that were used, by context."""

    def both(self, context: str) -> Both:
        """Return a text by its context; raises ContentError where it has no translation, KeyError for no such text.

        What translates an earlier English text will do: nobody can have approved it, so the page says it is a draft.
        """
        matter, screen = self._catalogs
        english = self._own.get(context) or WORDS[context]
        other = "" if self._english else (matter if context in self._own else screen).draft(context, english)
        if other:
            self.translated[context] = Said(context, self._language, english, other)
        return Both(english, other, self._tag)
