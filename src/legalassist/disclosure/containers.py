"""Open whatever would leave the clinic, and what is packed inside it, and hand out every text there is.

Nothing is trusted: a picture, a password, a container nested too deep, a kind of file nobody here can read comes out as
*cannot be looked into*, which stops the output like a name would.
"""

import gzip
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from legalassist.disclosure.decoding import as_texts, hidden_bytes
from legalassist.disclosure.parts import DEEPEST, OFFICE_PART, Kind, Part, unreadable
from legalassist.disclosure.pdf_parts import READABLE, pdf_parts
from legalassist.disclosure.xml_parts import page_parts, xml_parts

MAX_BYTES = 50 * 1024 * 1024
MAX_MEMBERS = 1000

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF", b"\0\0\0\x0cjP", b"\0\0\0 ftyp")
_CLOSED = {
    b"\xd0\xcf\x11\xe0": "an old Office file, or one with a password", b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive", b"BZh": "a bzip2 file", b"\xfd7zXZ": "an xz file", b"\x28\xb5\x2f\xfd": "a zstd file",
}  # fmt: skip
_BOMS = ((b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"), (b"\xff\xfe", "utf-16-le"),
         (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))  # fmt: skip
_END_OF_ZIP = 22
"""Bytes of the last record of an archive without its comment (APPNOTE 4.3.16)."""
_OFFICE_FOLDER = re.compile(r"^/?(?:xl|word|ppt)/")
"""The folder that every Word file, workbook or presentation has: nobody's initials."""
_PRINTABLE = frozenset(range(0x20, 0x7F)) | frozenset(b"\n\r\t")
_MOSTLY = 0.75
"""How much of a text file must be plain letters and signs before it is also read as Western European."""
_PAGE, _PAGE_ENDS = re.compile(rb"<html", re.IGNORECASE), re.compile(rb"</html\s*>", re.IGNORECASE)
_BLOCK = re.compile(r"\n\s*\n")


def file_parts(name: str, data: bytes) -> Iterator[Part]:
    """Yield every text of a file: its name, and all that is inside it."""
    yield Part(f"{_shown(name)} (its name)", name, Kind.NAME)
    yield from _inside(_shown(name), data, DEEPEST)


def _inside(place: str, data: bytes, depth: int) -> Iterator[Part]:
    """Yield what is inside a file, by its first bytes, whatever it is called."""
    refused = _refused(data, depth)
    if refused:
        yield unreadable(place, refused)
    elif data.startswith(b"PK"):
        yield from _zip(place, data, depth)
    elif data.startswith(b"\x1f\x8b"):
        yield from _gzip(place, data, depth)
    elif b"%PDF-" in data[:1024]:
        for found in pdf_parts(place, data):
            yield from [found] if isinstance(found, Part) else _member(place, *found, depth)
    elif data.lstrip()[:1] == b"<" and (parts := xml_parts(place, data)) is not None:
        yield from parts
        yield from _packed(place, data.decode("utf-8", "replace"), depth)
        yield from _source(place, data)
    else:
        yield from _text(place, data, depth)


def _source(place: str, data: bytes) -> Iterator[Part]:
    """Yield a page as it is written: a reader of HTML leaves out what stands twice, wrongly, or behind the end."""
    if _PAGE.search(data[:2000]) is None:
        return
    end = max((found.end() for found in _PAGE_ENDS.finditer(data)), default=len(data))
    for text in as_texts(data):
        yield Part(f"{place}, its source", text, Kind.MARKUP)
    for text in as_texts(data[end:].strip()):
        yield Part(f"{place}, behind its end", text)


def _refused(data: bytes, depth: int) -> str:
    """Return why a file is not opened; empty where it is."""
    if depth < 0:
        return f"packed more than {DEEPEST} deep"
    if len(data) > MAX_BYTES:
        return "too large to be searched"
    if data.startswith(_PICTURES):
        return "a picture: nobody can search what it shows"
    return next((what for magic, what in _CLOSED.items() if data.startswith(magic)), "")


def _member(place: str, name: str, data: bytes, depth: int) -> Iterator[Part]:
    """Yield what a file inside a file says: its name, and its inside."""
    here = f"{place} > {_shown(name)}"
    if not OFFICE_PART.fullmatch(name):
        yield Part(f"{here} (its name)", _OFFICE_FOLDER.sub("", name, count=1), Kind.NAME)
    yield from _inside(here, data, depth - 1)


def _zip(place: str, data: bytes, depth: int) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_BYTES:
                yield unreadable(place, "unpacks to more than can be searched")
                return
            yield from _beside_members(place, data)
            yield Part(f"{place} (comment of the archive)", archive.comment.decode("utf-8", "replace"), Kind.METADATA)
            for info in infos:
                comment = info.comment.decode("utf-8", "replace")
                yield Part(f"{place} > {_shown(info.filename)} (comment)", comment, Kind.METADATA)
                yield from _member(place, info.filename, archive.read(info), depth)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error):
        yield unreadable(place, "a damaged archive, or one with a password")


