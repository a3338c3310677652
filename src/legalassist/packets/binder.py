"""Bind pieces into one packet: pages, tags, links, bookmarks, labels, running numbers; the same bytes every time."""

import re
from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pikepdf

from legalassist.documents.pdf_file import MAX_PAGES, claims_ua, entry, open_pdf, whole_pdf
from legalassist.errors import DocumentError
from legalassist.packets.carry import Layers, carry_fields, clean
from legalassist.packets.links import carry_links
from legalassist.packets.outline import write_labels, write_metadata, write_outline
from legalassist.packets.pieces import CONTENTS, BoundPiece, ContentsLine, Dropped, Packet, Placed, Span
from legalassist.packets.stamp import Stamp, stamp_pages
from legalassist.packets.structure import carry_trees
from legalassist.packets.untagged import shows_text

__all__ = ["CONTENTS", "BoundPiece", "ContentsLine", "Dropped", "Packet", "Span", "bind", "bind_packet"]

RenderContents = Callable[[Sequence[ContentsLine]], bytes]
"""Makes the PDF of the contents from its lines."""

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ROUNDS = 6


def bind(  # noqa: PLR0913 - a packet's parts, each named by its caller
    pieces: Sequence[BoundPiece], *, contents: RenderContents | None, title: str, language: str, identifier: bytes,
    stamp_font: Path, number_prefix: str = "",
) -> bytes:  # fmt: skip
    """Return the bound PDF; `bind_packet` says what goes in and what is raised."""
    return bind_packet(
        pieces, contents=contents, title=title, language=language, identifier=identifier, stamp_font=stamp_font,
        number_prefix=number_prefix,
    ).pdf  # fmt: skip


def bind_packet(  # noqa: PLR0913 - as `bind`
    pieces: Sequence[BoundPiece], *, contents: RenderContents | None, title: str, language: str, identifier: bytes,
    stamp_font: Path, number_prefix: str = "",
) -> Packet:  # fmt: skip
    """Bind pieces, in their order, into one packet.

    `contents` makes the contents, which take the place of the piece with the code "contents" (its own PDF is ignored).
    `title`, `language` (BCP 47) and `identifier` (16 bytes) are the packet's; `stamp_font` is a TrueType font of ours
    for the numbers; `number_prefix` stands before each number. The same arguments give the same bytes.

    Raises DocumentError, naming the piece by its code: a PDF that cannot be read or may not be bound as it is, a link
    to a piece that is not there, contents that do not settle.
    """
    _refuse_codes(pieces)
    opened = _open(pieces, contents)
    out = pikepdf.Pdf.new()
    dropped = [each for piece, source in opened for each in clean(source, piece)]
    placed = _place(out, opened)
    with whole_pdf("the packet"):
        carry_links(out, placed)
        carry_fields(out, placed)
        pdf_ua = all(_claims_ua(each) for each in placed)
    carry_trees(out, placed, language)
    _stamp(out, placed, stamp_font, number_prefix)
    write_outline(out, placed)
    write_labels(out, placed, number_prefix)
    write_metadata(out, title=title, language=language, identifier=identifier, pdf_ua=pdf_ua)
    spans = tuple(
        Span(p.piece.code, p.piece.title, p.first + 1, p.first + len(p.pages), p.piece.ours, _tagged(p.source))
        for p in placed
    )
    return Packet(_saved(out), spans, tuple(dropped), pdf_ua)


def _refuse_codes(pieces: Sequence[BoundPiece]) -> None:
    if not pieces:
        message = "a packet needs at least one piece"
        raise DocumentError(message)
    seen: set[str] = set()
    for piece in pieces:
        if not _CODE.fullmatch(piece.code):
            message = f"{piece.code!r} cannot be the code of a piece"
            raise DocumentError(message, hint="use small letters, digits and hyphens")
        if piece.code in seen:
            message = f"two pieces have the code {piece.code}"
            raise DocumentError(message, hint="codes name files and links, so each is used once")
        seen.add(piece.code)


