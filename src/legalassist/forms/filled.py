"""Fill one form for one person: from the case's sources to two files, checked by reading them back.

The fillable copy is for an attorney to change; the print copy goes into the packet. What had no room comes back as the
text of an addendum sheet, what was known and could not be written as a list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from legalassist.documents.fonts import Fonts
from legalassist.errors import ContentError
from legalassist.forms.answering import Left, answer_boxes
from legalassist.forms.blank import Blank, read_blank
from legalassist.forms.boxes import Box, Boxes
from legalassist.forms.edition import Edition
from legalassist.forms.filling import Entries, Entry, fill
from legalassist.forms.flatten import flatten
from legalassist.forms.native import native_page
from legalassist.forms.placing import BoxAnswer, Overflow, place
from legalassist.forms.recognising import box_differences
from legalassist.forms.rereading import boxes_on, reread
from legalassist.forms.sources import Sources

NEVER, AS_MAPPED = "never", "as mapped"
"""What somebody who looked at a box may say beside the word that ticks it: it stays empty; it is what the map says."""


@dataclass(frozen=True)
class GivenBlank:
    """A blank the clinic supplied for one edition: its file, the edition's boxes, and what people verified on it.

    `name` is the edition's name on the shelf. `known` says whether it is the very file the map was made for.
    `allowed_by` names the attorney who allowed it to be mailed although it is not the edition last seen.
    """

    name: str
    content: bytes = field(repr=False)
    boxes: Boxes = field(repr=False)
    verified: Mapping[str, str] = field(default_factory=dict)
    known: bool = True
    superseded: bool = False
    allowed_by: str = ""

    @cached_property
    def blank(self) -> Blank:
        """What the file says of itself."""
        return read_blank(self.content, self.boxes.form)

    @cached_property
    def sure(self) -> Boxes:
        """The boxes as they may be filled: whatever differs in this file, or only a person can tell, is unverified."""
        there = self.blank.by_name
        made = []
        for box in self.boxes.boxes:
            name = self.boxes.full(box)
            said = self.verified.get(name, "")
            if said:
                made.append(_as_said(box, said))
            elif name in there and any(box_differences(box, there[name])):
                made.append(box.model_copy(update={"unverified": True}))
            else:
                made.append(box)
        return self.boxes.model_copy(update={"boxes": tuple(made)})

    @property
    def digest(self) -> str:
        """The sha256 of all a filled form depends on beside the case: the file, the map, what people verified."""
        parts = [self.blank.sha256, self.sure.model_dump_json(), self.allowed_by]
        return sha256("\n".join(parts).encode()).hexdigest()

    @property
    def unverified(self) -> tuple[str, ...]:
        """The boxes that stay empty until somebody looked at them on the real form, by full name."""
        return tuple(self.sure.full(box) for box in self.sure.boxes if box.unverified and not box.by_hand)

    @property
    def mailable(self) -> bool:
        """Say whether the file may be mailed: the known file of the edition last seen, or an attorney allowed it."""
        return bool(self.allowed_by) or (self.known and not self.superseded)


def _as_said(box: Box, said: str) -> Box:
    """Return a box as somebody who looked at the real form says it is."""
    if said == NEVER:
        return box.model_copy(update={"by_hand": "verified: stays empty", "unverified": False})
    means = {} if said == AS_MAPPED else {"means": said}
    return box.model_copy(update={"unverified": False, **means})


@dataclass(frozen=True)
class Filled:
    """A filled form: both copies, what goes on the addendum sheet, and what was left empty with its reason."""

    fillable: bytes
    printed: bytes
    entries: Entries
    addendum: tuple[Overflow, ...] = ()
    left: tuple[Left, ...] = ()


def fill_form(given: GivenBlank, edition: Edition, sources: Sources, fonts: Fonts, *, name: str) -> Filled:
    """Fill a form for the person the sources are about; `name` stands in messages.

    Raises ContentError with every answer that can be neither printed nor continued, DocumentError where the filled
    form, read back, is not what was filled in.
    """
    blank, boxes = given.blank, given.sure
    answered = answer_boxes(boxes, edition, sources, boxes_on(blank))
    there = blank.by_name
    absent = [Left(one.box.item, boxes.full(one.box), "this file has no such box") for one in answered.answers
              if boxes.full(one.box) not in there]  # fmt: skip
    answers = [one for one in answered.answers if boxes.full(one.box) in there]
    native = {one.box.box for one in answers if one.box.native}
    placed = place(blank, boxes, [one for one in answers if one.box.box not in native], answered.more)
    if placed.problems:
        raise ContentError("the form cannot be filled", problems=placed.problems)
    entries = dict(placed.entries)
    entries |= {
        boxes.full(one.box): _native(one, boxes, blank, fonts) for one in answers if one.box.box in native
    }  # fmt: skip
    fillable, printed = write_form(given.content, blank, entries, name=name)
    return Filled(fillable, printed, entries, placed.addendum, (*answered.left, *absent))


def _native(answer: BoxAnswer, boxes: Boxes, blank: Blank, fonts: Fonts) -> Entry:
    """Return the entry of a box that is written in the person's own script."""
    box = blank.by_name[boxes.full(answer.box)]
    return Entry(answer.text, native=native_page(answer.text, box, fonts))


def write_form(content: bytes, blank: Blank, entries: Entries, *, name: str) -> tuple[bytes, bytes]:
    """Return the fillable copy and the print copy of a blank with these entries, both read back; raises as above."""
    fillable = fill(content, blank, entries, name=name)
    printed = flatten(fillable, name=name)
    reread(content, blank, fillable, printed, entries, name=name)
    return fillable, printed
