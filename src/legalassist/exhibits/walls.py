"""The walls around a file nobody trusts: what the child process that reads it cannot do.

Set by the child itself before it has read a byte of the file. The limits are the kernel's and cannot be raised again;
the hook is Python's and cannot be removed again. (Docs: docs/decisions/0015-exhibits.md.)
"""

from legalassist.documents import limited
from legalassist.documents.limited import Limits

MEMORY = 1536 * 1024 * 1024
"""Bytes of address space: a picture of 80 megapixels is 240 MB, and is turned and scaled beside itself."""

CPU_SECONDS = 240
"""Processor time: 200 pages that are all compared and drawn take about 60."""

WALL_SECONDS = 300
"""Time on the clock, watched by the parent."""

OPEN_FILES = 64


def raise_walls() -> None:
    """Limit this process: memory, time, open files; no file written, no socket, no other process, no core dump."""
    limited.raise_walls(Limits(memory=MEMORY, cpu_seconds=CPU_SECONDS, open_files=OPEN_FILES))
