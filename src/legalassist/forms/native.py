"""Draw a text in a person's own script, for the few boxes that ask for it.

The form's own fonts have no Chinese; a viewer would show question marks. The text is laid out on a page of the size of
its box with a font of ours, which travels inside the file.
"""

from markupsafe import escape

from legalassist.documents.fonts import FULL, SMALL, Fonts
from legalassist.documents.pdf import write_pdf
from legalassist.forms.blank import BlankBox

_PAGE = """<!DOCTYPE html><html lang="zh-Hans"><head><meta charset="utf-8"><title>box</title><style>
@page {{ size: {width:.2f}pt {height:.2f}pt; margin: 0 }}
html, body, p {{ margin: 0; padding: 0 }}
p {{ font: {size:.2f}pt/{height:.2f}pt "{small}", "{full}"; padding-left: 2pt; white-space: nowrap }}
</style></head><body><p>{text}</p></body></html>"""
_LARGEST = 12.0


def native_page(text: str, box: BlankBox, fonts: Fonts) -> bytes:
    """Return a one-page PDF of the box's size that shows the text; raises DocumentError for a character we lack."""
    fonts.check(text, of="an answer in the person's own script")
    # A Chinese character is as wide as its size: the text fits if its size does.
    size = min(_LARGEST, box.height * 0.7, (box.width - 4) / max(1, len(text)))
    page = _PAGE.format(width=box.width, height=box.height, size=size, small=SMALL, full=FULL, text=escape(text))
    return write_pdf(page, fonts=fonts)
