"""Print a piece: the largest letters that fit, then read the finished PDF back before anybody gets it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jinja2 import Environment

from legalassist.documents.fonts import Fonts
from legalassist.documents.pdf import count_pages, write_pdf
from legalassist.errors import DocumentError
from legalassist.handouts.formats import Way
from legalassist.handouts.layout import single_panels, whole_sheet
from legalassist.handouts.piece import Piece
from legalassist.handouts.read_back import sheet_problems


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed piece: the PDF, and the letter size (points) it came out in."""

    piece: Piece
    pdf: bytes
    size: float


def print_piece(piece: Piece, templates: Environment, fonts: Fonts) -> Sheet:
    """Return the piece as a tagged PDF.

    Raises DoesNotFitError where its text does not fit even in the smallest letters allowed (nothing is ever cut),
    DocumentError where a character has no glyph, or where the finished PDF does not pass its reading back.
    """
    size = _largest(piece, templates, fonts)
    html = whole_sheet(templates, piece, size)
    pdf = write_pdf(html, fonts=fonts)
    problems = sheet_problems(pdf, piece)
    if problems:
        message = f"{piece.name}: {'; '.join(problems)}"
        raise DocumentError(message, hint="correct the template or its style sheet")
    return Sheet(piece, pdf, size)


class DoesNotFitError(DocumentError):
    """A piece whose text does not fit, not even in its smallest letters."""


def print_first(pieces: Iterable[Piece], templates: Environment, fonts: Fonts) -> Sheet:
    """Print the first of several pieces that fits: the whole text first, then with ever fewer optional statements.

    Raises DoesNotFitError where none does, with the message of the whole piece.
    """
    refused: DoesNotFitError | None = None
    for piece in pieces:
        try:
            return print_piece(piece, templates, fonts)
        except DoesNotFitError as wrong:
            refused = refused or wrong
    raise refused or DoesNotFitError("there is nothing to print")


def _largest(piece: Piece, templates: Environment, fonts: Fonts) -> float:
    """Return the largest letter size in which every panel fits; the ladder is halved, as larger never fits better.

    The fullest panel decides first: what the others need is then one look each, at the size it has left them.
    """
    ladder = piece.form.sizes(piece.language)
    if piece.form.way == Way.FLOW:
        return ladder[0]
    # A band takes more room than nothing, and less than a number it covers: what fits must still fit once cleared.
    looks = (replace(piece, banded=True), replace(piece, banded=False)) if piece.form.covered else (piece,)
    step = 0
    for look in looks:
        for number in _fullest_first(single_panels(templates, look, ladder[0])):
            step = _first_that_fits(_Tried(look, number, templates, fonts), ladder, step)
    return ladder[step]


def _fullest_first(panels: Iterable[str]) -> list[int]:
    """Return the places of panels, the one with the most text first: an order of work, which decides nothing."""
    lengths = [len(html) for html in panels]
    return sorted(range(len(lengths)), key=lambda number: -lengths[number])


@dataclass(frozen=True, slots=True)
class _Tried:
    """One panel of a piece, as it is tried in a letter size."""

    piece: Piece
    number: int
    templates: Environment
    fonts: Fonts

    def fits(self, size: float) -> bool:
        """Say whether the panel fits in what its margins leave."""
        html = list(single_panels(self.templates, self.piece, size))[self.number]
        return count_pages(html, fonts=self.fonts) == 1


def _first_that_fits(panel: _Tried, ladder: Sequence[float], step: int) -> int:
    """Return the first step of the ladder, from `step` on, in which a panel fits; raise DoesNotFitError without one."""
    if panel.fits(ladder[step]):
        return step
    first, last = step + 1, len(ladder)
    while first < last:
        middle = (first + last) // 2
        if panel.fits(ladder[middle]):
            last = middle
        else:
            first = middle + 1
    if first == len(ladder):
        message = f"{panel.piece.name}: the text does not fit, not even in letters of {ladder[-1]} points"
        raise DoesNotFitError(message, hint="shorten a statement, or give it more 'room', or make one 'optional'")
    return first
