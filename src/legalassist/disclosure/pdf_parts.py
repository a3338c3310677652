"""Every text of a PDF: what its tags say, what is drawn beside them, metadata, bookmarks, notes, attached files.

The tags are read block by block, as `documents.tags` reads them. Whatever is drawn without being in them is read in
the order of drawing. Every string of every object is read as well, so that no corner has to be known by name.
"""

import re
from collections import Counter
from collections.abc import Iterator

import pikepdf

from legalassist.disclosure.decoding import as_texts
from legalassist.disclosure.parts import Kind, Part, unreadable
from legalassist.disclosure.pdf_drawn import BACK, GAP, PICTURE, Drawing, in_order
from legalassist.disclosure.xml_parts import xml_parts
from legalassist.documents.pdf_file import entry, number_of, open_pdf, text_of, whole_pdf
from legalassist.documents.tags.tagged import read_tagged
from legalassist.errors import DocumentError

Attached = tuple[str, bytes]
"""A file inside the PDF: its name and its content."""

_MACHINE = frozenset({"/ID", "/CharSet", "/Registry", "/Ordering", "/CheckSum", "/Lookup", "/Panose", "/IDTree"})
"""Entries whose strings no person wrote."""
_SAID = frozenset({"/Alt", "/ActualText", "/E", "/Contents", "/RC", "/V", "/DV", "/TU", "/Title"})
"""Entries whose strings are read or heard as text; all others are judged as metadata."""
_SETTINGS = frozenset({"/Lang", "/FontFamily"})
"""Entries whose strings are codes and names of fonts."""
_USUAL_INFO = frozenset(
    {"/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Trapped"}
)
_APART = "\n\n\n\n\n\n\n\n"
_NOTE = re.compile(rb"%([^\r\n]{3,})")
"""A comment in what draws a page, or a percent sign in a string: nobody sees the difference without reading it all."""
_NOTE_LINE = re.compile(rb"^[ \t]*%([ -~\x80-\xf4]{3,})\r?$", re.MULTILINE)
"""A line that is a comment and nothing else, and can be read."""
_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,9}) [0-9]{1,5} obj\b")
_OF_ANY_STREAM = frozenset({"/Length", "/Filter", "/DecodeParms"})
READABLE = re.compile(rb"[A-Za-z][A-Za-z0-9 ,.@_-]{5,}")
_REVISIONS = b"startxref"
_END = b"%%EOF"


def pdf_parts(place: str, data: bytes) -> Iterator[Part | Attached]:
    """Yield every text of a PDF, and the files attached to it."""
    try:
        pdf = open_pdf(data, "the PDF")
    except DocumentError as refused:
        yield unreadable(place, refused.message)
        return
    with pdf:
        try:
            with whole_pdf("the PDF"):
                found = [*_shown(place, pdf), *_strings(place, pdf), *_streams(place, pdf), *_loose(place, pdf, data)]
        except DocumentError as refused:
            found = [unreadable(place, refused.message)]
    yield from found
    if data.count(_REVISIONS) > 1 and b"/Linearized" not in data[:2048]:
        yield unreadable(place, "earlier versions are kept inside it: print it to a new PDF")
    yield from _outside(place, data)
    # Comments, what stands behind the end, and whatever else no object holds: readable runs of its bytes.
    yield Part(f"{place}, its bytes", "\n".join(run.decode() for run in READABLE.findall(data)), Kind.RAW)


def _outside(place: str, data: bytes) -> Iterator[Part]:
    """Yield what stands before the file's beginning and behind its end."""
    behind = data.rfind(_END) + len(_END)
    for outside in (data[: data.find(b"%PDF-")], data[behind:] if behind >= len(_END) else b""):
        for text in as_texts(outside.strip()):
            yield Part(f"{place}, outside of the file", text)


def _shown(place: str, pdf: pikepdf.Pdf) -> Iterator[Part]:
    """Yield the text on the pages: block by block, and what is drawn outside of the tags."""
    tagged = read_tagged(pdf)
    drawing = Drawing(pdf)
    drawn = list(drawing.pages())
    blocks = [line for line in tagged.text().split("\n") if line.strip()]
    aside = [
        "".join(run.text for run in artifact.runs)
        for number in range(len(tagged.pages))
        for artifact in tagged.artifacts(number)
    ]
    for number, block in enumerate(blocks, 1):
        yield Part(f"{place}, block {number}", block)
    for number, text in enumerate(aside, 1):
        yield Part(f"{place}, margin text {number}", text)
    untagged = _letters("".join(drawn)) - _letters("".join((*blocks, *aside)))
    pages = [(f"{place}, page {number}", text) for number, text in enumerate(drawn, 1)]
    beside = [(f"{place}, object {number}", text) for number, text in drawing.aside()]
    yield from (
        unreadable(where, "a picture: nobody can search what it shows")
        for where, text in (*pages, *beside)
        if PICTURE in text
    )
    for where, text in (*(page for page in pages if untagged or BACK in page[1]), *beside):
        yield from _drawn(where, text)
    if any("\ufffd" in text for _, text in (*pages, *beside)):
        yield unreadable(place, "text is drawn in a font that does not say which letters it shows")


