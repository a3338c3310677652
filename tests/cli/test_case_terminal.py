"""The case store on a real terminal: what is shown once, what is typed unseen, an interview, and locking it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from legalassist.api.unlocking import FILE

WAIT = 90
ASIDE, BACK = "\x1b[?1049h", "\x1b[?1049l"
RECOVERY = re.compile(r"(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}")


def _hears_ctrl_c() -> None:
    """Run in the child: a suite started in the background ignores Ctrl-C, and what it starts would too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Desk:
    """A data folder and a terminal."""

    def __init__(self, folder: Path, run: Path) -> None:
        self.data = folder / "data"
        self.world = {
            **os.environ, "LEGALASSIST_DATA": str(self.data), "XDG_RUNTIME_DIR": str(run), "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "ignore",
        }  # fmt: skip

    def types(self, *words: str) -> pexpect.spawn:
        child = pexpect.spawn(
            sys.executable, ["-m", "legalassist", *words], env=self.world, encoding="utf-8", timeout=WAIT,
            dimensions=(24, 100), preexec_fn=_hears_ctrl_c,
        )  # fmt: skip
        child.delaybeforesend = 0.1
        return child

    def runs(self, *words: str) -> str:
        command = [sys.executable, "-m", "legalassist", *words]
        done = subprocess.run(command, env=self.world, capture_output=True, text=True, check=False)
        assert done.returncode in {0, 1}, done.stderr
        return done.stdout

    def sets_up(self) -> str:
        """Set the store up as a person does; return the passphrase."""
        child = self.types("case", "setup", "--name", "P. Lin")
        child.expect_exact("six words.")
        child.expect(r"\n\s+((?:[a-z-]+ ){5}[a-z-]+)\s")
        passphrase = child.match[1]
        child.expect_exact("it is written down")
        child.send("\r")
        child.expect_exact("Type the six words:")
        child.send("not the words\r")
        child.expect_exact("these are not the words")
        child.expect_exact("Type the six words:")
        child.send(f"{passphrase}\r")
        child.expect_exact("The recovery key.")
        child.expect(RECOVERY)
        assert passphrase not in child.before
        child.expect_exact("it is written down")
        child.send("\r")
        child.expect_exact("is set up in")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        return passphrase


@pytest.fixture
def desk(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path, tmp_path_factory.mktemp("r"))
    yield desk
    desk.runs("lock")  # no agent outlives a test that failed


def test_from_setting_up_to_an_interview_that_locking_closes(desk: Desk) -> None:
    passphrase = desk.sets_up()
    number = desk.runs("case", "new").strip()

    child = desk.types("ask", number, "--languages", "en")
    child.expect_exact("Enter")
    child.send("\r")
    child.expect_exact("  >")
    assert "INVENTED" not in child.before
    child.send("718-555-0123\r")
    assert "closed what had it open in 1" in wait_for_answer(desk, number)
    child.expect(pexpect.EOF)
    child.close()

    locked = desk.types("case", "show", number)
    locked.expect_exact("legalassist unlock")
    locked.expect(pexpect.EOF)
    unlocking = desk.types("unlock")
    unlocking.expect_exact("Passphrase:")
    unlocking.send(f"{passphrase}\r")
    unlocking.expect_exact("unlocked for P. Lin")
    assert passphrase not in unlocking.before
    unlocking.expect(pexpect.EOF)
    assert "7185550123" in desk.runs("case", "show", number)


def wait_for_answer(desk: Desk, number: str) -> str:
    """Lock once the answer is saved; every look is a command of its own, nothing is timed."""
    for _ in range(20):
        if "contact.safe_phone" in desk.runs("case", "history", number):
            return desk.runs("lock")
    pytest.fail("the answer was not saved")


def test_leaving_before_the_words_are_typed_back_sets_nothing_up(desk: Desk) -> None:
    child = desk.types("case", "setup", "--name", "P. Lin")
    child.expect_exact("it is written down")
    child.sendcontrol("c")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus not in {0, None}
    assert not (desk.data / FILE).exists()
    assert BACK in child.before
