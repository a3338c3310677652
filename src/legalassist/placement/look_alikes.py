"""Two clients on one list who tell more together than each alone: of one trafficker, or alone in what they share.

Who knows that two people left the same place looks for two lines. So clients who name the same adverse person or
business stand on different lists; and two lines that alone have a value which makes a case stand out are shown.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from legalassist.cases.case import Case
from legalassist.placement.lists import Line
from legalassist.placement.names import adverse_full


def sharing(cases: Mapping[str, Case]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of references whose cases name the same adverse person or business, by their full names."""
    known = {reference: adverse_full(case) for reference, case in cases.items()}
    return tuple(pair for pair in combinations(cases, 2) if not known[pair[0]].isdisjoint(known[pair[1]]))


def alone_together(lines: Sequence[Line], telling: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that alone on the list have a label with a value that makes a case stand out."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        for said in (*line.lines, *line.also):
            if said in telling:
                found.setdefault(said, []).append(line.reference)
    pairs = (tuple(sorted(references)) for references in found.values() if len(references) == 2)  # noqa: PLR2004
    yield from dict.fromkeys((first, second) for first, second in pairs)
