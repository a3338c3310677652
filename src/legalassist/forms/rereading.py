"""Read a filled form back, as a stranger would: nothing is taken from the program that filled it.

Every value must stand in its field, in the text of the print copy at the box's place, and as ink inside the box; the
agency's barcodes, edition and page count must be what they were. Anything else is an error, never a warning.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops

from legalassist.errors import DocumentError
from legalassist.forms.blank import Blank, BlankBox, Kind, read_blank
from legalassist.forms.filling import Entries, Entry

_SCALE = 1.5
_INSIDE = 1.0
_DARKER = 48
_AGAIN = "do not file it: report it, and copy the answers by hand"


def reread(  # noqa: PLR0913 - what is compared with what
    blank_file: bytes, blank: Blank, fillable: bytes, printed: bytes, entries: Entries, *, name: str
) -> None:  # fmt: skip
    """Compare a filled form with what was to be filled in; `name` stands in messages.

    Raises DocumentError, naming the first boxes, where a value is lacking anywhere, or the form is no longer the form.
    """
    faults = [*_kept(blank, fillable, entries, name), *_drawn(blank_file, blank, printed, entries)]
    if faults:
        shown = "; ".join(faults[:3]) + (f"; and {len(faults) - 3} more" if len(faults) > 3 else "")  # noqa: PLR2004
        message = f"{name}: read back, the filled form is not what was filled in: {shown}"
        raise DocumentError(message, hint=_AGAIN)


def _kept(blank: Blank, fillable: bytes, entries: Entries, name: str) -> Iterator[str]:
    """Yield what the fields of the fillable copy lack, and whether form, edition and pages are the same."""
    found = read_blank(fillable, name)
    if (found.pages, found.form, found.edition, found.codes) != (blank.pages, blank.form, blank.edition, blank.codes):
        yield "its pages, edition or barcodes have changed"
    now = found.by_name
    for box_name, given in entries.items():
        box = now.get(box_name)
        wanted = f"/{box.on}" if box is not None and given.ticked else given.value
        if box is None or box.value != wanted:
            yield f"{box_name} does not keep its value"
    for box_name, before in blank.by_name.items():
        if box_name not in entries and now[box_name].value != before.value:
            yield f"{box_name} has a value that nobody gave"


def _drawn(blank_file: bytes, blank: Blank, printed: bytes, entries: Entries) -> Iterator[str]:
    """Yield what the print copy does not show: the text at its place, the ink in its box."""
    boxes = blank.by_name
    by_page: dict[int, list[tuple[BlankBox, Entry]]] = {}
    for name, given in entries.items():
        if name in boxes and (given.ticked or given.value.strip()):
            by_page.setdefault(boxes[name].page, []).append((boxes[name], given))
    pdf = pypdfium2.PdfDocument(BytesIO(printed))
    try:
        if len(pdf) != blank.pages:
            yield "its pages are not those of the blank"
            return
        for number, inside in sorted(by_page.items()):
            page = pdf[number - 1]
            yield from _page(page, rendered_blank(blank_file, number), inside)
    finally:
        pdf.close()


def _page(page: pypdfium2.PdfPage, before: Image.Image, inside: list[tuple[BlankBox, Entry]]) -> Iterator[str]:
    """Yield which boxes of one page lack their text or their ink."""
    after = render(page)
    characters = tuple(_characters(page.get_textpage()))
    for box, given in inside:
        if box.kind is not Kind.CHECK and not given.native:
            left, bottom, right, top = box.rect
            shown = "".join(one for one, x, y in characters if left <= x <= right and bottom <= y <= top)
            if not _said(given, shown):
                yield f"{box.name} does not show its text"
        if not ink(before, after, box):
            yield f"{box.name} shows nothing"


def _characters(text: pypdfium2.PdfTextPage) -> Iterator[tuple[str, float, float]]:
    """Yield what PDFium sees on a page, character by character, each with its middle.

    Not its lines: these leave out a hyphen at the end of one, and invent blanks.
    """
    for number in range(text.count_chars()):
        if pypdfium2.raw.FPDFText_IsGenerated(text.raw, number) == 1:
            continue
        hyphen = pypdfium2.raw.FPDFText_IsHyphen(text.raw, number) == 1
        left, bottom, right, top = text.get_charbox(number)
        character = "-" if hyphen else chr(pypdfium2.raw.FPDFText_GetUnicode(text.raw, number))
        yield character, (left + right) / 2, (bottom + top) / 2


def _said(given: Entry, shown: str) -> bool:
    """Say whether a box's place on the page has the text that was drawn, blanks aside."""
    wanted = "".join("".join(given.drawn.lines).split()) if given.drawn is not None else ""
    return wanted in "".join(shown.split())


def render(page: pypdfium2.PdfPage) -> Image.Image:
    """Return a page as a grey picture."""
    picture: Image.Image = page.render(scale=_SCALE, grayscale=True).to_pil()
    return picture.convert("L")


@lru_cache(maxsize=16)
def rendered_blank(blank_file: bytes, number: int) -> Image.Image:
    """Return a page of a blank (from 1) as a grey picture; kept, because many people fill the same form."""
    pdf = pypdfium2.PdfDocument(BytesIO(blank_file))
    try:
        return render(pdf[number - 1])
    finally:
        pdf.close()


def ink(before: Image.Image, after: Image.Image, box: BlankBox) -> bool:
    """Say whether a box is darker inside than it was: the rectangle without its border."""
    left, bottom, right, top = box.rect
    height = before.height
    crop = (
        round((left + _INSIDE) * _SCALE),
        height - round((top - _INSIDE) * _SCALE),
        round((right - _INSIDE) * _SCALE),
        height - round((bottom + _INSIDE) * _SCALE),
    )
    darker = ImageChops.subtract(before.crop(crop), after.crop(crop))
    return int(darker.getextrema()[1]) >= _DARKER  # type: ignore[arg-type]


def boxes_on(blank: Blank) -> Mapping[str, int]:
    """Return each box's page by its name."""
    return {box.name: box.page for box in blank.boxes}
