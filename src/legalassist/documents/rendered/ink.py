"""What of a page's text an eye sees: the tags say that a word is there, and a box or a colour may hide it all the same.

Three drawings of a page are compared: the page, the page without its text, and the text alone in black on white. Where
the text alone has ink and taking it away changes little, it cannot be read, however that was done: in the colour of the
paper, transparent, below a box, below another drawing. Where a letter has no ink even alone, a clip cuts it off. And
what is behind a text is even: no line strikes it out. Letters that stand over one another are read by nobody either.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from pypdfium2 import raw

from legalassist.documents.pdf_file import kids
from legalassist.documents.rendered.found import Found, Weight
from legalassist.documents.rendered.lines import Placed
from legalassist.documents.tags.content import Matrix
from legalassist.documents.tags.tagged import TaggedPdf

_TILE = 8
_SOME_INK = 12
"""Of 255, averaged over a tile: three of its 64 dots. Below, rounding counts for more than what stands there."""

_SEEN = 0.52
"""How much of what black letters on white would change the letters change at least: #595959, with a contrast of 7 to 1,
changes 0.65 of it; a line drawn through letters leaves 0.55; #888 on white, with 3.5 to 1, changes 0.47."""

_UP, _DOWN = 0.95, 0.25
"""How far letters reach above and below their line, tails and accents with them: letter sizes."""

_NARROW = 0.05

_EVEN = 32
"""By how much (of 255) what is behind a line of text may vary; on every handout of ours it does not at all."""

_THICK = 5
"""From how many dots on (a dot is a point) what is drawn is an area and not a line."""

_SQUEEZED = 0.15
"""How much of its size a letter may be moved back over the one before it; kerning takes 0.03."""

_INSIDE = 0.15
"""How much of a line's height is left out on every side where its ground is looked at."""

_FLAT = 0.8
"""How narrow letters may be drawn, as a share of their height."""


def unseen(pdf: bytes, opened: pikepdf.Pdf, read: TaggedPdf) -> list[Found]:
    """Return each page of a PDF on which text is there and cannot be seen, or too faintly; in page order.

    `opened` and `read` are the same file, opened and read before.
    """
    found = []
    with pypdfium2.PdfDocument(pdf) as drawn:
        for number, page in enumerate(drawn):
            content = read.pages[number]
            placed = [Placed.of(run) for run in content.runs if run.drawn is not None and run.text.strip()]
            left, _, _, top = (float(str(each)) for each in kids(opened.pages[number].mediabox))
            found += _on_page(number + 1, page, placed, (left, top))
    return found


def _on_page(
    number: int, page: pypdfium2.PdfPage, placed: Sequence[Placed], corner: tuple[float, float]
) -> list[Found]:
    """Return what is wrong with a page (from 1) and the runs on it; `corner`: the upper left one."""
    changed, wordless, alone = _drawings(page)
    covered = _hidden(changed, alone) and _hidden(changed, _beside_lines(alone, wordless))
    wrong = (
        (covered, "hidden", "text stands there and cannot be seen",
         "something covers it, or its colour is too near to what is behind it"),
        (any(_lacking(placed, alone, *corner)), "no-ink", "letters stand there and are not drawn",
         "a box cuts them off, or they are drawn as nothing"),
        (any(_uneven(placed, wordless, *corner)), "struck", "a line or a pattern runs through text",
         "no line-through, and nothing but an even colour behind a text"),
        (_squeezed(placed), "squeezed", "letters are pressed flat, or stand over one another",
         "no letter-spacing below 0, no scaleX, nothing drawn over its neighbour"),
    )  # fmt: skip
    return [Found(number, rule, Weight.ERROR, what, hint) for found, rule, what, hint in wrong if found]


def _drawings(page: pypdfium2.PdfPage) -> tuple[Image.Image, Image.Image, Image.Image]:
    """Return by how much a page's text changes it, dot by dot; the page without it; how much ink it has by itself."""
    whole = _drawn(page)
    objects = [(raw.FPDFPageObj_GetType(one), one) for one in _objects(page.raw)]
    for kind, one in objects:
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            raw.FPDFPageObj_SetIsActive(one, 0)
    wordless = _drawn(page)
    for kind, one in objects:
        text = kind == raw.FPDF_PAGEOBJ_TEXT
        raw.FPDFPageObj_SetIsActive(one, int(text or kind == raw.FPDF_PAGEOBJ_FORM))
        if text or kind == raw.FPDF_PAGEOBJ_FORM:  # a form's colour is its opacity: what is in it may be faint
            raw.FPDFPageObj_SetFillColor(one, 0, 0, 0, 255)
    return ImageChops.difference(whole, wordless), wordless, ImageChops.invert(_drawn(page))


