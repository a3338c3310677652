"""A text that is dropped is missed: also one whose words a longer one says too, and one side's or one picture's own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from handouts.everything import everything_cleared
from one_library import LIBRARY

from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.pdf import write_pdf
from legalassist.handouts.formats import FORMATS, Way
from legalassist.handouts.layout import whole_sheet
from legalassist.handouts.lost import bare, lost
from legalassist.handouts.panels import days_of, panels_of
from legalassist.handouts.piece import Piece
from legalassist.handouts.places import Leaf, leaves_of
from legalassist.handouts.read_back import sheet_problems
from legalassist.languages.catalog import fill as put
from legalassist.library import Library
from legalassist.library import fonts as fonts_folder

DAY = date(2026, 11, 26)
OURS = Fonts.read(fonts_folder())
NUMBER = "212-555-0100"
BAND = "NOTREVIEWED–DONOTHANDOUT"


@pytest.fixture(scope="module")
def draft(library: Library) -> Run:
    return Run(library, open_clinic(library), DAY)


@pytest.fixture(scope="module")
def clear(draft: Run) -> Run:
    return replace(draft, clearances=everything_cleared(draft, DAY))


def made(run: Run, topic: str, form: str, language: str) -> tuple[Piece, str]:
    """Return a piece and its filled pages."""
    piece, _ = next(run.candidates(run.topic(topic), FORMATS[form], language))
    return piece, whole_sheet(environment(run.library), piece, 10)


def said(sheet: str) -> str:
    return bare(unescape(re.sub("<[^>]*>", "", sheet.partition("<body>")[2])))


def pages(piece: Piece) -> Sequence[Leaf]:
    return () if piece.form.way == Way.FLOW else leaves_of(piece, len(panels_of(piece)))


def without(text: str, words: str, number: int) -> str:
    """Return a text without one of the places where it says some words: the first is number 0."""
    parts = text.split(words)
    return words.join(parts[: number + 1]) + words.join(parts[number + 1 :])


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_nothing_is_missed_on_a_piece_as_it_is_filled(clear: Run, draft: Run, form: str) -> None:
    topic = {Way.NUMBER: "free-advice", Way.SIGNS: "signs"}.get(FORMATS[form].way, "paid-help")
    language = "both" if FORMATS[form].speaks("both") else "zh_Hans"
    for run in (clear, draft):
        piece, sheet = made(run, topic, form, language)
        assert list(lost(piece, said(sheet), pages(piece))) == []
        for one in piece.texts:  # and each text is, that is taken out everywhere
            text = bare(put(one.text, **days_of(piece, one.language)))
            if text in said(sheet):
                assert list(lost(piece, said(sheet).replace(text, ""), pages(piece))) != [], one.context


def test_a_short_statement_inside_a_longer_one_is_missed(draft: Run) -> None:
    piece, _ = made(draft, "paid-help", "half", "en")
    first, second, *others = piece.topic.printed_on(piece.form)
    short, long = (piece.topic.context(one, "text") for one in (first, second))
    texts = tuple(
        replace(one, text={short: "Ask.", long: "Ask. Then wait."}.get(one.context, one.text)) for one in piece.texts
    )
    changed = replace(piece, texts=texts)
    assert len(others) > 1
    text = said(whole_sheet(environment(LIBRARY), changed, 10))
    assert list(lost(changed, text, pages(changed))) == []
    dropped = re.sub(r"Ask\.(?!Then)", "", text)
    assert dropped != text
    assert list(lost(changed, dropped, pages(changed))) == [f"{short} (en) is not on every copy"]


def test_the_same_words_said_in_two_statements_are_needed_twice(draft: Run) -> None:
    piece, _ = made(draft, "paid-help", "half", "en")
    twice = {piece.topic.context(one, "text") for one in piece.topic.printed_on(piece.form)[:2]}
    texts = tuple(replace(one, text="Ask us.") if one.context in twice else one for one in piece.texts)
    changed = replace(piece, texts=texts)
    text = said(whole_sheet(environment(LIBRARY), changed, 10))
    assert list(lost(changed, text, pages(changed))) == []
    assert list(lost(changed, without(text, "Askus.", 1), pages(changed))) != []


@pytest.mark.parametrize("place", [0, 9, 10, 19])
def test_each_side_of_each_card_carries_the_number(clear: Run, place: int) -> None:
    piece, sheet = made(clear, "at-the-door", "wallet", "both")
    assert said(sheet).count(NUMBER) == 20  # ten cards, two sides
    assert list(lost(piece, without(said(sheet), NUMBER, place), pages(piece))) != []


def test_each_picture_carries_the_band_because_it_is_sent_by_itself(draft: Run) -> None:
    piece, sheet = made(draft, "at-the-door", "picture", "en")
    count = said(sheet).count(BAND)
    assert count > 1
    for place in range(count):
        assert list(lost(piece, without(said(sheet), BAND, place), pages(piece))) != []


def test_a_dropped_statement_is_missed_in_the_finished_file(draft: Run) -> None:
    piece, _ = made(draft, "free-advice", "sticker", "en")
    html = whole_sheet(environment(LIBRARY), piece, piece.form.sizes("en")[-1])
    foot = next(one for one in piece.texts if one.context == "piece.not_safe")
    assert html.count(foot.text) > 1
    dropped = write_pdf(html.replace(foot.text, "", 1), fonts=OURS)
    assert "piece.not_safe (en) is not on every copy" in sheet_problems(dropped, piece)
