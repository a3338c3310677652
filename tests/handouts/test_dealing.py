"""Statements are dealt out to panels in their order, evenly, and a kind is not torn apart without need."""

from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.handouts.dealing import dealt

THINGS = st.lists(st.tuples(st.integers(1, 400), st.sampled_from("dskc")), max_size=16)


@settings(max_examples=60)
@given(THINGS, st.integers(1, 6))
def test_each_thing_lies_in_exactly_one_part_in_its_order_and_no_part_is_empty(
    things: list[tuple[int, str]], count: int
) -> None:
    parts = dealt([weight for weight, _ in things], [kind for _, kind in things], count)
    assert [number for first, past in parts for number in range(first, past)] == list(range(len(things)))
    assert len(parts) == min(count, len(things))
    assert all(first < past for first, past in parts)


def test_parts_are_even_and_end_where_a_kind_ends_if_that_costs_little() -> None:
    assert dealt([100, 100, 100, 100], "dddd", 2) == [(0, 2), (2, 4)]
    assert dealt([100, 90, 110, 100], "dssk", 3) == [(0, 1), (1, 3), (3, 4)]
    assert dealt([100, 100, 100, 100, 100], "ddskk", 2) == [(0, 2), (2, 5)]
    assert dealt([100, 100, 100, 100, 100, 100], "dddddk", 2) == [(0, 3), (3, 6)]  # too uneven: it is torn


def test_one_heavy_thing_takes_a_part_of_its_own() -> None:
    assert dealt([50, 900, 50], "ddd", 3) == [(0, 1), (1, 2), (2, 3)]
    assert dealt([], "", 3) == []
