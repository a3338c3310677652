"""Make honest artifacts of what a page shows outside of its text: bands, page headings, page counters.

The typesetter marks the content of margin boxes with ids whose elements hang nowhere: the parent tree knows them, the
structure tree does not. A screen reader passes over them, yet they are neither tagged nor artifacts, which PDF/UA
(ISO 14289-1, 7.1) asks of all content. Here they become artifacts.
"""

import re
from collections.abc import Container

import pikepdf

from legalassist.documents.pdf_file import entry, kids, number_of, numbered, whole

_ID = re.compile(rb"/[A-Za-z0-9]+\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC")
_ARTIFACT = b"/Artifact <</Type /Pagination>> BDC"


def margins_to_artifacts(pdf: pikepdf.Pdf) -> int:
    """Turn content whose element hangs outside of the structure tree into artifacts; return how many there were.

    Changes the opened `pdf`. Content that has no entry in the parent tree either is left alone: that is a fault for
    the audit to find, not a margin.
    """
    root = entry(pdf.Root, "/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return 0
    hanging = _hanging(root)
    lists = {key: value for key, value in numbered(entry(root, "/ParentTree")) if isinstance(value, pikepdf.Array)}
    return sum(
        margin_to_artifacts(page, lists[key], hanging)
        for page in pdf.pages
        if (key := whole(entry(page.obj, "/StructParents"))) in lists
    )


def margin_to_artifacts(page: pikepdf.Page, owners: pikepdf.Object, hanging: Container[int]) -> int:
    """Do so for one page.

    `owners` is the page's list in the parent tree, `hanging` the numbers of all elements that hang in the tree.
    """
    numbers = [number_of(owner) for owner in owners]
    loose = {at for at, number in enumerate(numbers) if number and number not in hanging}
    if loose:
        _rewrite(page, loose)
        for at in loose:
            owners[at] = None
    return len(loose)


def _hanging(root: pikepdf.Object) -> set[int]:
    """Return the object numbers of all elements that hang in the tree."""
    seen: set[int] = set()
    waiting: list[object] = list(kids(entry(root, "/K")))
    while waiting:
        element = waiting.pop()
        number = number_of(element)
        if isinstance(element, pikepdf.Dictionary) and (not number or number not in seen):
            seen.add(number)
            waiting.extend(kids(entry(element, "/K")))
    return seen


def _rewrite(page: pikepdf.Page, loose: set[int]) -> None:
    """Replace the marks of some content ids on a page."""
    page.contents_coalesce()
    stream = page.obj["/Contents"]
    content = stream.read_bytes()
    # Without a literal string or an inline image the pattern can match nothing but an operator.
    if b"(" not in content and b"\nBI" not in content:
        stream.write(_ID.sub(lambda mark: _ARTIFACT if int(mark[1]) in loose else mark[0], content))
        return
    steps: list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage] = []
    for step in pikepdf.parse_content_stream(page):
        operands = list(step.operands)
        if str(step.operator) == "BDC" and whole(entry(operands[-1], "/MCID")) in loose:
            said = pikepdf.Dictionary(Type=pikepdf.Name.Pagination)
            steps.append(pikepdf.ContentStreamInstruction([pikepdf.Name.Artifact, said], pikepdf.Operator("BDC")))
        else:
            steps.append(step)
    stream.write(pikepdf.unparse_content_stream(steps))
