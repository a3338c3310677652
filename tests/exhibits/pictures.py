"""Pictures made for tests, good and hostile; nothing on them is of anybody."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

from exhibits.pdf_maker import SECRET
from PIL import Image, ImageDraw, PngImagePlugin

HEIC = Path(__file__).with_name("tiny.heic").read_bytes()
"""64 by 48 dots, red in the upper left quarter of what the camera saw, turned by a quarter, with a place. Invented."""


def drawn(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> Image.Image:
    """Return white with its upper left quarter dark."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2 - 1, size[1] // 2 - 1), fill="red")
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)  # type: ignore[arg-type]
    return out.getvalue()


def place(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[274], exif[271] = orientation, SECRET
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (40.0, 45.0, 30.0), "W", (73.0, 49.0, 0.0)
    return exif


def jpeg_with_a_place(orientation: int = 1) -> bytes:
    return saved(drawn(), "JPEG", exif=place(orientation).tobytes(), comment=SECRET.encode())


def huge_png(side: int = 30_000) -> bytes:
    """A picture of 900 megapixels in a few kilobytes."""
    rows = zlib.compress(b"\0" * (side // 8 + 1) * 100, 9)
    return _png(struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0), rows)


def _png(head: bytes, rows: bytes) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def talking_png() -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", SECRET)
    return saved(drawn(), "PNG", pnginfo=told)


def text_bomb_png() -> bytes:
    """A PNG whose compressed note unpacks to 300 MB."""
    note = b"x\0\0" + zlib.compress(b"a" * 300_000_000, 9)
    plain = saved(drawn(), "PNG")
    chunk = struct.pack(">I", len(note)) + b"zTXt" + note + struct.pack(">I", zlib.crc32(b"zTXt" + note))
    return plain[:33] + chunk + plain[33:]


def tiff_of_pages(count: int) -> bytes:
    pages = [drawn(mode="1").copy() for _ in range(count)]
    return saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])


def tiff_in_a_circle() -> bytes:
    """A TIFF whose second list of tags is its first again."""
    data = bytearray(saved(drawn(mode="1"), "TIFF"))
    start = struct.unpack("<I", data[4:8])[0]
    count = struct.unpack("<H", data[start : start + 2])[0]
    data[start + 2 + 12 * count : start + 6 + 12 * count] = struct.pack("<I", start)
    return bytes(data)


def moving_png() -> bytes:
    return saved(drawn(), "PNG", save_all=True, append_images=[drawn((64, 48)).rotate(90)], duration=100)
