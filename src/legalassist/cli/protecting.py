"""What a process does before it holds a key: no core dump, no other program of the same user looking into it."""

import ctypes
import resource
import sys
from contextlib import suppress

_SET_DUMPABLE = 4  # PR_SET_DUMPABLE of <linux/prctl.h>
_ALL_PAGES = 1 | 2  # MCL_CURRENT | MCL_FUTURE of <sys/mman.h>


def protect_memory() -> None:
    """Switch core dumps off and, on Linux, refuse debuggers of the same user."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def keep_out_of_swap() -> bool:
    """Ask the system to keep this process's memory out of swap; False where it allows too little for that."""
    with suppress(OSError, AttributeError):
        return bool(ctypes.CDLL(None).mlockall(_ALL_PAGES) == 0)
    return False
