"""Fill a blank: the fillable copy, which an attorney can still change, and every box's appearance in it.

What the form's makers put in for Adobe's form software (XFA, usage rights, scripts) is taken out, because a viewer that
understands it shows the empty XFA form instead of what was filled in. Barcodes and signature boxes are not touched.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from legalassist.documents.pdf_file import entry, open_pdf, whole, whole_pdf
from legalassist.errors import DocumentError
from legalassist.forms.blank import READ_ONLY, Blank, BlankBox, Kind, full_name, inherited, on_state, widgets
from legalassist.forms.drawing import ADVANCE, Drawn, appearance, columns, font, rows, unprintable

_RICH_TEXT = 1 << 25
_TAGS = frozenset({"BDC", "BMC", "EMC"})
_FONT_SIZE = re.compile(r"(/\S+\s+)[0-9.]+(\s+Tf)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What goes into one box: ticked, or a text as it is drawn. `value` is the field's value; `drawn` its lines.

    `native` is the appearance of a text in a script that the form's fonts do not have, as a one-page PDF.
    """

    value: str = ""
    drawn: Drawn | None = None
    ticked: bool = False
    native: bytes = b""


Entries = Mapping[str, Entry]
"""What goes into each box, by the box's official name; a box that is not named stays as it is."""


def fill(content: bytes, blank: Blank, entries: Entries, *, name: str) -> bytes:
    """Return the fillable copy: every entry's value kept in its field and drawn in its appearance.

    `name` stands in messages. Raises DocumentError, naming the box: a box that is not there or may not be filled, a
    text longer than the box takes or with characters it cannot print, a choice that is not on its list.
    """
    _refuse(blank, entries, name)
    pdf = open_pdf(content, name)
    with whole_pdf(name):
        _without_scripts(pdf)
        filler = _Filler(pdf, blank.by_name, entries)
        for _, widget in widgets(pdf):
            filler.widget(widget)
        saved = BytesIO()
        pdf.save(saved, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return saved.getvalue()


def _refuse(blank: Blank, entries: Entries, name: str) -> None:
    """Refuse entries that a box would not take, before anything is written."""
    boxes = blank.by_name
    for box_name, given in entries.items():
        box = boxes.get(box_name)
        if box is None:
            raise _refused(name, box_name, "there is no such box in this file", "map the form anew")
        if box.kind in {Kind.BARCODE, Kind.BUTTON}:
            raise _refused(name, box_name, "this box is the agency's and is never filled", "take it out of the map")
        if given.ticked != (box.kind is Kind.CHECK):
            raise _refused(name, box_name, f"a {box.kind.value} box cannot take this", "mend the map")
        if box.kind is not Kind.CHECK and not given.native:
            _refuse_text(box, given, name)


def _refuse_text(box: BlankBox, given: Entry, name: str) -> None:
    """Refuse a text that would be cut, clipped, or shown with question marks."""
    if codes := unprintable(given.value):
        message = f"the form's boxes cannot print {', '.join(codes)}"
        raise _refused(name, box.name, message, "give the answer in English letters")
    if box.max_length and len(given.value) > box.max_length:
        message = f"{len(given.value)} characters where the box takes {box.max_length}"
        raise _refused(name, box.name, message, "shorten the answer, or let it continue on another page")
    if box.kind is Kind.CHOICE and given.value not in {export for export, _ in box.choices}:
        raise _refused(name, box.name, "this is not on the box's own list", "choose from the list the form prints")
    drawn = given.drawn
    if drawn is None:
        raise _refused(name, box.name, "nothing says how this text is drawn", "fit it before filling")
    wide = max((len(line) for line in drawn.lines), default=0)
    if box.kind is Kind.TEXT and (wide > columns(box, drawn.size) or len(drawn.lines) > rows(box, drawn.size)):
        raise _refused(name, box.name, "the text does not fit into the box", "fit it before filling")


def _refused(name: str, box: str, what: str, hint: str) -> DocumentError:
    return DocumentError(f"{name}: {box}: {what}", hint=hint)


def _without_scripts(pdf: pikepdf.Pdf) -> None:
    """Take out XFA, usage rights and scripts: with them, a viewer shows the empty form or refuses the changed one."""
    for key in ("/Perms", "/OpenAction", "/AA"):
        if key in pdf.Root:
            del pdf.Root[key]
    names, form = entry(pdf.Root, "/Names"), entry(pdf.Root, "/AcroForm")
    if isinstance(names, Dictionary) and "/JavaScript" in names:
        del names["/JavaScript"]
    if isinstance(form, Dictionary):
        if "/XFA" in form:
            del form["/XFA"]
        form["/SigFlags"], form["/NeedAppearances"] = 0, False


class _Filler:
    """Writes entries into the widgets of one opened file."""

    def __init__(self, pdf: pikepdf.Pdf, boxes: Mapping[str, BlankBox], entries: Entries) -> None:
        self.pdf, self.boxes, self.entries = pdf, boxes, entries
        self.font = font(pdf)

    def widget(self, widget: pikepdf.Object) -> None:
        """Write one widget's entry, if it has one."""
        name = full_name(widget)
        for key in ("/AA", "/A") if inherited(widget, "/FT") != Name.Btn else ("/AA",):
            if key in widget:
                del widget[key]
        given, box = self.entries.get(name), self.boxes.get(name)
        if given is None or box is None:
            return
        flags = whole(inherited(widget, "/Ff")) or 0
        widget["/Ff"] = flags & ~(READ_ONLY | _RICH_TEXT)
        if given.ticked:
            widget["/V"] = widget["/AS"] = Name("/" + on_state(widget))
            return
        self._text(widget, box, given)

    def _text(self, widget: pikepdf.Object, box: BlankBox, given: Entry) -> None:
        """Write a text: its value, and how it looks."""
        widget["/V"] = String(given.value)
        for stale in ("/RV", "/I"):
            if stale in widget:
                del widget[stale]
        if given.native:
            shown = self._native(box, given.native)
        elif given.drawn is not None:
            shown = appearance(self.pdf, self.font, box, given.drawn)
            if given.drawn.size != box.size:
                written = str(inherited(widget, "/DA") or "")
                widget["/DA"] = String(_FONT_SIZE.sub(rf"\g<1>{given.drawn.size:.2f}\g<2>", written))
        else:
            return
        widget["/AP"] = Dictionary(N=shown)

    def _native(self, box: BlankBox, page: bytes) -> pikepdf.Object:
        """Return the appearance that a one-page PDF of the box's size shows, its font embedded."""
        with pikepdf.open(BytesIO(page)) as drawn:
            # Without its tags: on the form's page they would be marks that no element of the form knows.
            plain = [one for one in pikepdf.parse_content_stream(drawn.pages[0]) if str(one.operator) not in _TAGS]
            shown = self.pdf.make_stream(b"/Tx BMC\n" + pikepdf.unparse_content_stream(plain) + b"\nEMC")
            shown["/Resources"] = self.pdf.copy_foreign(drawn.make_indirect(drawn.pages[0].obj["/Resources"]))
        shown["/Type"], shown["/Subtype"] = Name.XObject, Name.Form
        shown["/BBox"] = Array([0, 0, box.width, box.height])
        return self.pdf.make_indirect(shown)


def plain_entry(box: BlankBox, text: str) -> Entry:
    """Return a short text as the entry of a box, at the box's own size or as much smaller as it must be."""
    size = min(box.size, max(1.0, (box.width - 4) / (ADVANCE * max(1, len(text)))))
    return Entry(text, Drawn((text,), size))
