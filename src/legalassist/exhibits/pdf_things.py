"""Copy what a page is drawn with (fonts, pictures, colours), key by key: what is not known here is not copied.

A page that needs anything else is drawn as a picture instead (`Unknown` says so): nothing is guessed, nothing hides.
"""

import math
from collections.abc import Callable, Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name

from legalassist.documents.pdf_file import entry, kids, number_of, text_of, whole
from legalassist.exhibits.pdf_fonts import not_carried
from legalassist.exhibits.pdf_samples import Unknown, copy_samples

_PLAIN = (bool, int, float, str, pikepdf.String, pikepdf.Name)
_DEEPEST = 6
_MOST_PARTS = 200_000
_LARGEST = 1e8
_LONGEST_STREAM = 64 * 1024 * 1024
_DEVICE = frozenset({"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/G", "/RGB", "/CMYK"})
_FONT = ("/Type", "/Subtype", "/BaseFont", "/FirstChar", "/LastChar", "/Widths", "/Name")
_CID_FONT = ("/Type", "/Subtype", "/BaseFont", "/CIDSystemInfo", "/DW", "/W", "/DW2", "/W2")
_DESCRIPTOR = (
    "/Type", "/FontName", "/FontFamily", "/FontStretch", "/FontWeight", "/Flags", "/FontBBox", "/ItalicAngle",
    "/Ascent", "/Descent", "/Leading", "/CapHeight", "/XHeight", "/StemV", "/StemH", "/AvgWidth", "/MaxWidth",
    "/MissingWidth", "/CharSet", "/Lang",
)  # fmt: skip
_STATE = ("/Type", "/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/OP", "/op", "/OPM", "/FL", "/SM", "/SA", "/BM",
          "/CA", "/ca", "/AIS", "/TK")  # fmt: skip
_FUNCTION = ("/FunctionType", "/Domain", "/Range", "/C0", "/C1", "/N", "/Bounds", "/Encode", "/Decode", "/Size",
             "/BitsPerSample", "/Order")  # fmt: skip


def number(value: object) -> bool:
    """Say whether a value is a number that a page can be drawn with."""
    if isinstance(value, bool):
        return False
    try:
        return math.isfinite(found := float(value)) and abs(found) < _LARGEST  # type: ignore[arg-type] # the test is the question
    except (TypeError, ValueError, OverflowError):
        return False


def plain(value: object, depth: int = 0) -> object:
    """Return a copy of numbers, names, strings and lists of them; raises Unknown for a stream or a deep nest."""
    if depth > _DEEPEST:
        raise Unknown("lists inside lists")
    if isinstance(value, _PLAIN) or number(value):
        return value
    if isinstance(value, Array):
        if len(value) > _MOST_PARTS:
            raise Unknown("a list that is too long")
        return Array([plain(each, depth + 1) for each in value])
    if isinstance(value, Dictionary):
        return Dictionary({key: plain(each, depth + 1) for key, each in value.items()})
    raise Unknown("something inside a list")


