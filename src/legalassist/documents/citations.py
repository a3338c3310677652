"""Citations of exhibits in a Word file: ``[Ex. KEY at PAGE]`` becomes a content control that can be refreshed.

In Word a citation shows what is true now ("Ex. C at 2") inside a content control tagged ``cite:KEY:PAGE``, which an
attorney's edit keeps. Whenever the file is bound, each control is filled anew, and what was typed in brackets becomes
a control. Nothing else of the file is touched.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from io import BytesIO

from lxml import etree

from legalassist.documents.counted import names_in_body, note_numbers
from legalassist.documents.docx_file import DocxFile, OutsideSubsetError, open_docx
from legalassist.documents.subset.blocks import Block, Note, Paragraph, Piece, Run, Table, WordText
from legalassist.documents.subset.styles import W, child, val
from legalassist.errors import Place, Problem

KEY = r"[a-z0-9]+(?:-[a-z0-9]+)*"
BRACKETS = re.compile(rf"\[Ex\. (?P<key>{KEY}) at (?P<page>[0-9]{{1,4}})\]", re.ASCII)
"""A citation as a person or a template types it."""

PRINTED = re.compile(r"\bEx\. (?P<letter>[A-Z]{1,2}(?:-[0-9]{1,3})?) at (?P<page>[0-9]{1,4})\b", re.ASCII)
"""A citation as it is printed."""

_OPEN = "[\\[\uff3b【]"
_ALMOST = re.compile(
    rf"{_OPEN}\s*exh?(?:ibit)?s?[.\s]\s*(?:[^\]\uff3d】]*\d|{KEY}-)|[(\uff08]\s*ex\.\s+(?-i:{KEY})\s+at\s+\d"
    rf"|{_OPEN}\s*(?-i:{KEY})\s+at\s+\d",
    re.ASCII | re.IGNORECASE,
)
"""What somebody meant as a citation, in whatever brackets: what `BRACKETS` does not take of these is none."""

_MARKS = re.compile(rf"Ex|{_OPEN}|[(\uff08]\s*ex\.", re.IGNORECASE)
"""Without one of these a text cites nothing."""

_SPELLED = re.compile(
    r"\bExh?(?:ibit)?s?\.?\s+(?P<letter>[A-Z]{1,2}(?:-[0-9]{1,3})?)\b(?:,?\s+(?:at|pages?|pp?\.)\s*(?P<page>[0-9]{1,5}))?",
    re.ASCII,
)
"""An exhibit named in the other ways people write it: Exhibit C, page 7; Exh. B-1."""

_TAG = re.compile(rf"cite:(?P<key>{KEY}):(?P<page>[0-9]{{1,4}})", re.ASCII)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DATE = (1980, 1, 1, 0, 0, 0)


def in_brackets(key: str, page: int) -> str:
    """Return a citation as it is typed: what ``cite(...)`` writes in a template."""
    return f"[Ex. {key} at {page}]"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a citation says now; or, where it says nothing, why not and what to do."""

    text: str = ""
    wrong: str = ""
    hint: str = ""


Resolve = Callable[[str, int], Resolved]
"""Says what a key and a page of it are now."""

Fits = Callable[[str, int], bool]
"""Says whether a letter has such a page; of page 0 whether there is such a letter."""


def wrong_mentions(text: str, fits: Fits) -> Iterator[str]:
    """Yield each exhibit that a text names as plain text, and that is not there, as it is named."""
    for found in _SPELLED.finditer(text):
        if not fits(found["letter"], int(found["page"] or 0)):
            yield found[0]


