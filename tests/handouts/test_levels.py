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
    [
        ("rights", 1), ("lawyer", 2), ("immigration", 4), ("police", 2), ("signed", 1), ("wanted", 2), ("table", 2),
        ("being", 2), ("going", 2), ("whole", 1), ("rule", 1), ("messages", 3), ("languages", 3), ("lawyer’s", 2),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


RIGHTS = (
    "You have the right to remain silent. Anything you say can be used against you in court. You have the right to "
    "talk to a lawyer."
)
SPEECH = (
    "Four score and seven years ago our fathers brought forth on this continent a new nation, conceived in liberty, "
    "and dedicated to the proposition that all men are created equal."
)
AMENDMENT = (
    "Congress shall make no law respecting an establishment of religion, or prohibiting the free exercise thereof; or "
    "abridging the freedom of speech, or of the press; or the right of the people peaceably to assemble, and to "
    "petition the Government for a redress of grievances."
)
KNOWN = (
    ("The cat sat on the mat.", 6, 1, 6),
    ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 13, 1, 24),
    (RIGHTS, 26, 3, 32),
    (SPEECH, 30, 1, 48),
    (AMENDMENT, 45, 1, 74),
)
"""Texts, each with its words, sentences and syllables as a dictionary of pronunciation counts them."""


@pytest.mark.parametrize(("text", "words", "sentences", "sounds"), KNOWN)
def test_known_texts_have_the_grade_of_the_formula(text: str, words: int, sentences: int, sounds: int) -> None:
    assert grade([text]) == pytest.approx(0.39 * words / sentences + 11.8 * sounds / words - 15.59, abs=0.5)


def test_a_measure_that_counts_no_syllables_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legalassist.handouts.levels.syllables", lambda _word: 1)
    text, words, sentences, sounds = KNOWN[1]
    assert grade([text]) != pytest.approx(0.39 * words / sentences + 11.8 * sounds / words - 15.59, abs=0.5)


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
