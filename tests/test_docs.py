"""The README is true: every command it shows runs, and every command's help has an example that runs."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from legalassist.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PERSON_NEEDED = (0, 1)
"""Exit codes of a command that did its work; 1 says that something is left to a person."""


def shown_commands() -> list[str]:
    """Return the commands of the README's console blocks, in order."""
    blocks = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def run(command: str) -> tuple[int, str]:
    """Run one command of the README where the test stands; return its exit code and all that it said.

    Our own program runs in this process: what each command costs to start is not what the README promises. That it
    starts by itself, from a wheel, is tested in tests/test_wheel.py.
    """
    words = shlex.split(command)
    if words[0] != "legalassist":
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr
    told = CliRunner().invoke(main, words[1:])
    if not isinstance(told.exception, SystemExit | None):
        raise told.exception
    return told.exit_code, told.output


@pytest.mark.usefixtures("laid_out")
def test_every_command_the_readme_shows_runs_in_its_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "interviews", tmp_path / "interviews")
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path)
    ran = []
    for command in shown_commands():
        if command.startswith(("make ", "legalassist ask ")):
            continue  # make sets a machine up (tests/test_setup.py); ask needs a terminal (tests/cli)
        code, said = run(command)
        assert code in PERSON_NEEDED, f"{command}\n{said}"
        assert "Traceback" not in said
        ran.append(command)
    assert len(ran) >= 9
    assert (tmp_path / "out" / "copy" / "manifest.json").is_file()


def test_a_command_that_does_not_exist_or_breaks_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("legalassist packet burn out")[0] not in PERSON_NEEDED
    monkeypatch.setattr("legalassist.cli.packet.kinds_command.callback", lambda **_: 1 / 0)
    assert run("legalassist packet kinds")[0] not in PERSON_NEEDED


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(name: str) -> None:
    told = CliRunner().invoke(main, [name, "--help"])
    assert told.exit_code == 0
    assert "Example: legalassist" in told.output


def test_the_readme_names_every_command() -> None:
    assert [name for name in COMMANDS if f"legalassist {name}" not in README and f"make {name}" not in README] == []
