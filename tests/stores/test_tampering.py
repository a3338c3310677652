"""Whoever changes the file behind the program's back is found out: swapped, cut off, put back, flipped, replaced."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from soak import flips
from stores import raw
from stores.making import ANA, AT, BO, LATER, SAID, invented, kept, let_team_in, opened_by, set_up

from legalassist.errors import StoreError
from legalassist.stores import sqlite
from legalassist.stores.backups import check_head, issue_head
from legalassist.stores.cases import open_case, save_case
from legalassist.stores.erasing import redact
from legalassist.stores.exhibits import Paper, attach, content_of
from legalassist.stores.store import unlock, unlock_with_recovery
from legalassist.stores.verifying import problems

OTHER = "UPDATE {table} SET sealed = ? WHERE owner = ? AND row = ?"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with two cases and an exhibit, closed."""
    tables = sqlite.make(tmp_path / "clinic.store")
    store = set_up(tables).store
    opened = attach(store, kept(store), Paper("Scan", "image/png"), [os.urandom(150_000)], AT)
    save_case(store, opened, opened.case.answer("hardship.fear", "one", SAID), AT)
    kept(store, "2026-0002", invented("q7", "LI"))
    tables.close()
    return tmp_path / "clinic.store"


def swap(path: Path, table: str, one: raw.Row, other: raw.Row) -> None:
    """Put each row's ciphertext in the other's place."""
    statement = f"UPDATE {table} SET sealed = ? WHERE owner = ? AND row = ?"  # noqa: S608 -- one of our names
    raw.change(path, (statement, (other[2], one[0], one[1])), (statement, (one[2], other[0], other[1])))


def damage(path: Path) -> str:
    """Return what the program says about a file, with the damage accepted as far as that goes."""
    tables = sqlite.open_file(path)
    try:
        store = unlock(tables, ANA.passphrase, os.urandom, accept_damage=True)
        assert not store.whole
        with pytest.raises(StoreError, match="reading only"), store.changing(LATER):
            pass
        return " / ".join(problems(store))
    except StoreError as refused:
        return refused.message
    finally:
        tables.close()


def refused(path: Path) -> str:
    """Return why a file does not open the usual way."""
    tables = sqlite.open_file(path)
    try:
        opened_by(tables, ANA)
    except StoreError as wrong:
        return wrong.message
    else:
        return ""
    finally:
        tables.close()


@pytest.mark.parametrize("table", ["heads", "headers", "locks", "people", "groups", "members"])
def test_swapped_ciphertext_is_found_when_the_store_is_opened(path: Path, table: str) -> None:
    one, *_, other = raw.rows(path, table)
    swap(path, table, one, other)
    assert refused(path), "the store opened all the same"


@pytest.mark.parametrize("table", ["heads", "headers", "locks", "people", "groups", "members", "slots"])
def test_a_row_that_is_missing_is_found_when_the_store_is_opened(path: Path, table: str) -> None:
    row = raw.rows(path, table)[-1]
    raw.change(path, (f"DELETE FROM {table} WHERE owner = ? AND row = ?", row[:2]))  # noqa: S608 -- as above
    assert refused(path)


@pytest.mark.parametrize("within", [True, False])
def test_records_swapped_within_or_between_cases_are_found(path: Path, within: bool) -> None:
    rows = raw.rows(path, "records")
    one = rows[0]
    other = next(row for row in rows[1:] if (row[0] == one[0]) is within)
    swap(path, "records", one, other)
    assert "damaged, or was moved there from elsewhere" in " / ".join(_problems(path))


def _problems(path: Path) -> tuple[str, ...]:
    tables = sqlite.open_file(path)
    try:
        return problems(opened_by(tables, ANA))
    finally:
        tables.close()


def test_every_record_that_is_cut_out_is_found_the_last_one_too(path: Path) -> None:
    whole = raw.rows(path, "records")
    for row in whole:
        raw.put_rows(path, "records", [one for one in whole if one != row])
        assert any("is missing" in one for one in _problems(path))


