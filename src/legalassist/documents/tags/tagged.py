"""Read a PDF through its tags, and say what a screen reader would miss.

`audit` is the check that validators do not make: that every piece of content has exactly one place in the structure
tree, on its own page, and that the way back (the parent tree), the links and the destinations agree. `tagged_text`
reads the text in the order of the tree.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pikepdf

from legalassist.documents.pdf_file import entry, kids, number_of, numbered, open_pdf, text_of, whole, whole_pdf
from legalassist.documents.tags.content import Artifact, PageContent, Run, read_page
from legalassist.documents.tags.fonts import Decoder
from legalassist.documents.tags.tree import Content, Element, Tree, Whole, page_numbers, read_tree

BLOCKS = frozenset({
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "P", "H", "H1", "H2",
    "H3", "H4", "H5", "H6", "L", "LI", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD",
})  # fmt: skip
_NEW_LINE = 0.7
"""A run that stands this many font sizes lower or higher begins a new line; a raised footnote mark does not."""


@dataclass(frozen=True, slots=True, order=True)
class TagProblem:
    """One thing the tags get wrong: the page (from 1; 0: the whole file), which rule, and what is wrong."""

    page: int
    rule: str
    message: str

    def __str__(self) -> str:
        """Return ``page 3: rule: message``."""
        where = f"page {self.page}" if self.page else "the file"
        return f"{where}: {self.rule}: {self.message}"


@dataclass(frozen=True, slots=True)
class TaggedPdf:
    """A PDF read through its tags: its tree (None: untagged), each page's content, and the runs of each content id."""

    tree: Tree | None
    pages: tuple[PageContent, ...]
    content: Mapping[tuple[int, int, int], tuple[Run, ...]]

    def text(self, element: Element | None = None) -> str:
        """Return the text below an element (or of the whole tree) in reading order, one line for each block."""
        if self.tree is None:
            return ""
        writer = _Writer()
        for each in self.tree.elements if element is None else (element,):
            writer.element(each, self.content)
        return writer.text()

    def artifacts(self, page: int) -> tuple[Artifact, ...]:
        """Return the artifacts of a page (from 0)."""
        return self.pages[page].artifacts


def read_tagged(pdf: bytes | pikepdf.Pdf, name: str = "the PDF") -> TaggedPdf:
    """Read a PDF through its tags; raises DocumentError (naming `name`) where it cannot be opened."""
    opened = pdf if isinstance(pdf, pikepdf.Pdf) else open_pdf(pdf, name)
    fonts: dict[int, Decoder] = {}
    with whole_pdf(name):
        pages = tuple(read_page(page, number, fonts) for number, page in enumerate(opened.pages))
        content = {(m.page, m.stream, m.mcid): m.runs for page in pages for m in page.marked}
        return TaggedPdf(read_tree(opened, page_numbers(opened)), pages, content)


def tagged_text(pdf: bytes | pikepdf.Pdf) -> str:
    """Return a PDF's text in the order of its tags: one line for each block, artifacts left out.

    A space that the line-breaking took away is put back between Latin words, never between Chinese characters.
    Raises DocumentError where the PDF cannot be opened. An untagged PDF has no such text: the empty string.
    """
    return read_tagged(pdf).text()


def audit(pdf: bytes | pikepdf.Pdf, name: str = "the PDF") -> list[TagProblem]:
    """Return everything that is wrong with a PDF's tags, in page order; an empty list is the proof of a good merge.

    Raises DocumentError (naming `name`) where the PDF cannot be opened.
    """
    opened = pdf if isinstance(pdf, pikepdf.Pdf) else open_pdf(pdf, name)
    return audit_read(opened, read_tagged(opened))


def audit_read(opened: pikepdf.Pdf, read: TaggedPdf) -> list[TagProblem]:
    """Do what `audit` does for a PDF that was opened and read before."""
    if read.tree is None:
        return [TagProblem(0, "tree", "there is no structure tree")]
    problems = [TagProblem(0, "tree", f"element {n} stands in the tree twice, or too deep") for n in read.tree.twice]
    if entry(entry(opened.Root, "/MarkInfo"), "/Marked") is not True:
        problems.append(TagProblem(0, "tree", "the file does not say that it is tagged"))
    links = _Annotations(opened)
    problems += _leaves(read, read.tree)
    problems += _parent_tree(opened, read, read.tree)
    problems += _objects(read.tree, links)
    problems += links.landing()
    problems += [
        TagProblem(n, "outside", f"{page.outside} marks on paper are neither tagged nor an artifact")
        for n, page in enumerate(read.pages, 1)
        if page.outside
    ]
    return sorted(problems)


