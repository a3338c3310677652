"""A stranger's Word file -> the same words, lists, tables and pictures as a .docx of the house subset."""

import zipfile
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from legalassist.documents.docx_file import DocxFile
from legalassist.documents.subset.styles import Styles, W, child, val
from legalassist.exhibits.cleaned import ExhibitRefused, Noticed
from legalassist.exhibits.word.fields import EMPTY, TICKED, print_results
from legalassist.exhibits.word.lists import house_lists, unlist
from legalassist.exhibits.word.looks import plain_looks, visible_letters
from legalassist.exhibits.word.margins import margins_of
from legalassist.exhibits.word.names import OFFICE, drop_each, made, put_in_place, text_element, words_in
from legalassist.exhibits.word.pictures import MARKS, Drawn, Pictures
from legalassist.exhibits.word.styles import house_styles
from legalassist.exhibits.word.tables import house_tables

LAYOUT = (
    "the Word file's own layout (fonts, sizes, colours, places): where the look matters, export it from Word as PDF and"
    " add that"
)
ENDNOTES = "endnote (printed as a footnote, numbered with them)"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SIGNS = {
    "wingdings": {"F0FC": "\u2713", "F0A8": EMPTY, "F06F": EMPTY, "F0FE": TICKED, "F078": TICKED, "F0A7": "\u25aa",
                  "F0E0": "\u2192", "F0DF": "\u2190"},
    "symbol": {"F0B7": "\u2022"},
}  # fmt: skip
"""What the commonest signs of two fonts are in ordinary letters; any other is refused.

The same code is another sign in another font: a ticked box of Wingdings is the Greek xi of Symbol.
"""
_BOXES = str.maketrans({"\u2610": EMPTY, "\u2611": TICKED, "\u2612": TICKED, "\u2714": "\u2713"})
BOXES = "tick box (printed as [ ] or [x])"
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True, slots=True)
class InHouse:
    """A file in the house subset, and the pictures whose marks stand in its text."""

    docx: bytes
    pictures: tuple[Drawn, ...]


def in_house(file: DocxFile, content: bytes, noticed: list[Noticed]) -> InHouse:
    """Return an opened file in the house subset, as far as it can be put into it; the rest stays as it was.

    `content` are the bytes of the file. Adds to `noticed` what looks or stands otherwise than in Word. Raises
    ExhibitRefused for pictures that cannot be printed, DocumentError for broken parts.
    """
    return _Moving(file, content, noticed).move()


