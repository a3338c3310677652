"""Small Word, Excel and PDF files with something hidden in one place; everything else in them is harmless."""

import zipfile
from functools import lru_cache
from io import BytesIO

import pikepdf
from markupsafe import Markup
from one_library import LIBRARY
from pikepdf import Array, Dictionary, Name, String

from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment, page
from legalassist.documents.pdf import write_pdf
from legalassist.library import fonts as fonts_folder

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = "<w:p><w:r><w:t>A summary of one case.</w:t></w:r></w:p>"


def word(body: str = BODY, **parts: str) -> bytes:
    """Return a .docx with a body and other parts (``word__comments``: word/comments.xml)."""
    inside = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    inside |= {name.replace("__", "/") + ".xml": text for name, text in parts.items()}
    return packed(inside)


def packed(members: dict[str, str | bytes]) -> bytes:
    """Return a zip."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


def paragraph(text: str) -> str:
    """Return a Word paragraph of one run."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@lru_cache
def printed(body: str = "<h1>Case summary</h1><p>A summary of one case.</p>") -> bytes:
    """Return a tagged PDF of ours."""
    html = page(environment(LIBRARY), Markup(body), title="Case summary", language="en")  # noqa: S704 - written here
    return write_pdf(html, fonts=Fonts.read(fonts_folder()), identifier=b"0" * 16)


def pdf_with(change: str, text: str) -> bytes:
    """Return a PDF of ours in which a text was put into one of its corners."""
    with pikepdf.open(BytesIO(printed())) as pdf:
        _CHANGES[change](pdf, text)
        target = BytesIO()
        pdf.save(target)
        return target.getvalue()


def _info(key: str):  # noqa: ANN202 - a change
    return lambda pdf, text: pdf.docinfo.__setitem__(key, text)


def _xmp(pdf: pikepdf.Pdf, text: str) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
        meta["dc:creator"] = [text]


def _bookmark(pdf: pikepdf.Pdf, text: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(text, 0))


def _alt(pdf: pikepdf.Pdf, text: str) -> None:
    element = pdf.Root.StructTreeRoot.K
    first = element[0] if isinstance(element, Array) else element
    first["/Alt"] = String(text)


def _attached(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.attachments["notes.txt"] = text.encode()


def _attached_name(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.attachments[f"{text}.txt"] = b"nothing"


def _note(pdf: pikepdf.Pdf, text: str) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String(text))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def _field(pdf: pikepdf.Pdf, text: str) -> None:
    field = Dictionary(FT=Name.Tx, T=String("a"), V=String(text))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))


def _script(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{text}')"))


def _drawn(pdf: pikepdf.Pdf, text: str) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    first = pdf.pages[0]
    first.Resources.Font["/Plain"] = pdf.make_indirect(font)
    first.contents_add(f"BT /Plain 9 Tf 1 1 1 rg 40 40 Td ({text}) Tj ET".encode())


def _spread(pdf: pikepdf.Pdf, text: str) -> None:
    """Draw each letter by itself."""
    letters = " ".join(f"({letter}) Tj 6 0 Td" for letter in text)
    _drawn(pdf, ") Tj " + letters + " (")


def locked_pdf() -> bytes:
    """Return a PDF that asks for a password."""
    with pikepdf.open(BytesIO(printed())) as pdf:
        target = BytesIO()
        pdf.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
        return target.getvalue()


def _form(pdf: pikepdf.Pdf, text: str) -> None:
    """Draw a text inside a form XObject."""
    _drawn(pdf, "Harmless")
    first = pdf.pages[0]
    form = pdf.make_stream(f"BT /Plain 9 Tf 40 60 Td [({text[:4]}) 20 ({text[4:]})] TJ ET".encode(),
                           Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 600, 800],
                           Resources=Dictionary(Font=first.Resources.Font))  # fmt: skip
    first.Resources["/XObject"] = Dictionary(Fm=form)
    first.contents_add(b"/Fm Do")


def _picture(pdf: pikepdf.Pdf, _text: str) -> None:
    image = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
                            ColorSpace=Name.DeviceGray)  # fmt: skip
    pdf.pages[0].Resources["/XObject"] = Dictionary(Im=image)


_CHANGES = {
    "author": _info("/Author"), "own key": lambda pdf, text: pdf.docinfo.__setitem__(f"/{text}", "1"), "xmp": _xmp,
    "bookmark": _bookmark, "alt": _alt, "attached": _attached, "attached name": _attached_name, "note": _note,
    "field": _field, "script": _script, "drawn": _drawn, "spread": _spread, "picture": _picture, "form": _form,
}  # fmt: skip
