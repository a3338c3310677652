"""Fit a text into a box: smaller down to a floor, and what does not fit even so is cut off whole, to be continued.

Nothing is lost: what a box keeps and what is left over are, put together, the text that was given, character by
character. A cut stands behind a clause where there is one near the end of the box, else behind a word.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.forms.blank import BlankBox
from legalassist.forms.drawing import FLOOR, Drawn, columns, rows

_CLAUSE_ENDS = (". ", "; ", "? ", "! ", ", ", ": ", "\n")
_NEAR_THE_END = 0.6
"""A clause that ends before this part of what fits is too short to cut behind: much of the box would stay empty."""

_STEP = 0.5


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a box keeps of a text, how it is drawn, and what is left over. ``kept + rest`` is the whole text."""

    kept: str
    drawn: Drawn
    rest: str = ""


def fit(box: BlankBox, text: str) -> Fitted:
    """Fit a text into a text box.

    The text keeps its size as long as it fits; a single line is made smaller down to `FLOOR`. In a box of several lines
    the form's own rules give the size. Line breaks in a single line become blanks.
    """
    wanted = text if box.lines else text.replace("\n", " ")
    for size in _sizes(box):
        slices = tuple(_lines(wanted, columns(box, size)))
        written = bool(slices) or not wanted
        if written and len(slices) <= rows(box, size) and not _too_long(box, wanted):
            return Fitted(wanted, Drawn(_shown(wanted, slices), size))
    return _cut(box, wanted, _sizes(box)[-1])


def _sizes(box: BlankBox) -> tuple[float, ...]:
    """Return the sizes a box may be written in, largest first."""
    if box.lines and box.leading:
        return (box.size,)
    sizes = [box.size]
    while sizes[-1] - _STEP >= FLOOR:
        sizes.append(sizes[-1] - _STEP)
    return (*sizes, FLOOR) if sizes[-1] > FLOOR else tuple(sizes)


def _too_long(box: BlankBox, text: str) -> bool:
    return bool(box.max_length) and len(text) > box.max_length


def _cut(box: BlankBox, text: str, size: float) -> Fitted:
    """Keep what fits of a text, up to the end of a clause or word."""
    width, most = columns(box, size), box.max_length or len(text)
    slices = list(_lines(text, width))[: rows(box, size)]
    end = min(slices[-1][1] if slices else 0, most)
    end = _clause(text, end) or _word(text, end) or end
    kept = text[:end]
    return Fitted(kept, _largest(box, kept), text[end:])


def _largest(box: BlankBox, kept: str) -> Drawn:
    """Return how a text that fits is drawn: as large as it can be, where it was cut for its length alone."""
    for size in _sizes(box):
        slices = tuple(_lines(kept, columns(box, size)))
        if len(slices) <= rows(box, size) and (slices or not kept):
            return Drawn(_shown(kept, slices), size)
    return Drawn((), _sizes(box)[-1])


def _clause(text: str, end: int) -> int:
    """Return where the last clause ends that fits into the first `end` characters, 0 where none ends near there."""
    ends = [at + len(mark) for mark in _CLAUSE_ENDS if (at := text.rfind(mark, 0, end)) >= 0]
    best = max((one for one in ends if one <= end), default=0)
    return best if best >= _NEAR_THE_END * end else 0


def _word(text: str, end: int) -> int:
    """Return where the last whole word ends that fits into the first `end` characters, 0 where there is none."""
    if end >= len(text) or text[end - 1 : end].isspace() or text[end].isspace():
        return end
    return text.rfind(" ", 0, end) + 1


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of a text as slices that follow one another without a gap."""
    at = 0
    while at < len(text) and width > 0:
        broken = text.find("\n", at, at + width + 1)
        if broken >= 0:
            stop = broken + 1
        elif len(text) - at <= width:
            stop = len(text)
        else:
            stop = _break(text, at, width)
        yield at, stop
        at = stop


def _break(text: str, at: int, width: int) -> int:
    """Return where a line that begins at a place ends: behind its last whole word, and the blanks after it."""
    blank = text.rfind(" ", at, at + width + 1)
    stop = blank + 1 if blank > at else at + width
    while stop < len(text) and text[stop] == " " and blank > at:
        stop += 1
    return stop


def _shown(text: str, slices: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    """Return the lines as they are drawn: blanks and breaks at their ends show nothing."""
    return tuple(text[start:stop].rstrip(" \n") for start, stop in slices)
