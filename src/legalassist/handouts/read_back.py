"""Read a finished sheet back: its size, every word on every copy, no letter too small or too near an edge.

What a layout engine drops it drops in silence; so the finished file is asked, not the template.
"""

import re
from collections.abc import Iterator

from legalassist.documents.pdf_file import open_pdf
from legalassist.documents.tags import audit_read, read_tagged
from legalassist.documents.tags_content import Run
from legalassist.handouts.layout import Piece, foot
from legalassist.handouts.texts import languages_of
from legalassist.handouts.words import BAND
from legalassist.languages.tags import ENGLISH, SIMPLIFIED

POINTS = 72
FOOT = 6.0
"""The smallest letters of the lines at the foot (practice: 6 to 7 points are allowed there)."""

MARGIN = 5 / 25.4
"""Nothing is printed nearer than 5 mm to a cut."""

_HAIR = 0.02
_HAN = re.compile("[一-鿿]")


def sheet_problems(pdf: bytes, piece: Piece) -> tuple[str, ...]:
    """Return everything in which a finished sheet is not what it should be; empty where nothing is wrong."""
    with open_pdf(pdf, piece.name) as opened:
        read = read_tagged(opened, piece.name)
        found = [str(problem) for problem in audit_read(opened, read)]
        boxes = [tuple(float(edge) for edge in page.mediabox) for page in opened.pages]
    sheet = (0.0, 0.0, piece.form.sheet.width * POINTS, piece.form.sheet.height * POINTS)
    if boxes != [sheet]:
        found.append(f"{len(boxes)} pages of {boxes[0][2:]} points; one of {sheet[2:]} is needed")
    runs = [run for page in read.pages for marked in page.marked for run in marked.runs]
    return tuple(dict.fromkeys((*found, *_lost(piece, read.text()), *_small(piece, runs), *_outside(piece, runs))))


def _lost(piece: Piece, text: str) -> Iterator[str]:
    """Yield what does not stand on every copy; a text is named by its context, because messages repeat no text."""
    shown = _bare(text)
    copies = piece.form.columns * piece.form.rows // (2 if piece.folded else 1)
    hidden = piece.banded and piece.form.covered
    for one in piece.texts:
        if hidden and one.context == "piece.call_us":
            continue
        parts = re.split(r"\{\w+\}", one.text)  # what stands between the days that are filled in
        if any(shown.count(_bare(part)) < copies for part in parts if part.strip()):
            yield f"{one.context} ({one.language}) is not on every copy"
    needed = [*(words for _, words in BAND if piece.banded), *((piece.number, piece.clinic) if not hidden else ())]
    if any(shown.count(_bare(words)) < copies for words in needed):
        yield "the band, the number or the clinic's name is not on every copy"
    if hidden and _bare(piece.number) in shown:
        yield "the number can be read on a card that nobody has reviewed"


def _small(piece: Piece, runs: list[Run]) -> Iterator[str]:
    """Yield letters that are too small to read; the lines at the foot may be smaller than the others."""
    feet = "".join(_bare(foot(piece, language).text) for language in languages_of(piece.language)) + piece.code
    for run in runs:
        smallest = piece.form.smallest[SIMPLIFIED if _HAN.search(run.text) else ENGLISH]
        if run.size < (FOOT if _bare(run.text) in feet else smallest) - _HAIR:
            yield f"letters of {run.size:.1f} points are too small"


def _outside(piece: Piece, runs: list[Run]) -> Iterator[str]:
    """Yield text that begins outside of every panel's margins, and a number that is broken over two lines."""
    margin = min(piece.form.margin, MARGIN)
    height = piece.form.sheet.height
    safe = [
        (box.left + margin, height - box.top - box.height + margin, box.left + box.width - margin,
         height - box.top - margin)
        for box in piece.form.panels()
    ]  # fmt: skip
    for run in runs:
        x, y = run.x / POINTS, run.y / POINTS
        if not any(left - _HAIR <= x <= right and bottom <= y <= top for left, bottom, right, top in safe):
            yield "text stands in a margin"
    if not (piece.banded and piece.form.covered) and not any(piece.number in run.text for run in runs):
        yield "the number is broken over two lines"


def _bare(text: str) -> str:
    """Return a text without white space: line ends are not part of it."""
    return re.sub(r"\s", "", text)
