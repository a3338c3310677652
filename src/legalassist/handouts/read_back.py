"""Read a finished sheet back: its size, every word seen on every copy and no other, no letter small or near an edge.

What a layout engine drops it drops in silence; so the finished file is asked, not the template.
"""

import re
from collections.abc import Iterator, Sequence

import pikepdf

from legalassist.documents.pdf_file import open_pdf
from legalassist.documents.rendered.every import look_at, look_at_words
from legalassist.documents.rendered.ink import unseen
from legalassist.documents.tags.content import Run
from legalassist.documents.tags.tagged import TaggedPdf, audit_read, read_tagged
from legalassist.handouts.beside import beside
from legalassist.handouts.formats import PRINTER, Box, Way
from legalassist.handouts.lost import bare, lost
from legalassist.handouts.panels import foot, panels_of
from legalassist.handouts.piece import Piece
from legalassist.handouts.places import Leaf, leaves_of, turned
from legalassist.handouts.plain import hidden_problems
from legalassist.handouts.scanned import code_problems
from legalassist.handouts.sources import sources_of, unsourced
from legalassist.handouts.words import band_of
from legalassist.languages.tags import ENGLISH, SIMPLIFIED, TRADITIONAL

POINTS = 72

MARGIN = 5 / 25.4
"""Nothing is printed nearer than 5 mm to a cut."""

OFF = 1.5 / 25.4
"""How far a back may lie from where its front's back is, beyond what the profile says: inches."""

NUMBER_BROKEN = "the number is broken over two lines"

_HAIR = 0.02
_HAN = re.compile("[一-鿿]")
_PAGE_NUMBER = re.compile(r"\d+/\d+")
_QUOTED = 40
"""How much of a template's own words a message repeats: none of them is a client's."""


def sheet_problems(pdf: bytes, piece: Piece) -> tuple[str, ...]:
    """Return everything in which a finished PDF is not what it should be; empty where nothing is wrong."""
    count = len(panels_of(piece))
    leaves = () if piece.form.way == Way.FLOW else leaves_of(piece, count)
    with open_pdf(pdf, piece.name) as opened:
        read = read_tagged(opened, piece.name)
        found = [str(problem) for problem in audit_read(opened, read)]
        found += _boxes(opened, piece, leaves)
        found += beside(opened, read, piece)
        found += map(
            str,
            (
                *look_at(opened, read),
                *look_at_words(read, piece.languages, piece.own_texts),
                *unseen(pdf, opened, read),
            ),
        )
    pages = [[run for marked in page.marked for run in marked.runs] for page in read.pages]
    runs = [run for page in pages for run in page]
    text = read.text()
    found += [
        *code_problems(pdf, piece, leaves),
        *lost(piece, text, leaves),
        *_uncovered(piece, text),
        *_added(piece, read, text),
        *_small(piece, runs),
    ]
    if piece.form.way == Way.NUMBER or piece.topic.handed_as(piece.form):
        found += hidden_problems(piece)
    if leaves and len(pages) == len(leaves):
        found += [*_outside(piece, pages, leaves), *_backs(piece, pages, leaves)]
    if not piece.covered and not any(piece.shown.number in run.text for run in runs):
        found.append(NUMBER_BROKEN)
    return tuple(dict.fromkeys(found))


def _boxes(opened: pikepdf.Pdf, piece: Piece, leaves: Sequence[Leaf]) -> Iterator[str]:
    """Yield each page whose sheet, cut or bleed is not where the format and the profile say."""
    if leaves and len(opened.pages) != len(leaves):
        yield f"{len(opened.pages)} pages; {len(leaves)} are needed"
        return
    size = (piece.form.sheet.width, piece.form.sheet.height)
    sizes = [(leaf.width, leaf.height) for leaf in leaves] or [size] * len(opened.pages)
    bleed = piece.profile.bleed * POINTS if leaves else 0.0
    for page, (width, height) in zip(opened.pages, sizes, strict=True):
        trim = (0.0, 0.0, width * POINTS, height * POINTS)
        outer = (-bleed, -bleed, trim[2] + bleed, trim[3] + bleed)
        for name, expected in (("MediaBox", outer), ("BleedBox", outer), ("TrimBox", trim)):
            if f"/{name}" in page.obj:
                box = [float(edge) for edge in page.obj[f"/{name}"]]
                if any(abs(edge - wanted) > _HAIR for edge, wanted in zip(box, expected, strict=True)):
                    yield f"{name} is {box} points; {list(expected)} is needed"
            elif bleed:
                yield f"a page has no {name}"


