"""Second element of T-1 status: physical presence on account of the trafficking, and the rule on leaving.

What these rules do not decide: which of the five ways is shown, whether an exception applies, whether present life is
tied to what happened. Computed is only whether a departure came after the first act, by dates.
"""

from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Facts, known_value
from legalassist.law.derived import FIRST_ACT
from legalassist.law.finding import Reason, Verdict
from legalassist.law.readings import date_at
from legalassist.law.rule import Conclusion, Point, Rule, instances, rule, subjects
from legalassist.law.weigh import weigh

LEFT_SINCE, LEFT_ON, BACK_BECAUSE = "presence.left_since", "departures[].left_on", "departures[].back_because"
HOW_IT_ENDED, LET_IN = "presence.how_it_ended", "presence.let_in_for_case"
EFFECTS, SERVICES, REPORTED = "health.effects", "services.received", "reporting.reported"

FIVE_WAYS = (
    Point("(1) Subjected to trafficking now", (HOW_IT_ENDED, "trafficking.last_date"), ("presence",)),
    Point("(2) Freed by a law enforcement agency", (HOW_IT_ENDED, "reporting.agency"), ("presence", "report")),
    Point("(3) Escaped before an agency was involved", (HOW_IT_ENDED, REPORTED, "reporting.date"), ("presence",)),
    Point(
        "(4) Past trafficking, and present stay directly related to it, however long ago",
        ("presence.why_here", EFFECTS, SERVICES, "presence.learned"),
        ("presence", "trauma"),
    ),
    Point(
        "(5) Allowed in for an investigation or a judicial process, with papers of that entry",
        (LET_IN, "entries[].status"),
        ("presence", "report"),
    ),
)
"""8 CFR 214.207(a)(1)-(5)."""

FIVE_EXCEPTIONS = (
    Point("(1) Came back because the victimization went on", (BACK_BECAUSE,), ("presence",)),
    Point("(2) A new incident of trafficking", (BACK_BECAUSE, "trafficking.first_date"), ("presence", "action")),
    Point(
        "(3) Allowed back for an investigation or a judicial process, with papers of that entry",
        (BACK_BECAUSE, LET_IN),
        ("presence", "report"),
    ),
    Point(
        "(4) Here because of past or current part in such a process, however entered and however long ago",
        (BACK_BECAUSE, REPORTED),
        ("presence", "report"),
    ),
    Point(
        "(5) Came back and received treatment or services not to be had there",
        (BACK_BECAUSE, SERVICES),
        ("presence", "trauma"),
    ),
)
"""8 CFR 214.207(b)(1)-(5)."""

LINK = (
    Point("When and how the client learned of being a victim", ("presence.learned",), ("presence",)),
    Point("Effects on body and mind, and on life at the time of filing", (EFFECTS, "health.treatment"), ("trauma",)),
    Point("Financial impact", ("trafficking.debt", "hardship.living"), ("presence",)),
    Point("Access to mental-health, social and legal services", (SERVICES, "health.provider"), ("presence", "trauma")),
    Point("Cooperation with law enforcement", (REPORTED, "reporting.agency"), ("report",)),
    Point("How the victimization relates to being here now", ("presence.why_here",), ("presence",)),
)
"""8 CFR 214.207(c)(1)(i)-(vi)."""


@rule(
    "tvisa.presence",
    "Physical presence on account of the trafficking",
    authorities=("EL-01", "EL-11", "DL-12", "NF-12", "EV-06"),
    reads=(),
    topics=("presence",),
    points=FIVE_WAYS,
)
def presence(facts: Facts, _client: str) -> Conclusion:
    """List what speaks to each of the five ways. 8 CFR 214.207(a)(1)-(5).

    "USCIS considers the applicant's presence in the United States at the time of application. An applicant must
    demonstrate that they are physically present under one of the following grounds".
    """
    return weigh(facts, FIVE_WAYS, Reason.FIVE_WAYS)


@rule(
    "tvisa.reentry",
    "Leaving the United States after the trafficking",
    authorities=("EL-12", "PR-33", "DL-12"),
    reads=(LEFT_SINCE, LEFT_ON, "departures[].returned_on", "departures[].sent_out", FIRST_ACT),
    topics=("presence",),
    points=FIVE_EXCEPTIONS,
)
def reentry(facts: Facts, _client: str) -> Conclusion:
    """Say whether a departure touches the re-entry rule, and list its five exceptions. 8 CFR 214.207(b)(1)-(5).

    "An applicant who has voluntarily departed from or has been removed from the United States at any time after the act
    of a severe form of trafficking in persons is deemed not to be present in the United States as a result of such
    trafficking in persons unless".
    """
    said, rows = known_value(facts, LEFT_SINCE), subjects(facts, "departures")
    for row in rows:
        _ = facts.get(f"{row}.returned_on"), facts.get(f"{row}.sent_out")
    if said is True or any(_after_the_acts(facts, path) for path in instances(facts, LEFT_ON)):
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.LEFT_AND_CAME_BACK)
    if said is False:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.NEVER_LEFT, points=())
    return Conclusion(Verdict.UNKNOWN, Reason.LEAVING_NOT_KNOWN)


def _after_the_acts(facts: Facts, path: str) -> bool:
    """Say whether a departure surely came after the first act, by every reading of both dates."""
    left, first = date_at(facts, path), date_at(facts, FIRST_ACT)
    return isinstance(left, PartialDate) and first is not None and first.before(left) is True


@rule(
    "tvisa.present_link",
    "Physical presence: how the trafficking bears on life now",
    authorities=("NF-01", "EV-04", "EV-06", "DL-12"),
    reads=(),
    topics=("presence", "trauma"),
    points=LINK,
)
def present_link(facts: Facts, _client: str) -> Conclusion:
    """List what the statement says on the link to the present. 8 CFR 214.207(c)(1)(i)-(vi).

    "an explanation of any physical health effects or psychological trauma the applicant has suffered as a result of the
    trafficking and a description of how this trauma impacts the applicant's life at the time of filing"
    """
    return weigh(facts, LINK, Reason.LINK_ON_RECORD)


RULES: tuple[Rule, ...] = (presence, reentry, present_link)
"""The rules of this module, in order."""
