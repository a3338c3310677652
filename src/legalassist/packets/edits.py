"""Edited pieces: a file that a person changed in Word, and the rendering it was made from."""

from dataclasses import dataclass
from difflib import unified_diff

from legalassist.documents.subset.reading import read
from legalassist.documents.subset.text import text_of
from legalassist.documents.word import source_of
from legalassist.errors import DocumentError
from legalassist.packets.build import Edited


@dataclass
class BaseChangedError(DocumentError):
    """An edited file was made from another rendering than today's; `code` and `rendered` say which and what is new."""

    code: str = ""
    rendered: bytes = b""


def check_base(code: str, rendered: bytes, edited: Edited) -> str:
    """Return the mark of today's rendering, which an edited file takes the place of.

    Raises BaseChangedError where the file was made from another one (the answers or the template have changed since),
    unless it was given with ``base_changed``: what the edit does not know of would be lost without a word. Raises
    DocumentError for a .docx that carries no mark. A PDF exported by Word carries none: bound for the first time it
    is taken for an edit of today's rendering.
    """
    present = source_of(rendered) or ""
    base = edited.base
    if not edited.content.startswith(b"%PDF-"):
        marked = source_of(edited.content, name=edited.file)
        if marked is None:
            message = f"{code}: this file was not made from a piece of a packet (it carries no mark of one)"
            raise DocumentError(message, hint="edit the .docx of the packet, or export it to PDF and bind the PDF")
        base = base or marked
    if base and base != present and not edited.base_changed:
        message = f"{code}: answers or template have changed since the edited file was made from them"
        hint = f"see internal/changes-{code}.txt, bring the changes into the file, and bind it with --base-changed"
        raise BaseChangedError(message, hint, code, rendered)
    return present


def changes(before: bytes, after: bytes, code: str) -> str:
    """Return how the text of one rendering differs from another's, line by line, for a file in ``internal/``."""
    old, new = (text_of(read(docx, name=f"{code}.docx")).splitlines() for docx in (before, after))
    return "\n".join(unified_diff(old, new, "the rendering that was edited", "the rendering of today", lineterm=""))
