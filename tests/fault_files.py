"""Fault files: one broken input each, with what must be said about it in its own first lines.

A file under ``tests/faults`` is named after its fault and begins with comments::

    # as: interviews/try/pages/people.yaml     which file of tests/faults/shelf it replaces; without it, it stands alone
    # expect: 8:5: unknown key 'aks'           line:column: message, one line for each problem, in the order reported
    # hint: did you mean 'ask'?                the hint of the problem above it

A problem in another file than the faulty one is expected with that file's name before the line. ``.xml`` files are
the body of a Word document.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from documents.docx_builder import docx, paragraph

from legalassist.api.content import check_content
from legalassist.checks.everything import matter_problems
from legalassist.checks.one_file import LaidOver
from legalassist.errors import Problem
from legalassist.library import Book, Library

FAULTS = Path(__file__).parent / "faults"
SHELF = FAULTS / "shelf"
MATTER = "try"
LETTER = "templates/try/letter.docx"
_HEAD = re.compile(r"^(?:#|\{#|<!--) (as|expect|hint): (.*?)(?: #\}| -->)?$")


@dataclass(frozen=True)
class Fault:
    """One fault file: what it stands for, and what is expected to be said."""

    path: Path
    replaces: str
    expected: list[str]


def fault_files() -> list[Path]:
    """Return every fault file, in name order."""
    return sorted(path for path in FAULTS.iterdir() if path.is_file())


def read_fault(path: Path) -> Fault:
    """Read the head of a fault file."""
    lines = path.read_bytes().decode("utf-8", errors="replace").splitlines()
    replaces, expected = "", []
    for found in map(_HEAD.match, lines):
        if found is None:
            continue
        if found[1] == "as":
            replaces = found[2]
        elif found[1] == "expect":
            expected.append(found[2])
        else:
            expected[-1] += f"\n  hint: {found[2]}"
    return Fault(path, replaces, expected)


def make_shelf(folder: Path) -> Path:
    """Put the shelf without faults into a folder, its Word template built, and return it."""
    shelf = folder / "shelf"
    shutil.copytree(SHELF, shelf)
    (shelf / LETTER).write_bytes(docx(paragraph("Dear {{ person.name.full }}"), paragraph('{{ _("Sincerely,") }}')))
    return shelf


def said_about(fault: Fault, shelf: Path, folder: Path) -> list[str]:
    """Return everything the checks say about a fault, as `read_fault` spells it."""
    path = fault.path
    if path.suffix == ".xml":
        path = folder / f"{path.stem}.docx"
        path.write_bytes(docx(re.sub(r"<!--.*?-->\n", "", fault.path.read_text(encoding="utf-8"))))
    library = Library(shelf)
    if not fault.replaces:
        return list(_spelled(check_content(library, [path]), str(path)))
    laid_over = LaidOver(library, Book(fault.replaces, "fault", path))
    return list(_spelled(sorted(set(matter_problems(laid_over, MATTER))), fault.replaces))


def _spelled(problems: Iterable[Problem], file: str) -> Iterator[str]:
    """Yield problems as text, without the faulty file's own name."""
    for problem in problems:
        where = str(problem.where).removeprefix(file).removeprefix(":")
        text = f"{where}: {problem.message}" if where else problem.message
        yield f"{text}\n  hint: {problem.hint}" if problem.hint else text
