"""Pairs written from the conventions before anybody read the gates: nothing missed since, nothing clean blocked.

The first run of each set, before its causes were mended, stands in docs/translating.md.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
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


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_every_held_out_fault_is_found_and_nothing_clean_is_blocked(path: Path, library: Library) -> None:
    rows = read(path)
    assert sum(not row.clean for row in rows) >= 40
    assert sum(row.clean for row in rows) >= 12
    lost = missed(library, rows)
    total, gone = (Counter(row.kind.split(":")[0] for row in some) for some in (rows, lost))
    print("; ".join(f"{kind}: {total[kind] - gone[kind]} of {total[kind]}" for kind in sorted(total)))
    assert [(row.kind, row.pair.english) for row in lost] == []
    assert [(row.kind, row.pair.english) for row in blocked(library, rows)] == []


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_a_third_of_the_faults_change_the_meaning_alone(path: Path) -> None:
    kinds = Counter(word for row in read(path) for word in MEANING if row.kind.startswith(word))
    assert set(kinds) == set(MEANING)
    assert kinds.total() >= 20


def test_a_fault_no_gate_speaks_of_is_counted_as_missed_and_a_stopped_text_as_blocked(library: Library) -> None:
    sound = HeldOut("actor", Pair("topic.1", "You can call us.", "您可以打电话给我们。"))
    wrong = HeldOut("clean:slur", Pair("topic.2", "Undocumented people", "非法移民"))
    assert missed(library, [sound, wrong]) == [sound]
    assert blocked(library, [sound, wrong]) == [wrong]
