"""Pictures of pages with the places of texts marked on them: a frame around each text, and its number."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PIL import Image, ImageDraw, ImageFont, ImageStat
from pypdfium2 import raw

_DOTS = 80
_ACROSS = 4
_INK = (170, 0, 0)
_NUMBER = 11
_SHORTEST = 2
"""The fewest characters by which a piece of a text is looked for: one may stand anywhere."""
_BLANK = re.compile(r"\{[^{}]*\}")
_Box = tuple[float, float, float, float]
_DROPPED = dict.fromkeys(map(ord, "-\u00ad\u2010\ufffe\u200b"))
"""What a line of print puts into a text, or takes out of it, where it breaks a word."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A picture (PNG) of pages side by side, and which of the texts, by their numbers, have a place on it."""

    png: bytes
    found: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Page:
    """One page: what it says without spaces, and where each of these characters stands on its picture."""

    said: str
    boxes: tuple[_Box, ...]
    picture: Image.Image


def marked(pdfs: Sequence[bytes], texts: Mapping[int, Sequence[str]]) -> Marked:
    """Return a picture of the pages on which texts stand, each text framed and numbered at its first place.

    `texts` are what each number says, the ways it may be printed in order (the translation, then the English); what
    stands in braces is filled in on a page, so a text is found by the words around it. Longer texts are placed first:
    a word that is a text of its own is not looked for inside another. Pages without a place are left out; where no
    text has one, the first page is shown.
    """
    with ExitStack() as opened:
        documents = [opened.enter_context(pypdfium2.PdfDocument(pdf)) for pdf in pdfs]
        pages = [_read(page) for document in documents for page in document]
    taken: dict[int, set[int]] = {number: set() for number in range(len(pages))}
    places: dict[int, tuple[int, list[range]]] = {}
    for number, ways in sorted(texts.items(), key=lambda one: (-len(one[1][0]), one[0])):
        place = next((place for way in ways for place in _places(pages, taken, way)), None)
        if place is not None:
            places[number] = place
            taken[place[0]].update(at for span in place[1] for at in span)
    shown = sorted({page for page, _ in places.values()}) or [0]
    for number, (page, spans) in sorted(places.items()):
        _frame(pages[page], spans, str(number))
    return Marked(_side_by_side([pages[page].picture for page in shown]), frozenset(places))


def _read(page: pypdfium2.PdfPage) -> _Page:
    """Return a page's characters and its picture."""
    picture = page.render(scale=_DOTS / 72, grayscale=True).to_pil().convert("RGB")
    words, height, scale = page.get_textpage(), page.get_height(), _DOTS / 72
    said, boxes = [], []
    for at in range(words.count_chars()):
        sign = _squeezed(chr(raw.FPDFText_GetUnicode(words, at)))
        left, bottom, right, top = words.get_charbox(at)
        said.append(sign)
        boxes += [(left * scale, (height - top) * scale, right * scale, (height - bottom) * scale)] * len(sign)
    return _Page("".join(said), tuple(boxes), picture)


def _squeezed(text: str) -> str:
    """Return text as it is looked for: without spaces, hyphens and case."""
    return "".join(text.translate(_DROPPED).split()).lower()


def _places(pages: Sequence[_Page], taken: Mapping[int, set[int]], text: str) -> Iterator[tuple[int, list[range]]]:
    """Yield the places of a text: whole and by itself, then in its pieces; then where another text stands already."""
    whole = [_squeezed(text)]
    pieces = [piece for piece in map(_squeezed, _BLANK.split(text)) if len(piece) >= _SHORTEST]
    for wanted in (whole, pieces) if pieces != whole else (whole,):
        for free in (True, False):
            for number, page in enumerate(pages):
                spans = _spans(page.said, wanted, taken[number] if free else ())
                if spans:
                    yield number, spans


def _spans(said: str, wanted: Iterable[str], taken: Iterable[int]) -> list[range]:
    """Return where pieces stand on a page one after the other, outside what is taken; nothing if one is not there."""
    spans: list[range] = []
    start, used = 0, frozenset(taken)
    for piece in wanted:
        at = said.find(piece, start) if piece else -1
        while at >= 0 and not used.isdisjoint(range(at, at + len(piece))):
            at = said.find(piece, at + 1)
        if at < 0:
            return []
        start = at + len(piece)
        spans.append(range(at, start))
    return spans


def _frame(page: _Page, spans: Iterable[range], number: str) -> None:
    """Draw a frame around each line of a text, and its number before the first one."""
    ink, letters = ImageDraw.Draw(page.picture), ImageFont.load_default(_NUMBER)
    lines = [line for span in spans for line in _lines(page.boxes[at] for at in span)]
    for left, top, right, bottom in lines:
        ink.rectangle((left - 2, top - 2, right + 2, bottom + 2), outline=_INK)
    corner = _corner(page.picture, lines[0], lines[-1], ink.textlength(number, font=letters) + 3)
    ink.rectangle((*corner, corner[0] + ink.textlength(number, font=letters) + 3, corner[1] + _NUMBER + 2), fill=_INK)
    ink.text((corner[0] + 2, corner[1]), number, fill="white", font=letters)


def _corner(picture: Image.Image, first: _Box, last: _Box, width: float) -> tuple[float, float]:
    """Return where a number hides least: before the text, behind it, above it or below it."""
    high = _NUMBER + 2
    corners = (
        (first[0] - width - 3, first[1] - 2), (last[2] + 3, last[1] - 2),
        (first[0] - 2, first[1] - high - 3), (last[0] - 2, last[3] + 3),
    )  # fmt: skip
    inside = [
        (max(0, min(left, picture.width - width)), max(0, min(top, picture.height - high))) for left, top in corners
    ]

    def white(corner: tuple[float, float]) -> float:
        under = picture.crop((int(corner[0]), int(corner[1]), int(corner[0] + width + 1), int(corner[1] + high)))
        return float(ImageStat.Stat(under.convert("L")).mean[0])

    return max(inside, key=white)


def _lines(boxes: Iterable[_Box]) -> list[_Box]:
    """Return the boxes of characters as one box a line: a character that starts left of the last one, or below it."""
    lines: list[_Box] = []
    for left, top, right, bottom in boxes:
        if lines and top < lines[-1][3] and bottom > lines[-1][1] and left >= lines[-1][0]:
            last = lines[-1]
            lines[-1] = (last[0], min(top, last[1]), max(right, last[2]), max(bottom, last[3]))
        else:
            lines.append((left, top, right, bottom))
    return lines


def _side_by_side(pages: Sequence[Image.Image]) -> bytes:
    """Return pages in rows, as PNG without metadata and in few colours."""
    width, height = max(one.width for one in pages), max(one.height for one in pages)
    across = min(len(pages), _ACROSS)
    whole = Image.new("RGB", (width * across, height * -(-len(pages) // across)), "white")
    for number, one in enumerate(pages):
        whole.paste(one, (number % across * width, number // across * height))
    out = BytesIO()
    whole.quantize(palette=_palette(), dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _palette() -> Image.Image:
    """Return the colours of a picture: greys, and the ink of the frames down to white."""
    shades = [255 * step // 15 for step in range(16)]
    inks = [tuple(value + (255 - value) * shade // 255 for value in _INK) for shade in shades]
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in [(one, one, one) for one in shades] + inks for value in colour])
    return palette
