"""What attorneys decided is kept like answers: in order, exported with the case, struck with a tombstone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from stores.making import AT, KINDS, LATER, kept, new_tables, set_up

from legalassist.cases.determination import Determination
from legalassist.stores.cases import open_case, save_determination
from legalassist.stores.erasing import strike
from legalassist.stores.exports import Lockup, Shape, export_case, import_case
from legalassist.stores.slots import CHEAP
from legalassist.stores.store import OpenStore

FIRST = Determination("i-914 4.1.A", "", "yes", "Jordan Example", "2026-11-20T10:00:00", "record read", "ab" * 32)
SECOND = Determination("i-914 4.1.A", "", "no", "Jordan Example", "2026-11-21T10:00:00")


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenStore]:
    tables = new_tables(request.param, tmp_path)
    yield set_up(tables).store
    tables.close()


def decided(store: OpenStore) -> None:
    opened = kept(store)
    opened = save_determination(store, opened, opened.case.determine(FIRST), AT)
    save_determination(store, opened, opened.case.determine(SECOND), LATER)


def test_determinations_come_back_in_order_and_the_last_one_counts(store: OpenStore) -> None:
    decided(store)
    case = open_case(store, "2026-0001").case
    assert case.determinations == (FIRST, SECOND)
    assert case.determined == {SECOND.key: SECOND}


def test_only_one_more_than_was_opened_is_saved(store: OpenStore) -> None:
    opened = kept(store)
    with pytest.raises(ValueError, match="adding a determination"):
        save_determination(store, opened, opened.case.determine(FIRST).determine(SECOND), AT)


@pytest.mark.parametrize(("shape", "expected"), [(Shape.CURRENT, (SECOND,)), (Shape.HISTORY, (FIRST, SECOND))], ids=str)
def test_an_export_carries_them(
    store: OpenStore, tmp_path: Path, shape: Shape, expected: tuple[Determination, ...]
) -> None:
    decided(store)
    path = tmp_path / "case.export"
    export_case(store, open_case(store, "2026-0001"), path, Lockup("six words", CHEAP), LATER, shape=shape)
    imported = import_case(store, path, "six words", "2026-0009", LATER)
    assert imported.case.determinations == expected
    assert open_case(store, "2026-0009").case.determinations == expected


def test_a_struck_determination_decides_nothing_any_more(store: OpenStore) -> None:
    decided(store)
    opened = open_case(store, "2026-0001")
    strike(store, opened, (opened.kept[-1].number,), "entered for the wrong client", LATER)
    case = open_case(store, "2026-0001").case
    assert len(case.determinations) == 2
    assert case.determined == {}, "an earlier one does not come back in its place"
