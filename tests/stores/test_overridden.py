"""Overrides of the gate in the store: they come back, leave only with everything, and can be struck."""

from pathlib import Path

import pytest
from stores.making import AL, AT, BO, LATER, all_bytes, kept, opened_by

from legalassist.cases.override import Override
from legalassist.errors import StoreError
from legalassist.stores.cases import demand, open_case, save_override
from legalassist.stores.erasing import erase, strike
from legalassist.stores.exports import Lockup, Shape, export_case, import_case
from legalassist.stores.records import Kind, Overridden
from legalassist.stores.slots import CHEAP
from legalassist.stores.store import OpenStore
from legalassist.stores.tables import Table
from legalassist.stores.verifying import problems

FIRST = Override("part-4-waiver", "The yes touches no ground.", "as", "2026-11-23T14:00:00", "ab" * 32)
OTHER = Override("signatures", "Signed in ink, scan to come.", "as", "2026-11-23T14:00:00", "cd" * 32)
BACK = Override("signatures", "", "as", "2026-11-23T15:00:00", given=False)
WORDS = "six words of a file"


def overridden(store: OpenStore) -> None:
    opened = kept(store)
    for one in (FIRST, OTHER, BACK):
        opened = save_override(store, opened, opened.case.override(one), AT)


def test_they_come_back_in_order_and_the_last_one_counts(store: OpenStore) -> None:
    overridden(store)
    opened = open_case(opened_by(store.tables, BO), "2026-0001")
    assert opened.case.overrides == (FIRST, OTHER, BACK)
    assert opened.case.overridden == {FIRST.rule: FIRST}
    assert demand(store, opened)["overridden"] == 3
    assert not problems(store)


def test_only_one_more_than_was_opened_is_saved_and_two_who_override_lose_nothing(store: OpenStore) -> None:
    mine, theirs = kept(store), open_case(store, "2026-0001")
    with pytest.raises(ValueError, match="adding an override"):
        save_override(store, mine, mine.case.override(FIRST).override(OTHER), AT)
    after = save_override(store, mine, mine.case.override(FIRST), AT)
    with pytest.raises(StoreError, match="somebody else saved"):
        save_override(store, theirs, theirs.case.override(OTHER), AT)
    assert open_case(store, "2026-0001") == after


@pytest.mark.parametrize("shape", list(Shape), ids=str)
def test_an_export_leaves_them_behind_unless_everything_leaves(store: OpenStore, tmp_path: Path, shape: Shape) -> None:
    overridden(store)
    path = tmp_path / "case.export"
    export_case(store, open_case(store, "2026-0001"), path, Lockup(WORDS, CHEAP), LATER, shape=shape)
    expected = (FIRST, OTHER, BACK) if shape is Shape.EVERYTHING else ()
    import_case(store, path, WORDS, "2026-0009", LATER)
    assert open_case(store, "2026-0009").case.overrides == expected
    assert not problems(store)


def test_a_struck_one_overrides_nothing_and_no_older_export_brings_it_back(store: OpenStore, tmp_path: Path) -> None:
    overridden(store)
    path = tmp_path / "case.export"
    export_case(store, open_case(store, "2026-0001"), path, Lockup(WORDS, CHEAP), LATER, shape=Shape.EVERYTHING)
    attorney = opened_by(store.tables, AL)
    opened = open_case(attorney, "2026-0001")
    (number,) = [
        one.number for one in opened.kept if isinstance(one.record, Overridden) and one.record.rule != "signatures"
    ]
    strike(attorney, opened, (number,), "names a co-worker", LATER)
    again = open_case(store, "2026-0001")
    assert again.case.overridden == {}
    assert again.case.overrides[0] == Override(FIRST.rule, "", FIRST.by, FIRST.at, given=False)
    assert not problems(store)
    import_case(store, path, WORDS, "2026-0009", LATER)
    assert FIRST.reason not in {one.reason for one in open_case(store, "2026-0009").case.overrides}
    caseworker = opened_by(store.tables, BO)
    with pytest.raises(StoreError, match="attorney"):
        strike(caseworker, open_case(caseworker, "2026-0001"), (number + 1,), "why", LATER)


def test_erasing_the_case_takes_them_along(store: OpenStore, tmp_path: Path) -> None:
    overridden(store)
    opened = open_case(store, "2026-0001")
    stream = opened.stream(Kind.ANSWERS)
    erase(store, opened, LATER)
    with store.reading() as look:
        assert not list(look.rows(Table.RECORDS, stream.id))
    assert FIRST.reason.encode() not in all_bytes(tmp_path)
