"""The written release as one page in two languages: read aloud, then signed. It names the firm, and no client."""

from collections.abc import Mapping
from typing import Final

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment, piece
from legalassist.documents.pdf import write_pdf
from legalassist.languages.tags import bcp47
from legalassist.library import Library, fonts
from legalassist.placement.spoken import ReleaseForm, release_form

TEMPLATE: Final = "placement/release-form.html"
TITLE: Final = "Release"
"""What the file says about itself: nothing about anybody."""
_TOLD: Final = {2: "names", 3: "file"}
"""Which of the two fixed lines a stage prints."""


def fixed_lines(form: ReleaseForm, stage: int) -> Mapping[str, str]:
    """Return the blanks that are never left to a pen, by their ids, with the line that a stage prints there."""
    return {"told": form.lines[_TOLD[stage]].text, "how": form.lines["locked"].text}


def release_pdf(
    library: Library, language: str, stage: int, filled: Mapping[str, str], bands: tuple[str, ...] = ()
) -> bytes:
    """Return the form as a tagged PDF (PDF/UA-1), English beside another language.

    `filled` are blanks that are known by now, by their ids (``firm``, ``why``, ``ends``); the others are lines to
    write on; `bands` stand on top of the page. Raises ContentError where a text has no translation.
    """
    english, other = release_form(library, "en"), release_form(library, language)
    fixed = fixed_lines(english, stage), fixed_lines(other, stage)
    blanks = [
        {
            "id": one, "english": english.blanks[one].text, "other": other.blanks[one].text,
            "filled": filled.get(one, ""),
            "fixed": [lines[one] for lines in fixed if one in lines],
        }
        for one in english.blanks
    ]  # fmt: skip
    pairs = [(one.text, same.text) for one, same in zip(english.script, other.script, strict=True)]
    context = {"title": pairs[0], "pairs": pairs[1:], "blanks": blanks, "language": bcp47(language)}
    html = piece(environment(library), TEMPLATE, context, title=TITLE, language="en", bands=bands)
    return write_pdf(html, fonts=Fonts.read(fonts()))
