"""No table gives away what another hides: what is refused, and that every vector of counts there is agrees."""

from collections.abc import Iterable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.errors import UsageError
from legalassist.placement.figures import HIDDEN, NOT_STATED, TIME, Counted, count, told
from legalassist.placement.subtraction import FEWEST_NUMBERS, check_subtraction, span_of

KINDS, AGES = ("labor", "sex", "both"), ("adult", "young")


def table(period: str, dimension: str, **cells: int) -> Counted:
    return Counted(period, dimension, tuple((name, told(number)) for name, number in cells.items()))


def median(period: str, days: str) -> Counted:
    return Counted(period, TIME, (("median days", days),))


WHOLE = table("2026", "kind", labor=120, sex=80)
QUARTERS = [table(f"2026-Q{number}", "kind", labor=30, sex=20) for number in (1, 2, 3, 4)]
TENS = count("2026", "kind", ["labor"] * 10 + ["sex"] * 10 + ["both"] * 10 + [""] * 10, KINDS)
NINES = count("2026", "age", ["adult"] * 22 + ["young"] * 9 + [""] * 9, AGES)
FORTIES = [table(f"2026-Q{number}", "kind", labor=40) for number in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("new", "old", "message"),
    [
        (NINES, [TENS], r"could be only 1 number\b"),  # 40 cases or more, 22 adults or fewer: nine and nine
        (table("2026", "age", adult=45, young=0, old=0), [table("2026", "kind", labor=12, sex=12, both=20)],
         "only 4 numbers"),  # 46 cases or fewer, 43 adults or more: three at most
        (table("2026-Q1", "age", adult=23, young=1), [table("2026-Q1", "kind", labor=12, sex=12)], "only 2 numbers"),
        # what is left of the year, told nowhere
        (table("2026", "kind", labor=114), FORTIES[:3], "the rest of 2026"),
        (FORTIES[2], [*FORTIES[:2], table("2026", "kind", labor=114)], "the rest of 2026"),
        # the total of a year by its quarters, and by another dimension
        (table("2026", "age", adult=168, young=0, old=0), FORTIES, "only 1 number"),
        # a median needs ten cases
        (median("2026-Q1", "30"), [table("2026", "kind", labor=10)], "all cases of the rest of 2026"),
    ],
)  # fmt: skip
def test_what_would_leave_a_small_count_too_few_numbers_is_refused(
    new: Counted, old: list[Counted], message: str
) -> None:
    for order in (old, old[::-1]):
        with pytest.raises(UsageError, match=message):
            check_subtraction(new, order)


def test_tables_that_give_nothing_away_go_out() -> None:
    check_subtraction(WHOLE, QUARTERS)
    check_subtraction(WHOLE, QUARTERS[:3])
    check_subtraction(WHOLE, [WHOLE])
    check_subtraction(WHOLE, [table("2025", "kind", labor=50, sex=4), table("2026-Q1", "kind", labor=20, sex=15)])
    check_subtraction(table("2026", "age", adult=180, young=12), [table("2026", "kind", labor=90, sex=105)])
    check_subtraction(table("2026", "age", adult=90, young=4), [table("2026", "kind", labor=50, sex=45)])  # 0 to 9
    check_subtraction(median("2026", HIDDEN), [*QUARTERS, WHOLE])  # a median counts no cases
    check_subtraction(WHOLE, [median("2026", "40"), *QUARTERS])


def test_a_table_that_changed_goes_out_only_as_a_correction_and_both_count_as_known() -> None:
    wrong = table("2026", "kind", labor=3, sex=2, both=5, none=1)
    right = table("2026", "kind", labor=10, sex=10, both=10, none=10)
    with pytest.raises(UsageError, match="was published: what it told has changed") as refused:
        check_subtraction(right, [wrong])
    assert "--corrects" in refused.value.hint
    check_subtraction(right, [wrong], corrects=True)
    with pytest.raises(UsageError, match="only 1 number"):
        check_subtraction(NINES, [wrong, right])
    with pytest.raises(UsageError, match="only 1 number"):  # what was wrong can have been right all the same
        check_subtraction(NINES, [right, wrong])
    with pytest.raises(UsageError, match="leave --corrects out"):
        check_subtraction(right, [], corrects=True)


def lists_of(values: Iterable[str]) -> st.SearchStrategy[list[str]]:
    """Return lists that have each value from none to some 14 times."""
    names = tuple(values)
    many = st.tuples(*[st.sampled_from((0, 0, 1, 8, 9, 10, 11, 14))] * len(names))
    return many.map(lambda counts: [name for name, number in zip(names, counts, strict=True) for _ in range(number)])


@settings(max_examples=40)
@given(lists_of((*KINDS, "")), st.lists(st.integers(0, 5), min_size=60, max_size=60), st.booleans())
def test_by_every_vector_there_is_each_hidden_count_keeps_enough_numbers(
    kinds: list[str], dice: list[int], turned: bool
) -> None:  # fmt: skip
    ages = [("adult", "adult", "adult", "young", "", "adult")[dice[at]] for at, _ in enumerate(kinds)]
    tables = [count("2026", "kind", kinds, KINDS), count("2026", "age", ages, AGES)]
    first, second = reversed(tables) if turned else tables
    check_subtraction(first, [])
    left = fewest_numbers([first, second])
    if left < FEWEST_NUMBERS:
        with pytest.raises(UsageError, match=f"only {left} number|only"):
            check_subtraction(second, [first])
    else:
        check_subtraction(second, [first])


def fewest_numbers(tables: list[Counted]) -> int:
    """Return how many numbers the hidden cell with the fewest can be, over every vector of counts that fits all."""
    by_total: list[dict[int, list[set[int]]]] = []
    for one in tables:
        spans = [range(low, high + 1) for low, high in (span_of(said) for _, said in one.cells)]
        found: dict[int, list[set[int]]] = {}
        for counts in product(*spans):
            cells = found.setdefault(sum(counts), [set() for _ in counts])
            for cell, number in zip(cells, counts, strict=True):
                cell.add(number)
        by_total.append(found)
    common = set.intersection(*(set(one) for one in by_total))
    return min(
        (
            len(set.union(*(found[total][cell] for total in common)))
            for one, found in zip(tables, by_total, strict=True)
            for cell, (_, said) in enumerate(one.cells)
            if said == HIDDEN
        ),
        default=FEWEST_NUMBERS,
    )


def test_not_stated_is_a_cell_like_any_other() -> None:
    assert NINES.hidden == {"young", NOT_STATED}
