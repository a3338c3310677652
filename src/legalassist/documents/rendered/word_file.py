"""A Word file as Word will set it: the font and the language of its Chinese, and signs a template left (qa.md, 57, 58).

Word chooses a face for Chinese by the East Asian font and language of a run, else by a theme of the machine it is
opened on.  So both must be said, in the run or in a style below it.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from legalassist.documents.docx_file import open_docx
from legalassist.documents.subset.styles import Properties, Styles, W, child, properties_in, val

_TEXT_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_LEFT = re.compile(r"\{\{|\{%|%\}|\}\}")
_LANGUAGES = ("zh-CN", "zh-TW", "zh-HK", "zh-Hans", "zh-Hant")


def word_faults(content: bytes, *, name: str = "the file") -> Iterator[str]:
    """Yield what is wrong with the Chinese of a .docx; raises DocumentError where it is none."""
    opened = open_docx(content, name=name)
    styles = Styles(opened.xml(opened.related("styles")))
    for part in sorted(filter(_TEXT_PARTS.fullmatch, opened.parts)):
        root = opened.xml(part)
        for number, paragraph in enumerate(() if root is None else root.iter(f"{W}p"), 1):
            where = f"{part.rpartition('/')[2]}, paragraph {number}"
            if _LEFT.search("".join(text.text or "" for text in paragraph.iter(f"{W}t"))):
                yield f"{where}: a sign of the template is left"
            yield from (f"{where}: {fault}" for fault in _paragraph(paragraph, styles))


def _paragraph(paragraph: etree._Element, styles: Styles) -> Iterator[str]:
    below = _layers(val(child(child(paragraph, "pPr"), "pStyle")), styles)
    for run in paragraph.iter(f"{W}r"):
        if not _HAN.search("".join(text.text or "" for text in run.iter(f"{W}t"))):
            continue
        own = properties_in(child(run, "rPr"))
        between = _layers(val(own["rStyle"]), styles) if "rStyle" in own else []
        layers = [own, *between, *below, styles.default_run]
        if not _first(layers, "rFonts", "eastAsia") or _first(layers, "rFonts", "eastAsiaTheme"):
            yield "Chinese without an East Asian font of its own"
        if _first(layers, "lang", "eastAsia") not in _LANGUAGES:
            yield "Chinese without a Chinese language"


def _layers(style: str, styles: Styles) -> list[Properties]:
    """Return what a style and those it is based on ask of a run, nearest first."""
    return [properties_in(each.run) for each in styles.chain(style)]


def _first(layers: Iterable[Properties], element: str, attribute: str) -> str:
    """Return an attribute of the nearest layer that says anything about the element's attribute."""
    return next((value for layer in layers if (value := val(layer.get(element), attribute))), "")