def _objects(page: object) -> Iterator[object]:
    """Yield what stands on a page, in its forms too."""
    for number in range(raw.FPDFPage_CountObjects(page)):
        yield from _with_inner(raw.FPDFPage_GetObject(page, number))


def _with_inner(one: object) -> Iterator[object]:
    yield one
    if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_FORM:
        for number in range(raw.FPDFFormObj_CountObjects(one)):
            yield from _with_inner(raw.FPDFFormObj_GetObject(one, number))


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    # A dot for a point: what is compared is how much ink there is, not the shape of a letter.
    drawn: Image.Image = page.render(scale=1, grayscale=True).to_pil()
    return drawn


def _hidden(changed: Image.Image, alone: Image.Image) -> bool:
    """Say whether somewhere on a page the text changes much less than its ink would on white."""
    tiles = zip(changed.reduce(_TILE).tobytes(), alone.reduce(_TILE).tobytes(), strict=True)
    return any(ink >= _SOME_INK and change < _SEEN * ink for change, ink in tiles)


def _beside_lines(alone: Image.Image, wordless: Image.Image) -> Image.Image:
    """Return a text's ink without what thin lines cover: tails of letters in a line below them are plain to see.

    A line through the middle of letters is found by itself (`_uneven`). Looked at only where something seems hidden.
    """
    filled = wordless.filter(ImageFilter.MaxFilter(_THICK)).filter(ImageFilter.MinFilter(_THICK))
    lines = ImageChops.difference(filled, wordless).point([255 * (one > _EVEN) for one in range(256)])
    return ImageChops.subtract(alone, lines)


def _uneven(runs: Iterable[Placed], wordless: Image.Image, left: float, top: float) -> Iterator[bool]:
    """Yield for each run whether what is behind the middle of its letters is more than one colour."""
    for placed in runs:
        x, down, right, up = placed.box
        inside = min(right - x, up - down) * _INSIDE
        box = (x + inside - left, top - up + inside, right - inside - left, top - down - inside)
        first, second = round(box[0]), round(box[1])
        behind = wordless.crop((first, second, max(round(box[2]), first + 1), max(round(box[3]), second + 1)))
        darkest, lightest = behind.getextrema()
        yield int(lightest) - int(darkest) > _EVEN  # type: ignore[arg-type] # one band: two numbers


def _squeezed(runs: Sequence[Placed]) -> bool:
    """Say whether letters of a run, or two runs of a line, stand over one another, or letters are drawn too narrow."""
    for placed in runs:
        drawn = placed.run.drawn
        if drawn is not None and drawn.back / 1000 > _SQUEEZED * len(placed.letters):
            return True
        if drawn is not None and _wide(drawn.at) < _FLAT * placed.run.size:
            return True
    return any(
        abs(one.run.y - other.run.y) < 1 and one.run.x < other.run.x < one.end[0] - _SQUEEZED * one.run.size
        for one, other in pairwise(runs)
    )


def _wide(at: Matrix) -> float:
    return float((at[0] * at[0] + at[1] * at[1]) ** 0.5)


def _lacking(runs: Iterable[Placed], alone: Image.Image, left: float, top: float) -> Iterator[bool]:
    """Yield for some runs whether a letter of them is not drawn; `left`, `top`: the page's upper left corner.

    The file tells only how much all of a run's letters were moved: so each is looked for half a letter wider. Of a run
    that is turned only the whole is asked.
    """
    for placed in runs:
        if placed.run.drawn is None:
            continue
        at = placed.run.drawn.at
        if at[1] or at[2] or at[0] <= 0:
            across, upward = (placed.box[0], placed.box[2]), (placed.box[1], placed.box[3])
            yield not any(_columns(alone, across[0] - left, top - upward[1], across[1] - left, top - upward[0]))
            continue
        begin, moved = 0.5, placed.run.drawn.back / 1000 / len(placed.letters)
        up, down = top - placed.run.y - _UP * at[3], top - placed.run.y + _DOWN * at[3]
        x = placed.run.x - left - at[0] / 2
        inked = _columns(alone, x, up, placed.end[0] - left + at[0] / 2, down)
        for letter in placed.letters:
            first, past = round((begin - 0.5) * at[0]), round((begin + letter.width + 0.5) * at[0]) + 1
            if letter.text.strip() and letter.width > _NARROW and not any(inked[first:past]):
                yield True
                break
            begin += letter.width - moved


def _columns(alone: Image.Image, left: float, up: float, right: float, down: float) -> bytes:
    """Return how much ink each column of dots has in a part of a drawing."""
    x, y = round(left), round(up)
    part = alone.crop((x, y, max(round(right), x + 1), max(round(down), y + 1)))
    return part.reduce((1, part.height)).tobytes()
