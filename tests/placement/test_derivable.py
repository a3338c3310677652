"""What a count can still be, against an oracle that writes down every vector of counts there is."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalassist.placement import derivable
from legalassist.placement.derivable import MANY, Dimension, Known, Span, Value

SPANS = st.tuples(st.integers(0, 2), st.integers(0, 2)).map(lambda ends: (min(ends), max(ends)))
WHOLES = st.one_of(st.just((0, MANY)), st.tuples(st.integers(0, 5), st.integers(0, 4)).map(lambda a: (a[0], sum(a))))


@st.composite
def known(draw: st.DrawFn) -> list[Dimension]:
    """Return dimensions over one year: few parts, few values, small counts, so that all of it can be written down."""
    parts = draw(st.integers(1, 4))
    most = 2 if parts > 2 else 3
    value = st.builds(Value, st.tuples(*[SPANS] * parts), WHOLES)
    return draw(st.lists(st.lists(value, min_size=1, max_size=most), min_size=1, max_size=3))


def written_down(values: Dimension) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Yield every way to fill the cells of a dimension: the counts of each value by part."""
    ways = [
        [one for one in product(*(range(low, high + 1) for low, high in value.parts))
         if value.whole[0] <= sum(one) <= value.whole[1]]
        for value in values
    ]  # fmt: skip
    yield from product(*ways)


def by_oracle(dimensions: list[Dimension]) -> dict[tuple[int, int, int], set[int]]:
    """Return the numbers that each count has in any vector that fits, by dimension, value and place."""
    totals = [{tuple(map(sum, zip(*way, strict=True))) for way in written_down(one)} for one in dimensions]
    common = set.intersection(*totals)
    found: dict[tuple[int, int, int], set[int]] = {}
    for number, values in enumerate(dimensions):
        for way in written_down(values):
            if tuple(map(sum, zip(*way, strict=True))) in common:
                for value, counts in enumerate(way):
                    for place, count in ((-1, sum(counts)), *enumerate(counts)):
                        found.setdefault((number, value, place), set()).add(count)
    return found


@given(known())
def test_the_numbers_a_count_can_be_are_those_of_every_vector_there_is(dimensions: list[Dimension]) -> None:
    told, oracle = Known(dimensions), by_oracle(dimensions)
    assert told.fits() == bool(oracle)
    for number, values in enumerate(dimensions):
        for at, value in enumerate(values):
            for place in range(-1, len(value.parts)):
                can = set(told.numbers(number, at, place, range(9)))
                assert can == oracle.get((number, at, place), set()), (number, at, place)


def totals(*sums: tuple[tuple[int, ...], Span]) -> list[Dimension]:
    """Return dimensions that each tell the sum of some of four parts."""
    return [
        [Value(tuple((0, MANY) if part in parts else (0, 0) for part in range(4)), told),
         Value(tuple((0, 0) if part in parts else (0, MANY) for part in range(4)))]
        for parts, told in sums
    ]  # fmt: skip


def test_halves_are_no_counts() -> None:
    pairs = [((0, 1), (3, 3)), ((1, 2), (4, 4)), ((0, 2), (4, 4))]  # only 1.5, 1.5 and 2.5 would do
    assert not Known(totals(*pairs)).fits()
    assert Known(totals(*pairs[:2], ((0, 2), (5, 5)))).fits()


def test_where_the_search_gives_up_nothing_is_possible_and_nothing_is_told_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(derivable, "MOST_TRIES", 0)
    told = Known([[Value(((0, 5), (0, 5), (0, 5)))]])
    assert told.fits()
    assert not told.can_be(0, 0, 0, 3)
