"""Slips of a hand that each make a word of their own: a character that sounds alike, a word that stands twice."""

import re
from collections.abc import Iterator

from legalassist.translations.gates.alarm import Found, Pair
from legalassist.translations.gates.patterns import search

_SLIPS = re.compile(
    "权力的行使权|他门|我门|您门|因该|必需要|己经|以经|即然|部份|年青人|倒底|名子|在次|从新|由其|通迅|防碍|年令|帐户|帐号|签定|截止到|再所难免|既使|迫不急待|权利机关|做为|不不|没没|象征性地的|的的|是是|您您|请要(?!求)|有有|和和"
)
_RIGHTS = re.compile(r"\brights?\b")
_AGAIN = re.compile(r"(?<![一越])([一-鿿]{2,4})\1")
_SAID_TWICE = re.compile(
    "商量|研究|休息|考虑|讨论|打听|了解|认识|介绍|练习|一[个次件条页张天点步样行句]|越来|来越|很多|多少|好多"
)


def typed_wrong(pair: Pair) -> Iterator[Found]:
    """Yield 权力 for a right, and a word that stands twice in a row: a hand's slips, each a word of its own."""
    if "权力" in pair.simplified and _RIGHTS.search(pair.low) and not search(r"\bpowers?\b", pair.low):
        yield "权力 is power, not a right", "say 权利"
    if search("的您(?![的自])", pair.simplified):
        yield "的您: somebody else's reader", "look who it is and whose"
    found = _AGAIN.search(pair.simplified)
    if found and not _SAID_TWICE.search(found[1]):
        yield f"{found[1]} stands twice in a row", "take one out"


def slips(pair: Pair) -> Iterator[Found]:
    """Yield doubled characters and the usual wrong ones."""
    found = _SLIPS.search(pair.text)
    if found:
        yield f"probably a slip: {found[0]}", "look at the word again"
