"""Word templates: their tags, what they reach for, what stands around the tags, and every path they name."""

from collections.abc import Iterator

from legalassist.checks.matter import Matter, trying
from legalassist.checks.template_words import words_of
from legalassist.documents.word_check import template_problems, template_reads
from legalassist.errors import Place, Problem
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.library import Book


def word_template_problems(matter: Matter) -> Iterator[Problem]:
    """Yield everything wrong with a matter's Word templates; paths only where the interview could be read."""
    known = words_of(matter.interview) if matter.interview is not None else None
    for book in matter.books(".docx"):
        yield from template_problems(book.content, book.name)
        if known is not None:
            yield from trying(book.name, lambda book=book: _unknown_paths(book, known))  # type: ignore[misc]


def _unknown_paths(book: Book, known: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem for each path that no question asks for and no rule derives."""
    for read in template_reads(book.content, book.name):
        if read.path not in known:
            hint = did_you_mean(read.path, known) or "a template names facts of the interview and words of the packet"
            yield Problem(Place(book.name), f"paragraph {read.paragraph} names {read.path!r}, which is not known", hint)