def _beside_members(place: str, data: bytes) -> Iterator[Part]:
    """Yield what stands before and behind an archive, and the readable runs of its bytes, which no member need own."""
    begin, end = data.find(b"PK\x03\x04"), data.rfind(b"PK\x05\x06")
    behind = data[end + _END_OF_ZIP + int.from_bytes(data[end + 20 : end + 22], "little") :] if end >= 0 else b""
    for outside in filter(None, (data[: max(begin, 0)], behind)):
        yield from (Part(f"{place}, outside of the archive", text) for text in as_texts(outside))
    yield Part(f"{place}, its bytes", "\n".join(run.decode() for run in READABLE.findall(data)), Kind.RAW)


def _gzip(place: str, data: bytes, depth: int) -> Iterator[Part]:
    yield Part(f"{place} (its head)", data[:256].decode("latin-1"), Kind.METADATA)
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as packed:
            inside = packed.read(MAX_BYTES + 1)
    except (EOFError, OSError, zlib.error):
        yield unreadable(place, "a damaged archive")
        return
    yield from _inside(f"{place} > unpacked", inside, depth - 1)


def _text(place: str, data: bytes, depth: int) -> Iterator[Part]:
    """Yield a text file block by block; a file that is no text in any encoding cannot be looked into."""
    marked = next((codec for bom, codec in _BOMS if data.startswith(bom)), "")
    texts = [data.decode(marked, "replace").lstrip("\ufeff")] if marked else list(_decoded(data))
    if not texts:
        yield unreadable(place, "a kind of file nobody here can read")
    for text in texts:
        for number, block in enumerate(_BLOCK.split(text), 1):
            yield Part(f"{place}, block {number}", block)
        yield from page_parts(f"{place}, as a page", text)
        yield from _packed(place, text, depth)


def _decoded(data: bytes) -> Iterator[str]:
    """Yield a text file without a mark: UTF-8 where it is that, else every encoding that gives a text."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield from as_texts(data)
        if sum(one in _PRINTABLE for one in data) >= len(data) * _MOSTLY:
            yield data.decode("latin-1")
        return
    yield text
    if "\0" in text:  # UTF-16 of plain letters is UTF-8 as well
        yield from as_texts(data)


def _packed(place: str, text: str, depth: int) -> Iterator[Part]:
    """Yield what is inside files that a text holds in base64 or hex (text in them is found by the search itself)."""
    for data in hidden_bytes(text):
        if data.startswith((b"PK\x03\x04", b"%PDF-", b"\x1f\x8b", *_PICTURES[:3])):
            yield from _inside(f"{place} > encoded file", data, depth - 1)


def _shown(name: str) -> str:
    """Return how a place calls a file: by its extension only, for its name itself may be the leak."""
    _, dot, extension = name.rpartition(".")
    known = re.fullmatch(r"[a-z]{2,5}", extension.lower()) if dot else None
    return f"a .{extension.lower()} file" if known else "a file"
