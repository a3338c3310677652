"""Open a PDF that may be anything, and read its objects without surprises.

A dictionary entry of a foreign PDF may be missing, of another kind, or point at nothing; these helpers return a
plain value or None, so that the readers above them stay readable.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf

from legalassist.errors import DocumentError

MAX_BYTES = 200 * 1024 * 1024
"""Largest PDF that is opened: a scanned exhibit of 500 pages is about 100 MB."""

MAX_PAGES = 2_000
"""Most pages that one piece may have."""

MAX_PACKET_BYTES = 1536 * 1024 * 1024
MAX_PACKET_PAGES = 15_000
"""A bound packet: 60 exhibits of up to 200 pages, and what stands before them."""

_CLAIM = re.compile(rb"pdfuaid:part(?:\s*=\s*[\"']|\s*>\s*)1")
_NEW_EXPORT = "open it in a PDF viewer, print it to a new PDF without a password, and use that file"

type_error = (AttributeError, KeyError, TypeError, ValueError)
"""What reading a dictionary raises whose entries are not of the kind they should be."""


def open_pdf(content: bytes, name: str, *, packet: bool = False) -> pikepdf.Pdf:
    """Open a PDF; `name` stands in messages (a piece's code, never a client's words). A bound `packet` may be larger.

    Raises DocumentError where it is too large, not a PDF, damaged, locked by a password, or without pages.
    A damaged file is refused, not repaired: a repair can lose pages without a word.
    """
    most, most_pages = (MAX_PACKET_BYTES, MAX_PACKET_PAGES) if packet else (MAX_BYTES, MAX_PAGES)
    if len(content) > most:
        message = f"{name}: the PDF has {len(content) // 2**20} MB, more than the {most // 2**20} MB allowed"
        raise DocumentError(message, hint="scan it again at 200 dpi in black and white")
    if b"%PDF-" not in content[:1024]:
        message = f"{name}: this is not a PDF"
        raise DocumentError(message, hint="export or scan the paper as PDF")
    with whole_pdf(name):
        pdf = pikepdf.open(BytesIO(content), attempt_recovery=False, suppress_warnings=True)
        pages = len(pdf.pages)
    if not 0 < pages <= most_pages:
        message = f"{name}: the PDF has {pages} pages; 1 to {most_pages} are allowed"
        raise DocumentError(message, hint=_NEW_EXPORT)
    return pdf


@contextmanager
def whole_pdf(name: str) -> Iterator[None]:
    """Refuse, inside this block, a PDF that turns out to be damaged: DocumentError naming it, never a traceback.

    A PDF is read piece by piece, so damage may show long after it was opened.
    """
    try:
        yield
    except pikepdf.PasswordError:
        message = f"{name}: the PDF is locked by a password"
        raise DocumentError(message, hint=_NEW_EXPORT) from None
    except (pikepdf.PdfError, RuntimeError, OverflowError, *type_error) as wrong:
        message = f"{name}: the PDF is damaged and cannot be read whole"
        raise DocumentError(message, hint=_NEW_EXPORT) from wrong


def entry(thing: object, key: str) -> object:
    """Return a dictionary's (or stream's) entry, or None where there is none or `thing` is no dictionary."""
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return thing.get(key)
    return None


def whole(value: object) -> int | None:
    """Return a whole number, or None where the value is something else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def text_of(value: object) -> str | None:
    """Return a text string or a name as text, or None where the value is something else."""
    return str(value) if isinstance(value, (pikepdf.String, pikepdf.Name, str)) else None


def kids(value: object) -> Iterator[object]:
    """Yield the members of an array, the value itself where it is one thing, nothing where it is None."""
    if isinstance(value, pikepdf.Array):
        yield from value
    elif value is not None:
        yield value


def claims_ua(pdf: pikepdf.Pdf) -> bool:
    """Say whether a PDF claims PDF/UA-1 in its metadata (ISO 14289-1, 5)."""
    metadata = entry(pdf.Root, "/Metadata")
    return isinstance(metadata, pikepdf.Stream) and bool(_CLAIM.search(metadata.read_bytes()))


def number_of(thing: object) -> int:
    """Return the object number of an indirect object, 0 for anything direct."""
    return thing.objgen[0] if isinstance(thing, pikepdf.Object) else 0


def numbered(tree: object, key: str = "/Nums", depth: int = 0) -> Iterator[tuple[object, object]]:
    """Yield the pairs of a number tree (`/Nums`) or a name tree (`/Names`), in the file's order."""
    if depth > 40:  # noqa: PLR2004 - a tree that deep is a loop
        return
    pairs = list(kids(entry(tree, key)))
    yield from zip(pairs[::2], pairs[1::2], strict=False)
    for kid in kids(entry(tree, "/Kids")):
        yield from numbered(kid, key, depth + 1)
