"""Read the structure tree of a PDF as it hangs together: elements, and the content they hold, in reading order.

Source: ISO 32000-1, 14.7 (logical structure).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from legalassist.documents.pdf_file import entry, kids, number_of, numbered, text_of, whole

_DEEPEST = 120
"""Elements nested deeper than this are reported, not read; long letters have about ten levels."""


@dataclass(frozen=True, slots=True)
class Content:
    """A leaf: the content with this id, on the page (from 0, None: no such page) or in the form XObject named."""

    page: int | None
    stream: int
    mcid: int
    owner: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A leaf: a whole object, an annotation as a rule. `object` is its number, 0 where it points at nothing."""

    page: int | None
    object: int
    owner: int


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the tree: its object number, its role mapped to a standard one, and what it holds."""

    number: int
    role: str
    title: str
    alt: str | None
    actual: str | None
    language: str | None
    under_right_parent: bool
    kids: tuple["Element | Content | Whole", ...]

    def leaves(self) -> Iterator[Content | Whole]:
        """Yield the leaves below this element in reading order."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.leaves()
            else:
                yield kid

    def elements(self) -> Iterator["Element"]:
        """Yield this element and those below it in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.elements()


@dataclass(frozen=True, slots=True)
class Tree:
    """A PDF's structure tree, what its parent tree says, and elements that could not be read (twice, too deep)."""

    elements: tuple[Element, ...]
    parents: dict[int, tuple[int, ...] | int]
    twice: tuple[int, ...]

    def leaves(self) -> Iterator[Content | Whole]:
        """Yield every leaf in reading order."""
        for element in self.elements:
            yield from element.leaves()


def page_numbers(pdf: pikepdf.Pdf) -> dict[int, int]:
    """Return each page's place (from 0) by its object number."""
    return {page.obj.objgen[0]: number for number, page in enumerate(pdf.pages)}


def read_tree(pdf: pikepdf.Pdf, pages: dict[int, int]) -> Tree | None:
    """Read the tree of a PDF, or None where it is not tagged; `pages` as `page_numbers` gives them."""
    root = entry(pdf.Root, "/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return None
    reader = _Reader(pages, _roles(root), number_of(root))
    elements = tuple(reader.elements(entry(root, "/K"), reader.root, None, 0))
    return Tree(elements, _parents(root), tuple(reader.twice))


def _roles(root: pikepdf.Object) -> dict[str, str]:
    """Return the standard role of each role the file made up, chains followed."""
    mapped = entry(root, "/RoleMap")
    plain = (
        {k[1:]: (text_of(v) or "/")[1:] for k, v in mapped.items()} if isinstance(mapped, pikepdf.Dictionary) else {}
    )
    roles = {}
    for made_up in plain:
        role, steps = made_up, 0
        while role in plain and steps < len(plain):
            role, steps = plain[role], steps + 1
        roles[made_up] = role
    return roles


def _parents(root: pikepdf.Object) -> dict[int, tuple[int, ...] | int]:
    """Return the parent tree: by key, the element numbers of a page's ids, or the element of one object."""
    found: dict[int, tuple[int, ...] | int] = {}
    for key, value in numbered(entry(root, "/ParentTree")):
        if isinstance(key, int):
            many = isinstance(value, pikepdf.Array)
            found[key] = tuple(number_of(each) for each in kids(value)) if many else number_of(value)
    return found


class _Reader:
    """Walks the tree once; an element met a second time is noted and not read again."""

    def __init__(self, pages: dict[int, int], roles: dict[str, str], root: int) -> None:
        self.pages, self.roles, self.root = pages, roles, root
        self.seen: set[int] = set()
        self.twice: list[int] = []

    def elements(self, value: object, parent: int, page: object, depth: int) -> Iterator[Element]:
        """Yield the elements among some kids."""
        for kid in kids(value):
            if isinstance(kid, pikepdf.Dictionary) and (made := self._element(kid, parent, page, depth)):
                yield made

    def _element(self, thing: pikepdf.Object, parent: int, page: object, depth: int) -> Element | None:
        number = number_of(thing)
        if number in self.seen or depth > _DEEPEST:
            self.twice.append(number)
            return None
        if number:
            self.seen.add(number)
        own = thing.as_dict()  # all entries at once: asked for one by one they take four times as long
        role = (text_of(own.get("/S")) or "/")[1:]
        own_page = own.get("/Pg") or page
        inside: list[Element | Content | Whole] = []
        for kid in kids(own.get("/K")):
            made = self._kid(kid, number, own_page, depth)
            if made is not None:
                inside.append(made)
        return Element(
            number, self.roles.get(role, role), text_of(own.get("/T")) or "", text_of(own.get("/Alt")),
            text_of(own.get("/ActualText")), text_of(own.get("/Lang")),
            number_of(own.get("/P")) == parent, tuple(inside),
        )  # fmt: skip

    def _kid(self, kid: object, owner: int, page: object, depth: int) -> Element | Content | Whole | None:
        if (mcid := whole(kid)) is not None:
            return Content(self._place(page), 0, mcid, owner)
        if not isinstance(kid, pikepdf.Dictionary):
            return None
        kind = text_of(entry(kid, "/Type"))
        if kind == "/OBJR":
            return Whole(self._place(entry(kid, "/Pg") or page), number_of(entry(kid, "/Obj")), owner)
        mcid = whole(entry(kid, "/MCID"))
        if kind == "/MCR" or (kind is None and mcid is not None):
            stream = number_of(entry(kid, "/Stm"))
            return Content(self._place(entry(kid, "/Pg") or page), stream, -1 if mcid is None else mcid, owner)
        return self._element(kid, owner, page, depth + 1)

    def _place(self, page: object) -> int | None:
        return self.pages.get(number_of(page))
