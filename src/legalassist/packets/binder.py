"""Bind pieces into one packet: pages, tags, links, bookmarks, labels, running numbers; the same bytes every time."""

import re
from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pikepdf

from legalassist.documents.pdf_file import MAX_PACKET_PAGES, claims_ua, entry, open_pdf, whole_pdf
from legalassist.errors import DocumentError
from legalassist.packets.carry import Layers, carry_fields, clean
from legalassist.packets.links import carry_links
from legalassist.packets.outline import write_labels, write_metadata, write_outline
from legalassist.packets.pieces import Bound, BoundPiece, Placed, Span
from legalassist.packets.stamp import Stamp, stamp_pages
from legalassist.packets.structure import carry_trees
from legalassist.packets.untagged import shows_text

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def bind(  # noqa: PLR0913 - a packet's parts, each named by its caller
    pieces: Sequence[BoundPiece], *, title: str, language: str, identifier: bytes, stamp_font: Path,
    number_prefix: str = "",
) -> Bound:  # fmt: skip
    """Bind pieces, in their order, into one packet.

    `title`, `language` (BCP 47) and `identifier` (16 bytes) are the packet's; `stamp_font` is a TrueType font of ours
    for the numbers; `number_prefix` stands before each number. The same arguments give the same bytes.

    Raises DocumentError, naming the piece by its code: a PDF that cannot be read or may not be bound as it is, a link
    to a piece that is not there.
    """
    _refuse_codes(pieces)
    opened = _open(pieces)
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
    return Bound(_saved(out), spans, tuple(dropped), pdf_ua)


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


def _open(pieces: Sequence[BoundPiece]) -> list[tuple[BoundPiece, pikepdf.Pdf]]:
    """Open every piece; refuse more pages than one packet may have."""
    opened = [(piece, open_pdf(piece.pdf, piece.code)) for piece in pieces]
    total = sum(len(pdf.pages) for _, pdf in opened)
    if total > MAX_PACKET_PAGES:
        message = f"the packet would have {total} pages; {MAX_PACKET_PAGES} are allowed"
        raise DocumentError(message, hint="bind it in two volumes")
    return opened


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
