"""Print a piece: the largest letters that fit, then read the finished PDF back before anybody gets it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jinja2 import Environment

from legalassist.documents.fonts import Fonts
from legalassist.documents.pdf import count_pages, write_pdf
from legalassist.errors import DocumentError
from legalassist.handouts.formats import Way
from legalassist.handouts.layout import single_panels, whole_sheet
from legalassist.handouts.lost import CAPITALS
from legalassist.handouts.no_room import SHORT_NUMBER, USUAL_NUMBER, without_room
from legalassist.handouts.panels import panels_of
from legalassist.handouts.piece import Piece
from legalassist.handouts.plain import HANDED, HIDDEN
from legalassist.handouts.read_back import NUMBER_BROKEN, sheet_problems


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
    piece, size = _fitted(piece, templates, fonts)
    pdf = _read_back(piece, size, templates, fonts)
    if piece.covered and len(piece.shown.number) > USUAL_NUMBER:
        # Below the band nobody sees that the number is too long for its line: not first on the day it is cleared.
        _read_back(replace(piece, banded=False), size, templates, fonts)
    return Sheet(piece, pdf, size)


TEMPLATE = "correct the template or its style sheet"
"""The hint where a sheet is not as it should be, and nothing better is known."""

_NEUTRAL = (
    "clinic.yaml, under 'handouts': a neutral 'plain_name' stands instead of the name; put what else tells otherwise"
)


def _read_back(piece: Piece, size: float, templates: Environment, fonts: Fonts) -> bytes:
    pdf = write_pdf(whole_sheet(templates, piece, size), fonts=fonts, producer="")
    problems = sheet_problems(pdf, piece)
    if problems:
        message = f"{piece.name}: {'; '.join(problems)}"
        raise DocumentError(message, hint=_what_to_do(problems))
    return pdf


def _what_to_do(problems: Sequence[str]) -> str:
    """Return what to do about a sheet that did not pass its reading back: first what is the clinic's to do."""
    if any(where in problem for problem in problems for where in (HIDDEN, HANDED)):
        return _NEUTRAL
    if any(CAPITALS in problem for problem in problems):
        return "take text-transform out of the style sheet; letters may be larger, bolder or wider apart instead"
    return SHORT_NUMBER if NUMBER_BROKEN in problems else TEMPLATE


class DoesNotFitError(DocumentError):
    """A piece whose text does not fit, not even in its smallest letters."""


def print_first(pieces: Iterable[Piece], templates: Environment, fonts: Fonts) -> Sheet:
    """Print the first of several pieces that fits: the whole text first, then with ever fewer optional statements.

    Raises DoesNotFitError where none does: it names what of the last one finds no room.
    """
    last: Piece | None = None
    for piece in pieces:
        last = piece
        try:
            return print_piece(piece, templates, fonts)
        except DoesNotFitError:
            continue
    if last is None:
        message = "there is nothing to print"
        raise DoesNotFitError(message, hint="name a topic that has statements for this format")

    def fits(piece: Piece) -> bool:
        return _fits_smallest(replace(piece, tight=piece.form.tightens), templates, fonts)

    what, hint = without_room(last, fits)
    raise DoesNotFitError(f"{_too_long(last)}: {what}", hint=hint)


def _fitted(piece: Piece, templates: Environment, fonts: Fonts) -> tuple[Piece, float]:
    """Return a piece and the largest letter size it fits in: with the usual air, or with less of it."""
    try:
        return piece, _largest(piece, templates, fonts)
    except DoesNotFitError:
        if not piece.form.tightens:
            raise
    tight = replace(piece, tight=True)
    return tight, _largest(tight, templates, fonts)


def _fits_smallest(piece: Piece, templates: Environment, fonts: Fonts) -> bool:
    smallest = piece.form.sizes(piece.language)[-1]
    return all(_Tried(*which, templates, fonts).fits(smallest) for which in _panels(piece))


def _too_long(piece: Piece) -> str:
    return f"{piece.name}: the text does not fit, not even in letters of {piece.form.sizes(piece.language)[-1]} points"


def _largest(piece: Piece, templates: Environment, fonts: Fonts) -> float:
    """Return the largest letter size in which every panel fits; the ladder is halved, as larger never fits better.

    The fullest panel decides first: what the others need is then one look each, at the size it has left them.
    """
    ladder = piece.form.sizes(piece.language)
    if piece.form.way == Way.FLOW:
        return _fewest_pages(piece, ladder, templates, fonts)
    step = 0
    for look, number in _panels(piece):
        step = _first_that_fits(_Tried(look, number, templates, fonts), ladder, step)
    return ladder[step]


def _fewest_pages(piece: Piece, ladder: Sequence[float], templates: Environment, fonts: Fonts) -> float:
    """Return the largest letter size of a ladder with which a piece takes no more pages than with the smallest.

    A page that would hold the number and nothing else is saved; where none can be, letters stay as large as they are.
    """

    def pages(size: float) -> int:
        return count_pages(whole_sheet(templates, piece, size), fonts=fonts)

    if len(ladder) == 1 or (most := pages(ladder[0])) == 1 or (least := pages(ladder[-1])) == most:
        return ladder[0]
    return next((size for size in ladder[1:-1] if pages(size) == least), ladder[-1])


def _panels(piece: Piece) -> list[tuple[Piece, int]]:
    """Return the panels that have to fit, each by its piece and number, the one with the most text first."""
    # A band takes more room than nothing, and less than a number it covers: what fits must still fit once cleared.
    looks = (replace(piece, banded=True), replace(piece, banded=False)) if piece.form.covered else (piece,)
    lengths = [len(repr(panel)) for panel in dict.fromkeys(panels_of(piece))]
    return [(look, number) for look in looks for number in sorted(range(len(lengths)), key=lambda one: -lengths[one])]


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
        raise DoesNotFitError(_too_long(panel.piece), hint="shorten a statement, give it more 'room', or 'optional'")
    return first
