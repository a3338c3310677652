"""Who has no key reads nothing, whatever program they use; nothing said lies in the clear; erased is erased."""

from pathlib import Path

import pytest
from soak import canaries
from stores import raw
from stores.making import (
    AL,
    ANA,
    AT,
    BO,
    CY,
    DI,
    LATER,
    SAID,
    all_bytes,
    invented,
    kept,
    let_team_in,
    opened_by,
    set_up,
)

from legalassist.errors import StoreError
from legalassist.facts.known import Rows
from legalassist.stores import sqlite
from legalassist.stores.backups import back_up
from legalassist.stores.cases import NewCase, new_case, open_case, save_case
from legalassist.stores.crew import remove_person
from legalassist.stores.erasing import erase, redact
from legalassist.stores.exhibits import Paper, attach
from legalassist.stores.people import Role
from legalassist.stores.sealing import OVERHEAD, Identity, padded_length, seal
from legalassist.stores.store import NewPerson
from legalassist.stores.verifying import problems
from legalassist.stores.written import value_data


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a team, a case and a restricted case, closed."""
    tables = sqlite.make(tmp_path / "clinic.store")
    store = set_up(tables).store
    let_team_in(store)
    kept(store)
    new_case(store, NewCase("2026-0002", invented(name="SECRET"), only=(store.person,)), AT)
    tables.close()
    return tmp_path / "clinic.store"


# ---- keys ----


@pytest.mark.parametrize(
    ("who", "headers", "records"),
    [
        (ANA, ["WANG", "SECRET"], {"opened", "answer", "act"}),
        (AL, ["WANG"], {"opened", "answer", "act"}),
        (BO, ["WANG"], {"opened", "answer", "act"}),
        (CY, [], set()),
        (DI, [], set()),
    ],
)
def test_with_the_raw_file_and_no_program_each_role_opens_its_own_and_no_more(
    path: Path, who: NewPerson, headers: list[str], records: set[str]
) -> None:
    found = raw.what_opens(path, who.passphrase)
    assert {one["kind"] for one in found["records"]} == records
    clients = [str(one["client"]).rpartition(" ")[2] for one in found["headers"] if "client" in one]
    assert sorted(clients) == sorted(headers)
    everything = str(found)
    assert ("SECRET" in everything) is (who is ANA)
    assert ("WANG" in everything) is (who in {ANA, AL, BO})
    assert ("k3v9" in everything) is (who is not DI)


@pytest.mark.parametrize("old", [("slots", "members"), ("slots", "members", "locks", "groups")])
def test_a_removed_person_opens_no_case_begun_since_though_they_kept_an_old_file(
    path: Path, old: tuple[str, ...]
) -> None:
    tables = sqlite.open_file(path)
    store = opened_by(tables, ANA)
    saved = {table: raw.rows(path, table) for table in old}
    bo = next(person for person in store.people() if person.role is Role.CASEWORKER)
    remove_person(store, bo, AT)
    assert raw.rows(path, "locks") != saved.get("locks")
    kept(store, "2026-0003", invented(reference="new", name="AFTERWARDS"))
    tables.close()
    for table, rows in saved.items():
        raw.put_rows(path, table, rows)  # their old keys, put back into the new file
    found = raw.what_opens(path, BO.passphrase)
    assert found["headers"] == []
    assert "AFTERWARDS" not in str(found)


def test_who_has_the_store_open_while_somebody_is_removed_goes_on_with_the_new_keys(path: Path) -> None:
    tables = sqlite.open_file(path)
    ana, bo, di = (opened_by(tables, who) for who in (ANA, BO, DI))
    remove_person(ana, di.person, AT)
    opened = kept(bo, "2026-0003")
    assert open_case(ana, "2026-0003") == opened
    assert open_case(opened_by(tables, BO), "2026-0003") == opened
    assert problems(ana) == ()
    with pytest.raises(StoreError, match="may have been removed"):
        di.people()
    tables.close()


def test_in_clear_are_only_ids_versions_salt_and_cost(path: Path) -> None:
    seen: set[bytes] = set()
    for table in raw.TABLES:
        for owner, name, sealed in raw.rows(path, table):
            assert len(owner) == len(name) == 16
            assert sealed[0] == 1
            for id_ in {owner, name}:
                assert len(set(id_)) > 6, "an id that is not random"
            if table not in {"slots", "members", "chunks"}:
                assert len(sealed) - OVERHEAD in {64, 256, 1024, 4096} or (len(sealed) - OVERHEAD) % 4096 == 0
            assert sealed not in seen
            seen.add(sealed)


# ---- lengths ----


@pytest.mark.parametrize("extra", range(0, 300, 7))
def test_yes_and_no_have_one_length_whatever_stands_beside_them(extra: int) -> None:
    said = [str(value_data(value)) + "x" * extra for value in (True, False)]
    lengths = {
        len(seal(bytes(32), one.encode(), Identity("t", b"o" * 16, b"r" * 16), lambda n: b"n" * n)) for one in said
    }
    assert len(lengths) == 1
    assert len(str(value_data(Rows((1,), complete=True)))) == len(str(value_data(Rows((1,), complete=False))))


def test_yes_and_no_take_the_same_room_in_the_file(tmp_path: Path) -> None:
    sizes = []
    for number, value in enumerate((True, False)):
        tables = sqlite.make(tmp_path / f"{number}.store")
        opened = kept(set_up(tables).store)
        store = opened_by(tables, ANA)
        save_case(store, opened, opened.case.answer("first.in_danger", value, SAID), AT)
        sizes.append(sorted(len(sealed) for _, _, sealed in raw.rows(tmp_path / f"{number}.store", "records")))
        tables.close()
    assert sizes[0] == sizes[1]


@pytest.mark.parametrize(
    ("size", "padded"),
    [(0, 64), (60, 64), (61, 256), (252, 256), (253, 1024), (4092, 4096), (4093, 8192), (9000, 12288)],
)
def test_lengths_go_up_in_the_steps_that_are_told(size: int, padded: int) -> None:
    assert padded_length(size) == padded


# ---- canaries ----


def test_no_canary_of_500_answers_and_10_exhibits_lies_anywhere(tmp_path: Path) -> None:
    try:
        result = canaries.run(500, 10, tmp_path)
    finally:
        canaries.close_all()
    assert result["seen"] == []
    assert result["outside"] == []
    assert int(str(result["bytes"])) > 1_000_000


@pytest.mark.parametrize("bird", canaries.BIRDS)
def test_a_planted_canary_is_seen_in_every_shape(bird: str) -> None:
    for shape, written in canaries.shapes(bird).items():
        around = b"\x00noise" + written + b"noise\xff"
        assert any(shape in seen for seen in canaries.sightings(around)), shape
    import base64  # noqa: PLC0415 -- only this test encodes

    for offset in range(3):
        assert canaries.sightings(base64.b64encode(b"ab" * 6 + b"x" * offset + bird.encode() + b" and more"))


def test_a_planted_file_outside_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    with canaries.watched(tmp_path / "inside") as outside:
        (tmp_path / "inside/fine").write_text("x")
        (tmp_path / "leak").write_text("x")
    assert [one for one in outside if "leak" in one]
    assert len(outside) == 1


# ---- erased and struck ----


def pieces_of(path: Path, owners: set[bytes]) -> list[bytes]:
    """Return stretches of every row's ciphertext that lies under the owners."""
    found = [sealed for table in raw.TABLES for owner, _, sealed in raw.rows(path, table) if owner in owners]
    return [sealed[at : at + 24] for sealed in found for at in range(0, len(sealed), 4_000)]


