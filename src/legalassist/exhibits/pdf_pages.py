"""A stranger's PDF in, Letter pages out: each page written anew where it is plainly drawn, as a picture otherwise."""

import warnings
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pypdfium2

from legalassist.documents.pdf_file import entry, kids, type_error
from legalassist.exhibits.cleaned import PRINT_TO_PDF, ExhibitRefused, Noticed
from legalassist.exhibits.images import is_grey, jpeg_of
from legalassist.exhibits.pdf_content import Contents, Reading
from legalassist.exhibits.pdf_fonts import any_not_carried
from legalassist.exhibits.pdf_litter import annotations, in_the_file, on_the_page
from legalassist.exhibits.pdf_opened import UNREADABLE, damaged, inherited, open_stranger
from legalassist.exhibits.pdf_samples import Unknown
from legalassist.exhibits.pdf_things import Things, number
from legalassist.exhibits.sheet import DPI, Picture, Sheet, fit, new_pdf, page_of, picture_page, saved
from legalassist.exhibits.unseen import has_hidden_words, words_on

_LARGEST_SIDE = 14_400
"""Points: 200 inches, what a PDF page may have at most (ISO 32000-1, annex C)."""

_HIDDEN = "words that cannot be seen (covered, invisible or off the page): the page was made a picture without them"


@dataclass
class _Seen:
    """What is known of one page while the pages are read: whether it becomes a picture, and why it has to."""

    sheet: Sheet
    why: str = ""
    shows_more: bool = False


@dataclass
class _Drafts:
    """The same pages in three readings, each in a PDF of its own."""

    things: dict[Reading, Things] = field(default_factory=lambda: {each: Things(new_pdf()) for each in Reading})

    def add(self, page: pikepdf.Page, sheet: Sheet, matrix: tuple[float, ...], box: tuple[float, ...]) -> None:
        """Write a page in all three readings; raises Unknown where it is not plainly drawn."""
        resources = inherited(page.obj, "/Resources")
        made = []
        for reading, things in self.things.items():
            content, needed = Contents(things, reading).page(page, resources)
            clip = "" if reading is Reading.WORDS else f"{_numbers(_rect(box))} re W n\n"
            before = f"q {_numbers(matrix)} cm\n{clip}".encode()
            made.append((things.out, page_of(things.out, sheet, before + content + b"\nQ", needed)))
        for pdf, one in made:
            pdf.pages.append(pikepdf.Page(one))

    def add_blank(self, sheet: Sheet) -> None:
        """Keep the place of a page that becomes a picture."""
        for things in self.things.values():
            page = page_of(things.out, sheet, b"", pikepdf.Dictionary())
            things.out.pages.append(pikepdf.Page(page))


def clean_pdf(content: bytes, password: str | None, noticed: list[Noticed], *, pictures: bool) -> pikepdf.Pdf:
    """Return a PDF of ours that shows what a stranger's shows; add to `noticed` what was left behind.

    With `pictures` every page becomes a picture. Raises ExhibitRefused and ExhibitLocked.
    """
    source = open_stranger(content, password)
    try:
        noticed += in_the_file(source, content)
        drafts = _Drafts()
        seen = [_read(drafts, page, number, noticed) for number, page in enumerate(source.pages, 1)]
        if pictures:
            for one in seen:
                one.why = one.why or "asked for"
        _find_hidden(drafts, seen, noticed)
        out = drafts.things[Reading.WHOLE].out
        if any(one.why for one in seen):
            _replace(out, source, seen, noticed)
    except UNREADABLE as wrong:
        raise damaged() from wrong
    things = drafts.things[Reading.WHOLE]
    if things.not_carried:
        noticed.append(Noticed("letters the file does not carry (compare the pages with the original)"))
    return out


def _read(drafts: _Drafts, page: pikepdf.Page, at: int, noticed: list[Noticed]) -> _Seen:
    """Read one page into the drafts; say what became of it."""
    box, turn, unit = _box(page, at)
    wide, high = box[2] - box[0], box[3] - box[1]
    sheet = fit(*((high, wide) if turn in {90, 270} else (wide, high)), unit)
    seen = _Seen(sheet)
    noticed += [Noticed(one.what, one.count, (at,)) for one in on_the_page(page.obj)]
    for one, shows in annotations(page.obj):
        noticed.append(Noticed(one.what, one.count, (at,)))
        seen.shows_more = seen.shows_more or shows
    if seen.shows_more:
        seen.why = "comments, stamps or form fields on top of the page"
    else:
        try:
            drafts.add(page, sheet, _matrix(box, turn, sheet), box)
        except Unknown as unknown:
            seen.why = str(unknown)
        except (*UNREADABLE, IndexError) as wrong:
            if isinstance(wrong, MemoryError):
                raise
            seen.why = "something that is not whole"
    if seen.why:
        drafts.add_blank(sheet)
    return seen


