"""The board and the figures from the store, as a coordinator sees them: without the key of any case."""

from pathlib import Path

import pytest
from stores.making import AT, CY, DI, invented, kept, let_team_in, new_tables, opened_by, set_up

from legalassist.api.placing_board import board, figures, figures_sheet, publish
from legalassist.api.placing_clocks import clock_of
from legalassist.api.placing_kept import move, move_by_hand
from legalassist.api.placing_steps import add_to_shelf
from legalassist.errors import StoreError, UsageError
from legalassist.library import Library
from legalassist.placement.board import board_sheet
from legalassist.placement.figures import HIDDEN
from legalassist.placement.steps import Summed
from legalassist.stores.records import Moved
from legalassist.stores.store import OpenStore
from legalassist.stores.tally import written_time


@pytest.fixture
def store(tmp_path: Path) -> OpenStore:
    store = set_up(new_tables("memory", tmp_path)).store
    let_team_in(store)
    return store


def fill(store: OpenStore, kinds: dict[str, int]) -> None:
    steps: list[Summed | Moved] = []
    for kind, many in kinds.items():
        for number in range(many):
            case = f"{kind}{number}"
            steps += [
                Moved(at=written_time(AT), by=store.person.hex, case=case, stage="screened"),
                Summed(on="2026-11-23", by="A", case=case, reference="K7M2-Q9X4", lines=(), tasks=(),
                       answer_by="2026-12-14", values={"kind": kind}, digest=""),
            ]  # fmt: skip
    add_to_shelf(store, AT, *steps)


def test_a_coordinator_sees_the_board_without_any_name_and_outreach_sees_nothing(store: OpenStore) -> None:
    opened = kept(store, case=invented())
    move(store, clock_of(store, opened, Library(), AT), "screened", AT)
    seen = board_sheet(board(opened_by(store.tables, CY)), "2026-11-23")
    assert seen.rows == (("no summary", "screened", "2026-11-23", "Ana Reyes", "", ""),)
    assert "WANG" not in str(seen)
    with pytest.raises(StoreError):
        board(opened_by(store.tables, DI))


def test_a_stage_with_its_own_command_is_not_set_by_hand(store: OpenStore) -> None:
    opened = kept(store, case=invented())
    for stage in ("placed", "circulated", "conflict check", "summary ready"):
        with pytest.raises(UsageError, match="by its own command"):
            move_by_hand(store, clock_of(store, opened, Library(), AT), stage, AT)


def test_figures_hide_small_cells_and_remember_what_went_out(store: OpenStore) -> None:
    fill(store, {"labor trafficking": 22, "sex trafficking": 3})
    table = figures(store, Library(), "2026", "kind")
    assert dict(table.cells)["labor trafficking"] == "20"
    assert dict(table.cells)["sex trafficking"] == HIDDEN
    assert "3" not in str(figures_sheet(table).rows)
    publish(store, table, AT)
    fill(store, {"labor and sex trafficking": 11})
    with pytest.raises(UsageError, match="same period"):
        figures(store, Library(), "2026", "kind")
    assert dict(figures(store, Library(), "2027", "stage").cells)["screened"] == HIDDEN
    assert dict(figures(store, Library(), "2026", "time to placement").cells) == {"median days": HIDDEN}
    with pytest.raises(UsageError, match="no such dimension"):
        figures(store, Library(), "2026", "name")
