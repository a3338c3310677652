"""The walls around a file nobody trusts: what the child process that reads it cannot do.

Set by the child itself before it has read a byte of the file. The limits are the kernel's and cannot be raised again;
the hook is Python's and cannot be removed again. (Docs: docs/decisions/0012-exhibits.md.)
"""

import os
import resource
import sys

MEMORY = 1536 * 1024 * 1024
"""Bytes of address space: a picture of 80 megapixels is 240 MB, and is turned and scaled beside itself."""

CPU_SECONDS = 240
"""Processor time: 200 pages that are all compared and drawn take about 60."""

WALL_SECONDS = 300
"""Time on the clock, watched by the parent."""

OPEN_FILES = 64

_REFUSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "pty.spawn",
            "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
            "shutil.", "tempfile.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")  # fmt: skip
_HARMLESS = ("socket.gethostname",)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def raise_walls() -> None:
    """Limit this process: memory, time, open files; no file written, no socket, no other process, no core dump."""
    for what, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (limit, limit))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what a reader of files has no business doing."""
    if event == "open" and len(arguments) > 2 and isinstance(arguments[2], int):  # noqa: PLR2004 - path, mode, flags
        if arguments[2] & _WRITING and arguments[0] != os.devnull:
            raise PermissionError("the reader of exhibits writes no file")
    elif event.startswith(_REFUSED) and event not in _HARMLESS:
        raise PermissionError("the reader of exhibits touches nothing but the file")
