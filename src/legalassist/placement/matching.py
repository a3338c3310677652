"""Whom to ask first: a ranked list of attorneys for one case, with reasons. A person decides; nobody is assigned."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from legalassist.disclosure.folding import fold
from legalassist.disclosure.word_lists import BUSINESSES, GENERIC, KINDS_OF_COMPANY
from legalassist.placement.firms import Attorney
from legalassist.reviews.people import can_be_one
from legalassist.stores.spelling import plain, spellings, within

COURT = ("in removal proceedings", "prior removal order", "detained")
"""Postures of the menus for which court work is asked."""

_IN_ENGLISH = {
    said: english
    for english, others in (
        ("Mandarin", "mandarin chinese, putonghua, 普通话, 普通話, 国语, 國語, 华语, 華語, 官话, 官話"),
        ("Cantonese", "yue, 粤语, 粵語, 广东话, 廣東話, 白话, 白話"), ("English", "英语, 英語, 英文"),
        ("Fuzhounese", "fuzhou, 福州话, 福州話"), ("Wenzhounese", "wenzhou, 温州话, 溫州話"),
    )
    for said in others.split(", ")
}  # fmt: skip
"""How lists in Chinese name a language; "Chinese" or 中文 alone names none that is spoken."""

_OF_EVERY = BUSINESSES | GENERIC | KINDS_OF_COMPANY
"""Words that every business may be called by."""
_SHORTEST = 4
"""Letters of a joined spelling that is looked for inside what was said in words."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a case needs: language and posture (empty: not stated), and the names of whoever is adverse in it.

    `refused`: the firms, as `stores.spelling.plain` makes them, that said "not clear" about it.
    """

    language: str
    posture: str
    adverse: tuple[str, ...] = ()
    refused: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """One attorney for a case: why, why not so well, and since when they are on the list.

    `attorney.capacity` is what is left of the capacity on the firm's list.
    """

    attorney: Attorney
    reasons: tuple[str, ...]
    lacks: tuple[str, ...]
    since: str


def ranked(needs: Needs, attorneys: Iterable[Attorney], since: Mapping[str, str]) -> tuple[Match, ...]:
    """Return those who can be asked, most reasons first, ties by the longest wait.

    Left out: no capacity, or a declared conflict with somebody of the case. `since`: the day each was first on a list.
    """
    found = [_match(needs, one, since.get(one.email, one.on)) for one in attorneys if _can(needs, one)]
    return tuple(sorted(found, key=lambda one: (-len(one.reasons), one.since, one.attorney.email)))


def left_out(needs: Needs, attorneys: Iterable[Attorney]) -> tuple[int, int]:
    """Return how many attorneys cannot be asked: for want of capacity, and for a declared conflict alone."""
    every = tuple(attorneys)
    full = sum(one.capacity <= 0 for one in every)
    return full, sum(one.capacity > 0 and _conflicted(needs, one) for one in every)


def _can(needs: Needs, one: Attorney) -> bool:
    return one.capacity > 0 and not _conflicted(needs, one)


def _conflicted(needs: Needs, one: Attorney) -> bool:
    return any(conflicts(said, name) for said in one.conflicts for name in needs.adverse)


def conflicts(declared: str, adverse: str) -> bool:
    """Say whether a declared conflict may be somebody, or a business, that is adverse in a case; in doubt it is.

    A person under any spelling (ZHOU, Tiezhu; Zhou Tie Zhu; 周鐵柱), by a part of the name or its initials; a business
    by the words of its name, whatever kind of business it says it is. Whole words: "Ng" is not in "Golden Spring".
    """
    mine, theirs = _named(declared), _named(adverse)
    if not mine or not theirs:  # "nail salons": every one
        return False
    by_name = can_be_one(declared, adverse) or not _spelled(declared).isdisjoint(within(adverse))
    return by_name or mine <= theirs or theirs <= mine


def _spelled(declared: str) -> frozenset[str]:
    """Return how a declared name may be spelled as a whole, in either order, and how its characters sound."""
    words = re.findall(r"\w+", declared)
    ways = {*spellings("".join(words)), *spellings("".join(reversed(words)))}
    return frozenset(way for way in ways if len(way) >= _SHORTEST or not way.isascii())


def _named(business: str) -> frozenset[str]:
    """Return the words of a business's name that are its own: no kind of business or company, no plural."""
    words = (word.removesuffix("s") for word in re.findall(r"\w+", fold(business).lower()))
    return frozenset(word for word in words if {word, f"{word}s"}.isdisjoint(_OF_EVERY))


def _match(needs: Needs, one: Attorney, since: str) -> Match:
    speaks = needs.language in {_IN_ENGLISH.get(said.casefold(), said.title()) for said in one.languages}
    no_language = f"no {needs.language}: an interpreter is needed" if needs.language else "her language is not stated"
    court = needs.posture in COURT
    wants_court = any("court" in interest.casefold() for interest in one.interests)
    told = [
        (speaks, f"speaks {needs.language}", no_language),
        (bool(one.trained), f"trained {one.trained[:7]}", "no training on record"),
        (bool(one.bar), f"admitted: {one.bar}", "no bar admission on record"),
        (one.travels, "travels", ""),
        (False, "", "the firm said 'not clear' about this case" if plain(one.firm) in needs.refused else ""),
        (court and wants_court, "does court work", "the case is in court" if court else ""),
    ]
    reasons = (*(good for holds, good, _ in told if holds), f"capacity {one.capacity}")
    return Match(one, reasons, tuple(bad for holds, _, bad in told if not holds and bad), since)
