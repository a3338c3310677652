"""docxtpl's own tags in a Word template: those that would lose or hide text are refused, with the paragraph.

docxtpl knows more than Jinja: a letter behind the opening (``{%p``, ``{%tr``, ``{%tc``, ``{{r``) puts the tag in the
place of a whole paragraph, row, cell or run. What else stands there is lost, and a value printed that way (``{{r``,
``{{p`` …) lands outside of every text, so that nothing shows. A few words (``{% colspan %}``) write into the look of a
cell. A house template needs ``{%p %}``, ``{%tr %}`` and ``{%tc %}``, each alone in its place, and nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from legalassist.documents.docx_file import open_docx
from legalassist.documents.subset.styles import W
from legalassist.errors import Place, Problem

_WHOLE = (("p", "paragraph"), ("tr", "row"), ("tc", "cell"))
_HIDING = re.compile(r"\{\{(?:tr|tc|p|r)\s")
_RUN = re.compile(r"\{%r\s")
_LOOK = re.compile(r"\{%-?\s*(cellbg|colspan|hm|vm)\b")


@dataclass(frozen=True, slots=True)
class TagFault:
    """A tag that would lose text: the paragraph it stands in (0: in a footnote), what is wrong, and what to write."""

    paragraph: int
    message: str
    hint: str

    def problem(self, name: str) -> Problem:
        """Return the problem of the template called `name`."""
        where = f"paragraph {self.paragraph}" if self.paragraph else "a footnote"
        return Problem(Place(name), f"{where} {self.message}", self.hint)


@lru_cache(maxsize=64)
def losing_tags(template: bytes, name: str) -> tuple[TagFault, ...]:
    """Return every tag of a template that would lose or hide text; raises DocumentError where it is no .docx."""
    file = open_docx(template, name=name)
    roots = (file.xml(part) for part in (file.main, file.related("footnotes")))
    return tuple(fault for root in roots if root is not None for fault in tag_faults(root))


def tag_faults(root: etree._Element) -> Iterator[TagFault]:
    """Yield the tags of one part (its text, or its footnotes) that would lose or hide text."""
    in_notes = root.tag == f"{W}footnotes"
    places = {each: 0 if in_notes else number for number, each in enumerate(root.iter(f"{W}p"), 1)}
    for paragraph, place in places.items():
        yield from _hiding(_text(paragraph), place)
    for element, kind in _WHOLE:
        alone = re.compile(rf"\{{(%|#){element}\s[^{{}}]*\}}")
        for each in root.iter(W + element):
            text = _text(each).strip()
            if re.search(rf"\{{[%#]{element}\s", text) and not alone.fullmatch(text):
                first = each if element == "p" else next(each.iter(f"{W}p"))
                hint = f"give it a {kind} of its own: what stands beside it is lost"
                yield TagFault(places[first], f"has {{%{element} %}} beside something else", hint)


def _hiding(text: str, place: int) -> Iterator[TagFault]:
    """Yield what a paragraph's text has of tags that are refused wherever they stand."""
    for found in _HIDING.finditer(text):
        tag = found[0].strip()
        yield TagFault(place, f"has {tag} }}}}, which prints nothing", "write {{ name }}, with a space after {{")
    if _RUN.search(text):
        yield TagFault(place, "has {%r %}, which loses the text beside it", "write {% ... %}, with a space after {%")
    for found in _LOOK.finditer(text):
        hint = "set the look of a cell in Word, by hand"
        yield TagFault(place, f"has {{% {found[1]} %}}, which writes into the look of a cell and prints nothing", hint)


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))
