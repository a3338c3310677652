"""The board and the figures from the store, as a coordinator sees them: without the key of any case."""

from pathlib import Path

import pytest
from stores.making import AT, CY, DI, SAID, invented, kept, let_team_in, new_tables, opened_by, set_up

from legalassist.api.placing_board import board, figures, figures_sheet, publish, published
from legalassist.api.placing_clocks import clock_of, read_clocks
from legalassist.api.placing_kept import move, move_by_hand
from legalassist.api.placing_steps import add_to_shelf
from legalassist.errors import StoreError, UsageError
from legalassist.facts.dates import PartialDate
from legalassist.library import Library
from legalassist.placement.board import board_sheet
from legalassist.placement.figures import HIDDEN
from legalassist.placement.steps import Summed
from legalassist.stores.cases import save_case
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
    assert seen.rows == (("no summary", "screened", "2026-11-23", "Ana Reyes", "", "none known on 2026-11-23", ""),)
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


def test_the_board_has_the_month_of_the_next_clock_and_reads_it_anew_for_whoever_has_the_key(store: OpenStore) -> None:
    due = "notices[1].due_date"
    opened = kept(store, case=invented())
    move(store, clock_of(store, opened, Library(), AT), "screened", AT)
    late = opened.case.answer("notices[1].kind", "evidence", SAID).answer(due, PartialDate.parse("2027-02-09"), SAID)
    save_case(store, opened, late, AT)
    (before,) = board(store).values()
    assert before.next_clock("2026-11-23") == "none known on 2026-11-23"
    assert read_clocks(store, Library(), AT) == 1
    coordinator = opened_by(store.tables, CY)
    (after,) = board(coordinator).values()
    assert after.next_clock("2026-11-23").startswith("2027-02, read on")
    assert "02-09" not in str(board_sheet(board(coordinator), "2026-11-23"))
    assert read_clocks(coordinator, Library(), AT) == 0


def test_after_a_crash_between_keeping_and_showing_the_same_table_can_be_made_again_and_no_other(
    store: OpenStore,
) -> None:
    fill(store, {"labor trafficking": 22})
    table = figures(store, Library(), "2026", "kind")
    publish(store, table, AT)
    publish(store, figures(store, Library(), "2026", "kind"), AT)
    assert published(store) == (table,)
    fill(store, {"sex trafficking": 12})
    with pytest.raises(UsageError, match="same period"):
        figures(store, Library(), "2026", "kind")
