"""Run every ``case_*.py`` beside this file and print one table; the exit code is 1 where a limit is not kept.

Each case is a module with ``figures()``, which yields `measuring.Figure`. Names given on the command line pick cases:
``python bench start``.
"""

import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from measuring import Figure
from rich.console import Console
from rich.table import Table


def cases(wanted: set[str]) -> list[str]:
    """Return the names of the cases to run, in name order; all of them where none is wanted by name."""
    found = sorted(path.stem.removeprefix("case_") for path in Path(__file__).parent.glob("case_*.py"))
    if unknown := wanted - set(found):
        sys.exit(f"no such case: {', '.join(sorted(unknown))}; there are: {', '.join(found)}")
    return [name for name in found if not wanted or name in wanted]


def table(figures: Iterable[Figure]) -> Table:
    """Return the figures as a table, each beside its limit."""
    drawn = Table("what", "measured", "limit", "kept")
    for figure in figures:
        side = "at least" if figure.at_least else "at most"
        limit = f"{side} {figure.limit:g} {figure.unit}"
        measured = f"not measured: {figure.lacking}" if figure.lacking else f"{figure.value:.2f} {figure.unit}"
        drawn.add_row(figure.what, measured, limit, "?" if figure.lacking else "yes" if figure.kept else "NO")
    return drawn


def main() -> None:
    """Measure, print, and say by the exit code whether every limit was kept."""
    figures = [figure for name in cases(set(sys.argv[1:])) for figure in import_module(f"case_{name}").figures()]
    Console().print(table(figures))
    sys.exit(any(not figure.kept for figure in figures))


if __name__ == "__main__":
    main()
