"""Interviews: everything their reader finds, and pages that lie on the shelf but are never asked."""

from collections.abc import Iterator

from legalassist.checks.matter import Matter
from legalassist.errors import ContentError, Place, Problem
from legalassist.papers.written import papers_file, read_papers


def interview_problems(matter: Matter) -> Iterator[Problem]:
    """Yield everything wrong with an interview's files."""
    yield from matter.reading.problems
    yield from _forgotten_pages(matter)
    interview = matter.interview
    if interview is not None and matter.library.find(papers_file(matter.name)) is not None:
        try:
            read_papers(matter.library, interview)
        except ContentError as wrong:
            yield from wrong.problems


def _forgotten_pages(matter: Matter) -> Iterator[Problem]:
    """Yield a problem for each page file that interview.yaml does not list."""
    if matter.interview is None:
        return
    asked = {page.place.file: page.name for page in matter.interview.pages}
    for book in matter.library.books(f"interviews/{matter.name}/pages", ".yaml"):
        if book.name not in asked:
            name = book.name.rpartition("/")[2].removesuffix(".yaml")
            hint = f"add '- {name}' to interviews/{matter.name}/interview.yaml"
            yield Problem(Place(book.name, 1, 1), "no interview asks this page", hint)