def _open(pieces: Sequence[BoundPiece], contents: RenderContents | None) -> list[tuple[BoundPiece, pikepdf.Pdf]]:
    """Open every piece; make the contents as often as it takes until they know their own length."""
    made = {each.code: open_pdf(each.pdf, each.code) for each in pieces if contents is None or each.code != CONTENTS}
    listing = next((each for each in pieces if each.code == CONTENTS), None)
    if contents is not None and listing is not None:
        made[CONTENTS] = _contents(pieces, contents, {code: len(pdf.pages) for code, pdf in made.items()})
    total = sum(len(pdf.pages) for pdf in made.values())
    if total > MAX_PAGES:
        message = f"the packet would have {total} pages; {MAX_PAGES} are allowed"
        raise DocumentError(message, hint="bind it in two volumes")
    return [(piece, made[piece.code]) for piece in pieces]


def _contents(pieces: Sequence[BoundPiece], contents: RenderContents, lengths: dict[str, int]) -> pikepdf.Pdf:
    """Return the contents, made anew until their own number of pages stays the same."""
    own = 1
    for _ in range(_ROUNDS):
        pdf = open_pdf(contents(_lines(pieces, lengths | {CONTENTS: own})), CONTENTS)
        if len(pdf.pages) == own:
            return pdf
        own = len(pdf.pages)
    message = f"{CONTENTS}: the contents change their length each time they are made"
    raise DocumentError(message, hint="their template must not depend on its own page count")


def _lines(pieces: Sequence[BoundPiece], lengths: dict[str, int]) -> list[ContentsLine]:
    lines, page = [], 1
    for piece in pieces:
        if piece.listed and piece.code != CONTENTS:
            lines.append(ContentsLine(piece.title, page, piece.level, piece.code))
        page += lengths[piece.code]
    return lines


def _place(out: pikepdf.Pdf, opened: Sequence[tuple[BoundPiece, pikepdf.Pdf]]) -> list[Placed]:
    """Copy all pages into the packet, one piece after the other, and count the exhibits' own pages."""
    layers = Layers(out)
    placed = []
    first = 0
    for _, neighbours in groupby(opened, key=lambda each: each[0].mark):
        counted = 0
        for piece, source in neighbours:
            with whole_pdf(piece.code):
                for page in source.pages:
                    out.pages.append(page)
                layers.add(source)
            length = len(source.pages)
            numbers = range(counted + 1, counted + length + 1)
            marks = tuple(f"{piece.mark}-{number}" for number in numbers) if piece.mark and piece.ours else ()
            placed.append(Placed(piece, source, first, tuple(out.pages[first + n] for n in range(length)), marks))
            first, counted = first + length, counted + length
    layers.write()
    return placed


def _tagged(source: pikepdf.Pdf) -> bool:
    return entry(entry(source.Root, "/StructTreeRoot"), "/K") is not None


def _claims_ua(placed: Placed) -> bool:
    """Say whether a piece is ours and claims PDF/UA, or is a scan that the binder makes one figure a page."""
    if not placed.piece.ours:
        return False
    if not _tagged(placed.source):
        return not any(shows_text(entry(page.obj, "/Resources")) for page in placed.pages)
    return claims_ua(placed.source)


def _stamp(out: pikepdf.Pdf, placed: Sequence[Placed], font: Path, number_prefix: str) -> None:
    stamps = []
    for each in placed:
        if each.piece.ours:
            scan = not _tagged(each.source)
            for n, page in enumerate(each.pages):
                mark = each.marks[n] if each.marks else ""
                stamps.append(Stamp(page, f"{number_prefix}{each.first + n + 1}", mark, scan))
    stamp_pages(out, stamps, font)


def _saved(out: pikepdf.Pdf) -> bytes:
    """Write the packet; its second id is computed from its content."""
    saved = BytesIO()
    with whole_pdf("the packet"):
        out.save(saved, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return saved.getvalue()
