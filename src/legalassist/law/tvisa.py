"""Two elements of T-1 status, in their parts: victim of a severe form of trafficking, and compliance.

Each part lists the answers and exhibits that speak to it and what is absent, and leaves the judgment to an attorney.
Only ages are computed. What these rules do not decide: whether facts amount to recruitment, coercion, servitude or a
commercial sex act; whether a request was reasonable; whether trauma explains silence; whether a paper proves anything.
"""

from legalassist.facts.known import Facts, Known, known_value
from legalassist.law.derived import FIRST_ACT, LAST_ACT, under_18_at_an_act, young_at_first_act
from legalassist.law.finding import Reason, Verdict, dates_open
from legalassist.law.readings import BIRTH_DATE, RECEIPT_DATE, date_at
from legalassist.law.rule import Conclusion, Rule, exhibits_on, rule

KIND, MEANS, DEBT = "trafficking.kind", "trafficking.means", "trafficking.debt"
RECRUITMENT, PASSPORT_HELD_BY = "trafficking.recruitment", "client.passport_held_by"
REPORTED, UNABLE = "reporting.reported", "reporting.unable_trauma"
REPORT = ("reporting.agency", "reporting.officer", "reporting.date", "reporting.case_number", "reporting.why_not")
EXHIBITS = ("exhibits", "exhibits[].speaks_to")
AGE_DATES = (BIRTH_DATE, FIRST_ACT, LAST_ACT, RECEIPT_DATE)
AGE = frozenset({BIRTH_DATE, FIRST_ACT, LAST_ACT})
"""What the age at an act hangs on; the receipt date is read only to find the age limit in force."""

IF_UNDER_18 = "If the client was under 18 at the first act: met."
IF_18_OR_OLDER = "If the client was 18 or older at the first act: not met."


def _judgment(facts: Facts, paths: tuple[str, ...], topics: tuple[str, ...]) -> Conclusion:
    """Look at everything that speaks to a part: attorney decides, or unknown where nothing does yet."""
    known = [isinstance(facts.get(path), Known) for path in paths]
    if any(known) or exhibits_on(facts, topics):
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.ON_RECORD)
    return Conclusion(Verdict.UNKNOWN, Reason.NOTHING_ON_RECORD)


@rule(
    "tvisa.action",
    "Victim of a severe form of trafficking: the action",
    authorities=("EL-01", "EL-02", "EL-03", "EL-04", "EV-05"),
    reads=(KIND, RECRUITMENT, FIRST_ACT, LAST_ACT, *EXHIBITS),
    topics=("action",),
)
def action(facts: Facts, _client: str) -> Conclusion:
    """List what speaks to the action. 22 U.S.C. 7102(11)(B).

    "the recruitment, harboring, transportation, provision, or obtaining of a person for labor or services"
    """
    return _judgment(facts, (KIND, RECRUITMENT, FIRST_ACT, LAST_ACT), ("action",))


@rule(
    "tvisa.means",
    "Victim of a severe form of trafficking: the means (force, fraud or coercion)",
    authorities=("EL-02", "EL-03", "EL-04", "EL-05", "EL-06", "EL-10", "EV-05"),
    reads=(KIND, MEANS, DEBT, PASSPORT_HELD_BY, *AGE_DATES, *EXHIBITS),
    topics=("means",),
)
def means(facts: Facts, _client: str) -> Conclusion:
    """List what speaks to the means, and say where none may be needed. 8 CFR 214.206(a)(1).

    "Except in instances of sex trafficking involving victims under 18 years of age, severe forms of trafficking in
    persons must involve both a particular means (force, fraud, or coercion) and a particular end".
    """
    on_record = _judgment(facts, (KIND, MEANS, DEBT, PASSPORT_HELD_BY), ("means",))
    kind = known_value(facts, KIND)
    if isinstance(kind, tuple) and "sex" in kind and under_18_at_an_act(facts) == Known(value=True):
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.MEANS_MAY_NOT_MATTER)
    return on_record


@rule(
    "tvisa.purpose",
    "Victim of a severe form of trafficking: the purpose",
    authorities=("EL-02", "EL-03", "EL-04", "EL-07", "EL-08", "EL-09", "EV-05"),
    reads=(KIND, DEBT, RECRUITMENT, *EXHIBITS),
    topics=("purpose",),
)
def purpose(facts: Facts, _client: str) -> Conclusion:
    """List what speaks to the purpose. 8 CFR 214.206(a)(1).

    "a particular end or a particular intended end (sex trafficking, involuntary servitude, peonage, debt bondage, or
    slavery)"
    """
    return _judgment(facts, (KIND, DEBT, RECRUITMENT), ("purpose",))


@rule(
    "tvisa.report",
    "Compliance with law enforcement: a contact with an agency",
    authorities=("LE-05", "LE-02", "LE-08", "NF-11", "EV-13"),
    reads=(REPORTED, *REPORT, *EXHIBITS),
    topics=("report",),
)
def report(facts: Facts, _client: str) -> Conclusion:
    """Say whether a contact is on record; its agency and its proof are for the attorney. 8 CFR 214.208(b).

    "An applicant must, at a minimum, contact an LEA with proper jurisdiction to report the acts of a severe form of
    trafficking in persons. Credible evidence documenting a single contact with an LEA may suffice."
    """
    on_record = _judgment(facts, (REPORTED, *REPORT), ("report",))
    reported = known_value(facts, REPORTED)
    if reported is True:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.CONTACT_ON_RECORD)
    if reported is False:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.NO_CONTACT_ON_RECORD)
    return on_record


@rule(
    "tvisa.age_exemption",
    "Compliance with law enforcement: the age exemption",
    authorities=("LE-06", "LE-07", "EV-09"),
    reads=(*AGE_DATES, *EXHIBITS),
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
    reads=(UNABLE, "reporting.why_not", *EXHIBITS),
    topics=("trauma",),
)
def trauma_exception(facts: Facts, _client: str) -> Conclusion:
    """List what speaks to the exception; no answer decides it, a yes or a no is where the attorney begins.

    8 CFR 214.202(c)(2): "An applicant who, due to physical or psychological trauma, is unable to cooperate with a
    reasonable request for assistance from law enforcement is not required to comply with such reasonable request."
    """
    return _judgment(facts, (UNABLE, "reporting.why_not"), ("trauma",))


@rule(
    "tvisa.compliance",
    "Compliance with law enforcement, as a whole",
    authorities=("EL-01", "LE-05", "LE-06", "LE-07", "LE-09"),
    reads=(REPORTED, UNABLE, *REPORT, *AGE_DATES, *EXHIBITS),
    topics=("report", "age", "trauma"),
)
def compliance(facts: Facts, _client: str) -> Conclusion:
    """Say whether the age exemption settles compliance; everything else is a judgment. 8 CFR 214.208(f).

    "When an applicant has established that the exception or exemption applies, they are not required to have had any
    contact with law enforcement or comply with future requests for assistance, including reporting the trafficking."
    """
    on_record = _judgment(facts, (REPORTED, UNABLE, *REPORT), ("report", "trauma"))
    young = under_18_at_an_act(facts)
    if young == Known(value=True):
        return Conclusion(Verdict.MET, Reason.EXEMPT_BY_AGE, bearing=AGE)
    if on_record.verdict is Verdict.ATTORNEY_DECIDES:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.COMPLIANCE_OPEN)
    return Conclusion(Verdict.UNKNOWN, Reason.COMPLIANCE_NOTHING)


RULES: tuple[Rule, ...] = (action, means, purpose, report, age_exemption, trauma_exception, compliance)
"""The rules of this module, in the order of the elements."""