def test_a_tail_cut_off_with_its_older_head_put_back_is_found(path: Path) -> None:
    """Somebody who kept yesterday's rows of one case puts all of them back, head and header included."""
    old = {table: raw.rows(path, table) for table in ("records", "heads", "headers")}
    tables = sqlite.open_file(path)
    store = opened_by(tables, ANA)
    opened = open_case(store, "2026-0001")
    save_case(store, opened, opened.case.answer("client.name", None, SAID), AT)
    tables.close()
    for table, rows in old.items():
        raw.put_rows(path, table, rows)
    assert "older than the rest" in refused(path)
    assert "older than the rest" in damage(path)


def test_a_struck_answer_that_was_put_back_is_found(path: Path) -> None:
    before = raw.rows(path, "records")
    tables = sqlite.open_file(path)
    store = opened_by(tables, ANA)
    redact(store, open_case(store, "2026-0001"), "client.name", "why", AT)
    tables.close()
    now = {row[:2]: row for row in raw.rows(path, "records")}
    raw.put_rows(path, "records", list((now | {row[:2]: row for row in before}).values()))
    assert any("was struck and is back" in one for one in _problems(path))


def test_a_file_put_back_to_yesterday_is_found_by_a_code_kept_elsewhere(path: Path) -> None:
    shutil.copy(path, path.with_name("yesterday"))
    tables = sqlite.open_file(path)
    store = opened_by(tables, ANA)
    kept(store, "2026-0003")
    code = issue_head(store, AT)
    tables.close()
    sqlite.remove(path)
    path.with_name("yesterday").rename(path)
    tables = sqlite.open_file(path)
    store = opened_by(tables, ANA)
    assert problems(store) == (), "by itself the old file is whole"
    with pytest.raises(StoreError, match="older than this code"):
        check_head(store, code)
    for number in range(4):
        kept(store, f"2027-{number}")
    with pytest.raises(StoreError, match="never was at this code"):
        check_head(store, code)
    tables.close()


def test_a_file_put_back_while_it_is_open_is_found_at_the_next_look(path: Path) -> None:
    tables = sqlite.open_file(path)
    store = opened_by(tables, ANA)
    old = {table: raw.rows(path, table) for table in raw.TABLES}
    kept(store, "2026-0003")
    for table, rows in old.items():
        raw.put_rows(path, table, rows)
    with pytest.raises(StoreError, match="put back to an older state"):
        open_case(store, "2026-0001")
    tables.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda rows: rows[:-1],
        lambda rows: [(rows[0][0], rows[0][1], rows[1][2]), (rows[1][0], rows[1][1], rows[0][2]), *rows[2:]],
        lambda rows: [(*rows[0][:2], rows[0][2][:-1] + bytes([rows[0][2][-1] ^ 1])), *rows[1:]],
        lambda rows: [(*rows[0][:2], rows[0][2][:100]), *rows[1:]],
    ],
)
def test_a_spoilt_exhibit_is_never_given_out(path: Path, spoil: Callable[[list[raw.Row]], list[raw.Row]]) -> None:
    raw.put_rows(path, "chunks", spoil(raw.rows(path, "chunks")))
    tables = sqlite.open_file(path)
    store = opened_by(tables, ANA)
    with pytest.raises(StoreError, match="an exhibit is damaged"):
        list(content_of(store, open_case(store, "2026-0001").attached[0]))
    assert any("an exhibit is damaged" in one for one in problems(store))
    tables.close()


# ---- files that are no store, or not ours ----


