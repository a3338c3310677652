"""Where lines end: the signs that may not begin or end one, and what is broken over two (qa.md, 46 and 47)."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from legalassist.documents.rendered.found import Found, Weight
from legalassist.documents.rendered.lines import Block, Line
from legalassist.documents.together import MAY_NOT_END, MAY_NOT_START, tokens


def line_starts(block: Block) -> Iterator[Found]:
    """Yield each line of Chinese that begins with a sign that may not begin one; a block's first line is its own."""
    for before, line in pairwise(block.lines):
        first = line.text.lstrip()[:1]
        if first and first in MAY_NOT_START and not is_latin(before.text, line.text):
            yield Found(line.page + 1, "line-start", Weight.LOOK, f"a line begins with U+{ord(first):04X}",
                        "keep the sign with the word before it, in a span of the class 'keep'")  # fmt: skip


def line_ends(block: Block) -> Iterator[Found]:
    """Yield each line of Chinese that ends with a sign that may not end one."""
    for line, after in pairwise(block.lines):
        last = line.text.rstrip()[-1:]
        if last and last in MAY_NOT_END and not is_latin(line.text, after.text):
            yield Found(line.page + 1, "line-end", Weight.LOOK, f"a line ends with U+{ord(last):04X}",
                        "keep the sign with the word after it, in a span of the class 'keep'")  # fmt: skip


def broken_tokens(block: Block) -> Iterator[Found]:
    """Yield each date, time, counted thing, telephone or form number that stands on two lines."""
    for line in _broken(block, tokens(block.text)):
        yield Found(line.page + 1, "broken", Weight.ERROR, "a date or number is broken over two lines",
                    "put it into a span of the class 'keep', or give it more room")  # fmt: skip


def broken_names(block: Block, names: frozenset[str]) -> Iterator[Found]:
    """Yield each of these names in Chinese characters that stands on two lines."""
    places = (found.span(1) for name in names for found in re.finditer(f"(?=({re.escape(name)}))", block.text))
    for line in _broken(block, places):
        yield Found(line.page + 1, "broken-name", Weight.LOOK, "a name is broken over two lines",
                    "put it into a span of the class 'keep'")  # fmt: skip


def _broken(block: Block, places: Iterable[tuple[int, int]]) -> Iterator[Line]:
    """Yield the line in which each of these places of a block's text goes on after a line's end."""
    for first, past in places:
        yield from (line for end, line in block.ends if first < end < past)


def is_latin(*texts: str) -> bool:
    """Say whether texts hold no Chinese at all: the rules for Chinese are not theirs."""
    return not any("\u2e80" <= letter <= "\u9fff" or letter > "\uffff" for text in texts for letter in text)
