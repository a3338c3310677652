"""The corpus of edited Word files: the accepted text is the text of the PDF, and everything else is refused."""

from dataclasses import replace

import documents.corpus_accepted
import documents.corpus_refused  # noqa: F401 - importing fills the corpus
import pytest
from documents.corpus import ACCEPTED, REFUSED, SAID, Accepted, Refused
from documents.docx_builder import docx, paragraph
from documents.word_printing import pages_of, printed

from legalassist.documents.docx_file import OutsideSubsetError
from legalassist.documents.subset import read
from legalassist.documents.subset_text import difference, text_of


def test_the_corpus_has_thirty_files_and_more() -> None:
    assert len(ACCEPTED) + len(REFUSED) >= 30


@pytest.mark.parametrize("case", ACCEPTED.values(), ids=ACCEPTED)
def test_an_accepted_file_reads_as_word_shows_it(case: Accepted) -> None:
    word = read(case.docx, name="piece.docx", accept_changes=case.accept_changes, drop_comments=case.drop_comments)
    assert text_of(word) == case.text


@pytest.mark.parametrize("case", ACCEPTED.values(), ids=ACCEPTED)
def test_the_pdf_of_an_accepted_file_says_the_accepted_text(case: Accepted) -> None:
    word = read(case.docx, name="piece.docx", accept_changes=case.accept_changes, drop_comments=case.drop_comments)
    assert difference(word, pages_of(printed(word))) == ""


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_a_file_outside_the_subset_is_refused_by_paragraph_number(case: Refused) -> None:
    with pytest.raises(OutsideSubsetError) as refusal:
        read(case.docx, name="piece.docx", accept_changes=case.accept_changes, drop_comments=case.drop_comments)
    messages = [problem.message for problem in refusal.value.problems]
    assert [m[: len(p)] for m, p in zip(messages, case.problems, strict=True)] == list(case.problems)
    assert all(problem.hint for problem in refusal.value.problems)
    assert SAID not in str(refusal.value)
    assert "piece.docx" in str(refusal.value)


def test_a_lost_sentence_a_swapped_page_and_a_wrong_number_are_all_found() -> None:
    word = read(docx(*(paragraph(f"sentence {n}", "LANumbered") for n in range(60))), name="piece.docx")
    pages = pages_of(printed(word))
    assert difference(word, pages) == ""
    assert difference(word, [pages[0].replace("sentence 7", ""), *pages[1:]]) == "page 1 differs from paragraph 8"
    assert difference(word, pages[::-1]) == "page 1 differs from paragraph 1"
    assert difference(word, [pages[0].replace("5.", "6."), *pages[1:]]) == "page 1 differs from paragraph 5"
    assert difference(word, pages[:1]).startswith("the PDF ends before paragraph")
    assert difference(replace(word, blocks=word.blocks[:-1]), pages).startswith(
        f"page {len(pages)} differs from paragraph"
    )
