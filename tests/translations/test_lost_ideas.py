"""A text for the ear that lost one idea in its middle, between two strokes, over all that are shipped: who notices?"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from legalassist.languages.catalog import Catalog
from legalassist.library import Library
from legalassist.translations.gates.alarm import Pair
from legalassist.translations.gates.every import alarms, pairs_of
from legalassist.translations.gates.spoken import PAUSE


@pytest.fixture(scope="module")
def shipped(library: Library) -> list[Pair]:
    return list(pairs_of(Catalog.read(library, "zh_Hans", "spoken-cmn")))


def without_one(pair: Pair) -> Iterator[Pair]:
    """Yield the text without each of its ideas that is neither the first nor the last."""
    ideas = pair.text.split(PAUSE)
    for place in range(1, len(ideas) - 1):
        yield replace(pair, text=PAUSE.join([*ideas[:place], *ideas[place + 1 :]]))


def test_four_in_five_lost_ideas_are_noticed(library: Library, shipped: list[Pair]) -> None:
    """Measured when written: 162 of 197; nothing is noticed that the whole text is told for, too."""
    whole = {(one.pair.context, one.rule, one.message) for one in alarms(library, shipped)}
    lost = [less for pair in shipped for less in without_one(pair)]
    noticed = [
        less
        for less in lost
        if any((one.pair.context, one.rule, one.message) not in whole for one in alarms(library, [less]))
    ]
    assert len(lost) > 150
    assert len(noticed) >= 0.78 * len(lost)


def test_a_text_of_two_ideas_has_no_middle(shipped: list[Pair]) -> None:
    (two,) = [one for one in shipped if one.context == "spoken-cmn.interpreter.no-nod"]
    assert list(without_one(two)) == []
