"""A blank: the untouched PDF of one edition of an official form, and every box in it as the file describes it.

Nothing here decides whether a file may be used; see `legalassist.forms.vetting`. A box's official name is data: it
stands in the file and in ``templates/*/forms/*.boxes.yaml``, nowhere in code.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any, Self

import pikepdf

from legalassist.documents.pdf_file import entry, kids, open_pdf, text_of, whole, whole_pdf
from legalassist.forms.leading import Leading, leadings

READ_ONLY, MULTILINE, PUSH_BUTTON, COMB = 1, 1 << 12, 1 << 16, 1 << 24
"""Flags of fields (ISO 32000-1, tables 221, 226, 228)."""
_PRINTED, _HIDDEN = 4, 2 | 32
_PRINTED_CODE = re.compile(r"([A-Z]-?[0-9]{2,4}[^|]{0,20})\|([0-9]{2}/[0-9]{2}/[0-9]{2})\|([0-9]{1,3})")
_SIZE = re.compile(r"/\S+\s+([0-9.]+)\s+Tf")
_USUAL_SIZE = 10.0
_DEEPEST = 20


class Kind(StrEnum):
    """What a box is. A barcode is printed by the agency (form, edition, page) and never touched."""

    TEXT = "text"
    CHECK = "check"
    CHOICE = "choice"
    BARCODE = "barcode"
    BUTTON = "button"


@dataclass(frozen=True, slots=True)
class BlankBox:
    """One box: its official name, kind, page (from 1), rectangle in points, and what it can take."""

    name: str
    kind: Kind
    page: int
    rect: tuple[float, float, float, float]
    max_length: int = 0
    comb: bool = False
    lines: bool = False
    read_only: bool = False
    on: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    label: str = ""
    size: float = _USUAL_SIZE
    align: int = 0
    leading: float = 0
    above: float = 0
    value: str = ""
    default: str = ""

    @property
    def width(self) -> float:
        """The width in points."""
        return self.rect[2] - self.rect[0]

    @property
    def height(self) -> float:
        """The height in points."""
        return self.rect[3] - self.rect[1]


@dataclass(frozen=True, slots=True)
class Blank:
    """One file as it describes itself: which form, edition and page each barcode names, and all boxes."""

    sha256: str
    pages: int
    form: str
    edition: str
    boxes: tuple[BlankBox, ...]
    codes: tuple[str, ...] = ()

    @property
    def by_name(self) -> Mapping[str, BlankBox]:
        """Every box by its name."""
        return {box.name: box for box in self.boxes}

    def to_json(self) -> bytes:
        """Return it as bytes that `from_json` reads."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, content: bytes) -> Self:
        """Return the blank that `to_json` wrote; raises ValueError, KeyError or TypeError for anything else."""
        data = json.loads(content)
        data["boxes"] = tuple(_box_of(each) for each in data["boxes"])
        data["codes"] = tuple(data["codes"])
        return cls(**data)


def _box_of(data: dict[str, Any]) -> BlankBox:
    """Return one box from its JSON."""
    rect = tuple(float(side) for side in data["rect"])
    choices = tuple((str(export), str(shown)) for export, shown in data["choices"])
    return BlankBox(**{**data, "kind": Kind(data["kind"]), "rect": rect, "choices": choices})


def read_blank(content: bytes, name: str) -> Blank:
    """Read a PDF's boxes; `name` stands in messages. Raises DocumentError where it cannot be opened or read whole."""
    pdf = open_pdf(content, name)
    with whole_pdf(name):
        boxes = tuple(_boxes(pdf))
        codes = tuple(box.value for box in boxes if box.kind is Kind.BARCODE)
    form, edition = next(((m[1].lower(), m[2]) for code in codes if (m := _PRINTED_CODE.fullmatch(code))), ("", ""))
    return Blank(sha256(content).hexdigest(), len(pdf.pages), form, edition, boxes, codes)


def widgets(pdf: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.Object]]:
    """Yield every widget of a PDF with its page (from 0), in the order of the pages."""
    for number, page in enumerate(pdf.pages):
        for annotation in kids(entry(page.obj, "/Annots")):
            if isinstance(annotation, pikepdf.Dictionary) and text_of(entry(annotation, "/Subtype")) == "/Widget":
                yield number, annotation


