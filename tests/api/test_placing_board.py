"""The board from the store, as a coordinator sees them: without the key of any case."""

from pathlib import Path

import pytest
from one_library import LIBRARY
from stores.making import AT, CY, DI, SAID, invented, kept, let_team_in, new_tables, opened_by, set_up

from legalassist.api.placing_board import board
from legalassist.api.placing_clocks import clock_of, read_clocks
from legalassist.api.placing_kept import move, move_by_hand
from legalassist.errors import StoreError, UsageError
from legalassist.facts.dates import PartialDate
from legalassist.placement.board import board_sheet
from legalassist.stores.cases import NewCase, new_case, save_case
from legalassist.stores.store import OpenStore


@pytest.fixture
def store(tmp_path: Path) -> OpenStore:
    store = set_up(new_tables("memory", tmp_path)).store
    let_team_in(store)
    return store


def test_a_coordinator_sees_the_board_without_any_name_and_outreach_sees_nothing(store: OpenStore) -> None:
    opened = kept(store, case=invented())
    move(store, clock_of(store, opened, LIBRARY, AT), "screened", AT)
    seen = board_sheet(board(opened_by(store.tables, CY)), "2026-11-23")
    assert seen.rows == (("no summary", "screened", "2026-11-23", "Ana Reyes", "", "none known on 2026-11-23", ""),)
    assert "WANG" not in str(seen)
    with pytest.raises(StoreError):
        board(opened_by(store.tables, DI))


def test_a_stage_with_its_own_command_is_not_set_by_hand(store: OpenStore) -> None:
    opened = kept(store, case=invented())
    for stage in ("placed", "circulated", "conflict check", "summary ready"):
        with pytest.raises(UsageError, match="by its own command"):
            move_by_hand(store, clock_of(store, opened, LIBRARY, AT), stage, AT)


def test_the_board_has_the_month_of_the_next_clock_and_reads_it_anew_for_whoever_has_the_key(store: OpenStore) -> None:
    due = "notices[1].due_date"
    opened = kept(store, case=invented())
    move(store, clock_of(store, opened, LIBRARY, AT), "screened", AT)
    late = opened.case.answer("notices[1].kind", "evidence", SAID).answer(due, PartialDate.parse("2027-02-09"), SAID)
    save_case(store, opened, late, AT)
    (before,) = board(store).values()
    assert before.next_clock("2026-11-23") == "none known on 2026-11-23"
    assert read_clocks(store, LIBRARY, AT) == 1
    coordinator = opened_by(store.tables, CY)
    (after,) = board(coordinator).values()
    assert after.next_clock("2026-11-23").startswith("2027-02, read on")
    assert "02-09" not in str(board_sheet(board(coordinator), "2026-11-23"))
    assert read_clocks(coordinator, LIBRARY, AT) == 0


def test_a_case_without_a_stage_stands_on_the_board_and_a_restricted_one_does_not(store: OpenStore) -> None:
    kept(store, case=invented())
    hidden = new_case(store, NewCase("2026-0002", invented("z9z9"), only=(store.person,)), AT)
    coordinator = opened_by(store.tables, CY)
    (row,) = board_sheet(board(coordinator), "2026-11-24").rows
    assert row == ("no summary", "no stage", "2026-11-23", "", "", "", "")
    assert read_clocks(store, LIBRARY, AT) == 1
    (row,) = board_sheet(board(coordinator), "2026-11-24").rows
    assert row[1:3] == ("no stage", "2026-11-23")
    assert row[5] == "none known on 2026-11-23"
    move(store, clock_of(store, hidden, LIBRARY, AT), "screened", AT)
    assert [one.stage for one in board(coordinator).values()] == ["", "screened"]
