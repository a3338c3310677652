"""Faults put into the Chinese by chance: how many the gates find, false alarms on what is right, and their time."""

import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from time import perf_counter

from measuring import Figure

from legalassist.api.translating import found_by_gates
from legalassist.library import Library
from legalassist.translations.gates.alarm import Pair, Severity
from legalassist.translations.gates.every import alarms, pairs_of
from legalassist.translations.status import catalogs_of

TESTS = Path(__file__).resolve().parents[1] / "tests"
SEEDS = (404, 505, 606)
EACH = 40


def figures() -> Iterator[Figure]:
    """Yield the share of faults found for each draw, errors on the shipped texts, and seconds for all gates."""
    sys.path.insert(0, str(TESTS))
    drawn = import_module("translations.seeded").drawn
    library = Library()
    pairs = [one for catalog in catalogs_of(library, "zh_Hans") for one in pairs_of(catalog)]
    for seed in SEEDS:
        planted, caught = Counter[str](), Counter[str]()
        for one in drawn(pairs, seed, EACH):
            planted[one.kind] += 1
            caught[one.kind] += bool(_found(library, one.after) - _found(library, one.before))
        for kind in (one for one in planted if caught[one] < planted[one]):
            print(f"  seed {seed}, {kind}: {caught[kind]} of {planted[kind]}")
        share = 100 * caught.total() / planted.total()
        yield Figure(f"seed {seed}: of {planted.total()} faults found", share, "%", 98, at_least=True)
    held_out = import_module("translations.held_out")
    for path in held_out.SETS:
        rows = held_out.read(path)
        faults = [one for one in rows if not one.clean]
        print(f"  held out, {path.stem}: {'; '.join(held_out.by_kind(library, rows))}")
        share = 100 * (1 - len(held_out.missed(library, faults)) / len(faults))
        yield Figure(f"held out, {path.stem}: of {len(faults)} faults found", share, "%", 90, at_least=True)
        yield Figure(f"held out, {path.stem}: clean pairs stopped", len(held_out.blocked(library, rows)), "", 0)
    begun = perf_counter()
    everything = found_by_gates(library)
    yield Figure("every gate over everything shipped", perf_counter() - begun, "s", 20)
    stopped = sum(one.severity is Severity.ERROR for one in everything)
    yield Figure("false alarms that would stop a shipped text", stopped, "", 0)


def _found(library: Library, pair: Pair) -> set[tuple[str, str]]:
    return {(one.rule, one.message) for one in alarms(library, [pair])}
