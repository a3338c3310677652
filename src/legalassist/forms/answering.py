"""Answer the boxes of a form from a case: which Item each belongs to, what that Item's answer is, how the box takes it.

An empty box is not a fault: what is not known, declined or undecided stays empty, and the answer sheet's own rules list
it. Where an answer or a rule says that there is none, that it is not known or does not apply, no-blanks mode has a
word. What is known and still cannot be written is listed here with its reason.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from legalassist.facts.known import Known
from legalassist.facts.paths import pattern_of, row_path
from legalassist.facts.values import Value
from legalassist.forms.attorney_items import standing
from legalassist.forms.blank import Kind
from legalassist.forms.boxes import Box, Boxes
from legalassist.forms.confidential import printed
from legalassist.forms.edition import Edition, Item, row_condition
from legalassist.forms.emptiness import empty_box
from legalassist.forms.no_blanks import Empty, blank
from legalassist.forms.placing import BoxAnswer, Overflow
from legalassist.forms.rules import RULES
from legalassist.forms.sources import Sources
from legalassist.forms.writing import ticks, worded

SEVERAL = "several answers, and the form does not say here which one: choose by hand"


@dataclass(frozen=True, slots=True)
class Found:
    """One answer of an Item: where it comes from and its value; for a row of a group the row, and no value."""

    path: str
    value: Value | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """A box left empty although there is something to say: its Item, its name, why."""

    item: str
    box: str
    why: str


@dataclass
class Answered:
    """What the boxes of a form are to say, what has no row of its own, and what was left empty with its reason."""

    answers: list[BoxAnswer] = field(default_factory=list)
    more: list[Overflow] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


Key = tuple[str, str, int]


def items_of(edition: Edition) -> Mapping[str, tuple[tuple[str, Item], ...]]:
    """Return an edition's Items, with their Parts, by how a box names them (``2.11``), in the order they stand."""
    found: dict[str, tuple[tuple[str, Item], ...]] = {}
    for part in edition.parts:
        for item in part.items:
            name = f"{part.number}.{item.item}"
            found[name] = (*found.get(name, ()), (part.number, item))
    return found


def item_of(box: Box, items: Mapping[str, tuple[tuple[str, Item], ...]]) -> tuple[str, Item] | None:
    """Return the Item a box belongs to, or None: its own, or the one its letters stand below (``1.3.B`` below 1.3)."""
    name = box.item
    while name:
        if name in items:
            lines = items[name]
            return lines[box.line - 1] if 0 < box.line <= len(lines) else None
        name = name.rpartition(".")[0]
    return None


def answer_boxes(boxes: Boxes, edition: Edition, sources: Sources, pages: Mapping[str, int]) -> Answered:
    """Return what every box is to say; `pages` gives each box's page by its full name."""
    answering = _Answering(boxes, edition, sources, pages)
    for box in boxes.boxes:
        if box.kind in {Kind.TEXT, Kind.CHECK, Kind.CHOICE} and not box.by_hand and not box.block:
            answering.box(box)
    answering.rows_without_a_box()
    return answering.out


