"""The names of WordprocessingML and its neighbours, and small steps on its trees."""

from collections.abc import Iterable

from lxml import etree

from legalassist.documents.subset.styles import W

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = f"{{{OFFICE}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix Word itself gives it
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def drop(element: etree._Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def drop_each(elements: Iterable[etree._Element]) -> None:
    """Take elements out of their trees; they are found before the first one goes."""
    for each in list(elements):
        drop(each)


def put_in_place(element: etree._Element, others: Iterable[etree._Element]) -> None:
    """Put elements where one stands, in their order, and take that one out."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for number, each in enumerate(list(others)):
        parent.insert(at + number, each)
    parent.remove(element)


def made(name: str, **attributes: str) -> etree._Element:
    """Return a new ``w:`` element with ``w:`` attributes."""
    element = etree.Element(W + name)
    for key, value in attributes.items():
        element.set(W + key, value)
    return element


def text_element(words: str) -> etree._Element:
    """Return a ``w:t``."""
    element = made("t")
    element.text = words
    element.set(SPACE, "preserve")
    return element


def own(parent: etree._Element, name: str) -> etree._Element:
    """Return the ``w:`` child of that name, made at the beginning where there is none."""
    found = parent.find(W + name)
    if found is None:
        found = made(name)
        parent.insert(0, found)
    return found


def words_in(element: etree._Element) -> str:
    """Return every text that stands anywhere in an element."""
    return "".join(text.text or "" for text in element.iter(W + "t"))
