"""Word's fields in a stranger's file: the result that was saved is printed, and nothing is worked out or fetched."""

from dataclasses import dataclass, field

from lxml import etree

from legalassist.documents.subset.fields import kind_of
from legalassist.documents.subset.styles import W, child, is_on, val, whole
from legalassist.exhibits.cleaned import Noticed
from legalassist.exhibits.word.names import drop, put_in_place, text_element

PAGES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_COUNTED = PAGES | {"PAGEREF", "TOC", "INDEX", "TOA"}
_SILENT = frozenset({"XE", "TA", "TC", "RD", "SET", "PRIVATE"})
"""Fields that print nothing, in Word either."""

COUNTED = "page numbers that Word counted (printed as they were saved)"
TICKED, EMPTY = "[x]", "[ ]"
"""A tick box as it is printed: no font of ours has the signs."""

RESULT = "field that works something out (printed as it was saved)"


@dataclass
class _Open:
    marks: list[etree._Element] = field(default_factory=list)
    unprinted: list[etree._Element] = field(default_factory=list)
    instruction: str = ""
    result: bool = False
    data: etree._Element | None = None


def print_results(story: etree._Element, noticed: list[Noticed]) -> None:
    """Make every field of a story plain text: its saved result.

    A field that has none and would print something is left as it is: the closed reader refuses it.
    """
    for simple in list(story.iter(W + "fldSimple")):
        _note(kind_of(val(simple, "instr")), noticed)
        put_in_place(simple, list(simple))
    waiting: list[_Open] = []
    for element in list(story.iter(W + "fldChar", W + "instrText", W + "t")):
        _take(element, waiting, noticed)


def _take(element: etree._Element, waiting: list[_Open], noticed: list[Noticed]) -> None:
    """Take the next mark, instruction or text of a story; `waiting` are the fields it stands in, innermost last."""
    kind = val(element, "fldCharType") if element.tag == W + "fldChar" else ""
    if kind == "begin":
        waiting.append(_Open([element], data=child(element, "ffData")))
    elif not waiting:
        return
    elif element.tag == W + "t":
        inside = next((one for one in waiting if not one.result), None)
        if inside is not None:  # it belongs to an instruction, which is not printed
            inside.unprinted.append(element)
    else:
        waiting[-1].marks.append(element)
        _mark(waiting, element, kind, noticed)


def _mark(waiting: list[_Open], element: etree._Element, kind: str, noticed: list[Noticed]) -> None:
    """Take a part of an instruction, or the mark at which its result begins or ends."""
    if kind == "separate":
        waiting[-1].result = True
    elif kind == "end":
        _settle(waiting.pop(), element, noticed)
    else:
        waiting[-1].instruction += element.text or ""


def _settle(done: _Open, end: etree._Element, noticed: list[Noticed]) -> None:
    """Replace a field that has ended by what it prints, where that is known."""
    kind = kind_of(done.instruction)
    said = _control(kind, done.data)
    if said is not None:
        end.addprevious(text_element(said))
    elif not done.result and kind not in _SILENT | PAGES:
        return
    _note(kind, noticed)
    for each in (*done.marks, *done.unprinted):
        drop(each)


def _control(kind: str, data: etree._Element | None) -> str | None:
    """Return what a tick box or a list of an old form shows; None for any other field."""
    if kind == "FORMCHECKBOX":
        box = child(data, "checkBox")
        state = child(box, "checked")
        return TICKED if is_on(child(box, "default") if state is None else state) else EMPTY
    if kind == "FORMDROPDOWN":
        entries = child(data, "ddList")
        words = [val(one) for one in entries.iter(W + "listEntry")] if entries is not None else []
        chosen = whole(val(child(entries, "result")) or val(child(entries, "default")))
        return words[chosen] if 0 <= chosen < len(words) else ""
    return None


def _note(kind: str, noticed: list[Noticed]) -> None:
    if kind in _COUNTED:
        noticed.append(Noticed(COUNTED))
    elif kind not in _SILENT | {"HYPERLINK", "REF", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"}:
        noticed.append(Noticed(RESULT))
