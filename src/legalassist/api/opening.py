"""Open what everything starts from: the shelves, an interview, a case, the clinic's particulars."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from legalassist.api.exhibit_files import folder_beside
from legalassist.assessments.assess import WORDS
from legalassist.cases.answers_file import interview_named, read_answers
from legalassist.cases.case import Case
from legalassist.documents.clinic import ATTORNEY, PREPARER, Clinic, read_clinic
from legalassist.errors import UsageError
from legalassist.interviews.reader import read_interview
from legalassist.interviews.schema import Interview
from legalassist.library import Library

EXAMPLES = "interviews/tvisa/examples"


@lru_cache(maxsize=4)
def open_interview(library: Library, name: str) -> Interview:
    """Return an interview; raise ContentError with every problem in its files."""
    return read_interview(library, name, WORDS).required()


def open_case(path: Path | Case, library: Library) -> tuple[Interview, Case]:
    """Return the case in an answers file (invented people only), and its interview; a case of the store as it is.

    Raises UsageError for a file that is not there or does not say that its client is invented, ContentError with
    every problem in it.
    """
    if isinstance(path, Case):
        return open_interview(library, path.interview), path
    text = read_text(path)
    interview = open_interview(library, interview_named(text, path.name))
    case = read_answers(text, path.name, interview).required()
    # A copy of an answers file may lie without its exhibits: they are then missing, and listed as such.
    there = tuple(one for one in case.exhibits if (folder_beside(path) / one.source).is_file())
    return interview, replace(case, exhibits=there)


def read_text(path: Path) -> str:
    """Return a file's text; raise UsageError where there is no such file, or it is not UTF-8 text."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        message = f"there is no file {path}"
        hint = "a case is a number of the case store, like C-7K4P, or the path of an invented person's answers file"
        raise UsageError(message, hint) from None
    except OSError as wrong:
        raise UsageError(f"{path} cannot be read: {wrong.strerror}") from None
    except UnicodeDecodeError as wrong:
        message = f"{path} is not UTF-8 text (byte {wrong.start})"
        raise UsageError(message, hint="save the file as UTF-8") from None


def open_clinic(library: Library, path: Path | None = None) -> Clinic:
    """Return the clinic's particulars: from a file, from the clinic's own shelf, or the invented example."""
    if path is not None:
        return read_clinic(read_text(path), path.name)
    book = library.find("clinic.yaml") or library.get(f"{EXAMPLES}/clinic.yaml")
    return read_clinic(book.text, book.name)


def clinic_of(case: Case, clinic: Clinic) -> Clinic:
    """Return the clinic as it stands in a case: the attorney and the preparer that the case names by code come first.

    Raises UsageError for a code that nobody of the clinic has.
    """
    codes = (case.current.get(fact) for fact in (ATTORNEY, PREPARER))
    attorney, preparer = (str(one.value) if one is not None and one.value is not None else "" for one in codes)
    return clinic.serving(attorney, preparer)


def example_cases(library: Library) -> tuple[Path, ...]:
    """Return the invented clients' answers files that are shipped."""
    books = library.books(EXAMPLES, ".yaml")
    return tuple(book.path for book in books if not book.name.endswith("/clinic.yaml"))