class _Moving:
    def __init__(self, file: DocxFile, content: bytes, noticed: list[Noticed]) -> None:
        self._file, self._noticed = file, noticed
        self._pictures = Pictures(content, noticed)
        numbering = file.xml(file.related("numbering"))
        self._lists = house_lists(numbering)
        self._numbering = made("numbering") if numbering is None else numbering
        styles = file.xml(file.related("styles"))
        self._styles = made("styles") if styles is None else styles
        plain_looks(self._styles, [])
        plain_looks(self._numbering, [])
        unlist(self._styles, self._lists)

    def move(self) -> InHouse:
        root = self._file.xml(self._file.main)
        body = child(root, "body")
        if root is None or body is None:
            raise ExhibitRefused("the Word file has no text", "look whether it is the right file")
        margins = margins_of(self._file, root, self._noticed)
        stories = [(one, one.attrib.pop("part")) for each in margins.values() for one in each]
        self._stories([(root, self._file.main), *((one, str(part)) for one, part in stories)])
        self._add(body, margins)
        notes = self._notes(root)
        styles = house_styles(self._styles, self._lists)
        self._noticed.append(Noticed(LAYOUT))
        parts = {"document": root, "styles": styles, "numbering": self._numbering, "footnotes": notes}
        return InHouse(_package(parts), tuple(self._pictures.drawn))

    def _stories(self, stories: list[tuple[etree._Element, str]]) -> None:
        """Put each story, which has its own relationships, into the house's ways."""
        styles = Styles(self._styles)
        for story, part in stories:
            if any(ord(sign) in MARKS for sign in words_in(story)):
                raise ExhibitRefused("the Word file has characters that no font has", "print it to PDF and add that")
            self._pictures.take(story, self._file.relationships(part))
            print_results(story, self._noticed)
            _plain_inside(story)
            self._boxes(story)
            _known_styles(story, styles)
            unlist(story, self._lists)
            visible_letters(story, styles)
            plain_looks(story, self._noticed)
            house_tables(story)
            for section in list(story.iter(W + "sectPr")):
                _bare(section)

    def _boxes(self, story: etree._Element) -> None:
        """Write tick boxes in signs that our fonts have."""
        for text in story.iter(W + "t"):
            written = (text.text or "").translate(_BOXES)
            if written != (text.text or ""):
                text.text = written
                self._noticed.append(Noticed(BOXES))

    def _add(self, body: etree._Element, margins: dict[str, list[etree._Element]]) -> None:
        """Put headers before the text and footers behind it, with an empty line between."""
        top = [each for story in margins["header"] for each in story]
        for at, each in enumerate([*top, made("p")] if top else []):
            body.insert(at, each)
        foot = [each for story in margins["footer"] for each in story]
        last = body[-1] if len(body) and body[-1].tag == W + "sectPr" else None
        for each in [made("p"), *foot] if foot else []:
            if last is None:
                body.append(each)
            else:
                last.addprevious(each)

    def _notes(self, root: etree._Element) -> etree._Element:
        """Return the footnotes, endnotes among them."""
        part = self._file.related("footnotes")
        notes = self._file.xml(part)
        notes = made("footnotes") if notes is None else notes
        self._stories([(notes, part)] if part else [])
        ends = self._file.xml(self._file.related("endnotes"))
        if ends is not None:
            self._stories([(ends, self._file.related("endnotes"))])
            for note in [one for one in ends.iter(W + "endnote") if val(one, "type") not in _SEPARATORS]:
                note.tag = W + "footnote"
                note.set(W + "id", f"end{val(note, 'id')}")
                notes.append(note)
        for call in list(root.iter(W + "endnoteReference")):
            call.tag = W + "footnoteReference"
            call.set(W + "id", f"end{val(call, 'id')}")
            self._noticed.append(Noticed(ENDNOTES))
        return notes


def _plain_inside(story: etree._Element) -> None:
    """Make ordinary text of links, controls, known signs, and tabs and breaks of other kinds."""
    for link in list(story.iter(W + "hyperlink")):
        put_in_place(link, list(link))
    for properties in list(story.iter(W + "sdtPr")):
        drop_each(properties)
    for tab in list(story.iter(W + "ptab")):
        put_in_place(tab, [made("tab")])
    drop_each(story.iter(W + "endnoteRef"))
    for stop in story.iter(W + "br"):
        if val(stop, "type") == "column":
            stop.set(W + "type", "page")
    for sign in list(story.iter(W + "sym")):
        known = _SIGNS.get(val(sign, "font").lower(), {}).get(val(sign, "char").upper())
        if known:
            put_in_place(sign, [text_element(known)])


def _known_styles(story: etree._Element, styles: Styles) -> None:
    """Take names of styles away that the file does not define: Word prints body text there."""
    for name in ("pStyle", "rStyle"):
        drop_each(each for each in story.iter(W + name) if styles.get(val(each)) is None)


def _bare(section: etree._Element) -> None:
    """Leave of a section only whether it begins a page."""
    drop_each(each for each in section if each.tag != W + "type")


def _package(parts: dict[str, etree._Element]) -> bytes:
    """Return a .docx of these parts and nothing else."""
    kinds = {name: "document.main" if name == "document" else name for name in parts}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    related = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for name in parts
        if name != "document"
    )
    main = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    written = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'.encode(),
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">{main}</Relationships>'.encode(),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{related}</Relationships>'.encode(),
        **{f"word/{name}.xml": etree.tostring(root, encoding="UTF-8") for name, root in parts.items()},
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in written.items():
            archive.writestr(name, data)
    return out.getvalue()
