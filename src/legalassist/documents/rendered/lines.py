"""The lines of a finished PDF: which texts stand side by side on a page, and which lines follow one another.

A block is a paragraph, a cell, a heading: what an element of the tags holds by itself.  Where it stands in columns,
or leaves a wide gap in a line, each part is a block of its own, so that a line's end is always the end of a line.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from legalassist.documents.tags.content import Box, Run
from legalassist.documents.tags.fonts import Letter
from legalassist.documents.tags.tagged import BLOCKS, TaggedPdf
from legalassist.documents.tags.tree import Content, Element

_SAME_LINE = 0.7
"""A run that stands this many letter sizes higher or lower is on another line; a raised footnote mark is not."""

_WIDE_GAP = 2.0
"""Runs this many letter sizes apart stand in two columns, or at a tab."""

_ABOVE, _BELOW = 0.72, 0.05
"""How far the body of a letter reaches above and below its line; what a glance sees, tails and accents left out."""


@dataclass(frozen=True)
class Placed:
    """A run with what can be measured of it: its letters, where it ends, the rectangle its letters fill."""

    run: Run
    letters: tuple[Letter, ...]
    end: tuple[float, float]
    box: Box

    @classmethod
    def of(cls, run: Run) -> "Placed":
        """Measure a run; a text that stands for a picture has no letters, and no size."""
        if run.drawn is None:
            return cls(run, (), (run.x, run.y), (run.x, run.y, run.x, run.y))
        shown, at = run.drawn.font.letters(run.drawn.codes), run.drawn.at
        wide = sum([letter.width for letter in shown]) - run.drawn.back / 1000
        x, y = run.x + at[0] * wide, run.y + at[1] * wide
        across = [each + move * at[2] for each in (run.x, x) for move in (_ABOVE, -_BELOW)]
        upward = [each + move * at[3] for each in (run.y, y) for move in (_ABOVE, -_BELOW)]
        return cls(run, shown, (x, y), (min(across), min(upward), max(across), max(upward)))


@dataclass(frozen=True)
class Line:
    """What stands on one line of a block: the page (from 0) and the measured runs, in reading order."""

    page: int
    placed: tuple[Placed, ...]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Its runs, in reading order."""
        return tuple(each.run for each in self.placed)

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """Its letters, in reading order."""
        return tuple(letter for each in self.placed for letter in each.letters)

    @cached_property
    def text(self) -> str:
        """What the line says."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def size(self) -> float:
        """Its largest letter size, in points."""
        return max(run.size for run in self.runs)

    @cached_property
    def box(self) -> Box:
        """The rectangle that the bodies of its letters fill."""
        boxes = [each.box for each in self.placed]
        return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)

    @property
    def turned(self) -> bool:
        """Say whether it does not run from left to right."""
        return any(run.drawn is not None and (run.drawn.at[1] != 0 or run.drawn.at[0] < 0) for run in self.runs)


@dataclass(frozen=True)
class Block:
    """The lines of one block, in reading order; `tagged` is False for what a screen reader leaves out."""

    lines: tuple[Line, ...]
    tagged: bool = True

    @cached_property
    def text(self) -> str:
        """Its text as it was before it was broken into lines."""
        return self._joined[0]

    @cached_property
    def ends(self) -> tuple[tuple[int, Line], ...]:
        """Where in its text each line but the last ends, with the line that goes on there."""
        return self._joined[1]

    @cached_property
    def _joined(self) -> tuple[str, tuple[tuple[int, Line], ...]]:
        text, ends = "", list[tuple[int, Line]]()
        for line in self.lines:
            if text:
                if text[-1:].isascii() and line.text[:1].isascii() and not text[-1:].isspace() and text[-1:] != "-":
                    text += " "
                ends.append((len(text), line))
            text += line.text
        return text, tuple(ends)


def is_han(letter: str) -> bool:
    """Say whether a letter is a Chinese character."""
    return "\u3400" <= letter[:1] <= "\u9fff" or "\U00020000" <= letter[:1] <= "\U0003ffff"


def blocks_of(read: TaggedPdf, pages: Collection[int]) -> tuple[Block, ...]:
    """Return every block of some pages (from 0), in the order of the tags; what is no content follows at the end."""
    found: list[Block] = []
    for top in read.tree.elements if read.tree is not None else ():
        for part in _parts(top, read):
            found += (Block(lines) for lines in _lines(run for run in part if run[0] in pages))
    for page in pages:
        for artifact in read.pages[page].artifacts:
            found += (Block(lines, tagged=False) for lines in _lines((page, run) for run in artifact.runs))
    return tuple(found)


def _parts(element: Element, read: TaggedPdf) -> Iterator[Sequence[tuple[int, Run]]]:
    """Yield the runs of each block below an element, with their pages."""
    here: list[tuple[int, Run]] = []
    for inside in _walk(element, read):
        if inside is None:
            yield here
            here = []
        else:
            here.append(inside)
    yield here


def _walk(element: Element, read: TaggedPdf) -> Iterator[tuple[int, Run] | None]:
    """Yield runs in reading order, and None where a block begins or ends."""
    block = element.role in BLOCKS
    if block:
        yield None
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid, read)
        elif isinstance(kid, Content) and kid.page is not None:
            for run in read.content.get((kid.page, kid.stream, kid.mcid), ()):
                yield kid.page, run
    if block:
        yield None


def _lines(runs: Iterable[tuple[int, Run]]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines that runs stand on; those of another column, or across a wide gap, apart."""
    lines: list[Line] = []
    now: list[Placed] = []
    page = 0
    for at, run in ((at, Placed.of(run)) for at, run in runs if run.text):
        step = _step(now[-1], run) if now and at == page else "line"
        if now and step != "on":
            lines.append(Line(page, tuple(now)))
            now = []
            if step == "apart":
                yield tuple(lines)
                lines = []
        now.append(run)
        page = at
    if now:
        lines.append(Line(page, tuple(now)))
    if lines:
        yield tuple(lines)


def _step(placed: Placed, following: Placed) -> str:
    """Say how a run follows another of its page: on the same line, on a new line, or apart from it."""
    before, run = placed.run, following.run
    size = max(before.size, run.size, 1)
    if run.drawn is not None and run.drawn.at[1] != 0:  # a turned text: each run by itself
        return "apart"
    if abs(before.y - run.y) < _SAME_LINE * size:
        if run.x < before.x - size:  # read after it, and drawn before it
            return "line"
        return "on" if -size < run.x - placed.end[0] < _WIDE_GAP * size else "apart"
    return "apart" if run.y > before.y and run.x >= placed.end[0] - 1 else "line"
