"""Third element of T-1 status: compliance with reasonable requests of law enforcement, or a way around it.

Only the age exemption is computed. What these rules do not decide: whether an agency had authority over trafficking,
whether a request was reasonable, whether trauma explains silence, whether a paper proves anything.
"""

from legalassist.facts.known import Facts, Known, known_value
from legalassist.law.derived import AGE_AT_START, AGE_FACTS, FIRST_ACT, under_18_at_an_act, young_at_first_act
from legalassist.law.finding import Reason, Verdict, dates_open
from legalassist.law.readings import BIRTH_DATE, RECEIPT_DATE, date_at
from legalassist.law.rule import Conclusion, Point, Rule, rule, subjects
from legalassist.law.weigh import weigh

REPORTED, UNABLE, WHY_NOT = "reporting.reported", "reporting.unable_trauma", "reporting.why_not"
ASKED, REQUESTS = "reporting.asked_for_help", "requests"
AGE = frozenset(AGE_FACTS)

IF_UNDER_18 = "If the client was under 18 at the first act: met."
IF_18_OR_OLDER = "If the client was 18 or older at the first act: not met."

CONTACT = (
    Point("The agency, and its authority over trafficking", ("reporting.agency", "reporting.officer"), ("report",)),
    Point("When and how the contact was made", ("reporting.date", "reporting.how"), ("report",)),
    Point("What documents the contact", ("reporting.case_number", "reporting.proof"), ("report",), hers=False),
    Point("Why it was not reported, or not earlier", (WHY_NOT,), ("report", "trauma")),
)
TRAUMA = (
    Point("The client's own statement of the trauma", (UNABLE, WHY_NOT), ("trauma",)),
    Point("Effects on body and mind", ("health.effects",), ("trauma",)),
    Point(
        "A signed statement of a professional or advocate, where there is one",
        ("health.provider",),
        ("trauma",),
        hers=False,
    ),
)
FACTORS = (
    Point("(1) Usual practice of police and prosecutors", ("requests[].agency", "requests[].asked"), ("report",)),
    Point("(2) Nature of the victimization", ("trafficking.kind", "trafficking.means"), ("action", "means")),
    Point("(3) The victim's circumstances", ("first.detained", "client.language"), ("report",)),
    Point("(4) Capacity and competency", ("health.effects",), ("trauma",)),
    Point("(5) Trauma, and further trauma by the request", (UNABLE, "health.effects"), ("trauma",)),
    Point("(6) Access to support services", ("services.received", "health.treatment"), ("trauma",)),
    Point("(7) Safety of the victim or family", ("reporting.harm_feared", "first.in_danger"), ("report", "hardship")),
    Point("(8) Compliance with earlier requests", ("requests[].done", "requests[].date"), ("report",)),
    Point("(9) Whether the information was essential", ("requests[].asked",), ("report",)),
    Point("(10) Whether it could be had otherwise", ("requests[].asked",), ("report",)),
    Point(
        "(11) Interpreter or attorney present, so that it was understood",
        (
            "reporting.interpreter",
            "reporting.attorney_present",
            "requests[].interpreter",
            "requests[].attorney_present",
        ),
        ("report",),
    ),
    Point("(12) Cultural, religious or moral objections", ("reporting.objection",), ("report",)),
    Point("(13) Time given", ("requests[].time_enough",), ("report",)),
    Point("(14) Age, health and maturity", (BIRTH_DATE, AGE_AT_START, "health.effects"), ("age", "trauma")),
    Point("(15) Anything else", ("requests[].why_not",), ("report",)),
)
"""8 CFR 214.208(c)(1)-(15)."""


@rule(
    "tvisa.report",
    "Compliance with law enforcement: a contact with an agency",
    authorities=("LE-05", "LE-02", "LE-08", "NF-11", "EV-13"),
    reads=(REPORTED,),
    topics=("report",),
    points=CONTACT,
)
def report(facts: Facts, _client: str) -> Conclusion:
    """Say whether a contact is on record; its agency and its proof are for the attorney. 8 CFR 214.208(b).

    "An applicant must, at a minimum, contact an LEA with proper jurisdiction to report the acts of a severe form of
    trafficking in persons. Credible evidence documenting a single contact with an LEA may suffice."
    """
    reported = known_value(facts, REPORTED)
    if reported is True:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.CONTACT_ON_RECORD)
    if reported is False:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.NO_CONTACT_ON_RECORD)
    return weigh(facts, CONTACT)


