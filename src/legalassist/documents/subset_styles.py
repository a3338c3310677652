"""What the styles of a Word file give to the paragraphs and runs that name them (styles.xml)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

HOUSE_STYLES = (
    "LA Body",
    "LA Title",
    "LA Heading 1",
    "LA Heading 2",
    "LA Heading 3",
    "LA Numbered",
    "LA Lettered",
    "LA Quote",
    "LA Caption",
    "LA Signature",
    "LA Chinese",
    "LA Note",
)
"""The paragraph styles of the house subset."""

NOTE_STYLES = ("footnote text",)
"""What Word itself gives to a new footnote; read as ``LA Note``."""

CHARACTER_STYLES = (
    "Default Paragraph Font",
    "Hyperlink",
    "FollowedHyperlink",
    "Strong",
    "Emphasis",
    "footnote reference",
)
"""The character styles of the house subset; anything else is said with bold, italic and so on."""

_OFF = ("0", "false", "off", "none")


def val(element: etree._Element | None, name: str = "val") -> str:
    """Return a ``w:`` attribute of an element, or an empty text."""
    return "" if element is None else element.get(W + name, "")


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first ``w:`` child of that name, or None."""
    return None if element is None else element.find(W + name)


def is_on(element: etree._Element | None) -> bool:
    """Say whether an on/off property is there and on (``<w:b/>``, ``<w:b w:val="1"/>``)."""
    return element is not None and val(element) not in _OFF


def whole(text: str, otherwise: int = 0) -> int:
    """Return a whole number written in an attribute, or ``otherwise``."""
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return otherwise


@dataclass(frozen=True)
class Style:
    """One style: its id, its name as Word shows it, what it is based on, and its properties."""

    ident: str
    name: str
    based_on: str
    kind: str
    paragraph: etree._Element | None = field(compare=False)
    run: etree._Element | None = field(compare=False)


class Styles:
    """The styles of one file, and the chain each one inherits from."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take the root of styles.xml, or None where the file has none."""
        self._styles: dict[str, Style] = {}
        self._default = ""
        self._root = root
        for element in () if root is None else root.iter(W + "style"):
            style = Style(
                val(element, "styleId"),
                val(child(element, "name")),
                val(child(element, "basedOn")),
                val(element, "type"),
                child(element, "pPr"),
                child(element, "rPr"),
            )
            self._styles[style.ident] = style
            if style.kind == "paragraph" and val(element, "default") in ("1", "true", "on"):
                self._default = style.ident

    def get(self, ident: str) -> Style | None:
        """Return a style by its id; an empty id means the default paragraph style."""
        return self._styles.get(ident or self._default)

    def name(self, ident: str) -> str:
        """Return the name of a style as Word shows it; an id nobody defined stands for itself."""
        style = self.get(ident)
        return style.name if style else ident

    def chain(self, ident: str) -> Iterator[Style]:
        """Yield a style and what it is based on, nearest first; a circle ends the walk."""
        seen: set[str] = set()
        style = self.get(ident)
        while style is not None and style.ident not in seen:
            seen.add(style.ident)
            yield style
            style = self._styles.get(style.based_on) if style.based_on else None

    def paragraph_properties(self, ident: str) -> list[etree._Element]:
        """Return the ``w:pPr`` of a style's chain, nearest first."""
        return [style.paragraph for style in self.chain(ident) if style.paragraph is not None]

    def run_properties(self, ident: str) -> list[etree._Element]:
        """Return the ``w:rPr`` of a style's chain, nearest first."""
        return [style.run for style in self.chain(ident) if style.run is not None] if ident else []

    @cached_property
    def linked(self) -> dict[str, etree._Element]:
        """The ``w:numPr`` of every paragraph style that numbers its paragraphs, by style id."""
        found: dict[str, etree._Element] = {}
        for ident, style in self._styles.items():
            if style.kind == "paragraph":
                numbering = first(self.paragraph_properties(ident), "numPr")
                if numbering is not None:
                    found[ident] = numbering
        return found

    @cached_property
    def east_asian(self) -> str:
        """The language of Chinese characters where a run names none (document defaults)."""
        if self._root is None:
            return ""
        return val(self._root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"), "eastAsia")

    @cached_property
    def default_run(self) -> etree._Element | None:
        """The run properties every text of the file starts from (document defaults)."""
        return None if self._root is None else self._root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")


def first(properties: list[etree._Element], name: str) -> etree._Element | None:
    """Return the nearest property of that name in a list of ``w:pPr`` or ``w:rPr``."""
    return next((found for each in properties if (found := each.find(W + name)) is not None), None)
