"""Warnings that need no answer to be printed: before travel, for the client and each family member, and before filing.

Nobody leaves, and nothing is filed, before an attorney has spoken. What changes is only which rule speaks. After a
first finding or an approval there is one prompt more.
"""

from legalassist.facts.known import Facts, known_value
from legalassist.law.finding import Reason, Verdict
from legalassist.law.flags import any_of
from legalassist.law.readings import date_at
from legalassist.law.rule import Conclusion, Rule, rule

GRANTED = "filing.granted_date"


@rule(
    "travel.client",
    "Before any travel abroad",
    authorities=("PR-33", "EL-12", "PR-25"),
    reads=(GRANTED,),
)
def client(facts: Facts, _client: str) -> Conclusion:
    """Warn before travel: presence while pending, advance parole with status. 8 CFR 214.207(b), 214.204(p).

    "In order to return to the United States after travel abroad and continue to hold T-1 nonimmigrant status, a T-1
    nonimmigrant must be granted advance parole ... prior to departing the United States."
    """
    if date_at(facts, GRANTED) is None:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.TRAVEL_WHILE_PENDING, authorities=("PR-33", "EL-12"))
    return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.TRAVEL_IN_STATUS, authorities=("PR-33", "PR-25"))


@rule(
    "travel.family",
    "Travel of a family member",
    authorities=("PR-33", "FM-12"),
    reads=("family", "family[].in_us", "family[].apply"),
    group="family",
)
def family(facts: Facts, row: str) -> Conclusion | None:
    """Say how a family member travels, by where the member is now. 8 CFR 214.211(i)(2), (4); 22 CFR 41.84(a).

    "a noncitizen granted derivative T nonimmigrant status must either be granted advance parole ... or obtain a T
    nonimmigrant visa ... and be admitted as a T nonimmigrant at a designated port of entry."
    """
    if known_value(facts, f"{row}.apply") is not True:
        return None
    here = known_value(facts, f"{row}.in_us")
    if not isinstance(here, bool):
        return None
    if here:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.FAMILY_MEMBER_HERE, authorities=("PR-33",))
    return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.FAMILY_MEMBER_ABROAD, authorities=("FM-12",))


@rule("filing.if_denied", "Before filing: what a denial may lead to", authorities=("PR-36",), reads=())
def if_denied(_facts: Facts, _client: str) -> Conclusion:
    """Say that two texts conflict, and that an attorney words anything about it. 8 CFR 214.204(b)(3), (q)(2).

    "USCIS generally will not refer an applicant for T nonimmigrant status for removal proceedings while the application
    is pending or following denial of the application, absent serious aggravating circumstances".
    """
    return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.IF_DENIED)


@rule(
    "filing.certification",
    "After a first finding: certification for benefits and services",
    authorities=("SV-01",),
    reads=("notices", "notices[].kind"),
)
def certification(facts: Facts, _client: str) -> Conclusion | None:
    """Prompt once a bona fide finding or an approval is on record. 22 U.S.C. 7105(b)(1)(E).

    "has made a bona fide application for a visa under section 1101(a)(15)(T) of title 8, as amended, that has not been
    denied"; the Policy Manual speaks of approval instead, so an attorney says whether and when.
    """
    held = any_of(facts, ("notices[].kind",), frozenset({"bona_fide", "approval"}))
    return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.CERTIFICATION) if held else None


RULES: tuple[Rule, ...] = (client, if_denied, certification, family)
"""The rules of this module."""
