"""Behind the walls nothing can be written, sent, started or eaten up; a child that dies is a paper that is refused."""

import subprocess
import sys
from pathlib import Path

import pytest
from exhibits.pdf_maker import SEEN, made
from exhibits.test_hostile import house, read

from legalassist.exhibits import clean
from legalassist.exhibits.cleaned import ExhibitRefused

RAISE = "from legalassist.exhibits.walls import raise_walls; raise_walls(); "
"""What the child does first."""


def behind_the_walls(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-c", RAISE + code]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={}, timeout=60)


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "PermissionError"),
        ("import socket; socket.socket(socket.AF_UNIX)", "PermissionError"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("import os; os.system('true')", "PermissionError"),
        ("import os; os.fork()", "PermissionError"),
        ("import os; os.execv('/bin/true', ['true'])", "PermissionError"),
        ("open('planted', 'w')", "PermissionError"),
        ("import os; os.open('planted', os.O_WRONLY | os.O_CREAT)", "PermissionError"),
        ("import os; os.remove('planted')", "PermissionError"),
        ("import tempfile; tempfile.TemporaryFile()", "No usable temporary directory"),
        ("import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')", "PermissionError"),
        ("import urllib.request; urllib.request.urlopen('file:///etc/hostname')", "PermissionError"),
        ("x = bytearray(3 << 30)", "MemoryError"),
        ("import resource; resource.setrlimit(resource.RLIMIT_CPU, (9999, 9999))", ""),
        ("[open('/dev/null') for _ in range(99)]", "Too many open files"),
    ],
)
def test_what_a_reader_has_no_business_doing_is_refused(code: str, error: str, tmp_path: Path) -> None:
    done = behind_the_walls(f"import os; os.chdir({str(tmp_path)!r}); {code}")
    if error:
        assert done.returncode
        assert error in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_address_that_is_its_own_content_may_be_opened() -> None:
    assert behind_the_walls("import urllib.request as u; print(u.urlopen('data:,x').read())").stdout.strip() == "b'x'"


def test_processor_time_memory_files_and_dumps_are_limited() -> None:
    limits = "r.RLIMIT_CPU, r.RLIMIT_AS, r.RLIMIT_FSIZE, r.RLIMIT_CORE"
    asked = f"import resource as r; print([r.getrlimit(w)[0] for w in ({limits})])"
    assert behind_the_walls(asked).stdout.strip() == "[240, 1610612736, 0, 0]"


def test_without_the_walls_the_same_would_work(tmp_path: Path) -> None:
    command = [sys.executable, "-I", "-c", "open('planted', 'w'); import socket; socket.socket()"]
    assert subprocess.run(command, cwd=tmp_path, check=False, env={}).returncode == 0
    assert (tmp_path / "planted").exists()


def test_a_child_that_takes_too_long_is_a_paper_that_is_refused(top: Path) -> None:
    late = clean.House(house(top).fonts, "", seconds=0.01)
    with pytest.raises(ExhibitRefused, match="more memory or time"):
        clean.clean(made(), late)


@pytest.mark.parametrize(
    "answer",
    [
        {"outcome": "clean"},
        {"outcome": "clean", "pages": "1", "noticed": []},
        {"outcome": "clean", "pages": 1, "noticed": {}},
        {"outcome": "too much"},
        {},
    ],
)
def test_an_answer_that_is_none_is_not_believed(
    answer: dict[str, object], top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clean, "_asked", lambda _request, _seconds: (answer, b""))
    with pytest.raises(ExhibitRefused, match="more memory or time"):
        clean.clean(made(), house(top))


def test_the_child_gets_no_environment_and_no_arguments_of_the_file(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    real = subprocess.Popen

    def watched(command: list[str], **options: object) -> object:
        started.append((command, options))
        return real(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", watched)
    assert SEEN in read(clean.clean(made(), house(top), password="open sesame").pdf)  # noqa: S106
    ((command, options),) = started
    assert command == [sys.executable, "-I", "-X", "utf8", "-m", "legalassist.exhibits.child"]
    assert options["env"] == {}
    assert options["cwd"] == "/"
