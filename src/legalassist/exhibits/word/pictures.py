"""The pictures of a stranger's Word file: decoded, cropped as they were shown, and made anew of their pixels alone."""

import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from lxml import etree
from PIL import Image

from legalassist.documents.docx_file import Relationship
from legalassist.documents.subset.faults import local
from legalassist.documents.subset.styles import W, whole
from legalassist.exhibits import kinds
from legalassist.exhibits.cleaned import EXPORT_FROM_WORD, ExhibitRefused, Noticed
from legalassist.exhibits.images import jpeg_of, plain_picture
from legalassist.exhibits.word.names import MC, WP, WPS, A, O, R, V, drop, put_in_place, text_element

MARKS = range(0xF0000, 0xF1000)
"""Private characters that stand in the text where a picture goes; a file that has one of its own is refused."""
_SHARE = 100_000
_EMU = 12_700
_WIDEST, _HIGHEST = 468.0, 600.0
LINE = "drawn line"
BESIDE = "picture beside or behind the text (printed in the line where it is tied)"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture: the character that stands for it, its pixels as JPEG, its width and height in points."""

    mark: str
    jpeg: bytes
    width: float
    height: float


class Pictures:
    """Takes the pictures out of the stories of one file."""

    def __init__(self, content: bytes, noticed: list[Noticed]) -> None:
        """Take the bytes of a file that `open_docx` has opened, so its zip is within the limits."""
        self._content, self._noticed = content, noticed
        self.drawn: list[Drawn] = []

    def take(self, story: etree._Element, links: Mapping[str, Relationship]) -> None:
        """Put a mark in the place of every picture of a story; raise ExhibitRefused for one that cannot be printed.

        Shapes, text boxes, charts and whatever else is drawn stay, and the closed reader refuses them.
        """
        for either in list(story.iter(MC + "AlternateContent")):
            self._choose(either)
        for drawing in list(story.iter(W + "drawing")):
            self._drawing(drawing, links)
        for old in list(story.iter(W + "pict")):
            self._old(old, links)

    def _choose(self, either: etree._Element) -> None:
        """Take the newer of two ways to draw the same, where that is a picture or a mere line."""
        choice = either.find(MC + "Choice")
        if choice is None or next(choice.iter(W + "txbxContent"), None) is not None:
            return
        if _blips(choice):
            put_in_place(either, list(choice))
        elif _is_line(choice):
            self._noticed.append(Noticed(LINE))
            drop(either)

    def _drawing(self, drawing: etree._Element, links: Mapping[str, Relationship]) -> None:
        blips = _blips(drawing)
        if not blips and _is_line(drawing):
            self._noticed.append(Noticed(LINE))
            drop(drawing)
        if len(blips) != 1 or next(drawing.iter(WPS + "wsp"), None) is not None:
            return  # a group of pictures, a shape, a text box: for the closed reader to name
        self._check_place(drawing)
        image = self._image(blips[0].get(R + "embed", ""), links)
        extent = next(drawing.iter(WP + "extent"), None)
        size = (
            (0.0, 0.0) if extent is None else (whole(extent.get("cx", "")) / _EMU, whole(extent.get("cy", "")) / _EMU)
        )
        self._mark(drawing, _cropped(image, next(drawing.iter(A + "srcRect"), None)), size)

    def _check_place(self, drawing: etree._Element) -> None:
        about = next(drawing.iter(WP + "docPr"), None)
        turned = next(drawing.iter(A + "xfrm"), None)
        if about is not None and about.get("hidden") in ("1", "true"):
            raise ExhibitRefused("the Word file has a hidden picture", EXPORT_FROM_WORD)
        changes = ("rot", "flipH", "flipV")
        if turned is not None and any(turned.get(name, "0") not in ("0", "false") for name in changes):
            raise ExhibitRefused("the Word file has a picture that was turned in Word", EXPORT_FROM_WORD)
        anchor = next(drawing.iter(WP + "anchor"), None)
        if anchor is None:
            return
        if anchor.find(WP + "wrapNone") is not None and anchor.get("behindDoc") not in ("1", "true"):
            raise ExhibitRefused("the Word file has a picture that lies over the text", EXPORT_FROM_WORD)
        self._noticed.append(Noticed(BESIDE))

    def _old(self, old: etree._Element, links: Mapping[str, Relationship]) -> None:
        """Take a picture as older Word draws it, and the line across the page that it has."""
        shapes = [each for each in old if local(each)]
        if len(shapes) == 1 and shapes[0].tag == V + "rect" and shapes[0].get(O + "hr") in ("t", "true"):
            self._noticed.append(Noticed(LINE))
            drop(old)
            return
        data = list(old.iter(V + "imagedata"))
        style = "".join(each.get("style", "") for each in shapes).replace(" ", "")
        odd = any(word in style for word in ("position:absolute", "rotation:", "visibility:hidden", "flip:"))
        cropped = any(key.startswith("crop") for key in (str(name) for one in data for name in one.attrib))
        if len(data) != 1 or odd or cropped or next(old.iter(W + "txbxContent", V + "textpath"), None) is not None:
            return
        lengths = dict(part.split(":", 1) for part in style.split(";") if ":" in part)
        size = (_points(lengths.get("width", "")), _points(lengths.get("height", "")))
        self._mark(old, self._image(data[0].get(R + "id", ""), links), size)

    def _image(self, ident: str, links: Mapping[str, Relationship]) -> Image.Image:
        """Return the pixels of an embedded picture."""
        related = links.get(ident)
        if related is None or related.external:
            raise ExhibitRefused("the Word file shows a picture that is not inside it", EXPORT_FROM_WORD)
        with zipfile.ZipFile(BytesIO(self._content)) as archive:
            name = posixpath.normpath(related.target)
            content = archive.read(name) if name in archive.namelist() else b""
        kind = kinds.kind_of(content)
        if kind not in kinds.PICTURES:
            raise ExhibitRefused("the Word file has a picture of a kind that is not read here", EXPORT_FROM_WORD)
        return plain_picture(content, kind, self._noticed)

    def _mark(self, element: etree._Element, image: Image.Image, size: Sequence[float]) -> None:
        if len(self.drawn) == len(MARKS):
            raise ExhibitRefused(f"the Word file has more than {len(MARKS)} pictures", EXPORT_FROM_WORD)
        mark = chr(MARKS[len(self.drawn)])
        width, height = size if min(size) > 0 else (image.width * 0.75, image.height * 0.75)
        scale = min(_WIDEST / width, _HIGHEST / height, 1.0)
        pixels = image.convert("L") if image.mode == "1" else image
        self.drawn.append(Drawn(mark, jpeg_of(pixels), width * scale, height * scale))
        put_in_place(element, [text_element(mark)])


def _blips(element: etree._Element) -> list[etree._Element]:
    return list(element.iter(A + "blip"))


def _is_line(element: etree._Element) -> bool:
    """Say whether what is drawn is a line and nothing else: too thin to cover or to say anything."""
    extent = next(element.iter(WP + "extent"), None)
    if extent is None or next(element.iter(W + "txbxContent"), None) is not None:
        return False
    shapes = list(element.iter(WPS + "wsp"))
    return (
        len(shapes) == 1 and not _blips(element) and 0 in (whole(extent.get("cx", "1")), whole(extent.get("cy", "1")))
    )


def _cropped(image: Image.Image, shown: etree._Element | None) -> Image.Image:
    """Return the part of a picture that was shown; what was cropped in Word is still in the file, and stays there."""
    if shown is None:
        return image
    left, top, right, bottom = (whole(shown.get(side, "0")) for side in ("l", "t", "r", "b"))
    if min(left, top, right, bottom) < 0 or left + right >= _SHARE or top + bottom >= _SHARE:
        raise ExhibitRefused("the Word file has a picture that is cropped in an odd way", EXPORT_FROM_WORD)
    if not any((left, top, right, bottom)):
        return image
    box = (
        image.width * left // _SHARE, image.height * top // _SHARE,
        image.width - image.width * right // _SHARE, image.height - image.height * bottom // _SHARE,
    )  # fmt: skip
    return image.crop(box)


def _points(length: str) -> float:
    """Return a length such as ``120pt`` in points; 0 for another unit."""
    try:
        return float(length.removesuffix("pt")) if length.endswith("pt") else 0.0
    except ValueError:
        return 0.0
