"""Two thousand clients told to firms, every kind of leak in every place, and the linking experiment with its table."""

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

from disclosure.made_files import pdf_with
from disclosure.mei import blocked
from disclosure.test_everywhere import KINDS, PDF_CORNERS, missed, pairs
from one_library import LIBRARY
from placement.canary_texts import words_of_all
from placement.people import Client, clients
from placement.test_canaries import Tried, lists, summaries
from placement.test_canaries_with_firms import through_the_store
from placement.test_linking import PROFILES, SIZES, population
from rich.table import Table

from legalassist.placement.linking import experiment

CASES = 20_000
GROUP, IN_FULL = 100, 20
WORKERS = 3
FALSE_ALARMS = 0.01


def run(count: int, seed: int, folder: Path) -> tuple[str, list[str]]:
    """Return what was tried, and every canary that sang, planted leak that was missed, or false alarm too many."""
    begins = range(0, count, GROUP)
    with ProcessPoolExecutor(WORKERS, get_context("forkserver")) as pool:
        groups = []
        for group in pool.map(partial(_group, count, seed, folder), begins):
            groups.append(group)
            done, sang = min(count, len(groups) * GROUP), sum(len(one.sang) for one in groups)
            print(f"{done} clients, {sang} canaries", file=sys.stderr, flush=True)  # noqa: T201 - hours without a word
    sang = [f"a canary sings: {one}" for group in groups for one in group.sang]
    alarms = [one for group in groups for one in group.stopped if not one.startswith(("adverse", "client's"))]
    shared = sum(len(group.stopped) for group in groups) - len(alarms)
    asked = sum(group.asked for group in groups)
    wrong = sang if len(alarms) < FALSE_ALARMS * count else [*sang, *alarms]
    planted, not_found = _planted()
    told = (
        f"words of every output for all, every output printed for one in {IN_FULL}: "
        f"{sum(group.files for group in groups)} files unpacked, {len(sang)} canaries; clean summaries stopped: "
        f"{len(alarms)}, asked about: {asked}; first sheets stopped (their spellings hold a name of hers): {shared}; "
        f"planted leaks found: {planted - len(not_found)} of {planted}"
    )
    return told, [*wrong, *(f"not found: {one}" for one in not_found)]


def _group(count: int, seed: int, folder: Path, begin: int) -> Tried:
    """Try the clients of one group: the words of every output for all, every output itself for one in `IN_FULL`."""
    library, here, tried = LIBRARY, folder / str(begin), Tried()
    here.mkdir()
    ones = _clients(count, seed)[begin : begin + GROUP]
    words_of_all(ones, library, tried, begin)
    whole = ones[::IN_FULL]
    lists(whole, library, here, GROUP, tried)
    summaries(whole, library, here, tried)
    through_the_store(whole, library, here, tried)
    return tried


@cache
def _clients(count: int, seed: int) -> tuple[Client, ...]:
    return tuple(clients(count, seed))


def _planted() -> tuple[int, list[str]]:
    """Return how many leaks were planted, and those that were not found."""
    in_corners = list(_corners())
    not_found = [f"{kind} in {place}" for kind, place in missed()]
    not_found += [where for where, text, corner in in_corners if not blocked({"a.pdf": pdf_with(corner, text)})]
    return len(list(pairs())) + len(in_corners), not_found


def _corners() -> Iterator[tuple[str, str, str]]:
    """Yield a description, the text and the corner of a PDF; a name of an entry holds no slash."""
    for corner in PDF_CORNERS:
        for kind, text in KINDS.items():
            if corner != "own key" or "/" not in text:
                yield f"{kind} in {corner} of a PDF", text, corner


def linked() -> Table:
    """Return the table of the linking experiment, beside the best possible."""
    table = Table("profile", "cases on the list", "linked", "best possible", title="linking, invented population")
    for one in experiment(population(CASES), PROFILES, SIZES):
        table.add_row(one.profile, str(one.size), f"{one.share:.2f}", f"{one.best:.2f}")
    return table
