"""Fifth element of T-1 status: flags for the grounds of inadmissibility that clients' plain answers touch most.

What these rules do not decide: whether a ground exists, whether an exception to it applies, which leg of the waiver to
ask for. Time limits are compared by dates only where both readings agree, and only to choose what the flag says.
"""

from legalassist.facts.dates import PartialDate, anniversary
from legalassist.facts.known import Facts, known_value
from legalassist.law.entries import entry, entry_after, passport, removal_order, unlawful_presence
from legalassist.law.finding import Reason
from legalassist.law.flags import (
    BEYOND_BOTH,
    BEYOND_T_WAIVER,
    GENERAL_WAIVER,
    NO,
    NO_WAIVER_NEEDED,
    T_WAIVER_HEALTH,
    YES,
    any_of,
    flag,
    has_rows,
)
from legalassist.law.parameters import Parameters
from legalassist.law.readings import RECEIPT_DATE, date_at, law_day
from legalassist.law.rule import Point, Rule, instances

PAPERS, KIND = "entries[].papers", "trafficking.kind"
SEX_ACTS, LAST_SEX_ACT = "past.sex_for_value", "past.sex_for_value_last"

CHARGE = (
    "reason",
    "date",
    "place",
    "charge",
    "court",
    "docket",
    "disposition",
    "outcome",
    "sealed",
    "vacated",
    "because_of_it",
)
"""The columns of the charge table."""

MEMBERSHIP = ("kind", "from_date", "to_date", "age_joined", "by_choice", "still")
"""The columns of a membership."""

OWN_LINK = Point(
    "Waiver by INA 212(d)(13): national interest, and conduct caused by or incident to the trafficking",
    (),
    ("records",),
)


@flag(
    "flags.misrepresentation",
    "Untrue papers or statements for a visa, an entry or a benefit",
    authorities=("AD-07",),
    asks=("visa.untrue", PAPERS, "filings[].untrue", "visa.others_prepared", "filings[].read_first"),
)
def misrepresentation(facts: Facts, _client: str) -> Reason | None:
    """Flag untrue papers, and papers others made that nobody has gone over. INA 212(a)(6)(C)(i).

    "Any alien who, by fraud or willfully misrepresenting a material fact, seeks to procure (or has sought to procure or
    has procured) a visa, other documentation, or admission".
    """
    untrue = any_of(facts, ("visa.untrue", "filings[].untrue"), YES)
    if untrue | any_of(facts, (PAPERS,), frozenset({"other_person", "made_up"})):
        return Reason.UNTRUE_PAPERS
    unread = any_of(facts, ("visa.others_prepared",), YES) and known_value(facts, "visa.untrue") is None
    return Reason.PAPERS_BY_OTHERS if unread or any_of(facts, ("filings[].read_first",), NO) else None


@flag(
    "flags.citizenship_claim",
    "Claim to be a citizen of the United States",
    authorities=("EL-19",),
    asks=("claims.us_citizen",),
    reads=("claims.for_what",),
)
def citizenship_claim(facts: Facts, _client: str) -> Reason | None:
    """Flag a claim to citizenship on any form. INA 212(a)(6)(C)(ii)(I).

    "falsely represents, or has falsely represented, himself or herself to be a citizen of the United States for any
    purpose or benefit under this chapter ... or any other Federal or State law".
    """
    if any_of(facts, ("claims.us_citizen",), YES):
        facts.get("claims.for_what")
        return Reason.CITIZENSHIP_CLAIM
    return None


@flag(
    "flags.helped_entry",
    "Help to others in coming without permission",
    authorities=("AD-08",),
    asks=("helped.relative", "helped.others"),
)
def helped_entry(facts: Facts, _client: str) -> Reason | None:
    """Flag help to anybody, relatives too, in coming unlawfully. INA 212(a)(6)(E)(i).

    "at any time knowingly has encouraged, induced, assisted, abetted, or aided any other alien to enter or to try to
    enter the United States in violation of law".
    """
    return Reason.HELPED_ENTRY if any_of(facts, ("helped.relative", "helped.others"), YES) else None


@flag(
    "flags.prostitution",
    "Sex acts for something of value",
    authorities=("EL-17", "AD-03", "PR-10"),
    asks=(SEX_ACTS, KIND),
    reads=(LAST_SEX_ACT, RECEIPT_DATE),
)
def prostitution(facts: Facts, _client: str) -> Reason | None:
    """Flag such acts and say where the last date lies; the form's item is another question. INA 212(a)(2)(D)(i).

    "has engaged in prostitution within 10 years of the date of application for a visa, admission, or adjustment of
    status".
    """
    if not (any_of(facts, (SEX_ACTS,), YES) | any_of(facts, (KIND,), frozenset({"sex"}))):
        return None
    last, receipt = date_at(facts, LAST_SEX_ACT), date_at(facts, RECEIPT_DATE)
    return Reason.SEX_ACTS_DATE_OPEN if last is None or receipt is None else _by_ten_years(facts, last, receipt)


def _by_ten_years(facts: Facts, last: PartialDate, receipt: PartialDate) -> Reason:
    """Say on which side of the look-back the last act lies, where every reading agrees."""
    first, end = anniversary(last, Parameters.load().years("prostitution_look_back", law_day(facts)))
    if receipt.latest < first:
        return Reason.SEX_ACTS_RECENT
    return Reason.SEX_ACTS_OLDER if receipt.earliest > end else Reason.SEX_ACTS_DATE_OPEN


