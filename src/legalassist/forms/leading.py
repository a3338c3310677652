"""The line spacing of ruled boxes. The PDF's own fields do not say it; the form's XFA template does.

It is read before the template is removed (``<para lineHeight spaceAbove>``, XFA 3.3, section 8, *para*).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf
from lxml import etree

from legalassist.documents.pdf_file import kids, text_of

_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0}
_LENGTH = re.compile(r"(-?[0-9.]+)(pt|mm|cm|in)")
_LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Leading:
    """The distance of baselines and the space above the first line, in points; 0 where the form does not say."""

    leading: float = 0
    above: float = 0


def leadings(xfa: object) -> Mapping[str, Leading]:
    """Return the spacing of each field of an XFA form by its short name; empty where no template can be read."""
    parts = list(kids(xfa))
    names = [text_of(part) for part in parts[::2]]
    if "template" not in names:
        return {}
    stream = parts[names.index("template") * 2 + 1]
    if not isinstance(stream, pikepdf.Stream):
        return {}
    return _read(stream.read_bytes())


def _read(template: bytes) -> Mapping[str, Leading]:
    """Return the spacing of each field of a template."""
    if len(template) > _LARGEST:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(template, parser)
    except etree.XMLSyntaxError:
        return {}
    found: dict[str, Leading] = {}
    for field in root.iter("{*}field"):
        para = field.find("{*}para")
        if para is not None and field.get("name"):
            spacing = Leading(_points(para.get("lineHeight")), _points(para.get("spaceAbove")))
            found.setdefault(str(field.get("name")), spacing)
    return found


def _points(length: str | None) -> float:
    """Return a length in points; 0 for one that is not there or has another unit."""
    match = _LENGTH.fullmatch(length or "")
    return float(match[1]) * _POINTS[match[2]] if match else 0
