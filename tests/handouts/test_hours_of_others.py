"""Beside a number of others stand its hours, as its authority has them, wherever there is room."""

import re
from dataclasses import replace
from datetime import date

import pytest
from handouts.everything import everything_cleared

from legalassist.api.handout_run import Run
from legalassist.api.handout_workers import print_one
from legalassist.api.opening import open_clinic
from legalassist.documents.tags.tagged import tagged_text
from legalassist.handouts.contacts import contact_numbers
from legalassist.handouts.formats import FORMATS
from legalassist.handouts.words import WORDS
from legalassist.law.authorities import Authorities
from legalassist.library import Library

DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def run(library: Library) -> Run:
    made = Run(library, open_clinic(library), DAY)
    return replace(made, clearances=everything_cleared(made, DAY))


def test_the_hours_are_those_of_the_authority_and_none_are_made_up() -> None:
    authorities = Authorities.load()
    for one in contact_numbers(authorities):
        said, law = WORDS.get(f"hours.{one}", ""), authorities.get(one).text
        assert bool(said) == bool(re.search(r"\b24.hour|Monday", law)), one
        spoken = re.search(r"Monday to Friday, (\d+) to (\d+)", law)
        wanted = f"Monday to Friday, {spoken[1]}:00 a.m.–{spoken[2]}:00 p.m." if spoken else "24 hours"
        assert said in {"", wanted}


@pytest.mark.parametrize(
    ("topic", "form", "language", "hours"),
    [
        ("at-the-door", "half", "en", tuple(f"Monday to Friday, 9:00 a.m.–{hour}:00 p.m." for hour in (6, 8))),
        ("safe-at-home", "letter", "both", ("24小时·24hours",) * 2),
        ("in-court", "palm", "zh_Hant", ("週一至週五，上午9:00至下午6:00",)),
    ],
)  # fmt: skip
def test_the_hours_stand_after_the_number(
    run: Run, topic: str, form: str, language: str, hours: tuple[str, ...]
) -> None:
    sheet, _ = print_one(run, run.topic(topic), FORMATS[form], language)
    text = re.sub(r"\s", "", tagged_text(sheet.pdf))
    numbers = [number for _, number in sheet.piece.contacts]
    for number, told in zip(numbers, hours, strict=True):
        assert number + "·" + re.sub(r"\s", "", told) in text


def test_before_a_number_is_left_off_its_hours_are(run: Run) -> None:
    tried = [piece for piece, _ in run.candidates(run.topic("at-the-door"), FORMATS["letter"], "both")]
    told = [(bool(one.contacts), ("hours.CT-04", "en") in one.said) for one in tried]
    assert told[-3:] == [(True, True), (True, False), (False, False)]
