"""No plaintext outside --out: every file that is opened for writing on a case's whole way, as the system sees it."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from cli.office import Office
from exhibits.pdf_maker import made, text

CANARIES = ("CANARINA", "Canarytext", "Canarytitle", "Canaryscan", "Canarypaper")
FORMS = ("utf-8", "utf-16-le", "utf-16-be", "gbk")
STRACE = shutil.which("strace")
WRITES = re.compile(r'(?:openat|open|creat|mkdir|mkdirat|rename|renameat2?)\(.*?"(?P<path>[^"]+)"(?P<rest>.*)$')
NOWHERE = ("/dev/null", "/dev/tty", "/proc/self/")


@dataclass(frozen=True)
class Way:
    """What one run wrote to: as Python told, as the system told ("" without strace), and where it was allowed to."""

    folder: Path
    python: tuple[str, ...]
    system: tuple[str, ...]
    core: list[int]

    def elsewhere(self, paths: tuple[str, ...]) -> list[str]:
        """Return what lies neither in the data folder (ciphertext) nor in the folders that were named."""
        allowed = (f"{self.folder}/data/", f"{self.folder}/out/", *NOWHERE)
        return [path for path in paths if not path.startswith(allowed)]


@pytest.fixture(scope="module")
def way(first_office: Office, tmp_path_factory: pytest.TempPathFactory, top: Path) -> Way:
    folder = tmp_path_factory.mktemp("way")
    shutil.copytree(first_office.data, folder / "data")
    for name in ("tmp", "out", "home"):
        (folder / name).mkdir()
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4 Canaryscan")
    (folder / "paper.pdf").write_bytes(made(text("Canarypaper")))
    papers = {name: str(folder / f"{name}.pdf") for name in ("scan", "paper")}
    told = {"data": str(folder / "data"), "key": first_office.agent.key, **papers}
    (folder / "office.json").write_text(json.dumps(told), encoding="utf-8")
    driver = [sys.executable, str(top / "tests/cli/plain_driver.py"), str(top / "tests")]
    command = [*driver, str(folder / "office.json"), str(folder / "out")]
    if STRACE:
        calls = "openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,memfd_create"
        command = [
            STRACE,
            "-f",
            "--seccomp-bpf",
            "-qq",
            "-z",
            "-e",
            f"trace={calls}",
            "-o",
            str(folder / "trace"),
            *command,
        ]
    places = {"TMPDIR": str(folder / "tmp"), "HOME": str(folder / "home"), "PYTHONDONTWRITEBYTECODE": "1"}
    world = {**os.environ, **places}
    done = subprocess.run(command, env=world, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    return Way(folder, tuple(said["opened"]), _written(folder / "trace"), said["core"])


def _written(trace: Path) -> tuple[str, ...]:
    """Return the paths that strace saw opened for writing, made, or given as a name."""
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines() if trace.is_file() else []
    found = (WRITES.search(line) for line in lines)
    return tuple(
        one["path"]
        for one in found
        if one and ("O_" not in one["rest"] or re.search(r"O_WRONLY|O_RDWR|O_CREAT", one["rest"]))
    )


def holds_canary(content: bytes) -> bool:
    return any(canary.encode(form) in content for canary in CANARIES for form in FORMS)


def test_python_opens_nothing_for_writing_but_the_store_and_the_folders_named(way: Way) -> None:
    assert any(path.endswith("manifest.json") for path in way.python), "the hook saw nothing"
    assert way.elsewhere(way.python) == []


@pytest.mark.skipif(STRACE is None, reason="strace is not installed here; the audit hook's test ran")
def test_the_whole_process_opens_nothing_else_either(way: Way) -> None:
    assert any(path.endswith("cases.db-wal") for path in way.system), "strace saw nothing"
    # fontconfig notes in the user's cache which fonts this machine has; it knows nothing of what is printed
    assert [path for path in way.elsewhere(way.system) if "fontconfig" not in path] == []
    assert list((way.folder / "tmp").iterdir()) == []


def test_no_canary_lies_in_the_store_the_export_or_the_backup(way: Way) -> None:
    sealed = [*(way.folder / "data").iterdir(), way.folder / "out/exported", way.folder / "out/backed-up"]
    assert len(sealed) >= 3
    assert not [path.name for path in sealed if holds_canary(path.read_bytes())]
    at_home = [path for path in (way.folder / "home").rglob("*") if path.is_file()]
    assert not [path.name for path in at_home if holds_canary(path.read_bytes())]


def test_a_packet_of_a_stored_case_is_private_and_not_marked_invented(way: Way) -> None:
    packet = way.folder / "out/packet"
    assert packet.stat().st_mode & 0o777 == 0o700
    manifest = (packet / "manifest.json").read_text(encoding="utf-8")
    assert '"invented": false' in manifest or "INVENTED" not in manifest
    words = subprocess.run(
        ["pdftotext", str(next((packet / "filing").glob("*-packet.pdf"))), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "CANARINA" in words
    assert "Canarypaper" in words
    assert "INVENTED" not in words
    assert not [path for path in packet.rglob("*") if any(canary in path.name for canary in CANARIES)]


def test_no_core_is_dumped_by_a_process_that_holds_the_key(way: Way) -> None:
    assert way.core == [0, 0]


# ---- the checkers find what is planted ----


def test_a_file_planted_elsewhere_would_be_found(tmp_path: Path) -> None:
    way = Way(tmp_path, (), (), [])
    assert way.elsewhere((f"{tmp_path}/data/cases.db", "/dev/null", "/elsewhere/x", f"{tmp_path}/database")) == [
        "/elsewhere/x",
        f"{tmp_path}/database",
    ]
    (tmp_path / "trace").write_text(
        '1 openat(AT_FDCWD, "/a", O_RDONLY) = 3\n1 openat(AT_FDCWD, "/b", O_WRONLY|O_CREAT, 0600) = 3\n'
        '1 mkdir("/c", 0700) = 0\n1 rename("/d", "/e") = 0\n',
        encoding="utf-8",
    )
    assert _written(tmp_path / "trace") == ("/b", "/c", "/d")


@pytest.mark.parametrize("form", FORMS)
def test_a_planted_canary_is_found(form: str) -> None:
    assert holds_canary(b"..." + "Canarytext".encode(form))
