"""The parts of a file that can say something: its visible text, its metadata, its name, and what cannot be read."""

import re
from dataclasses import dataclass
from enum import Enum

DEEPEST = 5
"""Containers inside containers (a zip in a PDF in a zip) that are opened; what lies deeper cannot be looked into."""

OFFICE_PART = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:app|core|custom)\.xml|(?:/?(?:xl|word)/)?"
    r"(?:workbook|styles|sharedStrings|theme/theme1|worksheets/sheet\d|document|numbering|footnotes|settings"
    r"|_rels/(?:workbook|document)\.xml)\.(?:xml|rels)"
)
"""Names that every Word file and workbook has inside: they are nobody's, though "xl" is somebody's initials."""


class Kind(Enum):
    """How a part is read, and so how strictly it is judged."""

    TEXT = "text"
    METADATA = "metadata"
    NAME = "file name"
    MARKUP = "markup"
    RAW = "raw bytes"
    UNREADABLE = "cannot be looked into"


STRICT = frozenset({Kind.METADATA, Kind.NAME})
"""Where nobody writes sentences: a short part of a name, or its letters, stand there for her."""


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a file, with where it stands (a place for people, which never repeats the text)."""

    place: str
    text: str
    kind: Kind = Kind.TEXT


def unreadable(place: str, why: str) -> Part:
    """Return the part for something that nobody can search: `why` says what it is."""
    return Part(f"{place}: {why}", "", Kind.UNREADABLE)
