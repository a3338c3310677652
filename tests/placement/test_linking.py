"""The linking experiment: what it counts, and that the minimal profile stays below what was set for it."""

import random

import pytest
from one_library import LIBRARY

from legalassist.placement.linking import experiment, linked_told, share_linked
from legalassist.placement.menus import read_menus

PROFILES = {
    "minimal": ("kind", "age", "posture"),
    "minimal and waiver": ("kind", "age", "posture", "waiver"),
    "minimal, borough and arrests": ("kind", "age", "posture", "borough", "arrests"),
    "all fields": ("kind", "age", "posture", "waiver", "borough", "arrests", "family", "setting", "month"),
}
"""Profiles of the design, from least to most."""
SIZES = (10, 30, 100)
BOROUGHS = ("Manhattan", "Brooklyn", "Queens", "The Bronx", "Staten Island")


def population(count: int, seed: int = 2026) -> list[dict[str, str]]:
    """Return invented cases; the shares are invented too, set down before anything was measured."""
    chance = random.Random(seed)  # noqa: S311 - invented cases, the same for a seed

    def one_of(*weighted: tuple[str, int]) -> str:
        return chance.choices([name for name, _ in weighted], [weight for _, weight in weighted])[0]

    return [
        {
            "kind": one_of(("labor", 60), ("sex", 32), ("both", 8)),
            "age": one_of(("adult", 92), ("under 21", 8)),
            "posture": one_of(("affirmative", 66), ("in proceedings", 22), ("prior order", 9), ("detained", 3)),
            "waiver": one_of(("yes", 60), ("no", 40)),
            "borough": one_of(*zip(BOROUGHS, (16, 22, 50, 9, 3), strict=True)),
            "arrests": one_of(("none", 50), ("1 or 2", 30), ("3 or more", 20)),
            "family": one_of(("none", 30), ("1 or 2", 45), ("3 or more", 25)),
            "setting": one_of(("a home", 25), ("a business", 60), ("several places", 15)),
            "month": str(chance.randrange(1, 13)),
        }
        for _ in range(count)
    ]


def test_a_scorer_is_right_by_chance_where_all_are_alike_and_always_where_none_are() -> None:
    alike = [{"kind": "labor"}] * 20
    assert share_linked(alike, ["kind"], 10) == pytest.approx(0.1)
    assert share_linked([{"kind": str(number)} for number in range(20)], ["kind"], 10) == 1.0


def test_the_minimal_profile_stays_below_its_limits_and_every_line_costs() -> None:
    found = {(one.profile, one.size): one for one in experiment(population(3000), PROFILES, SIZES)}
    assert found["minimal", 10].share < 0.60
    assert found["minimal", 100].share < 0.18
    for size in SIZES:
        shares = [found[name, size].share for name in PROFILES]
        assert shares == sorted(shares)
        assert found["minimal", size].best == 1 / size


def test_the_second_reader_is_told_the_share_beside_guessing_and_never_that_nobody_can_tell() -> None:
    menus = read_menus(LIBRARY).menus
    files = population(20)
    told = linked_told(menus, files, ())
    share = 100 * share_linked(files, [row.row for row in menus.rows], 20)
    assert told == (
        "By these lines, somebody who has the files of all 20 cases picks the right one "
        f"{share:.0f} times in 100; by guessing, 5 times."
    )
    assert linked_told(menus, files[:1], ()) == menus.reader.alone
