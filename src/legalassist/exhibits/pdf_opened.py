"""Open a stranger's PDF: with its password, and whole or not at all."""

from io import BytesIO

import pikepdf

from legalassist.documents.pdf_file import entry, type_error
from legalassist.exhibits.cleaned import MAX_PAGES, PRINT_TO_PDF, ExhibitLocked, ExhibitRefused

UNREADABLE = (pikepdf.PdfError, RuntimeError, OverflowError, RecursionError, UnicodeError, *type_error)
"""What reading a damaged PDF raises: damage shows where it is met, not only on opening."""


def open_stranger(content: bytes, password: str | None) -> pikepdf.Pdf:
    """Open a PDF, and refuse what no paper needs; raises ExhibitRefused, ExhibitLocked for a password."""
    try:
        pdf = pikepdf.open(BytesIO(content), password=password or "", attempt_recovery=False, suppress_warnings=True)
        pages = len(pdf.pages)
    except pikepdf.PasswordError:
        if password:
            raise ExhibitLocked("the password does not open the PDF", "type it again", wrong=True) from None
        raise ExhibitLocked("the PDF is locked by a password", "ask who sent it for the password") from None
    except UNREADABLE as wrong:
        raise damaged() from wrong
    if not 0 < pages <= MAX_PAGES:
        raise ExhibitRefused(f"the PDF has {pages} pages; 1 to {MAX_PAGES} are allowed", "split it into parts")
    if entry(pdf.Root, "/NeedsRendering") is True:
        what = "the PDF is a live (XFA) form: its pages are empty until Acrobat draws them"
        raise ExhibitRefused(what, "open it in Acrobat, print it to a new PDF, and use that file")
    return pdf


def damaged() -> ExhibitRefused:
    """Return the refusal of a PDF that cannot be read whole; it is not repaired: a repair can lose pages."""
    return ExhibitRefused("the PDF is damaged and cannot be read whole", PRINT_TO_PDF)


def inherited(page: object, key: str) -> object:
    """Return a page's entry, its own or that of the nodes above it."""
    node = page
    for _ in range(40):
        if (found := entry(node, key)) is not None:
            return found
        node = entry(node, "/Parent")
    return None
