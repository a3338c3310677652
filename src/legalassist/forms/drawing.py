"""Draw what stands in a box: the appearance that every viewer shows, without asking the viewer to make one.

Text is drawn in Courier Bold, one of the fourteen fonts every viewer has: the forms name a bold Courier that they do
not embed, so each viewer puts its own in its place, and only these fourteen have the same widths everywhere. Every
character is six tenths of the size wide, which is what `legalassist.forms.fit` measures with.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

from legalassist.forms.blank import BlankBox

FONT = "Courier-Bold"
ADVANCE = 0.6
"""The width of every character of Courier Bold, as a part of its size."""

SIDE = 2.0
"""The space left free at the sides of a box, in points: the forms' own margin."""

FLOOR = 7.0
"""Text is never made smaller than this many points: what is smaller does not survive a scanner."""

ENCODING = "cp1252"
_CAP_HEIGHT, _DESCENT = 0.562, 0.157
_RESOURCE = "/LABox"
_INVISIBLE = frozenset("\x7f\xad")
"""The delete character and the soft hyphen: the encoding has them, and no page shows them."""
_ABOVE_THE_RULE = 4.0
_PLAIN_LEADING = 1.2
_RIGHT, _CENTRED = 2, 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """Text as it stands in one box: its lines and its size in points."""

    lines: tuple[str, ...]
    size: float


def columns(box: BlankBox, size: float) -> int:
    """Return how many characters of a size fit into one line of a box."""
    if box.comb and box.max_length:
        return box.max_length
    return max(0, int((box.width - 2 * SIDE) / (ADVANCE * size) + 1e-6))


def rows(box: BlankBox, size: float) -> int:
    """Return how many lines of a size fit into a box, on the form's own rules where it has them."""
    if not box.lines:
        return 1
    room = box.height - _first_line(box, size) - _DESCENT * size
    return 1 + max(0, int(room / _leading(box, size) + 1e-6))


def _leading(box: BlankBox, size: float) -> float:
    return box.leading or _PLAIN_LEADING * size


def _first_line(box: BlankBox, size: float) -> float:
    """Return how far below a box's top its first line stands: just above the first rule, where there are rules."""
    if box.leading:
        return box.leading - _ABOVE_THE_RULE
    if box.height < _leading(box, size) * 2:  # one line, in the middle
        return (box.height + _CAP_HEIGHT * size) / 2
    return box.above + size


def font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return the font all boxes of one file are drawn with."""
    return pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/" + FONT), Encoding=Name.WinAnsiEncoding)
    )


def appearance(pdf: pikepdf.Pdf, font_object: pikepdf.Object, box: BlankBox, drawn: Drawn) -> pikepdf.Object:
    """Return the appearance stream of a text or choice box (ISO 32000-1, 12.7.3.3)."""
    shown = _comb(box, drawn) if box.comb and box.max_length else _lines(box, drawn)
    inside = b"1 1 %.2f %.2f re W n\n" % (box.width - 2, box.height - 2)
    stream = pdf.make_stream(
        b"/Tx BMC\nq\n" + inside + b"BT\n0 g\n" + _RESOURCE.encode() + b" %.2f Tf\n" % drawn.size
        + b"".join(shown) + b"ET\nQ\nEMC"
    )  # fmt: skip
    stream["/Type"], stream["/Subtype"] = Name.XObject, Name.Form
    stream["/BBox"] = Array([0, 0, box.width, box.height])
    stream["/Resources"] = Dictionary(Font=Dictionary({_RESOURCE: font_object}))
    return pdf.make_indirect(stream)


def _lines(box: BlankBox, drawn: Drawn) -> Iterable[bytes]:
    """Yield the operators that show each line."""
    middle = (box.height - _CAP_HEIGHT * drawn.size) / 2
    top = box.height - _first_line(box, drawn.size) if box.lines else middle
    for number, line in enumerate(drawn.lines):
        y = top - number * _leading(box, drawn.size)
        yield _show(_from_left(box, line, drawn.size), y, line)


def _from_left(box: BlankBox, line: str, size: float) -> float:
    """Return where a line begins, by the box's alignment."""
    free = box.width - ADVANCE * size * len(line)
    if box.align == _CENTRED:
        return free / 2
    return free - SIDE if box.align == _RIGHT else SIDE


def _comb(box: BlankBox, drawn: Drawn) -> Iterable[bytes]:
    """Yield the operators that show one character in the middle of each cell."""
    cell = box.width / box.max_length
    y = (box.height - _CAP_HEIGHT * drawn.size) / 2
    for number, character in enumerate(drawn.lines[0] if drawn.lines else ""):
        yield _show(number * cell + (cell - ADVANCE * drawn.size) / 2, y, character)


def _show(x: float, y: float, text: str) -> bytes:
    """Return the operators that show a text at a place."""
    escaped = text.encode(ENCODING).replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"1 0 0 1 %.2f %.2f Tm (%b) Tj\n" % (x, y, escaped)


def unprintable(text: str, allowed: Sequence[str] = ("\n",)) -> tuple[str, ...]:
    """Return the characters a box cannot print, each once, as code points: never the text itself."""
    found = []
    for character in dict.fromkeys(text):
        if character in allowed:
            continue
        try:
            printable = character.encode(ENCODING) >= b" " and character not in _INVISIBLE
        except UnicodeEncodeError:
            printable = False
        if not printable:
            found.append(f"U+{ord(character):04X}")
    return tuple(found)
