"""The boxes of official forms: every one mapped or by hand, none twice, each on an Item the edition has."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from legalassist.checks.matter import Matter, trying
from legalassist.errors import ContentError, Problem
from legalassist.forms.answering import item_of, items_of
from legalassist.forms.blank import Kind
from legalassist.forms.boxes import SUFFIX, Box, Boxes, boxes_source
from legalassist.forms.edition import Edition, Item, read_edition
from legalassist.interviews.schema import Interview
from legalassist.interviews.written import validate
from legalassist.interviews.yaml_source import Source, did_you_mean

_BLOCK = frozenset({"page", "part", "item", "text"})
PARTS = frozenset({
    "family", "given", "middle", "native", "full", "street", "unit kind", "unit", "city", "state", "zip code",
    "province", "postal code", "country", "in care of",
})  # fmt: skip
"""The parts of a name or an address that a box can hold."""

_UNTOLD = frozenset({Kind.BARCODE, Kind.BUTTON})


def box_problems(matter: Matter) -> Iterator[Problem]:
    """Yield everything wrong with a matter's boxes files."""
    for book in matter.library.books(f"templates/{matter.name}/forms", f"{SUFFIX}.yaml"):
        name = book.name.rpartition("/")[2].removesuffix(f"{SUFFIX}.yaml")
        yield from trying(book.name, lambda name=name: _file_problems(matter, name))  # type: ignore[misc]


def _file_problems(matter: Matter, name: str) -> Iterator[Problem]:
    """Yield everything wrong with one file."""
    source = boxes_source(matter.library, matter.name, name)
    boxes, shape = validate(Boxes, source)
    yield from (*source.problems, *shape)
    if boxes is None:
        return
    if matter.library.find(f"templates/{matter.name}/forms/{name}.yaml") is None:
        yield source.problem(("form",), f"there is no {name}.yaml with the form's Items beside it")
        return
    try:
        edition = read_edition(matter.library, matter.name, name)
    except ContentError:
        return  # `checks.forms` says what is wrong with it
    looking = _Looking(source, boxes, edition, matter.interview)
    yield from looking.heads()
    for number, box in enumerate(boxes.boxes):
        yield from looking.box(number, box)
    yield from looking.twice()
    yield from looking.groups()
    yield from looking.blocks()


@dataclass(frozen=True, slots=True)
class _Looking:
    """Looks at one boxes file beside its edition."""

    source: Source
    boxes: Boxes
    edition: Edition
    interview: Interview | None

    def heads(self) -> Iterator[Problem]:
        """Check that both files speak of the same form, edition and file."""
        for key in ("form", "edition", "sha256"):
            ours, theirs = getattr(self.boxes, key), getattr(self.edition, key)
            if ours != theirs:
                yield self.source.problem((key,), f"the edition's own file says {key}: {theirs or 'nothing'}")

    def box(self, number: int, box: Box) -> Iterator[Problem]:
        """Check one box: exactly one reason why it is filled or not, and an Item that is there."""
        at = ("boxes", number)
        if box.kind in _UNTOLD:
            if box.item or box.block:
                yield self.source.problem(at, f"a {box.kind.value} is the agency's and belongs to no Item")
            return
        if bool(box.item) == bool(box.block):
            message = "a box belongs to an Item ('item:') or to the additional information ('block:')"
            yield self.source.problem(at, message, "a box that a person fills has 'by hand:' beside its item")
            return
        if box.page > self.boxes.pages:
            yield self.source.problem(at, f"the form has {self.boxes.pages} pages")
        if box.block:
            if box.part not in _BLOCK:
                yield self.source.problem(at, f"a box of a block holds one of: {', '.join(sorted(_BLOCK))}")
            return
        yield from self._item(number, box)

    def _item(self, number: int, box: Box) -> Iterator[Problem]:
        """Check a box that belongs to an Item."""
        at, items = ("boxes", number), items_of(self.edition)
        place = item_of(box, items)
        if place is None:
            message = f"the edition has no Item {box.item!r}" + (f", line {box.line}" if box.line > 1 else "")
            yield self.source.problem(at, message, did_you_mean(box.item, tuple(items)))
            return
        if box.kind is Kind.CHECK and not (box.means or box.unverified or box.by_hand):
            yield self.source.problem(at, "a check box says which answer ticks it ('is:')", "or 'unverified: yes'")
        if box.part and not box.by_hand:
            yield from self._part(at, box, place[1])

    def _part(self, at: tuple[str, int], box: Box, item: Item) -> Iterator[Problem]:
        """Check which part of the answer a box holds."""
        fact, _, rest = box.part.partition(".")
        inside = tuple(self._facts_of(item))
        if item.group and fact not in inside and self.interview is not None:
            yield self.source.problem(at, f"a row of {item.group} has no {fact!r}", did_you_mean(fact, inside))
        elif rest and rest not in PARTS:
            yield self.source.problem(at, f"there is no part {rest!r}", did_you_mean(rest, PARTS))

    def _facts_of(self, item: Item) -> Iterator[str]:
        group = self.interview.by_fact.get(item.group) if self.interview is not None else None
        for question in group.questions if group is not None else ():
            yield question.fact.rpartition("[].")[2]

    def twice(self) -> Iterator[Problem]:
        """Check that no box stands here twice, and that no two boxes say the same unless one repeats the other."""
        names: Counter[str] = Counter()
        said: Counter[tuple[object, ...]] = Counter()
        for number, box in enumerate(self.boxes.boxes):
            names[box.box] += 1
            if names[box.box] > 1:
                yield self.source.problem(("boxes", number), f"the box {box.box} stands here twice")
            if box.repeat or box.unverified or box.by_hand or box.kind in _UNTOLD:
                continue
            key = (box.item, box.line, box.part, box.row, box.means, box.block, box.kind is Kind.CHECK)
            said[key] += 1
            if said[key] > 1:
                message = "another box holds the same part of the same answer"
                yield self.source.problem(("boxes", number), message, "say which part it is, or 'repeat: yes'")

    def groups(self) -> Iterator[Problem]:
        """Check that a group excludes something: two or more check boxes."""
        counted = Counter(box.group for box in self.boxes.boxes if box.group)
        for number, box in enumerate(self.boxes.boxes):
            if box.group and (counted[box.group] < 2 or box.kind is not Kind.CHECK):  # noqa: PLR2004 - one of several
                yield self.source.problem(("boxes", number), f"the group {box.group!r} is two or more check boxes")

    def blocks(self) -> Iterator[Problem]:
        """Check that each space for additional information has all its boxes."""
        found: dict[int, set[str]] = {}
        for box in self.boxes.boxes:
            if box.block:
                found.setdefault(box.block, set()).add(box.part)
        for number, parts in found.items():
            if lacking := _BLOCK - parts:
                yield self.source.problem(("boxes",), f"block {number} lacks: {', '.join(sorted(lacking))}")
