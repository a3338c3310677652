"""What a finished file says beside its printed words: descriptions of pictures, links, bookmarks, pictures of words.

A screen reader says it, a reader's window shows it, or a tap on it leads somewhere; and no attorney has approved it.
"""

from collections.abc import Iterator

import pikepdf

from legalassist.documents.pdf_file import entry, kids, number_of, text_of
from legalassist.documents.tags.tagged import TaggedPdf
from legalassist.handouts.piece import Piece
from legalassist.handouts.sources import sources_of, unsourced

_QUOTED = 40
_OURS = frozenset({
    "/Lang", "/MarkInfo", "/Metadata", "/Outlines", "/Pages", "/StructTreeRoot", "/Type", "/ViewerPreferences",
})  # fmt: skip
"""What a file of ours holds; names to lead to, forms, enclosed files and actions are no part of a handout."""

_DEEPEST = 12


def beside(opened: pikepdf.Pdf, read: TaggedPdf, piece: Piece) -> Iterator[str]:
    """Yield everything a finished file says or leads to, beside its printed words, that nobody stands behind."""
    yield from _described(read, piece)
    for page in opened.pages:
        yield from (_annotation(one) for one in kids(entry(page.obj, "/Annots")) if not _is_printed(one, piece))
    sources = sources_of(piece)
    for title in _bookmarks(entry(entry(opened.Root, "/Outlines"), "/First"), set()):
        for said in unsourced(title, sources):
            yield f"a bookmark says what is on no handout: {said[:_QUOTED]!r}"
    for key in sorted(set(opened.Root.keys()) - _OURS):
        yield f"the file holds {key}, which no handout has"
    yield from _pictures(opened, piece)


def _described(read: TaggedPdf, piece: Piece) -> Iterator[str]:
    """Yield each description that is not that of the code or the logo; a code is described by where it leads."""
    code, logo = bool(piece.code_to_scan[0]), _carries_logo(piece)
    allowed = {*([piece.shown.url] if code else ()), *([piece.shown.name] if logo else ())}
    elements = [one for top in (read.tree.elements if read.tree is not None else ()) for one in top.elements()]
    told = {one.alt for one in elements if one.alt}
    for alt in sorted(told - allowed):
        yield f"a picture is described by what nobody stands behind: {alt[:_QUOTED]!r}"
    for _ in allowed - told:
        yield "the code to scan is not described by its address, or the logo by the clinic's name"
    runs = [run for page in read.pages for run in page.runs]
    if any(one.actual is not None or one.title for one in elements) or any(one.text and not one.drawn for one in runs):
        yield "a screen reader is given other words than those that are printed"


def _carries_logo(piece: Piece) -> bool:
    """Say whether the logo stands on a piece: a card has no room for it."""
    return bool(piece.shown.logo) and not piece.form.covered


def _is_printed(annotation: object, piece: Piece) -> bool:
    """Say whether an annotation is a link to the address that the piece prints in words, and nothing else."""
    address = piece.shown.url if piece.code_to_scan[0] else piece.address
    link = text_of(entry(annotation, "/Subtype")) == "/Link" and bool(address)
    return link and _aim(annotation) == address and text_of(entry(annotation, "/Contents")) in {None, "", address}


def _annotation(annotation: object) -> str:
    what = _aim(annotation) or text_of(entry(annotation, "/Subtype")) or ""
    return f"it holds a link, a field or a note that no handout has: {what[:_QUOTED]!r}"


def _aim(annotation: object) -> str:
    return text_of(entry(entry(annotation, "/A"), "/URI")) or ""


def _bookmarks(first: object, seen: set[int]) -> Iterator[str]:
    """Yield the words of each bookmark, from one on and below."""
    while isinstance(first, pikepdf.Dictionary) and number_of(first) not in seen:
        seen.add(number_of(first))
        yield text_of(entry(first, "/Title")) or ""
        yield from _bookmarks(entry(first, "/First"), seen)
        first = entry(first, "/Next")


def _pictures(opened: pikepdf.Pdf, piece: Piece) -> Iterator[str]:
    """Yield each picture made of dots that is not the logo, and text drawn as the pattern of a background."""
    drawn = _Drawn()
    for page in opened.pages:
        drawn.look(entry(page.obj, "/Resources"))
    if len(drawn.pictures) > int(_carries_logo(piece)):
        yield "it holds a picture that is not the clinic's logo"
    if drawn.written:
        yield "words are drawn as the pattern of a background"


class _Drawn:
    """What is drawn on some pages beside letters and lines: pictures by number, and whether a pattern holds text."""

    def __init__(self) -> None:
        self.seen = set[int]()
        self.pictures = set[int]()
        self.written = False

    def look(self, resources: object, depth: int = 0, *, pattern: bool = False) -> None:
        """Note what some resources hold, in forms and patterns too."""
        for kind in ("/XObject", "/Pattern"):
            held = entry(resources, kind)
            for one in held.values() if isinstance(held, pikepdf.Dictionary) else ():
                number = number_of(one)
                if not isinstance(one, pikepdf.Stream) or number in self.seen or depth > _DEEPEST:
                    continue
                self.seen.add(number)
                if text_of(entry(one, "/Subtype")) == "/Image":
                    self.pictures.add(number)
                    continue
                inside = pattern or kind == "/Pattern"
                self.written |= inside and _shows_text(one)
                self.look(entry(one, "/Resources"), depth + 1, pattern=inside)


def _shows_text(stream: pikepdf.Stream) -> bool:
    return any(pikepdf.parse_content_stream(stream, "Tj TJ ' \""))
