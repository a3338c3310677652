"""Rules of Form I-765: the category of the work permit, and what that category is not asked."""

from legalassist.documents.clinic import Attorney
from legalassist.facts.known import Fact, Known, Unknown, Why, known_value
from legalassist.forms.form_rule import FormRule
from legalassist.forms.sources import Sources

PENDING, DERIVATIVE = "(c)(40)", "(c)(25)"
GRANTED = "filing.granted_date"


def category(sources: Sources) -> Fact:
    """Return the category: (c)(40) while the application is pending, (c)(25) once a derivative is approved.

    None for the principal after the approval, whose permission comes with the status (PR-20), and none for anybody who
    is abroad (PR-21). Where it is not known whether somebody is in the United States, nothing is said.
    """
    if not sources.about:
        return Known(PENDING) if known_value(sources.facts, GRANTED) is None else Unknown(Why.DOES_NOT_APPLY)
    here = sources.facts.get(f"{sources.about}.in_us")
    if not isinstance(here, Known):
        return Unknown(here.why, frozenset({f"{sources.about}.in_us"}))
    if here.value is not True:
        return Unknown(Why.DOES_NOT_APPLY)
    return Known(DERIVATIVE if known_value(sources.facts, f"{sources.about}.granted_date") is not None else PENDING)


def _other_category(_sources: Sources) -> Fact:
    return Unknown(Why.DOES_NOT_APPLY)


def _preparer_no_attorney(sources: Sources) -> Fact:
    return Known(not isinstance(sources.clinic.preparer, Attorney))


def _preparer_attorney(sources: Sources) -> Fact:
    return Known(isinstance(sources.clinic.preparer, Attorney))


WORK_CARD_RULES = (
    FormRule("category of the work permit",
             "(c)(40) while a T application or a family member's is pending; (c)(25) after a family member's approval",
             "PR-19", category),
    FormRule("another category", "asked only for a category that no T case has", "PR-19", _other_category),
    FormRule("preparer is no attorney", "whom the case names as its preparer in the clinic's particulars", "PB-06",
             _preparer_no_attorney),
    FormRule("preparer is an attorney", "whom the case names as its preparer in the clinic's particulars", "PB-06",
             _preparer_attorney),
)  # fmt: skip
"""Every rule of Form I-765."""