def test_what_is_no_whole_store_is_refused_with_the_way_out(path: Path, tmp_path: Path) -> None:
    whole = path.read_bytes()
    for name, content, message in (
        ("missing", None, "there is no store"),
        ("empty", b"", "is empty"),
        ("text", b"not a store " * 500, "is damaged, or no case store"),
        ("cut", whole[: len(whole) // 2 + 17], "damaged"),
    ):
        spoilt = tmp_path / name
        if content is not None:
            spoilt.write_bytes(content)
        with pytest.raises(StoreError) as wrong:
            opened_by(sqlite.open_file(spoilt), ANA)
        assert message in wrong.value.message
        assert wrong.value.hint


def test_a_flipped_bit_in_a_tables_name_that_is_no_text_any_more_is_refused(path: Path, tmp_path: Path) -> None:
    """SQLite repeats such a name in its message, which Python then cannot read as text."""
    whole, flipped = path.read_bytes(), tmp_path / "flipped.store"
    at = whole.index(b"tablegonegone") + 5
    for place in range(at, at + 8):
        flipped.write_bytes(whole[:place] + bytes([whole[place] ^ 0x80]) + whole[place + 1 :])
        with pytest.raises(StoreError, match="is damaged"):
            sqlite.open_file(flipped)


def test_another_database_is_not_taken_for_a_store(tmp_path: Path) -> None:
    raw.change(tmp_path / "other.db", ("CREATE TABLE t (x)", ()))
    with pytest.raises(StoreError, match="is not a case store"):
        sqlite.open_file(tmp_path / "other.db")


def test_a_store_of_a_newer_program_is_left_alone(path: Path) -> None:
    raw.change(path, ("UPDATE alembic_version SET version_num = 'r0042'", ()))
    with pytest.raises(StoreError, match="newer legalassist"):
        sqlite.open_file(path)


def test_a_sealed_row_of_a_newer_format_is_refused(path: Path) -> None:
    owner, name, sealed = raw.rows(path, "store")[0]
    raw.put_rows(path, "store", [(owner, name, b"\x02" + sealed[1:])])
    assert "newer legalassist" in refused(path)


def test_a_wrong_passphrase_or_recovery_key_opens_nothing(path: Path, tmp_path: Path) -> None:
    tables = sqlite.open_file(path)
    with pytest.raises(StoreError, match="passphrase does not open"):
        unlock(tables, BO.passphrase, os.urandom)
    other = set_up(sqlite.make(tmp_path / "other.store"))
    with pytest.raises(StoreError, match="belongs to another store"):
        unlock_with_recovery(tables, other.recovery, os.urandom)
    mistyped = ("1" if other.recovery[0] == "0" else "0") + other.recovery[1:]
    with pytest.raises(StoreError, match="mistyped"):
        unlock_with_recovery(tables, mistyped, os.urandom)
    with pytest.raises(StoreError, match="not a whole recovery key"):
        unlock_with_recovery(tables, other.recovery[:-5], os.urandom)
    for one in (tables, other.store.tables):
        one.close()


def test_a_passphrase_cost_that_was_lowered_or_raised_opens_nothing(path: Path) -> None:
    person, _, slot = raw.rows(path, "slots")[0]
    for memory in (32, 128, 1 << 31):
        raw.put_rows(path, "slots", [(person, person, slot[:1] + memory.to_bytes(4) + slot[5:])])
        assert refused(path) in {
            "the passphrase does not open this store", "the place that holds a person's key is damaged",
        }  # fmt: skip


# ---- bit flips ----


def test_100_flipped_bits_are_found_or_harmless_and_never_serve_wrong_content(tmp_path: Path) -> None:
    counts = flips.run(100, 2026, tmp_path)
    assert counts["wrong"] == 0
    assert counts["found"] + counts["harmless"] == 100
    assert counts["found"] > 30


def test_planted_wrong_content_is_seen_by_that_check() -> None:
    assert flips.outcome(iter([1, 2]), [1, 2]) == "harmless"
    assert flips.outcome(iter([1, 3]), [1, 2]) == "wrong"
    assert flips.outcome(iter([1]), [1, 2]) == "wrong"


def test_what_somebody_may_not_open_is_not_called_damaged(path: Path) -> None:
    tables = sqlite.open_file(path)
    let_team_in(opened_by(tables, ANA))
    assert problems(opened_by(tables, BO)) == ()
    tables.close()
