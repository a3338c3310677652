"""Build small .docx files for tests: the house template with another body, other notes, other parts."""

import zipfile
from io import BytesIO
from pathlib import Path

HOUSE = Path(__file__).parents[2] / "templates" / "common" / "house.docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
SECTION = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'


def run(text: str, properties: str = "") -> str:
    """Return a run; ``properties`` is the inside of its ``w:rPr``."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, style: str = "LABody", properties: str = "") -> str:
    """Return a paragraph; text that does not begin with ``<`` becomes a run."""
    content = inside if inside.startswith("<") or not inside else run(inside)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def table(rows: list[list[str]], *, widths: tuple[int, ...] = (4000, 5000), header: bool = True) -> str:
    """Return a table; each cell is the inside of a ``w:tc``."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    lines = "".join(
        f"<w:tr>{first if number == 0 else ''}{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>"
        for number, row in enumerate(rows)
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def note_call(ident: int) -> str:
    """Return the run that calls a footnote."""
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{ident}"/></w:r>'


def field(instruction: str, result: str) -> str:
    """Return a complex field: begin, instruction, separator, result, end."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def house_parts() -> dict[str, bytes]:
    """Return the parts of the empty house template."""
    with zipfile.ZipFile(HOUSE) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return the parts as a zip."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(
    *body: str,
    section: str = SECTION,
    notes: dict[int, str] | None = None,
    parts: dict[str, str] | None = None,
    related: str = "",
    types: str = "",
    edit: dict[str, tuple[str, str]] | None = None,
) -> bytes:
    """Return a .docx of the house template with this body.

    ``notes``: footnotes by id; ``parts``: further parts; ``related`` and ``types``: further relationships of the
    document and content types; ``edit``: (old, new) text replaced in a part.
    """
    every = house_parts()
    every["word/document.xml"] = (
        f"<w:document {NAMESPACES}><w:body>{''.join(body)}{section}</w:body></w:document>"
    ).encode()
    footnotes = "".join(f'<w:footnote w:id="{ident}">{inside}</w:footnote>' for ident, inside in (notes or {}).items())
    _replace(every, "word/footnotes.xml", "</w:footnotes>", footnotes + "</w:footnotes>")
    _replace(every, "word/_rels/document.xml.rels", "</Relationships>", related + "</Relationships>")
    _replace(every, "[Content_Types].xml", "</Types>", types + "</Types>")
    for name, (old, new) in (edit or {}).items():
        _replace(every, name, old, new)
    return zipped({**every, **{name: text.encode() for name, text in (parts or {}).items()}})


def _replace(parts: dict[str, bytes], name: str, old: str, new: str) -> None:
    if old not in parts[name].decode():
        message = f"{name} holds no {old}"
        raise ValueError(message)
    parts[name] = parts[name].replace(old.encode(), new.encode())
