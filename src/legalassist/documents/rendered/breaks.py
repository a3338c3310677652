"""Where lines end: the signs that may not begin or end one, and what is broken over two (qa.md, 46 and 47)."""

from collections.abc import Iterator

from legalassist.documents.rendered.found import Found, Weight
from legalassist.documents.rendered.lines import Block, Line
from legalassist.documents.together import MAY_NOT_END, MAY_NOT_START, tokens


def line_starts(block: Block) -> Iterator[Found]:
    """Yield each line of Chinese that begins with a sign that may not begin one; a block's first line is its own."""
    for before, line in zip(block.lines, block.lines[1:], strict=False):
        first = line.text.lstrip()[:1]
        if first and first in MAY_NOT_START and not is_latin(before.text, line.text):
            yield Found(line.page + 1, "line-start", Weight.LOOK, f"a line begins with U+{ord(first):04X}",
                        "keep the sign with the word before it, in a span of the class 'keep'")  # fmt: skip


def line_ends(block: Block) -> Iterator[Found]:
    """Yield each line of Chinese that ends with a sign that may not end one."""
    for line, after in zip(block.lines, block.lines[1:], strict=False):
        last = line.text.rstrip()[-1:]
        if last and last in MAY_NOT_END and not is_latin(line.text, after.text):
            yield Found(line.page + 1, "line-end", Weight.LOOK, f"a line ends with U+{ord(last):04X}",
                        "keep the sign with the word after it, in a span of the class 'keep'")  # fmt: skip


def broken_tokens(block: Block) -> Iterator[Found]:
    """Yield each date, time, counted thing, telephone or form number that stands on two lines."""
    text, ends = joined(block.lines)
    for first, past in tokens(text):
        for end, line in ends:
            if first < end < past:
                yield Found(line.page + 1, "broken", Weight.ERROR, "a date or number is broken over two lines",
                            "put it into a span of the class 'keep', or give it more room")  # fmt: skip


def broken_names(block: Block, names: frozenset[str]) -> Iterator[Found]:
    """Yield each of these names in Chinese characters that stands on two lines."""
    text, ends = joined(block.lines)
    for name in names:
        at = text.find(name)
        while at >= 0:
            for end, line in ends:
                if at < end < at + len(name):
                    yield Found(line.page + 1, "broken-name", Weight.LOOK, "a name is broken over two lines",
                                "put it into a span of the class 'keep'")  # fmt: skip
            at = text.find(name, at + 1)


def joined(lines: tuple[Line, ...]) -> tuple[str, list[tuple[int, Line]]]:
    """Return the text of some lines as it was before they were broken, and where in it each line but the last ends."""
    text, ends = "", list[tuple[int, Line]]()
    for line in lines:
        if text:
            if text[-1:].isascii() and line.text[:1].isascii() and not text[-1:].isspace() and text[-1:] != "-":
                text += " "
            ends.append((len(text), line))
        text += line.text
    return text, ends


def is_latin(*texts: str) -> bool:
    """Say whether texts hold no Chinese at all: the rules for Chinese are not theirs."""
    return not any("\u2e80" <= letter <= "\u9fff" or letter > "\uffff" for text in texts for letter in text)
