"""Whom to ask first: a ranked list of attorneys for one case, with reasons. A person decides; nobody is assigned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from legalassist.placement.firms import Attorney

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


@dataclass(frozen=True, slots=True)
class Needs:
    """What a case needs: language and posture (empty: not stated), and the names of whoever is adverse in it."""

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


def left_out(needs: Needs, attorneys: Iterable[Attorney]) -> tuple[int, int]:
    """Return how many attorneys cannot be asked: for want of capacity, and for a declared conflict alone."""
    every = tuple(attorneys)
    full = sum(one.capacity <= 0 for one in every)
    return full, sum(one.capacity > 0 and _conflicted(needs, one) for one in every)


def _can(needs: Needs, one: Attorney) -> bool:
    return one.capacity > 0 and not _conflicted(needs, one)


def _conflicted(needs: Needs, one: Attorney) -> bool:
    declared = [conflict.casefold() for conflict in one.conflicts]
    adverse = [name.casefold() for name in needs.adverse]
    return any(name in said or said in name for said in declared for name in adverse)


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
        (court and wants_court, "does court work", "the case is in court" if court else ""),
    ]
    reasons = (*(good for holds, good, _ in told if holds), f"capacity {one.capacity}")
    return Match(one, reasons, tuple(bad for holds, _, bad in told if not holds and bad), since)
