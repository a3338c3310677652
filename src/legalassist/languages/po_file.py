"""A .po file cut into its messages, as they are written: one reader of contexts for whoever looks things up or merges.

A string may be wrapped over several lines, as every editor of .po files does; messages need no empty line between
them. Nothing is changed here and nothing lost: the blocks of a file are the file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel.messages.pofile import denormalize

_DAY_OF_HEAD = re.compile(r'^"(?:POT-Creation|PO-Revision)-Date:[^"\r\n]*"', re.MULTILINE)
_OF_GONE = re.compile(r"^#~\|[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """One message as it is written, with the comments above it.

    `context` is its msgctxt whole, None for a block without one: the head, comments, what is obsolete. `line` is where
    msgctxt stands (for a block without one, where it begins), `previous` the English that `#| msgid` keeps.
    """

    text: str
    line: int
    context: str | None = None
    previous: str = ""


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the messages of a .po file in its order."""
    return tuple(_block(lines, first) for first, lines in _cut(text.splitlines()))


def as_babel_reads(text: str) -> str:
    """Return a file without what Poedit writes and Babel refuses; every other line stays where it is.

    These are the days of the head, which Poedit writes empty, and the earlier English of messages that are gone.
    """
    head, keyword, rest = text.partition("msgctxt ")
    return _OF_GONE.sub("", _DAY_OF_HEAD.sub('""', head) + keyword + rest)


def _cut(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of its first line, and the lines of each message: it ends where its msgstr does."""
    block: list[str] = []
    first, said = 1, False
    for number, line in enumerate(lines, 1):
        bare = line.strip().removeprefix("#~").lstrip()
        goes_on = bare.startswith(('"', "msgstr["))
        if block and (not line.strip() or (said and not goes_on)):
            yield first, block
            block = []
        if not block:
            first, said = number, False
        if line.strip():
            block.append(line)
            said = said or bare.startswith("msgstr")
    if block:
        yield first, block


def _block(lines: list[str], first: int) -> Block:
    text = "\n".join(lines)
    for number, line in enumerate(lines):
        if line.startswith("msgctxt"):
            previous = _string([one.removeprefix("#|").strip() for one in lines if one.startswith("#|")], "msgid")
            return Block(text, first + number, _string(lines[number:], "msgctxt"), previous)
    return Block(text, first)


def _string(lines: Sequence[str], keyword: str) -> str:
    """Return the string after a keyword, which the lines after it may go on with; empty where it does not stand."""
    parts: list[str] = []
    for line in lines:
        if line.startswith(f"{keyword} "):
            parts = [line.removeprefix(keyword).strip()]
        elif parts and line.startswith('"'):
            parts.append(line.strip())
        elif parts:
            break
    return denormalize("\n".join(parts)) if parts else ""