def _drawn(place: str, text: str) -> Iterator[Part]:
    """Yield a drawn text as it is drawn, and as its letters stand; a move of the pen parts two words or none."""
    for one in dict.fromkeys((text.replace(BACK, GAP), in_order(text))):
        yield Part(place, one)
        yield Part(place, one.replace(GAP, " "))


def _letters(text: str) -> Counter[str]:
    return Counter(one for one in text if one.isalnum())


def _strings(place: str, pdf: pikepdf.Pdf) -> Iterator[Part]:
    """Yield every string of every object; those of the document's info with the names of entries nobody needs."""
    info = pdf.trailer.get("/Info")
    about = info if isinstance(info, pikepdf.Dictionary) else pikepdf.Dictionary()
    for key, value in about.items():
        yield Part(f"{place}, document info", text_of(value) or "", Kind.METADATA)
        if key not in _USUAL_INFO:
            yield Part(f"{place}, document info, name of an entry", key[1:], Kind.METADATA)
    names: set[str] = set()
    for number, thing in enumerate(pdf.objects, 1):
        if not about.is_indirect or number_of(thing) != number_of(about):
            yield from _walk(f"{place}, object {number}", thing, "", 0, names)
    # No two of them stand side by side: what people call fonts, layers and targets, between words of the format.
    yield Part(f"{place}, names of entries", _APART.join(sorted(names)), Kind.MARKUP)


def _walk(place: str, thing: object, key: str, depth: int, names: set[str]) -> Iterator[Part]:
    """Yield the strings of one object, and collect its names; objects it refers to have their own turn."""
    if not isinstance(thing, pikepdf.Object) or (depth and thing.is_indirect):
        return
    if isinstance(thing, pikepdf.String):
        if key not in _MACHINE:
            kind = Kind.TEXT if key in _SAID else Kind.MARKUP if key in _SETTINGS else Kind.METADATA
            yield Part(f"{place} {key}".rstrip(), str(thing), kind)
    elif isinstance(thing, pikepdf.Name):
        names.add(str(thing)[1:])
    else:
        for word, value in _entries(thing, key):
            names.add(word[1:])
            if isinstance(value, pikepdf.Object):  # most are numbers, and a large file has two hundred thousand
                yield from _walk(place, value, word, depth + 1, names)


def _entries(thing: object, key: str) -> Iterator[tuple[str, object]]:
    """Yield what an object holds, with the name of each entry; what an array holds, under the array's own."""
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        yield from (thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing).items()
    elif isinstance(thing, pikepdf.Array):
        yield from ((key, value) for value in thing)


def _streams(place: str, pdf: pikepdf.Pdf) -> Iterator[Part | Attached]:
    """Yield XMP, attached files, and pictures, which nobody can search."""
    names = dict(_file_names(pdf))
    for number, thing in enumerate(pdf.objects, 1):
        if not isinstance(thing, pikepdf.Stream):
            continue
        kind, subtype = text_of(entry(thing, "/Type")), text_of(entry(thing, "/Subtype"))
        here = f"{place}, object {number}"
        if subtype == "/Image":
            yield unreadable(here, "a picture: nobody can search what it shows")
        elif kind == "/EmbeddedFile" or thing.objgen in names:
            yield names.get(thing.objgen, "attached"), thing.read_bytes()
        elif kind == "/Metadata" or subtype == "/XML":
            yield from xml_parts(f"{here}, XMP", thing.read_bytes().strip()) or [unreadable(here, "broken XMP")]


def _loose(place: str, pdf: pikepdf.Pdf, data: bytes) -> Iterator[Part]:
    """Yield what hangs loose: streams that say nothing of themselves, and objects that no table of the file names."""
    drawn = {one.objgen for page in pdf.pages for one in _contents(page.obj)}
    named: set[int] = set()
    for number, thing in enumerate(pdf.objects, 1):
        named.add(number_of(thing))
        if isinstance(thing, pikepdf.Stream) and (thing.objgen in drawn or entry(thing, "/Subtype") == "/Form"):
            steps = thing.read_bytes()
            for pattern, kind in ((_NOTE, Kind.RAW), (_NOTE_LINE, Kind.METADATA)):
                notes = b"\n".join(pattern.findall(steps)).decode("utf-8", "replace")
                yield Part(f"{place}, object {number}, notes in the drawing", notes, kind)
        nameless = isinstance(thing, pikepdf.Stream) and set(thing.stream_dict.keys()) <= _OF_ANY_STREAM
        if not nameless or thing.objgen in drawn:
            continue
        content = thing.read_bytes()
        if b"begincmap" not in content:
            yield from (Part(f"{place}, object {number}", text) for text in as_texts(content))
    if any(int(found[1]) not in named for found in _OBJECT.finditer(data)):
        yield unreadable(place, "objects that no table of it names: print it to a new PDF")


def _contents(page: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the streams that draw a page."""
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Array):
        yield from contents
    elif isinstance(contents, pikepdf.Stream):
        yield contents


def _file_names(pdf: pikepdf.Pdf) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the object of each attached file with the name it is attached under."""
    for thing in pdf.objects:
        files = entry(thing, "/EF")
        if not isinstance(files, pikepdf.Dictionary):
            continue
        name = text_of(entry(thing, "/UF")) or text_of(entry(thing, "/F")) or "attached"
        for stream in files.values():
            if isinstance(stream, pikepdf.Stream):
                yield stream.objgen, name
