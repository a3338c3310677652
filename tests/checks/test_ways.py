"""Every question can come up, and letters print only what applies: planted faults are found, the shelves have none."""

from pathlib import Path

import pytest
from one_library import LIBRARY

from legalassist.checks.matter import read_matter
from legalassist.checks.ways import ways_of
from legalassist.errors import Problem
from legalassist.library import Library

PAGES = "interviews/tvisa/pages"


def shelf_with(tmp_path: Path, file: str, old: str, new: str) -> Library:
    text = LIBRARY.get(file).text
    assert old in text, f"{file} no longer has {old!r}"
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return Library(tmp_path)


def problems(library: Library) -> tuple[Problem, ...]:
    return ways_of(read_matter(library, "tvisa")).problems


def test_on_the_shelves_every_question_comes_up_and_every_letter_prints_what_applies(library: Library) -> None:
    ways = ways_of(read_matter(library, "tvisa"))
    assert ways.problems == ()
    assert ways.questions > 200
    assert ways.reads > 50


@pytest.mark.parametrize(
    ("file", "old", "new", "fact"),
    [
        ("authorities", "when: reporting.reported\n", "when: reporting.reported and not reporting.reported\n",
         "reporting.agency"),
        ("arrests", 'when: each.disposition == "convicted"\n',
         'when: each.disposition == "convicted" and each.disposition == "open"\n', "arrests[].vacated"),
        ("family", 'when: each.relation == "spouse"\n', 'when: each.relation == "spouse" and each.married\n',
         "family[].marriage_date"),
        ("authorities", "when: not reporting.reported\n", "when: not reporting.reported and reporting.proof\n",
         "reporting.why_not"),
    ],
)  # fmt: skip
def test_a_question_that_nobody_is_ever_asked_is_found(
    tmp_path: Path, file: str, old: str, new: str, fact: str
) -> None:
    found = problems(shelf_with(tmp_path, f"{PAGES}/{file}.yaml", old, new))
    assert any(f"nobody is ever asked {fact}:" in one.message for one in found), found


def test_a_letter_that_prints_what_does_not_apply_on_its_way_is_found(tmp_path: Path) -> None:
    file = "interviews/tvisa/packet.yaml"
    old = "reporting.may_ask_agency and reporting.reported and not reporting.supplement_b"
    found = problems(shelf_with(tmp_path, file, old, "reporting.may_ask_agency"))
    assert found
    assert all("also where its question does not apply" in one.message for one in found)
    assert any("reporting.agency" in one.message for one in found)
    assert all(one.where.file == "templates/tvisa/law-enforcement-request.docx" for one in found)
