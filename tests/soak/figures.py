"""Figures: every set of ranges against every vector of counts there is, and how often a clinic's tables are refused."""

import random
from collections.abc import Iterator, Sequence

from placement.test_derivable import by_oracle
from placement.test_subtraction import AGES, KINDS, fewest_numbers
from rich.table import Table

from legalassist.errors import UsageError
from legalassist.placement.derivable import MANY, Dimension, Known, Value
from legalassist.placement.figures import NOT_STATED, Counted, count
from legalassist.placement.stages import RETURNED, STAGES
from legalassist.placement.subtraction import FEWEST_NUMBERS, check_subtraction

QUARTERS = tuple(f"2026-Q{number}" for number in range(1, 5))
SIZES = (20, 40, 100, 300)
CLINICS = 200
POPULATION: dict[str, tuple[tuple[str, ...], str, tuple[int, ...]]] = {
    "kind": (("both", "labor", "sex"), NOT_STATED, (2, 60, 25, 13)),
    "age": (("under 21", "adult"), NOT_STATED, (12, 75, 13)),
    "language": (("Mandarin", "another answer"), NOT_STATED, (80, 12, 8)),
    "posture": (("detained", "removal order", "in court", "affirmative"), NOT_STATED, (3, 6, 18, 60, 13)),
    "stage": ((*STAGES, RETURNED), "no stage yet", (8, 6, 8, 4, 10, 18, 22, 4, 6, 5, 5, 2, 2)),
}
"""Invented shares of each value, the rest last; of no clinic."""
PLANS = {
    "a year, five dimensions": [("2026", name) for name in POPULATION],
    "a year and its quarters, kind and language": [
        (period, name) for period in ("2026", *QUARTERS) for name in ("kind", "language")
    ],
}


def run(tables: int, seed: int) -> tuple[str, list[str]]:
    """Return what was tried, and each count whose numbers are told otherwise than by writing all of them down."""
    dice = random.Random(seed)  # noqa: S311 - a seed that can be repeated
    wrong = [f"ranges {one}" for _ in range(tables) for one in _differences(dice)]
    narrow = 0
    for _ in range(tables):
        first, second = _pair(dice)
        left = fewest_numbers([first, second])
        narrow += left < FEWEST_NUMBERS
        if _refused(second, [first]) != (left < FEWEST_NUMBERS):
            wrong.append(f"{first} and {second}: {left} numbers")
    return f"{tables} sets of ranges, {tables} pairs of tables, {narrow} of them refused", wrong


def _differences(dice: random.Random) -> Iterator[str]:
    parts = dice.randint(1, 4)
    dimensions: list[Dimension] = [
        [_value(dice, parts) for _ in range(dice.randint(1, 2 if parts > 2 else 3))] for _ in range(dice.randint(1, 3))
    ]
    told, oracle = Known(dimensions), by_oracle(dimensions)
    for number, values in enumerate(dimensions):
        for at in range(len(values)):
            for place in range(-1, parts):
                if set(told.numbers(number, at, place, range(9))) != oracle.get((number, at, place), set()):
                    yield f"{dimensions}, {(number, at, place)}"


def _value(dice: random.Random, parts: int) -> Value:
    spans = (sorted((dice.randint(0, 2), dice.randint(0, 2))) for _ in range(parts))
    low = dice.randint(0, 5)
    whole = (0, MANY) if dice.random() < 1 / 2 else (low, low + dice.randint(0, 4))
    return Value(tuple((first, last) for first, last in spans), whole)


def _pair(dice: random.Random) -> list[Counted]:
    kinds = [kind for kind in (*KINDS, "") for _ in range(dice.choice((0, 0, 1, 8, 9, 10, 11, 12, 14)))]
    shares = (dice.choice((1, 8)), dice.choice((0, 0, 1)), dice.choice((0, 0, 1)))
    ages = dice.choices((*AGES, ""), shares, k=len(kinds))
    tables = [count("2026", "kind", kinds, KINDS), count("2026", "age", ages, AGES)]
    dice.shuffle(tables)
    return tables


def _refused(new: Counted, published: Sequence[Counted]) -> bool:
    try:
        check_subtraction(new, published)
    except UsageError:
        return True
    return False


def refusals(seed: int) -> Table:
    """Return how often a table of an invented clinic is refused, when all are published in an order drawn by chance."""
    made = Table("cases a year", "published", "tables", "refused", title="figures, invented clinics")
    dice = random.Random(seed)  # noqa: S311 - a seed that can be repeated
    for size in SIZES:
        for name, plan in PLANS.items():
            refused = sum(_clinic(size, plan, dice) for _ in range(CLINICS))
            made.add_row(str(size), name, str(CLINICS * len(plan)), str(refused))
    return made


def _clinic(size: int, plan: Sequence[tuple[str, str]], dice: random.Random) -> int:
    cases = [
        (dice.choice(QUARTERS), {name: dice.choices((*menu, ""), shares)[0] for name, (menu, _, shares) in
                                 POPULATION.items()})
        for _ in range(size)
    ]  # fmt: skip
    published: list[Counted] = []
    for period, name in dice.sample(plan, len(plan)):
        menu, rest, _ = POPULATION[name]
        said = (case[name] for quarter, case in cases if period in ("2026", quarter))
        table = count(period, name, said, menu, rest=rest)
        if not _refused(table, published):
            published.append(table)
    return len(plan) - len(published)
