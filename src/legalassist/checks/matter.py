"""One matter (``tvisa``): what all its checkers look at, read once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from legalassist.assessments.assess import WORDS
from legalassist.documents.docx_file import OutsideSubsetError
from legalassist.errors import ContentError, LegalAssistError, Place, Problem
from legalassist.interviews.reader import Reading, read_interview
from legalassist.interviews.schema import Interview
from legalassist.library import Book, Library


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter on the shelves: its name, and what came of reading its interview."""

    name: str
    library: Library
    reading: Reading

    @property
    def interview(self) -> Interview | None:
        """The interview where all its pages could be read, else None: paths then cannot be told from misspelt ones."""
        return self.reading.interview if self.reading.whole else None

    @property
    def sound(self) -> Interview | None:
        """The interview where nothing at all is wrong with it, else None: for what would only echo its problems."""
        return None if self.reading.problems else self.interview

    def books(self, suffix: str) -> Iterator[Book]:
        """Yield the matter's templates with that suffix, in name order."""
        yield from self.library.books(f"templates/{self.name}", suffix)


Checker = Callable[[Matter], Iterable[Problem]]
"""A checker looks at one matter and yields what an author has to mend."""


def read_matter(library: Library, name: str) -> Matter:
    """Read a matter's interview; raises ContentError only where the shelves have none of that name."""
    return Matter(name, library, read_interview(library, name, WORDS))


def said(wrong: LegalAssistError, file: str) -> tuple[Problem, ...]:
    """Return a refusal as problems: its own where it has them, else one at the file."""
    if isinstance(wrong, (ContentError, OutsideSubsetError)) and wrong.problems:
        return wrong.problems
    return (Problem(Place(file), wrong.message.removeprefix(f"{file}: "), wrong.hint),)


def trying(file: str, check: Callable[[], Iterable[Problem]]) -> Iterator[Problem]:
    """Yield a checker's problems; a file that cannot be opened at all is a problem too, and stops nothing else."""
    try:
        yield from check()
    except LegalAssistError as wrong:
        yield from said(wrong, file)
