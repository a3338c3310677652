"""Whatever a person names on the command line, the answer is a message and an exit code, never a fault of our own."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from one_library import LIBRARY

from legalassist.cli import OWN_FAULT, main

MEI = str(LIBRARY.get("interviews/tvisa/examples/mei.yaml").path.resolve())
ODD = {
    "nothing": "", "here": ".", "too long": "n" * 300, "a folder": "folder", "a link to itself": "loop",
    "bytes": "bytes.yaml", "no UTF-8": "x\udcffy", "not readable": "/proc/self/mem", "below a file": "bytes.yaml/x",
}  # fmt: skip
COMMANDS = (
    ("assess", "{}"), ("assess", MEI, "--as-of", "{}"), ("packet", "build", "{}", "--out", "out"),
    ("packet", "build", MEI, "--out", "out", "--clinic", "{}"),
    ("packet", "build", MEI, "--out", "out", "--client-language", "{}"), ("packet", "check", "{}"),
    ("packet", "why", "{}", "memo"), ("packet", "bind", MEI, "--use", "cover-letter={}", "--out", "bytes.yaml"),
    ("answer", "{}", "client.sex=male"), ("answer", "bytes.yaml", "{}=x"), ("check", "{}/x"),
    ("--content", "{}/x", "check"), ("handout", "print", "{}", "--out", "out"),
    ("placement", "teaser", "{}", "--out", "out"), ("--data", "{}", "case", "list"), ("ask", "{}"),
)  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_odd_argument_is_a_fault_of_our_own(
    command: tuple[str, ...], odd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "bytes.yaml").write_bytes(bytes(range(256)))
    arguments = [part.replace("{}", ODD[odd]) for part in command]
    done = CliRunner().invoke(main, arguments, input="")
    assert done.exit_code != OWN_FAULT, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert not (tmp_path / "out").exists()
