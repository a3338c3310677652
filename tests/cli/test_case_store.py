"""The commands of the case store, as a person meets them."""

import os
import re
import resource
import sqlite3
from pathlib import Path

import pytest
from cli.office import Office
from click.testing import CliRunner

from legalassist.api.unlocking import FILE
from legalassist.cli import main
from legalassist.cli.agent import Agent

SECRET = ("client.name={family: WANG, given: CANARINA, native: 王小美}", "client.birth_city=Canaryville")
NUMBER = re.compile(r"C-[2-9BCDFGHJKMNPQRSTVWXZ]{4}")


# ---- from nothing to a case ----


def test_without_a_store_every_command_says_how_to_set_one_up(tmp_path: Path) -> None:
    for words in (["case", "list"], ["unlock"], ["ask", "C-7K4P"], ["assess", "C-7K4P"], ["backup", "x"]):
        done = CliRunner().invoke(main, ["--data", str(tmp_path / "no"), *words])
        assert done.exit_code in {2, 4}
        assert "case setup" in done.output or "needs a terminal" in done.output
    assert not (tmp_path / "no").exists()


def test_setting_up_makes_a_private_folder_and_shows_two_secrets(first_office: Office) -> None:
    assert len(first_office.passphrase.split()) == 6
    assert len(first_office.recovery.split("-")) == 14
    assert first_office.data.stat().st_mode & 0o777 == 0o700
    assert (first_office.data / FILE).stat().st_mode & 0o777 == 0o600


def test_a_second_set_up_is_refused(office: Office) -> None:
    result, secrets = office.shown("case", "setup", "--name", "Q")
    assert (result.exit_code, secrets) == (4, [])
    assert "set up here already" in result.output


def test_a_secret_is_never_shown_into_a_pipe(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--data", str(tmp_path / "new"), "case", "setup", "--name", "P"])
    assert done.exit_code == 2
    assert "on a terminal" in done.output
    assert not (tmp_path / "new").exists()


@pytest.mark.usefixtures("office")
def test_a_weak_passphrase_of_ones_own_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    other = Office(tmp_path / "weak", "", "")
    weak = "wang xiaomei 1999"
    result, _ = other.shown("case", "setup", "--name", "Wang", "--own-passphrase", typed=(weak, weak))
    assert result.exit_code == 4
    assert "too easy to guess" in result.output
    assert "xiaomei" not in result.output
    assert not (tmp_path / "weak" / FILE).exists()


@pytest.mark.usefixtures("office")
def test_a_data_folder_in_a_cloud_folder_is_refused_unless_named_twice(tmp_path: Path) -> None:
    other = Office(tmp_path / "Dropbox" / "clinic", "", "")
    result, _ = other.shown("case", "setup", "--name", "P")
    assert result.exit_code == 2
    assert "cloud service" in result.output


def test_a_case_is_begun_answered_found_and_assessed_by_its_number(office: Office) -> None:
    number = office.new(*SECRET)
    assert NUMBER.fullmatch(number)
    assert number in office.done("case", "list")
    for text in ("canarina", "王小美", "wangxiaomei", number):
        assert number in office.done("case", "search", text)
    assert "0 cases" in office.done("case", "search", "nobody")
    assert "Findings" in office.done("assess", number.lower())
    assert "2 answers standing" in office.done("case", "show", number)
    assert "template:" in office.done("packet", "why", number, "cover-letter")


def test_answers_are_saved_with_the_name_of_whoever_unlocked_it(office: Office) -> None:
    number = office.new(*SECRET)
    history = office.done("case", "history", number, "client.name")
    assert "answer, entered by P. Lin" in history
    assert "CANARINA" not in history


def test_a_conflict_check_finds_names_by_sound_and_is_noted(office: Office) -> None:
    number = office.new(*SECRET, "jobs[1].employer=Golden Lake")
    told = office.done("case", "conflicts", "golden lake", "Wang Xiaomei", "Nobody Here")
    assert f"client  {number}" in told
    assert f"business  {number}" in told
    assert "3 checked" in told


def test_names_need_not_stand_on_the_command_line(office: Office) -> None:
    number = office.new(*SECRET)
    done = CliRunner().invoke(main, ["--data", str(office.data), "case", "search"], input="canarina\n")
    assert number in done.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["case", "show", "17"], "not a case number"),
        (["case", "show", "C-2222"], "no case with this number"),
        (["answer", "C-2222", "client.sex=male"], "no case with this number"),
        (["case", "new", "--interview", "nope"], "nope"),
        (["case", "new", "--only", "Nobody"], "nobody in the store"),
        (["case", "new", "--not-for-recovery"], "restricted"),
        (["backup", "a", "b", "c"], "name one file"),
        (["outputs", "shred"], "--all"),
    ],
)
def test_wrong_use_is_told_without_a_traceback(office: Office, words: list[str], said: str) -> None:
    done = office.run(*words)
    assert done.exit_code in {2, 3, 4}
    assert said in done.output
    assert "fault of its own" not in done.output


