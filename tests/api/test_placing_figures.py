"""The figures from the store: every case that began, with its answers, whoever makes the table."""

from datetime import timedelta
from pathlib import Path

import pytest
from one_library import LIBRARY
from stores.making import AT, CY, SAID, invented, kept, let_team_in, new_tables, opened_by, set_up

from legalassist.api.placing_board import board
from legalassist.api.placing_clocks import clock_of, read_clocks
from legalassist.api.placing_figures import NO_STAGE, Figures, figures, figures_sheet, notes_of, publish, published
from legalassist.api.placing_kept import move
from legalassist.api.placing_steps import add_to_shelf
from legalassist.errors import UsageError
from legalassist.facts.dates import PartialDate
from legalassist.facts.values import Spoken
from legalassist.placement.figures import HIDDEN, NOT_STATED, TIME
from legalassist.placement.menus import OTHER, read_menus
from legalassist.placement.steps import Summed
from legalassist.stores.cases import NewCase, OpenCase, new_case, save_case
from legalassist.stores.erasing import erase
from legalassist.stores.records import Moved
from legalassist.stores.store import OpenStore
from legalassist.stores.tally import written_time

LABOR, SEX, BOTH = "labor trafficking", "sex trafficking", "labor and sex trafficking"


@pytest.fixture
def store(tmp_path: Path) -> OpenStore:
    store = set_up(new_tables("memory", tmp_path)).store
    let_team_in(store)
    return store


def fill(store: OpenStore, kind: tuple[str, ...], many: int, named: str = "") -> list[OpenCase]:
    """Begin cases that have this answer; no kind: the question is not answered."""
    made = []
    for number in range(many):
        case = invented(f"k{named}{kind}{number}")
        case = case.answer("trafficking.kind", kind, SAID) if kind else case
        made.append(kept(store, f"{named}{kind}{number}", case))
    return made


def made_of(store: OpenStore, dimension: str = "kind", *, corrects: bool = False) -> Figures:
    return figures(store, LIBRARY, "2026", dimension, corrects=corrects)


def cells(store: OpenStore, dimension: str = "kind") -> dict[str, str]:
    return dict(made_of(store, dimension).table.cells)


def test_every_case_that_began_counts_with_its_answers_as_they_are_now(store: OpenStore) -> None:
    begun = fill(store, ("labor",), 12) + fill(store, (), 10)
    assert cells(store) == {LABOR: "10", SEX: HIDDEN, BOTH: HIDDEN, NOT_STATED: "10"}
    assert cells(store, "stage")[NO_STAGE] == "20"
    assert cells(store, "language") == {"Mandarin": HIDDEN, OTHER: HIDDEN, NOT_STATED: "20"}
    for opened in begun[12:]:
        case = opened.case.answer("trafficking.kind", ("sex",), SAID)
        save_case(store, opened, case.answer("client.language", Spoken("yue"), SAID), AT)
    assert cells(store) == {LABOR: "10", SEX: "10", BOTH: HIDDEN, NOT_STATED: HIDDEN}
    assert cells(store, "language") == {"Mandarin": HIDDEN, OTHER: "10", NOT_STATED: "10"}
    assert set(dict(figures(store, LIBRARY, "2025", "kind").table.cells).values()) == {HIDDEN}
    for dimension in ("name", "relief", "area"):  # everybody has the same: the table would be the total
        with pytest.raises(UsageError, match="no such dimension"):
            made_of(store, dimension)


def test_a_coordinator_counts_what_was_read_for_the_pipeline_and_publishes_nothing_that_misses_a_case(
    store: OpenStore,
) -> None:
    begun = fill(store, ("labor",), 12)
    coordinator = opened_by(store.tables, CY)
    blind = made_of(coordinator)
    assert blind.not_read == 12
    assert set(dict(blind.table.cells).values()) == {HIDDEN}
    with pytest.raises(UsageError, match="nobody read the answers of 12"):
        publish(coordinator, blind, AT)
    assert read_clocks(store, LIBRARY, AT) == 12
    seen = made_of(coordinator)
    assert (seen.not_read, dict(seen.table.cells)[LABOR]) == (0, "10")
    assert notes_of(seen) == ("Answers as they were last read, some on 2026-11-23.",)
    assert notes_of(made_of(store)) == ()
    for opened in begun:  # what changed since is seen by whoever has the keys, and after the next reading by everybody
        save_case(store, opened, opened.case.answer("trafficking.kind", ("sex",), SAID), AT)
    assert cells(store)[SEX] == "10"
    assert cells(coordinator)[LABOR] == "10"
    read_clocks(store, LIBRARY, AT)
    assert cells(coordinator)[SEX] == "10"


