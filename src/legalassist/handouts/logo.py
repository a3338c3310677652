"""The clinic's logo on open pieces: a small PNG, or an SVG that only draws; anything else is refused in words."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

from lxml import etree
from PIL import Image, UnidentifiedImageError

from legalassist.errors import UsageError

MOST_BYTES = 1_000_000
MOST_PIXELS = 2000
_DRAWS = frozenset({
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc", "defs",
})  # fmt: skip
_HINT = "save it as a small PNG in black and white, at most 1 MB"


def read_logo(path: Path) -> str:
    """Return a logo as a ``data:`` address, in grey, its metadata left behind.

    Raises UsageError for a file that is missing or larger than 1 MB, that is neither PNG nor SVG, or an SVG that holds
    scripts, links, styles that fetch, embedded pictures or text.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as wrong:
        message = f"the logo {path.name} cannot be read: {wrong.strerror}"
        raise UsageError(message, hint="clinic.yaml names it beside itself: handouts: {logo: logo.png}") from None
    if size > MOST_BYTES:
        message = f"the logo {path.name} has {size / 1e6:.0f} MB; at most 1 MB is read"
        raise UsageError(message, hint=_HINT)
    if path.suffix.lower() == ".svg":
        return _address("svg+xml", _drawing(content, path.name))
    return _address("png", _grey(content, path.name))


def _address(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(content).decode()}"


def _grey(content: bytes, name: str) -> bytes:
    try:
        with Image.open(BytesIO(content), formats=("PNG",)) as image:
            if max(image.size) > MOST_PIXELS:
                message = f"the logo {name} has {image.size[0]} × {image.size[1]} pixels; at most {MOST_PIXELS} a side"
                raise UsageError(message, hint=_HINT)
            flat = Image.new("LA", image.size, (255, 0))
            flat.alpha_composite(image.convert("LA"))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        message = f"the logo {name} is no PNG picture, or a damaged one"
        raise UsageError(message, hint=_HINT) from None
    out = BytesIO()
    flat.save(out, "PNG", optimize=True)
    return out.getvalue()


def _drawing(content: bytes, name: str) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        message = f"the logo {name} is no SVG drawing, or a damaged one"
        raise UsageError(message, hint=_HINT) from None
    if b"<!doctype" in content.lower() or etree.QName(root).localname != "svg":
        raise UsageError(f"the logo {name} is not a plain SVG drawing", hint=_HINT)
    for one in root.iter():
        what = "a comment or instruction" if not isinstance(one.tag, str) else _refused(one)
        if what:
            message = f"the logo {name} holds {what}; a drawing of lines and areas is all that is printed"
            raise UsageError(message, hint=_HINT)
    return etree.tostring(root)


def _refused(one: etree._Element) -> str:
    """Return what in an element is more than drawing; empty where nothing is."""
    tag = etree.QName(one).localname
    if tag not in _DRAWS:
        return f"<{tag}>"
    for key, value in one.attrib.items():
        word = etree.QName(key).localname.lower()
        if word.startswith("on") or word == "href" or "url(" in str(value).lower() or "@import" in str(value).lower():
            return f"the attribute {word}"
    return ""
