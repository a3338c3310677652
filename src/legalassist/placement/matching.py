"""Whom to ask first: a ranked list of attorneys for one case, with reasons. A person decides; nobody is assigned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from legalassist.placement.firms import Attorney

COURT = ("in removal proceedings", "prior removal order", "detained")
"""Postures of the menus for which court work is asked."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a case needs: its language, its posture, and the names an attorney may have declared a conflict with."""

    language: str
    posture: str
    adverse: tuple[str, ...] = ()


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


def _can(needs: Needs, one: Attorney) -> bool:
    declared = [conflict.casefold() for conflict in one.conflicts]
    adverse = [name.casefold() for name in needs.adverse]
    return one.capacity > 0 and not any(name in said or said in name for said in declared for name in adverse)


def _match(needs: Needs, one: Attorney, since: str) -> Match:
    speaks = needs.language.casefold() in {language.casefold() for language in one.languages}
    court = needs.posture in COURT
    wants_court = any("court" in interest.casefold() for interest in one.interests)
    told = [
        (speaks, f"speaks {needs.language}", f"no {needs.language}: an interpreter is needed"),
        (bool(one.trained), f"trained {one.trained[:7]}", "no training on record"),
        (bool(one.bar), f"admitted: {one.bar}", "no bar admission on record"),
        (one.travels, "travels", ""),
        (court and wants_court, "does court work", "the case is in court" if court else ""),
    ]
    reasons = (*(good for holds, good, _ in told if holds), f"capacity {one.capacity}")
    return Match(one, reasons, tuple(bad for holds, _, bad in told if not holds and bad), since)
