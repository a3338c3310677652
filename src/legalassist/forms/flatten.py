"""Flatten a filled form for printing, and keep its tags.

Every box becomes part of its page, as it looks. The usual tools then leave the typed answers outside the structure tree
and the tree pointing at boxes that are gone; here each box's place in the tree takes the drawn answer in its stead, and
each element says which kind of box it was (PrintField, ISO 32000-1, 14.8.5.6), the empty ones too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from legalassist.documents.pdf_file import entry, kids, number_of, open_pdf, text_of, whole, whole_pdf
from legalassist.forms.blank import PUSH_BUTTON, Kind, inherited, is_barcode, kind_of

_HIDDEN = 2 | 32
_DEEPEST = 120


@dataclass(slots=True)
class _Place:
    """Where the structure tree refers to a box: the element, and the reference's position among its kids."""

    element: pikepdf.Object
    reference: pikepdf.Object


def flatten(content: bytes, *, name: str) -> bytes:
    """Return a filled form whose boxes are part of its pages; `name` stands in messages.

    Raises DocumentError where the file cannot be read whole.
    """
    pdf = open_pdf(content, name)
    with whole_pdf(name):
        _Flattener(pdf).run()
        saved = BytesIO()
        pdf.save(saved, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return saved.getvalue()


@dataclass(slots=True)
class _Page:
    """One page while its boxes are drawn into it."""

    page: pikepdf.Object
    next_id: int
    parents: pikepdf.Object | None
    drawn: list[bytes] = field(default_factory=list)
    forms: list[pikepdf.Object] = field(default_factory=list)


class _Flattener:
    """Flattens one opened file."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        root = entry(pdf.Root, "/StructTreeRoot")
        self.root = root if isinstance(root, Dictionary) else None
        parents = entry(root, "/ParentTree")
        self.parents = pikepdf.NumberTree(parents) if isinstance(parents, Dictionary) else None
        self.places = dict(_places(root)) if self.root is not None else {}

    def run(self) -> None:
        """Draw every box of every page, then take the boxes and the form away."""
        for page in self.pdf.pages:
            self._page(page)
        if "/AcroForm" in self.pdf.Root:
            del self.pdf.Root["/AcroForm"]

    def _page(self, page: pikepdf.Page) -> None:
        annotations = list(kids(entry(page.obj, "/Annots")))
        boxes = [each for each in annotations if text_of(entry(each, "/Subtype")) == "/Widget"]
        if not boxes:
            return
        state = _Page(page.obj, *self._ids(page))
        for box in boxes:
            if isinstance(box, Dictionary):
                self._box(state, box)
        kept = [each for each in annotations if text_of(entry(each, "/Subtype")) != "/Widget"]
        page.obj["/Annots"] = Array(kept)
        self._write(page, state)

    def _ids(self, page: pikepdf.Page) -> tuple[int, pikepdf.Object | None]:
        """Return the first free content id of a page, and its list in the parent tree."""
        used = [-1]
        for instruction in pikepdf.parse_content_stream(page, "BDC"):
            operands = list(instruction.operands)
            number = whole(entry(_properties(page.obj, operands), "/MCID"))
            used.append(-1 if number is None else number)
        key = whole(entry(page.obj, "/StructParents"))
        listed = self.parents[key] if self.parents is not None and key is not None and key in self.parents else None
        if not isinstance(listed, Array):
            return max(used) + 1, None
        first = max(max(used) + 1, len(listed))
        while len(listed) < first:
            listed.append(None)
        return first, listed

    def _box(self, state: _Page, box: pikepdf.Object) -> None:
        """Draw one box as it looks, in its element's place in the tree."""
        shown = _shown(box)
        place = self.places.get(number_of(box)) or (self._new_place() if shown is not None and _speaks(box) else None)
        drawing = _drawing(box, shown, len(state.forms)) if shown is not None else b""
        tagged = place is not None and state.parents is not None
        if drawing and shown is not None:
            state.forms.append(shown)
            mark = b"/Form <</MCID %d>> BDC\n" % state.next_id if tagged else b"/Artifact BMC\n"
            state.drawn.append((mark if self.root is not None else b"") + drawing
                               + (b"EMC\n" if self.root is not None else b""))  # fmt: skip
        if place is not None:
            self._retag(state, box, place, shown=bool(drawing))

    def _new_place(self) -> _Place | None:
        """Return a place at the end of the tree, for an answer in a box that the form's makers left out of it."""
        top = next(kids(entry(self.root, "/K")), None)
        if not isinstance(top, Dictionary):
            return None
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Form, P=top))
        top["/K"] = Array([*kids(entry(top, "/K")), element])
        return _Place(element, element)

    def _retag(self, state: _Page, box: pikepdf.Object, place: _Place, *, shown: bool) -> None:
        """Put the drawn answer into the tree in the box's stead, and say what kind of box it was."""
        instead: list[object] = []
        if shown and state.parents is not None:
            instead = [Dictionary(Type=Name.MCR, Pg=state.page, MCID=state.next_id)]
            state.parents.append(place.element)
            state.next_id += 1
        inside = [each for each in kids(entry(place.element, "/K")) if not _same(each, place.reference)]
        place.element["/K"] = Array([*inside, *instead])
        _describe(place.element, box)
        key = whole(entry(box, "/StructParent"))
        if self.parents is not None and key is not None and key in self.parents:
            del self.parents[key]

    def _write(self, page: pikepdf.Page, state: _Page) -> None:
        """Add the drawn boxes to the page's content, outside of whatever state the page leaves behind."""
        if not state.drawn:
            return
        resources = page.obj.get("/Resources") or Dictionary()
        # A page's own copy: pages often share one, and its names would then stand for another page's boxes.
        own = Dictionary({str(key): resources[str(key)] for key in resources})
        objects = entry(own, "/XObject")
        named = Dictionary({str(key): objects[str(key)] for key in objects} if isinstance(objects, Dictionary) else {})
        for number, form in enumerate(state.forms):
            named[f"/LABox{number}"] = form
        own["/XObject"] = named
        page.obj["/Resources"] = own
        shown = list(kids(entry(page.obj, "/Contents")))
        before = self.pdf.make_stream(b"q")
        after = self.pdf.make_stream(b"Q\n" + b"".join(state.drawn))
        page.obj["/Contents"] = Array([before, *shown, after])


