"""Place answers in a form: each in its box, what does not fit in the additional-information part, the rest on a sheet.

Continuing is no fault; losing something is. Whatever can be neither printed nor continued is a problem that names the
box and the fact, and the form is then not filled.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from legalassist.errors import Place, Problem
from legalassist.forms.blank import Blank, BlankBox, Kind
from legalassist.forms.boxes import Box, Boxes
from legalassist.forms.drawing import Drawn, unprintable
from legalassist.forms.filling import Entry, plain_entry
from legalassist.forms.fit import fit

_SHORTENED = re.compile(r"[. ]")


@dataclass(frozen=True, slots=True)
class BoxAnswer:
    """What one box is to say: a text, or a tick (`ticked`). `fact` says where it comes from.

    `continues`: a text that may go on elsewhere; a number or a date may not. `word`: a word of no-blanks mode, which
    a box that is too small for it does without.
    """

    box: Box
    text: str = ""
    ticked: bool = False
    fact: str = ""
    continues: bool = True
    word: bool = False


@dataclass(frozen=True, slots=True)
class Overflow:
    """Text that goes on elsewhere: the page, Part and Item it belongs to, what the Item is about, the text.

    `fact` says where a text that has no box at all comes from.
    """

    page: int
    part: str
    item: str
    label: str
    text: str
    fact: str = ""


@dataclass(frozen=True)
class Placed:
    """Where everything went: entries by box, what goes on the addendum sheet, and what is wrong."""

    entries: Mapping[str, Entry]
    addendum: tuple[Overflow, ...] = ()
    problems: tuple[Problem, ...] = ()
    continued: tuple[Overflow, ...] = field(default=())


def place(blank: Blank, boxes: Boxes, answers: Sequence[BoxAnswer], more: Iterable[Overflow] = ()) -> Placed:
    """Place answers in a form, and continue what does not fit.

    `more` is text that has no box at all: the rows of a list beyond the form's own.
    """
    placing = _Placing(blank, boxes)
    for answer in answers:
        placing.answer(answer)
    rows = tuple(more)
    problems = [*placing.problems, *_two_ticks(boxes, answers), *_not_printable(boxes, rows)]
    overflow = [*placing.overflow, *(one for one in rows if not unprintable(one.text))]
    blocks = _blocks(boxes, blank)
    left: list[Overflow] = []
    for one in overflow:
        left.extend(_continue(one, blocks, placing.entries))
    return Placed(placing.entries, tuple(left), tuple(problems), tuple(overflow))


class _Placing:
    """Places answers one after the other."""

    def __init__(self, blank: Blank, boxes: Boxes) -> None:
        self.boxes, self.by_name = boxes, blank.by_name
        self.entries: dict[str, Entry] = {}
        self.overflow: list[Overflow] = []
        self.problems: list[Problem] = []

    def answer(self, answer: BoxAnswer) -> None:
        """Place one answer, or note why it cannot be placed."""
        name = self.boxes.full(answer.box)
        blank = self.by_name.get(name)
        if blank is None:
            self._problem(answer, "the file has no such box", "add the blank of this edition, or map the form anew")
        elif answer.ticked:
            self.entries[name] = Entry(ticked=True)
        elif answer.text:
            self._text(answer, name, blank)

    def _text(self, answer: BoxAnswer, name: str, blank: BlankBox) -> None:
        """Place a text; note characters the box cannot print, and what cannot continue."""
        if codes := unprintable(answer.text):
            hint = f"give {answer.fact or 'the answer'} in English letters, as the form asks for it"
            self._problem(answer, f"the form's boxes cannot print {', '.join(codes)}", hint)
            return
        if blank.kind is Kind.CHOICE:
            self._choice(answer, name, blank)
            return
        fitted = fit(blank, answer.text)
        if fitted.rest and answer.word:
            return
        if fitted.rest and not answer.continues:
            most = blank.max_length or len(fitted.kept)
            what = f"{len(answer.text)} characters where the box takes {most}, and this cannot continue elsewhere"
            self._problem(answer, what, f"look at {answer.fact or 'the answer'} once more")
            return
        self.entries[name] = Entry(fitted.kept, fitted.drawn)
        if fitted.rest:
            part, _, item = answer.box.item.partition(".")
            self.overflow.append(Overflow(blank.page, part, item, answer.box.part, fitted.rest))

    def _choice(self, answer: BoxAnswer, name: str, blank: BlankBox) -> None:
        """Place a choice: what is kept and what is shown, as the box's own list has it."""
        wanted = answer.text.casefold()
        for export, shown in blank.choices:
            if wanted in {export.strip().casefold(), shown.strip().casefold()}:
                drawn = plain_entry(blank, shown).drawn
                self.entries[name] = Entry(export, drawn)
                return
        self._problem(answer, "this is not on the box's own list", "choose by hand on the fillable copy")

    def _problem(self, answer: BoxAnswer, message: str, hint: str) -> None:
        about = f"{answer.box.box} ({answer.fact})" if answer.fact else answer.box.box
        where = f"{self.boxes.form} {answer.box.item or 'additional information'}"
        self.problems.append(Problem(Place(where), f"{about}: {message}", hint))