def _leaves(read: TaggedPdf, tree: Tree) -> Iterator[TagProblem]:
    """Check that each content id has exactly one leaf on its own page, and each leaf its content."""
    shown = Counter((m.page, m.stream, m.mcid) for page in read.pages for m in page.marked)
    leaves = Counter((leaf.page, leaf.stream, leaf.mcid) for leaf in tree.leaves() if isinstance(leaf, Content))
    for place in shown:
        page, _, mcid = place
        if shown[place] > 1:
            yield TagProblem(page + 1, "id", f"content {mcid} stands on the page {shown[place]} times")
        if place not in leaves:
            yield TagProblem(page + 1, "leaf", f"content {mcid} has no leaf: a screen reader does not read it")
    for element in (below for top in tree.elements for below in top.elements()):
        if not element.under_right_parent:
            yield TagProblem(0, "parent", f"element {element.number} ({element.role}) names another parent")
    yield from _lost(leaves, shown)


def _lost(leaves: Counter[tuple[int | None, int, int]], shown: Counter[tuple[int, int, int]]) -> Iterator[TagProblem]:
    """Check that each leaf points at content that is there, once."""
    for (leaf_page, stream, mcid), times in leaves.items():
        if leaf_page is None:
            yield TagProblem(0, "leaf", f"the leaf of content {mcid} names no page of this file")
        elif (leaf_page, stream, mcid) not in shown:
            yield TagProblem(leaf_page + 1, "leaf", f"the leaf of content {mcid} points at content that is not there")
        elif times > 1:
            yield TagProblem(leaf_page + 1, "leaf", f"content {mcid} has {times} leaves")


def _parent_tree(pdf: pikepdf.Pdf, read: TaggedPdf, tree: Tree) -> Iterator[TagProblem]:
    """Check that the parent tree leads from each content id to the element that holds it, and nowhere else."""
    owners = {(leaf.page, leaf.stream, leaf.mcid): leaf.owner for leaf in tree.leaves() if isinstance(leaf, Content)}
    holders: dict[int, str] = {}
    for number, (page, content) in enumerate(zip(pdf.pages, read.pages, strict=True)):
        streams: dict[int, pikepdf.Object] = {0: page.obj}
        streams |= {each: pdf.get_object(each, 0) for each in content.streams}
        for stream, holder in streams.items():
            ids = {m.mcid for m in content.marked if m.stream == stream}
            key = whole(entry(holder, "/StructParents"))
            if key is None:
                if ids:
                    yield TagProblem(number + 1, "way back", "the page has content ids but no place in the parent tree")
                continue
            where = f"page {number + 1}" if stream == 0 else f"form XObject {stream}"
            if holders.setdefault(key, where) != where:
                yield TagProblem(
                    number + 1, "way back", f"shares its place {key} in the parent tree with {holders[key]}"
                )
            yield from _way_back(number, stream, ids, tree.parents.get(key), owners)


def _way_back(
    page: int, stream: int, ids: set[int], parents: object, owners: Mapping[tuple[int | None, int, int], int]
) -> Iterator[TagProblem]:
    """Check one entry of the parent tree against the leaves of its page."""
    if not isinstance(parents, tuple):
        if ids:
            yield TagProblem(page + 1, "way back", "the page's place in the parent tree is empty")
        return
    # An entry for content that is neither on the page nor in the tree is litter, not a fault: official forms have some.
    for mcid in sorted(ids):
        said = parents[mcid] if 0 <= mcid < len(parents) else 0
        owner = owners.get((page, stream, mcid), 0)
        if owner and said != owner:
            yield TagProblem(page + 1, "way back", f"the parent tree does not lead from content {mcid} to its leaf")


def _objects(tree: Tree, links: "_Annotations") -> Iterator[TagProblem]:
    """Check that each object reference points at an annotation that points back, and no annotation is left untagged."""
    referred: Counter[int] = Counter()
    for leaf in tree.leaves():
        if isinstance(leaf, Whole):
            referred[leaf.object] += 1
            yield from _reference(leaf, tree, links)
    for number, (page, annotation) in links.by_number.items():
        kind = text_of(entry(annotation, "/Subtype"))
        if kind not in {"/Popup", "/PrinterMark"} and not referred[number]:
            yield TagProblem(page + 1, "object", f"an annotation ({kind}) has no place in the tree")
        elif referred[number] > 1:
            yield TagProblem(page + 1, "object", f"an annotation ({kind}) stands in the tree {referred[number]} times")


def _reference(leaf: Whole, tree: Tree, links: "_Annotations") -> Iterator[TagProblem]:
    """Check one object reference, there and back."""
    page = (leaf.page or 0) + 1
    found = links.by_number.get(leaf.object)
    if found is None:
        yield TagProblem(page, "object", "an element refers to an annotation that is on no page")
        return
    if leaf.page != found[0]:
        yield TagProblem(page, "object", f"an element names the wrong page of its annotation ({found[0] + 1})")
    key = whole(entry(found[1], "/StructParent"))
    if key is None or tree.parents.get(key) != leaf.owner:
        yield TagProblem(found[0] + 1, "object", "the parent tree does not lead from an annotation to its element")


