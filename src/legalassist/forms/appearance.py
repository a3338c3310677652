"""Rules of Form G-28: who enters an appearance, for whom, and for which forms."""

from legalassist.facts.known import Fact, Known, Unknown, Why
from legalassist.forms.form_rule import FormRule
from legalassist.forms.sources import Sources

_FORMS_MISSING = frozenset({"the packet holds no form for this person yet"})


def _is_attorney(sources: Sources) -> Fact:
    return Known(not sources.clinic.attorney.accredited)


def _is_accredited(sources: Sources) -> Fact:
    return Known(sources.clinic.attorney.accredited)


def _before_uscis(_sources: Sources) -> Fact:
    return Known(value=True)


def _no_other_matter(_sources: Sources) -> Fact:
    return Unknown(Why.DOES_NOT_APPLY)


def _forms(sources: Sources) -> Fact:
    """Return the forms the appearance covers: every one the packet holds for this person."""
    return Known(", ".join(sources.forms)) if sources.forms else Unknown(Why.NOT_ASKED, _FORMS_MISSING)


def _at_request_of(sources: Sources) -> Fact:
    """Return at whose request the appearance is entered: the client applies, a family member is a derivative."""
    return Known("derivative" if sources.about else "applicant")


def _one_safe_number(_sources: Sources) -> Fact:
    return Unknown(Why.DOES_NOT_APPLY)


APPEARANCE_RULES = (
    FormRule("represented by an attorney", "the case's attorney is no accredited representative", "", _is_attorney),
    FormRule("represented by an accredited representative", "the clinic's particulars say since when", "",
             _is_accredited),
    FormRule("before USCIS", "everything in the packet is filed with USCIS", "", _before_uscis),
    FormRule("no other matter", "the packet is filed with USCIS and with nobody else", "", _no_other_matter),
    FormRule("forms of the appearance", "the appearance names every form the packet holds for this person", "PB-04",
             _forms),
    FormRule("at the request of", "the client applies; a family member is a derivative", "", _at_request_of),
    FormRule("a person, no entity", "nobody here is represented as a company or an office", "", _no_other_matter),
    FormRule("one safe number", "the safe number stands in the item for the daytime phone, and no other is given", "",
             _one_safe_number),
)  # fmt: skip
"""Every rule of Form G-28."""
