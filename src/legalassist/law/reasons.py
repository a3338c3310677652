"""Why a finding or a deadline says what it says: the closed set of reasons."""

from enum import StrEnum


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
        "no later compliance is asked for. Proof of age, and that what happened then was an act of trafficking, are "
        "for an attorney."
    )
    COMPLIANCE_OPEN = (
        "The age exemption does not settle this; a contact, later requests, or the trauma exception is a judgment."
    )
    COMPLIANCE_NOTHING = "Neither a contact with an agency nor an exemption or exception is on record yet."
    CLIENT_UNDER_21 = "On the receipt date the client is under 21."
    CLIENT_21_OR_OLDER = "On the receipt date the client is 21 or older."
    SPOUSE = (
        "A husband or wife is on record. The marriage may begin while the application is pending; it must exist when "
        "the application and the derivative's are decided. How it was made is not in the answers: an attorney confirms "
        "that both were present, and that it is valid."
    )
    SPOUSE_WHILE_PENDING = (
        "By the dates on record the marriage comes after the receipt date and before the grant. Such a marriage "
        "counts; it must exist when the application and the derivative's are decided. An attorney confirms that both "
        "were present at it, and that it is valid."
    )
    MARRIED_AFTER_GRANT = (
        "By the dates on record the marriage comes after T-1 status was granted. Only a marriage before filing, or "
        "while the application was pending, counts."
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
    SIBLING_DAY_OPEN_OR_T6 = (
        "The class rests on danger of retaliation. On the receipt date the sibling is unmarried and under 18 (T-5 if "
        "the age counts on that day), but on which day it counts under that clause has no sourced rule here. A parent "
        "in a class of their own is on record, so the sibling also comes in question for T-6, at any age."
    )
    SIBLING_BORN_LATER = "A sibling born after the receipt date has no sourced rule here."
    NOBODY_BETWEEN = (
        "The T-6 class goes through a family member who has or gets a class from T-2 to T-5, and the record shows none."
    )
    NO_DANGER_FOR_T6 = "The T-6 class needs a present danger of retaliation, and the answers record none."
    CHILD_THROUGH_DERIVATIVE = (
        "This child of a family member in a class from T-2 to T-5 comes in question for T-6 at any age. Whether a "
        "present danger of retaliation to this child is shown is a judgment."
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
    SEVERE_FORM_OF_BOTH = "Both kinds of acts are on record; each has its own parts, and one of them may be enough."
    FIVE_WAYS = (
        "Five ways of being present on account of trafficking are named; one of them is enough. Which of them the "
        "record shows is a judgment."
    )
    LEFT_AND_CAME_BACK = (
        "A departure after the trafficking is on record. Presence is then deemed lost unless one of five exceptions "
        "applies; whether one does is a judgment."
    )
    LEFT_BEFORE_THE_ACTS = (
        "By the dates on record every departure came before the first act, so the re-entry rule is not touched."
    )
    NEVER_LEFT = "By the answers there was no departure after the trafficking, so the re-entry rule is not touched."
    LEAVING_NOT_KNOWN = "Whether the client left the United States after the trafficking is not known."
    LEAVING_DISAGREES = (
        "One answer says that the client did not leave after the trafficking, and the list of departures holds one "
        "that may have come after it. Somebody should go over the dates with the client."
    )
    LINK_ON_RECORD = (
        "Answers or exhibits speak to how the trafficking bears on life at the time of filing; whether the link is "
        "shown is a judgment."
    )
    REQUESTS_ON_RECORD = (
        "Requests of an agency are on record. Whether each was reasonable in all circumstances, and was complied "
        "with, is a judgment; fifteen factors are named."
    )
    REQUESTS_NOT_KNOWN = (
        "Whether an agency has asked for anything is not known. If it has, fifteen factors bear on whether a request "
        "was reasonable."
    )
    NO_REQUEST_ON_RECORD = "The answers record no request of an agency; an attorney confirms that none was made."
    NINE_FACTORS = (
        "Nine factors are named and none excludes others. Answers or exhibits speak to some of them; whether together "
        "they show extreme hardship involving unusual and severe harm is a judgment."
    )
    NOT_ANSWERED_YET = "What would raise this flag has not been answered in full."
    UNCHECKED_ENTRY = "An entry without an officer's check, or without papers, is on record."
    NO_PASSPORT_IN_HAND = "By the answers the passport is held by somebody else, lost, or was never had."
    PASSPORT_RUNS_OUT = (
        "By the date on record the passport is not valid for six months beyond the receipt date, and a period of stay "
        "begins later still."
    )
    PASSPORT_MAY_RUN_OUT = (
        "By the date on record the passport is valid for six months beyond the receipt date, and not surely for six "
        "months beyond a period of stay of up to four years. The ground counts from the end of the first period of "
        "stay; an attorney decides."
    )
    UNTRUE_PAPERS = (
        "Untrue statements, or papers that were made up or another person's, are on record. Whether they were "
        "willful, material, and the client's own is a judgment."
    )
    PAPERS_BY_OTHERS = (
        "Papers prepared by others, or signed unread, are on record; whether all in them was true has not been "
        "answered. An attorney goes over them with the client."
    )
    CITIZENSHIP_CLAIM = "A claim to be a citizen of the United States is on record; any form, also for a job, counts."
    HELPED_ENTRY = (
        "Help to a relative or another person in coming without permission is on record; relatives count too."
    )
    ORDER_NOT_LEFT = (
        "A removal order is on record, and no departure after it. The ground for removed persons looks at seeking "
        "admission after a departure or removal; a pending application alone does not hold up the order."
    )
    ORDER_AND_LEFT = (
        "A removal, or a departure after a removal order, is on record. The time since then, whether consent to "
        "reapply was given, and whether the order followed a missed hearing, matter."
    )
    CAME_BACK_UNCHECKED = (
        "An entry without a check is on record beside an earlier order or an earlier stay. Their order in time and the "
        "length of stay matter, and the general leg is the one that can reach conduct without a link."
    )
    STAY_THEN_DEPARTURE = (
        "A stay without permission and a departure may both be on record. The bars follow only a departure, do not "
        "count time under 18, and do not apply if trafficking was at least one central reason for the stay."
    )
    SEX_ACTS_RECENT = (
        "By the date on record such acts lie within ten years before the receipt date. The form asks about ever, the "
        "ground about ten years; neither answer follows from the other."
    )
    SEX_ACTS_OLDER = (
        "By the date on record such acts lie more than ten years before the receipt date. The form asks about ever, "
        "the ground about ten years; neither answer follows from the other."
    )
    SEX_ACTS_DATE_OPEN = (
        "Such acts are on record, and their dates leave open on which side of ten years before the receipt date they "
        "lie. The form asks about ever, the ground about ten years; neither answer follows from the other."
    )
    CHARGE_OPEN = (
        "A case that is still open is on record. Defense counsel and the attorney speak before anything is written."
    )
    CHARGE_CONVICTED = (
        "A conviction is on record. The number and seriousness of offenses are weighed; for violent or dangerous ones "
        "only extraordinary circumstances help, unless they were caused by or incident to the victimization."
    )
    CHARGE_ENDED = "An arrest without a conviction on record. Its court record shows what happened."
    CHARGE_OTHERWISE = (
        "An arrest that ended in another way, such as a diversion, is on record. Whether that counts as a conviction "
        "is a judgment; its court record shows what happened."
    )
    CHARGE_NOT_KNOWN = "An arrest is on record, and its outcome is not known."
    GROUP_MEMBER = (
        "Membership of a party, a youth league or another group is on record. The ground names immigrants, so it is "
        "no bar to T status as such; for a party, and what is affiliated with it, it returns at adjustment, where the "
        "T waiver does not reach it. Age, wish and dates matter for its exceptions."
    )
    HEALTH_ON_RECORD = "An answer touches a health ground. For health grounds no link to the trafficking is needed."
    SECURITY_ON_RECORD = (
        "Service in armed forces or use of weapons is on record. Most such answers touch no ground; the security "
        "grounds are beyond the T waiver, and some are beyond both legs."
    )
    LED_OTHERS = (
        "Bringing in, teaching or watching over others is on record. Acts done under control differ from trafficking "
        "of one's own; a bar would not be waived with the form."
    )
    EARLIER_FILING = (
        "An earlier filing is on record. What it says is read beside the new statement before that is signed, since "
        "any earlier filing may be used."
    )
    IF_DENIED = (
        "The regulation says that USCIS generally does not send applicants to removal proceedings, absent serious "
        "aggravating circumstances; a later memorandum exempts nobody. The two conflict. What filing may lead to, and "
        "what the client is told about it, is for an attorney, before filing."
    )
    CERTIFICATION = (
        "A first finding or an approval is on record. By the statute an adult can be certified for benefits and "
        "services who is willing to help in every reasonable way, or cannot because of trauma, once a bona fide "
        "application has not been denied, or with Continued Presence. The Policy Manual speaks of approval, and says "
        "that USCIS then tells the Department of Health and Human Services. Whether and when to ask is for an attorney."
    )
    TRAVEL_WHILE_PENDING = (
        "Leaving the United States before T-1 status is granted loses presence unless one of five exceptions applies. "
        "No travel without an attorney's word."
    )
    TRAVEL_IN_STATUS = (
        "With T-1 status, advance parole is needed before leaving; more than 90 days at once, or 180 in all, break the "
        "presence that adjustment asks for."
    )
    FAMILY_MEMBER_HERE = (
        "To travel and keep a derivative status, advance parole or a T visa and an admission are needed; before the "
        "grant, leaving is for an attorney to weigh."
    )
    FAMILY_MEMBER_ABROAD = (
        "From abroad a family member comes with a visa, after the application for the member is approved and only "
        "while the client holds T-1 status."
    )
    STEP_RELATION = (
        "A step-relation made before the application is approved can count. What else makes a step-parent or "
        "step-child has no sourced rule here."
    )
    STEP_RELATION_LATE = (
        "By the dates on record the marriage that made the step-relation came after T-1 status was granted."
    )
    IN_LAW = "The husband or wife of a relative is in none of the classes T-2 to T-6."
    ASYLUM_CLOCK = (
        "An application for asylum is due within a year of the last arrival, with exceptions. Counted to the day "
        "before the anniversary of the earliest day that the last arrival on record can be."
    )
    ASYLUM_FILED_CLOCK = (
        "An earlier filing for asylum is on record; whether it came within a year of the last arrival, and what became "
        "of it, is for an attorney. Counted to the day before the anniversary of the earliest day that the last "
        "arrival on record can be."
    )
    ADJUSTMENT_CLOCK = (
        "The application to adjust must be received before T-1 status ends, on the day the approval notice prints. It "
        "can be filed from three years after the grant, or sooner if the investigation is complete."
    )
    PERMIT_CLOCK = (
        "A renewal no longer extends the work permit by itself. Unless permission to work comes with a status, it "
        "stops on the day the card prints if the renewal is not decided by then. That it may be filed 180 days before "
        "is practitioners' report."
    )
    PERMIT_IN_STATUS_CLOCK = (
        "The card is of a person with T-1 status, who may work by that status as long as it lasts. The card itself "
        "ends on the day it prints, and a renewal no longer extends it. That a renewal may be filed 180 days before "
        "is practitioners' report."
    )
    NOTICE_CLOCK = "The day printed on the notice counts; it is copied, never computed, and no more time is given."
    HEARING_CLOCK = "The day printed on the hearing notice counts. Missing a hearing can end in an order in absence."
    CHILD_LETTER_CLOCK = "The letter for a child is asked for before the client's 18th birthday."
    CIVIL_SUIT_CLOCK = (
        "A federal civil suit is brought within ten years, or ten years from turning 18 if that is later. Counted from "
        "the earliest day of the last act on record; for earlier acts it runs out earlier."
    )
    STATUS_CLOCK = (
        "The stay that the stamp or the record of the last entry allowed ends on the day it prints. What time after it "
        "means is for an attorney."
    )
    PASSPORT_CLOCK = (
        "The passport ends on the day it prints. The ground about passports looks six months beyond the period of "
        "stay; whether, and how, to renew a passport safely is for an attorney."
    )
    BONA_FIDE_CLOCK = (
        "What the letter about the bona fide finding allows ends on the day that the letter prints; it is copied, "
        "never computed. What it allowed, and how it is renewed, is for an attorney."
    )
    ABSENCE_CLOCK = (
        "A single absence of more than 90 days, or absences of more than 180 days in all, break the presence that "
        "adjustment asks for. Counted from the earliest day of leaving, with the days of leaving and of return; "
        "whether an absence was for the investigation is for an attorney."
    )
    ADDRESS_CLOCK = (
        "A change of address is reported within ten days, for every receipt number. Counted from the earliest day that "
        "the move on record can be."
    )
    LEAP_BIRTHDAY = (
        "For 29 February in a year without one: the day may count as 28 February or as 1 March, and no source here "
        "says which. Counted to the day before 28 February."
    )
    NO_SOURCED_MAILING_TIME = (
        "No source gives days in the mail. The day of receipt counts; an attorney sets how many days before it a "
        "paper leaves the office."
    )
    MAILING_TIME_OF_THE_CLINIC = "The days in the mail are the clinic's own setting."
