"""How a person finds a paragraph of a Word file: by the number printed before it, else by counting those with words.

The file's own count, empty paragraphs and all, is of no use to anybody who looks at the page.
"""

import re
from collections.abc import Sequence

from legalassist.documents.docx_file import DocxFile
from legalassist.documents.subset.reading import read
from legalassist.documents.subset.styles import W, val
from legalassist.documents.subset.text import paragraph_text, paragraphs_of
from legalassist.errors import DocumentError

_TEENS = range(11, 14)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_INNER = re.compile(r"\(.+\)")


def names_in_body(file: DocxFile, docx: bytes) -> list[str]:
    """Return what to call each paragraph of a file's body, in the order of its ``w:p``.

    ``paragraph 6``, ``paragraph 6 (a)``, ``the 2nd paragraph after paragraph 6``, ``the 4th paragraph from the top``:
    as they are printed; what has no words is not counted. `docx` are the bytes the file was opened from.
    """
    try:
        blocks = read(docx, name=file.name, accept_changes=True, drop_comments=True).blocks
    except DocumentError:  # it has other faults, which are told by themselves: no number can be trusted there
        return names_by_words(file)
    printed = {each.place: (each.label, bool(paragraph_text(each).strip())) for each in paragraphs_of(blocks)}
    return names_of([printed.get(place, ("", False)) for place in range(1, max(printed, default=0) + 1)])


def names_by_words(file: DocxFile) -> list[str]:
    """Return what to call each paragraph of a file's body where no printed number is known: only words are counted."""
    root = file.xml(file.main)
    every = () if root is None else root.iter(f"{W}p")
    return names_of([("", any((text.text or "").strip() for text in each.iter(f"{W}t"))) for each in every])


def names_of(paragraphs: Sequence[tuple[str, bool]]) -> list[str]:
    """Return what to call each of some paragraphs, given as the number printed before it and whether it has words."""
    names: list[str] = []
    outer, last, since = "", "", 0
    for label, words in paragraphs:
        if label:
            inner = bool(outer and _INNER.fullmatch(label))
            outer = outer if inner else label.rstrip(".")
            last, since = f"paragraph {outer} {label}" if inner else f"paragraph {outer}", 0
            names.append(last)
        else:
            since += words
            names.append(f"the {_ordinal(max(since, 1))} paragraph {f'after {last}' if last else 'from the top'}")
    return names


def note_numbers(file: DocxFile) -> dict[str, str]:
    """Return what to call each footnote, by its id: ``footnote 2``, the number that is printed."""
    root = file.xml(file.main)
    called = () if root is None else dict.fromkeys(val(one, "id") for one in root.iter(f"{W}footnoteReference"))
    return {ident: f"footnote {number}" for number, ident in enumerate(called, 1)}


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"
