"""What was noted about a contradiction is kept apart: its own stream, off in exports, its note shredded by itself."""

from pathlib import Path

import pytest
from stores.making import AL, AT, BO, LATER, SAID, all_bytes, kept, opened_by

from legalassist.cases.settlement import Settlement
from legalassist.errors import StoreError
from legalassist.stores.cases import demand, open_case, save_case, save_settlement, set_hold
from legalassist.stores.erasing import erase, shred_note
from legalassist.stores.exports import Lockup, Shape, export_case, import_case
from legalassist.stores.records import Answered, Kind, Opened, Tombstone
from legalassist.stores.slots import CHEAP
from legalassist.stores.store import OpenStore
from legalassist.stores.tables import Table
from legalassist.stores.verifying import problems

FIRST = Settlement("0123456789", "She gave the lunar day.", "Bo Chen", "2026-11-23T14:00:00", "ab" * 32)
OTHER = Settlement("abcdef0123", "Two sisters.", "Bo Chen", "2026-11-23T14:00:00", "cd" * 32)
BACK = Settlement("abcdef0123", "", "Al Stern", "2026-11-23T15:00:00", settled=False)
WORDS = "six words of a file"


def settled(store: OpenStore, *notes: Settlement) -> None:
    opened = kept(store)
    for one in notes or (FIRST, OTHER, BACK):
        opened = save_settlement(store, opened, opened.case.settle(one), AT)


def test_settlements_come_back_in_order_and_the_last_one_counts(store: OpenStore) -> None:
    settled(store)
    opened = open_case(opened_by(store.tables, BO), "2026-0001")
    assert opened.case.settlements == (FIRST, OTHER, BACK)
    assert opened.case.settled == {FIRST.contradiction: FIRST}
    assert {type(one.record) for one in opened.kept} == {Opened, Answered}, "nothing of it stands among the answers"
    assert not problems(store)


def test_only_one_more_than_was_opened_is_saved_and_two_who_settle_lose_nothing(store: OpenStore) -> None:
    mine, theirs = kept(store), open_case(store, "2026-0001")
    with pytest.raises(ValueError, match="adding a settlement"):
        save_settlement(store, mine, mine.case.settle(FIRST).settle(OTHER), AT)
    after = save_settlement(store, mine, mine.case.settle(FIRST), AT)
    with pytest.raises(StoreError, match="somebody else saved to the same settlements stream"):
        save_settlement(store, theirs, theirs.case.settle(OTHER), AT)
    assert open_case(store, "2026-0001") == after
    more = save_case(store, after, after.case.answer("client.email", "a@example.org", SAID), LATER)
    assert open_case(store, "2026-0001") == more, "an answer goes on beside it"


@pytest.mark.parametrize("shape", [Shape.CURRENT, Shape.HISTORY], ids=str)
def test_an_export_leaves_them_behind(store: OpenStore, tmp_path: Path, shape: Shape) -> None:
    settled(store)
    path = tmp_path / "case.export"
    export_case(store, open_case(store, "2026-0001"), path, Lockup(WORDS, CHEAP), LATER, shape=shape)
    assert import_case(store, path, WORDS, "2026-0009", LATER).case.settlements == ()
    assert open_case(store, "2026-0009").case.settlements == ()


def test_everything_is_a_supervisors_export_and_carries_them(store: OpenStore, tmp_path: Path) -> None:
    settled(store)
    path, everything = tmp_path / "case.export", Shape.EVERYTHING
    attorney = opened_by(store.tables, AL)
    with pytest.raises(StoreError, match="supervisor"):
        export_case(attorney, open_case(attorney, "2026-0001"), path, Lockup(WORDS, CHEAP), LATER, shape=everything)
    export_case(store, open_case(store, "2026-0001"), path, Lockup(WORDS, CHEAP), LATER, shape=everything)
    import_case(store, path, WORDS, "2026-0009", LATER)
    assert open_case(store, "2026-0009").case.settlements == (FIRST, OTHER, BACK)
    assert not problems(store)


def test_a_shredded_note_is_gone_and_the_settlement_stays(store: OpenStore, tmp_path: Path) -> None:
    settled(store)
    path = tmp_path / "case.export"
    export_case(store, open_case(store, "2026-0001"), path, Lockup(WORDS, CHEAP), LATER, shape=Shape.EVERYTHING)
    attorney = opened_by(store.tables, AL)
    shred_note(attorney, open_case(attorney, "2026-0001"), FIRST.contradiction, "names a co-worker", LATER)
    again = open_case(store, "2026-0001")
    kept_of_it = Settlement(FIRST.contradiction, "", FIRST.by, FIRST.at, FIRST.rests_on)
    assert again.case.settled == {FIRST.contradiction: kept_of_it}
    (stone,) = [one.record for one in again.settled if isinstance(one.record, Tombstone)]
    assert (stone.why, stone.by) == ("names a co-worker", attorney.person.hex)
    assert not problems(store)
    assert not problems(attorney)
    import_case(store, path, WORDS, "2026-0009", LATER)
    assert FIRST.note not in {one.note for one in open_case(store, "2026-0009").case.settlements}, "an older export"
    save_settlement(store, again, again.case.settle(OTHER), LATER)
    assert open_case(store, "2026-0001").case.settlements[-1] == OTHER


def test_who_may_not_shred_what_is_not_there_and_what_is_held(store: OpenStore) -> None:
    settled(store)
    caseworker = opened_by(store.tables, BO)
    with pytest.raises(StoreError, match="attorney"):
        shred_note(caseworker, open_case(caseworker, "2026-0001"), FIRST.contradiction, "why", LATER)
    with pytest.raises(StoreError, match="no note on this contradiction"):
        shred_note(store, open_case(store, "2026-0001"), "0000000000", "why", LATER)
    set_hold(store, open_case(store, "2026-0001"), "demand", LATER, on=True)
    with pytest.raises(StoreError, match="legal hold"):
        shred_note(store, open_case(store, "2026-0001"), FIRST.contradiction, "why", LATER)
    assert open_case(store, "2026-0001").case.settlements == (FIRST, OTHER, BACK)


def test_a_note_taken_away_without_an_attorneys_mark_is_noticed(store: OpenStore) -> None:
    settled(store, FIRST)
    opened = open_case(store, "2026-0001")
    stream = opened.stream(Kind.SETTLEMENTS)
    with store.changing(LATER) as change:
        change.delete(Table.RECORDS, stream.id, stream.name(1))
    assert any("settlements stream" in one for one in problems(store))


def test_erasing_the_case_takes_the_notes_along_and_a_demand_counts_them(store: OpenStore, tmp_path: Path) -> None:
    settled(store)
    opened = open_case(store, "2026-0001")
    assert demand(store, opened)["settled"] == 3
    stream = opened.stream(Kind.SETTLEMENTS)
    erase(store, opened, LATER)
    with store.reading() as look:
        assert not list(look.rows(Table.RECORDS, stream.id))
    assert FIRST.note.encode() not in all_bytes(tmp_path)
