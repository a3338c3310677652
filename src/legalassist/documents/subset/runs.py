"""Read what stands inside one paragraph: runs, links, fields, content controls, footnote calls, page breaks."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from legalassist.documents.docx_file import Relationship
from legalassist.documents.subset.blocks import NoteMark, PageBreak, Piece, Run
from legalassist.documents.subset.faults import COMMENT, PRINTS_NOTHING, TRACKED, Faults, local
from legalassist.documents.subset.fields import Fields, check_kind, checked_link
from legalassist.documents.subset.looks import Looks
from legalassist.documents.subset.styles import W, child, is_on, val

_INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069\ufff9-\ufffd\ufeff\ue000-\uf8ff]")
"""Marks that turn the direction of text, stand for lost characters or hide notes, and private characters."""


SAYING = (W + "t", W + "footnoteReference")
"""The elements that say something on paper; each must be met exactly once while a file is read."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What the person who binds has decided: take tracked changes as accepted, leave comments out."""

    accept_changes: bool = False
    drop_comments: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What a run stands in: the paragraph's style, and the link and content control around it."""

    style: str = ""
    link: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of a paragraph, and the East Asian language its run names."""

    piece: Piece
    east_asian: str = ""


class Runs:
    """Reads the runs of one story (the body, or one footnote); fields may stay open between its paragraphs.

    ``met`` counts the texts and footnote calls met so far, so that one in an odd place cannot be passed over.
    """

    def __init__(
        self,
        looks: Looks,
        faults: Faults,
        links: Mapping[str, Relationship],
        settled: Settled,
        call_note: Callable[[str], int],
    ) -> None:
        """Take the looks, the collector of problems, the story's links, and what numbers a called footnote."""
        self._looks = looks
        self._faults = faults
        self._links = links
        self._settled = settled
        self._call_note = call_note
        self.fields = Fields(faults)
        self.met = 0
        self._in_run: Mapping[str, Callable[[etree._Element], str]] = {
            "t": _text,
            "tab": lambda _: "\t",
            "cr": lambda _: "\n",
            "noBreakHyphen": lambda _: "\u2011",
        }
        self._in_paragraph: Mapping[str, Callable[[etree._Element, Around], list[Found]]] = {
            "r": self._run,
            "hyperlink": self._hyperlink,
            "fldSimple": self._simple_field,
            "sdt": self._control,
            "smartTag": self.read,
            "customXml": self.read,
            "ins": self._inserted,
            "moveTo": self._inserted,
            "del": self._deleted,
            "moveFrom": self._deleted,
        }

    def read(self, element: etree._Element, around: Around) -> list[Found]:
        """Return what a paragraph, or an element inside one, prints."""
        found: list[Found] = []
        for each in element:
            name = local(each)
            reader = self._in_paragraph.get(name) if each.tag == W + name else None
            if reader is not None:
                found += reader(each, around)
            elif name and name not in PRINTS_NOTHING:
                self._faults.add_outside(each)
        return found

    def _run(self, run: etree._Element, around: Around) -> list[Found]:
        properties = child(run, "rPr")
        self._check_tracked(properties)
        found: list[Found] = []
        for each in run:
            self.met += each.tag in SAYING
            piece = self._piece(each, around)
            if piece is not None:
                found.append(self._looked(piece, properties, around))
        if any(isinstance(each.piece, NoteMark) or (isinstance(each.piece, Run) and each.piece.text) for each in found):
            self._looks.check(properties, around.style)
        return found

    def _looked(self, piece: Piece, properties: etree._Element | None, around: Around) -> Found:
        if not isinstance(piece, Run):
            return Found(piece)
        look = self._looks.look(properties)
        east_asian = self._looks.east_asian(properties, around.style) if not piece.text.isascii() else ""
        return Found(replace(piece, look=look), east_asian)

    def _piece(self, element: etree._Element, around: Around) -> Piece | None:
        """Return what one child of a run prints, or None."""
        name = local(element)
        if name in ("fldChar", "instrText", "delInstrText"):
            self._field_part(element, name)
        elif not self.fields.printing:
            return None
        elif name in self._in_run:
            text = self._clean(element, self._in_run[name](element))
            return Run(text, link=self.fields.link or around.link, tag=around.tag)
        elif name == "br":
            return self._break(element)
        elif name == "footnoteReference":
            return self._note(element)
        elif name == "commentReference":
            self._comment()
        elif name and name not in PRINTS_NOTHING:
            self._faults.add_outside(element)
        return None

    def _field_part(self, element: etree._Element, name: str) -> None:
        if name == "fldChar":
            self.fields.mark(val(element, "fldCharType"))
        else:
            self.fields.instruct(element.text or "")

    def _clean(self, element: etree._Element, text: str) -> str:
        if len(element):  # no text holds an element: one that does is not Word's
            self._faults.add_outside(element[0])
        if _INVISIBLE.search(text):
            self._faults.add(
                "has characters that do not print, or print differently everywhere", "delete them and type the text"
            )
        return text

    def _break(self, element: etree._Element) -> Piece:
        kind = val(element, "type")
        if kind == "page":
            return PageBreak()
        if kind == "column":
            self._faults.add("has a column break", "use a page break (Ctrl+Enter)")
        return Run("\n")

    def _note(self, element: etree._Element) -> Piece | None:
        if is_on(element) and val(element, "customMarkFollows") in ("1", "true", "on"):
            self._faults.add("has a footnote with a mark of its own", "use an ordinary, numbered footnote")
            return None
        return NoteMark(self._call_note(val(element, "id")))

    def _comment(self) -> None:
        if not self._settled.drop_comments:
            self._faults.add(*COMMENT)

    def _check_tracked(self, properties: etree._Element | None) -> None:
        if child(properties, "rPrChange") is not None and not self._settled.accept_changes:
            self._faults.add(*TRACKED)

    def _inserted(self, element: etree._Element, around: Around) -> list[Found]:
        if not self._settled.accept_changes:
            self._faults.add(*TRACKED)
        return self.read(element, around)

    def _deleted(self, element: etree._Element, _around: Around) -> list[Found]:
        """Leave deleted text out. Where changes are not accepted the problem already stops the file."""
        if not self._settled.accept_changes:
            self._faults.add(*TRACKED)
        self.met += says(element)
        if next(element.iter(W + "fldChar"), None) is not None:
            self._faults.add("has a field in a tracked deletion", "accept or reject it in Word")
        return []

    def _hyperlink(self, element: etree._Element, around: Around) -> list[Found]:
        ident = next((value for key, value in element.attrib.items() if str(key).endswith("}id")), "")
        link = around.link
        if ident:
            related = self._links.get(str(ident))
            link = checked_link(related.target if related else "", self._faults)
        return self.read(element, replace(around, link=link))

    def _simple_field(self, element: etree._Element, around: Around) -> list[Found]:
        if self.fields.printing:
            check_kind(val(element, "instr"), self._faults)
        return self.read(element, around)

    def _control(self, element: etree._Element, around: Around) -> list[Found]:
        content, tag = control(element, self._faults)
        return [] if content is None else self.read(content, replace(around, tag=tag or around.tag))


def says(element: etree._Element) -> int:
    """Return how many texts and footnote calls stand anywhere in an element."""
    return sum(1 for _ in element.iter(*SAYING))


def control(element: etree._Element, faults: Faults) -> tuple[etree._Element | None, str]:
    """Return the content of a content control and its tag; note a problem where nobody has filled it."""
    properties = child(element, "sdtPr")
    if is_on(child(properties, "showingPlcHdr")):
        faults.add("has a content control that nobody has filled", "fill it, or delete it")
    return child(element, "sdtContent"), val(child(properties, "tag"))


def _text(element: etree._Element) -> str:
    """Return the text of a ``w:t``: spaces at its ends count only where the file says so, as in Word."""
    text = "".join(map(str, element.itertext())).replace("\r", " ").replace("\n", " ")
    keeps = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    return text if keeps else text.strip(" \t")
