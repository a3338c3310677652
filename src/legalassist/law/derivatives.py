"""Family members: the client's age on the receipt date, and one finding for each relation that the family rows name.

What these rules do not decide: whether a danger of retaliation is shown; whether a marriage, birth or kinship is
proved; step, adopted and out-of-wedlock relations; on which day a sibling's age counts under the retaliation clause.
"""

from legalassist.facts.known import Facts, Unknown, Why, known_value
from legalassist.law.family import READS, Decision, comes_in_class, decide, kinship_of
from legalassist.law.finding import Reason, Verdict, dates_open
from legalassist.law.readings import BIRTH_DATE, RECEIPT_DATE, Band, Wedding, ages, client_under_21
from legalassist.law.relations import KINSHIPS, Kinship, Outcome, Reading
from legalassist.law.rule import Conclusion, Rule, rule

MOST_READINGS = 6
"""How many readings a finding spells out; where there are more, it names the possible classes only."""

IF_UNDER_21 = "If the client is under 21 on the receipt date: met."
IF_21_OR_OLDER = "If the client is 21 or older on the receipt date: not met."

_PHRASES = {
    ("client_under_21", True): "the client is under 21 on the receipt date",
    ("client_under_21", False): "the client is 21 or older on the receipt date",
    ("band", Band.NOT_BORN): "the relative is born after the receipt date",
    ("band", Band.UNDER_18): "the relative is under 18 on the receipt date",
    ("band", Band.UNDER_21): "the relative is 18 to 20 on the receipt date",
    ("band", Band.GROWN): "the relative is 21 or older on the receipt date",
    ("married", True): "the relative is married",
    ("married", False): "the relative is not married",
    ("in_danger", True): "the relative is in danger of retaliation",
    ("in_danger", False): "the relative is in no danger of retaliation",
    ("through", True): "a derivative stands in between",
    ("through", False): "no derivative stands in between",
    ("wedding", Wedding.BEFORE): "the marriage came by the receipt date",
    ("wedding", Wedding.PENDING): "the marriage came while the application was pending",
    ("wedding", Wedding.AFTER): "the marriage came after the grant",
}


_OF_MANY = {
    Verdict.MET: Reason.SAME_CLASS,
    Verdict.NOT_MET: Reason.NO_CLASS,
    Verdict.ATTORNEY_DECIDES: Reason.SAME_CLASS_SOME_BY_DANGER,
    Verdict.UNKNOWN: Reason.NO_SOURCED_RULE,
}
"""The reason of readings that give the same class for different reasons."""

_IN_TIME = {Reason.SPOUSE, Reason.SPOUSE_WHILE_PENDING}
"""Two reasons of which the first says enough for both."""


@rule(
    "derivatives.principal_age",
    "The client is under 21 on the receipt date",
    authorities=("FM-02", "FM-03", "FM-07", "DL-05"),
    reads=(BIRTH_DATE, RECEIPT_DATE),
    topics=("age", "identity"),
)
def principal_age(facts: Facts, _client: str) -> Conclusion:
    """Compute the client's age on the day the application is received. 8 CFR 214.211(a)(1)-(2), (e)(2)(i).

    "If the T-1 principal applicant was under 21 years of age when they applied for T-1 nonimmigrant status but reached
    21 years of age while the principal application was still pending, USCIS will continue to consider a parent or
    unmarried sibling as an eligible family member."
    """
    young = client_under_21(facts)
    if young.values == (True,):
        return Conclusion(Verdict.MET, Reason.CLIENT_UNDER_21)
    if young.values == (False,):
        return Conclusion(Verdict.NOT_MET, Reason.CLIENT_21_OR_OLDER)
    if ages(facts, BIRTH_DATE, RECEIPT_DATE) is None:
        return Conclusion(Verdict.UNKNOWN, Reason.DATES_NOT_KNOWN)
    return Conclusion(Verdict.UNKNOWN, dates_open(young.why), (IF_UNDER_21, IF_21_OR_OLDER))


def _kinship_rule(kinship: Kinship) -> Rule:
    """Make the rule of one relation; its sentences of law stand in `relations`, beside the outcome."""

    def of_relation(facts: Facts, row: str) -> Conclusion | None:
        return conclude(decide(facts, row)) if kinship_of(facts, row) is kinship else None

    authorities = ("FM-01", "FM-02", "FM-03", "FM-04")
    made = rule(
        kinship.rule, kinship.title, authorities=authorities, reads=READS, group="family", topics=("family", "identity")
    )
    return made(of_relation)


