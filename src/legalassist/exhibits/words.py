"""A Word file as an exhibit: read through our own closed subset, nothing outside of it followed or taken in.

Relationships that lead outside (templates, pictures, links) are cut before anything is read. What the subset does not
hold is not guessed: such a file is exported from Word as PDF, which then comes in like any other.
"""

import zipfile
from html import escape
from io import BytesIO
from pathlib import Path

import pikepdf
from lxml import etree

from legalassist.documents.docx_file import OutsideSubsetError, open_docx, parse_xml
from legalassist.documents.fonts import Fonts
from legalassist.documents.pdf import write_pdf
from legalassist.documents.subset import read
from legalassist.documents.word_html import to_html
from legalassist.errors import DocumentError
from legalassist.exhibits.cleaned import ExhibitRefused, Noticed

_NAME = "the Word file"
_EXPORT = "open it in Word, choose File > Export > PDF, look at the PDF, and add that"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HYPERLINK = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}hyperlink"
_TEMPLATE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}attachedTemplate"
_CSS = "@page { size: 8.5in 11in; margin: 1in 1in 1in 1in } body { font-family: 'LA Sans'; font-size: 11pt }"
_KINDS = {"attachedTemplate": "template on another computer", "hyperlink": "link to the web",
          "image": "picture on another computer"}  # fmt: skip


def clean_word(content: bytes, fonts: Path, css: str, identifier: bytes, noticed: list[Noticed]) -> pikepdf.Pdf:
    """Return the pages of a Word file; add to `noticed` what was cut off.

    Raises ExhibitRefused where the file is broken, protected, or holds more than plain text and tables.
    """
    try:
        file = open_docx(content, name=_NAME)
        inside = _cut_off(content, noticed)
        text = to_html(read(inside, name=_NAME))
        language = "en"
        head = f"<title>Exhibit</title><style>{_CSS}\n{css}</style>"
        html = f'<!doctype html><html lang="{language}"><head>{head}</head><body>{text}</body></html>'
        pdf = write_pdf(html, fonts=Fonts.read(fonts), identifier=identifier)
    except OutsideSubsetError as wrong:
        listed = "; ".join(dict.fromkeys(escape(problem.message) for problem in wrong.problems[:3]))
        raise ExhibitRefused(f"the Word file cannot be printed here as it is: {listed}", _EXPORT) from None
    except DocumentError as wrong:
        raise ExhibitRefused(wrong.message, _EXPORT) from None
    if any(member.startswith("docProps/") for member in file.members):
        noticed.append(Noticed("metadata: author, dates, programs"))
    return pikepdf.open(BytesIO(pdf))


def _cut_off(content: bytes, noticed: list[Noticed]) -> bytes:
    """Return the file without the relationships that lead outside of it, and without what refers to them."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(out, "w") as made:
        cut: dict[str, set[str]] = {}
        parts = {
            info.filename: source.read(info)
            for info in source.infolist()
            if info.filename.lower().endswith((".xml", ".rels"))
        }
        for name, data in parts.items():
            if name.endswith(".rels"):
                parts[name], cut[_owner(name)] = _without_outside(data, name, noticed)
        for name, data in parts.items():
            made.writestr(name, _without_references(data, name, cut[name]) if cut.get(name) else data)
    return out.getvalue()


def _owner(rels: str) -> str:
    """Return the part whose relationships a .rels member holds."""
    folder, _, file = rels.rpartition("/")
    return folder.removesuffix("_rels") + file.removesuffix(".rels")


def _without_outside(data: bytes, name: str, noticed: list[Noticed]) -> tuple[bytes, set[str]]:
    root = parse_xml(data, part=name, name=_NAME)
    gone = set()
    for relation in list(root):
        if relation.get("TargetMode") == "External":
            gone.add(relation.get("Id", ""))
            kind = relation.get("Type", "").rpartition("/")[2]
            noticed.append(Noticed(_KINDS.get(kind, "link out of the file")))
            root.remove(relation)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), gone


def _without_references(data: bytes, name: str, gone: set[str]) -> bytes:
    """Return a part whose links are plain text, and that names no template."""
    root = parse_xml(data, part=name, name=_NAME)
    for element in list(root.iter(_HYPERLINK, _TEMPLATE)):
        if element.get(_RELATIONS) in gone:
            parent = element.getparent()
            if parent is None:
                continue
            if element.tag == _HYPERLINK:
                place = parent.index(element)
                for child in reversed(list(element)):
                    parent.insert(place, child)
            parent.remove(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
