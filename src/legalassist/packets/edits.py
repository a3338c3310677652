"""Edited pieces: a file that a person changed in Word, and the rendering it was made from."""

from difflib import unified_diff

from legalassist.documents.subset import read
from legalassist.documents.subset_text import text_of
from legalassist.documents.word import source_of
from legalassist.errors import DocumentError
from legalassist.packets.build import Edited


def check_base(code: str, rendered: bytes, edited: Edited) -> str:
    """Return the mark of the rendering an edited file takes the place of.

    Raises DocumentError where the file was made from another rendering (the answers or the template have changed
    since), unless it was given with ``base_changed``: what the edit does not know of would be lost without a word.
    A PDF exported by Word carries no mark: it is taken for an edit of the present rendering.
    """
    present = source_of(rendered) or ""
    if edited.content.startswith(b"%PDF-"):
        return present
    base = source_of(edited.content)
    if base is None:
        message = f"{code}: this file was not made from a piece of this packet (it carries no mark of one)"
        raise DocumentError(message, hint="edit the .docx of the packet, or export it to PDF and bind the PDF")
    if base != present and not edited.base_changed:
        message = f"{code}: answers or template have changed since this file was made from them"
        hint = f"see internal/changes-{code}.txt for what changed; bind it with --base-changed once it is in the file"
        raise DocumentError(message, hint=hint)
    return present


def changes(before: bytes, after: bytes, code: str) -> str:
    """Return how the text of one rendering differs from another's, line by line, for a file in ``internal/``."""
    old, new = (text_of(read(docx, name=f"{code}.docx")).splitlines() for docx in (before, after))
    return "\n".join(unified_diff(old, new, "the rendering that was edited", "the rendering of today", lineterm=""))
