"""What the styles of a Word file give to the paragraphs and runs that name them (styles.xml)."""

from collections.abc import Iterable, Iterator, Mapping
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

Properties = Mapping[str, etree._Element]  # noqa: SLF001 - the only name lxml gives its elements
"""Properties of a paragraph or a run by name: ``keepNext``, ``jc``, ``b``."""

_OFF = ("0", "false", "off", "none")
_HEX = 6


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


def brightness(colour: str) -> int | None:
    """Return how bright a colour written as RRGGBB is, 0 to 255; None for another word, such as ``auto``."""
    if len(colour) != _HEX:
        return None
    try:
        red, green, blue = bytes.fromhex(colour)
    except ValueError:
        return None
    return (299 * red + 587 * green + 114 * blue) // 1000


@dataclass(frozen=True)
class Style:
    """One style: its id, its name as Word shows it, what it is based on, and its element."""

    ident: str
    name: str
    based_on: str
    kind: str
    element: etree._Element = field(compare=False)

    @property
    def paragraph(self) -> etree._Element | None:
        """The style's own ``w:pPr``."""
        return child(self.element, "pPr")

    @property
    def run(self) -> etree._Element | None:
        """The style's own ``w:rPr``."""
        return child(self.element, "rPr")


class Styles:
    """The styles of one file, and the chain each one inherits from."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take the root of styles.xml, or None where the file has none."""
        self._styles: dict[str, Style] = {}
        self._default = ""
        self._paragraphs: dict[str, Properties] = {}
        self._runs: dict[str, Properties] = {}
        self._indents: dict[str, list[etree._Element]] = {}
        self._root = root
        for element in () if root is None else root.iter(W + "style"):
            style = Style(
                val(element, "styleId"),
                val(child(element, "name")),
                val(child(element, "basedOn")),
                val(element, "type"),
                element,
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

    def paragraph_properties(self, ident: str) -> Properties:
        """Return what a paragraph style and those it is based on ask of a paragraph; the nearest wins."""
        if ident not in self._paragraphs:
            self._paragraphs[ident] = _merged(style.paragraph for style in self.chain(ident))
        return self._paragraphs[ident]

    def run_properties(self, ident: str) -> Properties:
        """Return what a style and those it is based on ask of text; the nearest wins. No style asks nothing."""
        if ident not in self._runs:
            self._runs[ident] = _merged(style.run for style in self.chain(ident)) if ident else {}
        return self._runs[ident]

    def indents(self, ident: str) -> list[etree._Element]:
        """Return the ``w:ind`` of a paragraph style's chain, nearest first: each side is looked up on its own."""
        if ident not in self._indents:
            found = (child(style.paragraph, "ind") for style in self.chain(ident))
            self._indents[ident] = [each for each in found if each is not None]
        return self._indents[ident]

    @cached_property
    def linked(self) -> dict[str, etree._Element]:
        """The ``w:numPr`` of every paragraph style that numbers its paragraphs, by style id."""
        found: dict[str, etree._Element] = {}
        for ident, style in self._styles.items():
            if style.kind == "paragraph":
                numbering = self.paragraph_properties(ident).get("numPr")
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
    def default_run(self) -> Properties:
        """What every text of the file starts from (document defaults)."""
        defaults = None if self._root is None else self._root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        return properties_in(defaults)


def properties_in(element: etree._Element | None) -> Properties:
    """Return the properties in a ``w:pPr`` or ``w:rPr`` by name."""
    return {} if element is None else {str(each.tag).removeprefix(W): each for each in element}


def _merged(elements: Iterable[etree._Element | None]) -> Properties:
    """Merge properties, nearest first."""
    merged: dict[str, etree._Element] = {}
    for element in elements:
        merged = {**properties_in(element), **merged}
    return merged
