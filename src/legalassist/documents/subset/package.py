"""What stands around the text of a Word file: other parts, outside links, headers, sections, footnotes."""

from lxml import etree

from legalassist.documents.docx_file import EXPORT_AS_PDF, SAVE_AS_DOCX, DocxFile
from legalassist.documents.subset.faults import COMMENT, REMOVE, Faults
from legalassist.documents.subset.styles import W, child, is_on, val, whole

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_PICTURED = ("drawing", "pict", "object")


def check_package(file: DocxFile, faults: Faults, *, drop_comments: bool) -> None:
    """Note problems with what else the file carries: macros, embedded files, outside links, comments."""
    members = [member.lower() for member in file.members]
    if any("vbaproject" in member or "/activex/" in member for member in members):
        faults.add("carries macros", SAVE_AS_DOCX)
    if any("/embeddings/" in member or "/afchunk" in member for member in members):
        faults.add("carries another file inside it", REMOVE)
    if any(r.kind == "aFChunk" for r in file.relationships(file.main).values()):
        faults.add("carries another file inside it", REMOVE)
    for part in file.parts:
        if not part.endswith(".rels"):
            _check_outside(file, part, faults)
    _check_note_numbers(child(file.xml(file.related("settings")), "footnotePr"), faults)
    comments = file.xml(file.related("comments"))
    if comments is not None and not drop_comments and next(comments.iter(W + "comment"), None) is not None:
        faults.add(*COMMENT)


def _check_outside(file: DocxFile, part: str, faults: Faults) -> None:
    for related in file.relationships(part).values():
        if related.kind == "attachedTemplate" and related.external:
            faults.add(
                "is tied to a template outside of it",
                "Developer > Document Template: set it to Normal, and untick automatic updating of styles",
            )
        elif related.external and related.kind != "hyperlink":
            faults.add("takes something in from outside of it", REMOVE)


def check_section(section: etree._Element, file: DocxFile, faults: Faults) -> None:
    """Note problems with a section: columns, turned pages, line numbers, headers and footers with text."""
    where, faults.where = faults.where, "the document"
    columns = child(section, "cols")
    if whole(val(columns, "num"), 1) > 1 or len(section.findall(f"{W}cols/{W}col")) > 1:
        faults.add("has a section in columns", f"set it in one column, or {EXPORT_AS_PDF}")
    if val(child(section, "pgSz"), "orient") == "landscape":
        faults.add("has a section in landscape", f"set it upright, or {EXPORT_AS_PDF}")
    if child(section, "lnNumType") is not None:
        faults.add("has numbered lines", "switch them off: Layout > Line Numbers")
    if is_on(child(section, "bidi")) or val(child(section, "textDirection")) not in ("", "lrTb"):
        faults.add("has a section that does not run from left to right", EXPORT_AS_PDF)
    _check_note_numbers(child(section, "footnotePr"), faults)
    for kind in ("headerReference", "footerReference"):
        for reference in section.iter(W + kind):
            _check_header(reference, kind, file, faults)
    faults.where = where


def _check_note_numbers(properties: etree._Element | None, faults: Faults) -> None:
    plain = val(child(properties, "numFmt")) in ("", "decimal") and whole(val(child(properties, "numStart")), 1) == 1
    if not plain or val(child(properties, "numRestart")) not in ("", "continuous"):
        faults.add("numbers its footnotes in a way of its own", "number them 1, 2, 3 through the whole document")


def _check_header(reference: etree._Element, kind: str, file: DocxFile, faults: Faults) -> None:
    related = file.relationships(file.main).get(reference.get(_R_ID, ""))
    root = file.xml(related.target) if related else None
    if root is None:
        return
    has_text = any((text.text or "").strip() for text in root.iter(W + "t"))
    if has_text or any(next(root.iter(W + name), None) is not None for name in _PICTURED):
        name = "header" if kind == "headerReference" else "footer"
        faults.add(
            f"has a {name} with something in it",
            "move it to the body; pages are numbered when the packet is bound",
        )


def note_elements(root: etree._Element | None) -> dict[str, etree._Element]:
    """Return the footnotes of footnotes.xml by id, without Word's separator lines."""
    notes = () if root is None else root.iter(W + "footnote")
    return {val(note, "id"): note for note in notes if val(note, "type") not in _SEPARATORS}
