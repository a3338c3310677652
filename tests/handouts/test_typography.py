"""How Chinese is set, measured in the finished pages: lines, quotation marks, two languages beside each other."""

import re
from datetime import date
from itertools import pairwise

import pytest

from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.pdf import write_pdf
from legalassist.documents.rendered.lines import Block, Line, blocks_of
from legalassist.documents.tags.tagged import read_tagged
from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL, FORMATS
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.reading import topic_names
from legalassist.library import Library
from legalassist.library import fonts as fonts_folder

OURS = Fonts.read(fonts_folder())


@pytest.fixture(scope="module")
def run(library: Library) -> Run:
    return Run(library, open_clinic(library), date(2026, 11, 25))


def blocks(run: Run, form: str, language: str, size: float) -> tuple[Block, ...]:
    """Return what stands on a handout set in letters of this size."""
    made, _ = next(run.candidates(run.topic("at-the-door"), FORMATS[form], language))
    html = whole_sheet(environment(run.library), made, size)
    read = read_tagged(write_pdf(html, fonts=OURS, identifier=b"x"))
    return tuple(block for block in blocks_of(read, range(len(read.pages))) if block.tagged)


def is_chinese(line: Line) -> bool:
    return sum("\u4e00" <= one <= "\u9fff" for one in line.text) > len(line.text) / 2


def distances(found: tuple[Block, ...]) -> list[float]:
    """Return the distances of lines of Chinese that follow one another, in letter sizes."""
    return [
        (line.runs[0].y - after.runs[0].y) / line.size
        for block in found
        for line, after in pairwise(block.lines)
        if line.page == after.page and line.size == after.size and is_chinese(line)
    ]


@pytest.mark.parametrize(
    ("form", "language", "size", "least"),
    [
        ("letter", "zh_Hans", 15, 1.34), ("letter", "zh_Hant", 15, 1.34), ("large", "zh_Hans", 18, 1.5),
        ("wallet", "zh_Hans", 8, 1.1),
    ],
)  # fmt: skip
def test_lines_of_chinese_have_the_room_their_format_promises(
    run: Run, form: str, language: str, size: float, least: float
) -> None:
    found = distances(blocks(run, form, language, size))
    assert len(found) > 3
    assert min(found) >= least


def test_large_print_is_large_left_aligned_and_in_one_column(run: Run) -> None:
    found = blocks(run, "large", BOTH, 18)
    lines = [line for block in found for line in block.lines]
    assert min(run.size for line in lines for run in line.runs) >= 18
    body = [block.lines for block in found if len(block.lines) > 1 and "1-" not in block.lines[0].text]
    assert all(abs(line.box[0] - lines[0].box[0]) < 1 for lines in body for line in lines if is_chinese(line))


@pytest.mark.parametrize(("language", "marks"), [("zh_Hans", "“”"), ("zh_Hant", "「」")])
def test_quotation_marks_are_those_of_the_script_and_wide_in_chinese_and_narrow_in_english(
    run: Run, language: str, marks: str
) -> None:
    wide, narrow = set(), set()
    for block in blocks(run, "letter", language, 12):
        letters = [letter for line in block.lines for letter in line.letters]
        for before, letter, after in zip(letters, letters[1:], letters[2:], strict=False):
            if letter.text in marks and ("\u4e00" <= before.text <= "\u9fff" or "\u4e00" <= after.text <= "\u9fff"):
                wide.add((letter.text, round(letter.width, 1)))
        narrow |= {two.width < 0.6 for one, two in pairwise(letters) if two.text == "”" and one.text in ".?!"}
    assert {(mark, 1.0) for mark in marks} <= wide
    assert {width for mark, width in wide if mark in "「」“"} == {1.0}
    assert narrow == {True}


def test_nothing_is_put_between_chinese_and_latin(run: Run) -> None:
    """Our style is none: no space is typed, and none is drawn."""
    lines = [line.text for block in blocks(run, "letter", "zh_Hans", 12) for line in block.lines]
    assert any(re.search("[\u4e00-\u9fff][A-Za-z0-9]", line) for line in lines)
    typed = re.compile("[\u4e00-\u9fff] +[A-Za-z0-9]|[A-Za-z0-9] +[\u4e00-\u9fff]")
    assert [line for line in lines if typed.search(line)] == []


def test_two_languages_stand_side_by_side_one_below_the_other_or_back_to_back(run: Run) -> None:
    beside = blocks(run, "letter", BOTH, 9)
    zh, en = (
        next(b.lines[0] for b in beside if words in b.lines[0].text) for words in ("您可以不开门", "You can keep the")
    )
    assert abs(zh.runs[0].y - en.runs[0].y) < 3
    assert zh.box[2] < en.box[0]
    below = blocks(run, "half", BOTH, 8)
    zh, en = (
        next(b.lines[0] for b in below if words in b.lines[0].text) for words in ("您可以不开门", "You can keep the")
    )
    assert zh.page == en.page
    assert zh.runs[0].y > en.runs[0].y
    assert abs(zh.box[0] - en.box[0]) < 1
    backs = blocks(run, "wallet", BOTH_TRADITIONAL, 8)
    sides = {
        line.page: is_chinese(line)
        for block in backs
        for line in block.lines
        if "開門" in line.text or "door" in line.text
    }
    assert sides == {0: True, 1: False}


def test_a_handout_has_the_same_parts_in_every_language(run: Run) -> None:
    """As many headings, statements, boxes and numbers in Chinese, in either script, as in English."""
    templates = environment(run.library)
    for name in topic_names(run.library):
        topic = run.topic(name)
        for form in (each for each in ("letter", "mini") if each in topic.formats):
            parts = {}
            for language in ("en", "zh_Hans", "zh_Hant"):
                made, _ = next(run.candidates(topic, FORMATS[form], language))
                html = whole_sheet(templates, made, 10)
                parts[language] = [html.count(part) for part in ("<h1", "<h2", "<li", 'class="phone"', 'class="foot"')]
            assert parts["zh_Hans"] == parts["zh_Hant"] == parts["en"], name
