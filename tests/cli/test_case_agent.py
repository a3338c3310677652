"""The agent as a real process: what it keeps, whom it answers, when it forgets; and what a killed command leaves."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.office import Office

from legalassist.api.unlocking import Key
from legalassist.cli import agent as agent_module
from legalassist.cli import agent_client
from legalassist.cli.agent import Agent
from legalassist.errors import StoreError

KEY = Key(b"s" * 16, b"p" * 16, b"canary-private-half-of-a-keypair", 7)
HOLD = {"ask": "hold", "store": "", "person": "", "private": "", "changes": 3, "idle": 600}
FAST = 0.07


@pytest.fixture
def run_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("r")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def held(tmp_path: Path, run_folder: Path) -> Iterator[Path]:
    """A data folder whose key an agent holds."""
    agent_client.hold(tmp_path, KEY)
    assert list(run_folder.rglob("*.sock"))
    yield tmp_path
    agent_client.lock(tmp_path)


def process_of(data: Path) -> int:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(agent_client.socket_path(data)))
        return agent_module.peer(connection)[0]


def test_the_agent_gives_the_key_until_it_is_locked(held: Path) -> None:
    assert agent_client.held_key(held) == KEY
    agent_client.saw(held, 9)
    agent_client.saw(held, 8)
    again = agent_client.held_key(held)
    assert again is not None
    assert again.changes == 9
    # whoever took the key is hung up on at `lock`: here that would be the tests' own process
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert agent_client.lock(held) == 1
    finally:
        signal.signal(signal.SIGHUP, before)
    assert agent_client.held_key(held) is None
    assert agent_client.lock(held) is None


def test_the_socket_is_private_and_no_key_stands_in_arguments_environment_or_files(
    held: Path, run_folder: Path
) -> None:
    path = agent_client.socket_path(held)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [one for one in run_folder.rglob("*") if one.is_file()] == []
    process = Path(f"/proc/{process_of(held)}")
    if not os.access(process / "environ", os.R_OK):
        pytest.skip("only root looks into a process that refuses it")
    for name in ("cmdline", "environ"):
        content = (process / name).read_bytes()
        assert KEY.private not in content
        assert KEY.private.hex().encode() not in content


def test_the_agent_writes_no_core_and_lets_nobody_debug_it(held: Path) -> None:
    limits = Path(f"/proc/{process_of(held)}/limits").read_text(encoding="utf-8")
    core = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"]
    assert Path(f"/proc/{process_of(held)}/mem").stat().st_uid == 0  # not dumpable: the files are root's


def test_a_folder_that_others_can_enter_is_refused(tmp_path: Path, run_folder: Path) -> None:
    (run_folder / "legalassist").mkdir(mode=0o755)
    with pytest.raises(StoreError, match="not a private folder"):
        agent_client.hold(tmp_path, KEY)


@pytest.mark.usefixtures("run_folder")
def test_a_socket_left_by_a_killed_agent_does_no_harm(tmp_path: Path) -> None:
    agent_client.hold(tmp_path, KEY)
    os.kill(process_of(tmp_path), signal.SIGKILL)
    assert agent_client.held_key(tmp_path) is None
    agent_client.hold(tmp_path, KEY)
    assert agent_client._talk(tmp_path, ask="state") == {"held": True}
    agent_client.lock(tmp_path)


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b'{"ask": "hold"}', b"x" * 100_000])
def test_nonsense_on_the_socket_is_answered_by_nothing(held: Path, said: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(agent_client.socket_path(held)))
        try:
            connection.sendall(said)
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(100) == b""
        except OSError:
            pass  # it hung up while we were talking
    assert agent_client._talk(held, ask="state") == {"held": True}


# ---- the agent's rules, with its clock in our hands ----


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1000.0]
    monkeypatch.setattr(agent_module, "clock", lambda: now[0])
    return now


def test_the_key_is_forgotten_after_its_idle_time_and_every_use_begins_it_anew(clock: list[float]) -> None:
    agent = Agent()
    agent.answer(HOLD, 0)
    for _ in range(3):
        clock[0] += 599
        agent.look()
        assert "private" in agent.answer({"ask": "key"}, 0)
    clock[0] += 601
    agent.look()
    assert agent.answer({"ask": "key"}, 0) == {"held": False}
    assert agent.over


def test_asking_how_it_stands_does_not_keep_it_awake(clock: list[float]) -> None:
    agent = Agent()
    agent.answer(HOLD, 0)
    clock[0] += 599
    assert agent.answer({"ask": "state"}, 0) == {"held": True}
    clock[0] += 1
    agent.look()
    assert agent.key is None


def test_a_program_that_took_the_key_is_closed_by_lock_even_after_the_idle_time(clock: list[float]) -> None:
    agent = Agent()
    agent.answer(HOLD, 0)
    waiting = "import signal, time; signal.signal(signal.SIGHUP, signal.SIG_DFL); print(flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", waiting], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()  # a run that was itself started to outlive its terminal would ignore the signal
        agent.answer({"ask": "key"}, child.pid)
        clock[0] += 601
        agent.look()
        assert (agent.key, agent.over) == (None, False)
        assert agent.answer({"ask": "lock"}, 0) == {"closed": 1}
        assert child.wait(30) == -signal.SIGHUP


# ---- kill -9 ----


def answer_for_ever(office: Office, case: str, told: int) -> None:
    """Answer one question again and again; say so on a descriptor after each command that ended well."""
    for number in range(1000):
        if office.run("answer", case, f"client.birth_city=City {number}").exit_code == 0:
            os.write(told, b".")
    os._exit(0)


def test_a_command_killed_at_any_moment_loses_no_answer_it_acknowledged(office: Office) -> None:
    case = office.new("client.birth_city=City")
    saved = 1
    for round_ in range(5):
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            answer_for_ever(office, case, writing)
        os.close(writing)
        acknowledged = len(os.read(reading, 1))
        time.sleep(FAST * round_)  # into the middle of a later save
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading, "rb") as pipe:
            acknowledged += len(pipe.read())
        before, saved = saved, len(office.done("case", "history", case, "client.birth_city").splitlines())
        assert acknowledged >= 1
        assert before + acknowledged <= saved <= before + acknowledged + 1
    assert "the store is whole" in office.done("case", "verify")
