"""A limited child process: what it may do, and that each wall stands."""

import subprocess
import sys
from pathlib import Path

import pytest

from legalassist.documents import limited
from legalassist.documents.limited import Limits, run_limited
from legalassist.errors import DocumentError

NOT_TO_BE = "/tmp/legalassist-should-not-be"  # noqa: S108 - the point is that it is never made
READ = "legalassist.forms.blank:read_in_child"


def in_child(code: str, limits: str = "Limits()") -> subprocess.CompletedProcess[str]:
    """Run code behind the walls, as the child does before it reads a file."""
    script = (
        "import sys, os, socket, subprocess\n"
        "from legalassist.documents import limited\n"
        "from legalassist.documents.limited import Limits\n"
        f"limited._no_network(); limited._limit({limits}); sys.addaudithook(limited._refuse)\n{code}\nprint('did it')\n"
    )
    return subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=False, cwd="/")


def test_walls_let_plain_work_through() -> None:
    assert in_child("sum(range(1000))").stdout == "did it\n"


@pytest.mark.parametrize(
    "code",
    [
        f"open({NOT_TO_BE!r}, 'w')",
        f"os.open({NOT_TO_BE!r}, os.O_CREAT | os.O_WRONLY)",
        f"os.remove({NOT_TO_BE!r})",
        "socket.socket()",
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.fork()",
    ],
)
def test_nothing_but_the_file_is_touched(code: str) -> None:
    done = in_child(code)
    assert done.stdout == ""
    assert "a limited process may not do this" in done.stderr
    assert not Path(NOT_TO_BE).exists()


def test_memory_is_limited() -> None:
    done = in_child("x = bytearray(900 << 20)", "Limits(memory=700 << 20)")
    assert done.stdout == ""
    assert "MemoryError" in done.stderr


def test_the_parent_answers_for_a_child_that_took_too_long() -> None:
    with pytest.raises(DocumentError, match="more time than a file may take"):
        run_limited(READ, b"", name="the file", limits=Limits(wall_seconds=0))


@pytest.mark.parametrize(
    ("code", "out"), [(3, b""), (-9, b""), (-24, b'{"done": true'), (0, b'{"done": true, "bytes": 9}\nx')]
)
def test_the_parent_answers_for_a_child_that_died_or_said_half(code: int, out: bytes) -> None:
    with pytest.raises(DocumentError, match="than a file may take, so it was not read"):
        limited._answer("the file", code, out)


def test_a_refusal_of_the_reader_comes_back_as_it_was_made() -> None:
    with pytest.raises(DocumentError, match=r"^the file: this is not a PDF"):
        run_limited(READ, b"nothing", name="the file")


def test_only_this_program_is_run() -> None:
    with pytest.raises(DocumentError):
        run_limited("os:system", b"", name="the file")
