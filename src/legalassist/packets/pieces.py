"""The nouns of binding: a piece, a line of the contents, where a piece came to stand, and the packet made."""

from dataclasses import dataclass

import pikepdf

from legalassist.documents.page import PIECE_LINK

TELLING = ("t visa", "t-visa", "trafficking")
"""What a file's name or title must not tell somebody who looks over a shoulder."""

CONTENTS = "contents"
"""The code of the piece that lists the others with the pages they begin on."""


@dataclass(frozen=True, slots=True)
class BoundPiece:
    """One piece to be bound.

    `code` names it in files and links: small letters, digits, hyphens, unique in the packet. `title` is its bookmark
    and its line of the contents, neutral: never a client's name. `ours` is False for an official form or a stranger's
    PDF: counted, never stamped, and the packet then claims no PDF/UA. `mark` is stamped with the page's own number
    ("C" gives C-1, C-2, counting on over neighbouring pieces with the same mark).
    """

    code: str
    title: str
    pdf: bytes
    level: int = 1
    ours: bool = True
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """One line of the contents: a piece's title, the packet page it begins on (from 1), its level, its code."""

    title: str
    page: int
    level: int
    code: str

    @property
    def anchor(self) -> str:
        """The address that makes a link to this piece (the binder turns it into a link inside the packet)."""
        return PIECE_LINK + self.code


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something a piece carried that is not taken into the packet: the piece's code, what, and how many."""

    code: str
    what: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece on its way into the packet: its opened PDF, and the place (from 0) of its first page."""

    piece: BoundPiece
    source: pikepdf.Pdf
    first: int
    pages: tuple[pikepdf.Page, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Where a piece stands in the packet, pages from 1, the last one included."""

    code: str
    title: str
    first: int
    last: int
    ours: bool
    tagged: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound packet: the file, where each piece stands, what was not carried over, and whether it claims PDF/UA."""

    pdf: bytes
    spans: tuple[Span, ...]
    dropped: tuple[Dropped, ...]
    pdf_ua: bool
