"""Look at a file that is said to be an official blank, and refuse what is none: in a limited child process.

A blank is used only as the agency published it. Whatever was printed anew, scanned, filled in, locked, cut short, or
given scripts, attached files or actions that the official files do not have is refused with its reason.
"""

import stat
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pikepdf

from legalassist.documents.limited import run_limited
from legalassist.documents.pdf_file import entry, kids, numbered, open_pdf, text_of, whole_pdf
from legalassist.errors import DocumentError, UsageError
from legalassist.forms.blank import Blank, Kind, read_blank, widgets

MOST_BYTES = 50 << 20
"""The largest file that is looked at. The largest official form of a T case has about 2 MB."""

_MOST_PAGES = 100
_FETCH = "download the form again from uscis.gov/forms, and add the file as it was saved, without opening it"
_OFFICIAL_SCRIPTS = frozenset({
    "812f8446cf1b", "e985b5df65c8", "529357503ec6",
})  # fmt: skip
"""The sha256 (first twelve digits) of the three scripts that Adobe's form designer puts into every official file."""
_ACTIONS = frozenset({"/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/JavaScript", "/RichMediaExecute",
                      "/Movie", "/Sound", "/Rendition", "/Hide", "/ResetForm"})  # fmt: skip
_SHOWS_TEXT = "Tj TJ ' \""


def vet(path: Path) -> tuple[Blank, bytes]:
    """Return what a file says of itself, and its bytes; `path` is named by its last part in messages.

    Raises UsageError where there is no such file, DocumentError where it is no untouched official blank.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not path.is_dir():  # a pipe would be waited for; a folder says so below
            message = f"{path} is no file"
            raise UsageError(message, hint="give the path of a PDF")
        size = found.st_size
        if size > MOST_BYTES:
            message = f"{path.name}: {size >> 20} MB, and a blank form has at most {MOST_BYTES >> 20} MB"
            raise DocumentError(message, hint=_FETCH)
        content = path.read_bytes()
    except OSError as wrong:
        message = f"{path} cannot be read: {wrong.strerror}"
        raise UsageError(message, hint="give the path of a PDF") from None
    try:
        answer = run_limited(f"{__name__}:vet_in_child", content, name=path.name)
        return Blank.from_json(answer), content
    except (ValueError, KeyError, TypeError):
        message = f"{path.name}: the file could not be read"
        raise DocumentError(message, hint=_FETCH) from None


def vet_in_child(content: bytes, name: str) -> bytes:
    """Return the blank's own description; raises DocumentError for whatever is no untouched blank."""
    try:
        pdf = open_pdf(content, name)
        with whole_pdf(name):
            reason = next(_reasons(pdf), "")
        blank = None if reason else read_blank(content, name)
    except DocumentError as wrong:
        raise DocumentError(wrong.message, hint=_FETCH) from None
    if blank is None:
        raise DocumentError(f"{name}: {reason}", hint=_FETCH)
    filled = [box for box in blank.boxes if _is_filled(box.kind, box.value, box.default)]
    if filled:
        message = f"{name}: {len(filled)} boxes are filled in already; a blank is wanted"
        raise DocumentError(message, hint=_FETCH)
    return blank.to_json()


def _is_filled(kind: Kind, value: str, default: str) -> bool:
    return kind is not Kind.BARCODE and bool(value.strip()) and value != default


def _reasons(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield why a PDF cannot be an official blank, the plainest reason first."""
    form = entry(pdf.Root, "/AcroForm")
    if len(pdf.pages) > _MOST_PAGES:
        yield f"{len(pdf.pages)} pages, and a blank form has at most {_MOST_PAGES}"
    if not any(True for _ in widgets(pdf)):
        if entry(form, "/XFA") is not None:
            yield "this file holds only a 'Please wait' page; the form itself is made by Adobe's program"
        elif any(_shows_text(page) for page in pdf.pages):
            yield "this is a copy printed to PDF: it has no boxes"
        else:
            yield "this is a scanned copy: it has no boxes"
    yield from _added(pdf)


def _shows_text(page: pikepdf.Page) -> bool:
    return bool(pikepdf.parse_content_stream(page, _SHOWS_TEXT))


def _added(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield what somebody put into the file."""
    names = entry(pdf.Root, "/Names")
    if any(True for _ in numbered(entry(names, "/EmbeddedFiles"), "/Names")):
        yield "a file is attached to it, and the official file has none"
    official = {digest for _, script in numbered(entry(names, "/JavaScript"), "/Names") if (digest := _digest(script))}
    if official - _OFFICIAL_SCRIPTS:
        yield "a script was added to it"
    if entry(pdf.Root, "/OpenAction") is not None or entry(pdf.Root, "/AA") is not None:
        yield "it starts something when it is opened, and the official file does not"
    allowed = {_number(script) for _, script in numbered(entry(names, "/JavaScript"), "/Names")}
    for thing in pdf.objects:
        if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        if entry(thing, "/EF") is not None or text_of(entry(thing, "/Subtype")) in {"/FileAttachment", "/RichMedia"}:
            yield "a file is attached to it, and the official file has none"
        if _number(thing) not in allowed and any(_acts(thing)):
            yield "it carries an action that the official file does not have"


def _acts(thing: object) -> Iterator[bool]:
    """Yield a True for each action in a dictionary that does more than open a web page."""
    if text_of(entry(thing, "/Type")) == "/StructElem":
        return
    for action in (thing, entry(thing, "/A"), *kids(entry(thing, "/Next"))):
        if text_of(entry(action, "/S")) in _ACTIONS:
            yield True
    extra = entry(thing, "/AA")
    if isinstance(extra, pikepdf.Dictionary):
        yield from (True for key in extra if text_of(entry(extra[str(key)], "/S")) in _ACTIONS)


def _number(thing: object) -> int:
    return thing.objgen[0] if isinstance(thing, pikepdf.Object) else 0


def _digest(action: object) -> str:
    """Return the first digits of a script's sha256."""
    script = entry(action, "/JS")
    if isinstance(script, pikepdf.Stream):
        return sha256(script.read_bytes()).hexdigest()[:12]
    return sha256(bytes(script)).hexdigest()[:12] if isinstance(script, pikepdf.String) else "no script"