def refreshed(docx: bytes, resolve: Resolve, fits: Fits, *, name: str) -> bytes:
    """Return a Word file with every citation true now; the same bytes where there is none.

    Raises OutsideSubsetError naming the paragraphs of citations that fit nothing, DocumentError for no Word file.
    """
    file = open_docx(docx, name=name)
    changed: dict[str, bytes] = {}
    problems: list[Problem] = []
    for part in (file.main, file.related("footnotes")):
        root = file.xml(part)
        if root is None:
            continue
        work = _Part(root, resolve, fits)
        work.all()
        if work.wrong:
            names = _names(root, file, docx, in_body=part == file.main)
            problems += [Problem(Place(name), f"{names[at]} {what}", hint) for at, what, hint in work.wrong]
        if work.touched:
            changed[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if problems:
        raise OutsideSubsetError(f"{name} cites what is not there", problems=tuple(dict.fromkeys(problems)))
    return _with_parts(docx, changed) if changed else docx


def _names(root: etree._Element, file: DocxFile, docx: bytes, *, in_body: bool) -> Mapping[int, str]:
    """Return what a person calls each paragraph of a part, by its place in it."""
    every = list(root.iter(f"{W}p"))
    if in_body:
        names = names_in_body(file, docx)
        return {at: names[at] if at < len(names) else "a paragraph" for at in range(len(every))}
    numbers = note_numbers(file)
    notes = (next((val(up, "id") for up in each.iterancestors(f"{W}footnote")), "") for each in every)
    return {at: numbers.get(note, "a footnote") for at, note in enumerate(notes)}


class _Part:
    """One part of a Word file whose citations are made true."""

    def __init__(self, root: etree._Element, resolve: Resolve, fits: Fits) -> None:
        self._root, self._resolve, self._fits = root, resolve, fits
        self._at = 0
        self.wrong: list[tuple[int, str, str]] = []
        self.touched = False

    def all(self) -> None:
        """Go through the part, paragraph by paragraph."""
        for at, paragraph in enumerate(list(self._root.iter(f"{W}p"))):
            self._at = at
            if any(_MARKS.search(text.text or "") for text in paragraph.iter(f"{W}t")):
                self._paragraph(paragraph)

    def _paragraph(self, paragraph: etree._Element) -> None:
        controls = [one for one in paragraph.iter(f"{W}sdt") if _tag_of(one)]
        for control in controls:
            self._control(control)
        free = [
            text for text in paragraph.iter(f"{W}t") if not any(_tag_of(up) for up in text.iterancestors(f"{W}sdt"))
        ]
        joined = "".join(text.text or "" for text in free)
        whole = sum(len(BRACKETS.findall(text.text or "")) for text in free)
        if len(BRACKETS.findall(joined)) > whole:
            self._add("has a citation in pieces of different looks", "type the whole citation again, in one look")
        if _ALMOST.search(BRACKETS.sub("", joined)):
            what = "has a citation in brackets that cannot be read: it would be printed as it is typed"
            self._add(what, "write it as in [Ex. police-report at 2]: small letters, one page, nothing else")
        for named in wrong_mentions(joined, self._fits):
            what = f"cites {named}, typed as plain text, which is not in this packet"
            self._add(what, "write it with the exhibit's key, such as [Ex. police-report at 2]")
        for text in free:
            if BRACKETS.search(text.text or ""):
                self._typed(text)

    def _control(self, control: etree._Element) -> None:
        """Fill a control anew: its first text says it all, in its own look."""
        found = _tag_of(control)
        texts = list(control.iter(f"{W}t"))
        if found is None or not texts:
            return
        now = self._now(found["key"], int(found["page"]))
        if "".join(text.text or "" for text in texts) != now:
            self.touched = True
            texts[0].text = now
            texts[0].set(_SPACE, "preserve")
            for text in texts[1:]:
                text.text = ""

    def _typed(self, text: etree._Element) -> None:
        """Make controls of the citations in one text: its run is split around each."""
        run = text.getparent()
        if run is None or run.tag != f"{W}r":
            return
        said, at = text.text or "", 0
        parts: list[etree._Element] = []
        for found in BRACKETS.finditer(said):
            parts.append(_run_like(run, text, said[at : found.start()]))
            now = self._now(found["key"], int(found["page"]))
            parts.append(_control_of(_run_like(run, text, now), found["key"], found["page"]))
            at = found.end()
        parts.append(_run_like(run, text, said[at:]))
        after = _split(run, text)
        for part in reversed([*parts, *after]):
            run.addnext(part)
        parent = run.getparent()
        if parent is not None and not any(one.tag != f"{W}rPr" for one in run):
            parent.remove(run)
        self.touched = True

    def _now(self, key: str, page: int) -> str:
        resolved = self._resolve(key, page)
        if resolved.wrong:
            self._add(resolved.wrong, resolved.hint)
        return resolved.text

    def _add(self, what: str, hint: str) -> None:
        self.wrong.append((self._at, what, hint))


def _tag_of(control: etree._Element) -> re.Match[str] | None:
    return _TAG.fullmatch(val(child(child(control, "sdtPr"), "tag")) or "")


def _run_like(run: etree._Element, text: etree._Element, said: str) -> etree._Element:
    """Return a run of the same look with one text."""
    made = etree.Element(f"{W}r")
    look = child(run, "rPr")
    if look is not None:
        made.append(deepcopy(look))
    saying = etree.SubElement(made, text.tag)
    saying.text = said
    saying.set(_SPACE, "preserve")
    return made


def _split(run: etree._Element, text: etree._Element) -> list[etree._Element]:
    """Take a text and what follows it out of its run; return what followed, as a run of the same look."""
    following = list(text.itersiblings())
    run.remove(text)
    if not following:
        return []
    made = etree.Element(f"{W}r")
    look = child(run, "rPr")
    if look is not None:
        made.append(deepcopy(look))
    made.extend(following)
    return [made]


def _control_of(run: etree._Element, key: str, page: str) -> etree._Element:
    """Return a run inside the content control of its citation."""
    control = etree.Element(f"{W}sdt")
    properties = etree.SubElement(control, f"{W}sdtPr")
    etree.SubElement(properties, f"{W}tag").set(f"{W}val", f"cite:{key}:{int(page)}")
    etree.SubElement(control, f"{W}sdtContent").append(run)
    return control


def _with_parts(docx: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the package with some parts written anew, its members in their order, dates fixed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as source, zipfile.ZipFile(out, "w") as made:
        for info in source.infolist():
            content = changed.get(info.filename, source.read(info))
            made.writestr(zipfile.ZipInfo(info.filename, _DATE), content, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


# ---- as it was read ----


def citations_in(word: WordText) -> Iterator[tuple[str, int]]:
    """Yield key and page of every citation of a Word piece, in reading order."""
    for run in _runs(word):
        found = _TAG.fullmatch(run.tag)
        if found:
            yield found["key"], int(found["page"])


def linked(word: WordText, links: Callable[[str, int], str]) -> WordText:
    """Return the text with each citation as a link to the page it cites, where `links` knows one."""

    def run(piece: Piece) -> Piece:
        found = _TAG.fullmatch(piece.tag) if isinstance(piece, Run) else None
        if found is None or not isinstance(piece, Run):
            return piece
        return replace(piece, link=links(found["key"], int(found["page"])))

    def paragraph(one: Paragraph) -> Paragraph:
        return replace(one, pieces=tuple(map(run, one.pieces)))

    def block(one: Block) -> Block:
        if isinstance(one, Paragraph):
            return paragraph(one)
        rows = (
            replace(row, cells=tuple(replace(c, paragraphs=tuple(map(paragraph, c.paragraphs))) for c in row.cells))
            for row in one.rows
        )
        return replace(one, rows=tuple(rows))

    notes = tuple(Note(note.number, tuple(map(paragraph, note.paragraphs))) for note in word.notes)
    return replace(word, blocks=tuple(map(block, word.blocks)), notes=notes)


def _runs(word: WordText) -> Iterator[Run]:
    paragraphs: list[Paragraph] = [one for note in word.notes for one in note.paragraphs]
    for block in word.blocks:
        if isinstance(block, Table):
            paragraphs += [one for row in block.rows for cell in row.cells for one in cell.paragraphs]
        else:
            paragraphs.append(block)
    yield from (piece for one in paragraphs for piece in one.pieces if isinstance(piece, Run))
