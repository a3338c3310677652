"""How many characters a line of Chinese holds in what comes from Word, counted in the finished page."""

import re

import pytest
from documents import word_printing
from documents.docx_builder import docx, paragraph

from legalassist.documents.subset.reading import read

LONGEST = 35
CHINESE = "我选择保持沉默请您慢慢地念给我听" * 12


def longest_line(language: str, style: str) -> int:
    word = read(docx(paragraph(CHINESE, style)), name="x")
    lines = (
        line for page in word_printing.pages_of(word_printing.printed(word, language)) for line in page.split("\n")
    )
    return max(len(re.findall(r"[\u4e00-\u9fff]", line)) for line in lines)


@pytest.mark.parametrize(("language", "style"), [("zh_Hans", "LABody"), ("zh_Hans", "LANumbered"), ("en", "LABody")])
def test_a_line_of_chinese_holds_at_most_thirty_five_characters(language: str, style: str) -> None:
    assert 20 <= longest_line(language, style) <= LONGEST


def test_without_the_measure_it_would_hold_more(monkeypatch: pytest.MonkeyPatch) -> None:
    css = word_printing.WORD_CSS.replace("max-width: 35em", "")
    assert css != word_printing.WORD_CSS
    monkeypatch.setattr(word_printing, "WORD_CSS", css)
    assert longest_line("en", "LABody") > LONGEST
