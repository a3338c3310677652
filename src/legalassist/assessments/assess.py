"""Assess a case: what the law makes of its facts, what is still missing, what does not fit together."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from legalassist.assessments.awaited import awaited
from legalassist.assessments.contradiction import Contradiction
from legalassist.assessments.contradictions import contradictions
from legalassist.assessments.missing import MissingItem, missing_items
from legalassist.cases.case import Case
from legalassist.facts.expressions import FactType
from legalassist.facts.known import Compute
from legalassist.interviews.reader import Derived, DerivedWord
from legalassist.interviews.schema import Interview
from legalassist.journeys.journey import set_aside
from legalassist.journeys.live_facts import LiveFacts
from legalassist.law.deadlines import Deadline, deadlines
from legalassist.law.derived import DERIVED
from legalassist.law.finding import Finding
from legalassist.law.rulebook import findings

COMPUTED: Mapping[str, Compute] = {fact.path: fact.compute for fact in DERIVED}
_TYPES: Mapping[str, FactType] = {
    "derived.age_at_receipt": FactType("number"),
    "derived.under_18_at_an_act": FactType("yes no"),
    "derived.family[].class": FactType("choice", ("T-2", "T-3", "T-4", "T-5", "T-6", "none")),
    "derived.waiver_in_question": FactType("yes no"),
    "derived.family[].waiver_in_question": FactType("yes no"),
}
WORDS: Derived = {fact.path: DerivedWord(fact.reads, _TYPES[fact.path]) for fact in DERIVED}
"""Which facts each derived fact reads, and its type: what the interview's reader needs to know of the law."""


@dataclass(frozen=True)
class Assessment:
    """Everything that was decided about a case on one day, and the facts it was decided on."""

    facts: LiveFacts
    as_of: dt.date
    findings: tuple[Finding, ...]
    deadlines: tuple[Deadline, ...]
    missing: tuple[MissingItem, ...]
    contradictions: tuple[Contradiction, ...]
    set_aside: tuple[str, ...]


def live_facts(interview: Interview, case: Case) -> LiveFacts:
    """Return a case's facts: its answers that apply, and what the law derives from them."""
    return LiveFacts(interview, case, COMPUTED)


def assess(interview: Interview, case: Case, *, as_of: dt.date, mailing_days: int | None = None) -> Assessment:
    """Assess a case as of one day. Absent answers are never an error: they are findings and missing items.

    `mailing_days` is the clinic's own setting: how long before a day of receipt it sends a paper off.
    """
    facts = live_facts(interview, case)
    return Assessment(
        facts=facts,
        as_of=as_of,
        findings=findings(facts),
        deadlines=deadlines(facts, as_of=as_of, mailing_days=mailing_days),
        missing=(*missing_items(facts), *awaited(facts)),
        contradictions=contradictions(facts, as_of),
        set_aside=set_aside(facts),
    )
