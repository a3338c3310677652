"""A stand-in for a blank: a tagged PDF with a box for every box of a boxes file, so that every map is always tried.

Boxes whose place is known stand there; the others stand in a grid that is invented. It has what fillers trip over in
real files: usage rights, an XFA template with the line spacing, a barcode of the agency on each page.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from legalassist.forms.blank import Kind
from legalassist.forms.boxes import Box, Boxes

STATES = ("AK", "AL", "CA", "FL", "NJ", "NY", "TX", "WA")
_COLUMN, _ROW, _TOP, _BOTTOM = 186.0, 24.0, 750.0, 60.0
_SHORT = {"page": 2, "part": 6, "item": 6, "state": 2, "zip code": 5, "unit": 6, "middle": 18}
_BIG = 120.0
Rect = tuple[float, float, float, float]
_DRAWN = b"q 0.5 w %.2f %.2f %.2f %.2f re S Q\n"


def stand_in(boxes: Boxes, *, form: str = "", edition: str = "") -> bytes:
    """Return the stand-in of an edition; `form` and `edition` are what its barcodes say, if not its own."""
    making = _Making(boxes, (form or boxes.form).upper(), edition or boxes.edition)
    return making.saved()


class _Making:
    """Makes one stand-in."""

    def __init__(self, boxes: Boxes, form: str, edition: str) -> None:
        self.boxes, self.form, self.edition = boxes, form, edition
        self.pdf = pikepdf.Pdf.new()
        self.fields: list[pikepdf.Object] = []
        self.tops: dict[str, pikepdf.Object] = {}
        self.places: dict[int, list[tuple[Box, Rect]]] = {}
        self.elements: list[pikepdf.Object] = []

    def saved(self) -> bytes:
        """Return the file."""
        for box, page, rect in self._placed():
            self.places.setdefault(page, []).append((box, rect))
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        parents = pikepdf.NumberTree.new(self.pdf)
        for number in range(1, self.boxes.pages + 1):
            self._page(number, top, parents)
        top["/K"] = Array(self.elements)
        root["/K"], root["/ParentTree"] = Array([top]), parents.obj
        self.pdf.Root["/StructTreeRoot"], self.pdf.Root["/MarkInfo"] = root, Dictionary(Marked=True)
        self.pdf.Root["/Lang"] = String("en-US")
        self.pdf.Root["/AcroForm"] = Dictionary(Fields=Array(self.fields), XFA=self._xfa(), SigFlags=2)
        self.pdf.Root["/Perms"] = Dictionary(UR3=Dictionary(Type=Name.Sig))
        saved = BytesIO()
        self.pdf.save(saved, deterministic_id=True)
        return saved.getvalue()

    def _placed(self) -> Iterator[tuple[Box, int, Rect]]:
        """Yield each box with its page and place; in the invented grid a box of several lines is taller."""
        page, x, y = 1, 36.0, _TOP
        for box in self.boxes.boxes:
            if box.rect is not None:
                yield box, box.page, box.rect
                continue
            height = _BIG if box.lines else 18.0
            width = 10.0 if box.kind is Kind.CHECK else _COLUMN - 18
            if y - height < _BOTTOM:
                x, y = x + _COLUMN, _TOP
            if x > 36 + 2 * _COLUMN:
                page, x = page + 1, 36.0
            yield box, min(page, self.boxes.pages), (x, y - height, x + width, y - (8 if width < 11 else 0))
            y -= height + 6

    def _page(self, number: int, top: pikepdf.Object, parents: pikepdf.NumberTree) -> None:
        """Add one page with its boxes, its barcode, and one line of text in the tree."""
        page = self.pdf.add_blank_page(page_size=(612, 792))
        inside = self.places.get(number, [])
        helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.obj["/Resources"] = Dictionary(Font=Dictionary(F0=helvetica))
        frames = b"".join(_DRAWN % (r[0], r[1], r[2] - r[0], r[3] - r[1]) for _, r in inside)
        text = b"/P <</MCID 0>> BDC BT /F0 9 Tf 36 770 Td (STAND-IN, NOT A FORM) Tj ET EMC\n"
        page.obj["/Contents"] = self.pdf.make_stream(text + b"/Artifact BMC\n" + frames + b"EMC")
        paragraph = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=top, Pg=page.obj, K=0))
        self.elements.append(paragraph)
        page.obj["/StructParents"] = len(parents)
        parents[len(parents)] = Array([paragraph])
        page.obj["/Tabs"] = Name.S
        told = [(box, rect) for box, rect in inside if not _code(box)]
        page.obj["/Annots"] = Array([self._box(box, rect, page, top, parents) for box, rect in told])
        page.obj["/Annots"].append(self._barcode(number, page))

    def _box(self, box: Box, rect: Rect, page: pikepdf.Page, top: pikepdf.Object, parents: pikepdf.NumberTree
             ) -> pikepdf.Object:  # fmt: skip
        widget = self.pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Widget, F=4, P=page.obj, Rect=Array(rect), Ff=0,
                       DA=String("/CourierNewPS-BoldMT 10.00 Tf 0 g"), MK=Dictionary())
        )  # fmt: skip
        if box.kind is Kind.CHECK:
            on = self.pdf.make_stream(b"q 1 w 2 2 m 8 8 l 2 8 m 8 2 l S Q", BBox=Array([0, 0, 10, 10]),
                                      Type=Name.XObject, Subtype=Name.Form)  # fmt: skip
            widget["/FT"], widget["/AS"] = Name.Btn, Name.Off
            widget["/AP"] = Dictionary(N=Dictionary({f"/{box.on or ' Y '}": on}))
        elif box.kind is Kind.BUTTON:
            widget["/FT"], widget["/Ff"] = Name.Btn, 1 << 16
        else:
            widget["/FT"] = Name.Ch if box.kind is Kind.CHOICE else Name.Tx
            _text(widget, box)
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=top, Pg=page.obj))
        element["/K"] = Dictionary(Type=Name.OBJR, Obj=widget, Pg=page.obj)
        widget["/StructParent"] = len(parents)
        parents[len(parents)] = element
        self.elements.append(element)
        self._hang(widget, self.boxes.full(box))
        return widget

    def _hang(self, widget: pikepdf.Object, name: str) -> None:
        """Hang a widget below the fields its name speaks of."""
        above, _, last = name.rpartition(".")
        widget["/T"] = String(last)
        if not above:
            self.fields.append(widget)
            return
        if above not in self.tops:
            self.tops[above] = self.pdf.make_indirect(Dictionary(Kids=Array()))
            self._hang(self.tops[above], above)
        widget["/Parent"] = self.tops[above]
        self.tops[above]["/Kids"].append(widget)

    def _barcode(self, number: int, page: pikepdf.Page) -> pikepdf.Object:
        bars = self.pdf.make_stream(b"0 g 0 0 3 18 re 6 0 2 18 re 11 0 4 18 re f", BBox=Array([0, 0, 270, 18]),
                                    Type=Name.XObject, Subtype=Name.Form)  # fmt: skip
        widget = self.pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, F=68, Ff=4097, P=page.obj,
                       Rect=Array([192, 12, 462, 30]), T=String(f"PDF417BarCode1[{number}]"), AP=Dictionary(N=bars),
                       DA=String("/CourierStd 10 Tf 0 g"), V=String(f"{self.form}|{self.edition}|{number}"))
        )  # fmt: skip
        self.fields.append(widget)
        return widget

    def _xfa(self) -> pikepdf.Object:
        """Return an XFA form whose template says how far apart the lines of the boxes of several lines are."""
        lines = "".join(
            f'<field name="{self.boxes.full(box).rpartition(".")[2].partition("[")[0]}">'
            '<para lineHeight="18pt" spaceAbove="4pt"/></field>'
            for box in self.boxes.boxes
            if box.lines
        )
        template = f'<template xmlns="http://www.xfa.org/schema/xfa-template/3.6/">{lines}</template>'
        return Array([String("template"), self.pdf.make_stream(template.encode())])


def _code(box: Box) -> bool:
    return box.kind is Kind.BARCODE


def _text(widget: pikepdf.Object, box: Box) -> None:
    """Give a text box its length and layout, a list its choices."""
    if box.kind is Kind.CHOICE:
        widget["/Ff"] = 1 << 17
        widget["/Opt"] = Array([Array([String(one), String(one)]) for one in STATES])
        return
    longest = box.max or (_SHORT.get(box.part, 0) if box.rect is None else 0)
    if longest:
        widget["/MaxLen"] = longest
    widget["/Ff"] = (1 << 24 if box.comb else 0) | (1 << 12 if box.lines else 0)
