"""What a bound PDF says about its own pages: where pieces begin, labels, bookmarks, stamps, links of the contents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import pikepdf

from legalassist.documents.pdf_file import entry, kids, number_of, open_pdf, text_of
from legalassist.documents.tags.content import Artifact
from legalassist.documents.tags.tagged import TaggedPdf, landing_page, named_destinations, read_tagged
from legalassist.documents.tags.tree import Content, Element, Whole, page_numbers
from legalassist.packets.looks import decoded

STAMPS = ("PageNum", "Bates")
"""The kinds of artifact that the binder stamps: a running number, an exhibit's own page mark."""

_DEEPEST = 8
_DEEPEST_MARK = 100


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One bookmark: its level (from 1), its title, the page it leads to (from 0), and the entries it has."""

    level: int
    title: str
    page: int | None
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to a piece: the page it stands on, the page it leads to (from 0), and what its line shows last."""

    page: int
    target: int
    code: str
    last: str


class BoundPdf:
    """A bound PDF that is being checked: opened once, read once."""

    def __init__(self, content: bytes, name: str) -> None:
        """Open it; raises DocumentError where that is not possible."""
        self.name, self.content = name, content
        self.pdf = open_pdf(content, name, packet=True)

    @cached_property
    def read(self) -> TaggedPdf:
        """The PDF as its tags have it."""
        return read_tagged(self.pdf, self.name)

    @cached_property
    def pages(self) -> Mapping[int, int]:
        """Each page's place (from 0) by its object number."""
        return page_numbers(self.pdf)

    @cached_property
    def names(self) -> Mapping[str, object]:
        """The named destinations."""
        return named_destinations(self.pdf)

    @cached_property
    def starts(self) -> Mapping[str, int]:
        """The page (from 0) each piece begins on, by its code, as the binder named it; in page order."""
        found = {
            code: page
            for code in self.names
            if "#" not in code and (page := landing_page(code, self.names, self.pages)) is not None
        }
        return dict(sorted(found.items(), key=lambda item: item[1]))

    @property
    def is_packet(self) -> bool:
        """Say whether this is a packet that was bound, or one piece by itself: only a packet labels its pages."""
        return "/PageLabels" in self.pdf.Root

    def piece_of(self, page: int) -> str:
        """Return the code of the piece that a page (from 0) belongs to, or an empty text."""
        return next((code for code, first in reversed(list(self.starts.items())) if first <= page), "")

    def stamp(self, page: int, kind: str) -> tuple[str, ...]:
        """Return what is stamped on a page (from 0) of one kind."""
        return tuple(_said(each) for each in self.read.artifacts(page) if each.subtype == kind)

    def fingerprint(self, page: int, *, stamped: bool) -> str:
        """Return what tells a page from others: its words and its pictures; `stamped`: without the binder's stamps."""
        content = self.read.pages[page]
        words = [run.text for each in content.marked for run in each.runs]
        words += [
            run.text for each in content.artifacts if not (stamped and each.subtype in STAMPS) for run in each.runs
        ]
        pictures = sorted(_pictures(entry(self.pdf.pages[page].obj, "/Resources")))
        return sha256("\0".join([*sorted(words), "", *pictures]).encode()).hexdigest()

    def bookmarks(self) -> Iterator[tuple[str, int | None]]:
        """Yield each bookmark's title and the page it leads to (from 0), in order, all levels."""
        yield from ((mark.title, mark.page) for mark in self.outline())

    def outline(self) -> Iterator[Bookmark]:
        """Yield every bookmark, in order, all levels."""
        yield from self._outline(entry(entry(self.pdf.Root, "/Outlines"), "/First"), set(), 1)

    def _outline(self, item: object, seen: set[int], level: int) -> Iterator[Bookmark]:
        while isinstance(item, pikepdf.Dictionary) and number_of(item) not in seen and level < _DEEPEST_MARK:
            seen.add(number_of(item))
            aim = entry(item, "/Dest") or entry(entry(item, "/A"), "/D")
            page = landing_page(aim, self.names, self.pages)
            yield Bookmark(level, text_of(entry(item, "/Title")) or "", page, frozenset(item.keys()))
            yield from self._outline(entry(item, "/First"), seen, level + 1)
            item = entry(item, "/Next")

    def jumps(self) -> Iterator[Jump]:
        """Yield every link that leads to the beginning of a piece, with what its line shows last."""
        rows = self._rows()
        for number, page in enumerate(self.pdf.pages):
            for annotation in kids(entry(page.obj, "/Annots")):
                code = text_of(entry(annotation, "/Dest"))
                if code is not None and (target := self.starts.get(code)) is not None:
                    yield Jump(number, target, code, rows.get(number_of(annotation), ""))

    def _rows(self) -> Mapping[int, str]:
        """Return what the line or paragraph that each annotation stands in shows last: its page number."""
        found: dict[int, str] = {}
        for element in (e for top in (self.read.tree.elements if self.read.tree else ()) for e in top.elements()):
            if element.role in {"LI", "TR", "P", "TOCI"}:
                leaves = [leaf.object for leaf in element.leaves() if isinstance(leaf, Whole)]
                found |= dict.fromkeys((leaf for leaf in leaves if leaf not in found), self._last(element))
        return found

    def _last(self, element: Element) -> str:
        leaves = [leaf for leaf in element.leaves() if isinstance(leaf, Content) and leaf.page is not None]
        runs = [run for leaf in leaves for run in self.read.content.get((leaf.page or 0, leaf.stream, leaf.mcid), ())]
        return next((run.text for run in reversed(runs) if run.text.strip()), "")

    def part_texts(self) -> Mapping[str, str]:
        """Return the text of each piece in the order of its tags, by the code of the piece its first content is in."""
        tree = self.read.tree
        top = tree.elements[0].kids if tree is not None and len(tree.elements) == 1 else ()
        texts: dict[str, str] = {}
        for part in top:
            if isinstance(part, Element):
                pages = [leaf.page for leaf in part.leaves() if isinstance(leaf, Content) and leaf.page is not None]
                code = self.piece_of(min(pages)) if pages else ""
                texts[code] = "\n".join(text for text in (texts.get(code, ""), self.read.text(part)) if text)
        return texts


def _said(artifact: Artifact) -> str:
    return "".join(run.text for run in artifact.runs)


def _pictures(resources: object, depth: int = 0) -> Iterator[str]:
    """Yield a digest of each picture that a page can draw."""
    shown = entry(resources, "/XObject")
    for each in shown.values() if isinstance(shown, pikepdf.Dictionary) and depth < _DEEPEST else ():
        if not isinstance(each, pikepdf.Stream):
            continue
        if text_of(entry(each, "/Subtype")) == "/Image":
            yield sha256(decoded(each)).hexdigest()
        else:
            yield from _pictures(entry(each, "/Resources"), depth + 1)
