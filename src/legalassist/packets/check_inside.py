"""What must not be inside a packet's PDF: fonts that are not ours, traces of people and machines, what acts."""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module

import pikepdf

from legalassist.documents.pdf_file import entry, kids, number_of, text_of
from legalassist.packets.check_pages import BoundPdf

ACTIONS = frozenset(
    {"/GoToE", "/GoToR", "/Hide", "/ImportData", "/JavaScript", "/Launch", "/Movie", "/Rendition", "/ResetForm",
     "/RichMediaExecute", "/Sound", "/SubmitForm"}
)  # fmt: skip
_ATTACHED = frozenset({"/EmbeddedFile", "/Filespec", "/F"})
_KEPT = frozenset({"/Producer", "/Title"})
_TRACES = re.compile(
    r"dc:creator|xmp:\w*Date|xmp:CreatorTool|pdf:Author|xmpMM:|photoshop:|/home/|/Users/|[A-Z]:\\", re.IGNORECASE
)
_DEEPEST = 8


def foreign_fonts(bound: BoundPdf, pages: Sequence[int], ours: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the fonts on some pages (from 0) that are not embedded, or whose names begin with none of `ours`."""
    seen: set[int] = set()
    for number in pages:
        for font in _fonts(entry(bound.pdf.pages[number].obj, "/Resources")):
            if number_of(font) in seen:
                continue
            seen.add(number_of(font))
            name = (text_of(entry(font, "/BaseFont")) or "/?")[1:]
            if not name.partition("+")[2].startswith(tuple(ours)):
                yield number, f"the font {name} is not one of ours"
            elif not _is_embedded(font):
                yield number, f"the font {name} is not embedded"


def _fonts(resources: object, depth: int = 0) -> Iterator[object]:
    fonts, shown = entry(resources, "/Font"), entry(resources, "/XObject")
    if isinstance(fonts, pikepdf.Dictionary):
        yield from fonts.values()
    if isinstance(shown, pikepdf.Dictionary) and depth < _DEEPEST:
        for each in shown.values():
            yield from _fonts(entry(each, "/Resources"), depth + 1)


def _is_embedded(font: object) -> bool:
    below = next(kids(entry(font, "/DescendantFonts")), font)
    described = entry(below, "/FontDescriptor")
    return any(entry(described, key) is not None for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def traces(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield what the metadata tells beyond the title and the producer."""
    information = entry(pdf.trailer, "/Info")
    if isinstance(information, pikepdf.Dictionary):
        yield from (f"the metadata names {key[1:]}" for key in sorted(set(information.keys()) - _KEPT))
    metadata = entry(pdf.Root, "/Metadata")
    if isinstance(metadata, pikepdf.Stream):
        found = _TRACES.findall(metadata.read_bytes().decode(errors="replace"))
        yield from (f"the XMP metadata holds {trace}" for trace in sorted(set(found)))


def window_titles(bound: BoundPdf) -> Iterator[str]:
    """Yield what a window, a print job or a file's properties show of the file."""
    for value in (entry(entry(bound.pdf.trailer, "/Info"), key) for key in sorted(_KEPT)):
        yield text_of(value) or ""
    metadata = entry(bound.pdf.Root, "/Metadata")
    if isinstance(metadata, pikepdf.Stream):
        yield metadata.read_bytes().decode(errors="replace")


def titles(bound: BoundPdf) -> Iterator[str]:
    """Yield every text that shows without opening a page: window titles, bookmarks, titles of elements."""
    yield from window_titles(bound)
    yield from (title for title, _ in bound.bookmarks())
    if bound.read.tree is not None:
        yield from (each.title for top in bound.read.tree.elements for each in top.elements() if each.title)


def acting(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield whatever starts something, runs something, or carries a file."""
    if isinstance(entry(pdf.Root, "/OpenAction"), pikepdf.Dictionary):
        yield "an action on opening"
    names = entry(pdf.Root, "/Names")
    yield from (f"names of {key[1:]}" for key in ("/JavaScript", "/EmbeddedFiles") if entry(names, key) is not None)
    if entry(entry(pdf.Root, "/AcroForm"), "/XFA") is not None:
        yield "an XFA form"
    found: set[str] = set()
    for thing in pdf.objects:
        if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            found.update(_acts(thing))
    yield from sorted(found)


def _acts(thing: pikepdf.Object) -> Iterator[str]:
    kind = text_of(entry(thing, "/Type"))
    if kind == "/StructElem":
        return
    if entry(thing, "/AA") is not None:
        yield "an additional action"
    if entry(thing, "/JS") is not None:
        yield "a script"
    if kind in _ATTACHED:
        yield "an attached file"
    for action in (thing, entry(thing, "/A"), entry(thing, "/Next")):
        name = text_of(entry(action, "/S"))
        if name in ACTIONS:
            yield f"an action {name}"


def can_validate() -> bool:
    """Say whether the PDF/UA validator (page-validation, for development) is installed."""
    try:
        return hasattr(import_module("page"), "validate_pdf_bytes")
    except ImportError:
        return False


def ua_failures(content: bytes) -> list[str]:
    """Return the PDF/UA-1 rules that a PDF fails; an empty list where the validator is not installed."""
    if not can_validate():
        return []
    validator = import_module("page")
    try:
        report = validator.validate_pdf_bytes(content)
    except validator.PageError as wrong:
        return [f"the validator stopped: {type(wrong).__name__}"]
    return sorted({failure.rule_id for failure in report.failures})
