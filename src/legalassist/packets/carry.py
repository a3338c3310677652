"""Take out of a piece, before it is bound, what does not belong on paper: scripts, actions, attachments, live fields.

What the packet keeps of a page is what it shows, its links, and its tags. Everything taken out is listed; what would
change the look of a page is refused instead (comments, drawings, filled fields without an appearance).
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import pikepdf

from legalassist.documents.pdf_file import entry, kids, number_of, numbered, text_of, whole, whole_pdf
from legalassist.errors import DocumentError
from legalassist.packets.pieces import BoundPiece, Dropped, Placed

_PAGE_LITTER = ("/AA", "/B", "/Dur", "/LastModified", "/Metadata", "/PieceInfo", "/PresSteps", "/Thumb", "/Trans")
_ATTACHMENTS = frozenset({"/3D", "/FileAttachment", "/Movie", "/RichMedia", "/Screen", "/Sound"})
_INVISIBLE = frozenset({"/Popup", "/PrinterMark", "/TrapNet"})
_LINK_KEPT = frozenset({"/A", "/Border", "/BS", "/C", "/Contents", "/Dest", "/F", "/H", "/Lang", "/P", "/QuadPoints",
                        "/Rect", "/StructParent", "/Subtype", "/Type"})  # fmt: skip
_FIELD = ("/DA", "/FT", "/Ff", "/MaxLen", "/Opt", "/Q", "/TU", "/V")
_WIDGET_KEPT = frozenset({"/AP", "/AS", "/Border", "/BS", "/F", "/MK", "/OC", "/P", "/Rect", "/StructParent",
                          "/Subtype", "/T", "/Type", *_FIELD})  # fmt: skip
_LONGEST_NAME = 40
"""Characters of a name in a stranger's file that are repeated."""
_READ_ONLY = 1
_HIDDEN = 2 | 32
_WEB = ("http://", "https://", "mailto:", "tel:")


def clean(pdf: pikepdf.Pdf, piece: BoundPiece) -> list[Dropped]:
    """Take out of the opened `pdf` what is not bound, and return what that was.

    Raises DocumentError, naming the piece by its code, where a page would then look different.
    """
    with whole_pdf(piece.code):
        counted = Counter(_in_the_file(pdf))
        for number, page in enumerate(pdf.pages, 1):
            counted.update(_on_the_page(pdf, page.obj, piece, number))
    return [Dropped(piece.code, what, count) for what, count in sorted(counted.items())]


