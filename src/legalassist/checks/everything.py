"""Everything on the shelves, looked at once: every checker over every matter, and what belongs to no matter."""

from collections.abc import Iterator

from legalassist.checks.authorities import law_problems, template_authority_problems
from legalassist.checks.boxes import box_problems
from legalassist.checks.catalogs import catalog_problems, folder_problems, other_catalog_problems, screen_problems
from legalassist.checks.examples import example_problems, shelf_clinic_problems
from legalassist.checks.forms import form_problems
from legalassist.checks.interviews import interview_problems
from legalassist.checks.matter import Checker, read_matter, trying
from legalassist.checks.packets import packet_problems
from legalassist.checks.print_templates import print_template_problems
from legalassist.checks.ways import way_problems
from legalassist.checks.word_templates import word_template_problems
from legalassist.documents.word_check import template_problems
from legalassist.errors import Problem
from legalassist.handouts.check import handout_problems
from legalassist.interviews.reader import interview_names
from legalassist.law.authorities import Authorities
from legalassist.library import Library
from legalassist.reviews.ledger import LEDGER, read_ledger

CHECKERS: tuple[Checker, ...] = (
    interview_problems,
    packet_problems,
    form_problems,
    box_problems,
    word_template_problems,
    print_template_problems,
    template_authority_problems,
    way_problems,
    catalog_problems,
    example_problems,
)
"""Everything asked of a matter, in the order in which an author would mend it."""


def all_problems(library: Library) -> Iterator[Problem]:
    """Yield every author's mistake on the shelves, each once."""
    yield from dict.fromkeys(_all(library))


def _all(library: Library) -> Iterator[Problem]:
    for name in interview_names(library):
        yield from matter_problems(library, name)
    yield from screen_problems(library)
    yield from folder_problems(library)
    yield from trying(LEDGER, lambda: ledger_problems(library))
    yield from trying("locales", lambda: other_catalog_problems(library))
    yield from shelf_clinic_problems(library)
    yield from law_problems()
    yield from trying("interviews/kyr", lambda: handout_problems(library, Authorities.load()))
    for book in library.books("templates/common", ".docx"):
        yield from template_problems(book.content, book.name)


def ledger_problems(library: Library) -> tuple[Problem, ...]:
    """Return no problem; raise ContentError with every line of the clinic's ledger of approvals that is none."""
    read_ledger(library)
    return ()


def matter_problems(library: Library, name: str) -> Iterator[Problem]:
    """Yield every author's mistake in one matter."""
    interview = f"interviews/{name}/interview.yaml"
    yield from trying(interview, lambda: _checked(library, name))


def _checked(library: Library, name: str) -> Iterator[Problem]:
    matter = read_matter(library, name)
    for check in CHECKERS:
        yield from trying(f"interviews/{name}", lambda check=check: check(matter))  # type: ignore[misc]
