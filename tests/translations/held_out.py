"""Pairs written before anybody read the gates, and what the gates say of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from legalassist.library import Library
from legalassist.translations.gates.alarm import Pair, Severity
from legalassist.translations.gates.every import alarms

SETS = sorted((Path(__file__).parent / "heldout").glob("set_*.yaml"))
MEANING = ("omission", "actor", "and-or", "bound")
"""The kinds that change what a text means while every figure in it stays; each is counted by itself."""


@dataclass(frozen=True)
class HeldOut:
    """One pair, its kind of fault, or ``clean:`` and why it looks wrong."""

    kind: str
    pair: Pair

    @property
    def clean(self) -> bool:
        return self.kind.startswith("clean")


def read(path: Path) -> tuple[HeldOut, ...]:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    shelf = {"kyr": "topic"}  # what stands on a handout, where a lost "not" stops the print
    return tuple(
        HeldOut(
            row["kind"],
            Pair(f"{shelf.get(row['shelf'], row['shelf'])}.{number}", row["english"], row["chinese"], row["locale"]),
        )
        for number, row in enumerate(rows)
    )


def missed(library: Library, rows: Sequence[HeldOut]) -> list[HeldOut]:
    return [row for row in rows if not row.clean and not list(alarms(library, [row.pair]))]


def blocked(library: Library, rows: Sequence[HeldOut]) -> list[HeldOut]:
    errors = {Severity.ERROR}
    return [row for row in rows if row.clean and errors & {one.severity for one in alarms(library, [row.pair])}]


def by_kind(library: Library, rows: Sequence[HeldOut]) -> list[str]:
    """Say for each kind how many were found, and name what was missed."""
    faults = [row for row in rows if not row.clean]
    lost = missed(library, faults)
    total, gone = (Counter(row.kind for row in some) for some in (faults, lost))
    figures = [f"{kind}: {total[kind] - gone[kind]} of {total[kind]}" for kind in sorted(total)]
    return [*figures, *(f"missed: {row.kind}: {row.pair.english}" for row in lost)]
