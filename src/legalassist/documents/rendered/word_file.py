"""A Word file as Word will set it: the font and the language of its Chinese, and signs a template left (qa.md, 57, 58).

Word chooses a face for Chinese by the East Asian font and language of a run, else by a theme of the machine it is
opened on.  So both must be said, in the run or in a style below it.
"""

import re
from collections.abc import Iterator

from lxml import etree

from legalassist.documents.docx_file import open_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_LEFT = re.compile(r"\{\{|\{%|%\}|\}\}")
_LANGUAGES = ("zh-CN", "zh-TW", "zh-HK", "zh-Hans", "zh-Hant")
_DEEPEST = 20


def word_faults(content: bytes, *, name: str = "the file") -> Iterator[str]:
    """Yield what is wrong with the Chinese of a .docx; raises DocumentError where it is none."""
    opened = open_docx(content, name=name)
    styles = _Styles(opened.xml("word/styles.xml"))
    for part in sorted(filter(_TEXT_PARTS.fullmatch, opened.parts)):
        root = opened.xml(part)
        for number, paragraph in enumerate(() if root is None else root.iter(f"{W}p"), 1):
            where = f"{part.rpartition('/')[2]}, paragraph {number}"
            if _LEFT.search("".join(text.text or "" for text in paragraph.iter(f"{W}t"))):
                yield f"{where}: a sign of the template is left"
            yield from (f"{where}: {fault}" for fault in _paragraph(paragraph, styles))


def _paragraph(paragraph: etree._Element, styles: "_Styles") -> Iterator[str]:
    below = styles.of(_style(paragraph.find(f"{W}pPr/{W}pStyle")))
    for run in paragraph.iter(f"{W}r"):
        if not _HAN.search("".join(text.text or "" for text in run.iter(f"{W}t"))):
            continue
        own = run.find(f"{W}rPr")
        layers = [own, *styles.of(_style(own.find(f"{W}rStyle")) if own is not None else ""), *below, styles.default]
        if not _first(layers, "rFonts", "eastAsia") or _first(layers, "rFonts", "eastAsiaTheme"):
            yield "Chinese without an East Asian font of its own"
        if _first(layers, "lang", "eastAsia") not in _LANGUAGES:
            yield "Chinese without a Chinese language"


class _Styles:
    """The run properties of a file's styles, each above those it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        found = () if root is None else root.iter(f"{W}style")
        self.by_id = {each.get(f"{W}styleId", ""): each for each in found}
        self.default = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def of(self, style: str) -> list[etree._Element | None]:
        """Return the run properties of a style and of those it is based on, nearest first."""
        found: list[etree._Element | None] = []
        while style in self.by_id and len(found) < _DEEPEST:
            found.append(self.by_id[style].find(f"{W}rPr"))
            style = _style(self.by_id[style].find(f"{W}basedOn"))
        return found


def _style(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def _first(layers: list[etree._Element | None], element: str, attribute: str) -> str:
    """Return an attribute of the nearest layer that says anything about the element's attribute."""
    for layer in layers:
        here = None if layer is None else layer.find(f"{W}{element}")
        if here is not None and (value := here.get(f"{W}{attribute}")):
            return str(value)
    return ""
