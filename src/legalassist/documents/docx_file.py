"""Open a .docx that may be hostile: what is inside, and nothing that could hurt while looking.

A .docx is a zip of XML parts (ECMA-376 part 2). Everything is read into memory under the limits below, the XML
without entities, document types or network. Whatever is refused says what to do instead.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from lxml import etree

from legalassist.errors import DocumentError, Problem

MAX_FILE = 20 * 1024 * 1024
"""Bytes of the file itself; a letter of 100 pages has well under 1 MB."""
MAX_ENTRIES = 500
"""Members in the zip; Word writes 10 to 40."""
MAX_PART = 30 * 1024 * 1024
"""Bytes of one XML part, unpacked."""
MAX_TOTAL = 100 * 1024 * 1024
"""Bytes of all members together, unpacked, as the zip declares them."""
MAX_RATIO = 200
"""Unpacked size over packed size, for members of more than 1 MB; Word's own XML stays below 60."""

_RATIO_FROM = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"

SAVE_AS_DOCX = "open it in Word and save it with File > Save As > Word Document (*.docx)"
EXPORT_AS_PDF = "export the piece as PDF from Word and bind that"


@dataclass
class OutsideSubsetError(DocumentError):
    """A Word file that may not be bound as it is: every problem at once, paragraphs named by their number."""

    problems: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        """Return every problem, one after the other."""
        return "\n".join(str(problem) for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part: its kind (the last word of its type), its target, and whether it is outside."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class DocxFile:
    """An opened .docx: its name for messages, its members' names, and the bytes of its XML parts."""

    name: str
    members: tuple[str, ...]
    parts: Mapping[str, bytes]
    main: str

    def xml(self, part: str) -> etree._Element | None:
        """Return the root of an XML part, or None where there is no such part; raises DocumentError if broken."""
        data = self.parts.get(part)
        return None if data is None else parse_xml(data, part=part, name=self.name)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return the relationships of a part by id, internal targets as names of members."""
        return _relationships(self.parts, part, self.name)

    def related(self, kind: str) -> str:
        """Return the member the main part names as its ``kind`` (styles, numbering, footnotes), or an empty text."""
        found = (r.target for r in self.relationships(self.main).values() if r.kind == kind and not r.external)
        return next(found, "")


def parse_xml(data: bytes, *, part: str, name: str) -> etree._Element:
    """Parse XML without entities, document types or network; raises DocumentError naming file and part."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise _refused(name, f"its part {part} is not well-formed XML", SAVE_AS_DOCX) from None
    info = root.getroottree().docinfo
    # A document type is how entity bombs and outside files come in; Word never writes one.
    if info.internalDTD is not None or info.externalDTD is not None:
        raise _refused(name, f"its part {part} declares a document type, which no Word file does", SAVE_AS_DOCX)
    return root


def open_docx(data: bytes, *, name: str) -> DocxFile:
    """Open the bytes of a .docx.

    ``name`` is what messages call the file. Raises DocumentError for whatever is not a plain, unprotected .docx
    within the limits of this module.
    """
    _refuse_other_kinds(data, name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            _refuse_hostile(infos, name)
            parts = {i.filename: archive.read(i) for i in infos if i.filename.lower().endswith((".xml", ".rels"))}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error):
        raise _refused(name, "the zip inside it is damaged", SAVE_AS_DOCX) from None
    main = _main_part(parts, name)
    _refuse_other_types(parts, main, name)
    return DocxFile(name, tuple(i.filename for i in infos), MappingProxyType(parts), main)


def _refused(name: str, what: str, hint: str) -> DocumentError:
    return DocumentError(f"{name} cannot be read: {what}", hint=hint)


def _refuse_other_kinds(data: bytes, name: str) -> None:
    """Refuse by the first bytes what people hand in by mistake, and files too large to look at."""
    if len(data) > MAX_FILE:
        raise _refused(name, f"it has more than {MAX_FILE // 1024 // 1024} MB", "remove pictures, or bind it as PDF")
    if data.startswith(_OLE):
        raise _refused(name, "it is an old .doc, or a .docx with a password", f"{SAVE_AS_DOCX}, without a password")
    if data.startswith(b"%PDF"):
        raise _refused(name, "it is a PDF", "give it a name that ends in .pdf and bind it as it is")
    if data.startswith(b"{\\rtf"):
        raise _refused(name, "it is an RTF file", SAVE_AS_DOCX)
    if not data.startswith(b"PK"):
        raise _refused(name, "it is not a .docx", SAVE_AS_DOCX)


def _refuse_hostile(infos: list[zipfile.ZipInfo], name: str) -> None:
    if len(infos) > MAX_ENTRIES:
        raise _refused(name, f"it holds more than {MAX_ENTRIES} files", SAVE_AS_DOCX)
    if sum(info.file_size for info in infos) > MAX_TOTAL:
        raise _refused(name, "it unpacks to far more than a letter can hold", SAVE_AS_DOCX)
    if len({info.filename.lower() for info in infos}) < len(infos):
        raise _refused(name, "it holds two files of the same name", SAVE_AS_DOCX)
    for info in infos:
        _refuse_hostile_member(info, name)


def _refuse_hostile_member(info: zipfile.ZipInfo, name: str) -> None:
    member = info.filename
    if member.startswith("/") or set(member) & set("\\:") or ".." in member.split("/"):
        raise _refused(name, "a name inside it points outside of the file", SAVE_AS_DOCX)
    if info.flag_bits & 0x1:
        raise _refused(name, "it is encrypted", f"{SAVE_AS_DOCX}, without a password")
    if info.file_size > MAX_PART and member.lower().endswith((".xml", ".rels")):
        raise _refused(name, "one of its parts is larger than any letter", SAVE_AS_DOCX)
    if info.file_size > _RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        raise _refused(name, "it unpacks to far more than a letter can hold", SAVE_AS_DOCX)


def _relationships(parts: Mapping[str, bytes], part: str, name: str) -> dict[str, Relationship]:
    folder, file = posixpath.split(part)
    data = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    if data is None:
        return {}
    found: dict[str, Relationship] = {}
    for rel in parse_xml(data, part=f"{file}.rels", name=name).iter(f"{_PACKAGE}Relationship"):
        external = rel.get("TargetMode") == "External"
        target = rel.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[rel.get("Id", "")] = Relationship(rel.get("Type", "").rpartition("/")[2], target, external)
    return found


def _main_part(parts: Mapping[str, bytes], name: str) -> str:
    root = parts.get("_rels/.rels", b"")
    if _STRICT.encode() in root:
        raise _refused(name, "it was saved as Strict Open XML", SAVE_AS_DOCX)
    kinds: Iterable[Relationship] = _relationships(parts, "", name).values() if root else ()
    main = next((r.target for r in kinds if r.kind == "officeDocument" and not r.external), "")
    if main not in parts:
        raise _refused(name, "there is no Word document in it", SAVE_AS_DOCX)
    return main


def _refuse_other_types(parts: Mapping[str, bytes], main: str, name: str) -> None:
    types = parts.get("[Content_Types].xml")
    if types is None:
        raise _refused(name, "the list of its parts is missing", SAVE_AS_DOCX)
    overrides = parse_xml(types, part="[Content_Types].xml", name=name).iter(f"{_TYPES}Override")
    kind = next((o.get("ContentType", "") for o in overrides if o.get("PartName", "").lstrip("/") == main), "")
    if "macroEnabled" in kind:
        raise _refused(name, "it may hold macros (.docm)", SAVE_AS_DOCX)
    if kind != _MAIN:
        raise _refused(name, "it is not an ordinary Word document", SAVE_AS_DOCX)
