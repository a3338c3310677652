"""Read a Word piece, edited or not, into blocks: the closed house subset of docs/word-subset.md.

A law of the program: the accepted text of the .docx is the text of the PDF, in order. So whatever lies outside the
subset is a problem that names the paragraph by its number; nothing is dropped, and nothing hidden is printed.
"""

from dataclasses import replace

from lxml import etree

from legalassist.documents.docx_file import DocxFile, OutsideSubsetError, open_docx
from legalassist.documents.subset.blocks import Block, Note, Paragraph, WordText
from legalassist.documents.subset.faults import PRINTS_NOTHING, TRACKED, Faults, local
from legalassist.documents.subset.looks import Looks
from legalassist.documents.subset.numbers import Numbering
from legalassist.documents.subset.package import check_package, check_section, note_elements
from legalassist.documents.subset.paragraphs import Paragraphs, Tools
from legalassist.documents.subset.runs import Found, Runs, Settled, says
from legalassist.documents.subset.styles import Styles, W, child, val
from legalassist.documents.subset.tables import flattened, read_table

_SAME_PAGE = ("continuous",)


def read(data: bytes, *, name: str, accept_changes: bool = False, drop_comments: bool = False) -> WordText:
    """Read the bytes of a .docx of the house subset.

    ``name`` is what problems call the file; ``accept_changes`` takes tracked changes as accepted, ``drop_comments``
    leaves comments out. Raises OutsideSubsetError with everything outside the subset, and DocumentError where the bytes
    are no .docx that can be opened.
    """
    file = open_docx(data, name=name)
    return _Reader(file, Settled(accept_changes, drop_comments)).read()


class _Reader:
    """Reads one file once: it counts paragraphs, lists and footnotes as they come."""

    def __init__(self, file: DocxFile, settled: Settled) -> None:
        self._file = file
        self._settled = settled
        self._faults = Faults(file.name)
        styles = Styles(file.xml(file.related("styles")))
        looks = Looks(styles, self._faults)
        self._tools = Tools(styles, Numbering(file.xml(file.related("numbering"))), looks, self._faults, settled)
        self._called: dict[str, int] = {}
        self._place = 0
        self._new_page = False
        self._body = Paragraphs(self._tools, self._runs(file.main))

    def read(self) -> WordText:
        root = self._file.xml(self._file.main)
        body = child(root, "body")
        check_package(self._file, self._faults, drop_comments=self._settled.drop_comments)
        blocks = () if body is None else self._blocks(body)
        self._body.close(0 if root is None else self._saying(root))
        notes = self._notes()
        if self._faults.problems:
            message = f"{self._file.name} may not be bound as it is"
            hint = "settle them in Word and save, or bind the PDF that Word exports"
            raise OutsideSubsetError(message, hint, self._faults.problems)
        return WordText(blocks, notes, self._file.name)

    def _runs(self, part: str) -> Runs:
        links = self._file.relationships(part)
        return Runs(self._tools.looks, self._faults, links, self._settled, self._call_note)

    def _saying(self, story: etree._Element) -> int:
        """Return how many texts and footnote calls a story has to say, without rows whose deletion is accepted."""
        deleted = story.iterfind(f".//{W}tr/{W}trPr/{W}del/../..") if self._settled.accept_changes else ()
        return says(story) - sum(map(says, deleted))

    def _call_note(self, ident: str) -> int:
        if ident in self._called:
            self._faults.add("calls a footnote that is called elsewhere too", "insert a footnote of its own")
        return self._called.setdefault(ident, len(self._called) + 1)

    def _blocks(self, body: etree._Element) -> tuple[Block, ...]:
        blocks: list[Block] = []
        waiting: list[Found] = []
        sections = iter(body.iter(W + "sectPr"))
        next(sections, None)
        for each, tag in flattened(body, self._faults):
            if each.tag == W + "p":
                paragraph = self._paragraph(each, tag, waiting)
                blocks += [] if paragraph is None else [paragraph]
                section = child(child(each, "pPr"), "sectPr")
                if section is not None:
                    self._section(section, next(sections, None))
            elif each.tag == W + "tbl":
                self._faults.where = f"paragraph {self._place + 1}"
                self._tools.looks.check_table(val(child(child(each, "tblPr"), "tblStyle")))
                blocks.append(read_table(each, tag, self._cell, self._faults, self._settled))
            elif each.tag == W + "sectPr":
                self._section(each, None)
            else:
                self._faults.where = f"paragraph {self._place + 1}"
                self._faults.add_outside(each)
        return tuple(blocks)

    def _paragraph(self, element: etree._Element, tag: str, waiting: list[Found]) -> Paragraph | None:
        """Read the next paragraph; None where an accepted deletion joins it to the one after it."""
        self._place += 1
        self._faults.where = f"paragraph {self._place}"
        opened = self._body.open(element, tag)
        if opened.joins and _before_a_paragraph(element):
            waiting += opened.found
            return None
        paragraph = self._body.finish(opened, waiting, self._place, in_note=False)
        waiting.clear()
        if self._new_page:
            paragraph, self._new_page = replace(paragraph, page_break_before=True), False
        return paragraph

    def _cell(self, cell: etree._Element, tag: str) -> tuple[Paragraph, ...]:
        paragraphs: list[Paragraph] = []
        waiting: list[Found] = []
        for each, inner in flattened(cell, self._faults, tag):
            if each.tag == W + "p":
                paragraph = self._paragraph(each, inner, waiting)
                paragraphs += [] if paragraph is None else [paragraph]
            elif each.tag == W + "tbl":
                self._faults.add("is in a table inside a table", "make it one table")
            else:
                self._faults.add_outside(each)
        return tuple(paragraphs)

    def _section(self, section: etree._Element, following: etree._Element | None) -> None:
        """Look at a section's properties; the section that follows says whether it begins a page."""
        check_section(section, self._file, self._faults)
        if child(section, "sectPrChange") is not None and not self._settled.accept_changes:
            self._faults.add(*TRACKED)
        if following is not None:
            self._new_page = val(child(following, "type")) not in _SAME_PAGE

    def _notes(self) -> tuple[Note, ...]:
        part = self._file.related("footnotes")
        elements = note_elements(self._file.xml(part))
        notes = []
        for ident, number in self._called.items():
            self._faults.where = f"footnote {number}"
            element = elements.get(ident)
            if element is None:
                self._faults.add("is called but not in the file", "delete the call and insert the footnote again")
            else:
                notes.append(Note(number, self._note(element, part)))
        return tuple(notes)

    def _note(self, element: etree._Element, part: str) -> tuple[Paragraph, ...]:
        paragraphs = Paragraphs(self._tools, self._runs(part))
        found: list[Paragraph] = []
        for place, (each, tag) in enumerate(flattened(element, self._faults), 1):
            if each.tag == W + "p":
                found.append(paragraphs.finish(paragraphs.open(each, tag), (), place, in_note=True))
            else:
                self._faults.add_outside(each)
        paragraphs.close(self._saying(element))
        return tuple(found)


def _before_a_paragraph(element: etree._Element) -> bool:
    """Say whether the next thing that prints beside an element is a paragraph."""
    beside = (each for each in element.itersiblings() if local(each) not in ("", *PRINTS_NOTHING))
    following = next(beside, None)
    return following is not None and following.tag == W + "p"
