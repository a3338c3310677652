import pytest

from legalassist.documents.clinic import read_clinic
from legalassist.errors import ContentError, UsageError
from legalassist.facts.values import Spoken
from legalassist.library import Library


def test_a_clinic_is_read_whole(library: Library) -> None:
    book = library.get("interviews/tvisa/examples/clinic.yaml")
    clinic = read_clinic(book.text, book.name)
    assert clinic.attorney.name.full == "Jordan Example"
    assert clinic.address_lines[-1] == "New York, NY 00000"


def test_every_problem_of_a_clinics_file_comes_at_once_with_its_line() -> None:
    with pytest.raises(ContentError) as refused:
        read_clinic(
            "name: Clinic\nphone: [1]\nemial: a@example.org\nattorneys:\n  - code: a\n    name: A\n", "clinic.yaml"
        )
    said = {f"{problem.where.line}: {problem.message}" for problem in refused.value.problems}
    assert said == {
        "1: the key 'address_lines' is missing here",
        "2: one text is expected here",
        "3: unknown key 'emial'",
        "5: the key 'title' is missing here",
        "6: several parts are expected here the parts are: family, given, middle, native",
    }


PEOPLE = """name: Clinic
address_lines: [1 Example St]
phone: 212-555-0100
email: a@example.org
attorneys:
  - {code: a, name: {given: Ann}, title: Attorney, has no: [fax, mobile]}
  - {code: b, name: {given: Bo}, title: Attorney}
preparers:
  - {code: p, name: {given: Pat}}
  - {code: q, name: {given: Quinn}}
"""


@pytest.mark.parametrize(
    ("attorney", "preparer", "signs", "prepares"),
    [("", "", "a", "p"), ("b", "", "b", "p"), ("b", "q", "b", "q"), ("a", "b", "a", "b"), ("b", "b", "b", "b")],
)
def test_a_case_names_its_attorney_and_preparer_by_code(
    attorney: str, preparer: str, signs: str, prepares: str
) -> None:
    clinic = read_clinic(PEOPLE, "clinic.yaml").serving(attorney, preparer)
    assert (clinic.attorney.code, clinic.preparer.code) == (signs, prepares)


@pytest.mark.parametrize("codes", [("x", ""), ("p", ""), ("", "x")])
def test_a_code_that_nobody_has_is_refused_with_the_codes_there_are(codes: tuple[str, str]) -> None:
    with pytest.raises(UsageError, match=r"representation\.(attorney|preparer): clinic\.yaml has nobody") as refused:
        read_clinic(PEOPLE, "clinic.yaml").serving(*codes)
    assert refused.value.hint in {"it has: a, b", "it has: p, q, a, b"}


@pytest.mark.parametrize(
    ("lacks", "message"),
    [("[wings]", "'has no' names wings, which is no particular"), ("[code]", "'has no' names code"),
     ("[phone]", "phone is given, and 'has no' says there is none")],
)  # fmt: skip
def test_what_somebody_has_not_is_a_particular_that_is_not_given(lacks: str, message: str) -> None:
    wrong = PEOPLE.replace("has no: [fax, mobile]", f"has no: {lacks}, phone: 212-555-0101")
    with pytest.raises(ContentError) as refused:
        read_clinic(wrong, "clinic.yaml")
    assert message in refused.value.problems[0].message


@pytest.mark.parametrize(
    ("first", "relay", "spoken", "between"),
    [
        (("cmn", "cdo"), ("cmn",), "cdo", ["cmn"]),
        (("cmn", "yue", "cdo"), ("yue", "cmn"), "cdo", ["cmn", "yue"]),
        (("cmn", "cdo"), ("yue",), "cdo", []),
        (("cdo",), ("cdo",), "cdo", []),
        (("cmn", "cdo"), (), "cdo", []),
        (("en", "cdo"), ("en",), "cdo", []),
    ],
)
def test_two_interpreters_need_a_language_in_between(
    library: Library, first: tuple[str, ...], relay: tuple[str, ...], spoken: str, between: list[str]
) -> None:
    book = library.get("interviews/tvisa/examples/clinic.yaml")
    robin = read_clinic(book.text, book.name).interpreters[0]
    one, other = (robin.model_copy(update={"languages": tuple(map(Spoken, tags))}) for tags in (first, relay))
    assert [found.language for found in one.between(other, Spoken(spoken))] == between
