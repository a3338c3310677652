"""Leaks and clean texts that were written before the search was looked at, in the real files of invented clients.

Each set was run once before anything was mended for it; docs/decisions/0012-disclosure.md says what was found then.
Expected: ``block``, ``ask``, ``refuse`` (a picture), ``clean`` (not blocked).
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from placement.heldout.remembered import remember
from placement.heldout.told import Row, Told, result, right, rows, told

SETS = {"a": (51, 21), "b": (57, 18), "c": (64, 21), "d": (60, 20), "e": (48, 12), "f": (40, 12)}
OPEN: dict[str, tuple[int, ...]] = {}
"""Rows that the first run found wrong and that are not mended yet; one that is right now fails the test."""


@pytest.fixture(scope="module", autouse=True)
def _remembered() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        remember(patch)
        yield


@pytest.mark.parametrize("name", SETS)
def test_every_leak_of_a_set_is_stopped_and_no_clean_text_is(name: str) -> None:
    found = [(row, result(row, _whose(row, name))) for row in rows(name)]
    wrong = [(row, said) for row, said in found if not right(row, said)]
    assert [f"{row}: {said}" for row, said in wrong if row.number not in OPEN.get(name, ())] == []
    assert tuple(row.number for row, _ in wrong) == OPEN.get(name, ())
    kinds = Counter("clean" if row.expected == "clean" else "leak" for row, _ in found)
    assert (kinds["leak"], kinds["clean"]) == SETS[name]


def _whose(row: Row, name: str) -> Told:
    return told(row.client or name)


def test_no_place_stops_a_file_by_itself() -> None:
    places = dict.fromkeys(row.place for name in SETS for row in rows(name) if row.expected == "block")
    harmless = [Row(0, "clean", place, "", "meeting") for place in places if not place.endswith("number")][::2]
    assert len(harmless) > 60
    assert [row.place for row in harmless if result(row, told("a")) == "block"] == []
