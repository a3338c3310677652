"""What of a page's text an eye sees: the tags say that a word is there, and a box or a colour may hide it all the same.

Three drawings of a page are compared: the page, the page without its text, and the text alone in black on white. Where
the text alone has ink and taking it away changes little, it cannot be read, however that was done: in the colour of the
paper, transparent, below a box, below another drawing. Where a letter has no ink even alone, a clip cuts it off.
"""

from collections.abc import Iterable, Iterator

import pikepdf
import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import raw

from legalassist.documents.pdf_file import kids
from legalassist.documents.rendered.found import Found, Weight
from legalassist.documents.rendered.lines import Placed
from legalassist.documents.tags.content import Run
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


def unseen(pdf: bytes, opened: pikepdf.Pdf, read: TaggedPdf) -> list[Found]:
    """Return each page of a PDF on which text is there and cannot be seen, or too faintly; in page order.

    `opened` and `read` are the same file, opened and read before.
    """
    found = []
    with pypdfium2.PdfDocument(pdf) as drawn:
        for number, page in enumerate(drawn):
            changed, alone = _drawings(page)
            edges = [float(str(each)) for each in kids(opened.pages[number].mediabox)]
            if _hidden(changed, alone):
                found.append(Found(number + 1, "hidden", Weight.ERROR, "text stands there and cannot be seen",
                                   "something covers it, or its colour is too near to what is behind it"))  # fmt: skip
            content = read.pages[number]
            runs = [run for part in content.marked for run in part.runs]
            runs += [run for part in content.artifacts for run in part.runs]
            if any(_lacking(runs, alone, edges[0], edges[3])):
                found.append(Found(number + 1, "no-ink", Weight.ERROR, "letters stand there and are not drawn",
                                   "a box cuts them off, or they are drawn as nothing"))  # fmt: skip
    return found


def _drawings(page: pypdfium2.PdfPage) -> tuple[Image.Image, Image.Image]:
    """Return by how much a page's text changes it, dot by dot, and how much ink the text has by itself."""
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
    return ImageChops.difference(whole, wordless), ImageChops.invert(_drawn(page))


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


def _lacking(runs: Iterable[Run], alone: Image.Image, left: float, top: float) -> Iterator[bool]:
    """Yield for some runs whether a letter of them is not drawn; `left`, `top`: the page's upper left corner.

    The file tells only how much all of a run's letters were moved: so each is looked for half a letter wider. Of a run
    that is turned only the whole is asked.
    """
    for placed in map(Placed.of, runs):
        if placed.run.drawn is None or not placed.run.text.strip():
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
