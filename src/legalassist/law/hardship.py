"""Fourth element of T-1 status: extreme hardship involving unusual and severe harm, by its nine factors.

What this rule does not decide: whether the factors together reach the standard. Economic harm is one factor of the
regulation; that hardship may generally not rest on it alone is Policy Manual text.
"""

from legalassist.facts.known import Facts
from legalassist.law.finding import Reason
from legalassist.law.readings import BIRTH_DATE
from legalassist.law.rule import Conclusion, Point, Rule, rule
from legalassist.law.weigh import weigh

FEAR = "hardship.fear"

FACTORS = (
    Point("(1) Age, maturity and personal circumstances", (), ("hardship",), (BIRTH_DATE, "client.marital_status")),
    Point("(2) Care needed and not reasonably to be had there", ("hardship.care", "health.treatment"), ("hardship",)),
    Point("(3) Consequences of the trafficking for body and mind", ("health.effects",), ("hardship",)),
    Point("(4) Loss of the courts here", ("hardship.court_matters",), ("hardship",), ("reporting.case_number",)),
    Point("(5) Laws, practices or customs that would penalize the victim", ("hardship.customs",), ("hardship",)),
    Point("(6) Victimization again, and protection there", ("hardship.again", FEAR), ("hardship",)),
    Point("(7) Harm by the trafficker or others for the trafficker", ("hardship.reach", FEAR), ("hardship",)),
    Point("(8) Civil unrest or armed conflict", ("hardship.unrest",), ("hardship",)),
    Point("(9) Economic harm, now or likely", ("hardship.living",), ("hardship",), ("trafficking.debt",)),
)
"""8 CFR 214.209(b)(1)-(9)."""


@rule(
    "tvisa.hardship",
    "Extreme hardship involving unusual and severe harm",
    authorities=("EL-01", "EL-13", "EV-10"),
    reads=(),
    topics=("hardship",),
    points=FACTORS,
)
def hardship(facts: Facts, _client: str) -> Conclusion:
    """List what speaks to each of the nine factors. 8 CFR 214.209(b)(1)-(9), (c)(1).

    "An applicant is encouraged to describe and document all factors that may be relevant to the case, as there is no
    guarantee that a particular reason(s) will satisfy the requirement."
    """
    return weigh(facts, FACTORS, Reason.NINE_FACTORS)


RULES: tuple[Rule, ...] = (hardship,)
"""The rules of this module."""
