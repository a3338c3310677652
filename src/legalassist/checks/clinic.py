"""The clinic's own particulars: whatever a form asks for and ``clinic.yaml`` lacks."""

from collections.abc import Iterator

from legalassist.documents.clinic import Clinic, read_clinic
from legalassist.errors import ContentError, Place, Problem
from legalassist.forms.edition import editions_on
from legalassist.forms.lacking import Lacking, lacking
from legalassist.interviews.reader import interview_names
from legalassist.library import Library

CLINIC = "clinic.yaml"
_HINT = "write it there, or name it under 'has no:' if there is none; docs/the-clinic.md says how"


def clinic_notes(library: Library) -> Iterator[Problem]:
    """Yield what the clinic's own shelf lacks for the forms; nothing where no shelf has a ``clinic.yaml``."""
    book = library.find(CLINIC)
    if book is None:
        return
    try:
        clinic = read_clinic(book.text, book.name)
    except ContentError:  # what is wrong with the file is told as a problem
        return
    for one in clinic_lacks(library, clinic):
        yield Problem(Place(book.name), f"forms ask for what is not here: {one}", _HINT)


def clinic_lacks(library: Library, clinic: Clinic) -> tuple[Lacking, ...]:
    """Return what a clinic's particulars lack for the forms on the shelves; nothing for forms that cannot be read."""
    found: list[Lacking] = []
    for name in interview_names(library):
        try:
            found.extend(lacking(clinic, editions_on(library, name)))
        except ContentError:  # an edition's own checker says what is wrong with it
            continue
    return tuple(found)
