"""When somebody is removed: what they may have copied stays readable to them, nothing that is written afterwards."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from stores import raw
from stores.making import ANA, AT, BO, CY, LATER, SAID, invented, kept, let_team_in, opened_by, set_up

from legalassist.errors import StoreError
from legalassist.stores import backups, people, sqlite
from legalassist.stores.cases import NewCase, add_to_stream, new_case, open_case, read_stream, save_case
from legalassist.stores.crew import add_person, new_recovery_key, remove_person
from legalassist.stores.erasing import redact
from legalassist.stores.exhibits import Paper, attach
from legalassist.stores.gone import written_list
from legalassist.stores.listing import list_cases
from legalassist.stores.parcels import Opener
from legalassist.stores.people import GroupKind, Person, Role
from legalassist.stores.records import Approved, Kind, Meeting
from legalassist.stores.store import NewPerson, OpenStore, unlock_with_recovery
from legalassist.stores.verifying import problems

EVE = NewPerson("Eve Long", Role.SUPERVISOR, "wages wagon wagtail waking walk wall")


class Office:
    """A store in a file, with Bo in it, who keeps a copy of the file from before he was removed."""

    def __init__(self, folder: Path) -> None:
        self.path, self.copy = folder / "clinic.store", folder / "copy.store"
        self.store = set_up(sqlite.make(self.path)).store
        self.bo: Person = let_team_in(self.store)[Role.CASEWORKER]
        kept(self.store, "1")

    def copied(self) -> None:
        """Take a whole copy, as somebody who opens the file with SQLite gets it."""
        with closing(sqlite3.connect(self.path)) as here, closing(sqlite3.connect(self.copy)) as there:
            here.backup(there)

    def seen_by_bo(self, table: str = "records") -> str:
        """Return what Bo can read in today's file with every key his copy gives him."""
        return json.dumps(raw.what_opens(self.path, BO.passphrase, copy=self.copy)[table], ensure_ascii=False)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_removed_person_with_an_old_and_a_new_copy_reads_nothing_that_was_written_since(office: Office) -> None:
    office.copied()
    remove_person(office.store, office.bo, LATER)
    opened = open_case(office.store, "1")
    opened = save_case(office.store, opened, opened.case.answer("hardship.fear", "new words", SAID), LATER)
    attach(office.store, opened, Paper("new title", "image/png"), [b"new scan"], LATER)
    approved = Approved(at="t", context="new approval", source_digest="a", text_digest="b")
    stream = office.store.shelf_stream(Kind.APPROVALS)
    office.store.append(stream, (approved,), office.store.read(stream)[1], LATER)
    add_person(
        office.store, NewPerson("New Person", Role.OUTREACH, "wasabi washable washbasin washboard wasp watch"), LATER
    )
    seen = office.seen_by_bo()
    assert "Xiaomei" in seen  # what was there before he can read: no program takes that back
    assert "new" not in seen.casefold()
    assert "removed a person" not in seen
    assert office.seen_by_bo("headers") == office.seen_by_bo("people") == office.seen_by_bo("store") == "[]"
    assert not problems(opened_by(office.store.tables, ANA))


def test_the_same_keys_would_read_it_had_he_not_been_removed(office: Office) -> None:
    office.copied()
    opened = open_case(office.store, "1")
    save_case(office.store, opened, opened.case.answer("hardship.fear", "new words", SAID), LATER)
    assert "new words" in office.seen_by_bo()


def test_a_case_that_was_open_in_another_window_goes_on_under_the_new_keys(office: Office) -> None:
    other = opened_by(sqlite.open_file(office.path), ANA)
    opened = open_case(other, "1")
    office.copied()
    remove_person(office.store, office.bo, LATER)
    opened = save_case(other, opened, opened.case.answer("hardship.fear", "new words", SAID), LATER)
    with other.changing(LATER) as change:
        note = Meeting(at="t", by=other.person.hex, minutes=3, note="new note")
        add_to_stream(other, change, opened, Kind.MEETINGS, note)
    assert [one.record for one in read_stream(other, opened, Kind.MEETINGS)] == [note]
    other.tables.close()
    assert "new" not in office.seen_by_bo()
    assert open_case(office.store, "1").case == opened.case


def test_the_person_who_was_removed_is_told_so_in_a_window_that_was_open(office: Office) -> None:
    theirs = opened_by(office.store.tables, BO)
    opened = open_case(theirs, "1")
    remove_person(office.store, office.bo, LATER)
    with pytest.raises(StoreError, match="opens nothing in this store"):
        save_case(theirs, opened, opened.case.answer("a.b", "c", SAID), LATER)
    with pytest.raises(StoreError, match="opens nothing in this store"):
        list_cases(theirs)


def test_a_restricted_case_of_others_gets_its_new_key_from_whoever_of_it_saves_next(office: Office) -> None:
    add_person(office.store, EVE, AT)
    eve = opened_by(office.store.tables, EVE)
    new_case(eve, NewCase("2", invented("r2"), only=(office.bo,)), AT)
    office.copied()
    removed = remove_person(office.store, office.bo, LATER)
    assert removed.waiting == 1
    assert not problems(office.store)
    opened = open_case(eve, "1")  # another case, on purpose: whatever she saves
    save_case(eve, opened, opened.case.answer("a.b", "c", SAID), LATER)
    opened = open_case(eve, "2")
    save_case(eve, opened, opened.case.answer("hardship.fear", "new words", SAID), LATER)
    assert "new words" not in office.seen_by_bo()
    eve = opened_by(office.store.tables, EVE)
    assert not eve.ring.owed
    assert not problems(eve)


