"""The fuller profile: two lines at most, none that makes a case the only one, and none while the programme is small."""

from collections.abc import Mapping

import pytest
from one_library import LIBRARY
from placement.people import clients

from legalassist.api.opening import open_interview
from legalassist.assessments.assess import live_facts
from legalassist.errors import UsageError
from legalassist.journeys.live_facts import LiveFacts
from legalassist.placement.menus import ReadMenus, read_menus
from legalassist.placement.profile import FEWEST_CASES, more_lines

OTHERS = tuple({"borough": "Queens" if number % 2 else "Brooklyn", "arrests": "none"} for number in range(30))


@pytest.fixture(scope="module")
def menus() -> ReadMenus:
    return read_menus(LIBRARY)


@pytest.fixture(scope="module")
def facts() -> LiveFacts:
    (client,) = clients(1)
    return live_facts(open_interview(LIBRARY, "tvisa"), client.case)


def test_values_are_computed_or_chosen_from_the_menu(menus: ReadMenus, facts: LiveFacts) -> None:
    more = more_lines(menus, facts, {"borough": "Queens"}, ("borough", "arrests"), OTHERS)
    assert [(row.row, value.value) for row, value, _ in more.lines] == [("borough", "Queens"), ("arrests", "none")]
    assert more.values["waiver"].startswith("I-192 likely")
    assert "setting" not in more.values


@pytest.mark.parametrize(
    ("chosen", "also", "others", "message"),
    [
        ({"borough": "Queens"}, ("borough",), OTHERS[: FEWEST_CASES - 2], "fewer than 20"),
        ({"borough": "Staten Island"}, ("borough",), OTHERS, "no other case"),
        ({}, ("borough",), OTHERS, "not known"),
        ({"borough": "Flushing"}, (), OTHERS, "no value of a menu"),
        ({"arrests": "none"}, (), OTHERS, "no value of a menu"),
        ({}, ("industry",), OTHERS, "no line 'industry'"),
        ({"borough": "Queens"}, ("borough", "arrests", "family"), OTHERS, "at most 2"),
    ],
)
def test_whatever_would_make_her_stand_out_is_refused(
    menus: ReadMenus, facts: LiveFacts, chosen: Mapping[str, str], also: tuple[str, ...],
    others: tuple[Mapping[str, str], ...], message: str,
) -> None:  # fmt: skip
    with pytest.raises(UsageError, match=message):
        more_lines(menus, facts, chosen, also, others)


def test_nineteen_other_cases_and_this_one_are_enough(menus: ReadMenus, facts: LiveFacts) -> None:
    more = more_lines(menus, facts, {"borough": "Queens"}, ("borough",), OTHERS[: FEWEST_CASES - 1])
    assert len(more.lines) == 1
