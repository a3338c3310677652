from pathlib import Path

import pytest

from legalassist.cases.case import Case
from legalassist.documents.clinic import Clinic, read_clinic
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import Fact, Known, PlainFacts, Unknown, Why
from legalassist.forms.particulars import particular
from legalassist.forms.rules import RULES
from legalassist.forms.sources import Sources
from legalassist.interviews.schema import Interview
from legalassist.law.authorities import Authorities

CLINIC = read_clinic(
    (Path(__file__).resolve().parents[2] / "interviews/tvisa/examples/clinic.yaml").read_text(), "clinic.yaml"
)
REPRESENTATIVE = """name: Clinic
address_lines: [1 Example St]
phone: 212-555-0100
email: a@example.org
attorneys:
  - {code: a, name: {given: Ann}, title: Representative, recognized_organization: Clinic, accredited_on: 2020-01-02}
preparers:
  - {code: p, name: {given: Pat}}
"""
GRANTED = PartialDate.parse("2027-03-01")


def outcome(rule: str, facts: PlainFacts | None = None, *, about: str = "", forms: tuple[str, ...] = (),
            clinic: Clinic = CLINIC) -> Fact:  # fmt: skip
    sources = Sources(Interview("try", "Try", ()), facts or PlainFacts(), clinic, Case("R1", "try"), about, forms=forms)
    return RULES[rule].compute(sources)


def test_every_rule_rests_on_an_authority_there_is_or_on_the_form_alone() -> None:
    known = Authorities.load()
    assert all(known.get(rule.authority) for rule in RULES.values() if rule.authority)
    assert all(rule.reason for rule in RULES.values())


@pytest.mark.parametrize(
    ("about", "facts", "category"),
    [
        ("", PlainFacts(), "(c)(40)"),
        ("", PlainFacts({"filing.granted_date": GRANTED}), Why.DOES_NOT_APPLY),
        ("family[1]", PlainFacts({"family[1].in_us": True}), "(c)(40)"),
        ("family[1]", PlainFacts({"family[1].in_us": True, "family[1].granted_date": GRANTED}), "(c)(25)"),
        ("family[1]", PlainFacts({"family[1].in_us": True, "filing.granted_date": GRANTED}), "(c)(40)"),
        ("family[1]", PlainFacts({"family[1].in_us": False}), Why.DOES_NOT_APPLY),
        ("family[1]", PlainFacts({"family[1].in_us": False, "family[1].granted_date": GRANTED}), Why.DOES_NOT_APPLY),
        ("family[1]", PlainFacts(), Why.NOT_ASKED),
        ("family[1]", PlainFacts(unknown={"family[1].in_us": Why.DECLINED}), Why.DECLINED),
    ],
)
def test_the_category_of_a_work_permit(about: str, facts: PlainFacts, category: str | Why) -> None:
    found = outcome("category of the work permit", facts, about=about)
    assert (found.value if isinstance(found, Known) else found.why) == category


def test_an_appearance_names_every_form_of_its_person_and_none_is_a_gap() -> None:
    assert outcome("forms of the appearance", forms=("I-914", "I-765")) == Known("I-914, I-765")
    none = outcome("forms of the appearance")
    assert isinstance(none, Unknown)
    assert none.why is Why.NOT_ASKED


@pytest.mark.parametrize(
    ("about", "facts", "enclosed"),
    [("", PlainFacts(), True), ("family[1]", PlainFacts({"family[1].represented": True}), True),
     ("family[1]", PlainFacts({"family[1].represented": False}), False), ("family[1]", PlainFacts(), None)],
)  # fmt: skip
def test_an_appearance_is_enclosed_for_whom_the_clinic_represents(
    about: str, facts: PlainFacts, enclosed: bool | None
) -> None:
    found = outcome("appearance enclosed", facts, about=about)
    assert (found.value if isinstance(found, Known) else None) is enclosed


@pytest.mark.parametrize(("about", "whose"), [("", "applicant"), ("family[2]", "derivative")])
def test_an_appearance_is_at_the_request_of_the_applicant_or_of_the_derivative(about: str, whose: str) -> None:
    assert outcome("at the request of", about=about) == Known(whose)


@pytest.mark.parametrize(("clinic", "attorney"), [("", True), (REPRESENTATIVE, False)])
def test_an_attorney_and_an_accredited_representative_fill_different_items(clinic: str, *, attorney: bool) -> None:
    named = read_clinic(clinic, "clinic.yaml") if clinic else CLINIC
    assert outcome("represented by an attorney", clinic=named) == Known(attorney)
    assert outcome("represented by an accredited representative", clinic=named) == Known(not attorney)
    bar, organization = particular(named, "attorney.bar_number"), particular(named, "attorney.recognized_organization")
    other = organization if attorney else bar
    assert isinstance(other, Unknown)
    assert other.why is Why.DOES_NOT_APPLY
    assert isinstance(bar if attorney else organization, Known)


@pytest.mark.parametrize(("clinic", "attorney"), [("", True), (REPRESENTATIVE, False)])
def test_who_prepares_is_the_attorney_where_nobody_else_does(clinic: str, *, attorney: bool) -> None:
    named = read_clinic(clinic, "clinic.yaml") if clinic else CLINIC
    assert outcome("preparer is an attorney", clinic=named) == Known(attorney)
    assert outcome("preparer is no attorney", clinic=named) == Known(not attorney)
