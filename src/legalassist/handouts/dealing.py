"""Deal things out to panels in their order: about as much on each, and what belongs together not torn apart."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf

TORN = 0.15
"""What it weighs against even parts that what belongs together is torn apart."""


def dealt(weights: Sequence[int], kinds: Sequence[object], count: int) -> list[tuple[int, int]]:
    """Return so many parts (fewer, where there are fewer things), each as the first thing and the one past its last.

    Args:
        weights: how much room each thing takes.
        kinds: of which kind each is; neighbours of one kind belong together.
        count: how many parts there are.
    """
    things = len(weights)
    count = min(count, things)
    fair = sum(weights) / max(1, count)

    def uneven(first: int, past: int) -> float:
        torn = first > 0 and kinds[first - 1] == kinds[first]
        return (sum(weights[first:past]) / fair - 1) ** 2 + TORN * torn

    # ways[n]: how uneven the first n things are at best, dealt out to the parts so far, and where each part begins
    start: tuple[float, tuple[int, ...]] = (0.0, ())
    nowhere: tuple[float, tuple[int, ...]] = (inf, ())
    ways = [start, *[nowhere] * things]
    for _ in range(count):
        better = [
            min((ways[first][0] + uneven(first, past), (*ways[first][1], first)) for first in range(past))
            for past in range(1, things + 1)
        ]
        ways = [nowhere, *better]
    return list(pairwise((*ways[-1][1], things)))
