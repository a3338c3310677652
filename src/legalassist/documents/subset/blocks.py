"""What a Word piece says once it has been read: blocks of text, as immutable values (docs/word-subset.md)."""

from dataclasses import dataclass, field
from enum import Enum


class Align(Enum):
    """How the lines of a paragraph stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks: only what the house subset keeps. ``raised`` is ``super``, ``sub`` or empty."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    small_caps: bool = False
    raised: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look, one language (BCP 47, empty = the paragraph's), one link and one content control.

    The text may hold tabs and line breaks, no-break spaces (U+00A0) and no-break hyphens (U+2011).
    ``tag`` is the tag of the innermost content control the text stands in, such as ``cite:KEY:PAGE``.
    """

    text: str
    look: Look = Look()
    language: str = ""
    link: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The raised number in the text that calls a footnote."""

    number: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Here the author began a new page."""


Piece = Run | NoteMark | PageBreak
"""What a paragraph is made of."""


@dataclass(frozen=True, slots=True)
class Indent:
    """Left, right and first-line indent in twentieths of a point; a negative first line hangs."""

    left: int = 0
    right: int = 0
    first: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its place in the file, its house style, the number it prints, its layout and its pieces.

    ``place`` counts the file's paragraphs from 1, those in tables included. ``label`` is the printed number
    (``3.``, ``(a)``), ``gap`` what follows it: ``tab``, ``space`` or nothing. ``before`` and ``after`` are the space
    the paragraph itself asks for, in twentieths of a point; None leaves it to its style.
    """

    place: int
    style: str
    pieces: tuple[Piece, ...] = ()
    label: str = ""
    gap: str = ""
    language: str = "en"
    align: Align = Align.LEFT
    indent: Indent = Indent()
    before: int | None = None
    after: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False

    @property
    def text(self) -> str:
        """The text as it prints, without the printed number and the footnotes' numbers."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, Run))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: the grid columns and rows it covers, and its paragraphs."""

    paragraphs: tuple[Paragraph, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; ``header`` rows name the columns and repeat on every page."""

    cells: tuple[Cell, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a fixed grid; widths in twentieths of a point."""

    widths: tuple[int, ...]
    rows: tuple[Row, ...]


Block = Paragraph | Table
"""What a document is made of."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its printed number and its paragraphs."""

    number: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class WordText:
    """Everything a Word piece says, in reading order, and its footnotes in the order they are called."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    name: str = field(default="", compare=False)