def _box(page: pikepdf.Page, at: int) -> tuple[tuple[float, float, float, float], int, float]:
    """Return the part of a page that is shown, how it is turned, and its unit; raises ExhibitRefused for no size."""
    media = _corners(inherited(page.obj, "/MediaBox"))
    crop = _corners(inherited(page.obj, "/CropBox")) or media
    if media is None or crop is None:
        raise ExhibitRefused(f"page {at} of the PDF has no size", PRINT_TO_PDF)
    box = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    if box[2] - box[0] < 1 or box[3] - box[1] < 1:
        box = media
    sides = (box[2] - box[0], box[3] - box[1])
    if min(sides) < 1 or max(sides) > _LARGEST_SIDE:
        what = "has no size" if min(sides) < 1 else "is larger than any paper"
        raise ExhibitRefused(f"page {at} of the PDF {what}", PRINT_TO_PDF)
    turned = inherited(page.obj, "/Rotate")
    turn = int(turned) % 360 if number(turned) and int(turned) % 90 == 0 else 0  # type: ignore[call-overload] # a number
    unit = entry(page.obj, "/UserUnit")
    return box, turn, max(1.0, min(float(unit), 10.0)) if number(unit) else 1.0  # type: ignore[arg-type] # a number


def _corners(box: object) -> tuple[float, float, float, float] | None:
    """Return a box as left, bottom, right, top, whichever corners it was written with; None for no box."""
    sides = list(kids(box))
    if len(sides) != 4 or not all(map(number, sides)):  # noqa: PLR2004 - a box has four sides
        return None
    a, b, c, d = (float(side) for side in sides)  # type: ignore[arg-type] # numbers
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _matrix(box: tuple[float, ...], turn: int, sheet: Sheet) -> tuple[float, ...]:
    """Return the matrix that puts a page, turned as it is to be seen, onto its sheet."""
    left, bottom, right, top = box
    a, b, c, d, e, f = {
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }.get(turn, (1, 0, 0, 1, -left, -bottom))
    s = sheet.scale
    return a * s, b * s, c * s, d * s, e * s + sheet.x, f * s + sheet.y


def _rect(box: tuple[float, ...]) -> tuple[float, ...]:
    return box[0], box[1], box[2] - box[0], box[3] - box[1]


def _numbers(values: tuple[float, ...]) -> str:
    return " ".join(f"{value:.5f}".rstrip("0").rstrip(".") or "0" for value in values)


def _find_hidden(drafts: _Drafts, seen: list[_Seen], noticed: list[Noticed]) -> None:
    """Mark the pages that hold words nobody sees."""
    opened = [pypdfium2.PdfDocument(saved(drafts.things[each].out)) for each in Reading]
    try:
        for at, one in enumerate(seen):
            if not one.why:
                whole, wordless, words = (pdf[at] for pdf in opened)
                if has_hidden_words(whole, wordless, words):
                    one.why = "hidden"
                    noticed.append(Noticed(_HIDDEN, pages=(at + 1,)))
                for page in (whole, wordless, words):
                    page.close()
    finally:
        for pdf in opened:
            pdf.close()


def _replace(out: pikepdf.Pdf, source: pikepdf.Pdf, seen: list[_Seen], noticed: list[Noticed]) -> None:
    """Put pictures of the pages that have to be pictures into their places."""
    drawn = pypdfium2.PdfDocument(_as_read(source))
    try:
        if len(drawn) != len(seen):
            raise damaged()
        drawn.init_forms()
        for at, one in enumerate(seen):
            if one.why:
                if any_not_carried(inherited(source.pages[at].obj, "/Resources")):
                    _refuse_letters(at + 1)
                page = drawn[at]
                if words_on(page) and one.why not in {"hidden", "asked for"}:
                    noticed.append(Noticed(f"page made a picture, because of {one.why}", pages=(at + 1,)))
                out.pages[at] = pikepdf.Page(picture_page(out, _picture(page, one.sheet), one.sheet.scale))
                page.close()
    except (pypdfium2.PdfiumError, *type_error) as wrong:
        raise damaged() from wrong
    finally:
        drawn.close()


def _as_read(source: pikepdf.Pdf) -> bytes:
    """Return the file as one reader understood it, for the other: two readers can be made to see two files."""
    copy = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fields that hang in the air: they are drawn, never handed on
        source.save(copy, encryption=False, static_id=True)
    return copy.getvalue()


def _refuse_letters(at: int) -> None:
    """Refuse to draw a page whose letters are not in the file: this machine may not have them, and words would go."""
    what = f"page {at} must be made a picture, and the file does not carry the letters it is written in"
    raise ExhibitRefused(what, "where the file was made, export it again with all fonts embedded, or print and scan it")


def _picture(page: pypdfium2.PdfPage, sheet: Sheet) -> Picture:
    """Draw a page as it is seen on a screen, as finely as it is printed."""
    wide, high = page.get_size()
    scale = fit(wide, high, sheet.scale).scale * DPI / 72
    image = page.render(scale=scale, draw_annots=True, may_draw_forms=True).to_pil().convert("RGB")
    if is_grey(image):
        image = image.convert("L")
    return Picture(jpeg_of(image), image.size, (wide, high), len(image.getbands()))
