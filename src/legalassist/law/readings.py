"""What uncertain facts can still turn out to be: the readings that a rule must agree over before it decides.

An unknown yes or no is both; a birth date of "2007" is every day of that year. A rule is applied to every reading, and
decides only if all of them give the same result. So whatever is learned later can only narrow the readings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from legalassist.facts.dates import Age, PartialDate, age_on
from legalassist.facts.known import Facts, Known, Unknown, Why
from legalassist.law.parameters import RULE_IN_FORCE, Parameters

BIRTH_DATE = "client.birth_date"
RECEIPT_DATE = "filing.planned_receipt_date"
GRANTED_DATE = "filing.granted_date"

T = TypeVar("T")


class Band(Enum):
    """How old a family member is on the receipt date, as far as the rules ask."""

    NOT_BORN = "not yet born"
    UNDER_18 = "under 18"
    UNDER_21 = "18 to 20"
    GROWN = "21 or older"


class Wedding(Enum):
    """When a marriage that makes a relation came, as far as the rules ask."""

    BEFORE = "before the receipt date"
    PENDING = "while the application is pending"
    AFTER = "after the grant"


@dataclass(frozen=True, slots=True)
class Open(Generic[T]):
    """What something can still be: its possible values, the paths that would settle it, and why it is open."""

    values: tuple[T, ...]
    needs: frozenset[str] = frozenset()
    why: Why = Why.DOES_NOT_KNOW


def yes_or_no(facts: Facts, path: str) -> Open[bool]:
    """Return what a yes-or-no fact can be; what does not apply, or holds something else, is open."""
    fact = facts.get(path)
    if isinstance(fact, Known) and isinstance(fact.value, bool):
        return Open((fact.value,))
    return Open((True, False), frozenset({path}), why_open(facts, [path]))


def date_at(facts: Facts, path: str) -> PartialDate | None:
    """Return the date at a path, or None where none is known."""
    fact = facts.get(path)
    return fact.value if isinstance(fact, Known) and isinstance(fact.value, PartialDate) else None


def full_years_at(facts: Facts, path: str) -> tuple[int, int] | None:
    """Return the lowest and highest full years that an age as said can mean, or None where none is known."""
    fact = facts.get(path)
    return fact.value.full_years if isinstance(fact, Known) and isinstance(fact.value, Age) else None


def ages(facts: Facts, birth: str, day: str) -> tuple[int, int] | None:
    """Return the lowest and highest age in full years between the dates at two paths; None if one is unknown."""
    born, then = date_at(facts, birth), date_at(facts, day)
    return None if born is None or then is None else age_on(born, then)


def uncertain(facts: Facts, paths: Iterable[str]) -> frozenset[str]:
    """Return those of the paths whose date is unknown or not one exact day."""
    dates = {path: date_at(facts, path) for path in paths}
    return frozenset(path for path, found in dates.items() if found is None or found.exact is None)


def why_open(facts: Facts, paths: Iterable[str]) -> Why:
    """Return why a result over these facts is open: the first reason of an unknown one; else nobody knows exactly.

    A fact that does not apply is no reason: it would make the result look settled. Where every date is exact and the
    result is open all the same, it is 28 February for somebody born on the 29th: no source says which day counts.
    """
    paths = tuple(paths)
    unknown = [fact.why for fact in map(facts.get, paths) if isinstance(fact, Unknown)]
    otherwise = Why.DOES_NOT_KNOW if unknown or uncertain(facts, paths) else Why.NO_RULE
    return next((why for why in unknown if why is not Why.DOES_NOT_APPLY), otherwise)


def law_day(facts: Facts) -> date:
    """Return the day whose law applies: the receipt date (its last reading), or the present rule's first day."""
    receipt = date_at(facts, RECEIPT_DATE)
    return RULE_IN_FORCE if receipt is None else receipt.latest


def limit(facts: Facts, name: str) -> int:
    """Return an age limit of ``parameters.yaml``, in years, on the day whose law applies."""
    return Parameters.load().years(name, law_day(facts))


def client_under_21(facts: Facts) -> Open[bool]:
    """Return whether the client is under the principal's age limit on the receipt date."""
    span, years = ages(facts, BIRTH_DATE, RECEIPT_DATE), limit(facts, "principal_age_limit")
    if span is not None and (span[1] < years or span[0] >= years):
        return Open((span[1] < years,))
    paths = (BIRTH_DATE, RECEIPT_DATE)
    return Open((True, False), uncertain(facts, paths), why_open(facts, paths))


def band(facts: Facts, birth: str) -> Open[Band]:
    """Return how old the person with this birth date can be on the receipt date."""
    span, sibling, child = ages(facts, birth, RECEIPT_DATE), limit(facts, "sibling_age_limit"), _child_limit(facts)
    paths = (birth, RECEIPT_DATE)
    if span is None:
        return Open((Band.UNDER_18, Band.UNDER_21, Band.GROWN), uncertain(facts, paths), why_open(facts, paths))
    from_age = {Band.NOT_BORN: -10_000, Band.UNDER_18: 0, Band.UNDER_21: sibling, Band.GROWN: child}
    below = {Band.NOT_BORN: 0, Band.UNDER_18: sibling, Band.UNDER_21: child, Band.GROWN: 10_000}
    bands = tuple(each for each in Band if span[0] < below[each] and span[1] >= from_age[each])
    return Open(bands, uncertain(facts, paths) if len(bands) > 1 else frozenset(), why_open(facts, paths))


def _child_limit(facts: Facts) -> int:
    """Return the age limit of a child, in years."""
    return limit(facts, "child_age_limit")


def wedding(facts: Facts, path: str) -> Open[Wedding]:
    """Return when the marriage whose date stands at a path can have come; after the grant only once that is known.

    A marriage on the receipt date itself counts as before it, one on the day of the grant as pending: both count alike.
    """
    on, receipt, granted = (date_at(facts, each) for each in (path, RECEIPT_DATE, GRANTED_DATE))
    first, last = (date.min, date.max) if on is None else (on.earliest, on.latest)
    may_be = {
        Wedding.BEFORE: receipt is None or first <= receipt.latest,
        Wedding.PENDING: (receipt is None or last > receipt.earliest) and (granted is None or first <= granted.latest),
        Wedding.AFTER: granted is not None and last > granted.earliest,
    }
    values = tuple(each for each in Wedding if may_be[each])
    needs = uncertain(facts, (path, *((GRANTED_DATE,) if granted else ())))
    return Open(values, needs, why_open(facts, [path]))
