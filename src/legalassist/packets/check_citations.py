"""Check the citations of a bound packet: each leads to the page that carries the mark it names."""

from collections.abc import Iterator

from legalassist.documents.citations import PRINTED
from legalassist.documents.pdf_file import entry, kids, number_of
from legalassist.documents.tags.tagged import landing_page
from legalassist.documents.tags.tree import Content, Element, Whole
from legalassist.packets.check_pages import BoundPdf


def wrong_citations(bound: BoundPdf, own: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Yield the page (from 0) and what is wrong, for every citation on our own pages `own`.

    An exhibit none of whose pages is in the packet (its paper is put in by hand) proves nothing and is passed over.
    """
    marks = {page: mark for page in range(len(bound.pdf.pages)) if (mark := "".join(bound.stamp(page, "Bates")))}
    letters = {mark.rpartition("-")[0] for mark in marks.values()}
    linked: set[tuple[int, str]] = set()
    for page, said, target in _links(bound):
        for found in PRINTED.finditer(said):
            linked.add((page, found[0]))
            if found["letter"] in letters and marks.get(target) != f"{found['letter']}-{found['page']}":
                yield (
                    page,
                    f"the citation {found[0]} leads to a page that is not marked {found['letter']}-{found['page']}",
                )
    for page in sorted(own):
        said = "".join(run.text for each in bound.read.pages[page].marked for run in each.runs)
        for found in PRINTED.finditer(said):
            known = f"{found['letter']}-{found['page']}" in marks.values()
            if found["letter"] in letters and not known and (page, found[0]) not in linked:
                yield page, f"{found[0]} is cited, and no page is marked {found['letter']}-{found['page']}"


def _links(bound: BoundPdf) -> Iterator[tuple[int, str, int]]:
    """Yield each link that lands in the file: its page, what it says, the page it lands on (from 0)."""
    aims = {
        number_of(annotation): (page, landing_page(entry(annotation, "/Dest"), bound.names, bound.pages))
        for page, each in enumerate(bound.pdf.pages)
        for annotation in kids(entry(each.obj, "/Annots"))
    }
    tree = bound.read.tree
    for element in (each for top in (tree.elements if tree else ()) for each in top.elements()):
        if element.role == "Link":
            said = _said(bound, element)
            for leaf in element.leaves():
                page, target = aims.get(leaf.object, (0, None)) if isinstance(leaf, Whole) else (0, None)
                if target is not None:
                    yield page, said, target


def _said(bound: BoundPdf, element: Element) -> str:
    leaves = [leaf for leaf in element.leaves() if isinstance(leaf, Content) and leaf.page is not None]
    runs = [run for leaf in leaves for run in bound.read.content.get((leaf.page or 0, leaf.stream, leaf.mcid), ())]
    return "".join(run.text for run in runs)
