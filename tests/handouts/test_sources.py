"""Every printed sentence of every piece rests on an authority, or is marked as the clinic's own or as everybody's.

All pieces are filled and walked, which is cheap; a few are laid out, so that the walk is about what is printed.
Whatever is printed anywhere is held against the same sources (`read_back`), and `make soak` prints all of it.
"""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from handouts.everything import every_piece, filled
from handouts.shelf import with_template
from lxml import html
from one_library import LIBRARY

from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.api.printing import print_handouts
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.pdf import write_pdf
from legalassist.documents.tags.tagged import tagged_text
from legalassist.errors import DocumentError
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.piece import Piece
from legalassist.handouts.printing import print_piece
from legalassist.handouts.read_back import sheet_problems
from legalassist.handouts.reading import read_topic, topic_names
from legalassist.handouts.sources import Basis, sources_of, unsourced
from legalassist.law.authorities import Authorities
from legalassist.law.kyr import NOT_PRINTED
from legalassist.library import Library
from legalassist.library import fonts as fonts_folder

DAY = date(2026, 11, 26)
LAW = Authorities.load()


TEMPLATES = environment(LIBRARY)
OURS = Fonts.read(fonts_folder())
Walked = tuple[Piece, str]


@pytest.fixture(scope="module")
def walked(library: Library) -> list[Walked]:
    return filled(every_piece(Run(library, open_clinic(library), DAY)), library)


def said(sheet: str) -> str:
    return str(html.fromstring(sheet).find("body").text_content())


def faults_of(piece: Piece, sheet: str) -> list[str]:
    """Return what a filled page says without a source, and the authorities there are not or that are not printed."""
    try:
        sources = sources_of(piece)
    except ValueError as wrong:
        return [str(wrong)]
    named = {name for one in sources for name in one.authorities}
    unlawful = [one.text for one in sources if (one.basis is Basis.LAW) != bool(one.authorities)]
    unknown = [name for name in named if name not in LAW or name in NOT_PRINTED]
    return [*unsourced(said(sheet), sources), *unlawful, *unknown]


def test_every_sentence_of_every_piece_has_its_source(walked: list[Walked]) -> None:
    faults = {piece.name: found for piece, sheet in walked if (found := faults_of(piece, sheet))}
    assert faults == {}
    assert len(walked) == len({piece.name for piece, _ in walked}) > 900  # topics × formats × languages
    counted = Counter(one.basis for piece, _ in walked for one in sources_of(piece))
    assert all(counted[basis] > 1000 for basis in Basis)


def test_every_statement_of_every_topic_is_walked(walked: list[Walked], library: Library) -> None:
    seen = {(piece.topic.id, one.id) for piece, _ in walked for one in piece.topic.printed_on(piece.form)}
    topics = [read_topic(library, name, LAW) for name in topic_names(library)]
    assert seen == {(topic.id, one.id) for topic in topics for one in topic.statements}


@pytest.fixture(scope="module")
def half(walked: list[Walked]) -> Walked:
    return next(one for one in walked if one[0].name == "paid-help-half-zh-Hans")


def test_a_statement_without_a_fact_is_found_in_the_walk(half: Walked) -> None:
    piece, sheet = half
    first, *others = piece.topic.statements
    for changed in (replace(first, authorities=(), own=False), replace(first, authorities=("KY-02",), own=True)):
        topic = replace(piece.topic, statements=(changed, *others))
        assert any(first.id in fault for fault in faults_of(replace(piece, topic=topic), sheet))
    unknown = replace(piece.topic, statements=(replace(first, authorities=("KY-999",), own=False), *others))
    assert faults_of(replace(piece, topic=unknown), sheet) == ["KY-999"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("</h1>", "</h1><p>您有权不开门。</p>", "您有权不开门。"),  # a sentence that a template adds
        ("<h2", "<p>Officers need a warrant.</p><h2", "Officersneedawarrant."),
        ("212-555-0100", "212-555-0134", "212-555-0134"),
        ("本资料", "这份资料", "这份资料"),  # one word of a fixed line
    ],
)
def test_a_sentence_that_nothing_stands_behind_is_found_in_the_walk(
    half: Walked, old: str, new: str, told: str
) -> None:
    piece, sheet = half
    assert old in sheet
    assert any(told[:3] in fault for fault in faults_of(piece, sheet.replace(old, new)))


# ---- and in what is printed ----


def named(walked: list[Walked], name: str) -> Piece:
    return next(piece for piece, _ in walked if piece.name == name)


@pytest.mark.parametrize(
    "name",
    ["paid-help-half-zh-Hans", "at-the-door-large-en", "signs-signs-both", "free-advice-mini-en",
     "one-option-poster-both-Hant"],
)  # fmt: skip
def test_the_finished_pages_say_what_the_walk_saw(walked: list[Walked], name: str) -> None:
    piece = named(walked, name)
    pdf = print_piece(piece, TEMPLATES, OURS).pdf  # reads it back: each word has its source, and none is lost
    assert unsourced(tagged_text(pdf), sources_of(piece)) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("</h1>", "</h1><p>Officers need a warrant.</p>", "'Officersneedawarrant.'"),
        ("</head>", "<style>h1::after { content: 'ICE!' }</style></head>", "'ICE!'"),  # words of a style sheet
        ("counter(page)", "counter(page) 'a!'", "beside its tags"),
    ],
)
def test_a_finished_page_that_says_more_is_refused(walked: list[Walked], old: str, new: str, told: str) -> None:
    piece = named(walked, "phone-safety-large-en" if old == "counter(page)" else "signs-signs-en")
    sheet = whole_sheet(TEMPLATES, piece, piece.form.sizes(piece.language)[-1])
    assert old in sheet
    problems = sheet_problems(write_pdf(sheet.replace(old, new), fonts=OURS, identifier=b"x"), piece)
    assert any(told in problem for problem in problems), problems


def test_a_clinics_own_template_may_move_words_and_add_none(library: Library, tmp_path: Path) -> None:
    own = with_template(tmp_path, library, "panel.html", "</h1>", "</h1><p>Free help.</p>")
    with pytest.raises(DocumentError, match="neither a statement, nor a line of the clinic") as refused:
        print_handouts(own, open_clinic(own), ["free-advice"], ["sticker"], ["en"], tmp_path / "out", DAY)
    assert "Freehelp." in refused.value.message
