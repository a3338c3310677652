"""Examine the machine: does everything that documents need exist here, and does it work?"""

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from legalassist import __version__
from legalassist.documents.fonts import Fonts
from legalassist.errors import ContentError, LegalAssistError
from legalassist.library import Library, fonts, shipped

OLDEST_PYTHON = (3, 11)
_TRIAL = (
    '<!doctype html><html lang="en"><head><title>Trial</title>'
    "<style>body {{ font-family: 'LA Sans' }}</style></head><body><h1>Trial</h1><p>试印 {}</p></body></html>"
)


@dataclass(frozen=True, slots=True)
class Result:
    """One thing examined: what, whether it is well, what was found, and how to mend it.

    What is not `serious` is a warning: the program works, and somebody should know.
    """

    what: str
    well: bool
    found: str
    fix: str = ""
    serious: bool = True


def examine(library: Library) -> tuple[Result, ...]:
    """Examine everything; nothing raises, and nothing of a case is touched."""
    return tuple(_results(library))


def _results(library: Library) -> Iterator[Result]:
    yield Result("legalassist", True, f"{__version__}, shelves in {shipped()}")  # noqa: FBT003 - named by its column
    yield Result(
        "Python", sys.version_info[:2] >= OLDEST_PYTHON, platform.python_version(), "install Python 3.11 or 3.12"
    )
    yield _tried("fonts", _fonts, "run 'make setup' (it builds the fonts from the npm package)")
    yield _tried("PDF", _print_trial, "Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0")
    yield _tried("interviews", lambda: _interviews(library), "run 'legalassist check'")
    yield _clinic(library)
    yield _tried("terminal", _terminal, "set a UTF-8 locale, for example: export LC_ALL=C.UTF-8")


def _tried(what: str, attempt: Callable[[], str], fix: str) -> Result:
    """Return what came of trying a thing."""
    try:
        return Result(what, well=True, found=attempt())
    except LegalAssistError as wrong:
        return Result(what, well=False, found=wrong.message, fix=wrong.hint or fix)


def _fonts() -> str:
    found = Fonts.read(fonts())
    return f"LA Sans, {len(found.small):,} characters, {len(found.drawn):,} with the full font"


def _print_trial() -> str:
    """Print one small page for real; the bytes say that layout, fonts and tags work on this machine."""
    from legalassist.documents.pdf import write_pdf  # noqa: PLC0415 - loads the layout engine

    pdf = write_pdf(_TRIAL.format("123"), fonts=Fonts.read(fonts()), identifier=b"trial")
    return f"a tagged page of {len(pdf):,} bytes was printed"


def _interviews(library: Library) -> str:
    from legalassist.api.opening import open_interview  # noqa: PLC0415 - loads the law

    names = sorted({book.name.split("/")[1] for book in library.books("interviews", "interview.yaml")})
    if not names:
        message = "no shelf holds an interview"
        raise ContentError(message)
    counted = [f"{name} ({len(open_interview(library, name).by_fact)} questions)" for name in names]
    return ", ".join(counted)


def _clinic(library: Library) -> Result:
    """Say whether the clinic's particulars have what the forms ask for; the invented example is no clinic's own."""
    from legalassist.api.opening import open_clinic  # noqa: PLC0415 - loads the law
    from legalassist.checks.clinic import CLINIC, clinic_lacks  # noqa: PLC0415 - as above

    if library.find(CLINIC) is None:
        found = "no clinic.yaml of your own: forms name the invented clinic"
        return Result("clinic", well=False, found=found, fix="docs/the-clinic.md says how to write it", serious=False)
    try:
        lacks = clinic_lacks(library, open_clinic(library))
    except LegalAssistError as wrong:
        return Result("clinic", well=False, found=wrong.message, fix="run 'legalassist check'")
    said = "; ".join(str(one) for one in lacks) or "clinic.yaml has everything the forms ask for"
    return Result("clinic", not lacks, said, "add it to clinic.yaml, or name it under 'has no:'", serious=False)


def _terminal() -> str:
    encoding = (sys.stdout.encoding or "unknown").lower()
    if not encoding.startswith("utf"):
        message = f"this terminal writes {encoding}: Chinese will show as '?'"
        raise ContentError(message, hint="set a UTF-8 locale, for example: export LC_ALL=C.UTF-8")
    return encoding
