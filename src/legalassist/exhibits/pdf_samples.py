"""Copy the samples of a picture inside a PDF: decoded by us, or, for JPEG, decoded and encoded anew without its notes.

Pictures in JBIG2, JPEG 2000 and fax codings are not handed on: their decoders in viewers have been broken into before.
The page is drawn instead, inside the walls.
"""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image

from legalassist.documents.pdf_file import entry, kids, text_of, whole
from legalassist.exhibits.cleaned import MAX_PIXELS

_PACKED = frozenset({"/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL", "/ASCII85Decode", "/A85",
                     "/ASCIIHexDecode", "/AHx"})  # fmt: skip
_JPEG = frozenset({"/DCTDecode", "/DCT"})
_BITS = frozenset({1, 2, 4, 8, 16})


class Unknown(Exception):  # noqa: N818 -- not a fault: the page becomes a picture
    """A page holds something that is not copied; the message says what, for the list."""

    def __init__(self, what: str = "a picture in a coding that is not handed on") -> None:
        """Take what it is."""
        super().__init__(what)


def copy_samples(out: pikepdf.Pdf, image: pikepdf.Stream, colours: Callable[[object], object]) -> pikepdf.Object:
    """Return a new picture with the same samples; raises Unknown where they are not simply there."""
    wide, high = whole(entry(image, "/Width")) or 0, whole(entry(image, "/Height")) or 0
    if wide < 1 or high < 1 or wide * high > MAX_PIXELS:
        raise Unknown
    filters = [text_of(each) for each in kids(entry(image, "/Filter"))]
    head = Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=wide, Height=high)
    if len(filters) == 1 and filters[0] in _JPEG:
        return _jpeg(out, image, head, (wide, high), colours)
    if not set(filters) <= _PACKED:
        raise Unknown
    mask = entry(image, "/ImageMask") is True
    bits = 1 if mask else whole(entry(image, "/BitsPerComponent")) or 0
    if bits not in _BITS:
        raise Unknown
    if mask:
        head["/ImageMask"] = True
    else:
        head["/ColorSpace"] = colours(entry(image, "/ColorSpace"))
    head["/BitsPerComponent"] = bits
    needed = -(-wide * bits * (1 if mask else components(head["/ColorSpace"])) // 8) * high
    data = image.read_bytes()
    if len(data) < needed:
        raise Unknown
    made = out.make_stream(data[:needed])  # what stands behind the last row is not part of the picture
    made.update(head)
    return made


def components(space: object) -> int:
    """Return how many numbers a colour of a (copied) colour space has."""
    kind = text_of(space) or text_of(next(iter(kids(space)), None))
    return {"/DeviceRGB": 3, "/RGB": 3, "/CalRGB": 3, "/Lab": 3, "/DeviceCMYK": 4, "/CMYK": 4}.get(kind or "", 1)


def _jpeg(
    out: pikepdf.Pdf, image: pikepdf.Stream, head: Dictionary, size: tuple[int, int],
    colours: Callable[[object], object],
) -> pikepdf.Object:  # fmt: skip
    """Return a JPEG picture coded anew with its own tables: what a camera wrote beside the pixels is gone."""
    if entry(image, "/ImageMask") is True or (whole(entry(image, "/BitsPerComponent")) or 8) != 8:  # noqa: PLR2004
        raise Unknown
    space = colours(entry(image, "/ColorSpace"))
    expected = {1: "L", 3: "RGB"}.get(components(space))
    try:
        with Image.open(BytesIO(image.read_raw_bytes()), formats=("JPEG",)) as picture:
            if picture.size != size or picture.mode != expected:
                raise Unknown
            anew = BytesIO()
            picture.info.clear()
            picture.save(anew, "JPEG", quality="keep", exif=b"", icc_profile=None)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as wrong:
        raise Unknown from wrong
    made = out.make_stream(anew.getvalue())
    made.update(head)
    made.update(Dictionary(Filter=Name.DCTDecode, BitsPerComponent=8, ColorSpace=space))
    return made