class _Answering:
    """Answers the boxes of one form for one person."""

    def __init__(self, boxes: Boxes, edition: Edition, sources: Sources, pages: Mapping[str, int]) -> None:
        self.boxes, self.sources, self.pages = boxes, sources, pages
        self.items = items_of(edition)
        self.out = Answered()
        self.found: dict[Key, Sequence[Found]] = {}
        self.first: dict[tuple[str, int, int, str], str] = {}

    def box(self, box: Box) -> None:
        """Answer one box."""
        place = item_of(box, self.items)
        if place is None:
            return
        answers = self._answers(place, box.line)
        if box.row:
            answers = answers[box.row - 1 : box.row]
        inside = [one for answer in answers for one in self._inside(box, answer)]
        word = self._word(box, place[1]) if not inside else None
        if not inside and word is None:
            return
        if box.unverified:
            self._left(box, "not verified on the real form yet (legalassist form verify)")
        elif word is not None:
            self.out.answers.append(word)
        elif len(inside) > 1 and len({str(one.value) for one in inside}) > 1:
            self._left(box, SEVERAL)
        else:
            self._write(box, inside[0])

    def _write(self, box: Box, found: Found) -> None:
        """Write one answer into one box."""
        if found.value is None:
            return
        if box.kind is Kind.CHECK:
            if ticks(found.value, box):
                self.out.answers.append(BoxAnswer(box, ticked=True, fact=found.path))
            return
        question = self.sources.interview.by_fact.get(pattern_of(found.path)) if found.path else None
        said = worded(found.value, box, found.kind or (question.kind if question is not None else ""), question)
        if said.why:
            self._left(box, said.why)
        elif said.text:
            self.out.answers.append(BoxAnswer(box, said.text, fact=found.path, continues=said.continues))

    def _word(self, box: Box, item: Item) -> BoxAnswer | None:
        """Return the word of no-blanks mode for a box to write in that has no answer of its own, where there is one.

        Where there is none of something, its first box says so, and its other parts do not apply.
        """
        last = box.part.partition(".")[0] if item.group else ""
        written = box.kind is Kind.TEXT and not box.native
        empty = empty_box(item, self.sources, box.row, last) if written else None
        if empty is None:
            return None
        first = self.first.setdefault((box.item, box.line, box.row, last), box.part)
        state = empty.state
        if state is Empty.NONE and box.part != first:
            state = Empty.DOES_NOT_APPLY
        said = blank(self.sources.blanks, empty.kind, state).word
        return BoxAnswer(box, said, fact=empty.name, word=True) if said else None

    def _left(self, box: Box, why: str) -> None:
        self.out.left.append(Left(box.item, self.boxes.full(box), why))

    def _answers(self, place: tuple[str, Item], line: int) -> Sequence[Found]:
        """Return an Item's answers, found once."""
        part, item = place
        key = part, item.item, line
        if key not in self.found:
            self.found[key] = tuple(_found(part, item, self.sources))
        return self.found[key]

    def _inside(self, box: Box, found: Found) -> Iterator[Found]:
        """Yield what a box takes of an answer: the answer itself, or one fact of the row it stands for."""
        if found.value is not None:
            yield found
            return
        name = box.part.partition(".")[0]
        if name:
            yield from _fact(self.sources, f"{found.path}.{name}", "")

    def rows_without_a_box(self) -> None:
        """Continue the rows of every list that has more of them than the form."""
        last: dict[str, Box] = {}
        for box in self.boxes.boxes:
            if box.row and not box.unverified and box.row >= last.get(f"{box.item}/{box.line}", box).row:
                last[f"{box.item}/{box.line}"] = box
        for box in last.values():
            place = item_of(box, self.items)
            if place is not None:
                extra = self._answers(place, box.line)[box.row :]
                self._more(box, place[1], extra)
        for place, box in self._last_of_numbered():
            self._more(box, place[1], tuple(_beyond(place[1], self.sources)))

    def _last_of_numbered(self) -> Iterator[tuple[tuple[str, Item], Box]]:
        """Yield, of Items that are a group's first, second … row, the last one with one of its boxes."""
        numbered: dict[tuple[str, str, str], tuple[tuple[str, Item], Box]] = {}
        for box in self.boxes.boxes:
            place = item_of(box, self.items) if box.item and not box.repeat else None
            if place is not None and place[1].nth:
                key = place[0], place[1].group or place[1].fact or place[1].relative, place[1].where
                if key not in numbered or place[1].nth > numbered[key][0][1].nth:
                    numbered[key] = place, box
        yield from numbered.values()

    def _more(self, box: Box, item: Item, extra: Sequence[Found]) -> None:
        """Continue some rows in words."""
        text = "\n".join(row for one in extra if (row := self._row_in_words(box, one)))
        if text:
            part, _, number = box.item.partition(".")
            page = self.pages.get(self.boxes.full(box), 0)
            self.out.more.append(Overflow(page, part, number, item.label, text, extra[0].path))

    def _columns(self, box: Box) -> Sequence[str]:
        """Return the facts of a row that the form's own boxes hold, in their order."""
        own = (one.part.partition(".")[0] for one in self.boxes.boxes if self._same_list(one, box))
        return tuple(dict.fromkeys(one for one in own if one))

    def _same_list(self, one: Box, box: Box) -> bool:
        here, there = item_of(one, self.items), item_of(box, self.items)
        return here is not None and there is not None and here[1] is there[1]

    def _row_in_words(self, box: Box, found: Found) -> str:
        """Return one row of a list as a line: what each part is, and what was answered."""
        plain = box.model_copy(update={"part": ""})
        if found.value is not None:
            question = self.sources.interview.by_fact.get(pattern_of(found.path))
            return worded(found.value, plain, question.kind if question is not None else "", question).text
        words = []
        for last in self._columns(box):
            for fact in _fact(self.sources, f"{found.path}.{last}", ""):
                question = self.sources.interview.by_fact.get(pattern_of(fact.path))
                said = worded(fact.value, plain, fact.kind, question) if fact.value is not None else None
                if said is not None and said.text:
                    words.append(f"{last.replace('_', ' ')}: {said.text}")
        return "; ".join(words)


