"""What a rule says of a judgment: that an attorney decides, once anything speaks to it, or that nothing does yet."""

from legalassist.facts.known import Facts
from legalassist.law.finding import Reason, Verdict
from legalassist.law.rule import Conclusion, Point, on_record


def weigh(facts: Facts, points: tuple[Point, ...], reason: Reason = Reason.ON_RECORD) -> Conclusion:
    """Look at everything that speaks to the points: attorney decides, or unknown where nothing does yet."""
    if on_record(facts, points):
        return Conclusion(Verdict.ATTORNEY_DECIDES, reason, points=points)
    return Conclusion(Verdict.UNKNOWN, Reason.NOTHING_ON_RECORD, bearing=frozenset(), points=points)
