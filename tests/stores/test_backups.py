"""Backups restore whole or not at all, and never bring back what was erased; one case leaves and comes back."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from stores.making import ANA, AT, BO, CY, DI, LATER, SAID, invented, kept, let_team_in, opened_by, set_up

from legalassist.errors import StoreError
from legalassist.stores import gone, sqlite
from legalassist.stores.backups import Made, back_up, check_head, restore, restore_rows
from legalassist.stores.backups import opened_by as backups_opened_by
from legalassist.stores.cases import NewCase, new_case, open_case, save_case
from legalassist.stores.chain import Head
from legalassist.stores.crew import add_person, remove_person
from legalassist.stores.erasing import Holding, erase, redact, strike
from legalassist.stores.exhibits import Paper, attach, content_of
from legalassist.stores.exports import PRIVILEGED, Lockup, Shape, export_case, import_case
from legalassist.stores.listing import list_cases
from legalassist.stores.memory import MemoryTables
from legalassist.stores.parcels import EXPORT, Opener, open_parcel
from legalassist.stores.people import Role
from legalassist.stores.records import Kind, Meeting
from legalassist.stores.recovery import read_recovery
from legalassist.stores.slots import CHEAP
from legalassist.stores.store import NewPerson, SetUp
from legalassist.stores.verifying import problems

OPENER = Opener(ANA.passphrase)
MADE = Lockup("six words made for this", CHEAP)
AFTER = AT + timedelta(hours=2)


@pytest.fixture
def done(tmp_path: Path) -> SetUp:
    """A store with a team, two cases, an exhibit and a meeting."""
    done = set_up(sqlite.make(tmp_path / "clinic.store"))
    store = done.store
    let_team_in(store)
    opened = attach(store, kept(store), Paper("Scan", "image/png"), [bytes(range(256)) * 700], AT)
    store.append(opened.stream(Kind.MEETINGS), (Meeting(at="t", minutes=40),), Head(), AT)
    kept(store, "2026-0002", invented("q7", "LI"))
    return done


@pytest.fixture
def backup(done: SetUp, tmp_path: Path) -> Made:
    """A backup of it, in ``one.bak``."""
    return back_up(done.store, tmp_path / "one.bak", (done.store.person,), AT)


def test_a_backup_restores_to_the_same_cases_for_the_same_people(done: SetUp, backup: Made, tmp_path: Path) -> None:
    again = restore(tmp_path / "one.bak", tmp_path / "again.store", OPENER, AT, os.urandom)
    assert again.head == backup.head
    tables = sqlite.open_file(tmp_path / "again.store")
    for who, cases in ((ANA, 2), (BO, 2), (CY, 0), (DI, 0)):
        store = opened_by(tables, who)
        assert len(list_cases(store)) == cases
        assert problems(store) == ()
    store = opened_by(tables, ANA)
    assert open_case(store, "2026-0001") == open_case(done.store, "2026-0001")
    check_head(store, backup.code)
    tables.close()
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_the_recovery_key_opens_a_backup_without_any_passphrase(done: SetUp, backup: Made, tmp_path: Path) -> None:
    assert backup.head.changes
    opener = Opener(pair=read_recovery(done.recovery))
    restore(tmp_path / "one.bak", tmp_path / "again.store", opener, AT, os.urandom)


@pytest.mark.parametrize("who", [BO, CY, DI])
def test_whoever_is_not_named_does_not_open_a_backup(backup: Made, tmp_path: Path, who: NewPerson) -> None:
    assert backup.head.changes
    with pytest.raises(StoreError, match="does not open with this passphrase"):
        restore(tmp_path / "one.bak", tmp_path / "again.store", Opener(who.passphrase), AT, os.urandom)
    assert not (tmp_path / "again.store").exists()


def test_a_backup_is_made_for_one_or_two_supervisors_only(done: SetUp, tmp_path: Path) -> None:
    people = {person.role: person for person in done.store.people()}
    for named in ((), (people[Role.CASEWORKER],), (people[Role.RECOVERY],)):
        with pytest.raises(StoreError, match="a backup opens for"):
            back_up(done.store, tmp_path / "no.bak", named, AT)
    second = add_person(done.store, NewPerson("Eve", Role.SUPERVISOR, "eves phrase"), AT)
    back_up(done.store, tmp_path / "two.bak", (done.store.person, second), AT)
    restore(tmp_path / "two.bak", tmp_path / "again.store", Opener("eves phrase"), AT, os.urandom)
    remove_person(done.store, second, AT)
    assert backups_opened_by(done.store, second, AT) == ("two.bak",)
    assert backups_opened_by(done.store, second, AT + timedelta(days=36)) == ()


def test_nothing_is_written_over(done: SetUp, backup: Made, tmp_path: Path) -> None:
    assert backup.head.changes
    with pytest.raises(StoreError, match="is there already"):
        back_up(done.store, tmp_path / "one.bak", (done.store.person,), AT)
    with pytest.raises(StoreError, match="is there already"):
        restore(tmp_path / "one.bak", tmp_path / "clinic.store", OPENER, AT, os.urandom)
    with pytest.raises(StoreError, match="rows already"):
        restore_rows(tmp_path / "one.bak", done.store.tables, OPENER, AT, os.urandom)


def test_a_backup_restores_into_tables_of_another_kind(backup: Made, tmp_path: Path) -> None:
    tables = MemoryTables()
    assert restore_rows(tmp_path / "one.bak", tables, OPENER, AT, os.urandom).head == backup.head
    assert len(list_cases(opened_by(tables, BO))) == 2


SPOILS: dict[str, Callable[[bytes], bytes]] = {
    "nothing in it": lambda _: b"",
    "another file": lambda _: b"a letter to somebody" * 20,
    "cut in the head": lambda whole: whole[:200],
    "cut in a chunk": lambda whole: whole[:-1000],
    "cut at a chunk's end": lambda whole: whole[: -(64 * 1024 + 29)],
    "a chunk twice": lambda whole: whole + whole[-(64 * 1024 + 29) :],
    "two chunks swapped": lambda whole: whole[: -2 * 65565] + whole[-65565:] + whole[-2 * 65565 : -65565],
    "longer": lambda whole: whole + b"x",
    "a bit of its head": lambda whole: whole[:120] + bytes([whole[120] ^ 1]) + whole[121:],
    "a bit of its content": lambda whole: whole[:-5000] + bytes([whole[-5000] ^ 1]) + whole[-4999:],
}


@pytest.mark.parametrize("spoil", SPOILS)
def test_a_spoilt_backup_is_refused_before_anything_takes_its_place(backup: Made, tmp_path: Path, spoil: str) -> None:
    whole = (tmp_path / "one.bak").read_bytes()
    assert backup.head.changes
    (tmp_path / "spoilt.bak").write_bytes(SPOILS[spoil](whole))
    with pytest.raises(StoreError) as refused:
        restore(tmp_path / "spoilt.bak", tmp_path / "again.store", OPENER, AT, os.urandom)
    assert refused.value.hint
    assert {path.name for path in tmp_path.iterdir()} <= {
        "clinic.store", "clinic.store-wal", "clinic.store-shm", "one.bak", "spoilt.bak",
    }  # fmt: skip


# ---- erased stays erased ----


def test_restoring_an_older_backup_does_not_bring_back_what_was_erased_or_struck(
    done: SetUp, backup: Made, tmp_path: Path
) -> None:
    store = done.store
    opened = open_case(store, "2026-0002")
    redact(store, opened, "client.name", "not hers", LATER)
    paper = attach(store, open_case(store, "2026-0002"), Paper("Other", "image/png"), [b"x"], LATER)
    strike(store, paper, (paper.head.count,), "not hers", LATER)
    assert erase(store, open_case(store, "2026-0001"), LATER) == (Holding("one.bak", backup.expires),)
    newer = back_up(store, tmp_path / "two.bak", (store.person,), AFTER)
    bare = restore(tmp_path / "one.bak", tmp_path / "bare.store", OPENER, AFTER, os.urandom)
    assert bare.again == 0, "without the list nobody can know"
    again = restore(tmp_path / "one.bak", tmp_path / "again.store", OPENER, AFTER, os.urandom, erased=[newer.gone])
    assert again.again == 2
    tables = sqlite.open_file(tmp_path / "again.store")
    restored = opened_by(tables, ANA)
    assert [one.header.number for one in list_cases(restored)] == ["2026-0002"]
    assert open_case(restored, "2026-0002").case.history("client.name")[0].value is None
    assert problems(restored) == ()
    third = back_up(restored, tmp_path / "three.bak", (restored.person,), AFTER)
    assert len(gone.read_list(third.gone, restored.id)) == 3
    tables.close()


def test_a_list_that_is_cut_off_or_damaged_stops_a_restore(done: SetUp, backup: Made, tmp_path: Path) -> None:
    erase(done.store, open_case(done.store, "2026-0001"), LATER)
    redact(done.store, open_case(done.store, "2026-0002"), "client.name", "not hers", LATER)
    whole = back_up(done.store, tmp_path / "two.bak", (done.store.person,), AFTER).gone
    one_row = whole[: len(gone.MAGIC) + 20 + 36 + int.from_bytes(whole[len(gone.MAGIC) + 52 :][:4])]
    assert len(gone.read_list(whole, done.store.id)) == 2
    flipped = whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:]
    for wrong, message in (
        (whole[:-3], "cut off"), (one_row, "cut off"), (whole[:50], "cut off"), (whole[:30], "not a list"),
        (b"x", "not a list"), (flipped, "is damaged"),
    ):  # fmt: skip
        with pytest.raises(StoreError, match=message):
            restore(tmp_path / "one.bak", tmp_path / "again.store", OPENER, AT, os.urandom, erased=[wrong])
        assert not (tmp_path / "again.store").exists()
    assert backup.head.changes


def test_the_list_of_another_store_that_lies_beside_it_does_not_stop_a_restore(backup: Made, tmp_path: Path) -> None:
    other = set_up(sqlite.make(tmp_path / "other.store")).store
    erase(other, kept(other), AT)
    foreign = back_up(other, tmp_path / "other.bak", (other.person,), AT).gone
    done = restore(tmp_path / "one.bak", tmp_path / "again.store", OPENER, AT, os.urandom, erased=[foreign])
    assert done.again == 0
    assert backup.head.changes
    other.tables.close()


@pytest.mark.parametrize("name", ["", ".", "..", "/", "no folder/x", "there", "x" * 300])
def test_a_backup_or_an_export_that_cannot_be_written_is_refused_before_it_is_noted(
    done: SetUp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").write_text("")
    before = done.store.head
    for act in (
        lambda: back_up(done.store, Path(name), (done.store.person,), AT),
        lambda: export_case(done.store, open_case(done.store, "2026-0001"), Path(name), MADE, AT),
    ):
        with pytest.raises(StoreError):
            act()
    assert done.store.head == before


def test_a_backup_that_the_disk_refused_is_not_named_as_one_that_holds_a_case(
    done: SetUp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError("no space left", "make room")

    with monkeypatch.context() as patched:
        patched.setattr("legalassist.stores.backups.write_parcel", full)
        with pytest.raises(StoreError, match="no space"):
            back_up(done.store, tmp_path / "one.bak", (done.store.person,), AT)
    back_up(done.store, tmp_path / "two.bak", (done.store.person,), AT)
    assert [one.name for one in erase(done.store, open_case(done.store, "2026-0001"), LATER)] == ["two.bak"]


def test_a_file_name_that_is_no_text_is_written_and_spelled_out(done: SetUp, tmp_path: Path) -> None:
    back_up(done.store, tmp_path / "a\udcffb", (done.store.person,), AT)
    (named,) = erase(done.store, open_case(done.store, "2026-0001"), LATER)
    assert named.name == "a\\udcffb"


# ---- one case, out and in ----


def test_the_usual_export_holds_the_current_answers_and_nothing_older(done: SetUp, tmp_path: Path) -> None:
    store = done.store
    opened = open_case(store, "2026-0001")
    opened = save_case(store, opened, opened.case.answer("first.detained", False, SAID), AT)
    export_case(store, opened, tmp_path / "one.case", MADE, AT)
    came = import_case(store, tmp_path / "one.case", MADE.passphrase, "2026-0100", AT)
    values = {path: answer.value for path, answer in opened.case.current.items()}
    assert {path: answer.value for path, answer in came.case.current.items()} == values
    assert len(came.case.answers) == len(values)
    assert [answer.number for answer in came.case.answers] == list(range(1, len(values) + 1))
    assert came.attached == ()
    assert open_case(store, "2026-0100") == came


def test_a_case_that_moves_keeps_what_its_answers_digests_are_made_with(done: SetUp, tmp_path: Path) -> None:
    opened = kept(done.store, "8")
    export_case(done.store, opened, tmp_path / "case.out", MADE, AT)
    there = set_up(MemoryTables()).store
    came = import_case(there, tmp_path / "case.out", MADE.passphrase, "1", AT)
    again = open_case(there, "1").case
    for case in (came.case, again):
        assert [case.digest(one) for one in case.answers] == [opened.case.digest(one) for one in opened.case.answers]


def test_everything_comes_with_history_meetings_and_papers_and_is_headed_privileged(
    done: SetUp, tmp_path: Path
) -> None:
    store = done.store
    opened = open_case(store, "2026-0001")
    opened = save_case(store, opened, opened.case.answer("first.detained", False, SAID), AT)
    for shape in (Shape.HISTORY, Shape.EVERYTHING):
        path = tmp_path / f"{shape.name}.case"
        export_case(store, opened, path, MADE, AT, shape=shape)
        with open_parcel(path, EXPORT, Opener(MADE.passphrase)) as (_, _, pieces):
            assert PRIVILEGED.encode() in next(pieces)
        came = import_case(store, path, MADE.passphrase, f"2027-{shape.name}", AT)
        assert came.case == opened.case
        papers = [b"".join(content_of(store, one)) for one in came.attached]
        meetings = [one.record for one in store.read(came.stream(Kind.MEETINGS))[0]]
        everything = shape is Shape.EVERYTHING
        assert papers == ([bytes(range(256)) * 700] if everything else [])
        assert meetings == ([Meeting(at="t", minutes=40)] if everything else [])
    assert problems(store) == ()


def test_history_leaves_with_a_supervisor_only(done: SetUp, tmp_path: Path) -> None:
    bo = opened_by(done.store.tables, BO)
    opened = open_case(bo, "2026-0001")
    export_case(bo, opened, tmp_path / "fine.case", MADE, AT)
    with pytest.raises(StoreError, match="your key does not open"):
        export_case(bo, opened, tmp_path / "no.case", MADE, AT, shape=Shape.HISTORY)
    assert not (tmp_path / "no.case").exists()


def test_what_was_erased_or_struck_here_is_not_imported_again(done: SetUp, tmp_path: Path) -> None:
    store = done.store
    for number in ("2026-0001", "2026-0002"):
        export_case(store, open_case(store, number), tmp_path / number, MADE, AT, shape=Shape.EVERYTHING)
    erase(store, open_case(store, "2026-0002"), LATER)
    with pytest.raises(StoreError, match="erased here"):
        import_case(store, tmp_path / "2026-0002", MADE.passphrase, "9", AFTER)
    opened = redact(store, open_case(store, "2026-0001"), "client.name", "not hers", AFTER)
    strike(store, opened, (next(one.number for one in opened.kept if one.record in opened.attached),), "no", AFTER)
    came = import_case(store, tmp_path / "2026-0001", MADE.passphrase, "9", AFTER)
    assert "client.name" not in came.case.current
    assert came.attached == ()
    assert problems(store) == ()


def test_an_import_that_fails_leaves_nothing(done: SetUp, tmp_path: Path) -> None:
    store = done.store
    export_case(store, open_case(store, "2026-0001"), tmp_path / "one.case", MADE, AT, shape=Shape.EVERYTHING)
    whole = (tmp_path / "one.case").read_bytes()
    (tmp_path / "cut.case").write_bytes(whole[: -(64 * 1024 + 29)])
    for path, phrase, number, message in (
        ("cut.case", MADE.passphrase, "9", "is damaged"),
        ("one.case", "another phrase", "9", "does not open"),
        ("one.case", MADE.passphrase, "2026-0001", "number is there already"),
        ("none.case", MADE.passphrase, "9", "could not be read"),
    ):
        with pytest.raises(StoreError, match=message):
            import_case(store, tmp_path / path, phrase, number, AT)
    assert len(list_cases(store)) == 2
    assert problems(store) == ()


def test_a_case_can_be_brought_in_as_a_restricted_one(done: SetUp, tmp_path: Path) -> None:
    store = done.store
    export_case(store, open_case(store, "2026-0001"), tmp_path / "one.case", MADE, AT)
    new = NewCase("9", invented(), only=(store.person,))
    import_case(store, tmp_path / "one.case", MADE.passphrase, "9", AT, new=new)
    assert "9" in {one.header.number for one in list_cases(opened_by(store.tables, ANA))}
    assert "9" not in {one.header.number for one in list_cases(opened_by(store.tables, BO))}


def test_a_new_case_after_a_restore_goes_on_where_the_backup_was(backup: Made, tmp_path: Path) -> None:
    restore(tmp_path / "one.bak", tmp_path / "again.store", OPENER, AT, os.urandom)
    tables = sqlite.open_file(tmp_path / "again.store")
    store = opened_by(tables, BO)
    new_case(store, NewCase("2026-0003", invented()), AT)
    assert store.head.changes > backup.head.changes
    tables.close()
