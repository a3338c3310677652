"""Where things stand: text beyond its page or its box, lines over one another, order, room (qa.md, 44 and 48)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from legalassist.documents.rendered.found import Found, Weight
from legalassist.documents.rendered.lines import Block, Line, is_han
from legalassist.documents.tags.content import Box

_HAIR = 0.5
"""Half a point: what an edge may be off by."""

_OVER = 0.15
"""Lines whose bodies share more than this part of the smaller one stand over one another."""

_TIGHT = 1.05
"""The least distance of two lines of Chinese, in letter sizes; the tightest card has 1.13."""


def beyond_the_page(block: Block, pages: Sequence[Box]) -> Iterator[Found]:
    """Yield each line that reaches over the edge its page is cut at."""
    for line in block.lines:
        if _reaches(line.box, pages[line.page]):
            yield Found(line.page + 1, "page-edge", Weight.ERROR, "text reaches over the edge of the page",
                        "give it more room, or smaller letters")  # fmt: skip


def clipped(block: Block) -> Iterator[Found]:
    """Yield each line of which a box cuts something off."""
    for line in block.lines:
        clips = [run.drawn.clip for run in line.runs if run.drawn is not None and run.drawn.clip is not None]
        if any(_reaches(line.box, clip) for clip in clips):
            yield Found(line.page + 1, "clipped", Weight.ERROR, "text reaches out of its box and is cut off",
                        "a box of a fixed size needs text that fits: fewer words, or smaller letters")  # fmt: skip


def tight(block: Block) -> Iterator[Found]:
    """Yield Chinese whose lines stand too near one another."""
    for line, after in pairwise(block.lines):
        same = line.page == after.page and not line.turned and line.size == after.size
        if same and line.runs[0].y - after.runs[0].y < _TIGHT * line.size and _chinese(line) and _chinese(after):
            yield Found(line.page + 1, "line-height", Weight.ERROR, "lines of Chinese stand too near one another",
                        "a line-height of 1.5 or more; a card's not below 1.1")  # fmt: skip


def out_of_order(block: Block) -> Iterator[Found]:
    """Yield a block whose lines are read in another order than they stand in."""
    for line, after in pairwise(block.lines):
        first, then = line.runs[0], after.runs[0]
        here = after.page == line.page and not line.turned
        up = here and then.y > first.y + _HAIR
        left = here and abs(then.y - first.y) <= _HAIR and then.x < first.x
        if after.page < line.page or up or left:
            yield Found(line.page + 1, "order", Weight.ERROR, "lines are read in another order than they stand in",
                        "a paragraph's text stands in the HTML in the order it is read")  # fmt: skip


def over_one_another(blocks: Sequence[Block]) -> Iterator[Found]:
    """Yield each page on which two lines stand over one another."""
    by_page: dict[int, list[Line]] = {}
    for line in (line for block in blocks for line in block.lines if line.text.strip() and not line.turned):
        by_page.setdefault(line.page, []).append(line)
    for page, lines in sorted(by_page.items()):
        near: list[Line] = []
        for line in sorted(lines, key=lambda each: each.box[1]):
            near = [each for each in near if each.box[3] > line.box[1]]
            if any(_shared(each.box, line.box) > _OVER for each in near):
                yield Found(page + 1, "overlap", Weight.ERROR, "two lines of text stand over one another",
                            "a box with more text than room pushes it onto its neighbour")  # fmt: skip
                break
            near.append(line)


def _reaches(box: Box, edge: Box) -> bool:
    """Say whether a box reaches over an edge."""
    return box[0] < edge[0] - _HAIR or box[1] < edge[1] - _HAIR or box[2] > edge[2] + _HAIR or box[3] > edge[3] + _HAIR


def _shared(one: Box, other: Box) -> float:
    """Return which part of the smaller of two boxes both fill."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    upward = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min(_area(one), _area(other))
    return across * upward / smaller if across > 0 and upward > 0 and smaller > 0 else 0


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _chinese(line: Line) -> bool:
    return any(map(is_han, line.text))
