"""Pictures of a piece for a phone: PNG, 1080 × 1350, text only, no metadata, under names that tell nothing."""

from io import BytesIO

import pypdfium2
from PIL import Image

from legalassist.handouts.formats import Way
from legalassist.handouts.printing import Sheet

WIDTH, HEIGHT = 1080, 1350
NOTE = "before-you-send.txt"
"""The note for whoever sends pictures: it is not on the pictures."""

_NOTE = """Before you send a picture
- WeChat is not private. Ask first: who else looks at this phone? Is it safe to have this picture?
- Send it by hand, to one person. Agree when to delete it, on both phones.
- The version code is the file's name; write down neither the person nor the place.

发送图片之前
- 微信不保密。请先问：还有谁会看这部手机？手机里有这张图片安全吗？
- 每次只发给一个人。约好什么时候在两部手机上都删除。
- 文件名就是版本号；不要记下人名和地点。
"""


def note() -> str:
    """Return what a sender reads before sending; in both languages."""
    return _NOTE


def files_of(sheet: Sheet) -> dict[str, bytes]:
    """Return the files of a printed piece by name: one PDF, or pictures under a name that tells nothing, and a note."""
    if sheet.piece.form.way != Way.PICTURE:
        return {f"{sheet.piece.name}.pdf": sheet.pdf}
    return {**pictures_of(sheet), NOTE: note().encode()}


def pictures_of(sheet: Sheet) -> dict[str, bytes]:
    """Return the pages of a piece as PNG pictures, by file name: the version code and a number."""
    with pypdfium2.PdfDocument(sheet.pdf) as pdf:
        made = {}
        for number in range(len(pdf)):
            page = pdf[number]
            image = page.render(scale=WIDTH / page.get_width(), grayscale=True).to_pil()
            made[f"{sheet.piece.code}-{number + 1}.png"] = _png(image)
        return made


def thumbnail(pdf: bytes, width: int = 160) -> bytes:
    """Return a PDF's first page as a small PNG."""
    with pypdfium2.PdfDocument(pdf) as opened:
        page = opened[0]
        return _png(page.render(scale=width / page.get_width(), grayscale=True).to_pil())


def _png(image: Image.Image) -> bytes:
    """Return a picture as PNG with its pixels and nothing else."""
    out = BytesIO()
    plain = Image.frombytes(image.mode, image.size, image.tobytes())
    plain.save(out, "PNG", compress_level=6)  # a tenth of the time of `optimize`, for 7 % more bytes
    return out.getvalue()
