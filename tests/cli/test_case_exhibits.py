"""Papers are cleaned, filed with their row and kept beside the file as it came; nothing plain is written on the way."""

import os
from pathlib import Path

import pytest
from cli.office import Office
from click.testing import CliRunner
from exhibits.hostile_pdfs import locked, names, script
from exhibits.pdf_maker import SEEN, made, text
from one_library import LIBRARY

from legalassist.api.exhibits import read_cleaned
from legalassist.cli import main
from legalassist.errors import UsageError

PAPER = "exhibits[1].paper={title: Pay notes, language: zh_Hans, pages: 2}"


@pytest.fixture
def number(office: Office) -> str:
    return office.new("client.name={family: WANG, given: CANARINA}", PAPER)


def test_a_paper_is_kept_twice_cleaned_and_as_it_came_and_listed_with_what_was_left(
    office: Office, number: str, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(made(text(SEEN), change=names("JavaScript", lambda _: script())))
    said = office.done("case", "exhibit", "add", number, str(scan), "--for", "exhibits[1]", "--title", "Notes")
    assert "exhibits[1]: original, 1 page" in said
    assert "script (JavaScript)" in said
    shown = office.done("case", "show", number)
    assert "exhibits[1], original; original, may be unsafe" in shown
    assert "exhibits[1], original; cleaned" in shown
    listed = office.done("case", "exhibit", "list", number)
    assert "exhibits[1]    original 1 p." in listed
    assert "original: script (JavaScript)" in listed


def test_a_row_that_is_not_there_and_a_broken_paper_are_refused(office: Office, number: str, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(made())
    wrong = office.run("case", "exhibit", "add", number, str(scan), "--for", "exhibits[7]")
    assert wrong.exit_code == 2
    assert "there are: exhibits[1]" in wrong.output
    scan.write_bytes(made()[:-200])
    broken = office.run("case", "exhibit", "add", number, str(scan), "--for", "exhibits[1]")
    assert broken.exit_code == 3
    assert "damaged" in broken.output


def test_a_password_is_asked_for_unseen_and_never_an_argument(office: Office, number: str, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(locked("open"))
    words = ("case", "exhibit", "add", number, str(scan), "--for", "exhibits[1]")
    assert "locked by a password" in office.run(*words).output
    typed = office.run(*words, "--password", typed=(office.passphrase, "open"))
    assert typed.exit_code == 0, typed.output
    assert "password or restrictions on use" in typed.output


def test_a_paper_of_an_invented_client_lies_cleaned_beside_the_answers(tmp_path: Path) -> None:
    answers = tmp_path / "a.yaml"
    answers.write_text(
        "invented: true\ninterview: tvisa\nreference: R7K2-M9QD\nanswers:\n  exhibits:\n    - paper:\n"
        "        title: Notes\n",
        encoding="utf-8",
    )
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(made())
    run = CliRunner().invoke(main, ["case", "exhibit", "add", str(answers), str(scan), "--for", "exhibits[1]"])
    assert run.exit_code == 0, run.output
    assert [path.name for path in (tmp_path / "a.exhibits").iterdir()] == ["1-original.pdf"]
    assert "exhibits[1]    original 1 p." in CliRunner().invoke(main, ["case", "exhibit", "list", str(answers)]).output


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(UsageError, match="the exhibit is no file"):
        read_cleaned(tmp_path / "pipe.pdf", LIBRARY)
