"""How a figure is taken: medians of runs that take turns, so that a busy machine slows both sides alike."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

RUNS = 7


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: what, how much, in which unit, and the limit it must keep.

    `lacking` says what this machine lacks to measure it; the value then says nothing.
    """

    what: str
    value: float
    unit: str
    limit: float
    at_least: bool = False
    lacking: str = ""

    @property
    def kept(self) -> bool:
        """Say whether the limit is kept; what could not be measured breaks none."""
        if self.lacking:
            return True
        return self.value >= self.limit if self.at_least else self.value <= self.limit


def seconds(work: Callable[[], object]) -> float:
    """Return how long one run takes, in seconds of wall time."""
    start = perf_counter()
    work()
    return perf_counter() - start


def medians(*works: Callable[[], object], runs: int = RUNS) -> tuple[float, ...]:
    """Return the median seconds of each piece of work; they take turns, after one unmeasured turn to warm up."""
    for work in works:
        work()
    turns = [[seconds(work) for work in works] for _ in range(runs)]
    return tuple(median(column) for column in zip(*turns, strict=True))


def ratio(work: Callable[[], object], base: Callable[[], object], runs: int = RUNS) -> float:
    """Return how many times as long the work takes as its base, both measured in this run."""
    ours, theirs = medians(work, base, runs=runs)
    return ours / theirs


def peak() -> float:
    """Return the most memory this program ever held, in MB.

    From the kernel's own line (Linux): `getrusage` counts in what the process that started this one held before it
    became this program, so a bench that has grown would measure itself.
    """
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    held = next(line for line in lines if line.startswith("VmHWM:"))
    return int(held.split()[1]) / 1024
