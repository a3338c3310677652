"""Facts that law computes from answers, and publishes for the journey, forms and documents under ``derived.``."""

from collections.abc import Callable
from dataclasses import dataclass

from legalassist.facts.dates import PartialDate, age_on
from legalassist.facts.known import Fact, Facts, Known, Rows, Unknown, Why
from legalassist.facts.paths import numbers_of, pattern_of, row_path
from legalassist.law.family import GROUP, READS, decide
from legalassist.law.readings import (
    BIRTH_DATE,
    RECEIPT_DATE,
    Open,
    ages,
    date_at,
    full_years_at,
    limit,
    uncertain,
    why_open,
)
from legalassist.law.waiver import CLIENT_READS, FAMILY_READS, family_waiver_in_question, waiver_in_question

FIRST_ACT, LAST_ACT = "trafficking.first_date", "trafficking.last_date"
AGE_AT_START, AGE_AT_END = "trafficking.age_at_start", "trafficking.age_at_end"
AGES_SAID = (AGE_AT_START, AGE_AT_END)
AGE_FACTS = (BIRTH_DATE, FIRST_ACT, LAST_ACT, *AGES_SAID)
"""What the age at an act hangs on; the receipt date is read only to find the age limit in force."""


@dataclass(frozen=True, slots=True)
class DerivedFact:
    """A fact that law computes: its path (a pattern), the patterns it reads, and the function.

    The function takes the facts and the row numbers of the instance, outermost first, and never raises.
    """

    path: str
    reads: tuple[str, ...]
    compute: Callable[[Facts, tuple[int, ...]], Fact]


def age_at_receipt(facts: Facts, _numbers: tuple[int, ...] = ()) -> Fact:
    """Return the client's age in full years on the receipt date, where every reading of the dates agrees."""
    span, paths = ages(facts, BIRTH_DATE, RECEIPT_DATE), (BIRTH_DATE, RECEIPT_DATE)
    if span is not None and span[0] == span[1] >= 0:
        return Known(span[0])
    return Unknown(why_open(facts, paths), uncertain(facts, paths))


def under_18_at_an_act(facts: Facts, _numbers: tuple[int, ...] = ()) -> Fact:
    """Say whether the client was under 18 when at least one act took place. 8 CFR 214.202(c)(1) (LE-06)."""
    young = young_at_first_act(facts)
    return Known(young.values[0]) if len(young.values) == 1 else Unknown(young.why, young.needs)


def young_at_first_act(facts: Facts) -> Open[bool]:
    """Return whether the client was under 18 at the first act; no values at all where dates or ages disagree.

    The first act counts: it is the one at the youngest age, and it is not later than the last act. An age as said,
    in full years or by nominal count, speaks beside the dates; what both leave open is open.
    """
    by_dates, by_ages = _by_dates(facts), _by_ages_said(facts)
    values = tuple(value for value in by_dates.values if value in by_ages)
    if values == by_dates.values and len(by_ages) > 1:
        return by_dates
    return Open(values, frozenset() if len(values) == 1 else frozenset(AGE_FACTS))


def _by_dates(facts: Facts) -> Open[bool]:
    """Return what the birth date and the dates of the acts leave open."""
    paths = (BIRTH_DATE, FIRST_ACT, LAST_ACT)
    born, first, last = (date_at(facts, path) for path in paths)
    either = Open((True, False), uncertain(facts, paths[:2]), why_open(facts, paths[:2]))
    if born is None or (first is None and last is None):
        return either
    years, youngest, oldest = limit(facts, "age_exemption_limit"), *_age_at_first_act(born, first, last)
    surely_under, surely_over = oldest < years, youngest is not None and youngest >= years
    if oldest < 0 or (surely_under and surely_over):
        return Open((), frozenset(paths))
    return Open((surely_under,)) if surely_under or surely_over else either


def _by_ages_said(facts: Facts) -> tuple[bool, ...]:
    """Return what the ages as said leave open: at the start they bound the first act, at the end only from above."""
    years = limit(facts, "age_exemption_limit")
    start, end = (full_years_at(facts, path) for path in AGES_SAID)
    may_be_under = start is None or start[0] < years
    may_be_over = (start is None or start[1] >= years) and (end is None or end[1] >= years)
    return tuple(value for value, possible in ((True, may_be_under), (False, may_be_over)) if possible)


def _age_at_first_act(born: PartialDate, first: PartialDate | None, last: PartialDate | None) -> tuple[int | None, int]:
    """Return the lowest age at the first act (None where nothing bounds it) and the highest."""
    latest = min(when.latest for when in (first, last) if when is not None)
    return None if first is None else age_on(born, first.earliest)[0], age_on(born, latest)[1]


def family_class(facts: Facts, numbers: tuple[int, ...]) -> Fact:
    """Return the class that a family row comes under (``T-2`` to ``T-6``, or ``none``), where every reading agrees.

    A class that rests on a danger of retaliation is the one the answers point to; the finding says that an attorney
    judges the danger. Unknown with `Why.NO_RULE` where the answers are there and no source speaks.
    """
    decision = decide(facts, row_path(GROUP, numbers[0]))
    if decision.settled is None or decision.settled == "no rule":
        return Unknown(decision.why, decision.needs)
    return Known(decision.settled)


DERIVED: tuple[DerivedFact, ...] = (
    DerivedFact("derived.age_at_receipt", (BIRTH_DATE, RECEIPT_DATE), age_at_receipt),
    DerivedFact("derived.under_18_at_an_act", (*AGE_FACTS, RECEIPT_DATE), under_18_at_an_act),
    DerivedFact("derived.family[].class", READS, family_class),
    DerivedFact("derived.waiver_in_question", CLIENT_READS, waiver_in_question),
    DerivedFact("derived.family[].waiver_in_question", FAMILY_READS, family_waiver_in_question),
)
"""Every derived fact."""

_PREFIX = "derived."


class WithDerived:
    """The facts of a case and, under ``derived.``, what law computes from them."""

    def __init__(self, facts: Facts) -> None:
        """Stand before the facts of a case."""
        self._facts = facts
        self._derived = {fact.path: fact for fact in DERIVED}

    def get(self, path: str) -> Fact:
        """Return what is known about a path; a derived one is computed, one that does not exist is not asked."""
        derived = self._derived.get(pattern_of(path))
        if derived is not None and len(numbers_of(path)) == path.count("["):
            return derived.compute(self._facts, numbers_of(path))
        return Unknown(Why.NOT_ASKED) if path.startswith(_PREFIX) else self._facts.get(path)

    def rows(self, group: str) -> Rows:
        """Return the rows of a group; ``derived.family`` has those of ``family``."""
        return self._facts.rows(group.removeprefix(_PREFIX))
