"""What a stage-1 file may be made of: text. No picture, no field, no link out of it, nothing packed into it."""

from collections.abc import Iterator

import pikepdf

from legalassist.documents.pdf_file import entry, open_pdf, text_of, whole_pdf

_ACTIVE = {
    "/OpenAction": "an action that starts by itself", "/AA": "an action that starts by itself", "/JS": "a script",
    "/AcroForm": "form fields", "/EmbeddedFiles": "attached files", "/EF": "an attached file", "/URI": "a link outside",
    "/XFA": "form fields", "/RichMedia": "a film or sound", "/Collection": "attached files", "/Launch": "a program",
}  # fmt: skip
_INFO = frozenset({"/Title", "/Producer"})
METADATA = "metadata besides a title"


def stage_one_problems(content: bytes) -> Iterator[str]:
    """Yield what a PDF for a list to firms may not have; raises DocumentError where it cannot be read."""
    with open_pdf(content, "the summary") as pdf, whole_pdf("the summary"):
        found: dict[str, None] = {}
        for thing in (inside for one in pdf.objects for inside in _dictionaries(one)):
            found |= {what: None for key, what in _ACTIVE.items() if entry(thing, key) is not None}
            if text_of(entry(thing, "/Subtype")) == "/Image":
                found["a picture"] = None
        info = pdf.trailer.get("/Info")
        if isinstance(info, pikepdf.Dictionary) and set(info.keys()) - _INFO:
            found[METADATA] = None
    yield from found


def _dictionaries(thing: object, depth: int = 0) -> Iterator[object]:
    """Yield an object's dictionary and those written inside it; what it refers to has its own turn."""
    if isinstance(thing, pikepdf.Object) and thing.is_indirect and depth:
        return
    if isinstance(thing, pikepdf.Array):
        for value in thing:
            yield from _dictionaries(value, depth + 1)
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        yield thing
        inside = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
        for value in inside.values():
            yield from _dictionaries(value, depth + 1)
