"""Pictures in (JPEG, PNG, TIFF, HEIC), upright pages out; whatever a camera wrote beside the pixels stays behind."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageChops, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from legalassist.exhibits.cleaned import MAX_IMAGE_BYTES, MAX_PAGES, MAX_PIXELS, SCAN_AGAIN, ExhibitRefused, Noticed
from legalassist.exhibits.kinds import HEIC, JPEG, PNG, TIFF
from legalassist.exhibits.sheet import DPI, FOOT, LONG, SHORT, SIDE, TOP, Picture

_PLUGINS = {JPEG: ("JPEG", "MPO"), PNG: ("PNG",), TIFF: ("TIFF",), HEIC: ("HEIF",)}
"""The readers of Pillow that may look at a file of each kind: never EPS, which would start another program."""

_POINTS_A_PIXEL = 0.75
"""A picture is printed at 96 pixels an inch at least: a small one stays small."""

_MOST = ((LONG - TOP - FOOT) * DPI // 72, (SHORT - 2 * SIDE) * DPI // 72)
_GPS = 0x8825
_ABOUT = {"exif": "EXIF data of the camera", "xmp": "XMP data", "icc_profile": "", "comment": "comment in the file"}
_QUALITY = 85
_NO_COLOUR = 12
"""Difference between red, green and blue (of 255) below which an eye sees grey."""


def picture_pages(content: bytes, kind: str, noticed: list[Noticed]) -> Iterator[Picture]:
    """Yield the pages of a picture file, upright, at most 200 dots an inch; add to `noticed` what is left behind.

    Raises ExhibitRefused for what is too large, broken, or another kind of picture than it says.
    """
    with _opened(content, kind) as image:
        frames = int(getattr(image, "n_frames", 1))
        if kind != TIFF and frames > 1:
            noticed.append(Noticed("further picture in the same file (only the first is a page)", frames - 1))
            frames = 1
        if frames > MAX_PAGES:
            raise ExhibitRefused(f"the file holds {frames} pictures; {MAX_PAGES} are allowed", "split it")
        for number in range(frames):
            yield _encoded(_decoded(image, number, noticed, (number + 1,)))


def plain_picture(content: bytes, kind: str, noticed: list[Noticed]) -> Image.Image:
    """Return the first picture of a file, upright, of its pixels alone; raises like `picture_pages`."""
    with _opened(content, kind) as image:
        return _decoded(image, 0, noticed, ())


def _opened(content: bytes, kind: str) -> Image.Image:
    """Open a picture file without decoding it."""
    if len(content) > MAX_IMAGE_BYTES:
        raise ExhibitRefused(f"the picture has more than {MAX_IMAGE_BYTES // 2**20} MB", "save it smaller, as JPEG")
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # another library of this process may have been content with half a picture
    Image.MAX_IMAGE_PIXELS = None  # the limit is ours, below: Pillow's refuses only at twice its figure
    if kind == HEIC:
        import pi_heif  # noqa: PLC0415 - loaded for HEIC alone

        pi_heif.register_heif_opener(thumbnails=False)
    try:
        return Image.open(BytesIO(content), formats=_PLUGINS[kind])
    except MemoryError:
        raise
    except (UnidentifiedImageError, Exception) as wrong:  # Pillow's readers raise whatever they run into
        raise _broken(kind) from wrong


def _broken(kind: str) -> ExhibitRefused:
    return ExhibitRefused(f"the {kind} picture is broken and cannot be read whole", SCAN_AGAIN)


def _decoded(image: Image.Image, number: int, noticed: list[Noticed], pages: tuple[int, ...]) -> Image.Image:
    """Return one picture of an opened file; `pages` are those on which it will stand."""
    try:
        if number:
            image.seek(number)
        _check_size(image)
        noticed += _about(image, pages)
        image.load()
        return _upright(image)
    except (ExhibitRefused, MemoryError):
        raise
    except Exception as wrong:  # as above: a broken picture shows itself while it is decoded
        raise _broken(image.format or "") from wrong


def _check_size(image: Image.Image) -> None:
    """Refuse a picture by its size before a pixel of it is decoded."""
    if image.width * image.height > MAX_PIXELS:
        hint = "save it smaller: 200 dots an inch are enough for print"
        raise ExhibitRefused(f"the picture has more than {MAX_PIXELS // 1_000_000} megapixels", hint)
    if min(image.size) < 1:
        raise _broken(image.format or "")


def _about(image: Image.Image, pages: tuple[int, ...]) -> Iterator[Noticed]:
    """Yield what a picture says beside its pixels."""
    for key, what in _ABOUT.items():
        if what and image.info.get(key):
            yield Noticed(what, pages=pages)
    exif = image.getexif()
    if exif.get_ifd(_GPS):
        yield Noticed("place where the picture was taken (GPS)", pages=pages)
    texts = [key for key, value in image.info.items() if isinstance(value, str) and key not in _ABOUT]
    if image.format == "PNG" and texts:
        yield Noticed("text in the file", len(texts), pages)


def _upright(image: Image.Image) -> Image.Image:
    """Return the picture as it is to be seen: turned by its orientation, small enough, in plain colours, on white."""
    profile = image.info.get("icc_profile")
    turned = image if image.format == "HEIF" else ImageOps.exif_transpose(image)
    if turned.mode == "1" or turned.mode.startswith("I;16") or turned.mode in {"I", "F"}:
        turned = turned if turned.mode == "1" else _eight_bits(turned)
    elif turned.has_transparency_data:
        over = turned.convert("RGBA")
        turned = Image.new("RGB", over.size, "white")
        turned.paste(over, mask=over.getchannel("A"))
    elif turned.mode != "L":
        turned = _plain_colours(turned, profile if isinstance(profile, bytes) else b"")
    longest, shortest = max(turned.size), min(turned.size)
    ratio = min(_MOST[0] / longest, _MOST[1] / shortest, 1.0)
    if ratio < 1:
        smaller = (max(1, round(turned.width * ratio)), max(1, round(turned.height * ratio)))
        turned = (turned.convert("L") if turned.mode == "1" else turned).resize(smaller, Image.Resampling.LANCZOS)
    return turned


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of 16 or more bits as grey of eight, its darkest to its lightest kept apart."""
    deep = image.convert("F")
    low, high = deep.getextrema()
    if not isinstance(low, float) or not isinstance(high, float):
        raise TypeError(image.mode)
    top = 65535.0 if high > 255 else max(high, 1.0)  # noqa: PLR2004 - the largest of eight bits
    return deep.point(lambda sample: sample * (255.0 / top) + 0).convert("L") if low >= 0 else deep.convert("L")


def _plain_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture in sRGB; a profile that cannot be followed is left out."""
    if profile and image.mode in {"RGB", "CMYK"}:
        try:
            made = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None
        if made is not None:
            return made
    return image.convert("RGB")


def _encoded(image: Image.Image) -> Picture:
    """Return a picture as the bytes that go into the PDF: pixels alone."""
    size = (image.width * _POINTS_A_PIXEL, image.height * _POINTS_A_PIXEL)
    if image.mode == "1":
        return Picture(image.tobytes(), image.size, size, 1, jpeg=False)
    return Picture(jpeg_of(image), image.size, size, len(image.getbands()))


def jpeg_of(image: Image.Image, *, quality: int = _QUALITY) -> bytes:
    """Return a picture of grey or colours as JPEG, without anything beside its pixels."""
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    out = BytesIO()
    bare.save(out, "JPEG", quality=quality, optimize=False)
    return out.getvalue()


def is_grey(image: Image.Image) -> bool:
    """Say whether a picture in colours shows none."""
    red, green, blue = image.split()
    most = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return most.point(lambda dot: 255 if dot > _NO_COLOUR else 0).getbbox() is None
