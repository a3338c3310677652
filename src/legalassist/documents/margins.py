"""Make what stands in a page's margins an artifact, as PDF/UA asks for bands and marks that repeat.

WeasyPrint gives the text of a margin box a number in the reading order and an element that hangs on nothing: a screen
reader may meet it, and nobody can say where (a validator does not notice; our tag audit does).  Here, before the file
is written, such text is marked as an artifact instead (ISO 32000-1, 14.8.2.2) and its loose elements are freed.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

from legalassist.errors import DocumentError

_FREE: Final = "f"
"""What pydyf calls an object that is not written."""


def release_margins(document: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint and pydyf carry no types
    """Mark the text of margin boxes as artifacts, in place; the arguments are those of a WeasyPrint finisher.

    Raises DocumentError where anything else hangs on nothing: text of the page is never taken out of the reading.
    """
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    in_tree = set(_numbers_below(pdf, root))
    numbers = _object(pdf, root["ParentTree"])["Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for laid_out, page in zip(document.pages, _pages(pdf), strict=True):
        owners = parents[page["StructParents"]]
        loose = {mcid for mcid, owner in enumerate(owners) if _number(owner) not in in_tree}
        if len(loose) != sum(1 for _ in _texts_in_margins(laid_out._page_box)):  # noqa: SLF001 - the only way to it
            message = f"page {page['StructParents'] + 1} has text that a screen reader would not find"
            raise DocumentError(message, hint="use no running elements (position: running()) in the CSS")
        if loose:
            _mark(_object(pdf, page["Contents"]), loose)
            for mcid in loose:
                owners[mcid] = "null"
    for number, thing in enumerate(pdf.objects):
        if isinstance(thing, dict) and thing.get("Type") == "/StructElem" and number not in in_tree:
            pdf.objects[number].free = _FREE


def _texts_in_margins(page_box: Any) -> Iterator[Any]:  # noqa: ANN401 - WeasyPrint carries no types
    """Yield each text that CSS itself puts into the margins of a page, not what was moved there from the page."""
    boxes = import_module("weasyprint.formatting_structure.boxes")
    for margin in page_box.children:
        if isinstance(margin, boxes.MarginBox):
            yield from (box for box in margin.descendants() if isinstance(box, boxes.TextBox) and box.element is None)


def _mark(content: Any, loose: set[int]) -> None:  # noqa: ANN401 - pydyf carries no types
    """Turn the marked content with these numbers into artifacts."""
    for place, item in enumerate(content.stream):
        if isinstance(item, dict) and item.get("MCID") in loose:
            content.stream[place - 1] = "/Artifact"
            content.stream[place] = "<</Type /Pagination>>"


def _pages(pdf: Any) -> Iterator[Any]:  # noqa: ANN401 - pydyf carries no types
    """Yield the page dictionaries, first to last."""
    for number in pdf.pages["Kids"][::3]:  # "6 0 R" is kept as three items
        yield pdf.objects[number]


def _numbers_below(pdf: Any, root: Any) -> Iterator[int]:  # noqa: ANN401 - pydyf carries no types
    """Yield the object numbers of every structure element that hangs on the root."""
    waiting = list(root["K"])
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, bytes):  # a reference; a plain number is marked content
            number = _number(kid)
            yield number
            waiting.extend(pdf.objects[number].get("K", ()))


def _object(pdf: Any, reference: bytes) -> Any:  # noqa: ANN401 - pydyf carries no types
    """Return what a reference points at."""
    return pdf.objects[_number(reference)]


def _number(reference: bytes) -> int:
    """Return the object number in a reference such as ``6 0 R``."""
    return int(reference.split()[0])
