"""Faults put into the Chinese by chance: how many the gates find, false alarms on what is right, and their time."""

import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time

from measuring import Figure

from legalassist.api.translating import found_by_gates
from legalassist.handouts.speech import variety_of
from legalassist.library import Library
from legalassist.translations.gates.alarm import Pair, Severity
from legalassist.translations.gates.every import alarms, pairs_of
from legalassist.translations.status import catalogs_of

TESTS = Path(__file__).resolve().parents[1] / "tests"
SEEDS = (404, 505, 606, 717, 828, 939)
EACH = 40
SEMANTIC = ("omission", "actor", "and/or", "bounds", "negation")
"""The kinds that change what a text means: each is printed, found whole or not."""


def figures() -> Iterator[Figure]:
    """Yield the share of faults found in written and in spoken texts, errors on what is shipped, and seconds."""
    sys.path.insert(0, str(TESTS))
    drawn = import_module("translations.seeded").drawn
    library = Library()
    pairs = [one for catalog in catalogs_of(library, "zh_Hans") for one in pairs_of(catalog)]
    groups = {
        "written": [one for one in pairs if not variety_of(one.context)],
        "spoken": [one for one in pairs if variety_of(one.context)],
    }
    for seed in SEEDS:
        for group, texts in groups.items():
            planted, caught = Counter[str](), Counter[str]()
            for one in drawn(texts, seed, EACH):
                planted[one.kind] += 1
                found = bool(_found(library, one.after) - _found(library, one.before))
                caught[one.kind] += found
                if not found:
                    print(f"  seed {seed}, {group}, missed: {one.kind}: {one.after.context}")
            for kind in (one for one in planted if caught[one] < planted[one] or one.startswith(SEMANTIC)):
                print(f"  seed {seed}, {group}, {kind}: {caught[kind]} of {planted[kind]}")
            share = 100 * caught.total() / planted.total()
            what = f"seed {seed}: of {planted.total()} faults in {group} texts found"
            yield Figure(what, share, "%", 98, at_least=True)
    held_out = import_module("translations.held_out")
    for path in held_out.SETS:
        rows = held_out.read(path)
        faults = [one for one in rows if not one.clean]
        print(f"  held out, {path.stem}: {'; '.join(held_out.by_kind(library, rows))}")
        share = 100 * (1 - len(held_out.missed(library, faults)) / len(faults))
        yield Figure(f"held out, {path.stem}: of {len(faults)} faults found", share, "%", 90, at_least=True)
        yield Figure(f"held out, {path.stem}: clean pairs stopped", len(held_out.blocked(library, rows)), "", 0)
    begun, worked = perf_counter(), process_time()
    everything = found_by_gates(library)
    worked, passed = process_time() - worked, perf_counter() - begun
    print(f"  every gate over everything shipped: {worked:.1f} s of one core, {passed:.1f} s on the clock")
    yield Figure("every gate over everything shipped, of one core", worked, "s", 20)
    stopped = sum(one.severity is Severity.ERROR for one in everything)
    yield Figure("false alarms that would stop a shipped text", stopped, "", 0)


def _found(library: Library, pair: Pair) -> set[tuple[str, str]]:
    return {(one.rule, one.message) for one in alarms(library, [pair])}
