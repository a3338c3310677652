"""Every check of a finished page: what holds for any page of ours, and what holds where every word is ours."""

import re
from collections.abc import Callable, Collection, Iterator

import pikepdf

from legalassist.documents.pdf_file import entry, kids, open_pdf
from legalassist.documents.rendered import boxes, breaks, faces, lengths, marks
from legalassist.documents.rendered.found import Found
from legalassist.documents.rendered.lines import Block, blocks_of
from legalassist.documents.tags.content import Box
from legalassist.documents.tags.tagged import TaggedPdf, read_tagged
from legalassist.languages.tags import SIMPLIFIED, TRADITIONAL

Check = Callable[[Block], Iterator[Found]]

OF_ANY_PAGE: tuple[Check, ...] = (
    faces.missing_glyphs, faces.foreign_faces, faces.wrong_widths, faces.slanted, faces.grey,
    breaks.line_starts, breaks.line_ends, breaks.broken_tokens,
    boxes.clipped, boxes.tight, boxes.out_of_order, lengths.long_lines,
)  # fmt: skip
"""What is asked of every page that we laid out, whoever wrote the words."""

OF_OUR_WORDS: tuple[Check, ...] = (marks.quote_widths, marks.half_width, marks.spaces, marks.straight_quotes)
"""What is asked beside it where every word comes from a shelf."""


def look_at(
    opened: pikepdf.Pdf, read: TaggedPdf, pages: Collection[int] | None = None, *, names: Collection[str] = ()
) -> list[Found]:
    """Return what is wrong with the look of some pages (from 0; None: all) that we laid out, in page order.

    `names` in Chinese characters should stand on one line each; a name in Latin letters may be broken at its spaces.
    """
    chosen = range(len(read.pages)) if pages is None else sorted(pages)
    blocks = blocks_of(read, chosen)
    edges = [edge(page) for page in opened.pages]
    kept = frozenset(name for name in names if len(name) > 1 and not breaks.is_latin(name))
    found = [one for block in blocks for check in OF_ANY_PAGE for one in check(block)]
    found += [one for block in blocks for one in boxes.beyond_the_page(block, edges)]
    found += [one for block in blocks for one in breaks.broken_names(block, kept)] if kept else []
    return sorted({*found, *boxes.over_one_another(blocks)})


def look_at_words(read: TaggedPdf, languages: Collection[str], own: Collection[str] = ()) -> list[Found]:
    """Return what is wrong with the signs of a PDF whose every word comes from a shelf, in page order.

    `languages` are those it is written in; a piece is in one script. `own` are names and lines of somebody else's: they
    stand as they were given, and a block that says nothing beside them is not looked at.
    """
    theirs = sorted({_bare(one) for one in own} - {""}, key=len, reverse=True)
    every = blocks_of(read, range(len(read.pages)))
    blocks = [block for block in every if not theirs or _says_more(block, theirs)]
    found = [one for block in blocks for check in OF_OUR_WORDS for one in check(block)]
    traditional = TRADITIONAL in languages
    for block in blocks if traditional or SIMPLIFIED in languages else ():
        if block.tagged:
            found += marks.other_script(block, TRADITIONAL if traditional else SIMPLIFIED)
            found += faces.other_scripts_face(block, traditional=traditional)
    return sorted(set(found))


def _says_more(block: Block, own: Collection[str]) -> bool:
    """Say whether a block says more than what is somebody else's, and the marks between that."""
    said = _bare(block.text)
    if any(said in one for one in own):  # a part of it, on a line of its own
        return not said
    left = said
    for one in own:
        left = left.replace(one, "")
    return left == said or any(sign.isalnum() for sign in left)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def seen(pdf: bytes, languages: Collection[str] = (), *, name: str = "the PDF") -> list[Found]:
    """Return everything that is wrong with the look of a PDF of ours; `languages` where every word is from a shelf.

    Raises DocumentError where it cannot be opened.
    """
    with open_pdf(pdf, name) as opened:
        read = read_tagged(opened, name)
        found = look_at(opened, read)
    return sorted({*found, *(look_at_words(read, languages) if languages else ())})


def edge(page: pikepdf.Page) -> Box:
    """Return where a page is cut: its trim box, or the page itself."""
    box = entry(page.obj, "/TrimBox") or page.mediabox
    left, bottom, right, top = (float(str(each)) for each in kids(box))
    return left, bottom, right, top
