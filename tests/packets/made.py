"""Invented pieces of every kind a packet can hold, the packet bound from them, and its folder with a manifest."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import accumulate
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import PIECE_LINK
from legalassist.documents.pdf import write_pdf
from legalassist.documents.tags.tagged import tagged_text
from legalassist.errors import Problem
from legalassist.library import fonts
from legalassist.packets import manifest as sealing
from legalassist.packets.binder import bind
from legalassist.packets.check import check
from legalassist.packets.manifest import MANIFEST, Manifest, Piece, write_manifest
from legalassist.packets.pieces import Bound, BoundPiece, ContentsLine

FONTS = Fonts.read(fonts())
IDENTIFIER = b"invented packet!"
CSS = """
html { font-family: "LA Sans"; font-size: 11pt }
@page { size: letter; margin: 20mm; @top-left { content: "INVENTED" } @top-right { content: "part " counter(page) } }
.note { float: footnote } .new { break-before: page }
table { width: 100%; table-layout: fixed }
"""
WORDS = "The applicant was told that the debt would grow if anyone ran away, and her passport was kept in a drawer. "
CHINESE = "她说：“老板把我的护照锁在抽屉里，还说逃跑的人要多还三万块。”"


@cache
def written(body: str, language: str = "en") -> bytes:
    """Return a piece of ours laid out from the body of a page."""
    head = f"<head><title>R7K2</title><style>{CSS}</style></head>"
    return write_pdf(f'<html lang="{language}">{head}<body>{body}</body></html>', fonts=FONTS, identifier=b"piece")


def contents(lines: Sequence[ContentsLine]) -> bytes:
    """Lay out the contents."""
    rows = "".join(f'<li><a href="{line.anchor}">{line.title}</a> <span>{line.page}</span></li>' for line in lines)
    return written(f"<h1>Contents</h1><ol>{rows}</ol>")


LETTER = (
    '<h1 id="top">Cover letter</h1><p>See <a href="#end">the end</a>, '
    f'<a href="{PIECE_LINK}brief">the brief</a>, <a href="{PIECE_LINK}scan#page=2">Exhibit B at 2</a> and '
    f'<a href="{PIECE_LINK}brief#facts">its facts</a>.<span class="note">A footnote with {WORDS}</span></p>'
    "<table><caption>Enclosed</caption><tr><th scope='col'>Piece</th><th scope='col'>Pages</th></tr>"
    "<tr><th scope='row'>Brief</th><td>3</td></tr></table>"
    f'<h2 class="new" id="end">End</h2><p>{WORDS * 3}</p>'
)
BRIEF = (
    f'<h1 id="top">Brief</h1><p>{WORDS * 30}</p><h2 id="facts">Facts</h2><ul><li>{WORDS}</li><li>{CHINESE}</li></ul>'
    f'<p>{WORDS * 30}</p><table><tr><th scope="col">Year</th></tr><tr><td>2019</td></tr></table>'
    f'<p><a href="#top">back</a> {WORDS * 10}</p>'
)


def scan(*, turned: int = 0, pages: int = 2) -> bytes:
    """Return an exhibit of pictures only, untagged, its pages turned by `turned` degrees."""
    pdf = pikepdf.new()
    for number in range(pages):
        picture = pdf.make_stream(
            bytes((x + y * (number + 2)) % 256 for y in range(40) for x in range(30)),
            Type=Name.XObject, Subtype=Name.Image, Width=30, Height=40, BitsPerComponent=8, ColorSpace=Name.DeviceGray,
        )  # fmt: skip
        page = pdf.add_blank_page(page_size=(612, 792))
        page.obj["/Resources"] = Dictionary(XObject=Dictionary(Im0=picture))
        page.obj["/Contents"] = pdf.make_stream(b"q 612 0 0 792 0 0 cm /Im0 Do Q")
        page.obj["/Rotate"] = turned
    return saved(pdf)


def typed() -> bytes:
    """Return an untagged page of text, with a link and marks of its own that mean nothing."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(612, 792))
    page.obj["/Resources"] = Dictionary(Font=Dictionary(F0=_helvetica(pdf)))
    page.obj["/Contents"] = pdf.make_stream(b"/P <</MCID 7>> BDC BT /F0 12 Tf 72 700 Td (An untagged line.) Tj ET EMC")
    action = Dictionary(S=Name.URI, URI=String("https://example.org/"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[72, 690, 200, 710], A=action)
    page.obj["/Annots"] = Array([pdf.make_indirect(link)])
    return saved(pdf)


def official_form() -> bytes:
    """Return a stand-in for an official form: tagged, with fields, made-up roles, scripts, XFA, an attached file."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(612, 792))
    page.obj["/Resources"] = Dictionary(Font=Dictionary(F0=_helvetica(pdf)))
    page.obj["/Contents"] = pdf.make_stream(
        b"/Artifact <</MCID 9>> BDC BT /F0 8 Tf 500 20 Td (Page 1 of 1) Tj ET EMC "
        b"/P <</MCID 0>> BDC BT /F0 12 Tf 72 700 Td (Part 1. Family name) Tj ET EMC"
    )
    look = pdf.make_stream(b"0.9 g 0 0 200 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 20])
    field = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("Name"), TU=String("Family name"),
                   Rect=[72, 660, 272, 680], AP=Dictionary(N=look), StructParent=1,
                   AA=Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))))
    )  # fmt: skip
    page.obj["/Annots"], page.obj["/StructParents"] = Array([field]), 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Para=Name.P, Sub=Name.Para)))
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=root))
    text = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sub, P=top, Pg=page.obj, K=0))
    refer = Dictionary(Type=Name.OBJR, Obj=field, Pg=page.obj)
    form = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=top, K=refer, ID=String("f1")))
    top["/K"], root["/K"] = Array([text, form]), top
    root["/ParentTree"] = Dictionary(Nums=Array([0, Array([text]), 1, form]))
    pdf.Root["/StructTreeRoot"], pdf.Root["/MarkInfo"] = root, Dictionary(Marked=True)
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([field]), XFA=pdf.make_stream(b"<xdp/>"))
    pdf.Root["/OpenAction"] = Dictionary(S=Name.JavaScript, JS=String("app.alert(2)"))
    pdf.attachments["note.txt"] = b"a file inside"
    return saved(pdf)


def _helvetica(pdf: pikepdf.Pdf) -> pikepdf.Object:
    made = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    return pdf.make_indirect(made)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return a PDF's bytes."""
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def ours() -> list[BoundPiece]:
    """Return pieces of ours only: the packet claims PDF/UA."""
    return [
        BoundPiece("letter", "Cover letter", written(LETTER)),
        BoundPiece("contents", "Contents", b""),
        BoundPiece("brief", "Brief", written(BRIEF)),
        BoundPiece("statement", "Exhibit A", written("<h1>Exhibit A</h1>")),
        BoundPiece(
            "chinese", "Statement, Chinese", written(f"<h1>声明</h1><p>{CHINESE * 60}</p>", "zh-Hans"), 2, mark="A"
        ),
        BoundPiece("english", "Statement, English", written(f"<h1>Statement</h1><p>{WORDS * 40}</p>"), 2, mark="A"),
        BoundPiece("certificate", "Certificate", written(f"<h1>Certificate</h1><p>{WORDS}</p>"), 2, mark="A"),
        BoundPiece("scan", "Exhibit B", scan(), mark="B"),
        BoundPiece("turned", "Exhibit C", scan(turned=90, pages=1), mark="C"),
        BoundPiece("letter-again", "Copy of the letter", written(BRIEF), 1),
    ]


def mixed() -> list[BoundPiece]:
    """Return pieces of every kind, strangers' among them."""
    return [
        *ours(),
        BoundPiece("form", "Official form", official_form(), ours=False),
        BoundPiece("typed", "A page of text", typed(), ours=False),
    ]


def with_contents(pieces: Sequence[BoundPiece]) -> list[BoundPiece]:
    """Return the pieces with a page of contents in its place, which lists all others."""
    if all(piece.code != "contents" for piece in pieces):
        return list(pieces)
    lengths = [1 if piece.code == "contents" else len(pikepdf.open(BytesIO(piece.pdf)).pages) for piece in pieces]
    starts = accumulate(lengths, initial=1)
    lines = [
        ContentsLine(piece.title, page, piece.level, piece.code)
        for piece, page in zip(pieces, starts, strict=False)
        if piece.code not in ("contents", "letter-again")
    ]
    return [replace(piece, pdf=contents(lines)) if piece.code == "contents" else piece for piece in pieces]


def bound(pieces: Sequence[BoundPiece]) -> Bound:
    """Bind pieces into an invented packet."""
    return bind(with_contents(pieces), title="R7K2", language="en", identifier=IDENTIFIER, stamp_font=FONTS.stamp)


@cache
def our_packet() -> Bound:
    """The packet of our own pieces."""
    return bound(ours())


@cache
def mixed_packet() -> Bound:
    """The packet of every kind."""
    return bound(mixed())


def problems(path: Path, **asked: tuple[str, ...]) -> list[Problem]:
    """Return everything the check finds wrong with a packet's folder or with one PDF."""
    return check(path, stamp_font=FONTS.stamp, **asked)


MEMO = "<h1>Memo</h1><p>Attorney work product. The second employer may deny this; ask for the ledger first.</p>"


def folder(path: Path, packet: bytes, pieces: Sequence[BoundPiece], *, memo: str = MEMO) -> Path:
    """Write a packet's folder with a manifest that fits the files given, whatever is wrong inside them."""
    spans = {span.code: span for span in (our_packet() if len(pieces) == len(ours()) else mixed_packet()).spans}
    pieces = with_contents(pieces)
    files = {"filing/R7K2-packet.pdf": packet, "internal/R7K2-memo.pdf": written(memo)}
    files |= {f"pieces/{piece.code}.pdf": piece.pdf for piece in pieces if piece.pdf}
    files["pieces/memo.pdf"] = written(memo)
    listed = [
        Piece(code=p.code, title=p.title, level=p.level, folder="filing", first=spans[p.code].first,
              last=spans[p.code].last, pdf_sha256=sha256(p.pdf).hexdigest(), ours=p.ours, mark=p.mark, pdf_ua=p.ours,
              text_sha256=sha256(tagged_text(p.pdf).encode()).hexdigest() if p.ours and spans[p.code].tagged else "")
        for p in pieces if p.pdf
    ]  # fmt: skip
    listed.append(Piece(code="memo", title="Memo", folder="internal", pdf_sha256=sha256(written(memo)).hexdigest()))
    manifest = Manifest(
        version="0", title="R7K2", inputs="0" * 64, reference="R7K2", as_of=dt.date(2026, 11, 23), language="en",
        state="draft",
        pieces=tuple(listed), files={name: sha256(content).hexdigest() for name, content in files.items()},
    )  # fmt: skip
    for name, content in {**files, MANIFEST: write_manifest(manifest)}.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)
    return path


def rewritten(folder: Path, name: str, content: bytes, **changes: object) -> Path:
    """Put a file into a packet's folder and into its manifest, sealed anew."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    written = json.loads((folder / MANIFEST).read_bytes())
    del written["seal"]
    written["files"][name] = sha256(content).hexdigest()
    written |= changes
    (folder / MANIFEST).write_text(json.dumps(written | {"seal": sealing._seal(written)}), encoding="utf-8")
    return folder
