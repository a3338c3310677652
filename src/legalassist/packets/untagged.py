"""Give tags to a page that has none: a scanned exhibit becomes one figure, a page of text one paragraph.

An untagged page says nothing about its order. A scan is all picture: one Figure with a text for it is the whole truth.
Of a page that shows text, the text is at least read, in the order in which it was drawn.
"""

from collections.abc import Iterator
from typing import Protocol

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from legalassist.documents.pdf_file import entry, kids, text_of
from legalassist.packets.pieces import Placed

MARK_END = b"Q EMC"
"""What is written behind the content of a page that had no tags."""

_MARKS = frozenset({"BDC", "BMC", "EMC"})
_DEEPEST = 12


class Tree(Protocol):
    """What is needed of the growing tree: its file, and a new place in its parent tree."""

    out: pikepdf.Pdf

    def key(self, value: pikepdf.Object) -> int:
        """Give a new place in the parent tree to an element or a list of elements; return its key."""
        ...


def tag_page(tree: Tree, part: pikepdf.Object, placed: Placed, number: int) -> Iterator[pikepdf.Object]:
    """Wrap what the piece's page `number` (from 0) shows into one element; yield it, and one for each of its links."""
    page = placed.pages[number]
    text = shows_text(entry(page.obj, "/Resources"))
    element = tree.out.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.P if text else Name.Figure, P=part, Pg=page.obj, K=0)
    )
    if not text:
        element["/Alt"] = String(f"{placed.piece.title} ({number + 1}/{len(placed.pages)})")
        element["/A"] = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=page.mediabox)
    strip_marks(page)
    page.contents_add(mark_begin(entry(page.obj, "/Resources")), prepend=True)
    page.contents_add(MARK_END)
    page.obj["/StructParents"] = tree.key(Array([element]))
    yield element
    for annotation in kids(entry(page.obj, "/Annots")):
        if isinstance(annotation, Dictionary):
            yield _annotation(tree, part, page, annotation, placed.piece.title)


def mark_begin(resources: object) -> bytes:
    """Return what is written before the content of a page that had no tags; its resources tell text from a picture."""
    return f"/{'P' if shows_text(resources) else 'Figure'} <</MCID 0>> BDC q".encode()


def _annotation(
    tree: Tree, part: pikepdf.Object, page: pikepdf.Page, annotation: pikepdf.Object, title: str
) -> pikepdf.Object:
    """Return an element of its own for a link or a field of an untagged page."""
    role = Name.Link if text_of(entry(annotation, "/Subtype")) == "/Link" else Name.Form
    referred = Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page.obj)
    element = tree.out.make_indirect(Dictionary(Type=Name.StructElem, S=role, P=part, Pg=page.obj, K=referred))
    annotation["/StructParent"] = tree.key(element)
    if "/Contents" not in annotation:
        annotation["/Contents"] = String(title)
    return element


def shows_text(resources: object, depth: int = 0) -> bool:
    """Say whether a page's resources hold a font, directly or inside a form XObject."""
    if entry(resources, "/Font"):
        return True
    shown = entry(resources, "/XObject")
    return (
        depth < _DEEPEST
        and isinstance(shown, Dictionary)
        and any(shows_text(entry(each, "/Resources"), depth + 1) for _, each in shown.items())
    )


def strip_marks(page: pikepdf.Page) -> None:
    """Remove the marks an untagged page may still carry: they would lie inside ours, with ids of their own."""
    page.contents_coalesce()
    stream = entry(page.obj, "/Contents")
    if not isinstance(stream, pikepdf.Stream):
        page.obj["/Contents"] = Array()
    elif any(mark in stream.read_bytes() for mark in (b"BDC", b"BMC")):
        kept = []
        layers: list[bool] = []
        for step in pikepdf.parse_content_stream(page):
            operator = str(step.operator)
            if operator in {"BDC", "BMC"}:
                layers.append(text_of(step.operands[0]) == "/OC")
            keep = operator not in _MARKS or (
                layers.pop() if operator == "EMC" and layers else bool(layers) and layers[-1]
            )
            if keep:
                kept.append(step)
        stream.write(pikepdf.unparse_content_stream(kept))