# ---- locked, wrong, newer, damaged, two at once ----


def test_a_locked_store_opens_nothing_and_says_how(office: Office) -> None:
    number = office.new()
    office.done("lock")
    for words in (["case", "list"], ["answer", number, "client.sex=male"], ["assess", number]):
        done = office.run(*words)
        assert done.exit_code == 4
        assert "legalassist unlock" in done.output
    office.unlock()
    assert number in office.done("case", "list")


@pytest.mark.parametrize("words", [["unlock"], ["case", "list"]])
def test_a_wrong_passphrase_opens_nothing_and_is_not_repeated(office: Office, words: list[str]) -> None:
    office.agent = Agent()
    done = office.run(*words, typed=("notthis onehere",))
    assert done.exit_code == 4
    assert "does not open this store" in done.output
    assert "notthis" not in done.output
    assert office.agent.key is None


def test_the_recovery_key_opens_the_store(office: Office) -> None:
    office.agent = Agent()
    assert office.run("unlock", "--recovery", typed=(office.recovery,)).exit_code == 0
    mistyped = office.recovery[:-1] + ("0" if office.recovery[-1] != "0" else "1")
    assert "mistyped" in office.run("unlock", "--recovery", typed=(mistyped,)).output


def test_a_passphrase_is_not_taken_from_a_pipe_by_accident(office: Office) -> None:
    done = CliRunner().invoke(main, ["--data", str(office.data), "unlock"], input=f"{office.passphrase}\n")
    assert done.exit_code == 2
    assert "typed on a terminal" in done.output


def test_a_store_of_a_newer_version_is_left_alone(office: Office) -> None:
    with sqlite3.connect(office.data / FILE) as raw:
        raw.execute("UPDATE alembic_version SET version_num = 'r9999'")
    raw.close()
    done = office.run("case", "list")
    assert done.exit_code == 4
    assert "newer" in done.output


def test_a_damaged_store_is_told_and_opens_for_reading_where_that_is_accepted(office: Office) -> None:
    number = office.new(*SECRET)
    raw = sqlite3.connect(office.data / FILE)
    tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE name LIKE '%slots%'")]
    raw.execute(f"DELETE FROM {tables[0]}")  # noqa: S608 -- a name from the file itself
    raw.commit()
    raw.close()
    done = office.run("case", "list")
    assert done.exit_code == 4
    assert "changed outside the program" in done.output
    assert number in office.run("--accept-damage", "case", "list").output
    refused = office.run("--accept-damage", "answer", number, "client.sex=male")
    assert refused.exit_code == 4
    assert "reading only" in refused.output


def test_a_store_put_back_to_yesterday_is_noticed_while_it_is_unlocked(office: Office) -> None:
    before = (office.data / FILE).read_bytes()
    office.new(*SECRET)
    (office.data / FILE).write_bytes(before)
    done = office.run("case", "list")
    assert done.exit_code == 4
    assert "put back to an older state" in done.output


def test_two_programs_that_save_at_once_lose_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    from legalassist.api import asking  # noqa: PLC0415 -- patched here

    number = office.new()
    record_all = asking.record_all

    def meanwhile(*arguments: object) -> object:
        monkeypatch.setattr(asking, "record_all", record_all)
        office.done("answer", number, "client.birth_city=First")
        return record_all(*arguments)

    monkeypatch.setattr(asking, "record_all", meanwhile)
    done = office.run("answer", number, "client.birth_city=Second")
    assert done.exit_code == 4
    assert "somebody else saved" in done.output
    assert "1 answers standing, 1 given" in office.done("case", "show", number)


def test_a_full_disk_is_told_and_nothing_of_the_answer_is_saved(office: Office) -> None:
    number = office.new(*SECRET)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))  # no file may grow: as on a full disk
        done = office.run("answer", number, "hardship.fear=Canary")
        os.write(writing, f"{done.exit_code} {done.output}".encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = pipe.read()
    assert told.startswith("4 ")
    assert "nothing of this was saved" in told
    assert "Canary" not in told
    assert "2 answers standing, 2 given" in office.done("case", "show", number)


def test_verify_reads_everything_and_a_receipt_proves_that_nothing_was_taken_back(office: Office) -> None:
    office.new(*SECRET)
    code = office.done("case", "receipt").strip()
    office.new()
    assert "nothing was taken back" in office.done("case", "verify", "--head", code)
    assert office.run("case", "verify", "--head", "999-AAAA-BBBB-CCCC-DDDD").exit_code == 4