def _found(part: str, item: Item, sources: Sources) -> Iterator[Found]:
    """Yield an Item's answers, whatever its source; none while it waits for something else."""
    if item.fact or item.relative:
        paths = tuple(_paths(item, sources))
        for path in paths[item.nth - 1 : item.nth] if item.nth else paths:
            yield from _fact(sources, path, item.answer)
    elif item.group:
        rows = tuple(_rows(item, sources))
        yield from rows[item.nth - 1 : item.nth] if item.nth else rows
    elif item.attorney:
        yield from _decided(part, item, sources)
    elif item.clinic:
        yield from _known(item.clinic, sources.particular(item.clinic), item.answer)
    elif item.rule:
        yield from _known(f"rule: {item.rule}", RULES[item.rule].compute(sources), item.answer)


def _paths(item: Item, sources: Sources) -> Iterator[str]:
    """Yield the paths of the facts that an Item asks for."""
    pattern = sources.here(item.relative if sources.about and item.relative else item.fact)
    yield from (path for path in sources.instances(pattern) if _row_wanted(item, path, sources))


def _fact(sources: Sources, path: str, kind: str) -> Iterator[Found]:
    known = sources.facts.get(path)
    question = sources.interview.by_fact.get(pattern_of(path))
    if isinstance(known, Known):
        yield Found(path, printed(path, known.value, sources), question.kind if question is not None else kind)


def _known(name: str, fact: object, kind: str) -> Iterator[Found]:
    if isinstance(fact, Known):
        yield Found(name, fact.value, kind)


def _rows(item: Item, sources: Sources) -> Iterator[Found]:
    """Yield the rows of a group that an Item asks for."""
    here = sources.here(item.group)
    for number in sources.facts.rows(here).numbers:
        row = row_path(here, number)
        if _row_wanted(item, f"{row}.x", sources):
            yield Found(row)


def _beyond(item: Item, sources: Sources) -> Iterator[Found]:
    """Yield the rows of a group that come after the last one an Item of the form has room for."""
    if item.group:
        yield from tuple(_rows(item, sources))[item.nth :]
        return
    for path in tuple(_paths(item, sources))[item.nth :]:
        yield from _fact(sources, path, item.answer)


def _row_wanted(item: Item, path: str, sources: Sources) -> bool:
    """Say whether an Item asks for the row a path stands in; on a form only where that is certain."""
    condition = row_condition(item)
    if condition is None:
        return True
    return condition.evaluate(sources.facts, path[: path.rfind("]") + 1]).value is True


def _decided(part: str, item: Item, sources: Sources) -> Iterator[Found]:
    """Yield what an attorney decided, as long as it still holds."""
    name, ruling = f"{sources.form} {part}.{item.item}", standing(part, item, sources)
    if ruling.holds and ruling.value is not None:
        yield Found(name, ruling.value, item.answer)
