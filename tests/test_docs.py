"""The README is true: every command it shows runs, and every command's help has an example that runs."""

import os
import re
import shlex
import shutil
import subprocess
import sys
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


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one command of the README in a folder, our own program through this interpreter."""
    words = shlex.split(command)
    if words[0] == "legalassist":
        words = [sys.executable, "-m", *words]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ})


def test_every_command_the_readme_shows_runs_in_its_order(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "interviews", tmp_path / "interviews")
    (tmp_path / "out").mkdir()
    ran = []
    for command in shown_commands():
        if command.startswith(("make ", "legalassist ask ")):
            continue  # make sets a machine up (tests/test_setup.py); ask needs a terminal (tests/cli)
        done = run(command, tmp_path)
        assert done.returncode in PERSON_NEEDED, f"{command}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr
        ran.append(command)
    assert len(ran) >= 9
    assert (tmp_path / "out" / "copy" / "manifest.json").is_file()


def test_a_command_that_does_not_exist_would_be_noticed(tmp_path: Path) -> None:
    assert run("legalassist packet burn out", tmp_path).returncode not in PERSON_NEEDED


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(name: str) -> None:
    told = CliRunner().invoke(main, [name, "--help"])
    assert told.exit_code == 0
    assert "Example: legalassist" in told.output


def test_the_readme_names_every_command() -> None:
    assert [name for name in COMMANDS if f"legalassist {name}" not in README and f"make {name}" not in README] == []
