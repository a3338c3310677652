"""Pairs written from the conventions before anybody read the gates: nothing clean blocked, what is missed named.

The first run of each set stands in docs/translating.md; `make bench-quality` prints what is found of each kind.
"""

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from translations.held_out import FREE, MEANING, SETS, HeldOut, blocked, by_kind, found_in, missed, read

from legalassist.library import Library
from legalassist.translations.gates.alarm import Pair, Severity
from legalassist.translations.gates.every import alarms

LEFT: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "set_m": ("omission: which of the staff may see the file",),
    "set_n": ("actor: the interpreter signs, no longer the client",),
})  # fmt: skip
"""What of a set no gate speaks of yet; a gate that learns to must take it out of here."""


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_all_faults_but_those_named_are_found_and_nothing_clean_is_blocked(path: Path, library: Library) -> None:
    rows = read(path)
    assert sum(not row.clean for row in rows) >= 40
    assert sum(row.clean for row in rows) >= 12
    lost = missed(library, rows)
    assert tuple(row.kind for row in lost) == LEFT.get(path.stem, ())
    assert [(row.kind, row.pair.english) for row in blocked(library, rows)] == []


def test_no_right_translation_is_stopped_however_freely_it_says_the_same(library: Library) -> None:
    rows = read(FREE)
    assert len(rows) == 80
    assert [(row.pair.english, row.pair.text) for row in blocked(library, rows)] == []


def test_on_a_handout_what_is_turned_round_is_stopped_and_what_is_freely_said_is_not(library: Library) -> None:
    """Written while the rules were mended: short sentences of handouts, most said right in two or three ways."""
    with (FREE.parent / "handouts.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    said = []
    for number, row in enumerate(rows):
        found = [one.severity for one in alarms(library, [Pair(f"topic.{number}", row["english"], row["chinese"])])]
        stopped = "yes" if Severity.ERROR in found else "asked" if found and row["stopped"] == "asked" else "no"
        said.append(row | {"stopped": stopped})
    assert said == rows
    assert Counter(row["stopped"] for row in rows) == {"no": 207, "yes": 44, "asked": 1}


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_no_text_that_a_fault_was_made_from_is_blocked(path: Path, library: Library) -> None:
    sound = [replace(row, kind="clean", pair=row.sound) for row in read(path) if row.sound is not None]
    assert [(row.pair.english, row.pair.text) for row in blocked(library, sound)] == []


OF_ALL_KINDS = [path for path in SETS if path.stem != "set_p"]
"""The sets that were written to be counted by these four kinds; P keeps its writer's own, and has no *and* for *or*."""


@pytest.mark.parametrize("path", OF_ALL_KINDS, ids=lambda path: path.stem)
def test_a_third_of_the_faults_change_the_meaning_alone(path: Path) -> None:
    kinds = Counter(word for row in read(path) for word in MEANING if row.kind.startswith(word))
    assert set(kinds) == set(MEANING)
    assert kinds.total() >= 15


def test_a_fault_no_gate_speaks_of_is_counted_as_missed_and_a_stopped_text_as_blocked(library: Library) -> None:
    sound = HeldOut("actor", Pair("topic.1", "You can call us.", "您可以打电话给我们。"))
    wrong = HeldOut("clean:slur", Pair("topic.2", "Undocumented people", "非法移民"))
    assert missed(library, [sound, wrong]) == [sound]
    doubled = HeldOut("clean:slur", wrong.pair, wrong.pair)
    assert found_in(library, wrong) != found_in(library, doubled) == []
    assert by_kind(library, [sound, wrong]) == ["actor: 0 of 1", "missed: actor: You can call us."]
    assert blocked(library, [sound, wrong]) == [wrong]
