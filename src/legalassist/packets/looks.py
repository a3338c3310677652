"""What a page of a PDF draws, in a form that another file's page can be held against.

Two files never have equal bytes for an equal page: objects are numbered and packed anew. So each thing a page draws
with (a font, a picture, a layer) becomes a digest of its content, whatever its number is.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from hashlib import sha256

import pikepdf

from legalassist.documents.pdf_file import entry, kids, number_of, text_of, whole

BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
_PACKED = frozenset({"/DL", "/DecodeParms", "/Filter", "/Length"})
_HUNG = frozenset({"/P", "/Parent", "/StructParent", "/StructParents"})
"""Where a thing hangs in its file, not what it shows: a merge has to change these."""

_DEEPEST = 60


class Looks:
    """The things of one opened PDF as digests; layers that do not show are told from those that do."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        """Take the opened PDF."""
        self.hidden = frozenset(_hidden(pdf))
        self._known: dict[int, str] = {}

    def digest(self, thing: object, *, without: frozenset[str] = frozenset()) -> str:
        """Return the digest of a thing and of all it is made of; `without` are entries of its own not looked at."""
        parts = sha256()
        for part in self._parts(thing, without, ()):
            parts.update(len(part).to_bytes(8, "big") + part)
        return parts.hexdigest()

    def _inner(self, thing: object, above: tuple[int, ...]) -> bytes:
        number = number_of(thing)
        if number in above and number:
            return b"itself"
        if len(above) > _DEEPEST:
            return b"too deep"
        if number and number in self._known:
            return self._known[number].encode()
        parts = sha256()
        for part in self._parts(thing, frozenset(), (*above, number)):
            parts.update(len(part).to_bytes(8, "big") + part)
        if number:
            self._known[number] = parts.hexdigest()
        return parts.hexdigest().encode()

    def _parts(self, thing: object, without: frozenset[str], above: tuple[int, ...]) -> Iterator[bytes]:
        if isinstance(thing, pikepdf.Stream):
            yield from self._entries(thing, without | _PACKED, above)
            yield decoded(thing)
        elif isinstance(thing, pikepdf.Dictionary):
            if text_of(entry(thing, "/Type")) in {"/Page", "/StructElem"}:
                yield b"elsewhere in the file"
                return
            yield from self._entries(thing, without, above)
            if number_of(thing) in self.hidden and number_of(thing):
                yield b"does not show"
        elif isinstance(thing, pikepdf.Array):
            yield b"["
            yield from (self._inner(each, above) for each in thing)
        else:
            yield _plain(thing)

    def _entries(self, thing: pikepdf.Object, without: frozenset[str], above: tuple[int, ...]) -> Iterator[bytes]:
        yield b"<"
        for key, value in sorted(thing.items()):
            if key not in without and key not in _HUNG:
                yield key.encode()
                yield self._inner(value, above)


def _plain(value: object) -> bytes:
    """Return a text, name, number, truth or nothing: equal ones alike, unlike ones apart."""
    if isinstance(value, pikepdf.String):
        return b"(" + bytes(value)
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return b"#" + format(Decimal(str(value)).normalize(), "f").encode()
    return repr(value if not isinstance(value, pikepdf.Name) else str(value)).encode()


def decoded(stream: pikepdf.Stream) -> bytes:
    """Return a stream's content; pictures and faxes packed in a way of their own stay as they are."""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()


def _hidden(pdf: pikepdf.Pdf) -> Iterator[int]:
    """Yield the object numbers of the layers that do not show when the file is opened (ISO 32000-1, 8.11.4.3)."""
    layers = entry(pdf.Root, "/OCProperties")
    default = entry(layers, "/D")
    on, off = ({number_of(each) for each in kids(entry(default, state))} for state in ("/ON", "/OFF"))
    all_off = text_of(entry(default, "/BaseState")) == "/OFF"
    for group in kids(entry(layers, "/OCGs")):
        number = number_of(group)
        if number in off or (all_off and number not in on):
            yield number


def inherited(page: object, key: str) -> object:
    """Return a page's own entry, or the one it has from the tree above it."""
    for _ in range(_DEEPEST):
        if (found := entry(page, key)) is not None:
            return found
        page = entry(page, "/Parent")
    return None


def frame(page: object) -> Mapping[str, object]:
    """Return what frames a page: its boxes as numbers, the turn it is shown at, its unit; defaults filled in."""
    media = _numbers(inherited(page, "/MediaBox"))
    crop = _numbers(inherited(page, "/CropBox")) or media
    boxes = {key: _numbers(entry(page, key)) or crop for key in BOXES[2:]}
    turn = (whole(inherited(page, "/Rotate")) or 0) % 360
    return {
        "/MediaBox": media,
        "/CropBox": crop,
        **boxes,
        "/Rotate": turn,
        "/UserUnit": str(entry(page, "/UserUnit") or 1),
    }


def _numbers(box: object) -> tuple[float, ...]:
    """Return a box's corners, lower left first, or nothing."""
    try:
        sides = [round(float(str(side)), 3) for side in kids(box)]
        left, bottom, right, top = sides
    except ValueError:
        return ()
    return (min(left, right), min(bottom, top), max(left, right), max(bottom, top))


def content(page: object) -> list[bytes]:
    """Return a page's content streams, in order, without the white space around each."""
    return [decoded(each).strip() for each in kids(entry(page, "/Contents")) if isinstance(each, pikepdf.Stream)]
