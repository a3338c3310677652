"""A print of everything that is ended from outside: what it says meanwhile, and that none of its processes stays."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

MANY = ("--format", "mini,letter,half,palm,tri-fold,booklet", "--language", "en")


@pytest.fixture(autouse=True)
def _interruptible() -> Iterator[None]:
    """A suite started behind a shell's ``&`` ignores an interrupt, and what it starts would, too: not in a terminal."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 1)])
def test_a_print_that_is_ended_leaves_no_process_and_no_file(number: signal.Signals, code: int, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "legalassist", "handout", "print", "free-advice", "at-the-door", "for-family"]
    command += [*MANY, "--all", "--workers", "2", "--out", str(tmp_path / "out")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as printing:
        assert printing.stderr is not None
        first = printing.stderr.readline()  # without a terminal, a line each
        assert first == "free-advice: printed 1; 1 of 3 topics\n"
        printing.send_signal(number)  # to the first process alone, in the middle of other pieces
        # Both pipes are the workers' too: nothing comes to their end before the last of them has ended.
        _, told = printing.communicate(timeout=60)
    assert printing.returncode == code
    assert "leaked" not in told
    assert "Traceback" not in told
    assert "at-the-door:" not in told
    assert list(tmp_path.iterdir()) == []
