"""Small PDFs written by hand, with whatever a test wants to hang on them. Every word in them is invented."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

SEEN = "Seen by everybody"
SECRET = "SECRET-HERON"  # noqa: S105 - a word to look for, not a password

Change = Callable[[Pdf], None]


def text(words: str, x: float = 72, y: float = 700, size: float = 12, more: str = "") -> str:
    return f"BT {more} /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n"


def page(pdf: Pdf, content: str, **entries: object) -> pikepdf.Object:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    made = Dictionary(
        Type=Name.Page, MediaBox=Array([0, 0, 612, 792]), Contents=pdf.make_stream(content.encode("latin-1")),
        Resources=Dictionary(Font=Dictionary(F1=pdf.make_indirect(font))),
    )  # fmt: skip
    for key, value in entries.items():
        made[f"/{key}"] = value
    return pdf.make_indirect(made)


def made(*contents: str, change: Change | None = None, **save: object) -> bytes:
    """Return a PDF with a page for each content; `change` hangs things on it before it is saved."""
    pdf = pikepdf.new()
    for content in contents or (text(SEEN),):
        pdf.pages.append(pikepdf.Page(page(pdf, content)))
    if change is not None:
        change(pdf)
    return saved(pdf, **save)


def saved(pdf: Pdf, **save: object) -> bytes:
    out = BytesIO()
    pdf.save(out, static_id=not save.get("encryption"), fix_metadata_version=False, **save)  # type: ignore[arg-type]
    return out.getvalue()


def script(words: str = "app.alert(1)") -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(words))


def annotate(subtype: str, **entries: object) -> Change:
    """Return a change that puts one annotation on the first page."""

    def change(pdf: Pdf) -> None:
        annotation = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array([100, 100, 300, 140]))
        for key, value in entries.items():
            annotation[f"/{key}"] = value(pdf) if callable(value) else value
        annotation = pdf.make_indirect(annotation)
        pdf.pages[0].obj["/Annots"] = Array([annotation])
        if subtype == "Widget":
            pdf.Root["/AcroForm"] = Dictionary(Fields=Array([annotation]))

    return change


def appearance(words: str) -> Callable[[Pdf], Dictionary]:
    """Return what makes the look of an annotation: words on white."""

    def make(pdf: Pdf) -> Dictionary:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        look = pdf.make_stream(f"1 g 0 0 200 40 re f 0 g BT /F1 14 Tf 5 12 Td ({words}) Tj ET".encode())
        look.update(
            Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 40]),
                       Resources=Dictionary(Font=Dictionary(F1=font)))
        )  # fmt: skip
        return Dictionary(N=look)

    return make


def picture_on(pdf: Pdf, data: bytes, **entries: object) -> None:
    """Show a picture on the first page, over its lower half."""
    image = pdf.make_stream(data)
    image.update(Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=8,
                            ColorSpace=Name.DeviceGray))  # fmt: skip
    for key, value in entries.items():
        image[f"/{key}"] = value
    show(pdf, image)


def show(pdf: Pdf, thing: pikepdf.Object, at: str = "400 0 0 300 50 50 cm") -> None:
    """Show an XObject on the first page."""
    first = pdf.pages[0]
    first.obj["/Resources"]["/XObject"] = Dictionary(X1=thing)
    first.contents_add(f"q {at} /X1 Do Q".encode())


def form(pdf: Pdf, content: str, resources: Dictionary | None = None) -> pikepdf.Object:
    made = pdf.make_stream(content.encode())
    made.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 612, 792])))
    if resources is not None:
        made["/Resources"] = resources
    return made
