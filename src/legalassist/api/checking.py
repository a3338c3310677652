"""Check a finished packet: read it back and say whether it is what its manifest claims."""

from pathlib import Path

from legalassist.errors import Problem
from legalassist.packets.check import check


def check_packet(path: Path) -> tuple[Problem, ...]:
    """Return everything wrong with a packet's folder, or with one PDF; raises DocumentError where it cannot be read."""
    return tuple(check(path))
