"""Tables as .xlsx and .xliff, written and read in memory: no library that writes to a temporary folder is used.

What comes in is a stranger's file: its size is limited before it is unpacked, entities are never resolved.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO

from lxml import etree

from legalassist.errors import UsageError
from legalassist.translations.exchange import COLUMNS, Row

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
_DEFAULT_MAIN: dict[str | None, str] = {None: _MAIN}
_DEFAULT_XLIFF: dict[str | None, str] = {None: _XLIFF}
_LARGEST = 50_000_000
_WIDTHS = {"english": 60, "text": 50, "note": 40, "terms": 40, "context": 30}
_DATE = (1980, 1, 1, 0, 0, 0)


def xlsx(rows: Sequence[Row]) -> bytes:
    """Return rows as a workbook with one sheet; every cell is text."""
    lines = [COLUMNS, *(row.cells for row in rows)]
    sheet = etree.Element(f"{{{_MAIN}}}worksheet", nsmap=_DEFAULT_MAIN)  # type: ignore[arg-type]  # the stubs know no default namespace
    columns = etree.SubElement(sheet, f"{{{_MAIN}}}cols")
    for number, name in enumerate(COLUMNS, 1):
        width = str(_WIDTHS.get(name, 14))
        etree.SubElement(columns, f"{{{_MAIN}}}col", min=str(number), max=str(number), width=width, customWidth="1")
    data = etree.SubElement(sheet, f"{{{_MAIN}}}sheetData")
    for number, line in enumerate(lines, 1):
        row = etree.SubElement(data, f"{{{_MAIN}}}row", r=str(number))
        for place, text in enumerate(line):
            cell = etree.SubElement(row, f"{{{_MAIN}}}c", r=f"{chr(ord('A') + place)}{number}", t="inlineStr")
            inline = etree.SubElement(etree.SubElement(cell, f"{{{_MAIN}}}is"), f"{{{_MAIN}}}t")
            inline.text = text
            inline.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return _zipped(
        {**_AROUND, "xl/worksheets/sheet1.xml": etree.tostring(sheet, encoding="UTF-8", xml_declaration=True)}
    )


_AROUND = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    ).encode(),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ).encode(),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets><sheet name="texts" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ).encode(),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ).encode(),
}


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), content)
    return out.getvalue()


def read_xlsx(content: bytes, file: str) -> Iterator[list[str]]:
    """Yield the rows of the first sheet of a workbook as texts.

    Raises UsageError where it is no workbook, is damaged, or unpacks to far more than a table of texts.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(one.file_size for one in archive.infolist()) > _LARGEST:
                raise _refused(file, "it unpacks to far more than a table of texts")
            shared = _shared(archive, file)
            names = sorted(one for one in archive.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", one))
            if not names:
                raise _refused(file, "it holds no sheet")
            root = _xml(archive.read(names[0]), file)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError):
        raise _refused(file, "it is no workbook, or it is damaged") from None
    for row in root.iter(f"{{{_MAIN}}}row"):
        cells: dict[int, str] = {}
        for place, cell in enumerate(row.iter(f"{{{_MAIN}}}c")):
            cells[_column(cell.get("r", ""), place)] = _text(cell, shared)
        yield [cells.get(place, "") for place in range(max(cells, default=-1) + 1)]


def _shared(archive: zipfile.ZipFile, file: str) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = _xml(archive.read("xl/sharedStrings.xml"), file)
    return ["".join(map(str, one.itertext(f"{{{_MAIN}}}t"))) for one in root.iter(f"{{{_MAIN}}}si")]


def _column(reference: str, place: int) -> int:
    letters = re.match(r"[A-Z]{1,3}", reference)
    if letters is None:
        return place
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _text(cell: etree._Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(map(str, cell.itertext(f"{{{_MAIN}}}t")))
    value = cell.findtext(f"{{{_MAIN}}}v") or ""
    if cell.get("t") == "s":
        return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
    return value


def xliff(rows: Sequence[Row]) -> bytes:
    """Return rows as XLIFF 1.2, notes and terms beside each text."""
    root = etree.Element(f"{{{_XLIFF}}}xliff", nsmap=_DEFAULT_XLIFF, version="1.2")  # type: ignore[arg-type]  # the stubs know no default namespace
    language = rows[0].language.replace("_", "-") if rows else "zh-Hans"
    file = etree.SubElement(root, f"{{{_XLIFF}}}file", original=rows[0].shelf if rows else "", datatype="plaintext")
    file.set("source-language", "en")
    file.set("target-language", language)
    body = etree.SubElement(file, f"{{{_XLIFF}}}body")
    for row in rows:
        unit = etree.SubElement(
            body, f"{{{_XLIFF}}}trans-unit", id=f"{row.shelf}/{row.language}/{row.base}", resname=row.context
        )
        etree.SubElement(unit, f"{{{_XLIFF}}}source").text = row.english
        etree.SubElement(unit, f"{{{_XLIFF}}}target").text = row.text
        for note in (row.note, row.terms, row.state):
            if note:
                etree.SubElement(unit, f"{{{_XLIFF}}}note").text = note
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def read_xliff(content: bytes, file: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield (reference, context, English, text) of every unit; raises UsageError where it is no XLIFF."""
    root = _xml(content, file)
    if root.tag != f"{{{_XLIFF}}}xliff":
        raise _refused(file, "it is no XLIFF 1.2")
    for unit in root.iter(f"{{{_XLIFF}}}trans-unit"):
        source, target = (unit.find(f"{{{_XLIFF}}}{name}") for name in ("source", "target"))
        english, text = ("".join(map(str, one.itertext())) if one is not None else "" for one in (source, target))
        yield unit.get("id", ""), unit.get("resname", ""), english, text


def _xml(content: bytes, file: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise _refused(file, "a part of it is damaged") from None
    if b"<!DOCTYPE" in content[:4096].upper():
        raise _refused(file, "it declares a document type, which no table of texts does")
    return root


def _refused(file: str, what: str) -> UsageError:
    return UsageError(f"{file}: {what}", hint="export the texts again, and send that file")