def inherited(field: object, key: str) -> object:
    """Return a field's entry, its own or that of a field above it (ISO 32000-1, 12.7.3.1)."""
    for _ in range(_DEEPEST):
        if (found := entry(field, key)) is not None:
            return found
        field = entry(field, "/Parent")
    return None


def full_name(field: object) -> str:
    """Return a field's full name: its own and those above it, joined by full stops."""
    parts: list[str] = []
    for _ in range(_DEEPEST):
        if field is None:
            break
        if (own := text_of(entry(field, "/T"))) is not None:
            parts.append(own)
        field = entry(field, "/Parent")
    return ".".join(reversed(parts))


def on_state(widget: object) -> str:
    """Return the name a check box takes when it is ticked, blanks in it included; empty where it has none."""
    shown = entry(entry(widget, "/AP"), "/N")
    if not isinstance(shown, pikepdf.Dictionary):
        return ""
    return next((str(key)[1:] for key in shown if str(key) != "/Off"), "")


def is_barcode(kind: Kind, flags: int, value: str) -> bool:
    """Say whether a box is a barcode the agency prints: read-only, and its value names form, edition and page."""
    return kind is Kind.TEXT and bool(flags & READ_ONLY) and _PRINTED_CODE.fullmatch(value) is not None


def _boxes(pdf: pikepdf.Pdf) -> Iterator[BlankBox]:
    """Yield every box that is printed."""
    ruled = leadings(entry(entry(pdf.Root, "/AcroForm"), "/XFA"))
    for page, widget in widgets(pdf):
        shown = whole(entry(widget, "/F")) or 0
        if shown & _HIDDEN:
            continue
        name = full_name(widget)
        yield _box(widget, name, page, ruled.get(leaf_of(name), Leading()))


def leaf_of(name: str) -> str:
    """Return the last part of a full name, without the count behind it."""
    return name.rpartition(".")[2].partition("[")[0]


def _box(widget: pikepdf.Object, name: str, page: int, ruled: Leading) -> BlankBox:
    """Return one widget as a box."""
    flags = whole(inherited(widget, "/Ff")) or 0
    kind = kind_of(text_of(inherited(widget, "/FT")) or "", flags)
    value = text_of(inherited(widget, "/V")) or ""
    if is_barcode(kind, flags, value):
        kind = Kind.BARCODE
    found = _SIZE.search(text_of(inherited(widget, "/DA")) or "")
    x0, y0, x1, y1 = (round(float(side), 2) for side in kids(entry(widget, "/Rect")))  # type: ignore[arg-type]
    return BlankBox(
        name=name,
        kind=kind,
        page=page + 1,
        rect=(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)),
        max_length=whole(inherited(widget, "/MaxLen")) or 0,
        comb=bool(flags & COMB) and kind is Kind.TEXT,
        lines=bool(flags & MULTILINE) and kind is Kind.TEXT,
        read_only=bool(flags & READ_ONLY),
        on=on_state(widget) if kind is Kind.CHECK else "",
        choices=tuple(_choices(inherited(widget, "/Opt"))) if kind is Kind.CHOICE else (),
        label=text_of(inherited(widget, "/TU")) or "",
        size=float(found[1]) if found and float(found[1]) > 0 else _USUAL_SIZE,
        align=whole(inherited(widget, "/Q")) or 0,
        leading=ruled.leading,
        above=ruled.above,
        value="" if value == "/Off" else value,
        default=text_of(inherited(widget, "/DV")) or "",
    )


def kind_of(field_type: str, flags: int) -> Kind:
    """Return a box's kind by its field type and flags."""
    if field_type == "/Btn":
        return Kind.BUTTON if flags & PUSH_BUTTON else Kind.CHECK
    return Kind.CHOICE if field_type == "/Ch" else Kind.TEXT


def _choices(options: object) -> Iterator[tuple[str, str]]:
    """Yield a list's choices: what is kept, and what is shown."""
    for option in kids(options):
        pair = [text_of(each) or "" for each in kids(option)]
        if pair:
            yield pair[0], pair[-1]


def read_in_child(content: bytes, name: str) -> bytes:
    """Do what `read_blank` does, as a limited child process answers it."""
    return read_blank(content, name).to_json()
