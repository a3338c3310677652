from legalassist.documents.clinic import Clinic, read_clinic
from legalassist.forms.edition import Edition, Item, Part
from legalassist.forms.lacking import lacking

CLINIC = """name: Clinic
address_lines: [1 Example St]
phone: 212-555-0100
email: a@example.org
attorneys:
  - {code: a, name: {given: Ann}, title: Attorney, bar_number: "1", has no: [fax]}
  - {code: b, name: {given: Bo}, title: Attorney, fax: 212-555-0102}
"""


def clinic_of(extra: str = "") -> Clinic:
    return read_clinic(CLINIC + extra, "clinic.yaml")


def edition_of(form: str, *paths: str) -> Edition:
    items = tuple(Item(item=str(number), label="L", clinic=path) for number, path in enumerate(paths))
    return Edition(form=form, title="F", edition="x", parts=(Part(number="1", title="P", items=items),))


def test_each_person_who_may_sign_is_looked_at_and_every_form_named() -> None:
    editions = (edition_of("g-28", "attorney.bar_number", "attorney.fax"), edition_of("i-765", "attorney.bar_number"))
    assert [str(one) for one in lacking(clinic_of(), editions)] == ["attorney.bar_number (b): G-28, I-765"]


def test_where_nobody_prepares_beside_the_attorney_the_attorneys_particulars_are_asked_for() -> None:
    edition = edition_of("i-765", "preparer.mobile", "preparer.name")
    assert [str(one) for one in lacking(clinic_of(), (edition,))] == ["preparer.mobile (a): I-765"]
    preparers = "preparers:\n  - {code: p, name: {given: Pat}, mobile: 212-555-0103}\n"
    assert lacking(clinic_of(preparers), (edition,)) == ()


def test_an_interpreter_is_asked_for_when_a_form_was_read_not_before() -> None:
    assert lacking(clinic_of(), (edition_of("i-765", "interpreter.name"),)) == ()
