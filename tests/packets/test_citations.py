"""Citations say what is true in this packet, lead to the page with that mark, and are made true again after an edit."""

import zipfile
from io import BytesIO

import pytest
from documents.docx_builder import docx, note_call, paragraph, run, table

from legalassist.documents.citations import Resolved, citations_in, in_brackets, refreshed
from legalassist.documents.docx_file import OutsideSubsetError
from legalassist.documents.subset.reading import read
from legalassist.documents.subset.text import text_of

EXHIBITS = {"police-report": ("C", 3), "notes": ("B-1", 2)}


def resolve(key: str, page: int) -> Resolved:
    letter, pages = EXHIBITS.get(key, ("", 0))
    if not letter:
        return Resolved(wrong=f"cites the exhibit {key!r}, which is not in this packet", hint="h")
    return Resolved(f"Ex. {letter} at {page}") if page <= pages else Resolved(wrong=f"cites page {page}", hint="h")


def fits(letter: str, page: int) -> bool:
    """Say whether there is such a page; of page 0 whether there is the letter."""
    return any(found == letter and page <= pages for found, pages in EXHIBITS.values())


def made(*paragraphs: str) -> bytes:
    return refreshed(docx("".join(paragraphs)), resolve, fits, name="x.docx")


def problems(*paragraphs: str) -> list[str]:
    with pytest.raises(OutsideSubsetError) as wrong:
        made(*paragraphs)
    return [one.message for one in wrong.value.problems]


def said(content: bytes) -> str:
    return text_of(read(content, name="x.docx"))


def test_a_citation_in_brackets_becomes_a_control_that_says_what_is_true() -> None:
    content = made(paragraph("He wrote it down [Ex. police-report at 2]. Then [Ex. notes at 1] and no more."))
    assert "He wrote it down Ex. C at 2. Then Ex. B-1 at 1 and no more." in said(content)
    assert list(citations_in(read(content, name="x.docx"))) == [("police-report", 2), ("notes", 1)]


def test_the_look_of_the_words_around_stays_on_all_parts() -> None:
    content = made(paragraph(run("a [Ex. notes at 2] b", "<w:b/>")))
    blocks = read(content, name="x.docx").blocks
    assert [piece.look.bold for piece in blocks[0].pieces if piece.text] == [True, True, True]


def test_what_follows_a_text_in_its_run_stays_behind_it() -> None:
    inside = '<w:r><w:t>a [Ex. notes at 2]</w:t><w:tab/><w:t xml:space="preserve"> b</w:t></w:r>'
    assert "a Ex. B-1 at 2\t b" in said(made(paragraph(inside)))


def test_a_control_is_filled_anew_when_the_letter_has_changed() -> None:
    before = made(paragraph("See [Ex. police-report at 2]."))

    def later(key: str, page: int) -> Resolved:
        return Resolved(f"Ex. D at {page}") if key == "police-report" else Resolved()

    after = refreshed(before, later, lambda *_: True, name="x.docx")
    assert "See Ex. D at 2." in said(after)
    assert refreshed(after, later, lambda *_: True, name="x.docx") == after


def test_a_file_without_citations_keeps_its_bytes() -> None:
    plain = docx(paragraph("No exhibit is named here [yet]. Ex. 1 is not ours."))
    assert refreshed(plain, resolve, fits, name="x.docx") is plain


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "See [Ex. nothing at 1].",
            "the 2nd paragraph from the top cites the exhibit 'nothing', which is not in this packet",
        ),
        ("See [Ex. notes at 9].", "the 2nd paragraph from the top cites page 9"),
        (
            "See Ex. D at 1.",
            "the 2nd paragraph from the top cites Ex. D at 1, typed as plain text, which is not in this packet",
        ),
        (
            "See Ex. C at 4.",
            "the 2nd paragraph from the top cites Ex. C at 4, typed as plain text, which is not in this packet",
        ),
    ],
)
def test_a_citation_that_fits_nothing_is_named_by_its_paragraph(words: str, message: str) -> None:
    assert problems(paragraph("One."), paragraph(""), paragraph(words)) == [message]


WRONG = "cites the exhibit 'nothing', which is not in this packet"


