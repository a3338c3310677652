"""The corpus of edited Word files: the accepted text is the text of the PDF, and everything else is refused."""

from dataclasses import replace
from xml.sax.saxutils import escape

import documents.corpus_accepted
import documents.corpus_refused  # noqa: F401 - importing fills the corpus
import pytest
from documents.corpus import ACCEPTED, REFUSED, SAID, Accepted, Refused
from documents.docx_builder import docx, paragraph, run
from documents.word_printing import pages_of, printed
from hypothesis import given, settings
from hypothesis import strategies as st

from legalassist.documents.docx_file import OutsideSubsetError
from legalassist.documents.subset.reading import read
from legalassist.documents.subset.text import difference, paragraphs_of, text_of

LETTERS = "aZ é0.,;:-()&<>{}%_/\"'“”‘’—…·、。，！？（）《》王小明护照老板钱 \u00a0\u2011"


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
    banded = ["INVENTED 虚构 " + page for page in pages]
    assert difference(word, banded, bands=("INVENTED", "虚构")) == ""
    assert difference(word, banded).startswith("page 1")
    assert difference(word, pages[::-1]) == "page 1 differs from paragraph 1"
    assert difference(word, [pages[0].replace("5.", "6."), *pages[1:]]) == "page 1 differs from paragraph 5"
    assert difference(word, pages[:1]).startswith("the PDF ends before paragraph")
    assert difference(replace(word, blocks=word.blocks[:-1]), pages).startswith(
        f"page {len(pages)} differs from paragraph"
    )


@settings(max_examples=12)
@given(st.lists(st.text(st.sampled_from(LETTERS), min_size=1, max_size=200), min_size=1, max_size=12))
def test_whatever_is_written_the_pdf_says_it(texts: list[str]) -> None:
    styles = ("LANumbered", "LALettered", "LABody", "LAHeading1", "LAChinese")
    body = [paragraph(run(escape(text)), styles[number % 5]) for number, text in enumerate(texts)]
    word = read(docx(*body), name="piece.docx")
    assert [p.text for p in paragraphs_of(word.blocks)] == texts
    assert difference(word, pages_of(printed(word))) == ""


def test_the_signature_stays_with_the_sentence_before_it() -> None:
    for before in range(22, 34, 2):
        body = [paragraph(f"line {n}") for n in range(before)]
        body.append(paragraph("I declare this.", "LABody", "<w:keepNext/><w:keepLines/>"))
        body.append(paragraph("Signature", "LASignature", "<w:keepNext/>"))
        body.append(paragraph("Date", "LASignature"))
        pages = pages_of(printed(read(docx(*body), name="piece.docx")))
        assert len([page for page in pages if any(word in page for word in ("declare", "Signature", "Date"))]) == 1
