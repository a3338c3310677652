"""How hard handouts are to read: the measure orders texts as people would, and what is too hard is a problem."""

from pathlib import Path

import pytest
from handouts.shelf import TOPIC, shelf

from legalassist.handouts.check import handout_problems, reading_grades
from legalassist.handouts.levels import HARDEST_GRADE, grade, long_parts, syllables
from legalassist.law.authorities import Authorities
from legalassist.library import Library

LAW = Authorities.load()
HARD = (
    "Notwithstanding considerations regarding constitutional protections, individuals experiencing administrative "
    "apprehension may categorically decline participation in interrogatory proceedings."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [("rights", 1), ("lawyer", 2), ("immigration", 4), ("police", 2), ("signed", 1), ("wanted", 2), ("table", 2)],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_statute_is_harder_than_a_card() -> None:
    assert grade(["Do not sign it. Ask for a lawyer."]) < 3 < HARDEST_GRADE < 12 < grade([HARD])


def test_every_shipped_topic_is_measured_and_easy_enough(library: Library) -> None:
    grades = dict(reading_grades(library, LAW))
    assert len(grades) >= 20
    assert {name: value for name, value in grades.items() if value > HARDEST_GRADE} == {}


def test_hard_english_and_long_chinese_are_problems(tmp_path: Path, library: Library) -> None:
    other = shelf(tmp_path, library, TOPIC.replace("You can talk through it.", HARD), closed_more="字" * 26 + "。")
    found = [problem.message for problem in handout_problems(other, LAW)]
    assert any("its English is of grade" in one for one in found)
    assert any("has a clause of 26 characters" in one for one in found)


def test_a_long_sentence_of_short_clauses_is_found() -> None:
    assert list(long_parts("字" * 21 + "，" + "字" * 21 + "。")) == ["a sentence of 42 characters"]
    assert list(long_parts("字" * 25 + "。" + "字" * 25)) == []


def test_chinese_of_a_plain_piece_that_tells_is_found(tmp_path: Path, library: Library) -> None:
    plain = TOPIC.replace("    authorities: [KY-02]\n", "    authorities: [KY-02]\n    plain: yes\n", 1)
    other = shelf(tmp_path, library, plain, silent_text="我不告诉警察。")
    assert any("says '警'" in problem.message for problem in handout_problems(other, LAW))
