"""Word's fields: what they print is their stored result; their instruction is never printed.

A field is either one element (``w:fldSimple``) or begin, instruction, separator, result and end spread over runs
and paragraphs, one inside the other (ECMA-376 part 1, 17.16).
"""

import re
from dataclasses import dataclass

from legalassist.documents.docx_file import EXPORT_AS_PDF
from legalassist.documents.subset.faults import Faults

KEPT = frozenset({
    "REF", "NOTEREF", "SEQ", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "STYLEREF", "DOCPROPERTY",
    "DOCVARIABLE", "QUOTE", "HYPERLINK", "FORMTEXT", "IF", "MERGEFIELD", "TITLE", "SUBJECT", "=",
})  # fmt: skip
"""Fields whose stored result is printed."""

_MARKS = frozenset({"XE", "TA", "TC"})
_PAGES = frozenset({"PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES", "TOC", "INDEX", "TOA"})
_OTHER_FILES = frozenset({"INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DDE", "DDEAUTO", "EMBED", "IMPORT", "RD"})
_SCHEMES = ("http://", "https://", "mailto:")
_TARGET = re.compile(r'HYPERLINK\s+(?:\\[no]\s+)*"([^"]*)"', re.IGNORECASE)


def kind_of(instruction: str) -> str:
    """Return the kind of a field, its first word in capitals (``REF``, ``PAGE``, ``=`` for a formula)."""
    words = instruction.split(maxsplit=1)
    first = words[0].upper() if words else ""
    return "=" if first.startswith("=") else first


def check_kind(instruction: str, faults: Faults) -> None:
    """Note a problem where a field's stored result may not be printed."""
    kind = kind_of(instruction)
    if kind in KEPT or kind in _MARKS:
        return
    if kind in _PAGES:
        faults.add(
            "has page numbers that Word counted",
            "remove them: pages are numbered, and contents made, when the packet is bound",
        )
    elif kind in _OTHER_FILES:
        faults.add("takes in another file", f"paste its text, or {EXPORT_AS_PDF}")
    else:
        faults.add("has a field that is not printed here", "turn it into text (click it, then Ctrl+Shift+F9)")


def checked_link(target: str, faults: Faults) -> str:
    """Return a link's target if it may be printed, else an empty text and a problem."""
    if target.lower().startswith(_SCHEMES):
        return target
    faults.add("has a link to something else than a web page or an e-mail address", "right click > Remove Hyperlink")
    return ""


@dataclass
class _Field:
    instruction: str = ""
    result: bool = False
    link: str = ""


class Fields:
    """The fields that are open while a story is read, innermost last."""

    def __init__(self, faults: Faults) -> None:
        """Take the collector of problems."""
        self._faults = faults
        self._open: list[_Field] = []

    @property
    def printing(self) -> bool:
        """Say whether text met now is printed: no open field is still in its instruction."""
        return all(field.result for field in self._open)

    @property
    def link(self) -> str:
        """The target of the innermost link field, or an empty text."""
        return next((field.link for field in reversed(self._open) if field.link), "")

    def mark(self, kind: str) -> None:
        """Take a ``begin``, ``separate`` or ``end`` mark."""
        if kind == "begin":
            self._open.append(_Field())
        elif not self._open:
            self._faults.add("has a field without its beginning", "delete the field and type its text")
        elif kind == "separate":
            self._begin_result(self._open[-1])
        else:
            self._end(self._open.pop())

    def instruct(self, text: str) -> None:
        """Take a piece of the innermost field's instruction."""
        if self._open:
            self._open[-1].instruction += text

    def close(self) -> None:
        """Note a problem where the story ends inside a field."""
        if self._open:
            self._open.clear()
            self._faults.add("stands in a field without an end", "delete the field and type its text")

    def _begin_result(self, field: _Field) -> None:
        check_kind(field.instruction, self._faults)
        field.result = True
        target = _TARGET.search(field.instruction)
        if target and r"\l" not in field.instruction[: target.start(1)]:
            field.link = checked_link(target[1], self._faults)

    def _end(self, field: _Field) -> None:
        if not field.result and kind_of(field.instruction) not in _MARKS:
            self._faults.add("has a field without a stored result", "update it (F9), or type its text")
