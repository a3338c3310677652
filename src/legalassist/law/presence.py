"""Second element of T-1 status: physical presence on account of the trafficking, and the rule on leaving.

What these rules do not decide: which of the five ways is shown, whether an exception applies, whether present life is
tied to what happened. Computed is only whether a departure came after the first act, by dates.
"""

from typing import Literal

from legalassist.facts.known import Facts, known_value
from legalassist.law.derived import FIRST_ACT
from legalassist.law.finding import Reason, Verdict
from legalassist.law.readings import date_at
from legalassist.law.rule import Conclusion, Point, Rule, instances, rule
from legalassist.law.weigh import weigh

DEPARTURES, LEFT_SINCE = "departures", "presence.left_since"
LEFT_ON, BACK_BECAUSE = "departures[].left_on", "departures[].back_because"
HOW_IT_ENDED, LET_IN = "presence.how_it_ended", "presence.let_in_for_case"
EFFECTS, SERVICES, REPORTED = "health.effects", "services.received", "reporting.reported"

FIVE_WAYS = (
    Point("(1) Subjected to trafficking now", (HOW_IT_ENDED,), ("presence",), ("trafficking.last_date",)),
    Point("(2) Freed by a law enforcement agency", (HOW_IT_ENDED,), ("presence",), ("reporting.agency",)),
    Point("(3) Escaped before an agency was involved", (HOW_IT_ENDED,), ("presence",), (REPORTED, "reporting.date")),
    Point(
        "(4) Past trafficking, and present stay directly related to it, however long ago",
        ("presence.why_here", EFFECTS, SERVICES, "presence.learned"),
        ("presence",),
    ),
    Point(
        "(5) Allowed in for an investigation or a judicial process, with papers of that entry",
        (LET_IN,),
        ("presence",),
        ("entries[].status",),
    ),
)
"""8 CFR 214.207(a)(1)-(5)."""

FIVE_EXCEPTIONS = (
    Point("(1) Came back because the victimization went on", (BACK_BECAUSE,), ("presence",)),
    Point("(2) A new incident of trafficking", (BACK_BECAUSE,), ("presence", "action"), (FIRST_ACT,)),
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
    Point("Financial impact", ("hardship.living",), ("presence",), ("trafficking.debt",)),
    Point("Access to mental-health, social and legal services", (SERVICES, "health.provider"), ("presence", "trauma")),
    Point("Cooperation with law enforcement", (), ("presence",), (REPORTED, "reporting.agency")),
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
    reads=(LEFT_SINCE, LEFT_ON, FIRST_ACT),
    topics=("presence",),
    points=FIVE_EXCEPTIONS,
)
def reentry(facts: Facts, _client: str) -> Conclusion:
    """Say whether a departure touches the re-entry rule, and list its five exceptions. 8 CFR 214.207(b)(1)-(5).

    "An applicant who has voluntarily departed from or has been removed from the United States at any time after the act
    of a severe form of trafficking in persons is deemed not to be present in the United States as a result of such
    trafficking in persons unless".
    """
    said, order = known_value(facts, LEFT_SINCE), _order_of_departures(facts)
    if said is True or "after" in order:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.LEFT_AND_CAME_BACK)
    if said is False and "open" in order:
        return Conclusion(Verdict.UNKNOWN, Reason.LEAVING_DISAGREES)
    if said is False:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.NEVER_LEFT, points=())
    if set(order) == {"before"} and facts.rows(DEPARTURES).complete:
        return Conclusion(Verdict.ATTORNEY_DECIDES, Reason.LEFT_BEFORE_THE_ACTS, points=())
    return Conclusion(Verdict.UNKNOWN, Reason.LEAVING_NOT_KNOWN)


def _order_of_departures(facts: Facts) -> tuple[Literal["before", "after", "open"], ...]:
    """Say of each departure whether it surely came before, or surely after, the first act."""
    first = date_at(facts, FIRST_ACT)
    found: list[Literal["before", "after", "open"]] = []
    for path in instances(facts, LEFT_ON):
        left = date_at(facts, path)
        if first is None or left is None:
            found.append("open")
        else:
            found.append("before" if left.before(first) else "after" if first.before(left) else "open")
    return tuple(found)


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
