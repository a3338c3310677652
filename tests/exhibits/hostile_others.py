"""Hostile and broken pictures and Word files, each with what has to be said about it."""

import zipfile
from io import BytesIO

from documents.docx_builder import docx, house_parts, paragraph, run, zipped
from exhibits.hostile_pdfs import Hostile
from exhibits.pdf_maker import SECRET
from exhibits.pictures import (
    HEIC,
    drawn,
    huge_png,
    jpeg_with_a_place,
    moving_png,
    saved,
    talking_png,
    text_bomb_png,
    tiff_in_a_circle,
    tiff_of_pages,
)

from legalassist.exhibits.word.house import LAYOUT

CAMERA = ("EXIF data of the camera (page 1)", "place where the picture was taken (GPS) (page 1)")
TAKEN = "PDF, JPEG, PNG, TIFF, HEIC and Word (.docx) are taken"
RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def broken(kind: str) -> str:
    return f"the {kind} picture is broken and cannot be read whole"


def with_outside(kind: str, target: str) -> bytes:
    """A Word file with one relationship that leads out of it."""
    parts = house_parts()
    inside = zipfile.ZipFile(BytesIO(docx(paragraph("Seen by everybody"))))
    parts = {name: inside.read(name) for name in inside.namelist()}
    relation = f'<Relationship Id="rIdOut" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    parts[RELS] = parts[RELS].replace(b"</Relationships>", relation.encode() + b"</Relationships>")
    return zipped(parts)


def with_entity() -> bytes:
    inside = zipfile.ZipFile(BytesIO(docx(paragraph("x"))))
    parts = {name: inside.read(name) for name in inside.namelist()}
    dtd = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    document = parts["word/document.xml"]
    start = document.index(b"<w:document")
    parts["word/document.xml"] = document[:start] + dtd + document[start:]
    return zipped(parts)


def zip_bomb() -> bytes:
    parts = house_parts()
    parts["word/document.xml"] = b"<w:document>" + b" " * 25_000_000 + b"</w:document>"
    return zipped(parts)


def export(what: str) -> str:
    return f"the Word file cannot be printed here as it is: {what}"


def refused(what: str) -> str:
    return f"the Word file cannot be read: {what}"


OTHERS = (
    Hostile("camera.jpg", lambda: jpeg_with_a_place(6), (*CAMERA, "comment in the file (page 1)"), ending=".jpg", says=""),
    Hostile("phone.heic", lambda: HEIC, CAMERA, ending=".heic", says=""),
    Hostile("talking.png", talking_png, ("text in the file (page 1)",), ending=".png", says=""),
    Hostile("900-megapixels.png", huge_png, refused="the picture has more than 80 megapixels", ending=".png", walled=True),
    Hostile("text-bomb.png", text_bomb_png, refused=broken("PNG"), ending=".png", walled=True),
    Hostile("truncated.jpg", lambda: saved(drawn((800, 600)), "JPEG")[:-400], refused=broken("JPEG"), ending=".jpg",
            walled=True),
    Hostile("three-pages.tiff", lambda: tiff_of_pages(3), ending=".tiff", says="", pages=3),
    Hostile("pages-in-a-circle.tiff", tiff_in_a_circle, ending=".tiff", says="", walled=True),
    Hostile("moving.png", moving_png, ("further picture in the same file (only the first is a page)",), ending=".png",
            says=""),
    Hostile("printer-colours.jpg", lambda: saved(drawn(mode="CMYK"), "JPEG"), ending=".jpg", says=""),
    Hostile("see-through.png", lambda: saved(drawn(mode="RGBA"), "PNG"), ending=".png", says=""),
    Hostile("deep.png", lambda: saved(drawn(mode="L").convert("I;16"), "PNG"), ending=".png", says=""),
    Hostile("palette.png", lambda: saved(drawn(mode="P"), "PNG"), ending=".png", says=""),
    Hostile("zip-behind-a-picture.jpg", lambda: saved(drawn(), "JPEG") + zipped(house_parts()) + SECRET.encode(),
            ending=".jpg", says=""),
    Hostile("wrong-ending.png", lambda: saved(drawn(), "JPEG"), ("the file's name ends in .png, and it is a JPEG",),
            ending=".png", says=""),
    Hostile("script.eps", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n", refused=f"the file is a PostScript file; {TAKEN}",
            ending=".jpg"),
    Hostile("page.html", lambda: b"<svg onload=alert(1)>", refused=f"the file is a web page or XML file; {TAKEN}",
            ending=".png"),
    Hostile("film.gif", lambda: saved(drawn(mode="P"), "GIF"), refused=f"the file is a GIF picture; {TAKEN}", ending=".jpg"),
    Hostile("program.pdf", lambda: b"MZ" + b"\0" * 99, refused=f"the file is a Windows program; {TAKEN}", ending=".pdf"),
    Hostile("empty.pdf", lambda: b"", refused=f"the file is empty; {TAKEN}", ending=".pdf"),
    Hostile("plain.docx", lambda: docx(paragraph("Seen by everybody")), (LAYOUT,), ending=".docx"),
    Hostile("far-template.docx", lambda: with_outside("attachedTemplate", "http://a.test/x.dotm"),
            ("template on another computer", LAYOUT), ending=".docx"),
    Hostile("far-picture.docx", lambda: with_outside("image", "http://a.test/x.png"), ("picture on another computer", LAYOUT),
            ending=".docx"),
    Hostile("far-link.docx", lambda: with_outside("hyperlink", "file://a.test/x"), ("link to the web", LAYOUT), ending=".docx"),
    Hostile("entity.docx", with_entity, refused=refused("its part word/document.xml declares a document type, which no Word file does"),
            ending=".docx"),
    Hostile("zip-bomb.docx", zip_bomb, refused=refused("it unpacks to far more than a letter can hold"), ending=".docx",
            walled=True),
    Hostile("macros.docx", lambda: docx(paragraph("x"), edit={"[Content_Types].xml": ("wordprocessingml.document.main+xml", "macroEnabled.main+xml")}),
            refused=refused("it may hold macros (.docm)"), ending=".docx"),
    Hostile("climbing-out.docx", lambda: zipped({**house_parts(), "../../etc/passwd": b"x"}),
            refused=refused("a name inside it points outside of the file"), ending=".docx"),
    Hostile("hidden-words.docx", lambda: docx(paragraph(run("x", "<w:vanish/>"))),
            refused=export("the 1st paragraph from the top has hidden text"), ending=".docx"),
    Hostile("old.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99,
            refused=f"the file is an old Office file (.doc, .xls, .msg) or a Word file with a password; {TAKEN}", ending=".doc"),
)  # fmt: skip
