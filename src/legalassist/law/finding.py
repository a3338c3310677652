"""What the law says about a case: a finding with its verdict, its reason, its authorities and what it hangs on.

The verdicts are about what the record shows, never about what the government will do; there is no verdict that says
"you will get it". Reasons are a closed set of English sentences (`Reason`), so that each can be translated once and
none can hold a client's words.
"""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from legalassist.facts.known import Why


class Verdict(StrEnum):
    """What the record shows; `MET` and `NOT_MET` only for what can be computed (ages, dates, relations)."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"
    ATTORNEY_DECIDES = "attorney decides"


class Reason(StrEnum):
    """Why a finding says what it says: whole sentences, no client words, nothing to fill in."""

    ON_RECORD = "Answers or exhibits speak to this part; whether they show it is a judgment."
    NOTHING_ON_RECORD = "Nothing on record speaks to this part yet."
    MEANS_MAY_NOT_MATTER = (
        "Acts under 18 and acts of a sexual kind are on record. For sex trafficking of a person under 18 no means "
        "has to be shown; whether that was so is a judgment."
    )
    CONTACT_ON_RECORD = (
        "A contact with an agency is on record. One documented contact may be enough; whether it was an agency with "
        "authority over trafficking, and whether the contact is documented, is a judgment."
    )
    NO_CONTACT_ON_RECORD = (
        "The answers record no contact with an agency. Without one this part can rest only on the age exemption or "
        "the trauma exception."
    )
    UNDER_18_AT_AN_ACT = "By the dates on record the client was under 18 when at least one act took place."
    OVER_18_AT_EVERY_ACT = "By the dates on record the client was 18 or older at the first act, and so at every act."
    DATES_DO_NOT_SETTLE = "The dates on record do not settle this: their possible readings give different results."
    LEAP_DAY = (
        "It falls on 28 February for a person born on 29 February, and no source here says on which day such a person "
        "comes of age."
    )
    DATES_NOT_KNOWN = "A date that this depends on is not known."
    DATES_DISAGREE = "The dates on record cannot all be right; somebody should go over them with the client."
    EXEMPT_BY_AGE = (
        "By the dates on record the client was under 18 at an act. Once that is shown, no contact with an agency and "
        "no later compliance is asked for."
    )
    COMPLIANCE_OPEN = (
        "The age exemption does not settle this; a contact, later requests, or the trauma exception is a judgment."
    )
    COMPLIANCE_NOTHING = "Neither a contact with an agency nor an exemption or exception is on record yet."
    CLIENT_UNDER_21 = "On the receipt date the client is under 21."
    CLIENT_21_OR_OLDER = "On the receipt date the client is 21 or older."
    SPOUSE = (
        "A husband or wife is on record. The marriage may begin while the application is pending; it must exist when "
        "the application and the derivative's are decided."
    )
    NO_MARRIAGE = "By the answers there is no marriage now, and the spouse class needs one."
    CHILD = (
        "An unmarried child under 21 on the receipt date is on record, and stays so after a later 21st birthday. Step, "
        "adopted and out-of-wedlock relations are not told apart by the answers: an attorney confirms the relation."
    )
    CHILD_BORN_LATER = "A child whom the client comes to have after the receipt date counts as a family member."
    CHILD_GROWN_OR_MARRIED = "The child is 21 or older on the receipt date, or married."
    CHILD_GROWN_IN_DANGER = (
        "The child is 21 or older on the receipt date, or married, and danger is on record. Whether such a child of "
        "the client can come through another derivative has no sourced rule here."
    )
    PARENT = (
        "The client is under 21 on the receipt date, and a parent stays a family member if the client turns 21. Step "
        "and adoptive relations are not told apart by the answers: an attorney confirms the relation."
    )
    IN_DANGER = (
        "The class rests on a present danger of retaliation because of the escape or the cooperation. Danger is on "
        "record; whether it is shown is a judgment."
    )
    NO_DANGER = "The client is 21 or older on the receipt date, and no danger of retaliation is on record."
    SIBLING = (
        "The client is under 21 and the sibling unmarried and under 18 on the receipt date; the sibling's age is "
        "fixed on that day. Half, step and adoptive relations are not told apart by the answers: an attorney confirms "
        "the relation."
    )
    SIBLING_GROWN_OR_MARRIED = (
        "The sibling is 18 or older on the receipt date, or married, and no danger of retaliation is on record."
    )
    SIBLING_DAY_OPEN = (
        "The class rests on danger of retaliation. On the receipt date the sibling is unmarried and under 18 (T-5 if "
        "the age counts on that day), but on which day it counts under that clause has no sourced rule here."
    )
    SIBLING_BORN_LATER = "A sibling born after the receipt date has no sourced rule here."
    NOBODY_BETWEEN = (
        "The T-6 class goes through a family member who has or gets a class from T-2 to T-5, and the record shows none."
    )
    NO_DANGER_FOR_T6 = "The T-6 class needs a present danger of retaliation, and the answers record none."
    CHILD_THROUGH_DERIVATIVE = (
        "This child of a family member in a class from T-2 to T-5 comes in question for T-6 at any age. The danger of "
        "retaliation to this child has not been asked; whether it is shown is a judgment."
    )
    RELATION_NOT_KNOWN = "How this family member is related to the client is not known."
    NO_RULE_FOR_RELATION = "For this relation there is no sourced rule here."
    SAME_CLASS = "In every reading of what is uncertain the class is the same."
    SAME_CLASS_SOME_BY_DANGER = (
        "In every reading of what is uncertain the class is the same; in some it rests on a danger of retaliation, and "
        "whether that is shown is a judgment."
    )
    NO_SOURCED_RULE = "In every reading of what is uncertain there is no sourced rule here."
    NO_CLASS = "In every reading of what is uncertain the rules give no class."
    FACTS_DO_NOT_SETTLE = "What is known leaves more than one class open."
    SIBLING_CLOCK = (
        "A sibling's age is fixed on the receipt date. To be under 18 on it, by every reading of the birth date, the "
        "application must be received by this day."
    )
    CHILD_CLOCK = (
        "A child must be under 21 on the receipt date. To be so by every reading of the birth date, the application "
        "must be received by this day."
    )
    CLIENT_CLOCK = (
        "Parents, and unmarried siblings under 18, come in without danger of retaliation only if the client is under "
        "21 on the receipt date. To be so by every reading of the birth date, it must be received by this day."
    )


class Finding(BaseModel):
    """One rule's word on one subject; `subject` is empty for the client, or a row's path (``family[2]``).

    `hangs_on` names the known facts the rule looked at, `absent` the unknown ones that would speak to it, `exhibits`
    the rows of exhibits that do; `readings` says, where dates or answers are uncertain, what each reading would give.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    title: str
    subject: str = ""
    verdict: Verdict
    reason: Reason
    authorities: tuple[str, ...]
    hangs_on: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


def dates_open(why: Why) -> Reason:
    """Return the reason for dates that are all known and still leave a result open: exact (29 February), or not."""
    return Reason.LEAP_DAY if why is Why.NO_RULE else Reason.DATES_DO_NOT_SETTLE
