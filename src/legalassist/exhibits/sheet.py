"""Letter pages: where on a sheet of paper a page or a picture comes to stand, and the PDF the sheets make."""

from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

SHORT, LONG = 612, 792
"""The sides of a Letter sheet, in points."""

SIDE, TOP, FOOT = 18, 18, 40
"""What stays free: at the foot stand the exhibit's mark and the packet's number."""

DPI = 200
"""How finely a picture of a page is drawn: what an office scanner does."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its size (upright or lying), the scale of what is put on it, and where that begins."""

    width: int
    height: int
    scale: float
    x: float
    y: float

    @property
    def box(self) -> Array:
        """The sheet as a PDF box."""
        return Array([0, 0, self.width, self.height])


def fit(width: float, height: float, largest: float = 1.0) -> Sheet:
    """Return the sheet for something of a size in points; it is made smaller as needed, larger by `largest` at most.

    What is wider than high lies on a lying sheet, so that nothing is turned.
    """
    wide, high = (LONG, SHORT) if width > height else (SHORT, LONG)
    room = (wide - 2 * SIDE, high - TOP - FOOT)
    scale = min(room[0] / width, room[1] / height, largest)
    x = SIDE + (room[0] - width * scale) / 2
    y = FOOT + (room[1] - height * scale) / 2
    return Sheet(wide, high, scale, x, y)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready for a PDF: its samples as JPEG or (packed, uncompressed) bits, and its size on paper."""

    data: bytes
    pixels: tuple[int, int]
    size: tuple[float, float]
    colours: int = 3
    jpeg: bool = True


def new_pdf() -> pikepdf.Pdf:
    """Return an empty PDF."""
    return pikepdf.Pdf.new()


def picture_page(pdf: pikepdf.Pdf, picture: Picture, largest: float = 1.0) -> pikepdf.Object:
    """Return a page that shows one picture, not yet in the PDF's list of pages."""
    sheet = fit(*picture.size, largest)
    image = pdf.make_stream(picture.data)
    image.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=picture.pixels[0], Height=picture.pixels[1],
            BitsPerComponent=8 if picture.jpeg else 1,
            ColorSpace=Name.DeviceRGB if picture.colours > 1 else Name.DeviceGray,
        )
    )  # fmt: skip
    if picture.jpeg:
        image["/Filter"] = Name.DCTDecode
    wide, high = (side * sheet.scale for side in picture.size)
    drawn = f"q {_short(wide)} 0 0 {_short(high)} {_short(sheet.x)} {_short(sheet.y)} cm /Im0 Do Q"
    return page_of(pdf, sheet, drawn.encode(), Dictionary(XObject=Dictionary(Im0=image)))


def page_of(pdf: pikepdf.Pdf, sheet: Sheet, content: bytes, resources: pikepdf.Object) -> pikepdf.Object:
    """Return a page with a content and its resources."""
    return pdf.make_indirect(
        Dictionary(Type=Name.Page, MediaBox=sheet.box, Contents=pdf.make_stream(content), Resources=resources)
    )


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the PDF's bytes: no dates, no names, the same for the same pages."""
    out = BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return out.getvalue()


def _short(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".")
