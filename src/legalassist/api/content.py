"""Check content: the shelves, or single files, before anybody meets their mistakes in a case."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from legalassist.checks.authorities import law_notes
from legalassist.checks.clinic import clinic_notes
from legalassist.checks.everything import all_problems
from legalassist.checks.matter import read_matter
from legalassist.checks.one_file import file_problems, folder_problems, is_shelf
from legalassist.checks.ways import ways_of
from legalassist.errors import Problem, UsageError
from legalassist.handouts.check import reading_grades
from legalassist.handouts.levels import HARDEST_GRADE
from legalassist.interviews.reader import interview_names
from legalassist.law.authorities import Authorities
from legalassist.library import Library


def check_content(library: Library, paths: Iterable[Path] = ()) -> tuple[Problem, ...]:
    """Return every author's mistake in the named files and shelf folders, or on all shelves where none is named.

    Problems come in the order of files and lines, each once. Raises UsageError for a path that is not there.
    """
    named = tuple(paths)
    found = [problem for path in named for problem in _at(library, path)] if named else all_problems(library)
    return tuple(sorted(set(found)))


def check_notes(library: Library, as_of: date) -> tuple[Problem, ...]:
    """Return what a person should look at again as of a day, though nothing is wrong.

    That is law that is due for a check, and what forms ask for that the clinic's own particulars lack.
    """
    return (*law_notes(as_of), *clinic_notes(library))


def reading_levels(library: Library) -> Iterator[str]:
    """Yield one line for each handout: the school grade of its English (plain language is 6 to 8, or easier)."""
    for name, grade in reading_grades(library, Authorities.load()):
        yield f"{name}: English of grade {max(grade, 0):.1f}, at most {HARDEST_GRADE:g}"


def ways_looked_at(library: Library) -> Iterator[str]:
    """Yield one line for each interview: how many questions and printed facts were tried on all ways through it."""
    for name in interview_names(library):
        ways = ways_of(read_matter(library, name))
        if ways.questions:
            yield (
                f"{name}: {ways.questions} questions can come up, {ways.reads} facts in letters apply where they are "
                f"printed; {len(ways.problems) or 'no'} exceptions"
            )


def _at(library: Library, path: Path) -> Iterator[Problem]:
    """Yield the problems at one path: a file, a clinic's own shelf, or a folder of files."""
    if path.is_file():
        yield from file_problems(library, path)
    elif path.is_dir() and is_shelf(path):
        yield from all_problems(Library(path, *(folder for name, folder in library.shelves if name != "shipped")))
    elif path.is_dir():
        yield from folder_problems(library, path)
    else:
        raise UsageError(
            f"there is no file or folder {path}", hint="name a file of a shelf, a shelf, or nothing at all"
        )
