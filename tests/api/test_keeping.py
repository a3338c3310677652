"""The verbs over the case store, with a store in memory and a cheap passphrase."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from legalassist.api import asking, keeping, outputs
from legalassist.api.examining_machine import examine_machine
from legalassist.api.numbers import draw, is_number
from legalassist.api.stored_cases import StoredCase, open_stored
from legalassist.api.synced import refuse_synced, synced_by
from legalassist.cases.answer import Said
from legalassist.errors import StoreError, UsageError
from legalassist.library import Library
from legalassist.stores.memory import MemoryTables
from legalassist.stores.people import Role
from legalassist.stores.slots import CHEAP
from legalassist.stores.store import NewPerson, OpenStore, create

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
SAID = Said("tester", "2026-11-23T09:00:00Z")


@pytest.fixture
def store() -> OpenStore:
    first = NewPerson("P. Lin", Role.SUPERVISOR, "invented words")
    return create(MemoryTables(), first, CHEAP, AT, os.urandom, cheap=True).store


@pytest.fixture
def case(store: OpenStore) -> StoredCase:
    return open_stored(store, keeping.begin(store, "tvisa", AT), lambda: AT)


def again(case: StoredCase, at: datetime = AT) -> StoredCase:
    return open_stored(case.store, case.opened.header.number, lambda: at)


# ---- numbers ----


def test_numbers_are_written_without_vowels_and_in_any_case(store: OpenStore) -> None:
    number = keeping.free_number(store)
    assert is_number(number)
    assert is_number(number.lower())
    for text in ("C-AEIO", "C-7K4", "C-7K4PP", "c7k4p", "my-case.yaml", "../C-7K4P", "C-7K4P\n"):
        assert not is_number(text)


def test_a_taken_number_is_drawn_again(store: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = keeping.begin(store, "tvisa", AT)
    drawn = iter([taken[2:], taken[2:], "7K4P"])
    monkeypatch.setattr(keeping, "draw", lambda _randomness, _count: next(drawn))
    assert keeping.free_number(store) == "C-7K4P"


def test_every_letter_is_as_likely_as_another() -> None:
    drawn = draw(lambda count: bytes(range(256))[:count], 243)
    assert len({drawn.count(letter) for letter in set(drawn)}) == 1


# ---- the store as keeper ----


def test_answers_are_saved_and_read_again(case: StoredCase, library: Library) -> None:
    opened = asking.open_kept(case, case.case, library)
    opened = asking.save(asking.record(opened, "client.birth_city", "Fuzhou", SAID))
    assert again(case).case.current["client.birth_city"].value == "Fuzhou"
    assert not opened.case.invented
    assert asking.save(opened) is opened


def test_of_two_sittings_the_second_to_save_is_refused(case: StoredCase, library: Library) -> None:
    one, other = (asking.open_kept(case, case.case, library) for _ in range(2))
    asking.save(asking.record(one, "client.birth_city", "Fuzhou", SAID))
    with pytest.raises(StoreError, match="somebody else saved"):
        asking.save(asking.record(other, "client.birth_city", "Xiamen", SAID))


def test_a_pause_is_kept_until_something_is_answered(case: StoredCase, library: Library) -> None:
    opened = asking.note_pause(asking.open_kept(case, case.case, library), "tired", "now")
    later = again(case, AT + timedelta(minutes=5))
    pause = asking.last_pause(asking.open_kept(later, later.case, library))
    assert pause is not None
    assert pause.reason == "tired"
    opened = asking.open_kept(later, later.case, library)
    asking.save(asking.record(opened, "client.birth_city", "Fuzhou", SAID))
    assert again(case).last_pause() is None
    with pytest.raises(UsageError, match="not a reason"):
        asking.note_pause(opened, "she cried", "now")


def test_two_people_of_one_name_and_nobody_are_told(store: OpenStore) -> None:
    with pytest.raises(UsageError, match="nobody in the store"):
        keeping.person_named(store, "recovery key")


# ---- outputs ----


@pytest.mark.parametrize(
    "path", ["OneDrive/a", "OneDrive - The Clinic/b/c", "Dropbox (Work)/x", "Library/Mobile Documents/x",
             "Library/CloudStorage/GoogleDrive-me/x", "Google Drive/x", "iCloud Drive/x"],
)  # fmt: skip
def test_cloud_folders_are_known_by_name(tmp_path: Path, path: str) -> None:
    assert synced_by(tmp_path / path)


def test_cloud_folders_are_known_by_their_marks_and_through_links(tmp_path: Path) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "shared")
    assert synced_by(tmp_path / "link" / "new")
    assert not synced_by(tmp_path / "plain")
    with pytest.raises(UsageError, match="cloud service"):
        refuse_synced(tmp_path / "link", accepted=False)
    refuse_synced(tmp_path / "link", accepted=True)


def test_shredding_overwrites_what_it_removes_and_follows_no_link(case: StoredCase, tmp_path: Path) -> None:
    packet, outside, twin = tmp_path / "out", tmp_path / "outside", tmp_path / "twin"
    packet.mkdir()
    outside.mkdir()
    (outside / "kept.txt").write_text("kept", encoding="utf-8")
    (packet / "manifest.json").write_text("{}", encoding="utf-8")
    (packet / "secret.pdf").write_bytes(b"Canary" * 1000)
    (packet / "link").symlink_to(outside)
    (tmp_path / ".out.new").mkdir()
    (tmp_path / ".out.new" / "half.pdf").write_bytes(b"Canary")
    os.link(packet / "secret.pdf", twin)  # another name of the same bytes on the disk
    outputs.register(case.store, case.opened, packet, AT)
    (output,) = outputs.outputs(case.store, case.opened)
    assert outputs.shred(case.store, case.opened, output, AT) == 3
    assert twin.read_bytes() == bytes(6000)
    assert (outside / "kept.txt").read_text(encoding="utf-8") == "kept"
    assert not packet.exists()
    assert not (tmp_path / ".out.new").exists()
    assert outputs.outputs(case.store, case.opened) == ()


def test_a_place_that_is_gone_is_said_to_be_gone(case: StoredCase, tmp_path: Path) -> None:
    outputs.register(case.store, case.opened, tmp_path / "moved", AT)
    (output,) = outputs.outputs(case.store, case.opened)
    assert not output.there
    assert outputs.shred(case.store, case.opened, output, AT) == 0


# ---- the machine ----


def machine(system: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (system / name).parent.mkdir(parents=True, exist_ok=True)
        (system / name).write_text(text, encoding="utf-8")
    return system


def warned(system: Path, data: Path) -> dict[str, str]:
    return {one.what: one.found for one in examine_machine(data, system) if not one.well}


def test_a_machine_that_keeps_copies_is_warned_of(tmp_path: Path) -> None:
    swaps = "Filename Type Size Used Priority\n/dev/sda2 partition 1 0 -2\n/dev/zram0 partition 1 0 100\n"
    system = machine(
        tmp_path / "system",
        {"proc/swaps": swaps, "sys/power/state": "freeze mem disk", "etc/cups/cupsd.conf": "LogLevel warn\n",
         "usr/bin/tracker3": ""},
    )  # fmt: skip
    found = warned(system, tmp_path / "Dropbox" / "data")
    assert set(found) == {"cloud folder", "disk encryption", "swap", "printing", "search index"}
    assert "/dev/sda2 is not encrypted, and hibernation" in found["swap"]
    assert "zram" not in found["swap"]
    assert all(not one.serious for one in examine_machine(tmp_path, system))


def test_a_machine_that_is_encrypted_is_not(tmp_path: Path) -> None:
    number = tmp_path.stat().st_dev
    disk = f"sys/dev/block/{os.major(number)}:{os.minor(number)}"
    system = machine(
        tmp_path / "system",
        {"proc/swaps": "Filename\n/dev/dm-1 partition 1 0 -2\n", "sys/class/block/dm-1/dm/uuid": "CRYPT-PLAIN-swap",
         f"{disk}/dm/uuid": "LVM-abc", f"{disk}/slaves/dm-0/dm/uuid": "CRYPT-LUKS2-abc",
         "etc/cups/cupsd.conf": "PreserveJobFiles No\n"},
    )  # fmt: skip
    assert warned(system, tmp_path / "data") == {}
