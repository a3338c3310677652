"""What lies outside the house subset, in the words a person reads: what it is, and what to do about it."""

from lxml import etree

from legalassist.documents.docx_file import EXPORT_AS_PDF
from legalassist.documents.subset.styles import W
from legalassist.errors import Place, Problem

REMOVE = f"remove it, or {EXPORT_AS_PDF}"
TRACKED = ("has a tracked change", "settle it in Word (Review > Accept or Reject), or bind with --accept-changes")
COMMENT = ("has a comment", "settle it in Word and delete it, or bind with --drop-comments")
HIDDEN = ("has hidden text", "delete it, or make it visible: Font > Effects > Hidden")
MISPLACED = ("has text in a place where Word has none", "open it in Word, save it there, and hand that file in")

_PICTURE = ("has a picture", REMOVE)
_SHAPE = ("has a shape", REMOVE)
_TEXT_BOX = ("has a text box", f"move its text into the paragraphs, or {EXPORT_AS_PDF}")
_DATE_FIELD = ("has a date that changes by itself", "type the date")
_RIGHT_TO_LEFT = ("has text that runs from right to left", EXPORT_AS_PDF)

OUTSIDE: dict[str, tuple[str, str]] = {
    "object": ("has an embedded object", REMOVE),
    "sym": ("has a character from a symbol font", f"type an ordinary character instead, or {EXPORT_AS_PDF}"),
    "ruby": ("has small letters above the characters (ruby)", f"write them in brackets, or {EXPORT_AS_PDF}"),
    "oMath": ("has an equation", f"write it as text, or {EXPORT_AS_PDF}"),
    "oMathPara": ("has an equation", f"write it as text, or {EXPORT_AS_PDF}"),
    "endnoteReference": ("has an endnote", "make it a footnote: right click > Convert to Footnote"),
    "altChunk": ("takes in another file", f"paste its text, or {EXPORT_AS_PDF}"),
    "subDoc": ("takes in another file", f"paste its text, or {EXPORT_AS_PDF}"),
    "ptab": ("has a tab that is set against the margin", "use an ordinary tab"),
    "pgNum": ("has a page number", "remove it: pages are numbered when the packet is bound"),
    "contentPart": ("has a drawing in ink", REMOVE),
    "bdo": _RIGHT_TO_LEFT,
    "dir": _RIGHT_TO_LEFT,
    **dict.fromkeys(("dayShort", "monthShort", "yearShort", "dayLong", "monthLong", "yearLong"), _DATE_FIELD),
}
"""Elements outside the subset, by local name."""

PRINTS_NOTHING = frozenset({
    "proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "lastRenderedPageBreak", "softHyphen",
    "commentRangeStart", "commentRangeEnd", "annotationRef", "footnoteRef", "moveFromRangeStart",
    "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
    "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "rPr", "pPr", "sectPr", "sdtPr", "sdtEndPr", "tblPr",
    "tblGrid", "trPr", "tcPr", "tblPrEx", "smartTagPr", "customXmlPr",
})  # fmt: skip
"""Elements that print nothing by themselves; what they ask for is read where it matters."""


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for XML comments and instructions."""
    tag: object = element.tag  # a function for comments and instructions, whatever the stubs say
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def outside(element: etree._Element) -> tuple[str, str]:
    """Return what to say about an element the subset does not know: message and hint."""
    name = local(element)
    if name in ("drawing", "pict", "AlternateContent"):
        if next(element.iter(W + "txbxContent"), None) is not None:
            return _TEXT_BOX
        inside = {local(each) for each in element.iter()}
        return _PICTURE if inside & {"blip", "imagedata"} else _SHAPE
    return OUTSIDE.get(name, (f"has something that is not printed here ({name})", REMOVE))


class Faults:
    """Collects the problems of one file, each once, in the order met; ``where`` names the place being read."""

    def __init__(self, name: str) -> None:
        """Take the file's name for the messages."""
        self._place = Place(name)
        self._found: dict[Problem, None] = {}
        self.where = "the document"

    def add(self, message: str, hint: str = "") -> None:
        """Note a problem at the place being read: ``paragraph 7`` + ``has a comment``."""
        self._found[Problem(self._place, f"{self.where} {message}", hint)] = None

    def add_outside(self, element: etree._Element) -> None:
        """Note that an element is outside the subset."""
        self.add(*outside(element))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything noted so far."""
        return tuple(self._found)