def _uncovered(piece: Piece, text: str) -> Iterator[str]:
    """Yield the number where it can be read although nobody has reviewed the piece."""
    shown = bare(text)
    if piece.covered and bare(piece.shown.number) in shown:
        yield "the number can be read on a card that nobody has reviewed"
    if piece.banded and piece.form.way == Way.TABS and re.search(r"-\d{4}-*\d{3}-\d{3}-\d{4}", shown):
        yield "a tab to tear off carries the number of a poster that nobody has reviewed"


def _added(piece: Piece, read: TaggedPdf, text: str) -> Iterator[str]:
    """Yield what a sheet says that no statement, no authority and no line of the clinic stands behind.

    Beside the tags stand the number of a page and, from the second on, the band, and nothing else.
    """
    for one in unsourced(text, sources_of(piece)):
        yield f"it says what is neither a statement, nor a line of the clinic, nor on every handout: {one[:_QUOTED]!r}"
    bands = [bare(words) for _, words in band_of(piece.languages)]
    for page in range(len(read.pages)):
        said = bare("".join(run.text for artifact in read.artifacts(page) for run in artifact.runs))
        if page and piece.banded and piece.form.way == Way.FLOW and not all(band in said for band in bands):
            yield f"page {page + 1} has no band"
        left = re.sub("|".join([*(map(re.escape, bands) if piece.banded else ()), "·"]), "", said)
        if left and not _PAGE_NUMBER.fullmatch(left):
            yield f"it says beside its tags: {left[:_QUOTED]!r}"


def _small(piece: Piece, runs: list[Run]) -> Iterator[str]:
    """Yield letters that are too small to read; the lines at the foot may be smaller than the others."""
    feet = "".join(bare(foot(piece, language).text) for language in piece.languages) + piece.code
    feet += bare("".join(piece.lines_in(piece.languages)))
    smallest = piece.form.smallest
    chinese = (
        smallest.get(TRADITIONAL, smallest[SIMPLIFIED]) if TRADITIONAL in piece.languages else smallest[SIMPLIFIED]
    )
    for run in runs:
        least = chinese if _HAN.search(run.text) else smallest[ENGLISH]
        if run.size < (piece.form.foot if bare(run.text) in feet else least) - _HAIR:
            yield f"letters of {run.size:.1f} points are too small"


def _outside(piece: Piece, pages: Sequence[Sequence[Run]], leaves: Sequence[Leaf]) -> Iterator[str]:
    """Yield text that begins outside of every panel's margins."""
    margin = min(piece.form.margin, MARGIN)
    for leaf, runs in zip(leaves, pages, strict=True):
        boxes = [spot.box for spot in leaf.spots]
        if piece.form.way == Way.TABS:  # the tabs lie below the panel
            boxes = [Box(0, 0, leaf.width, leaf.height - PRINTER + margin)]
        for run in runs:
            x, y = run.x / POINTS, leaf.height - run.y / POINTS
            if not any(_within(box, margin, x, y) for box in boxes):
                yield "text stands in a margin"


def _within(box: Box, margin: float, x: float, y: float) -> bool:
    right, bottom = box.left + box.width - margin, box.top + box.height - margin
    return box.left + margin - _HAIR <= x <= right and box.top + margin <= y <= bottom


def _backs(piece: Piece, pages: Sequence[Sequence[Run]], leaves: Sequence[Leaf]) -> Iterator[str]:
    """Yield a page whose back does not lie behind its front when the sheet is turned, as measured in the PDF."""
    shift = piece.profile.right_mm / 25.4
    for number, leaf in enumerate(leaves):
        if not leaf.back or not number or piece.form.way != Way.BACKS or not piece.profile.together:
            continue
        fronts = sorted({turned(spot.box, leaf.width).left for spot in leaves[number - 1].spots})
        for left in fronts:
            inside = [run.x / POINTS for run in pages[number] if left <= run.x / POINTS < left + piece.form.trim.width]
            off = min(inside, default=0.0) - left - piece.form.margin - shift
            if abs(off) > OFF:
                yield f"the back of a column lies {off * 25.4:.1f} mm beside its front"
