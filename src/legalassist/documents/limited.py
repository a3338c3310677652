"""Read files of strangers in a child process that can do no harm: little memory and time, no network, no writing.

A PDF or picture may be made to crash, fill or take over the program that reads it. What is read here is read by a
process of its own, which gets the bytes, gives bytes back, and has nothing else: no environment, no file it may write,
no socket, no other program.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import Any

from legalassist.errors import DocumentError, LegalAssistError

_MEGABYTE = 1 << 20
_NEW_NETWORK = 0x40000000 | 0x10000000  # CLONE_NEWNET | CLONE_NEWUSER of Linux
_FORBIDDEN = ("socket.", "subprocess.", "os.fork", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.kill",
              "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.chown",
              "os.truncate", "pty.spawn", "shutil.", "tempfile.", "webbrowser.", "ftplib.", "smtplib.", "urllib.",
              "http.")  # fmt: skip
_HARMLESS = frozenset({"socket.gethostname"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use."""

    memory: int = 1024 * _MEGABYTE
    cpu_seconds: int = 30
    wall_seconds: int = 60
    open_files: int = 64
    output: int = 64 * _MEGABYTE


def run_limited(work: str, content: bytes, *, name: str, limits: Limits | None = None) -> bytes:
    """Return what a function makes of some bytes, done in a limited child process.

    Args:
        work: ``legalassist.module:function``; the function takes the bytes and the name, and returns bytes.
        content: the bytes of the file.
        name: stands in messages (a form, the letter of an exhibit), never a client's words.
        limits: what the child may use; the usual limits where none are given.

    Raises DocumentError where the function does, and where the child used more than it may or died.
    """
    given = limits or Limits()
    order = json.dumps({"work": work, "name": name, "limits": asdict(given)})
    command = [sys.executable, "-I", "-X", "utf8", "-m", __name__, order]
    try:
        done = subprocess.run(  # noqa: S603 - this program's own interpreter and module, no shell
            command, input=content, capture_output=True, timeout=given.wall_seconds, check=False, env={}, cwd="/"
        )
    except subprocess.TimeoutExpired:
        raise _too_much(name, "time") from None
    return _answer(name, done.returncode, done.stdout)


def _answer(name: str, code: int, out: bytes) -> bytes:
    """Return a child's answer, or raise what it says went wrong."""
    head, newline, body = out.partition(b"\n")
    try:
        said: dict[str, Any] = json.loads(head)
    except ValueError:
        said = {}
    if code == 0 and newline and said.get("done") is True and said.get("bytes") == len(body):
        return body
    if "message" in said:
        raise DocumentError(str(said["message"]), hint=str(said.get("hint", "")))
    raise _too_much(name, "memory or time" if code else "output")


def _too_much(name: str, what: str) -> DocumentError:
    message = f"{name}: reading this file took more {what} than a file may take, so it was not read"
    return DocumentError(message, hint="the file is damaged or made to do harm; get it again from where it came from")


def _child(order: str) -> int:
    """Do one order: read standard input, write the answer to standard output, return the exit code."""
    given = json.loads(order)
    limits = Limits(**given["limits"])
    content = sys.stdin.buffer.read()
    module, _, function = str(given["work"]).partition(":")
    if not module.startswith("legalassist."):
        return 2
    work: Callable[[bytes, str], bytes] = getattr(import_module(module), function)
    raise_walls(limits)
    try:
        body = work(content, str(given["name"]))
    except MemoryError:
        return 3
    except LegalAssistError as wrong:
        sys.stdout.buffer.write(json.dumps({"message": wrong.message, "hint": wrong.hint}).encode() + b"\n")
        return 1
    if len(body) > limits.output:
        return 0
    sys.stdout.buffer.write(json.dumps({"done": True, "bytes": len(body)}).encode() + b"\n" + body)
    return 0


def raise_walls(limits: Limits) -> None:
    """Limit this process, for good: memory, time, open files; no file written, no network, no other process."""
    _no_network()
    _limit(limits)
    sys.addaudithook(_refuse)


def _no_network() -> None:
    """Give this process a network of its own with nothing in it, where the system lets an ordinary user do that."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 - in the child only

    ctypes.CDLL(None, use_errno=True).unshare(_NEW_NETWORK)


def _limit(limits: Limits) -> None:
    """Set the system's limits for this process: memory, time, no file written, no core dump."""
    import resource  # noqa: PLC0415 - in the child only

    wanted: Iterable[tuple[int, int]] = (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for which, most in wanted:
        resource.setrlimit(which, (most, most))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what reading a file never needs, whoever asks for it (PEP 578)."""
    if event == "open":
        flags = arguments[2]
        refused = isinstance(flags, int) and bool(flags & _WRITING) and arguments[0] != os.devnull
    else:
        refused = event.startswith(_FORBIDDEN) and event not in _HARMLESS and not _carried_along(event, arguments)
    if refused:
        message = "a limited process may not do this"
        raise PermissionError(message)


def _carried_along(event: str, arguments: tuple[object, ...]) -> bool:
    """Say whether an address is asked for that is its own content (``data:``), as a picture on a page has."""
    return event == "urllib.Request" and str(arguments[0]).startswith("data:")


if __name__ == "__main__":
    sys.exit(_child(sys.argv[1]))