@rule(
    "tvisa.requests",
    "Compliance with law enforcement: requests of an agency",
    authorities=("LE-09", "LE-05", "LE-01", "EV-13"),
    reads=(ASKED, REQUESTS),
    topics=("report",),
    points=FACTORS,
)
def requests(facts: Facts, _client: str) -> Conclusion:
    """Say whether requests are on record, and list the fifteen factors of what is reasonable. 8 CFR 214.208(c).

    "An applicant need only show compliance with reasonable requests made by an LEA ... The reasonableness of the
    request depends on the totality of the circumstances."
    """
    asked = known_value(facts, ASKED)
    if asked is True or subjects(facts, REQUESTS):
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.REQUESTS_ON_RECORD)
    if asked is False:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.NO_REQUEST_ON_RECORD, points=())
    return Conclusion(Verdict.UNKNOWN, Reason.REQUESTS_NOT_KNOWN, bearing=frozenset())


@rule(
    "tvisa.age_exemption",
    "Compliance with law enforcement: the age exemption",
    authorities=("LE-06", "LE-07", "EV-09"),
    reads=(*AGE_FACTS, RECEIPT_DATE),
    topics=("age",),
)
def age_exemption(facts: Facts, _client: str) -> Conclusion:
    """Compute whether the client was under 18 at an act. 8 CFR 214.202(c)(1), 214.208(e)(2).

    "An applicant who was under 18 years of age at the time at least one act of trafficking occurred is not required to
    comply with any reasonable request for assistance."
    """
    young = young_at_first_act(facts)
    if young.values == (True,):
        return Conclusion(Verdict.MET, Reason.UNDER_18_AT_AN_ACT, bearing=AGE)
    if young.values == (False,):
        return Conclusion(Verdict.NOT_MET, Reason.OVER_18_AT_EVERY_ACT, bearing=AGE)
    if not young.values:
        return Conclusion(Verdict.UNKNOWN, Reason.DATES_DISAGREE, needs=AGE, bearing=AGE)
    if any(date_at(facts, path) is None for path in (BIRTH_DATE, FIRST_ACT)):
        return Conclusion(Verdict.UNKNOWN, Reason.DATES_NOT_KNOWN, needs=AGE, bearing=AGE)
    return Conclusion(Verdict.UNKNOWN, dates_open(young.why), (IF_UNDER_18, IF_18_OR_OLDER), needs=AGE, bearing=AGE)


@rule(
    "tvisa.trauma_exception",
    "Compliance with law enforcement: the trauma exception",
    authorities=("LE-07", "EV-08", "EV-01"),
    reads=(),
    topics=("trauma",),
    points=TRAUMA,
)
def trauma_exception(facts: Facts, _client: str) -> Conclusion:
    """List what speaks to the exception; no answer decides it, a yes or a no is where the attorney begins.

    8 CFR 214.202(c)(2): "An applicant who, due to physical or psychological trauma, is unable to cooperate with a
    reasonable request for assistance from law enforcement is not required to comply with such reasonable request."
    """
    return weigh(facts, TRAUMA)


@rule(
    "tvisa.compliance",
    "Compliance with law enforcement, as a whole",
    authorities=("EL-01", "LE-05", "LE-06", "LE-07", "LE-09", "EV-09"),
    reads=(REPORTED, UNABLE, WHY_NOT, ASKED, "reporting.agency", *AGE_FACTS, RECEIPT_DATE),
    topics=("report", "age", "trauma"),
)
def compliance(facts: Facts, _client: str) -> Conclusion:
    """Say where compliance as a whole stands; the age exemption is a fact by date, that it is shown is a judgment.

    8 CFR 214.208(f): "When an applicant has established that the exception or exemption applies, they are not required
    to have had any contact with law enforcement or comply with future requests for assistance". 214.208(e)(2): "they
    must submit evidence of their age at the time of the victimization".
    """
    weighed = weigh(facts, (Point("", (REPORTED, UNABLE, WHY_NOT, ASKED, "reporting.agency"), ("report", "trauma")),))
    if under_18_at_an_act(facts) == Known(value=True):
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.EXEMPT_BY_AGE, bearing=AGE)
    if weighed.verdict is Verdict.ATTORNEY_DECIDES:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.COMPLIANCE_OPEN)
    return Conclusion(Verdict.UNKNOWN, Reason.COMPLIANCE_NOTHING)


RULES: tuple[Rule, ...] = (report, requests, age_exemption, trauma_exception, compliance)
"""The rules of this module, in order."""
