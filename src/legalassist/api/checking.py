"""Check a finished packet: read it back and say whether it is what its manifest claims."""

from collections.abc import Iterator
from pathlib import Path

from legalassist.cases.case import Case
from legalassist.errors import Problem
from legalassist.facts.values import PersonName
from legalassist.packets.check import check


def check_packet(path: Path, case: Case | None = None) -> tuple[Problem, ...]:
    """Return everything wrong with a packet's folder, or with one PDF; raises DocumentError where it cannot be read.

    With the case, no name in it may stand in a title, a bookmark, a file name or the metadata.
    """
    return tuple(check(path, forbidden=tuple(names_of(case)) if case is not None else ()))


def names_of(case: Case) -> Iterator[str]:
    """Yield every name said in a case, in each way it is written."""
    for answer in case.current.values():
        if isinstance(answer.value, PersonName):
            name = answer.value
            yield from (way for way in (name.full, name.indexed, name.native) if way)
