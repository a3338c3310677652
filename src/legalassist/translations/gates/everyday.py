"""Everyday words in both languages: what the English says and no Chinese word answers, what the Chinese adds.

The words and every usual way to say each stand in ``locales/everyday.csv``: English forms, Chinese ways (simplified),
and among the ways those that never stand for anything else. A finding is for a reader to look at: Chinese often implies
a word. Words that the older lists of people and things ask for are not asked for twice.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import StringIO

from legalassist.errors import ContentError, Place, Problem
from legalassist.library import Library
from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.keywords import ACTORS, THINGS
from legalassist.translations.gates.patterns import fullmatch, search
from legalassist.translations.gates.sentences import side_by_side

EVERYDAY = "locales/everyday.csv"
COLUMNS = ("english", "chinese", "alone")
_TOKEN = re.compile(r"[a-z0-9][a-z0-9.'_-]*[a-z0-9]|[a-z]")
_PLACEHOLDER = re.compile(r"\{[^}]*\}|https?://\S+")
_EVERYWHERE = frozenset("国中外内上下")
"""Characters that stand in words of every kind: 国 for a country is no source of 中国."""
_ELSEWHERE = 3
"""So many content words without an answer, and none with one, and the text belongs to another message."""


@dataclass(frozen=True)
class Word:
    """One row: the English forms, every usual Chinese way, the ways that need one of these forms in the English."""

    english: tuple[str, ...]
    chinese: tuple[str, ...]
    alone: tuple[str, ...]

    @cached_property
    def said(self) -> re.Pattern[str]:
        """What finds the word in Chinese."""
        return re.compile("|".join(map(re.escape, self.chinese)))


@dataclass(frozen=True)
class Everyday:
    """All rows, looked up by their English forms."""

    words: tuple[Word, ...]

    @cached_property
    def _by_form(self) -> dict[str, Word]:
        """Say which rows are asked for in Chinese; a row without Chinese ways only stands behind what it names."""
        return {form.replace(" ", "_"): word for word in self.words if word.chinese for form in word.english}

    @cached_property
    def _phrases(self) -> re.Pattern[str]:
        phrases = sorted((form for word in self.words for form in word.english if " " in form), key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases)) or '(?!)'})(?!\w)")

    @cached_property
    def _behind(self) -> dict[str, frozenset[str]]:
        """Say for each way that stands alone which English forms may stand behind it."""
        return {
            way: frozenset(
                form.replace(" ", "_")
                for other in self.words
                if any(way in one or (one in way and one not in _EVERYWHERE) for one in (*other.chinese, *other.alone))
                for form in other.english
            )
            for word in self.words
            for way in word.alone
        }

    def tokens(self, english: str) -> list[str]:
        """Return the words of an English text, the phrases of the list as one word each."""
        plain = _PLACEHOLDER.sub(" ", english)
        plain = self._phrases.sub(lambda found: found[0].replace(" ", "_"), plain)
        return [one.removesuffix("'s").rstrip("'") for one in _TOKEN.findall(plain)]

    def words_in(self, english: str) -> dict[str, Word]:
        """Return the listed words of an English text by the form in which they stand there."""
        return {one: self._by_form[one] for one in self.tokens(english) if one in self._by_form}

    def lost(self, pair: Pair) -> Iterator[Found]:
        """Yield words of the English that no Chinese word answers, sentence by sentence where they can be told apart."""
        for english, chinese in side_by_side(pair):
            for form, word in self.words_in(english).items():
                if not _asked_elsewhere(form) and not word.said.search(chinese):
                    yield f"“{form.replace('_', ' ')}” is not said", f"say {word.chinese[0]}"

    def added(self, pair: Pair) -> Iterator[Found]:
        """Yield words of the Chinese that no English word answers."""
        here = None
        for way, forms in self._behind.items():
            if way in pair.simplified:
                here = here or set(self.tokens(pair.low))
                if not here & forms:
                    yield f"{way} does not stand in the English", "take it out, or look whether it is another word"

    def ways(self, form: str) -> str | None:
        """Return how a word is said: from the list, or from the older lists of people and things."""
        word = self._by_form.get(form)
        if word:
            return word.said.pattern
        return _older_way(form)

    def elsewhere(self, pair: Pair) -> Iterator[Found]:
        """Yield a text that answers no content word of its English: it was put in for another message."""
        words = set(self.words_in(pair.low).values())
        if len(words) >= _ELSEWHERE and not any(word.said.search(pair.simplified) for word in words):
            yield "it answers no word of its English", "look whether it is another message's text"


@lru_cache(maxsize=4096)
def _older_way(form: str) -> str | None:
    return next((way for one, way in (*ACTORS.items(), *THINGS.items()) if fullmatch(one, form)), None)


@lru_cache(maxsize=4096)
def _asked_elsewhere(form: str) -> bool:
    return any(search(english, form.replace("_", " ")) for english in (*ACTORS, *THINGS))


def read_everyday(library: Library) -> Everyday:
    """Return the list of the first shelf that has one. Raises ContentError for a column that is missing."""
    book = library.get(EVERYDAY)
    return _parsed(book.text, book.name)


@lru_cache(maxsize=4)
def _parsed(text: str, name: str) -> Everyday:
    reader = csv.DictReader(StringIO(text))
    lacking = [one for one in COLUMNS if one not in (reader.fieldnames or ())]
    if lacking:
        hint = f"the columns are {', '.join(COLUMNS)}"
        raise ContentError(problems=(Problem(Place(name, 1), f"the column {lacking[0]!r} is missing", hint),))
    rows = ([tuple(filter(None, (row[one] or "").split("|"))) for one in COLUMNS] for row in reader)
    return Everyday(tuple(Word(*row) for row in rows))