def test_a_strike_after_a_removal_is_made_again_in_a_backup_from_before_it(office: Office, tmp_path: Path) -> None:
    backups.back_up(office.store, tmp_path / "old.backup", (office.store.person,), AT)
    remove_person(office.store, office.bo, LATER)
    redact(office.store, open_case(office.store, "1"), "client.name", "not hers", LATER)
    with office.store.reading() as look:
        erased = written_list(look)
    opener = Opener(ANA.passphrase)
    backups.restore(tmp_path / "old.backup", tmp_path / "again", opener, LATER, os.urandom, erased=[erased])
    back = opened_by(sqlite.open_file(tmp_path / "again"), ANA)
    assert open_case(back, "1").case.current["client.name"].value is None
    assert not problems(back)


def test_removing_one_after_the_other_leaves_a_store_that_opens_for_the_rest(office: Office) -> None:
    for number in range(9):
        phrase = f"unbaked unbalance unbeaten unbend unbent unbitten {number}"
        person = add_person(office.store, NewPerson(f"P{number}", Role.CASEWORKER, phrase), LATER)
        opened = open_case(office.store, "1")
        save_case(office.store, opened, opened.case.answer("a.b", f"words {number}", SAID), LATER)
        remove_person(office.store, person, LATER)
    again = opened_by(office.store.tables, ANA)
    assert [one.value for one in open_case(again, "1").case.history("a.b")] == [f"words {n}" for n in range(9)]
    assert not problems(again)
    assert len(list_cases(opened_by(office.store.tables, BO))) == 1


def test_a_removal_that_fails_leaves_keys_and_sessions_as_they_were(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **_named: object) -> None:
        raise OSError("pulled out")

    with monkeypatch.context() as patched:
        patched.setattr(OpenStore, "note", stop)
        with pytest.raises(OSError, match="pulled"):
            remove_person(office.store, office.bo, LATER)
    opened = open_case(office.store, "1")
    save_case(office.store, opened, opened.case.answer("a.b", "c", SAID), LATER)
    assert open_case(opened_by(office.store.tables, BO), "1").case.current["a.b"].value == "c"


def test_a_store_from_before_attorneys_gets_their_group_from_the_next_supervisor_who_saves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {
        role: tuple(kind for kind in kinds if kind is not GroupKind.ATTORNEYS)
        for role, kinds in people.GROUPS_OF.items()
    }
    with monkeypatch.context() as patched:
        for module in ("store", "renewing"):
            patched.setattr(f"legalassist.stores.{module}.GROUPS_OF", before)
        patched.setattr("legalassist.stores.store.catch_up", lambda *_: False)
        store = set_up(sqlite.make(tmp_path / "clinic.store")).store
        team = let_team_in(store)
        kept(store, "1")
    assert not store.ring.holds(GroupKind.ATTORNEYS)
    redact(store, open_case(store, "1"), "client.name", "not hers", LATER)
    assert store.ring.holds(GroupKind.ATTORNEYS)
    assert not opened_by(store.tables, BO).ring.holds(GroupKind.ATTORNEYS)
    remove_person(store, team[Role.COORDINATOR], LATER)
    with pytest.raises(StoreError):
        opened_by(store.tables, CY)
    assert not problems(opened_by(store.tables, ANA))


# ---- a lost paper ----


def test_a_new_recovery_key_opens_everything_and_the_lost_paper_nothing_new(tmp_path: Path) -> None:
    done = set_up(sqlite.make(tmp_path / "clinic.store"))
    store, lost = done.store, done.recovery
    let_team_in(store)
    opened = kept(store, "1")
    new_case(store, NewCase("2", invented("r2"), only=(store.person,)), AT)
    text, removed = new_recovery_key(store, LATER)
    assert removed.waiting == 0
    save_case(store, opened, open_case(store, "1").case.answer("hardship.fear", "new words", SAID), LATER)
    with pytest.raises(StoreError, match="belongs to another store"):
        unlock_with_recovery(store.tables, lost, os.urandom)
    again = unlock_with_recovery(store.tables, text, os.urandom)
    assert open_case(again, "1").case.current["hardship.fear"].value == "new words"
    assert open_case(again, "2").case == invented("r2")  # a restricted case, too
    assert [one.role for one in again.people()].count(Role.RECOVERY) == 1
    assert not problems(again)


def test_a_restricted_case_of_others_is_said_to_wait_when_the_recovery_key_is_made_anew(office: Office) -> None:
    add_person(office.store, EVE, AT)
    eve = opened_by(office.store.tables, EVE)
    new_case(eve, NewCase("2", invented("r2"), only=(eve.person,)), AT)
    text, removed = new_recovery_key(office.store, LATER)
    assert removed.waiting == 1
    opened = open_case(eve, "2")
    save_case(eve, opened, opened.case.answer("a.b", "c", SAID), LATER)
    recovered = unlock_with_recovery(office.store.tables, text, os.urandom)
    with pytest.raises(StoreError):
        open_case(recovered, "2")
    assert not problems(opened_by(office.store.tables, EVE))


def test_only_a_supervisor_makes_the_recovery_key_anew(office: Office) -> None:
    theirs = opened_by(office.store.tables, BO)
    with pytest.raises(StoreError, match="supervisors"):
        new_recovery_key(theirs, LATER)
