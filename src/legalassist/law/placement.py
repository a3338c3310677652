"""May a case be offered to law firms without the client's name? Only after she has said yes, and her yes is on record.

Sources: 34 U.S.C. 12291(b)(2)(B)-(D) and 28 CFR 90.4 (no release of individual information about a person served, in
whatever form, without informed and reasonably time-limited consent; no consent as a condition of help). They bind
grantees and protect victims of certain crimes; the clinic follows them for every client. Nothing that identifies
her goes out at this stage; a written release is for the stages after it.
"""

import datetime as dt
from enum import StrEnum

from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Facts, Known, Unknown, known_value
from legalassist.facts.values import Spoken

MAY_OFFER = "placement.may_offer"
YES_DATE = "placement.yes_date"
YES_LANGUAGE = "placement.yes_language"
YES_INTERPRETER = "placement.yes_interpreter"


class Withheld(StrEnum):
    """Why a case may not be offered."""

    SHE_SAID_NO = "the client has said no"
    NO_YES = "the client's yes is not on record"
    NO_DAY = "the day she said yes is not on record"
    DAY_TO_COME = "the day on record for her yes is still to come"
    NO_LANGUAGE = "the language she was asked in is not on record"
    NO_INTERPRETER = "the interpreter through whom she was asked is not on record"


def why_withheld(facts: Facts, as_of: dt.date) -> tuple[tuple[Withheld, str], ...]:
    """Return every reason why the case may not be offered as of a day, each with the fact it hangs on; else nothing.

    34 U.S.C. 12291(b)(2)(B): the consent is informed, so who asked, in which language, and when must be known.
    """
    said = known_value(facts, MAY_OFFER)
    if said is not True:
        return ((Withheld.SHE_SAID_NO if said is False else Withheld.NO_YES, MAY_OFFER),)
    found = [
        (Withheld.NO_DAY, YES_DATE),
        (Withheld.NO_LANGUAGE, YES_LANGUAGE),
        (Withheld.NO_INTERPRETER, YES_INTERPRETER),
    ]
    absent = [one for one in found if isinstance(facts.get(one[1]), Unknown)]
    day = facts.get(YES_DATE)
    if isinstance(day, Known) and isinstance(day.value, PartialDate) and day.value.earliest > as_of:
        absent.append((Withheld.DAY_TO_COME, YES_DATE))
    language = known_value(facts, YES_LANGUAGE)
    in_english = isinstance(language, Spoken) and language.language == "en"
    return tuple(one for one in absent if not (in_english and one[0] is Withheld.NO_INTERPRETER))
