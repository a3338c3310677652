"""Papers, packets, outputs, striking, erasing, export, backup and restore through the commands."""

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cli.office import Office
from placement.offered import MEI, YES

from legalassist.api import building
from legalassist.api.backing_up import STANDING
from legalassist.api.unlocking import FILE
from legalassist.stores import sqlite

PAPER = b"%PDF-1.4 Canaryscan"


@pytest.fixture
def number(office: Office, tmp_path: Path) -> str:
    number = office.new("client.name={family: WANG, given: CANARINA}", "client.ssn=078-05-1120")
    (tmp_path / "scan.pdf").write_bytes(PAPER)
    office.done("case", "exhibit", "add", number, str(tmp_path / "scan.pdf"), "--title", "Pay notes")
    return number


@pytest.fixture
def packet(office: Office, number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A registered folder that holds what a packet would; the real one is built in `test_case_plaintext`."""
    out = tmp_path / "out"

    def made(build: object, out: Path, **_more: object) -> None:
        assert not build.case.invented
        (out / "filing").mkdir(parents=True, mode=0o700)
        (out / "manifest.json").write_text("{}", encoding="utf-8")
        (out / "filing" / "packet.pdf").write_bytes(b"Canary")
        raise building.UsageError("made")

    monkeypatch.setattr("legalassist.cli.packet.build_packet", made)
    assert "made" in office.run("packet", "build", number, "--out", str(out)).output
    return out


def test_an_exhibit_is_listed_and_comes_back_byte_for_byte(office: Office, number: str, tmp_path: Path) -> None:
    assert "exhibit 4: Pay notes (application/pdf" in office.done("case", "show", number)
    out = tmp_path / "copy.pdf"
    assert "may be unsafe" in office.done("case", "exhibit", "copy", number, "4", str(out))
    assert out.read_bytes() == PAPER
    assert out.stat().st_mode & 0o777 == 0o600
    assert str(out) in office.done("case", "outputs", number)
    assert office.run("case", "exhibit", "copy", number, "4", str(out)).exit_code == 2
    assert office.run("case", "exhibit", "copy", number, "1", str(tmp_path / "x")).exit_code == 2
    assert office.run("case", "exhibit", "add", number, str(tmp_path / "nothing.pdf")).exit_code == 2


def test_a_packets_folder_is_registered_before_it_is_written_and_shredded(
    office: Office, number: str, packet: Path
) -> None:
    assert str(packet) in office.done("case", "outputs", number)
    assert "2 files shredded" in office.done("outputs", "shred", number)
    assert not packet.exists()
    assert office.done("case", "outputs", number) == ""


def test_shredding_never_takes_a_folder_that_holds_something_else(office: Office, packet: Path) -> None:
    (packet / "manifest.json").unlink()
    done = office.run("outputs", "shred", "--all")
    assert done.exit_code == 2
    assert (packet / "filing" / "packet.pdf").exists()


@pytest.mark.parametrize("folder", ["OneDrive - Clinic", "Dropbox", "Google Drive", "Mobile Documents"])
def test_a_synced_folder_is_refused_unless_it_is_named_twice(
    office: Office, number: str, tmp_path: Path, folder: str
) -> None:
    out = tmp_path / folder / "out.pdf"
    out.parent.mkdir()
    for words in (["packet", "build", number, "--out", str(out)], ["case", "exhibit", "copy", number, "4", str(out)]):
        done = office.run(*words)
        assert done.exit_code == 2
        assert "--synced-folder-is-ok" in done.output
    assert not out.exists()
    assert office.done("case", "outputs", number) == ""
    office.done("case", "exhibit", "copy", number, "4", str(out), "--synced-folder-is-ok")
    assert out.exists()


def test_a_struck_answer_leaves_who_when_and_why(office: Office, number: str) -> None:
    office.done("case", "redact", number, "client.ssn", "--why", "the wrong person's")
    history = office.done("case", "history", number, "client.ssn")
    assert "struck (answer)" in history
    assert "the wrong person's" in history
    assert office.run("case", "redact", number, "client.ssn", "--why", " ").exit_code == 4
    office.done("case", "redact", number, "4", "--why", "not hers")
    assert "Pay notes" not in office.done("case", "show", number)


def test_a_legal_hold_keeps_everything_until_it_ends(office: Office, number: str, packet: Path) -> None:
    office.done("case", "hold", number, "--why", "a demand")
    for words in (["case", "erase", number, "--sure", number], ["case", "redact", number, "client.ssn", "--why", "x"]):
        done = office.run(*words)
        assert done.exit_code == 4
        assert "legal hold" in done.output
    assert packet.exists()
    assert "1  hold" in office.done("case", "demand", number)
    office.done("case", "hold", number, "--why", "over", "--end")
    office.done("case", "erase", number, "--sure", number)
    assert not packet.exists()


def test_erasing_is_said_twice(office: Office, number: str) -> None:
    assert office.run("case", "erase", number).exit_code == 2
    assert office.run("case", "erase", number, "--sure", "C-2222").exit_code == 2
    assert number in office.done("case", "list")


def test_an_erased_case_does_not_come_back_with_an_older_backup(office: Office, number: str, tmp_path: Path) -> None:
    backup = tmp_path / "monday.backup"
    kept = office.new()
    told = office.done("backup", str(backup))
    assert "P. Lin and the recovery key" in told
    assert office.run("backup", str(backup)).exit_code == 4
    assert "monday.backup still holds it" in office.done("case", "erase", number, "--sure", number)
    assert "whole" in office.run("backup", "verify", str(backup), typed=(office.passphrase,)).output
    refused = office.run("restore", str(backup), typed=(office.passphrase,))
    assert refused.exit_code == 4
    assert "stands in this data folder" in refused.output
    (office.data / FILE).unlink()  # the store is lost; the list of what was erased lies beside it
    restored = office.run("restore", str(backup), typed=(office.passphrase,))
    assert restored.exit_code == 0, restored.output
    assert "erasures and strikes were made again" in restored.output
    office.unlock()
    listed = office.done("case", "list")
    assert kept in listed
    assert number not in listed


def test_a_restore_moves_the_store_that_stood_there_aside(office: Office, tmp_path: Path) -> None:
    backup = tmp_path / "a.backup"
    office.done("backup", str(backup))
    after = office.new()
    done = office.run("restore", str(backup), "--replace", typed=(office.passphrase,))
    assert done.exit_code == 0, done.output
    office.unlock()
    assert after not in office.done("case", "list")
    assert len(list(office.data.glob(f"{FILE}.before-*"))) == 1


@pytest.mark.parametrize("damage", ["cut", "flip"])
def test_a_damaged_backup_is_found_and_the_store_stays(
    office: Office, number: str, tmp_path: Path, damage: str
) -> None:
    backup = tmp_path / "a.backup"
    office.done("backup", str(backup))
    content = bytearray(backup.read_bytes())
    if damage == "cut":
        del content[-70_000:]
    else:
        content[-100] ^= 1
    backup.write_bytes(bytes(content))
    for words in (["backup", "verify", str(backup)], ["restore", str(backup), "--replace"]):
        assert office.run(*words, typed=(office.passphrase,)).exit_code == 4
    assert number in office.done("case", "list")
    assert sorted(path.name for path in office.data.iterdir() if "before" in path.name or "restor" in path.name) == []


def test_a_case_travels_encrypted_and_arrives_under_a_number_of_its_own(
    office: Office, number: str, tmp_path: Path
) -> None:
    file = tmp_path / "case.out"
    result, (passphrase,) = office.shown("case", "export", number, str(file), "--shape", "everything")
    assert result.exit_code == 0, result.output
    assert "privileged" in result.output
    assert passphrase not in result.output
    assert b"CANARINA" not in file.read_bytes()
    wrong = office.run("case", "import", str(file), typed=(office.passphrase, "wrong words"))
    assert wrong.exit_code == 4
    arrived = office.run("case", "import", str(file), typed=(office.passphrase, passphrase)).output.strip()
    assert arrived != number
    assert "Pay notes" in office.done("case", "show", arrived)


def test_people_are_let_in_and_removed_with_what_has_to_be_said(office: Office, number: str) -> None:
    result, (passphrase,) = office.shown("case", "people", "add", "O. Utreach", "--role", "outreach")
    assert result.exit_code == 0
    assert "outreach     O. Utreach" in office.done("case", "people", "list")
    refused = office.run("case", "show", number, typed=(passphrase,))
    assert refused.exit_code == 4
    assert office.shown("case", "people", "add", "O. Utreach", "--role", "outreach")[0].exit_code == 2
    assert "stays readable to them" in office.done("case", "people", "remove", "O. Utreach")
    assert office.run("case", "list", typed=(passphrase,)).exit_code == 4


def test_a_lost_recovery_paper_is_made_anew_and_the_old_one_opens_nothing(office: Office, number: str) -> None:
    office.done("backup", str(office.data.parent / "kept.backup"))
    result, (text,) = office.shown("case", "people", "recovery-key")
    assert result.exit_code == 0, result.output
    assert "the earlier recovery key still opens the backup kept.backup" in result.output
    refused = office.run("unlock", "--recovery", typed=(office.recovery,))
    assert (refused.exit_code, "belongs to another store" in refused.output) == (4, True)
    assert office.run("unlock", "--recovery", typed=(text,)).exit_code == 0
    assert number in office.done("case", "list")
    office.recovery = text


def test_a_changed_passphrase_takes_the_place_of_the_old_one(office: Office) -> None:
    result, (passphrase,) = office.shown("case", "passphrase")
    assert result.exit_code == 0, result.output
    assert office.run("case", "list", typed=(office.passphrase,)).exit_code == 4
    assert office.run("case", "list", typed=(passphrase,)).exit_code == 0


def test_where_another_program_holds_the_file_the_strike_stands_and_scrubbing_is_left_to_a_command(
    office: Office, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_PRAGMAS", (*sqlite._PRAGMAS, "busy_timeout=20"))
    with closing(sqlite3.connect(office.data / FILE, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM records").fetchone()
        struck = office.run("case", "redact", number, "client.ssn", "--why", "not hers")
        assert (struck.exit_code, "is gone from the store, but its old bytes" in struck.output) == (4, True)
        assert "struck (answer), entered by P. Lin at 20" in office.done("case", "history", number, "client.ssn")
        assert (office.data / STANDING).stat().st_size > 100, "the list that travels knows of it"
        assert office.run("case", "scrub").exit_code == 4
        erased = office.run("case", "erase", number, "--sure", number)
        assert (erased.exit_code, "erased from the store" in erased.output) == (4, True)
    assert "overwritten" in office.done("case", "scrub")
    assert office.done("case", "list").strip() == "0 cases"


def test_who_attached_a_paper_and_when_stays_when_it_is_struck(office: Office, number: str) -> None:
    office.done("case", "redact", number, "4", "--why", "not hers")
    assert "struck (attached), entered by P. Lin at 20" in office.done("case", "history", number)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (" ", "a name is needed"),
        ("A\nB", "is a line end"),
        ("A\x1b[31m", "is a control character"),
        ("x" * 81, "more than 80 characters"),
        ("p. lin", "has this name already"),
        ("Recovery Key", "has this name already"),
    ],
)
def test_a_name_that_would_garble_a_list_or_be_taken_for_another_is_refused(
    office: Office, name: str, said: str
) -> None:
    result, secrets = office.shown("case", "people", "add", name, "--role", "attorney")
    assert (result.exit_code, secrets) == (2, [])
    assert said in result.output
    assert "people" not in office.done("case", "people", "list")


def test_what_is_no_paper_is_not_attached(office: Office, number: str, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    os.mkfifo(tmp_path / "pipe")
    for path, said in (("empty", "empty file"), ("pipe", "no file"), (".", "Is a directory"), ("none", "No such file")):
        result = office.run("case", "exhibit", "add", number, str(tmp_path / path))
        assert (result.exit_code, said in result.output) == (2, True), result.output
    scan = str(tmp_path / "scan.pdf")
    assert office.run("case", "exhibit", "add", number, scan, "--title", "a\x1bb").exit_code == 2
    odd = tmp_path / "a\udcffb.pdf"
    odd.write_bytes(PAPER)
    office.done("case", "exhibit", "add", number, str(odd))
    assert "a\\udcffb.pdf" in office.done("case", "show", number)


def test_a_summary_for_firms_is_made_of_a_case_by_its_number_registered_and_shredded(
    office: Office, tmp_path: Path
) -> None:
    told = tmp_path / "said.yaml"
    told.write_text(answers_of(MEI.read_text(encoding="utf-8")) + YES, encoding="utf-8")
    number = office.new(str(told))
    out = tmp_path / "summary"
    for _ in range(2):  # the second time it replaces itself, under the same reference
        made = office.run("placement", "teaser", number, "--out", str(out), "--as-of", "2026-11-23")
        assert made.exit_code == 1, made.output
    (summary,) = out.glob("to-firms/*.txt")
    shown = office.done("case", "show", number)
    assert number not in summary.read_text(encoding="utf-8")
    assert str(out) in shown
    assert out.stat().st_mode & 0o777 == 0o700
    assert "files shredded" in office.done("outputs", "shred", number)
    assert not out.exists()
    (tmp_path / "Dropbox").mkdir()
    synced = office.run("placement", "teaser", number, "--out", str(tmp_path / "Dropbox" / "x"))
    assert (synced.exit_code, "cloud service" in synced.output) == (2, True)


def answers_of(text: str) -> str:
    """Return the answers of an answers file alone, as 'answer' takes them, without what was said about placement."""
    body = re.split(r"^(?=[a-z_]+:)", text[text.index("\nanswers:") + 1 :], flags=re.MULTILINE)[1]
    return "".join(line for line in body.splitlines(keepends=True) if not line.startswith("  placement."))
