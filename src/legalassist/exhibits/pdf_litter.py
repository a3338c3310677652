"""List what a PDF carries beside its pages. None of it is copied: naming it is all there is to do."""

import re
from collections.abc import Iterator

import pikepdf

from legalassist.documents.pdf_file import entry, kids, number_of, numbered, text_of
from legalassist.exhibits.cleaned import Noticed

_START = re.compile(rb"startxref\s+\d+\s+%%EOF")
_ACTIONS = {
    "/JavaScript": "script (JavaScript)", "/Launch": "action that starts a program", "/URI": "link to the web",
    "/GoToR": "link into another file", "/GoToE": "link into an attached file",
    "/SubmitForm": "action that sends a form",
    "/ImportData": "action that reads a file", "/Rendition": "sound or film", "/Movie": "sound or film",
    "/Sound": "sound or film", "/RichMediaExecute": "rich media (film, 3D)", "/GoTo3DView": "rich media (film, 3D)",
    "/GoTo": "link inside the file",
}  # fmt: skip
_ANNOTATIONS = {
    "/FileAttachment": "attached file", "/RichMedia": "rich media (film, 3D)", "/3D": "rich media (film, 3D)",
    "/Screen": "sound or film", "/Movie": "sound or film", "/Sound": "sound or film",
}  # fmt: skip
_SILENT = frozenset({"/Link", "/Popup"})
_EVENTS = ("/U", "/D", "/E", "/X", "/Fo", "/Bl", "/K", "/F", "/V", "/C", "/PO", "/PC")
_HIDDEN = 2 | 32
"""The flags Hidden and NoView (ISO 32000-1, 12.5.3)."""

_LONGEST_CHAIN = 50


def in_the_file(pdf: pikepdf.Pdf, content: bytes) -> Iterator[Noticed]:
    """Name what hangs on the file as a whole."""
    root = pdf.Root
    names, form = entry(root, "/Names"), entry(root, "/AcroForm")
    counted = {
        "script (JavaScript)": len(list(numbered(entry(names, "/JavaScript"), "/Names"))),
        "attached file": len(list(numbered(entry(names, "/EmbeddedFiles"), "/Names"))),
        "action on opening": sum(isinstance(entry(root, key), pikepdf.Dictionary) for key in ("/OpenAction", "/AA")),
        "bookmark": int(entry(root, "/Outlines") is not None),
        "layers (what was switched off is not taken)": int(entry(root, "/OCProperties") is not None),
        "live form (XFA)": int(entry(form, "/XFA") is not None),
        "digital signature (its mark on the page stays, its proof does not)": _signatures(form),
        "metadata: author, dates, programs": int(entry(root, "/Metadata") is not None or "/Info" in pdf.trailer),
        "other data of programs": int(entry(root, "/PieceInfo") is not None),
        "earlier version of the file": _revisions(content),
        "data before the PDF begins": int(not content.startswith(b"%PDF-")),
        "data after the PDF ends": int(_after(content)),
    }
    yield from (Noticed(what, count) for what, count in counted.items() if count)
    yield from actions(entry(root, "/OpenAction"))
    if entry(root, "/Collection") is not None:
        yield Noticed("THE FILE IS A FOLDER OF OTHER FILES (portfolio): add each of them by itself")
    if pdf.is_encrypted:
        yield Noticed("password or restrictions on use")


def actions(action: object, depth: int = 0) -> Iterator[Noticed]:
    """Name an action and those that follow it."""
    if not isinstance(action, pikepdf.Dictionary) or depth > _LONGEST_CHAIN:
        return
    kind = text_of(entry(action, "/S"))
    if kind:
        yield Noticed(_ACTIONS.get(kind, "action"))
    for following in kids(entry(action, "/Next")):
        yield from actions(following, depth + 1)


def on_the_page(page: pikepdf.Object) -> Iterator[Noticed]:
    """Name what hangs on a page and is not its content."""
    for key, what in (("/AA", "action of a page"), ("/Thumb", "thumbnail"), ("/Metadata", "metadata of a page"),
                      ("/PieceInfo", "other data of programs")):  # fmt: skip
        if key in page:
            yield Noticed(what)
    for event in ("/O", "/C"):
        yield from actions(entry(entry(page, "/AA"), event))


def annotations(page: pikepdf.Object) -> Iterator[tuple[Noticed, bool]]:
    """Name a page's annotations, and say of each whether it shows something that has to stay on the page."""
    for annotation in kids(entry(page, "/Annots")):
        action = entry(annotation, "/A")
        for on in (action, *(entry(entry(annotation, "/AA"), event) for event in _EVENTS)):
            yield from ((each, False) for each in actions(on))
        kind = text_of(entry(annotation, "/Subtype")) or ""
        if kind == "/Link" and action is None:
            yield Noticed("link inside the file"), False
        elif kind not in _SILENT:
            yield _shown(annotation, kind)


def _shown(annotation: object, kind: str) -> tuple[Noticed, bool]:
    """Name an annotation that is more than a link, and say whether it shows something."""
    hidden = isinstance(flags := entry(annotation, "/F"), int) and bool(flags & _HIDDEN)
    if kind in _ANNOTATIONS:
        return Noticed(_ANNOTATIONS[kind]), not hidden and entry(annotation, "/AP") is not None
    if kind == "/Widget":
        return Noticed("form field (what it shows stays)"), not hidden
    if hidden:
        return Noticed("hidden comment or drawing"), False
    return Noticed("comment or drawing (what it shows stays)"), True


def _signatures(form: object) -> int:
    """Count the signed signature fields, those inside other fields too."""
    found, waiting, seen = 0, list(kids(entry(form, "/Fields"))), set[int]()
    while waiting:
        field = waiting.pop()
        number = number_of(field)
        if number and number in seen:
            continue
        seen.add(number)
        found += int(text_of(entry(field, "/FT")) == "/Sig" and entry(field, "/V") is not None)
        waiting += kids(entry(field, "/Kids"))
    return found


def _revisions(content: bytes) -> int:
    """Count the versions of the file before the last: each was closed by its own end mark (ISO 32000-1, 7.5.6)."""
    ends = len(_START.findall(content))
    return max(0, ends - 1 - int(b"/Linearized" in content[:1024]))


def _after(content: bytes) -> bool:
    """Say whether something that is not white space stands behind the last end mark."""
    _, mark, rest = content.rpartition(b"%%EOF")
    return bool(mark) and bool(rest.strip(b"\0\r\n\t \x0c\x1a"))
