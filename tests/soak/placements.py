"""Two thousand clients on lists, every kind of leak in every place, and the linking experiment with its table."""

from pathlib import Path

from disclosure.test_everywhere import missed, pairs
from placement import test_canaries
from placement.test_linking import PROFILES, SIZES, population
from rich.table import Table

from legalassist.placement.linking import experiment

CASES = 20_000


def run(count: int, folder: Path) -> tuple[str, list[str]]:
    """Return what was tried, and every canary that sang or planted leak that was missed."""
    sang = [f"a canary sings: {one}" for one in test_canaries.run(count, folder, size=25, summaries=count // 20)]
    leaks = [f"not found: {kind} in {place}" for kind, place in missed()]
    return f"lists searched for each, {len(list(pairs()))} planted leaks", sang + leaks


def linked() -> Table:
    """Return the table of the linking experiment, beside the best possible."""
    table = Table("profile", "cases on the list", "linked", "best possible", title="linking, invented population")
    for one in experiment(population(CASES), PROFILES, SIZES):
        table.add_row(one.profile, str(one.size), f"{one.share:.2f}", f"{one.best:.2f}")
    return table
