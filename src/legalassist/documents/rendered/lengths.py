"""How long a line of Chinese is: at the end of one that is too long the eye does not find the next."""

import re
from collections.abc import Iterator

from legalassist.documents.rendered.found import Found, Weight
from legalassist.documents.rendered.lines import Block, Line

LONGEST = 35
"""How many characters a line of Chinese holds that is read with ease."""

_HAIR = 0.5
_CHINESE = 0.6
"""From this share of Chinese on a line is Chinese with a name or a number in it, and not English with a word of it."""

_LABEL = re.compile(r"\s*(?:[(（]?[\w.]{1,5}[.)）、]|[•▪☐])\s+")
"""The number or sign before a paragraph: it stands beside the text."""


def long_lines(block: Block) -> Iterator[Found]:
    """Yield each line of Chinese that is too long; a text of one line has no next one to find."""
    for line in block.lines if len(block.lines) > 1 else ():
        wide = _characters(line)
        if wide > LONGEST + _HAIR:
            yield Found(line.page + 1, "long-line", Weight.LOOK, f"a line of Chinese holds {wide:.0f} characters",
                        f"give it a max-width of {LONGEST}em, two columns, or larger letters")  # fmt: skip


def _characters(line: Line) -> float:
    """Return how many Chinese characters a line has room for, its label left out; none where it is not Chinese."""
    label = _LABEL.match(line.text)
    left = label.end() if label else 0
    chinese = whole = 0.0
    for placed in line.placed:
        for letter in placed.letters:
            wide = letter.width * placed.run.size / line.size
            left -= len(letter.text)
            if left < 0:
                whole += wide
                chinese += wide if letter.text > "\u2e7f" else 0.0
    return whole if chinese >= _CHINESE * whole else 0.0