def _in_the_file(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Name what hangs on the file as a whole; it is never copied, so naming it is all there is to do."""
    names, form = entry(pdf.Root, "/Names"), entry(pdf.Root, "/AcroForm")
    yield from ("script" for _ in numbered(entry(names, "/JavaScript"), "/Names"))
    yield from ("attached file" for _ in numbered(entry(names, "/EmbeddedFiles"), "/Names"))
    if isinstance(entry(pdf.Root, "/OpenAction"), pikepdf.Dictionary) or entry(pdf.Root, "/AA") is not None:
        yield "action on opening"
    if entry(form, "/XFA") is not None:
        yield "XFA form"
    if any(text_of(entry(field, "/FT")) == "/Sig" and entry(field, "/V") for field in kids(entry(form, "/Fields"))):
        yield "digital signature"


def _on_the_page(pdf: pikepdf.Pdf, page: pikepdf.Object, piece: BoundPiece, number: int) -> Iterator[str]:
    if entry(page, "/AA") is not None:
        yield "action of a page"
    for key in _PAGE_LITTER:
        if key in page:
            del page[key]
    kept = []
    for annotation in kids(entry(page, "/Annots")):
        kind = text_of(entry(annotation, "/Subtype")) or "annotation without a kind"
        if not isinstance(annotation, pikepdf.Dictionary) or kind in _INVISIBLE:
            continue
        if kind in _ATTACHMENTS:
            yield f"annotation {kind[1:]}"
            continue
        kept.append(annotation)
        yield from _link(annotation, page) if kind == "/Link" else _widget(annotation, kind, piece, number)
    if "/Annots" in page:
        # Always objects of their own, so that the structure tree can refer to them.
        page["/Annots"] = pikepdf.Array([each if number_of(each) else pdf.make_indirect(each) for each in kept])
    page["/Tabs"] = pikepdf.Name.S


def _link(annotation: pikepdf.Object, page: pikepdf.Object) -> Iterator[str]:
    """Keep what a link shows and where it leads; a link that would start something leads to its own page instead."""
    _keep(annotation, _LINK_KEPT)
    action = entry(annotation, "/A")
    if action is None:
        return
    kind = text_of(entry(action, "/S"))
    if kind == "/GoTo":
        annotation["/Dest"] = entry(action, "/D")
        del annotation["/A"]
    elif kind == "/URI" and (address := text_of(entry(action, "/URI")) or "").lower().startswith(_WEB):
        annotation["/A"] = pikepdf.Dictionary(Type=pikepdf.Name.Action, S=pikepdf.Name.URI, URI=pikepdf.String(address))
    else:
        del annotation["/A"]
        annotation["/Dest"] = pikepdf.Array([page, pikepdf.Name.Fit])
        yield f"action {(kind or '/unknown')[1:_LONGEST_NAME]} of a link"


def _widget(annotation: pikepdf.Object, kind: str, piece: BoundPiece, number: int) -> Iterator[str]:
    """Make a widget a field of its own that shows what it showed, and that nobody can change."""
    if kind != "/Widget":
        message = f"{piece.code}: page {number} carries a comment or drawing on top of the page ({kind[1:]})"
        raise DocumentError(
            message, hint="remove it, or print the file to a new PDF so that it becomes part of the page"
        )
    hidden = isinstance(flags := entry(annotation, "/F"), int) and flags & _HIDDEN
    value = _inherited(annotation, "/V")
    empty = value is None or text_of(value) in {"", "/Off"}
    if not empty and not hidden and entry(annotation, "/AP") is None:
        message = f"{piece.code}: page {number} has a filled field that shows nothing yet"
        raise DocumentError(message, hint="flatten the form first, or print it to a new PDF")
    for key in _FIELD:
        if (found := _inherited(annotation, key)) is not None:
            annotation[key] = found
    if entry(annotation, "/FT") is None:
        annotation["/FT"] = pikepdf.Name.Tx
    annotation["/Ff"] = (whole(entry(annotation, "/Ff")) or 0) | _READ_ONLY
    _keep(annotation, _WIDGET_KEPT)
    yield "form field (now read-only)"


def _inherited(field: object, key: str) -> object:
    for _ in range(20):
        if (found := entry(field, key)) is not None:
            return found
        field = entry(field, "/Parent")
    return None


def _keep(annotation: pikepdf.Object, keys: frozenset[str]) -> None:
    for key in list(annotation.keys()):
        if key not in keys:
            del annotation[key]


def carry_fields(out: pikepdf.Pdf, placed: Sequence[Placed]) -> None:
    """List the pieces' widgets as fields of the packet, read-only: without a list, some viewers do not show them."""
    fields = []
    for each in placed:
        counted = 0
        for page in each.pages:
            for annotation in kids(entry(page.obj, "/Annots")):
                if isinstance(annotation, pikepdf.Dictionary) and text_of(entry(annotation, "/Subtype")) == "/Widget":
                    counted += 1
                    annotation["/T"] = pikepdf.String(f"{each.piece.code}-{counted}")
                    fields.append(annotation)
    if fields:
        out.Root["/AcroForm"] = out.make_indirect(pikepdf.Dictionary(Fields=pikepdf.Array(fields)))


class Layers:
    """The optional content of all pieces, carried so that what was hidden stays hidden (ISO 32000-1, 8.11)."""

    def __init__(self, out: pikepdf.Pdf) -> None:
        """Take the packet being made."""
        self.out, self.groups, self.off = out, list[pikepdf.Object](), list[pikepdf.Object]()

    def add(self, source: pikepdf.Pdf) -> None:
        """Add the layers of one piece."""
        layers = entry(source.Root, "/OCProperties")
        default = entry(layers, "/D")
        named = {state: {number_of(each) for each in kids(entry(default, state))} for state in ("/ON", "/OFF")}
        base_off = text_of(entry(default, "/BaseState")) == "/OFF"
        for group in kids(entry(layers, "/OCGs")):
            if not isinstance(group, pikepdf.Dictionary) or not number_of(group):
                continue
            copied = self.out.copy_foreign(group)
            self.groups.append(copied)
            number = number_of(group)
            if number in named["/OFF"] or (base_off and number not in named["/ON"]):
                self.off.append(copied)

    def write(self) -> None:
        """Write them into the packet, if there are any."""
        if self.groups:
            default = pikepdf.Dictionary(Name="layers", Order=pikepdf.Array(self.groups), OFF=pikepdf.Array(self.off))
            self.out.Root["/OCProperties"] = pikepdf.Dictionary(OCGs=pikepdf.Array(self.groups), D=default)
