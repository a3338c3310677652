"""Examples: the invented clients' answers and the invented clinic, read as the commands read them."""

from collections.abc import Iterator

from legalassist.cases.answers_file import read_answers
from legalassist.checks.matter import Matter, trying
from legalassist.documents.clinic import read_clinic
from legalassist.errors import Problem
from legalassist.interviews.schema import Interview
from legalassist.library import Book, Library

CLINIC = "clinic.yaml"


def example_problems(matter: Matter) -> Iterator[Problem]:
    """Yield everything wrong with a matter's examples; answers only where the interview is sound."""
    for book in matter.library.books(f"interviews/{matter.name}/examples", ".yaml"):
        if book.name.endswith(f"/{CLINIC}"):
            yield from clinic_problems(book)
        elif matter.sound is not None:
            yield from answers_problems(book, matter.sound)


def shelf_clinic_problems(library: Library) -> Iterator[Problem]:
    """Yield everything wrong with a clinic's own ``clinic.yaml``, where a shelf has one."""
    book = library.find(CLINIC)
    if book is not None:
        yield from clinic_problems(book)


def answers_problems(book: Book, interview: Interview) -> Iterator[Problem]:
    """Yield everything wrong with one answers file."""
    yield from trying(book.name, lambda: read_answers(book.text, book.name, interview).problems)


def clinic_problems(book: Book) -> Iterator[Problem]:
    """Yield everything wrong with one file of a clinic's particulars."""

    def read() -> tuple[Problem, ...]:
        read_clinic(book.text, book.name)
        return ()

    yield from trying(book.name, read)
