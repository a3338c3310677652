"""Decide like items of forms together: each is shown, one word decides them all, each is kept as its own determination.

Two kinds are alike: the Yes or No items of one Part of one person's form whose plain answers are all "no", and one item
for several people whose plain answers read the same. Nothing is decided that was not shown and answered for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from legalassist.api.determining import Deciding, FormToDecide, keep, read_for
from legalassist.forms.attorney_items import AttorneyItem, Beside

_NO = frozenset({"no", "0 listed"})


class Alike(StrEnum):
    """What makes items alike."""

    PART = "part"
    """The Yes or No items of one Part of one person's form whose plain answers are all "no"."""
    ITEM = "item"
    """One item of a form for several people whose plain answers read the same."""


@dataclass(frozen=True, slots=True)
class Together:
    """Some open items that are alike: the form, the Part, and each item with the form it stands in."""

    form: str
    title: str
    part: str
    items: tuple[tuple[FormToDecide, AttorneyItem], ...]

    @property
    def options(self) -> tuple[str, ...]:
        """The words each of the items can hold."""
        return self.items[0][1].options


def alike(forms: Sequence[FormToDecide], how: Alike) -> tuple[Together, ...]:
    """Return every group of two or more open items that are alike, in the order of the packet."""
    groups: dict[tuple[object, ...], list[tuple[FormToDecide, AttorneyItem]]] = {}
    for form in forms:
        for one in form.items:
            key = _key(form, one, how)
            if one.open and key:
                groups.setdefault(key, []).append((form, one))
    several = (items for items in groups.values() if len(items) > 1)
    return tuple(Together(items[0][0].form, items[0][0].title, items[0][1].part, tuple(items)) for items in several)


def _key(form: FormToDecide, one: AttorneyItem, how: Alike) -> tuple[object, ...]:
    """Return what an item has in common with those it is alike with; empty where it has to be decided alone."""
    if how is Alike.PART:
        return (form.piece, form.about, one.part) if says_no(one) else ()
    return (form.form, one.name, one.options, tuple(each.words for each in one.beside)) if one.answered else ()


def says_no(one: AttorneyItem) -> bool:
    """Say whether every plain answer beside a Yes or No item is "no", and at least one is there."""
    if one.item.answer != "yes no" or not one.answered:
        return False
    said = [word for beside in one.beside for word in _words(beside)]
    return bool(said) and all(word in _NO for word in said)


def _words(beside: Beside) -> Iterator[str]:
    """Yield the answers that stand in one line beside an item, one for each row."""
    yield from (word.strip().casefold() for word in beside.words.split(", ") if word.strip())


def decide_together(deciding: Deciding, group: Together, typed: str, by: str, at: str) -> Deciding:
    """Return the case with one more determination for each item of a group, each kept durably by itself.

    Each rests on the plain answers that were shown beside its own item. Raises UsageError where there is no such
    attorney, or the value does not fit one of the items, with nothing recorded; what the keeper raises.
    """
    attorney = deciding.clinic.attorney_by(by)
    read: Mapping[int, str] = {n: read_for(deciding, one, typed) for n, (_, one) in enumerate(group.items)}
    for number, (_, one) in enumerate(group.items):
        deciding = keep(deciding, one, read[number], attorney, at)
    return deciding
