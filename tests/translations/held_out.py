"""Pairs written before anybody read the gates, and what the gates say of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from legalassist.library import Library
from legalassist.translations.gates.alarm import Alarm, Pair, Severity
from legalassist.translations.gates.every import alarms

FREE = Path(__file__).parent / "heldout" / "clean.yaml"
"""Right translations, freely said."""
SETS = sorted((Path(__file__).parent / "heldout").glob("set_*.yaml"))
MEANING = ("omission", "actor", "and-or", "bound")
"""The kinds that change what a text means while every figure in it stays; each is counted by itself."""


@dataclass(frozen=True)
class HeldOut:
    """One pair, its kind of fault, or ``clean:`` and why it looks wrong; the sound text it was made from, if any."""

    kind: str
    pair: Pair
    sound: Pair | None = None

    @property
    def clean(self) -> bool:
        return self.kind.startswith("clean")


def read(path: Path) -> tuple[HeldOut, ...]:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    shelf = {
        "kyr": "topic",
        "placement": "release-form",
    }  # where a lost "not" stops the print
    found = []
    for number, row in enumerate(rows):
        name = f"{shelf.get(row['shelf'], row['shelf'])}.{number}"
        pair = Pair(name, row["english"], row["chinese"], row["locale"])
        sound = replace(pair, text=row["sound"]) if "sound" in row else None
        found.append(HeldOut(row["kind"], pair, sound))
    return tuple(found)


def missed(library: Library, rows: Sequence[HeldOut]) -> list[HeldOut]:
    """Return the faults of which the gates say nothing, or nothing that they do not say of the sound text too."""
    return [row for row in rows if not row.clean and not found_in(library, row)]


def found_in(library: Library, row: HeldOut) -> list[Alarm]:
    """Return what the gates say of a row and do not say of the sound text it was made from."""
    before = {(one.rule, one.message) for one in alarms(library, [row.sound])} if row.sound else set()
    return [one for one in alarms(library, [row.pair]) if (one.rule, one.message) not in before]


def blocked(library: Library, rows: Sequence[HeldOut]) -> list[HeldOut]:
    errors = {Severity.ERROR}
    return [row for row in rows if row.clean and errors & {one.severity for one in alarms(library, [row.pair])}]


def by_kind(library: Library, rows: Sequence[HeldOut]) -> list[str]:
    """Say for each kind how many were found, and name what was missed."""
    faults = [row for row in rows if not row.clean]
    lost = missed(library, faults)
    total, gone = (Counter(row.kind.split(":")[0] for row in some) for some in (faults, lost))
    figures = [f"{kind}: {total[kind] - gone[kind]} of {total[kind]}" for kind in sorted(total)]
    return [*figures, *(f"missed: {row.kind}: {row.pair.english}" for row in lost)]
