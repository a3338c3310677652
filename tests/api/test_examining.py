from pathlib import Path

import pytest
from one_library import LIBRARY

from legalassist.api.examining import Result, examine
from legalassist.library import Library

EXAMPLE = "interviews/tvisa/examples/clinic.yaml"


def clinic_result(*own: Path) -> Result:
    return next(result for result in examine(Library(*own)) if result.what == "clinic")


def test_without_a_clinic_yaml_of_ones_own_doctor_says_that_forms_name_the_invented_clinic() -> None:
    result = clinic_result()
    assert (result.well, result.serious) == (False, False)
    assert "no clinic.yaml of your own" in result.found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", "clinic.yaml has everything the forms ask for"),
        ("    restricted: no\n", "", "attorney.restricted (je): G-28"),
        ("      - mobile\n", "", "attorney.mobile (je): G-1145, G-28"),
        ("name: Example Street Legal Clinic\n", "", "the clinic's particulars have problems"),
    ],
)
def test_doctor_says_what_the_clinics_particulars_lack_for_which_form(
    tmp_path: Path, old: str, new: str, found: str
) -> None:
    text = LIBRARY.get(EXAMPLE).text
    assert old in text
    (tmp_path / "clinic.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert found in clinic_result(tmp_path).found