def _properties(page: pikepdf.Object, operands: Sequence[object]) -> object:
    """Return the properties of marked content, which may stand in the page's resources under a name."""
    last = operands[-1] if operands else None
    if isinstance(last, Name):
        return entry(entry(entry(page, "/Resources"), "/Properties"), str(last))
    return last


def _shown(box: pikepdf.Object) -> pikepdf.Object | None:
    """Return the appearance a box has on paper, or None where it shows nothing."""
    if (whole(entry(box, "/F")) or 0) & _HIDDEN:
        return None
    normal = entry(entry(box, "/AP"), "/N")
    if isinstance(normal, pikepdf.Stream):
        return normal
    state = text_of(entry(box, "/AS"))
    chosen = entry(normal, state) if state else None
    return chosen if isinstance(chosen, pikepdf.Stream) else None


def _drawing(box: pikepdf.Object, shown: pikepdf.Object, number: int) -> bytes:
    """Return the operators that draw an appearance where its box stands (ISO 32000-1, 12.5.5, algorithm 8.1)."""
    sides = [float(side) for side in kids(entry(box, "/Rect"))]  # type: ignore[arg-type]
    inner = [float(side) for side in kids(entry(shown, "/BBox"))]  # type: ignore[arg-type]
    wide, high = inner[2] - inner[0], inner[3] - inner[1]
    if not wide or not high:
        return b""
    x, y = (sides[2] - sides[0]) / wide, (sides[3] - sides[1]) / high
    moved = (sides[0] - inner[0] * x, sides[1] - inner[1] * y)
    return b"q %.5f 0 0 %.5f %.3f %.3f cm /LABox%d Do Q\n" % (x, y, *moved, number)


def _describe(element: pikepdf.Object, box: pikepdf.Object) -> None:
    """Say, in an element's attributes, which kind of box it was and, for a check box, whether it is ticked."""
    kind, role = text_of(inherited(box, "/FT")), "tv"
    flags = whole(inherited(box, "/Ff")) or 0
    if kind == "/Btn":
        role = "pb" if flags & PUSH_BUTTON else "cb"
    said = Dictionary(O=Name.PrintField, Role=Name("/" + role))
    if role == "cb":
        said["/checked"] = Name.off if text_of(entry(box, "/AS")) in {None, "/Off"} else Name.on
    label = text_of(inherited(box, "/TU"))
    if label:
        said["/Desc"] = String(label)
    before = list(kids(entry(element, "/A")))
    element["/A"] = Array([*before, said]) if before else said


def _speaks(box: pikepdf.Object) -> bool:
    """Say whether a box holds an answer somebody gave, not the agency's barcode or a button."""
    flags, value = whole(inherited(box, "/Ff")) or 0, text_of(inherited(box, "/V")) or ""
    kind = kind_of(text_of(inherited(box, "/FT")) or "", flags)
    return kind is not Kind.BUTTON and not is_barcode(kind, flags, value)


def _same(kid: object, reference: pikepdf.Object) -> bool:
    return isinstance(kid, Dictionary) and number_of(entry(kid, "/Obj")) == number_of(entry(reference, "/Obj")) != 0


def _places(root: object) -> Iterator[tuple[int, _Place]]:
    """Yield, for each annotation the tree refers to, its object number and where the reference stands."""
    waiting = [(each, 0) for each in kids(entry(root, "/K"))]
    seen: set[int] = set()
    while waiting:
        element, depth = waiting.pop()
        number = number_of(element)
        if not isinstance(element, Dictionary) or (number and number in seen) or depth > _DEEPEST:
            continue
        seen.add(number)
        for kid in kids(entry(element, "/K")):
            if not isinstance(kid, Dictionary):
                continue
            if text_of(entry(kid, "/Type")) == "/OBJR":
                yield number_of(entry(kid, "/Obj")), _Place(element, kid)
            else:
                waiting.append((kid, depth + 1))