def test_what_an_older_program_or_another_menu_read_is_not_taken_for_an_answer(store: OpenStore) -> None:
    def summed(case: str, kind: str) -> tuple[Moved, Summed]:
        return (
            Moved(at=written_time(AT), by=store.person.hex, case=case, stage="screened"),
            Summed(on="2026-11-23", by="A", case=case, reference="K7M2-Q9X4", lines=(), tasks=(),
                   answer_by="2026-12-14", values={"kind": kind}, digest=""),
        )  # fmt: skip

    add_to_shelf(store, AT, *(step for n in range(11) for step in summed(f"a{n}", LABOR)), *summed("b", "no value now"))
    made = made_of(store)
    assert (made.not_read, dict(made.table.cells)[LABOR], dict(made.table.cells)[NOT_STATED]) == (1, "10", HIDDEN)


def test_a_restricted_case_counts_from_its_first_stage_on(store: OpenStore) -> None:
    fill(store, ("labor",), 9)
    hidden = new_case(store, NewCase("r", invented("rr").answer("trafficking.kind", ("labor",), SAID),
                                     only=(store.person,)), AT)  # fmt: skip
    assert cells(store)[LABOR] == HIDDEN
    move(store, clock_of(store, hidden, LIBRARY, AT), "screened", AT)
    assert cells(store)[LABOR] == "10"
    read_clocks(store, LIBRARY, AT)
    assert cells(opened_by(store.tables, CY))[LABOR] == "10"


def test_an_erased_case_counts_on_if_it_had_a_stage(store: OpenStore) -> None:
    begun = fill(store, ("labor",), 10)
    move(store, clock_of(store, begun[0], LIBRARY, AT), "screened", AT)
    read_clocks(store, LIBRARY, AT)
    erase(store, begun[0], AT)
    assert cells(store)[LABOR] == "10"
    erase(store, begun[1], AT)
    assert cells(store)[LABOR] == HIDDEN
    assert len(board(store)) == 9


def test_the_median_needs_ten_placed_cases_and_counts_from_the_first_stage(store: OpenStore) -> None:
    assert cells(store, TIME) == {"median days": HIDDEN}
    later = AT + timedelta(days=30)
    begun, menus = fill(store, ("labor",), 10), read_menus(LIBRARY)
    for opened in begun:
        move(store, clock_of(store, opened, LIBRARY, AT, menus), "screened", AT)
    for opened in begun[1:]:
        move(store, clock_of(store, opened, LIBRARY, later, menus), "placed", later)
    assert cells(store, TIME) == {"median days": HIDDEN}
    move(store, clock_of(store, begun[0], LIBRARY, later), "placed", later)
    assert cells(store, TIME) == {"median days": "30"}


def test_figures_remember_what_went_out_and_a_correction_says_what_it_replaces(store: OpenStore) -> None:
    fill(store, ("labor",), 22)
    publish(store, made_of(store), AT)
    publish(store, made_of(store), AT)  # after a crash between keeping and showing: once
    assert len(published(store)) == 1
    fill(store, ("sex",), 11)
    with pytest.raises(UsageError, match="was published"):
        made_of(store)
    made = made_of(store, corrects=True)
    with pytest.raises(UsageError, match="was published"):
        publish(store, made, AT)
    publish(store, made, AT, corrects=True)
    assert "replaces the table published on 2026-11-23" in figures_sheet(made).notes[0]
    assert len(published(store)) == 2
    again = made_of(store)  # the table that counts now needs no word, and still says what it replaced
    assert again == made
    publish(store, again, AT)
    assert len(published(store)) == 2


def test_a_table_is_refused_that_opens_what_another_hid(store: OpenStore) -> None:
    filed, born = PartialDate.parse("2026-12-15"), PartialDate.parse("2010")
    kinds = (("labor",), ("sex",), ("labor", "sex"), ())
    for number, opened in enumerate(case for kind in kinds for case in fill(store, kind, 10)):
        case = opened.case.answer("filing.planned_receipt_date", filed, SAID) if number < 31 else opened.case
        case = case.answer("client.birth_date", born, SAID) if number < 9 else case
        save_case(store, opened, case, AT)
    assert cells(store, "age") == {"adult": "20", "under 21 at filing: age-out clock": HIDDEN, NOT_STATED: HIDDEN}
    publish(store, made_of(store), AT)
    with pytest.raises(UsageError, match="could be only 1 number,"):  # forty cases, 22 adults at most: nine and nine
        made_of(store, "age")