def _not_printable(boxes: Boxes, rows: Sequence[Overflow]) -> Iterator[Problem]:
    """Yield a problem for each list whose further rows have characters the form cannot print."""
    for one in rows:
        if codes := unprintable(one.text):
            hint = f"give {one.fact or 'these rows'} in English letters, as the form asks for it"
            message = f"the rows that continue cannot be printed: {', '.join(codes)}"
            yield Problem(Place(f"{boxes.form} {one.part}.{one.item}"), message, hint)


def _two_ticks(boxes: Boxes, answers: Sequence[BoxAnswer]) -> Iterator[Problem]:
    """Yield a problem for each group of "select only one" in which more than one box would be ticked."""
    ticked: dict[str, list[str]] = {}
    for answer in answers:
        if answer.ticked and answer.box.group:
            ticked.setdefault(answer.box.group, []).append(answer.box.box)
    for group, names in ticked.items():
        if len(names) > 1:
            message = f"select only one: {', '.join(names)} would all be ticked"
            yield Problem(Place(f"{boxes.form} {group}"), message, "an attorney decides which one it is")


def _blocks(boxes: Boxes, blank: Blank) -> list[dict[str, tuple[str, BlankBox]]]:
    """Return the spaces of the additional-information part in order, each with its boxes by what they hold."""
    found: dict[int, dict[str, tuple[str, BlankBox]]] = {}
    by_name = blank.by_name
    for box in boxes.boxes:
        name = boxes.full(box)
        if box.block and not box.unverified and name in by_name:
            found.setdefault(box.block, {})[box.part] = name, by_name[name]
    return [found[number] for number in sorted(found) if {"page", "part", "item", "text"} <= found[number].keys()]


def _continue(one: Overflow, blocks: list[dict[str, tuple[str, BlankBox]]], entries: dict[str, Entry]
              ) -> Iterator[Overflow]:  # fmt: skip
    """Continue a text in the free spaces, first one first, and yield what is left for the addendum sheet."""
    text = one.text
    while text and blocks:
        where = {"page": str(one.page or ""), "part": one.part, "item": one.item}
        heads = {key: _head(blocks[0][key][1], word) for key, word in where.items()}
        if None in heads.values():
            break
        block = blocks.pop(0)
        for key, entry in heads.items():
            if entry is not None and entry.value:
                entries[block[key][0]] = entry
        fitted = fit(block["text"][1], text)
        entries[block["text"][0]] = Entry(fitted.kept, fitted.drawn)
        text = fitted.rest
    if text:
        yield Overflow(one.page, one.part, one.item, one.label, text)


def _head(box: BlankBox, word: str) -> Entry | None:
    """Return a page, Part or Item number as its box takes it; None where it takes none that would still be clear."""
    if not word:
        return Entry("", Drawn((), box.size))
    for spelled in (word, _SHORTENED.sub("", word)):
        fitted = fit(box, spelled)
        if not fitted.rest:
            return Entry(fitted.kept, fitted.drawn)
    return None
