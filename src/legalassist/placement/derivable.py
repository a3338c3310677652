"""What anybody can work out of counts that were told as ranges: which numbers a count can still be.

A year is cut into parts (its quarters); each table cuts the same cases by the values of a dimension. Known are ranges
of counts, for parts and for the whole; every dimension's counts of a part add up to the same number of cases, and the
parts of a value to its whole. Nothing else is assumed.

`can_be` and `fits` are exact. Of one dimension the numbers of cases by part that fit are a generalised polymatroid: for
each set of parts a least and a most, which are the sums of the values' own (such sets of whole numbers add up without
gaps). Several dimensions fit together where one vector of whole numbers keeps all their bounds; it is looked for, not
concluded. Only where the search grows beyond `MOST_TRIES` it gives up: `can_be` says no then, `fits` yes, the careful
answers here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

MANY = 1_000_000
"""More than any count; the upper end of what is not known."""
MOST_TRIES = 2000

Span = tuple[int, int]
Bounds = tuple[list[int], list[int]]
"""The least and the most of every set of parts; a set is a number whose bits are its parts."""


@dataclass(frozen=True, slots=True)
class Value:
    """The counts of one value of a dimension: the range of each part's, and of the whole."""

    parts: tuple[Span, ...]
    whole: Span = (0, MANY)

    def at(self, place: int) -> Span:
        """Return the range at a place: the number of a part, or -1 for the whole."""
        return self.whole if place < 0 else self.parts[place]

    def within(self, place: int, span: Span) -> "Value":
        """Return the value with a range narrowed at a place."""
        low, high = self.at(place)
        new = max(low, span[0]), min(high, span[1])
        if place < 0:
            return replace(self, whole=new)
        return replace(self, parts=(*self.parts[:place], new, *self.parts[place + 1 :]))


Dimension = Sequence[Value]


class Known:
    """What is known: dimensions over the same cases."""

    def __init__(self, dimensions: Sequence[Dimension]) -> None:
        """Take the dimensions, each with the same parts."""
        self.dimensions = dimensions
        self._all = [_bounds(one) for one in dimensions]

    def fits(self) -> bool:
        """Say whether there are counts that fit all of it."""
        return _fits(self._all, unsure=True)

    def can_be(self, dimension: int, value: int, place: int, number: int) -> bool:
        """Say whether a count can be a number: of a value of a dimension, in a part or (-1) in the whole."""
        values = self.dimensions[dimension]
        low, high = values[value].at(place)
        if not low <= number <= high:
            return False
        fixed = values[value].within(place, (number, number))
        changed = _bounds([*values[:value], fixed, *values[value + 1 :]])
        return _fits([*self._all[:dimension], changed, *self._all[dimension + 1 :]], unsure=False)

    def numbers(self, dimension: int, value: int, place: int, among: range) -> Iterator[int]:
        """Yield the numbers of a range that a count can be, in their order."""
        return (number for number in among if self.can_be(dimension, value, place, number))


def _bounds(values: Dimension) -> Bounds | None:
    """Return the least and the most cases of each set of parts by the values of a dimension; None where none fit."""
    sets = 1 << len(values[0].parts)
    least, most = [0] * sets, [0] * sets
    for value in values:
        low, high = [0] * sets, [0] * sets
        for one in range(1, sets):
            part = (one & -one).bit_length() - 1
            rest = one & (one - 1)
            low[one], high[one] = low[rest] + value.parts[part][0], high[rest] + value.parts[part][1]
        under, over = value.whole
        if any(first > last for first, last in (*value.parts, value.whole)) or low[-1] > over or high[-1] < under:
            return None
        for one in range(1, sets):
            other = sets - 1 - one
            least[one] += max(low[one], under - high[other])
            most[one] += min(high[one], over - low[other])
    return least, most


def _fits(dimensions: Sequence[Bounds | None], *, unsure: bool) -> bool:
    known = [one for one in dimensions if one is not None]
    if len(known) < len(dimensions):
        return False
    least = [max(ends) for ends in zip(*(one[0] for one in known), strict=True)]
    most = [min(ends) for ends in zip(*(one[1] for one in known), strict=True)]
    tries = [MOST_TRIES]
    return _search(least, most, tries) or (unsure and tries[0] < 0)


@lru_cache
def _pairs(sets: int) -> tuple[tuple[int, int, int], ...]:
    """Return each two sets without a common part, with their union."""
    return tuple((one, two, one | two) for one in range(1, sets) for two in range(one + 1, sets) if not one & two)


def _tighten(least: list[int], most: list[int]) -> bool:
    """Narrow the bounds of sets by those of their unions until nothing changes; False where nothing can fit."""
    changed = True
    while changed:
        changed = False
        for one, two, both in _pairs(len(least)):
            for at, low, high in (
                (both, least[one] + least[two], most[one] + most[two]),
                (one, least[both] - most[two], most[both] - least[two]),
                (two, least[both] - most[one], most[both] - least[one]),
            ):
                if low > least[at]:
                    least[at], changed = low, True
                if high < most[at]:
                    most[at], changed = high, True
                if least[at] > most[at]:
                    return False
    return all(low <= high for low, high in zip(least, most, strict=True))


_EXACT = 4
"""How many sets two parts have: bounds of two parts and of their sum that are tight always hold a whole number."""


def _search(least: list[int], most: list[int], tries: list[int]) -> bool:
    """Say whether whole numbers keep the bounds of every set of parts; the narrowest part is tried first."""
    tries[0] -= 1
    if tries[0] < 0 or not _tighten(least, most):
        return False
    sets = len(least)
    if sets <= _EXACT:
        return True
    part = min(range(sets.bit_length() - 1), key=lambda one: most[1 << one] - least[1 << one])
    return any(
        _search(*_without(least, most, part, number), tries)
        for number in _outwards(least[1 << part], most[1 << part], tries)
    )


def _outwards(low: int, high: int, tries: list[int]) -> Iterator[int]:
    """Yield the numbers of a range from its middle, as long as anything is tried."""
    middle = (low + high) // 2
    for step in range(high - low + 1):
        if tries[0] < 0:
            return
        away = (step + 1) // 2 if step % 2 else -(step // 2)
        yield middle + away


def _without(least: list[int], most: list[int], part: int, number: int) -> Bounds:
    """Return the bounds of the other parts where one part has a number."""
    bit, sets = 1 << part, len(least)
    rest = [one for one in range(sets) if not one & bit]
    return (
        [max(least[one], least[one | bit] - number) for one in rest],
        [min(most[one], most[one | bit] - number) for one in rest],
    )
