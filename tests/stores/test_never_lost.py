"""Nothing acknowledged is lost and nothing is half there: killed at any moment, with a full or failing disk."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from soak import kills
from stores.making import ANA, AT, SAID, invented, kept, opened_by, set_up

from legalassist.errors import StoreError
from legalassist.stores import sqlite
from legalassist.stores.backups import back_up
from legalassist.stores.cases import OpenCase, open_case, save_case
from legalassist.stores.exhibits import Paper, attach
from legalassist.stores.store import OpenStore
from legalassist.stores.verifying import problems

SOAK = Path(kills.__file__).parent


def test_killed_25_times_at_random_moments_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    command = [sys.executable, SOAK / "kills.py", "25", "2026", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["wrong"] == []
    assert result["runs"] == 25
    assert result["acts"] > 20


def test_a_planted_lost_answer_or_backup_is_seen_by_that_check(tmp_path: Path) -> None:
    tables = sqlite.make(tmp_path / "clinic.store")
    kept(set_up(tables).store)
    tables.close()
    (tmp_path / "half.bak").write_bytes(b"legalassist bak\nhalf")
    told = [{"act": act, "turn": "never kept"} for act in ("answer", "exhibit", "backup")]
    wrong = kills.wrong_after(tmp_path, told)
    assert [one.split(" never")[0] for one in wrong[:3]] == [
        "the acknowledged answer", "the acknowledged exhibit", "the acknowledged backup",
    ]  # fmt: skip
    assert wrong[3].startswith("half.bak: ")


def filling(store: OpenStore, opened: OpenCase) -> OpenCase:
    """Save until the disk refuses; return the last case that was acknowledged."""
    for number in range(10_000):
        try:
            if number % 7 == 6:
                opened = attach(store, opened, Paper("t", "text/plain"), [os.urandom(150_000)], AT)
            else:
                opened = save_case(store, opened, opened.case.answer("hardship.fear", f"{number} " * 400, SAID), AT)
        except StoreError as refused:
            assert "nothing of this was saved" in str(refused), refused  # noqa: PT017 -- what a full disk says is the test
            return opened
    pytest.fail("the disk never was full")


def test_a_full_disk_is_refused_clearly_and_nothing_is_lost(tmp_path: Path) -> None:
    tables = sqlite.make(tmp_path / "clinic.store")
    store = set_up(tables).store
    opened = kept(store)

    def small(raw: object, _record: object) -> None:
        raw.execute("PRAGMA max_page_count=120")  # type: ignore[attr-defined]

    tables.engine.dispose()
    sa.event.listen(tables.engine, "connect", small)
    last = filling(store, opened)
    sa.event.remove(tables.engine, "connect", small)
    tables.engine.dispose()
    assert open_case(store, "2026-0001") == last
    assert problems(store) == ()
    save_case(store, last, last.case.answer("client.email", "a@example.org", SAID), AT)
    tables.close()


LIMITED = """
import os, resource, signal, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from stores.making import ANA, opened_by
from stores.test_never_lost import filling
from legalassist.errors import StoreError
from legalassist.stores import sqlite
from legalassist.stores.backups import back_up
from legalassist.stores.cases import open_case
from stores.making import AT
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = Path({folder!r})
tables = sqlite.open_file(folder / "clinic.store")
store = opened_by(tables, ANA)
opened = open_case(store, "2026-0001")
size = max(path.stat().st_size for path in folder.iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (size + {room}, size + {room}))
print(len(filling(store, opened).kept), flush=True)
try:
    back_up(store, folder / "big.bak", (store.person,), AT)
except StoreError as refused:
    print(refused.message, file=sys.stderr)
"""


@pytest.mark.parametrize("room", [1, 70_001, 300_007])
def test_writes_that_stop_short_are_refused_and_nothing_is_lost(tmp_path: Path, room: int) -> None:
    """A limit on a file's size makes the system write a part and then fail, wherever the limit falls."""
    tables = sqlite.make(tmp_path / "clinic.store")
    kept(set_up(tables).store)
    tables.close()
    script = LIMITED.format(tests=str(SOAK.parent), folder=str(tmp_path), room=room)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    tables = sqlite.open_file(tmp_path / "clinic.store")
    store = opened_by(tables, ANA)
    assert len(open_case(store, "2026-0001").kept) == int(done.stdout)
    assert problems(store) == ()
    assert (tmp_path / "big.bak").exists() is (done.stderr == ""), "a backup is whole, or it was refused"
    assert not list(tmp_path.glob(".*.new"))
    tables.close()


SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
static long left = -1;
static int fails(void) {
    if (left < 0) left = atol(getenv("FAIL_AFTER"));
    return left-- <= 0;
}
#define FAILING(name, result, types, values) \
    result name types { \
        static result (*real) types; \
        if (!real) real = dlsym(RTLD_NEXT, #name); \
        if (fails()) { left = atol(getenv("FAIL_EVERY")); errno = atoi(getenv("FAIL_WITH")); return -1; } \
        return real values; \
    }
FAILING(pwrite64, ssize_t, (int fd, const void *b, size_t n, off64_t at), (fd, b, n, at))
FAILING(pwrite, ssize_t, (int fd, const void *b, size_t n, off_t at), (fd, b, n, at))
FAILING(fsync, int, (int fd), (fd))
FAILING(fdatasync, int, (int fd), (fd))
FAILING(ftruncate64, int, (int fd, off64_t n), (fd, n))
"""

FAILING = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from stores.making import ANA, AT, SAID, opened_by
from legalassist.errors import StoreError
from legalassist.stores import sqlite
from legalassist.stores.cases import open_case, save_case
told, refused = [], 0
try:
    tables = sqlite.open_file(Path({folder!r}) / "clinic.store")
    store = opened_by(tables, ANA)
except StoreError:
    print("refused to open"); sys.exit()
for number in range(60):
    try:
        opened = open_case(store, "2026-0001")
        save_case(store, opened, opened.case.answer("hardship.fear", f"n{{number}}.", SAID), AT)
        told.append(f"n{{number}}.")
    except StoreError as one:
        refused += 1
print(refused, *told)
"""


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that makes the system's writes and syncs fail now and then."""
    compiler = shutil.which("gcc")
    if compiler is None:
        pytest.skip("no C compiler, so the system's calls cannot be made to fail")
    folder = tmp_path_factory.mktemp("shim")
    (folder / "shim.c").write_text(SHIM, encoding="utf-8")
    built = folder / "shim.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", built, folder / "shim.c", "-ldl"], check=True)
    return built


@pytest.mark.parametrize("error", [5, 28])  # EIO, ENOSPC
@pytest.mark.parametrize("after", [9, 40])
def test_a_disk_that_fails_now_and_then_loses_nothing_acknowledged(
    tmp_path: Path, shim: Path, error: int, after: int
) -> None:
    tables = sqlite.make(tmp_path / "clinic.store")
    kept(set_up(tables).store)
    tables.close()
    script = FAILING.format(tests=str(SOAK.parent), folder=str(tmp_path))
    failing = {"LD_PRELOAD": str(shim), "FAIL_AFTER": str(after), "FAIL_EVERY": "11", "FAIL_WITH": str(error)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, env={**os.environ, **failing}
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip(), done.stderr
    tables = sqlite.open_file(tmp_path / "clinic.store")
    store = opened_by(tables, ANA)
    said = {answer.value for answer in open_case(store, "2026-0001").case.history("hardship.fear")}
    if done.stdout.startswith("refused"):
        assert not said
    else:
        refused, *told = done.stdout.split()
        assert int(refused) > 0
        assert set(told) <= said
    assert problems(store) == ()
    tables.close()


def test_two_programs_at_once_wait_for_one_another_or_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "_PRAGMAS", tuple(one for one in sqlite._PRAGMAS if "busy" not in one))
    first = sqlite.make(tmp_path / "clinic.store")
    store = set_up(first).store
    opened = kept(store)
    second = sqlite.open_file(tmp_path / "clinic.store")
    other = opened_by(second, ANA)
    raw = second.engine.raw_connection()
    raw.cursor().execute("PRAGMA busy_timeout=0")
    raw.close()
    with store.changing(AT), pytest.raises(StoreError, match="another program is saving"):
        save_case(other, open_case(other, "2026-0001"), opened.case.answer("a.b", "c", SAID), AT)
    saved = save_case(other, open_case(other, "2026-0001"), opened.case.answer("a.b", "c", SAID), AT)
    assert open_case(store, "2026-0001") == saved
    with pytest.raises(StoreError, match="somebody else saved"):
        save_case(store, opened, invented().answer("a.b", "d", SAID), AT)
    for tables in (first, second):
        tables.close()


def test_a_backup_is_taken_while_others_save(tmp_path: Path) -> None:
    first = sqlite.make(tmp_path / "clinic.store")
    store = set_up(first).store
    opened = kept(store)
    other = opened_by(sqlite.open_file(tmp_path / "clinic.store"), ANA)
    with store.reading() as look:
        saved = save_case(other, open_case(other, "2026-0001"), opened.case.answer("a.b", "c", SAID), AT)
        assert look is not None
    assert open_case(store, "2026-0001") == saved
    back_up(store, tmp_path / "one.bak", (store.person,), AT)
    for tables in (first, other.tables):
        tables.close()