@flag(
    "flags.open_case",
    "Open criminal case",
    authorities=("AD-02",),
    asks=("first.criminal_case",),
    legs=(),
)
def open_case(facts: Facts, _client: str) -> Reason | None:
    """Flag an open criminal case: two lawyers speak before anything is written. INA 212(a)(2)(A).

    "convicted of, or who admits having committed" (so what is written can itself matter).
    """
    return Reason.CHARGE_OPEN if any_of(facts, ("first.criminal_case",), YES) else None


_OUTCOMES = {
    "open": Reason.CHARGE_OPEN,
    "convicted": Reason.CHARGE_CONVICTED,
    "dismissed": Reason.CHARGE_ENDED,
    "acquitted": Reason.CHARGE_ENDED,
}


@flag(
    "flags.arrest",
    "Arrest or charge",
    authorities=("AD-02", "AD-14", "PR-10"),
    asks=(),
    reads=tuple(f"arrests[].{name}" for name in CHARGE),
    group="arrests",
    legs=(OWN_LINK, GENERAL_WAIVER),
)
def arrest(facts: Facts, row: str) -> Reason | None:
    """Go through one row of the charge table; what a diversion counts as is not decided here. 8 CFR 212.16(b)(3).

    "USCIS will consider the number and seriousness of the criminal offenses and convictions that render an applicant
    inadmissible under the criminal and related grounds".
    """
    for name in CHARGE:
        facts.get(f"{row}.{name}")
    outcome = known_value(facts, f"{row}.disposition")
    return _OUTCOMES.get(outcome, Reason.CHARGE_OTHERWISE) if isinstance(outcome, str) else Reason.CHARGE_NOT_KNOWN


@flag(
    "flags.party",
    "Party, youth league or children's group",
    authorities=("AD-05", "PR-10"),
    asks=(),
    reads=tuple(f"groups[].{name}" for name in MEMBERSHIP),
    group="groups",
    legs=(NO_WAIVER_NEEDED,),
    waiver=("NF-17",),
)
def party(facts: Facts, row: str) -> Reason | None:
    """List age, wish and dates of a membership, for adjustment later. INA 212(a)(3)(D)(i)-(iii).

    "Any immigrant who is or has been a member of or affiliated with the Communist or any other totalitarian party".
    """
    for name in MEMBERSHIP:
        facts.get(f"{row}.{name}")
    return Reason.GROUP_MEMBER


@flag(
    "flags.health",
    "Health",
    authorities=("AD-01",),
    asks=("health.contagious", "health.harm_risk", "health.drug_use"),
    legs=(T_WAIVER_HEALTH, GENERAL_WAIVER),
)
def health(facts: Facts, _client: str) -> Reason | None:
    """Flag an answer that touches a health ground. INA 212(a)(1)(A), (d)(13)(B)(i); 8 CFR 212.16(b)(2).

    "on grounds other than the health-related grounds described in section 212(a)(1) of the Act must establish".
    """
    answers = ("health.contagious", "health.harm_risk", "health.drug_use")
    return Reason.HEALTH_ON_RECORD if any_of(facts, answers, YES) else None


@flag(
    "flags.security",
    "Military service or weapons",
    authorities=("AD-13", "AD-17", "PR-10"),
    asks=("past.military", "past.weapons"),
    legs=(BEYOND_T_WAIVER, GENERAL_WAIVER, BEYOND_BOTH),
)
def security(facts: Facts, _client: str) -> Reason | None:
    """Flag service or weapons, for Part 4 of the form; military training at school raises nothing. INA 212(a)(3)."""
    service = any_of(facts, ("past.military",), frozenset({"service"}))
    return Reason.SECURITY_ON_RECORD if service | any_of(facts, ("past.weapons",), YES) else None


@flag(
    "flags.led_others",
    "Bringing in, teaching or watching over others",
    authorities=("EL-14", "AD-04"),
    asks=("first.led_others",),
    legs=(),
)
def led_others(facts: Facts, _client: str) -> Reason | None:
    """Flag what could be read as taking part in trafficking others. 8 CFR 214.202(e).

    "No applicant will be eligible to receive T nonimmigrant status if there is substantial reason to believe that the
    applicant has committed an act of a severe form of trafficking in persons."
    """
    return Reason.LED_OTHERS if any_of(facts, ("first.led_others",), YES) else None


@flag(
    "flags.earlier_filing",
    "Earlier filings",
    authorities=("EV-11", "NF-14"),
    asks=("first.earlier_filing",),
    reads=tuple(f"filings[].{name}" for name in ("kind", "date", "prepared_by", "outcome")),
    legs=(),
    waiver=(),
)
def earlier_filing(facts: Facts, _client: str) -> Reason | None:
    """Flag earlier filings, to be read beside the new statement. 8 CFR 214.204(l)(3).

    "Evidence previously submitted by the applicant for any immigration benefit request or relief may be used by USCIS".
    """
    if not (any_of(facts, ("first.earlier_filing",), YES) or has_rows(facts, "filings")):
        return None
    names = ("filings[].kind", "filings[].date", "filings[].prepared_by", "filings[].outcome")
    _ = [facts.get(path) for name in names for path in instances(facts, name)]
    return Reason.EARLIER_FILING


RULES: tuple[Rule, ...] = (
    led_others,
    open_case,
    removal_order,
    earlier_filing,
    prostitution,
    arrest,
    entry,
    passport,
    misrepresentation,
    citizenship_claim,
    helped_entry,
    entry_after,
    unlawful_presence,
    party,
    security,
    health,
)
"""The flags, those that stop the work first."""
