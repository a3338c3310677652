"""Lay text out in terminal columns: a Chinese character is two columns wide, and a line never begins with a comma."""

from collections.abc import Iterator

from prompt_toolkit.utils import get_cwidth

from legalassist.facts.text import safe_for_terminal

Line = tuple[tuple[str, str], ...]
"""One line of the screen: pieces of text, each with its style."""

_NEVER_FIRST = frozenset("，。、；：？！）」』”’》〉】…,.;:?!)")
_NEVER_LAST = frozenset("（「『“‘《〈【(")
_WIDE = 2


def width_of(text: str) -> int:
    """Return how many columns a text takes."""
    return get_cwidth(text)


def wrap(text: str, width: int) -> tuple[str, ...]:
    """Return a text as lines of at most `width` columns; its own line ends stay, an empty text is one empty line.

    Lines break at spaces and between Chinese characters, inside a word only where it alone is wider than a line.
    """
    width = max(width, _WIDE)
    return tuple(
        line for paragraph in safe_for_terminal(text).expandtabs(4).split("\n") for line in _lines(paragraph, width)
    )


def _lines(paragraph: str, width: int) -> Iterator[str]:
    line = ""
    for piece in _pieces(paragraph):
        if width_of(line + piece.rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            yield line.rstrip()
        *full, line = _broken(piece, width)
        yield from full
    yield line.rstrip()


def _pieces(paragraph: str) -> Iterator[str]:
    """Yield what must not be torn apart: a word with the space behind it, a wide character with its punctuation."""
    piece = ""
    for character in paragraph:
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST or after == " ":
        return False
    return before == " " or width_of(before) == _WIDE or width_of(after) == _WIDE


def _broken(piece: str, width: int) -> list[str]:
    """Return a piece in lines that fit; only a word wider than a whole line is torn."""
    lines = [""]
    for character in piece:
        if width_of(lines[-1] + character) > width and character != " ":
            lines.append("")
        lines[-1] += character
    return lines


def fill_up(text: str, width: int) -> str:
    """Return a text with spaces behind it up to a width in columns."""
    return text + " " * max(width - width_of(text), 0)


def cut(text: str, width: int) -> str:
    """Return a text on one line of at most a width, with an ellipsis where something was left out."""
    if width_of(text) <= width:
        return text
    kept = ""
    for character in text:
        if width_of(kept + character) > width - 1:
            break
        kept += character
    return f"{kept}…"


def ends(left: str, right: str, width: int) -> str:
    """Return one line with a text at either end; the right one gives way where there is no room."""
    room = width - width_of(right) - 2
    if room < width_of(left):
        return cut(left, width)
    return fill_up(left, width - width_of(right)) + right
