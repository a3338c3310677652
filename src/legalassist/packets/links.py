"""Carry named destinations and links into the packet, and make links between pieces land."""

import re
from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from legalassist.documents.page import PIECE_LINK
from legalassist.documents.pdf_file import entry, kids, number_of, text_of
from legalassist.documents.tags.tagged import named_destinations
from legalassist.errors import DocumentError
from legalassist.packets.pieces import Placed

_ON_PAGE = re.compile(r"page=(\d{1,5})")


def anchor_name(code: str, anchor: str = "") -> str:
    """Return the packet's name for a piece's first page, or for a named place inside the piece."""
    return f"{code}#{anchor}" if anchor else code


def carry_links(out: pikepdf.Pdf, placed: Sequence[Placed]) -> None:
    """Rename the named destinations of all pieces so that none collide, and let links between pieces land.

    A link to ``PIECE_LINK + code`` lands on that piece's first page, ``code#page=2`` on its second, ``code#name`` at
    its named place. Raises DocumentError where there is no such piece, page or name.
    """
    names: dict[str, pikepdf.Object] = {}
    pieces = {each.piece.code: each for each in placed}
    for each in placed:
        _names(each, names)
    for each in placed:
        for page in each.pages:
            for annotation in kids(entry(page.obj, "/Annots")):
                if isinstance(annotation, Dictionary) and text_of(entry(annotation, "/Subtype")) == "/Link":
                    _link(annotation, each, pieces, names)
    pairs = sorted((bytes(String(name)), String(name), value) for name, value in names.items())
    leaf = out.make_indirect(
        Dictionary(Limits=Array([pairs[0][1], pairs[-1][1]]), Names=Array([part for _, *two in pairs for part in two]))
    )
    out.Root["/Names"] = Dictionary(Dests=out.make_indirect(Dictionary(Kids=Array([leaf]))))


def _names(placed: Placed, names: dict[str, pikepdf.Object]) -> None:
    """Add the named places of one piece, and a name for its first page."""
    code = placed.piece.code
    names[anchor_name(code)] = page_start(placed.pages[0])
    numbers = {number_of(page.obj): number for number, page in enumerate(placed.source.pages)}
    for name, value in named_destinations(placed.source).items():
        aim = list(kids(entry(value, "/D") if isinstance(value, Dictionary) else value))
        number = numbers.get(number_of(aim[0])) if aim else None
        if number is not None:
            names[anchor_name(code, name)] = Array([placed.pages[number].obj, *aim[1:]])


def page_start(page: pikepdf.Page) -> pikepdf.Object:
    """Return a destination at the top of a page that keeps the reader's magnification."""
    return Array([page.obj, Name.XYZ, None, page.mediabox[3], None])


def _link(
    annotation: pikepdf.Object, placed: Placed, pieces: Mapping[str, Placed], names: Mapping[str, pikepdf.Object]
) -> None:
    aim = entry(annotation, "/Dest")
    name = text_of(aim)
    if name is not None:
        # A name written as a PDF name carries a slash that is not part of it.
        plain = name[1:] if isinstance(aim, Name) else name
        annotation["/Dest"] = String(anchor_name(placed.piece.code, plain))
    address = text_of(entry(entry(annotation, "/A"), "/URI")) or ""
    if not address.startswith(PIECE_LINK):
        return
    code, _, inside = address.removeprefix(PIECE_LINK).partition("#")
    target = pieces.get(code.rstrip("/"))
    if target is None:
        message = f"{placed.piece.code}: a link leads to the piece {code!r}, which is not in this packet"
        raise DocumentError(message, hint=f"the packet holds {', '.join(pieces)}")
    del annotation["/A"]
    annotation["/Dest"] = _inside(target, inside, names, placed.piece.code)
    annotation["/Contents"] = String(target.piece.title)


def _inside(target: Placed, inside: str, names: Mapping[str, pikepdf.Object], linking: str) -> pikepdf.Object:
    """Return the destination for a place inside a piece: nothing, ``page=2`` or a name."""
    on_page = _ON_PAGE.fullmatch(inside)
    if on_page and 1 <= int(on_page[1]) <= len(target.pages):
        return page_start(target.pages[int(on_page[1]) - 1])
    name = anchor_name(target.piece.code, inside)
    if on_page or name not in names:
        message = f"{linking}: a link leads to {inside!r} in the piece {target.piece.code!r}, which has no such place"
        raise DocumentError(message, hint=f"the piece has {len(target.pages)} pages")
    return String(name)
