"""A PDF says what its Word piece says, read in the order of its tags; what is lost or added is named by paragraph."""

import pytest

from legalassist.documents.subset.blocks import Note, Paragraph, Run, WordText
from legalassist.documents.subset.text import unsaid


def paragraph(text: str, place: int) -> Paragraph:
    return Paragraph(style="LA Body", pieces=(Run(text),), place=place)


WORD = WordText(blocks=(paragraph("One thing.", 1), paragraph("Another thing.", 2)))
NOTED = WordText(blocks=(paragraph("One thing.", 1),), notes=(Note(1, (paragraph("By the way.", 1),)),))


def test_the_same_words_in_the_same_order_agree_whatever_the_lines() -> None:
    assert unsaid(WORD, "One\nthing. Another thing.\n") == ""


@pytest.mark.parametrize(
    ("printed", "where"),
    [
        ("One thing.", "paragraph 2"),
        ("Another thing. One thing.", "paragraph 1"),
        ("One thing. Another thing. And more.", "paragraph 2"),
        ("One thing. Another thin.", "paragraph 2"),
    ],
)
def test_what_is_lost_swapped_added_or_cut_is_named_by_paragraph(printed: str, where: str) -> None:
    assert where in unsaid(WORD, printed)


def test_a_footnote_may_stand_anywhere_but_must_be_whole() -> None:
    assert unsaid(NOTED, "1 By the way. One thing.") == ""
    assert "footnote 1" in unsaid(NOTED, "One thing. 1 By the")