def test_a_wrong_citation_is_named_by_the_number_that_is_printed() -> None:
    """What a person sees: her numbered paragraph, what stands after it, the footnote's number; no empty line counts."""
    numbered, lettered = "LANumbered", "LALettered"
    bad = "See [Ex. nothing at 1]."
    body = (
        paragraph("Title", "LATitle"), paragraph(""), paragraph("One.", numbered), paragraph(""),
        paragraph(bad, numbered), paragraph(bad, lettered), paragraph("", ""), paragraph("x"), paragraph(bad),
        table([[paragraph("a"), paragraph(bad)]]),
    )  # fmt: skip
    assert problems(*body) == [
        f"paragraph 2 {WRONG}",
        f"paragraph 2 (a) {WRONG}",
        f"the 2nd paragraph after paragraph 2 (a) {WRONG}",
        f"the 4th paragraph after paragraph 2 (a) {WRONG}",
    ]


def test_a_wrong_citation_in_a_footnote_is_named_by_the_footnotes_number() -> None:
    content = docx(
        paragraph(f"{run('One')}{note_call(7)}{run(' two')}{note_call(5)}"),
        notes={5: paragraph("[Ex. nothing at 1]", "LANote"), 7: paragraph("n", "LANote")},
    )
    with pytest.raises(OutsideSubsetError) as wrong:
        refreshed(content, resolve, fits, name="x.docx")
    assert [one.message for one in wrong.value.problems] == [f"footnote 2 {WRONG}"]


def test_where_the_file_has_other_faults_too_paragraphs_with_words_are_counted() -> None:
    foreign = paragraph("Pasted.", "Normal")
    assert problems(foreign, paragraph(""), paragraph("[Ex. nothing at 1]")) == [
        f"the 2nd paragraph from the top {WRONG}"
    ]


@pytest.mark.parametrize("words", [
    "See Ex. C at 3.", "Exhibit C, page 3, says so.", "Exhs. B-1 and C", "Exhibit C", "my [ex-husband]", "[Exhausted]",
    "[Exhibit hall]", "[Ex. boyfriend]", "(Ex. C at 3)", "[at noon]",
])  # fmt: skip
def test_plain_text_that_fits_is_left_as_it_is(words: str) -> None:
    assert words in said(made(paragraph(words)))


@pytest.mark.parametrize("words", [
    "[Ex. police-report at 2-3]", "[Ex. Police-Report at 2]", "[Ex. police-report, at 2]", "[ex. police-report at 2]",
    "[Ex. police-report at 99999]", "\uff3bEx. police-report at 2\uff3d",
    "【Ex. police-report at 2】", "(Ex. police-report at 2)",
    "[police-report at 2]", "[Exhibit police-report at 2]", "[ Ex. police-report at 2]", "[Ex. police-report",
])  # fmt: skip
def test_a_citation_that_is_nearly_right_is_refused_and_not_printed(words: str) -> None:
    (message,) = problems(paragraph(f"He said so {words}. And [Ex. notes at 1] is right."))
    assert "cannot be read" in message


@pytest.mark.parametrize(("words", "named"), [
    ("Exhibit Q shows it.", "Exhibit Q"), ("See Exhibit C, page 7.", "Exhibit C, page 7"), ("Exh. D", "Exh. D"),
    ("Exhs. B-1 at 3", "Exhs. B-1 at 3"), ("Ex. C p. 4", "Ex. C p. 4"),
])  # fmt: skip
def test_an_exhibit_that_is_not_there_is_found_however_it_is_named(words: str, named: str) -> None:
    (message,) = problems(paragraph(words))
    assert f"cites {named}, typed as plain text" in message


def test_a_citation_in_pieces_of_different_looks_is_refused() -> None:
    pieces = run("[Ex. police-") + run("report at 2]", "<w:b/>")
    (message,) = problems(paragraph(pieces))
    assert message == "the 1st paragraph from the top has a citation in pieces of different looks"


def test_the_same_file_gives_the_same_bytes_with_fixed_dates() -> None:
    content = made(paragraph("See [Ex. notes at 1]."))
    assert content == made(paragraph("See [Ex. notes at 1]."))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


def test_what_a_template_writes_is_what_a_person_types() -> None:
    assert in_brackets("police-report", 2) == "[Ex. police-report at 2]"