def test_after_erasing_no_byte_of_key_or_ciphertext_is_left_in_any_file(tmp_path: Path) -> None:
    path = tmp_path / "clinic.store"
    tables = sqlite.make(path)
    store = set_up(tables).store
    kept(store, "2026-0002")
    opened = attach(store, kept(store), Paper("Scan", "image/png"), [b"scan" * 60_000], AT)
    for number in range(40):
        opened = save_case(store, opened, opened.case.answer("hardship.fear", f"{number} " * 900, SAID), AT)
    before = {table: set(raw.rows(path, table)) for table in raw.TABLES}
    erase(store, opened, LATER)
    after = {table: set(raw.rows(path, table)) for table in raw.TABLES}
    erased = [row[2] for table in raw.TABLES for row in before[table] - after[table]]
    assert len(erased) > 45
    pieces = [sealed[at : at + 24] for sealed in erased for at in range(1, len(sealed) - 24, 1_000)]
    left = all_bytes(tmp_path)
    assert not [piece for piece in pieces if piece in left]
    assert opened.dossier.first not in left
    assert path.stat().st_size < 200_000
    tables.close()


def test_the_same_search_finds_them_while_they_are_there(tmp_path: Path) -> None:
    path = tmp_path / "clinic.store"
    tables = sqlite.make(path)
    store = set_up(tables).store
    opened = attach(store, kept(store), Paper("Scan", "image/png"), [b"scan" * 60_000], AT)
    pieces = pieces_of(path, {bytes.fromhex(opened.attached[0].chunks), opened.dossier.id})
    there = all_bytes(tmp_path)
    # a long row lies in pages with four bytes between them, so a few stretches fall over a page's edge
    assert sum(piece in there for piece in pieces) > len(pieces) * 0.9
    tables.close()


def test_a_struck_answers_ciphertext_is_gone_too(tmp_path: Path) -> None:
    path = tmp_path / "clinic.store"
    tables = sqlite.make(path)
    store = set_up(tables).store
    opened = kept(store)
    before = set(raw.rows(path, "records"))
    redact(store, opened, "client.name", "not hers", LATER)
    struck = before - set(raw.rows(path, "records"))
    assert len(struck) == 1
    assert next(iter(struck))[2][20:60] not in all_bytes(tmp_path)
    assert open_case(store, "2026-0001").case.answers[0].value is None
    tables.close()


def test_a_backup_shows_who_can_open_it_as_random_ids_and_nothing_else(tmp_path: Path) -> None:
    tables = sqlite.make(tmp_path / "clinic.store")
    store = set_up(tables).store
    kept(store)
    back_up(store, tmp_path / "one.bak", (store.person,), AT)
    content = (tmp_path / "one.bak").read_bytes()
    assert store.id not in content
    assert b"Ana" not in content
    tables.close()