def conclude(decision: Decision) -> Conclusion:
    """Return what the outcomes of all readings say together: decided only if every reading gives the same class."""
    outcomes = tuple(outcome for _, outcome in decision.outcomes)
    authorities = tuple(dict.fromkeys(name for outcome in outcomes for name in outcome.authorities))
    if decision.settled is None:
        reason = Reason.LEAP_DAY if decision.why is Why.NO_RULE else Reason.FACTS_DO_NOT_SETTLE
        return Conclusion(Verdict.UNKNOWN, reason, _spelled(decision), authorities, decision.needs, decision.bearing)
    verdict, reason = _together(outcomes)
    return Conclusion(verdict, reason, (), authorities, decision.needs, decision.bearing)


def _together(outcomes: tuple[Outcome, ...]) -> tuple[Verdict, Reason]:
    """Return verdict and reason of outcomes that give the same class, perhaps for different reasons."""
    verdicts, reasons = {outcome.verdict for outcome in outcomes}, {outcome.reason for outcome in outcomes}
    verdict = Verdict.ATTORNEY_DECIDES if Verdict.ATTORNEY_DECIDES in verdicts else outcomes[0].verdict
    if len(reasons) == 1 or reasons == _IN_TIME:
        return verdict, outcomes[0].reason
    return verdict, _OF_MANY[verdict]


def _spelled(decision: Decision) -> tuple[str, ...]:
    """Return each reading in words, and the class that it gives."""
    lines = dict.fromkeys(_line(decision, reading, outcome) for reading, outcome in decision.outcomes)
    if len(lines) <= MOST_READINGS:
        return tuple(lines)
    return tuple(f"Possible: {given}." for given in decision.possible)


def _line(decision: Decision, reading: Reading, outcome: Outcome) -> str:
    """Return one reading in words, by the parts of it that matter."""
    parts = [_PHRASES[name, getattr(reading, name)] for name in decision.matters]
    return f"If {', and '.join(parts)}: {outcome.given}."


@rule(
    "derivatives.other",
    "A relation without a rule",
    authorities=("FM-01",),
    reads=("family", "family[].relation"),
    group="family",
    topics=("family",),
)
def other(facts: Facts, row: str) -> Conclusion | None:
    """Speak for relatives of unknown relation, and of relations of which no source speaks. 8 CFR 214.211(a)."""
    if isinstance(facts.get(f"{row}.relation"), Unknown):
        return Conclusion(Verdict.UNKNOWN, Reason.RELATION_NOT_KNOWN)
    if kinship_of(facts, row) is not None:
        return None
    return Conclusion(Verdict.UNKNOWN, Reason.NO_RULE_FOR_RELATION, authorities=("FM-01", "FM-05"))


_CHILD_OF_DERIVATIVE = {
    (True,): (Verdict.ATTORNEY_DECIDES, Reason.CHILD_THROUGH_DERIVATIVE),
    (False,): (Verdict.NOT_MET, Reason.NOBODY_BETWEEN),
    (True, False): (Verdict.UNKNOWN, Reason.FACTS_DO_NOT_SETTLE),
}
"""What a child's finding says when the one in between surely comes in a class, surely does not, or may."""


@rule(
    "derivatives.child_of_derivative",
    "Child of a family member (T-6)",
    authorities=("FM-01", "FM-04", "FM-05", "NF-03"),
    reads=(*READS, "family[].children", "family[].children[].retaliation"),
    group="family[].children",
    topics=("family",),
)
def child_of_derivative(facts: Facts, child: str) -> Conclusion:
    """Look at a family member's child; the danger to the child is a judgment. 8 CFR 214.211(a)(3).

    "T-6 (adult or minor child of a derivative of the principal applicant)". The one in between has or gets T-2 to T-5.
    """
    parent, danger = child.removesuffix(child[child.rindex(".") :]), f"{child}.retaliation"
    if known_value(facts, danger) is False:
        return Conclusion(Verdict.NOT_MET, Reason.NO_DANGER_FOR_T6)
    between, bearing = comes_in_class(facts, parent), decide(facts, parent).bearing | {f"{parent}.apply", danger}
    verdict, reason = _CHILD_OF_DERIVATIVE[between.values]
    return Conclusion(verdict, reason, needs=between.needs | {danger}, bearing=bearing)


RULES: tuple[Rule, ...] = (
    principal_age,
    *(_kinship_rule(kinship) for kinship in KINSHIPS.values()),
    other,
    child_of_derivative,
)
"""The rules of this module, in order."""
