"""Read-backs in the store: kept in order, in every shape of export, and gone (with their place) when struck."""

from pathlib import Path

import pytest
from stores.making import AT, KINDS, LATER, kept, new_tables, set_up

from legalassist.cases.read_back import Outcome, PieceRead, ReadBack
from legalassist.errors import StoreError
from legalassist.stores.cases import open_case, save_read_back
from legalassist.stores.erasing import strike
from legalassist.stores.exports import Lockup, Shape, export_case, import_case
from legalassist.stores.read_backs import read_in, record_of
from legalassist.stores.records import ReadAloud
from legalassist.stores.slots import CHEAP
from legalassist.stores.store import OpenStore

ENGLISH, FORM = PieceRead("statement-english", "ab" * 32), PieceRead("answer-sheet", "cd" * 32)
FIRST = ReadBack("2026-11-20", "demo-interpreter", "cmn", (ENGLISH, FORM), "Ana Reyes", "2026-11-20T15:00:00Z")
SECOND = ReadBack("2026-11-21", "li", "cmn", (FORM,), "Ana Reyes", "2026-11-21T15:00:00Z", "Fuzhounese",
                  Outcome.CORRECTIONS, relay="demo-interpreter")  # fmt: skip


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> OpenStore:
    made = set_up(new_tables(request.param, tmp_path)).store
    opened = kept(made)
    opened = save_read_back(made, opened, opened.case.read_back(FIRST), AT)
    save_read_back(made, opened, opened.case.read_back(SECOND), LATER)
    return made


def test_read_backs_come_back_in_order_and_the_last_of_each_piece_counts(store: OpenStore) -> None:
    case = open_case(store, "2026-0001").case
    assert case.read_backs == (FIRST, SECOND)
    assert case.last_read == {"statement-english": FIRST, "answer-sheet": SECOND}


def test_only_one_more_read_back_can_be_saved_at_once(store: OpenStore) -> None:
    opened = open_case(store, "2026-0001")
    with pytest.raises(ValueError, match="adding a read-back"):
        save_read_back(store, opened, opened.case.read_back(FIRST).read_back(SECOND), AT)


@pytest.mark.parametrize("shape", list(Shape))
def test_an_export_takes_what_stands_or_all_of_it(store: OpenStore, tmp_path: Path, shape: Shape) -> None:
    opened = save_read_back(store, opened := open_case(store, "2026-0001"), opened.case.read_back(SECOND), LATER)
    out = tmp_path / "case.bin"
    export_case(store, opened, out, Lockup("a b c d e f", CHEAP), LATER, shape=shape)
    imported = import_case(store, out, "a b c d e f", "2026-0009", LATER)
    expected = (FIRST, SECOND, SECOND)
    if shape is Shape.CURRENT:
        assert imported.case.last_read == opened.case.last_read
    else:
        assert imported.case.read_backs == expected
    assert open_case(store, "2026-0009").case.read_backs == imported.case.read_backs


def test_of_a_struck_read_back_only_its_pieces_are_left_and_they_count_as_not_read(store: OpenStore) -> None:
    opened = open_case(store, "2026-0001")
    number = next(one.number for one in reversed(opened.kept) if isinstance(one.record, ReadAloud))
    strike(store, opened, (number,), "the wrong case", LATER)
    case = open_case(store, "2026-0001").case
    assert len(case.read_backs) == 2
    assert case.last_read["answer-sheet"].outcome is Outcome.TAKEN_BACK, "an earlier one does not come back"
    assert (case.last_read["answer-sheet"].interpreter, case.last_read["answer-sheet"].digest_of("answer-sheet")) == (
        "",
        "",
    )
    assert case.last_read["statement-english"] == FIRST


def test_an_outcome_of_a_newer_program_is_refused(store: OpenStore) -> None:
    record = record_of(store, FIRST, AT).model_copy(update={"outcome": "sung"})
    with pytest.raises(StoreError, match="newer legalassist"):
        read_in(record)
