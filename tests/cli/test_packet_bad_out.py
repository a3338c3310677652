"""A folder that cannot become a packet's is refused with a message, before anything is laid out."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from one_library import LIBRARY

from legalassist.cli import main

USAGE = 2
MEI = LIBRARY.get("interviews/tvisa/examples/mei.yaml").path.resolve()
COMMANDS = {
    "packet": ["packet", "build", str(MEI), "--as-of", "2026-11-22"],
    "summary": ["placement", "teaser", str(MEI), "--as-of", "2026-11-22"],
    "handouts": ["handout", "print", "at-the-door"],
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("out", [".", "..", "/", "", "n" * 300])
def test_a_folder_that_cannot_be_is_refused_with_a_message(
    command: str, out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    done = CliRunner().invoke(main, [*COMMANDS[command], "--out", out])
    assert done.exit_code == USAGE, done.output
    assert "cannot become the folder of" in done.output or "cannot be looked at" in done.output
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]
