"""The statistics that do not fit into ten minutes: ``make soak`` runs the same checks as the tests, with larger counts.

``python tests/soak [--seed N] [--kills N] [--flips N] [--answers N] [--exhibits N]
[--plans N] [--packets N] [--texts N] [--papers N] [--clients N] [--handouts N]
[--pseudo N] [--tables N] [--only TRIAL]``; prints one table with its seed,
exit code 1 where anything was lost, served wrong, or seen in the clear.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rich.console import Console
from rich.table import Table
from soak import canaries, figures, filings, flips, kills, papers, placements, prints, pseudo_prints, texts


def main() -> None:
    """Run the trials and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, count in (("seed", 2026), ("kills", 500), ("flips", 2000), ("answers", 10_000), ("exhibits", 200),
                        ("plans", 5000), ("packets", 100), ("texts", 100), ("papers", 60),
                        ("clients", 2000), ("handouts", 10_000), ("pseudo", 1000), ("tables", 3000)):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, default=count)
    trials = {"kill -9": _kills, "bit flips": _flips, "canaries": _canaries, "packets": _packets,
              "forms": _texts, "papers": _papers, "placement": _placement, "handouts": _handouts,
              "pseudo": _pseudo, "figures": _figures}  # fmt: skip
    parser.add_argument("--only", choices=trials)
    wanted = parser.parse_args()
    table = Table("trial", "runs", "result", "wrong", "minutes", title=f"soak, seed {wanted.seed}")
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, trial in trials.items():
            if wanted.only not in (None, name):
                continue
            start = perf_counter()
            runs, result, wrong = trial(wanted, Path(folder) / name.replace(" ", "-"))
            bad += wrong
            table.add_row(name, runs, result, str(wrong), f"{(perf_counter() - start) / 60:.1f}")
    Console(width=120).print(table)
    sys.exit(bool(bad))


def _texts(wanted: argparse.Namespace, _folder: Path) -> tuple[str, str, int]:
    tried, wrong = texts.run(wanted.texts, wanted.seed)
    return str(wanted.texts), f"{tried} boxes tried", len(wrong)


def _handouts(wanted: argparse.Namespace, _folder: Path) -> tuple[str, str, int]:
    pieces, shorter, wrong = prints.run(wanted.handouts, wanted.seed)
    for one in wrong:
        Console(stderr=True).print(one)
    return (
        str(pieces),
        f"drafts banded, cleared ones not, each word sourced; {shorter} left an optional statement out",
        len(wrong),
    )


def _pseudo(wanted: argparse.Namespace, _folder: Path) -> tuple[str, str, int]:
    printed, tight, wrong = pseudo_prints.run(wanted.pseudo)
    for one in wrong[:20]:
        Console(stderr=True).print(one, markup=False)
    return (
        f"{printed} prints, six cases on screen",
        f"nothing cut; {tight} too long for their format, refused",
        len(wrong),
    )


def _kills(wanted: argparse.Namespace, folder: Path) -> tuple[str, str, int]:
    result = kills.run(wanted.kills, wanted.seed, folder)
    wrong = list(result["wrong"]) if isinstance(result["wrong"], list) else []
    for one in wrong:
        Console(stderr=True).print(one)
    return str(wanted.kills), f"{result['acts']} acknowledged acts, all there", len(wrong)


def _flips(wanted: argparse.Namespace, folder: Path) -> tuple[str, str, int]:
    folder.mkdir()
    counts = flips.run(wanted.flips, wanted.seed, folder)
    return str(wanted.flips), f"{counts['found']} found, {counts['harmless']} harmless", counts["wrong"]


def _canaries(wanted: argparse.Namespace, folder: Path) -> tuple[str, str, int]:
    folder.mkdir()
    try:
        result = canaries.run(wanted.answers, wanted.exhibits, folder)
    finally:
        canaries.close_all()
    seen = [*result["seen"], *result["outside"]]  # type: ignore[misc]
    return f"{wanted.answers} answers, {wanted.exhibits} exhibits", f"{result['bytes']} bytes looked through", len(seen)


def _packets(wanted: argparse.Namespace, folder: Path) -> tuple[str, str, int]:
    wrong = filings.run(wanted.plans, wanted.packets, wanted.seed, folder)
    for one in wrong:
        Console(stderr=True).print(one, markup=False)
    return f"{wanted.plans} plans, {wanted.packets} built", "every piece made, every packet read back", len(wrong)


def _papers(wanted: argparse.Namespace, folder: Path) -> tuple[str, str, int]:
    folder.mkdir()
    result, wrong = papers.run(wanted.papers, wanted.seed, folder)
    for one in wrong[:20]:
        Console(stderr=True).print(one, markup=False)
    return f"{wanted.papers} exhibits of 1 to 200 pages", result, len(wrong)


def _placement(wanted: argparse.Namespace, folder: Path) -> tuple[str, str, int]:
    folder.mkdir()
    result, wrong = placements.run(wanted.clients, wanted.seed, folder)
    for one in wrong[:20]:
        Console(stderr=True).print(one, markup=False)
    Console(width=120).print(placements.linked())
    return f"{wanted.clients} clients", result, len(wrong)


def _figures(wanted: argparse.Namespace, _folder: Path) -> tuple[str, str, int]:
    result, wrong = figures.run(wanted.tables, wanted.seed)
    for one in wrong[:20]:
        Console(stderr=True).print(one, markup=False)
    Console(width=120).print(figures.refusals(wanted.seed))
    return str(wanted.tables), result, len(wrong)


if __name__ == "__main__":
    main()