class _Annotations:
    """The annotations of a PDF by object number, and where its links lead."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pages = page_numbers(pdf)
        self.by_number: dict[int, tuple[int, pikepdf.Object]] = {}
        self.direct: list[int] = []
        for number, page in enumerate(pdf.pages):
            for annotation in kids(entry(page.obj, "/Annots")):
                if isinstance(annotation, pikepdf.Dictionary):
                    if number_of(annotation):
                        self.by_number[number_of(annotation)] = (number, annotation)
                    else:
                        self.direct.append(number)
        self.names = named_destinations(pdf)

    def landing(self) -> Iterator[TagProblem]:
        """Check that each link lands on a page of this file, or leads to the web."""
        for number in self.direct:
            yield TagProblem(number + 1, "object", "an annotation cannot be referred to: it is no object of its own")
        for page, annotation in self.by_number.values():
            if text_of(entry(annotation, "/Subtype")) != "/Link":
                continue
            action = entry(annotation, "/A")
            if text_of(entry(action, "/S")) == "/URI":
                continue
            aim = entry(annotation, "/Dest") or entry(action, "/D")
            if landing_page(aim, self.names, self.pages) is None:
                yield TagProblem(page + 1, "link", "a link leads nowhere")


def named_destinations(pdf: pikepdf.Pdf) -> dict[str, object]:
    """Return the named destinations of a PDF, from the name tree and from the older dictionary."""
    found: dict[str, object] = {}
    old = entry(pdf.Root, "/Dests")
    if isinstance(old, pikepdf.Dictionary):
        found |= {key[1:]: value for key, value in old.items()}
    for key, value in numbered(entry(entry(pdf.Root, "/Names"), "/Dests"), "/Names"):
        found[str(key)] = value
    return found


def landing_page(aim: object, names: Mapping[str, object], pages: Mapping[int, int]) -> int | None:
    """Return the page (from 0) that a destination, named or spelt out, leads to; None where it leads nowhere."""
    if isinstance(aim, pikepdf.Name):
        aim = names.get(str(aim)[1:])
    elif isinstance(aim, (pikepdf.String, str)):
        aim = names.get(str(aim))
    if isinstance(aim, pikepdf.Dictionary):
        aim = entry(aim, "/D")
    first = next(iter(kids(aim)), None)
    return pages.get(number_of(first)) if isinstance(first, pikepdf.Dictionary) else None


class _Writer:
    """Puts runs together to lines of text."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.last: tuple[int, Run] | None = None
        self.gap = False

    def element(self, element: Element, content: Mapping[tuple[int, int, int], tuple[Run, ...]]) -> None:
        """Write an element: its replacement text if it has one, else what it holds."""
        block = element.role in BLOCKS
        if block:
            self.end_line()
        if element.actual is not None:
            self.parts.append(element.actual)
        else:
            for kid in element.kids:
                if isinstance(kid, Element):
                    self.element(kid, content)
                elif isinstance(kid, Content) and kid.page is not None:
                    self.runs(kid.page, content.get((kid.page, kid.stream, kid.mcid), ()))
        if block:
            self.end_line()

    def runs(self, page: int, runs: Iterable[Run]) -> None:
        """Write runs, with the space back that a line's end took away, or that was not drawn between two elements."""
        empty = True
        for run in (each for each in runs if each.text):  # around an accent placed by itself, empty texts are shown
            empty = False
            if self.last is not None and self.parts:
                new_line = _begins_line(self.last, (page, run))
                if (self.gap or new_line) and _take_space(self.parts[-1], run.text, hyphens=new_line):
                    self.parts.append(" ")
            self.parts.append(run.text)
            self.last, self.gap = (page, run), False
        self.gap = self.gap or empty  # the typesetter marks a lone space as content, and draws nothing

    def end_line(self) -> None:
        """End the line, if one has begun."""
        if self.parts and self.parts[-1] != "\n":
            self.parts.append("\n")
        self.last, self.gap = None, False

    def text(self) -> str:
        """Return the lines written, without space at their ends and without empty ones."""
        lines = (line.strip(" ") for line in "".join(self.parts).split("\n"))
        return "\n".join(line for line in lines if line)


def _begins_line(before: tuple[int, Run], after: tuple[int, Run]) -> bool:
    """Say whether a line ended between two runs."""
    (page, run), (next_page, following) = before, after
    size = max(run.size, following.size, 1)
    return page != next_page or abs(run.y - following.y) >= _NEW_LINE * size


def _take_space(written: str, following: str, *, hyphens: bool) -> bool:
    """Say whether a space belongs between two texts; a line may end at a hyphen without one."""
    left, right = written[-1:], following[:1]
    if not left or not right or left.isspace() or right.isspace():
        return False
    return not (_is_wide(left) or _is_wide(right) or (hyphens and left in "-\u2010\u00ad"))


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
