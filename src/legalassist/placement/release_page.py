"""The written release as one page in two languages: read aloud, then signed. It names the firm, and no client."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment, piece
from legalassist.documents.pdf import write_pdf
from legalassist.languages.tags import bcp47
from legalassist.library import Library, fonts
from legalassist.placement.spoken import release_form

TEMPLATE: Final = "placement/release-form.html"
TITLE: Final = "Release"
"""What the file says about itself: nothing about anybody."""
TOLD: Final = {2: "names", 3: "file"}
"""Which of the two fixed lines a stage prints."""


def release_pdf(
    library: Library, language: str, stage: int, filled: Mapping[str, str], bands: tuple[str, ...] = ()
) -> bytes:
    """Return the form as a tagged PDF (PDF/UA-1), English beside another language.

    `filled` are blanks that are known by now, by their ids (``firm``, ``why``, ``ends``); the others are lines to
    write on; `bands` stand on top of the page. Raises ContentError where a text has no translation.
    """
    english, other = release_form(library, "en"), release_form(library, language)
    fixed = {"told": TOLD[stage], "how": "locked"}
    blanks = [
        {
            "id": one, "english": english.blanks[one].text, "other": other.blanks[one].text,
            "filled": filled.get(one, ""),
            "fixed": [form.lines[fixed[one]].text for form in (english, other)] if one in fixed else [],
        }
        for one in english.blanks
    ]  # fmt: skip
    pairs = [(one.text, same.text) for one, same in zip(english.script, other.script, strict=True)]
    context = {"title": pairs[0], "pairs": pairs[1:], "blanks": blanks, "language": bcp47(language)}
    html = piece(environment(library), TEMPLATE, context, title=TITLE, language="en", bands=bands)
    return write_pdf(html, fonts=Fonts.read(fonts()), identifier=sha256(html.encode()).digest()[:16])
