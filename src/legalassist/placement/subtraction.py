"""What the published tables tell together: a table goes out only while every small count stays in the dark.

Anybody may put together the tables of a year and its quarters: of a count that is told, the range it was rounded from
(10 is 10 to 12, 15 is 13 to 17), of a hidden one 0 to 9; every dimension of a period counts the same cases; quarters
add up to their year; a median that is told needs ten cases. From these, `derivable` says exactly which numbers each
count can still be. The rule is the programme's own: whatever may be under 10, told as hidden or not told at all
(the rest of a year, a period's total), keeps at least `FEWEST_NUMBERS` numbers that it can be; by itself a table
leaves a hidden count all ten.

Tables are told of different days, and cases change. Where all tables of a year cannot be true of one day, those are
put together that can: from the newest back, and each older one with the newest.
"""

from collections.abc import Iterator, Sequence

from legalassist.errors import UsageError
from legalassist.placement.derivable import MANY, Known, Span, Value
from legalassist.placement.figures import HIDDEN, NEAREST, SMALLEST, TIME, Counted
from legalassist.placement.stages import PLACED

FEWEST_NUMBERS = 5
"""How many numbers a small count can be at least, by all that was published."""
_HINT = "give another dimension, the whole year in place of a quarter, or no table: what went out cannot be taken back"
_QUARTERS = 4


def check_subtraction(new: Counted, published: Sequence[Counted], *, corrects: bool = False) -> None:
    """Refuse a table from which, with the published ones (oldest first), a small count could be worked out.

    Another table of the same period and dimension is refused too, unless it `corrects` that one; both count as known
    then. Raises UsageError.
    """
    same = [one for one in published if (one.period, one.dimension) == (new.period, new.dimension)]
    if new in published and same[-1] == new:
        return
    if same and not corrects:
        message = f"another table of {new.dimension}, {new.period}, was published: what it told has changed since"
        raise UsageError(message, hint="if that one was wrong or is out of date, publish this one with --corrects")
    if corrects and not same:
        raise UsageError("no table of this period and dimension was published", hint="leave --corrects out")
    year = new.period[:4]
    for tables in _together([*(one for one in published if one.period[:4] == year), new]):
        for dimension, value, period, numbers in _narrow(tables):
            what = f"'{value}' ({dimension}, {period})" if value else f"all cases of {period}"
            others = sorted({f"{one.dimension} {one.period}" for one in tables if one != new})
            beside = f" beside {', '.join(others)}" if others else ""
            message = f"refused{beside}: the count of {what} could be only {numbers} number{'s' * (numbers > 1)}"
            raise UsageError(f"{message}, and it may be under {SMALLEST}", hint=_HINT)


def _together(tables: Sequence[Counted]) -> Iterator[tuple[Counted, ...]]:
    """Yield the sets of tables that can be true of one day, each with the last one: all, or as many as fit."""
    if _Year(tables).known.fits():
        yield tuple(tables)
        return
    seen = set()
    *before, new = tables
    for first in (new, *before):
        kept = [new] if first is new else [first, new]
        if not _Year(kept).known.fits():
            continue
        for one in reversed(before):
            if one is not first and _Year([*kept, one]).known.fits():
                kept.append(one)
        if (found := frozenset(kept)) not in seen:
            seen.add(found)
            yield tuple(kept)


class _Year:
    """The tables of a year as ranges: its parts are the quarters that have tables, and the rest of the year."""

    def __init__(self, tables: Sequence[Counted]) -> None:
        self.year = tables[0].period[:4]
        quarters = sorted({one.period for one in tables} - {self.year})
        self.parts = quarters if len(quarters) == _QUARTERS else [*quarters, f"the rest of {self.year}"]
        self.named: dict[tuple[str, tuple[str, ...]], dict[str, Value]] = {("", ("",)): {"": self._open()}}
        for one in tables:
            if one.dimension != TIME:
                self._add(one)
        for one in tables:
            if one.dimension == TIME:
                self._add_median(one)
        self.known = Known([tuple(values.values()) for values in self.named.values()])

    def _open(self) -> Value:
        return Value(((0, MANY),) * len(self.parts))

    def place(self, period: str) -> int:
        """Return where a period's count stands in a value: the number of its part, -1 for the year."""
        return -1 if period == self.year else self.parts.index(period)

    def _add(self, table: Counted) -> None:
        values = tuple(sorted(value for value, _ in table.cells))
        named = self.named.setdefault((table.dimension, values), {value: self._open() for value in values})
        for value, told in table.cells:
            named[value] = named[value].within(self.place(table.period), span_of(told))

    def _add_median(self, table: Counted) -> None:
        """A median that is told is of ten cases or more; where it is not, fewer than ten were placed."""
        place, hidden = self.place(table.period), bool(table.hidden)
        for (dimension, _), named in self.named.items():
            if not dimension and not hidden:
                named[""] = named[""].within(place, (SMALLEST, MANY))
            if hidden and PLACED in named:
                named[PLACED] = named[PLACED].within(place, span_of(HIDDEN))

    def places(self) -> Iterator[tuple[int, str]]:
        """Yield the places a count can stand at, with their periods."""
        if len(self.parts) > 1:
            yield from enumerate(self.parts)
        yield -1, self.year


def _narrow(tables: Sequence[Counted]) -> Iterator[tuple[str, str, str, int]]:
    """Yield each count that may be under ten and can be too few numbers: dimension, value, period, how many."""
    year = _Year(tables)
    for at, ((dimension, _), named) in enumerate(year.named.items()):
        for number, (value, ranges) in enumerate(named.items()):
            for place, period in year.places():
                if ranges.at(place)[0] >= SMALLEST:
                    continue
                found = _numbers(year.known, at, number, place)
                if found < FEWEST_NUMBERS:
                    yield dimension, value, period, found


def _numbers(known: Known, dimension: int, value: int, place: int) -> int:
    """Return how many numbers a count can be, as far as it matters; enough of them where it is ten or more for sure."""
    small = 0
    for _ in known.numbers(dimension, value, place, range(SMALLEST)):
        small += 1
        if small == FEWEST_NUMBERS:
            return small
    if not small:
        return FEWEST_NUMBERS
    more = known.numbers(dimension, value, place, range(SMALLEST, SMALLEST + FEWEST_NUMBERS - small))
    return small + sum(1 for _ in more)


def span_of(told: str) -> Span:
    """Return the counts that something told of a count can stand for."""
    if told == HIDDEN:
        return 0, SMALLEST - 1
    off = NEAREST // 2
    return max(SMALLEST, int(told) - off), int(told) + off
