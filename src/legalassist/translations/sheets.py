"""Texts on their way to a translator and back, as .xlsx and .xliff, written and read in memory.

What comes in is a stranger's file: its size is limited before it is unpacked, entities are never resolved.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from legalassist.documents.tables import WorkbookError, plain_xlsx, workbook_rows
from legalassist.errors import UsageError
from legalassist.translations.exchange import COLUMNS, Mark, Row, of_reference

_XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
_DEFAULT_XLIFF: dict[str | None, str] = {None: _XLIFF}
_SURE = {"translated", "signed-off", "final"}
_LARGEST = 50_000_000
_WIDTHS = {"english": 60, "text": 50, "fits": 6, "earlier": 40, "note": 40, "terms": 40, "context": 30}


def xlsx(rows: Sequence[Row]) -> bytes:
    """Return rows as a workbook with one sheet; every cell is text."""
    return plain_xlsx([COLUMNS, *(row.cells for row in rows)], [_WIDTHS.get(name, 14) for name in COLUMNS])


def read_xlsx(content: bytes, file: str) -> Iterator[list[str]]:
    """Yield the rows of the first sheet of a workbook as texts.

    Raises UsageError where it is no workbook, is damaged, or unpacks to far more than a table of texts.
    """
    try:
        yield from workbook_rows(content, largest=_LARGEST)
    except WorkbookError as wrong:
        more = "it unpacks to far more than a table of texts"
        raise _refused(file, more if wrong.too_large else "it is no workbook, or it is damaged") from None


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
        target = etree.SubElement(unit, f"{{{_XLIFF}}}target", state=_state(row))
        target.text = row.text
        for note in (row.note, row.terms, row.state):
            if note:
                etree.SubElement(unit, f"{{{_XLIFF}}}note").text = note
        if row.earlier:
            before = etree.SubElement(unit, f"{{{_XLIFF}}}alt-trans", alttranstype="previous-version")
            etree.SubElement(before, f"{{{_XLIFF}}}source").text = row.earlier
            etree.SubElement(before, f"{{{_XLIFF}}}target").text = row.text
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _state(row: Row) -> str:
    if row.stale:
        return "needs-review-translation"
    return "translated" if row.text.strip() else "new"


def read_xliff(content: bytes, file: str) -> Iterator[Row]:
    """Yield every unit as a row; raises UsageError where it is no XLIFF."""
    root = _xml(content, file)
    if root.tag != f"{{{_XLIFF}}}xliff":
        raise _refused(file, "it is no XLIFF 1.2")
    for unit in root.iter(f"{{{_XLIFF}}}trans-unit"):
        source, target = (unit.find(f"{{{_XLIFF}}}{name}") for name in ("source", "target"))
        english, text = ("".join(map(str, one.itertext())) if one is not None else "" for one in (source, target))
        state = target.get("state", "") if target is not None else ""
        mark = Mark.SURE if state in _SURE else Mark.UNSURE if state.startswith("needs-") else Mark.NONE
        yield of_reference(unit.get("id", ""), (unit.get("resname", ""), english, text), mark, _line_of(unit))


def _line_of(unit: etree._Element) -> int:
    line = getattr(unit, "sourceline", None)  # the stubs know no type of it
    return line if isinstance(line, int) else 0


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
