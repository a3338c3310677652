"""Find words that a file holds and a reader does not see: under a box, in the colour of the paper, off the page.

Three drawings of a page are compared, not its operators: the page, the page without its words, and the words alone in
black. Where the words alone have ink and taking them away changes nothing, they cannot be seen, however that was done.
"""

import ctypes
from typing import Final

import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from pypdfium2 import raw

_SCALE: Final = 1.5
"""108 dots an inch: a letter of 6 points is 9 dots high."""

_CHANGED: Final = 24
"""How much lighter or darker (of 255) a dot must become for an eye to notice."""

_INK: Final = 128
_TILE: Final = 8
_SOME_INK: Final = 20
"""Of 255, averaged over a tile: five of its 64 dots."""

_HIDDEN_PART: Final = 0.5
_SMALLEST: Final = 1.2
"""Points of height under which a letter is not printed to be read."""

_EDGE: Final = 1.0


def has_hidden_words(whole: pypdfium2.PdfPage, wordless: pypdfium2.PdfPage, words: pypdfium2.PdfPage) -> bool:
    """Say whether a page holds words that cannot be seen on it."""
    if _outside_or_tiny(words):
        return True
    alone = _drawn(words).convert("L")
    ink = alone.point(lambda dot: 255 if dot < _INK else 0)
    if ink.getbbox() is None:
        return False
    changed = _changed(_drawn(whole), _drawn(wordless))
    hidden = ImageChops.subtract(ink, changed)
    if hidden.getbbox() is None:
        return False
    return any(
        lost >= _SOME_INK and lost > _HIDDEN_PART * all_of_it
        for lost, all_of_it in zip(_tiles(hidden), _tiles(ink), strict=True)
    )


def words_on(page: pypdfium2.PdfPage) -> int:
    """Return how many characters a page holds as text."""
    text = page.get_textpage()
    try:
        return max(0, int(text.count_chars()))
    finally:
        text.close()


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    drawn: Image.Image = page.render(scale=_SCALE, may_draw_forms=False, draw_annots=False).to_pil()
    return drawn.convert("RGB")


def _changed(one: Image.Image, other: Image.Image) -> Image.Image:
    """Return white where two drawings differ for the eye, a dot wider on every side."""
    red, green, blue = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda dot: 255 if dot > _CHANGED else 0).filter(ImageFilter.MaxFilter(3))


def _tiles(image: Image.Image) -> list[int]:
    return list(image.reduce(_TILE).tobytes())


def _outside_or_tiny(page: pypdfium2.PdfPage) -> bool:
    """Say whether a letter lies off the sheet, or is too small for any eye.

    A letter's box here is that of its line, as high as its size: a full stop is not a tiny letter.
    """
    wide, high = page.get_size()
    text = page.get_textpage()
    box = raw.FS_RECTF()
    try:
        for number in range(int(text.count_chars())):
            if chr(raw.FPDFText_GetUnicode(text, number) or 32).isspace():
                continue
            if not raw.FPDFText_GetLooseCharBox(text, number, ctypes.byref(box)):
                continue
            x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
            if not (-_EDGE <= x <= wide + _EDGE and -_EDGE <= y <= high + _EDGE):
                return True
            if 0 < abs(box.top - box.bottom) < _SMALLEST and 0 < abs(box.right - box.left) < _SMALLEST:
                return True
    finally:
        text.close()
    return False