class Things:
    """Copies of one stranger's things in one PDF of ours; each is made once."""

    def __init__(self, out: pikepdf.Pdf) -> None:
        """Take the PDF that is being made."""
        self.out = out
        self.not_carried = False
        self.costs: dict[int, int] = {}
        """How many drawings and pictures each drawing shows in all, by its number in the stranger's file."""
        self._made: dict[tuple[str, int], pikepdf.Object] = {}

    def once(self, role: str, thing: object, make: Callable[[], pikepdf.Object]) -> pikepdf.Object:
        """Return the copy of a thing in a role, making it the first time; direct things are made each time."""
        key = (role, number_of(thing))
        if not key[1]:
            return make()
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    # ---- fonts ----

    def font(self, font: object) -> pikepdf.Object:
        """Return the copy of a font; raises Unknown for one whose letters are drawings of their own (Type 3)."""
        return self.once("font", font, lambda: self._font(font))

    def _font(self, font: object) -> pikepdf.Object:
        kind = text_of(entry(font, "/Subtype"))
        if kind not in {"/Type1", "/MMType1", "/TrueType", "/Type0"}:
            raise Unknown("letters that are drawings of their own")
        made = self._some(font, _FONT)
        self._streams(font, made, ("/ToUnicode",))
        encoding = entry(font, "/Encoding")
        if isinstance(encoding, pikepdf.Stream):
            copied = self.stream(encoding, ("/Type", "/CMapName", "/CIDSystemInfo", "/WMode"))
            if isinstance(used := entry(encoding, "/UseCMap"), pikepdf.Name):
                copied["/UseCMap"] = used
            made["/Encoding"] = copied
        elif encoding is not None:
            made["/Encoding"] = plain(encoding)
        if kind == "/Type0":
            below = list(kids(entry(font, "/DescendantFonts")))
            if len(below) != 1 or not isinstance(below[0], Dictionary):
                raise Unknown("a font that is not whole")
            made["/DescendantFonts"] = Array([self.out.make_indirect(self._cid_font(below[0]))])
        else:
            self._descriptor(font, made)
        return self.out.make_indirect(made)

    def _cid_font(self, font: object) -> pikepdf.Dictionary:
        made = self._some(font, _CID_FONT)
        to_glyphs = entry(font, "/CIDToGIDMap")
        if isinstance(to_glyphs, pikepdf.Stream):
            made["/CIDToGIDMap"] = self.stream(to_glyphs)
        elif isinstance(to_glyphs, pikepdf.Name):
            made["/CIDToGIDMap"] = to_glyphs
        self._descriptor(font, made)
        return made

    def _descriptor(self, font: object, made: pikepdf.Dictionary) -> None:
        descriptor = entry(font, "/FontDescriptor")
        files = ("/FontFile", "/FontFile2", "/FontFile3")
        self.not_carried |= not_carried(font)
        if not isinstance(descriptor, Dictionary):
            return
        copied = self._some(descriptor, _DESCRIPTOR)
        for key in files:
            program = entry(descriptor, key)
            if isinstance(program, pikepdf.Stream):
                copied[key] = self.stream(program, ("/Length1", "/Length2", "/Length3", "/Subtype"))
        made["/FontDescriptor"] = self.out.make_indirect(copied)

    # ---- colours, states, pictures ----

    def colours(self, space: object, depth: int = 0) -> object:
        """Return the copy of a colour space; a profile is replaced by the plain colours it stands for."""
        if isinstance(space, pikepdf.Name):
            if str(space) not in _DEVICE:
                raise Unknown("colours of a pattern")
            return space
        parts = list(kids(space))
        return self._list_of_colours(parts, text_of(parts[0]) if parts and depth < _DEEPEST else None, depth)

    def _list_of_colours(self, parts: list[object], kind: str | None, depth: int) -> object:
        if kind in _DEVICE and len(parts) == 1:
            return parts[0]
        if kind in {"/CalGray", "/CalRGB", "/Lab"}:
            return Array([parts[0], plain(parts[1])])
        if kind == "/ICCBased":
            plainly = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}.get(whole(entry(parts[1], "/N")) or 0)
            if plainly is None:
                raise Unknown("colours that are not known")
            return plainly
        if kind in {"/Indexed", "/I"}:
            table = parts[3] if not isinstance(parts[3], pikepdf.Stream) else pikepdf.String(parts[3].read_bytes())
            return Array([Name.Indexed, self.colours(parts[1], depth + 1), plain(parts[2]), plain(table)])
        if kind == "/Separation":
            return Array([parts[0], plain(parts[1]), self.colours(parts[2], depth + 1), self.function(parts[3])])
        raise Unknown("colours that are not known")

    def function(self, function: object, depth: int = 0) -> object:
        """Return the copy of a function of numbers; raises Unknown for a program (type 4)."""
        kind = whole(entry(function, "/FunctionType"))
        if kind not in {0, 2, 3} or depth > _DEEPEST:
            raise Unknown("colours that are computed")
        if kind == 0 and isinstance(function, pikepdf.Stream):
            return self.stream(function, _FUNCTION)
        made = self._some(function, _FUNCTION)
        if kind == 3:  # noqa: PLR2004 - stitching: functions of its own
            made["/Functions"] = Array([self.function(each, depth + 1) for each in kids(entry(function, "/Functions"))])
        return made

    def state(self, state: object) -> pikepdf.Object:
        """Return the copy of a graphics state; raises Unknown for a soft mask."""
        mask = entry(state, "/SMask")
        if mask is not None and text_of(mask) != "/None":
            raise Unknown("a soft mask")
        made = self._some(state, _STATE)
        if mask is not None:
            made["/SMask"] = Name("/None")
        font = list(kids(entry(state, "/Font")))
        if font:
            raise Unknown("a font set by a graphics state")
        return made

    def image(self, image: pikepdf.Stream) -> pikepdf.Object:
        """Return the copy of a picture inside a page: its samples, its colours, its mask."""
        return self.once("image", image, lambda: self._image(image))

    def _image(self, image: pikepdf.Stream, depth: int = 0) -> pikepdf.Object:
        if depth > 1 or "/OC" in image or "/Matte" in image:
            raise Unknown("a picture with layers or masks")
        made = copy_samples(self.out, image, self.colours)
        if "/Decode" in image:
            made["/Decode"] = plain(entry(image, "/Decode"))
        for key in ("/SMask", "/Mask"):
            mask = entry(image, key)
            if isinstance(mask, pikepdf.Stream):
                made[key] = self._image(mask, depth + 1)
            elif isinstance(mask, Array):
                made[key] = plain(mask)
        return made

    # ---- in common ----

    def stream(self, stream: pikepdf.Stream, keys: Iterable[str] = ()) -> pikepdf.Object:
        """Return a copy of a stream's data with the named plain entries."""
        data = stream.read_bytes()
        if len(data) > _LONGEST_STREAM:
            raise Unknown("a part that is too large")
        made = self.out.make_stream(data)
        for key in keys:
            if (value := entry(stream, key)) is not None:
                made[key] = plain(value)
        return made

    def _streams(self, thing: object, made: pikepdf.Dictionary, keys: Iterable[str]) -> None:
        for key in keys:
            if isinstance(found := entry(thing, key), pikepdf.Stream):
                made[key] = self.stream(found)

    def _some(self, thing: object, keys: Iterable[str]) -> pikepdf.Dictionary:
        if not isinstance(thing, (Dictionary, pikepdf.Stream)):
            raise Unknown("something that is not whole")
        found = ((key, entry(thing, key)) for key in keys)
        return Dictionary({key: plain(value) for key, value in found if value is not None})
