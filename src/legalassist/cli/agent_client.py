"""What commands say to the agent: hold this key, give me the key, I saw the store at this count, lock."""

import hashlib
import json
import os
import socket
import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from legalassist.api.unlocking import Key
from legalassist.cli.agent import peer, read_all
from legalassist.errors import StoreError

IDLE = 10
"""Minutes after which the agent forgets the key where nobody asked for it."""
_PATIENCE = 10.0


def _folder() -> Path:
    """Return the folder of the socket, 0700 and ours: the session's own (in memory), or one below /tmp."""
    run = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    folder = Path(run, "legalassist") if Path(run).is_dir() else Path(f"/tmp/legalassist-{os.getuid()}")  # noqa: S108 -- made 0700, checked below
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise StoreError(f"{folder} is not a private folder of yours", "remove it; another user may have made it")
    return folder


def socket_path(data: Path) -> Path:
    """Return where the agent of a data folder listens."""
    return _folder() / f"{hashlib.sha256(os.fsencode(data.resolve())).hexdigest()[:16]}.sock"


def _talk(data: Path, **question: object) -> dict[str, object] | None:
    """Return the agent's answer; None where there is no agent."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(_PATIENCE)
        try:
            connection.connect(str(socket_path(data)))
            if peer(connection)[1] != os.getuid():
                return None
            connection.sendall(json.dumps(question).encode())
            connection.shutdown(socket.SHUT_WR)
            answer: dict[str, object] = json.loads(read_all(connection))
        except (OSError, ValueError):
            return None
    return answer


def hold(data: Path, key: Key, minutes: int = IDLE) -> None:
    """Hand a key to the agent, which is started where there is none; StoreError where it cannot be."""
    said = {"store": key.store.hex(), "person": key.person.hex(), "private": key.private.hex(), "changes": key.changes}
    question = {"ask": "hold", **said, "idle": minutes * 60}
    if _talk(data, **question) is None:
        _start(data)
        if _talk(data, **question) is None:
            raise StoreError("the agent that would hold the key does not answer", "unlock once more")


def _start(data: Path) -> None:
    """Start the agent; its parent ends as soon as it listens."""
    path = socket_path(data)
    path.unlink(missing_ok=True)  # of an agent that was killed
    command = [sys.executable, "-m", "legalassist.cli.agent", str(path)]
    quiet = subprocess.DEVNULL
    done = subprocess.run(command, check=False, stdin=quiet, stdout=quiet, stderr=quiet, timeout=_PATIENCE)  # noqa: S603 -- our own program, a path of ours
    if done.returncode:
        raise StoreError("the agent that would hold the key could not be started", "is the temporary folder full?")


def held_key(data: Path) -> Key | None:
    """Return the key the agent holds; None where the store is locked."""
    said = _talk(data, ask="key") or {}
    if "private" not in said:
        return None
    store, person, private = (bytes.fromhex(str(said[name])) for name in ("store", "person", "private"))
    return Key(store, person, private, int(str(said["changes"])))


def saw(data: Path, changes: int) -> None:
    """Tell the agent up to which change the store was seen, and that somebody is there."""
    _talk(data, ask="saw", changes=changes)


def lock(data: Path) -> int | None:
    """Make the agent forget the key and hang up on who took it; return how many, None where nothing was unlocked."""
    said = _talk(data, ask="lock")
    return None if said is None else int(str(said.get("closed", 0)))
