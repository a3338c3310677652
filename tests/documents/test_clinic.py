import pytest

from legalassist.documents.clinic import read_clinic
from legalassist.errors import ContentError
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
