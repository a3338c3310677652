"""A text that is dropped is missed: also one whose words a longer one says too, and one side's or one picture's own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from handouts.everything import every_piece, everything_cleared, filled

from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.pdf import write_pdf
from legalassist.handouts.formats import Way
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.lost import bare, lost
from legalassist.handouts.panels import panels_of
from legalassist.handouts.piece import Piece
from legalassist.handouts.places import Leaf, leaves_of
from legalassist.handouts.read_back import sheet_problems
from legalassist.library import Library
from legalassist.library import fonts as fonts_folder

DAY = date(2026, 11, 26)
OURS = Fonts.read(fonts_folder())
NUMBER = "212-555-0100"
BAND = "NOTREVIEWED–DONOTHANDOUT"


@pytest.fixture(scope="module")
def cleared(library: Library) -> list[tuple[Piece, str]]:
    run = Run(library, open_clinic(library), DAY)
    return filled(every_piece(replace(run, clearances=everything_cleared(run, DAY))), library)


@pytest.fixture(scope="module")
def drafts(library: Library) -> list[tuple[Piece, str]]:
    return filled(every_piece(Run(library, open_clinic(library), DAY)), library)


def said(sheet: str) -> str:
    return bare(unescape(re.sub("<[^>]*>", "", sheet.partition("<body>")[2])))


def pages(piece: Piece) -> Sequence[Leaf]:
    return () if piece.form.way == Way.FLOW else leaves_of(piece, len(panels_of(piece)))


def named(pieces: list[tuple[Piece, str]], name: str) -> tuple[Piece, str]:
    return next(one for one in pieces if one[0].name == name)


def without(text: str, words: str, number: int) -> str:
    """Return a text without one of the places where it says some words: the first is number 0."""
    parts = text.split(words)
    return words.join(parts[: number + 1]) + words.join(parts[number + 1 :])


def test_nothing_is_missed_on_any_piece_as_it_is_filled(
    cleared: list[tuple[Piece, str]], drafts: list[tuple[Piece, str]]
) -> None:
    wrong = [piece.name for piece, sheet in (*cleared, *drafts) if list(lost(piece, said(sheet), pages(piece)))]
    assert wrong == []
    assert len(cleared) > 900


def test_a_short_statement_inside_a_longer_one_is_missed(drafts: list[tuple[Piece, str]]) -> None:
    piece, _ = named(drafts, "paid-help-half-en")
    first, second, *others = piece.topic.printed_on(piece.form)
    short, long = (piece.topic.context(one, "text") for one in (first, second))
    texts = tuple(
        replace(one, text={short: "Ask.", long: "Ask. Then wait."}.get(one.context, one.text)) for one in piece.texts
    )
    changed = replace(piece, texts=texts)
    assert len(others) > 1
    text = said(whole_sheet(environment(Library()), changed, 10))
    assert list(lost(changed, text, pages(changed))) == []
    dropped = re.sub(r"Ask\.(?!Then)", "", text)
    assert dropped != text
    assert list(lost(changed, dropped, pages(changed))) == [f"{short} (en) is not on every copy"]


def test_the_same_words_said_in_two_statements_are_needed_twice(drafts: list[tuple[Piece, str]]) -> None:
    piece, _ = named(drafts, "paid-help-half-en")
    twice = {piece.topic.context(one, "text") for one in piece.topic.printed_on(piece.form)[:2]}
    texts = tuple(replace(one, text="Ask us.") if one.context in twice else one for one in piece.texts)
    changed = replace(piece, texts=texts)
    text = said(whole_sheet(environment(Library()), changed, 10))
    assert list(lost(changed, text, pages(changed))) == []
    assert list(lost(changed, without(text, "Askus.", 1), pages(changed))) != []


@pytest.mark.parametrize("place", [0, 9, 10, 19])
def test_each_side_of_each_card_carries_the_number(cleared: list[tuple[Piece, str]], place: int) -> None:
    piece, sheet = named(cleared, "at-the-door-wallet-both")
    assert said(sheet).count(NUMBER) == 20  # ten cards, two sides
    assert list(lost(piece, without(said(sheet), NUMBER, place), pages(piece))) != []


def test_each_picture_carries_the_band_because_it_is_sent_by_itself(drafts: list[tuple[Piece, str]]) -> None:
    piece, sheet = named(drafts, "at-the-door-picture-en")
    count = said(sheet).count(BAND)
    assert count > 1
    for place in range(count):
        assert list(lost(piece, without(said(sheet), BAND, place), pages(piece))) != []


def test_a_dropped_statement_is_missed_in_the_finished_file(drafts: list[tuple[Piece, str]]) -> None:
    piece, _ = named(drafts, "free-advice-sticker-en")
    html = whole_sheet(environment(Library()), piece, piece.form.sizes("en")[-1])
    foot = next(one for one in piece.texts if one.context == "piece.not_safe")
    assert html.count(foot.text) > 1
    dropped = write_pdf(html.replace(foot.text, "", 1), fonts=OURS)
    assert "piece.not_safe (en) is not on every copy" in sheet_problems(dropped, piece)
