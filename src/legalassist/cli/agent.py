"""The agent: a process that holds one key in memory, so that several commands need one passphrase.

``python -m legalassist.cli.agent SOCKET`` listens on a Unix socket (0600, in a folder 0700) and leaves the rest to a
child of its own session. It gets the key over that socket, never as an argument, a variable or a file; it forgets it
after so many idle minutes (a machine that slept counts as idle) or on ``lock``, which also hangs up on the programs
that took the key. Nothing it answers is kept on any disk.
"""

import json
import os
import selectors
import signal
import socket
import struct
import sys
import time
from contextlib import suppress
from pathlib import Path

from legalassist.cli.protecting import keep_out_of_swap, protect_memory

LONGEST = 1 << 16
"""Bytes of one question or answer."""
_LOOK = 2.0
"""Seconds after which the agent looks at the clock although nobody asked."""
_CREDENTIALS = struct.Struct("3i")


def clock() -> float:
    """Return seconds that go on while the machine sleeps, where the system has such a clock."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def peer(connection: socket.socket) -> tuple[int, int]:
    """Return process and user at the other end; (0, own user) where the system does not tell: the folder is 0700."""
    if not hasattr(socket, "SO_PEERCRED"):
        return 0, os.getuid()
    told = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    process, user, _ = _CREDENTIALS.unpack(told)
    return process, user


class Agent:
    """The key, who took it, and since when nobody asked."""

    def __init__(self) -> None:
        """Begin without a key."""
        self.key: dict[str, object] | None = None
        self.idle = 0.0
        self.used = clock()
        self.takers: dict[int, int] = {}
        self.over = False

    def answer(self, question: dict[str, object], process: int) -> dict[str, object]:
        """Return the answer to one question."""
        match question.get("ask"):
            case "hold":
                self.key = {name: question[name] for name in ("store", "person", "private", "changes")}
                self.idle, self.used = float(str(question["idle"])), clock()
            case "key" if self.key is not None:
                self.used = clock()
                self._remember(process)
                return dict(self.key)
            case "saw" if self.key is not None:
                self.used = clock()
                self.key["changes"] = max(int(str(self.key["changes"])), int(str(question["changes"])))
            case "lock":
                self.key, self.over = None, True
                return {"closed": self._hang_up()}
        return {"held": self.key is not None}

    def look(self) -> None:
        """Forget the key after its idle time; end once nobody who took it is left."""
        if self.key is not None and clock() - self.used >= self.idle:
            self.key = None
        self._forget_ended()
        self.over = self.over or (self.key is None and not self.takers and clock() - self.used >= self.idle)

    def _remember(self, process: int) -> None:
        """Keep a handle of a process that took the key: unlike its number, it never means another process."""
        if process and process not in self.takers and hasattr(os, "pidfd_open"):
            with suppress(OSError):
                self.takers[process] = os.pidfd_open(process)

    def _forget_ended(self) -> None:
        for process, handle in list(self.takers.items()):
            try:
                signal.pidfd_send_signal(handle, 0)
            except OSError:
                os.close(self.takers.pop(process))

    def _hang_up(self) -> int:
        """End the programs that took the key, as closing their windows would; return how many there were."""
        self._forget_ended()
        for handle in self.takers.values():
            with suppress(OSError):
                signal.pidfd_send_signal(handle, signal.SIGHUP)
        return len(self.takers)


def listen(path: Path) -> socket.socket:
    """Return the socket, mode 0600 from its first moment."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o177)
    try:
        listening.bind(str(path))
    finally:
        os.umask(before)
    listening.listen(8)
    return listening


def serve(listening: socket.socket, path: Path) -> None:
    """Answer until the store is locked, then remove the socket."""
    agent = Agent()
    agent.idle = 30.0  # until somebody hands a key over
    with selectors.DefaultSelector() as waiting:
        waiting.register(listening, selectors.EVENT_READ)
        while not agent.over:
            if waiting.select(_LOOK):
                connection, _ = listening.accept()
                with connection, suppress(OSError, ValueError, KeyError, TypeError):
                    _one(agent, connection)
            agent.look()
    listening.close()
    path.unlink(missing_ok=True)


def _one(agent: Agent, connection: socket.socket) -> None:
    """Answer one connection; another user's gets nothing."""
    connection.settimeout(_LOOK)
    process, user = peer(connection)
    question = json.loads(read_all(connection))
    if user == os.getuid() and isinstance(question, dict):
        connection.sendall(json.dumps(agent.answer(question, process)).encode())


def read_all(connection: socket.socket) -> bytes:
    """Return what the other end says until it stops; ValueError for too much."""
    said = bytearray()
    while piece := connection.recv(LONGEST):
        said += piece
        if len(said) > LONGEST:
            raise ValueError("too long")
    return bytes(said)


def main() -> None:
    """Leave the work to a child in a session of its own, and end as soon as it listens."""
    protect_memory()
    path = Path(sys.argv[1])
    told, telling = os.pipe()
    if os.fork():
        os.close(telling)
        os._exit(0 if os.read(told, 1) else 1)
    os.setsid()
    listening = listen(path)
    os.write(telling, b"1")
    os.close(telling)
    keep_out_of_swap()
    for ending in (signal.SIGINT, signal.SIGHUP):
        signal.signal(ending, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        serve(listening, path)
    finally:
        path.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
