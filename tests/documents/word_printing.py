"""Print a Word piece for a test, and read the PDF's pages back."""

import subprocess

from markupsafe import Markup
from one_library import LIBRARY

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment, page
from legalassist.documents.pdf import write_pdf
from legalassist.documents.subset.blocks import WordText
from legalassist.documents.word_html import to_html
from legalassist.library import fonts

TEMPLATES = environment(LIBRARY)
OURS = Fonts.read(fonts())
WORD_CSS = LIBRARY.get("templates/common/word.css").text


def printed(word: WordText, language: str = "en") -> bytes:
    """Return the PDF of a Word piece."""
    body = Markup(to_html(word))  # noqa: S704 - to_html escapes every text
    html = page(TEMPLATES, body, title="A piece", language=language, css=[WORD_CSS])
    return write_pdf(html, fonts=OURS, identifier=b"piece")


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page in the order it is drawn; pdfium would turn a hyphen at a line's end around."""
    done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]
