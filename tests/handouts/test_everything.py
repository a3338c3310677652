"""Every topic, format and language: a banded draft, then with the clinic's yes no band; one change bands its pieces."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from handouts.everything import every_piece, everything_cleared, filled

from legalassist.api.handout_run import Run, orders
from legalassist.api.opening import open_clinic
from legalassist.api.printing import print_run
from legalassist.documents.tags.tagged import tagged_text
from legalassist.documents.together import tokens
from legalassist.handouts.formats import FORMATS, Format, Way, languages_on
from legalassist.handouts.gates import NONE
from legalassist.handouts.lost import lost
from legalassist.handouts.panels import Voice, panels_of
from legalassist.handouts.piece import Piece
from legalassist.handouts.places import leaves_of
from legalassist.handouts.reading import topic_names
from legalassist.handouts.sources import sources_of, unsourced
from legalassist.handouts.texts import has_texts, says_aloud
from legalassist.handouts.topic import Statement, Topic
from legalassist.library import Library

DAY = date(2026, 11, 26)
BANDS = ("NOT REVIEWED", "未审阅", "未審閱")
NUMBER = "212-555-0100"


@pytest.fixture(scope="module")
def clinic(library: Library) -> Run:
    """The test clinic, whose attorney has approved and acknowledged everything, and which has called every number."""
    run = Run(library, open_clinic(library), DAY)
    return replace(run, clearances=everything_cleared(run, DAY))


@pytest.fixture(scope="module")
def cleared(clinic: Run, library: Library) -> list[tuple[Piece, str]]:
    return filled(every_piece(clinic), library)


def words(sheet: str) -> str:
    return sheet.partition("<body>")[2]


def test_every_topic_is_made_in_every_format_and_language_that_can_carry_it(clinic: Run, library: Library) -> None:
    made = {(topic.id, form.name, language) for topic, form, language in every_order(clinic)}
    for topic in map(clinic.topic, topic_names(library)):
        for form in FORMATS.values():
            for language in languages_on(library):
                wanted = topic.made_as(form) and form.speaks(language)
                assert ((topic.id, form.name, language) in made) == wanted
                assert has_texts(library, topic, language)


def every_order(run: Run) -> Iterator[tuple[Topic, Format, str]]:
    topics = map(run.topic, topic_names(run.library))
    return orders(run.library, topics, tuple(FORMATS), languages_on(run.library))


def test_without_a_yes_each_piece_has_its_band_and_with_it_none_has(
    clinic: Run, cleared: list[tuple[Piece, str]]
) -> None:
    for piece in every_piece(replace(clinic, clearances=NONE)):
        assert piece.banded, piece.name
    for piece, sheet in cleared:
        assert not piece.banded, piece.name
        assert not any(band in sheet for band in BANDS), piece.name
        assert NUMBER in words(sheet), piece.name
        assert unsourced(re.sub("<[^>]*>", "", words(sheet)), sources_of(piece)) == (), piece.name
        leaves = () if piece.form.way == Way.FLOW else leaves_of(piece, len(panels_of(piece)))
        assert list(lost(piece, unescape(re.sub("<[^>]*>", "", words(sheet))), leaves)) == [], piece.name


def test_the_numbers_of_others_stand_on_every_piece_that_has_room_for_them(cleared: list[tuple[Piece, str]]) -> None:
    with_others = [(piece, sheet) for piece, sheet in cleared if piece.topic.numbers and not piece.form.covered]
    assert len(with_others) > 300
    for piece, sheet in with_others:
        assert len(piece.contacts) == len(piece.topic.numbers), piece.name
        assert all(number in sheet for _, number in piece.contacts), piece.name


@pytest.mark.parametrize(
    ("topic", "form", "language"),
    [("for-family", "tri-fold", "zh_Hant"), ("in-court", "poster", "both_Hant"), ("paid-help", "palm", "both")],
)
def test_what_is_cleared_is_printed_as_final(clinic: Run, tmp_path: Path, topic: str, form: str, language: str) -> None:
    done = print_run(clinic, [topic], [form], [language], tmp_path / "out", final=True)
    text = tagged_text((done.out / done.rows[0].file).read_bytes())
    assert not any(band in text for band in BANDS)
    assert NUMBER in text
    assert done.to_do == ()


def test_the_characters_kept_together_at_a_texts_end_never_take_a_number_from_what_it_counts(
    cleared: list[tuple[Piece, str]],
) -> None:
    def cuts(voice: Voice) -> bool:
        said = voice.more or voice.text
        cut = len(said) - len(voice.last_signs)
        return any(first < cut < past for first, past in tokens(said))

    panels = {panel for piece, _ in cleared for panel in panels_of(piece)}
    voices = {voice for panel in panels for group in panel.groups for one in group.statements for voice in one}
    assert [voice.text for voice in voices if cuts(voice)] == []
    assert sum(1 for voice in voices if any(tokens(voice.more or voice.text)) and voice.last_signs) > 5


# ---- one changed statement ----


def one_of_each(library: Library, clinic: Run, place: float) -> dict[str, Statement]:
    """Return one statement of each topic, from the first (0) to the last (1)."""
    topics = [topic for topic in map(clinic.topic, topic_names(library)) if topic.statements]
    return {topic.id: topic.statements[round(place * (len(topic.statements) - 1))] for topic in topics}


def changed_english(folder: Path, library: Library, chosen: dict[str, Statement], part: str) -> Library:
    """Return the shelves with another word in the English of some statements."""
    (folder / "interviews/kyr/topics").mkdir(parents=True)
    for name, one in chosen.items():
        text = re.sub(r"\n {6}(?=\S)", " ", library.get(f"interviews/kyr/topics/{name}.yaml").text)  # no line is folded
        text = re.sub(r": >- (.*)$", r': "\1"', text, flags=re.MULTILINE)  # a sentence may have a colon of its own
        sentence = getattr(one, part)
        assert text.count(sentence) == 1
        book = folder / f"interviews/kyr/topics/{name}.yaml"
        book.write_text(text.replace(sentence, f"{sentence[:-1]} now{sentence[-1]}"), encoding="utf-8")
    return Library(folder)


def prints(piece: Piece, one: Statement, part: str) -> bool:
    """Say whether a piece prints a part of a statement, in whatever language; what is said aloud says both parts."""
    if one.id not in {each.id for each in piece.topic.printed_on(piece.form)}:
        return False
    return part == "text" or piece.form.seconds or any(says_aloud(piece.topic, piece.form, piece.language))


def banded(run: Run, library: Library) -> set[str]:
    return {piece.name for piece in every_piece(replace(run, library=library)) if piece.banded}


@pytest.mark.parametrize(("place", "part"), [(0, "text"), (0.5, "text"), (1, "text"), (0.4, "more")])
def test_one_changed_statement_bands_exactly_the_pieces_that_print_it(
    clinic: Run, library: Library, cleared: list[tuple[Piece, str]], tmp_path: Path, place: float, part: str
) -> None:
    chosen = {name: one for name, one in one_of_each(library, clinic, place).items() if getattr(one, part)}
    other = changed_english(tmp_path, library, chosen, part)
    expected = {
        piece.name for piece, _ in cleared
        if piece.topic.id in chosen and prints(piece, chosen[piece.topic.id], part)
    }  # fmt: skip
    assert banded(clinic, other) == expected
    assert 0 < len(expected) < len(cleared)


@pytest.mark.parametrize(
    ("language", "tags"), [("zh_Hans", {"zh-Hans", "both"}), ("zh_Hant", {"zh-Hant", "both-Hant"})]
)
def test_one_changed_character_of_the_chinese_bands_the_pieces_in_that_script_alone(
    clinic: Run, library: Library, cleared: list[tuple[Piece, str]], tmp_path: Path, language: str, tags: set[str]
) -> None:
    name = f"locales/{language}/LC_MESSAGES/kyr.po"
    text = library.get(name).text
    said = re.search(r'msgctxt "topic\.if-arrested\.([a-z-]+)\.text"\nmsgid ".*"\nmsgstr "(.*)"', text)
    assert said is not None
    for shelf in ("zh_Hans", "zh_Hant"):  # a clinic that has one script of its own has both
        book = tmp_path / f"locales/{shelf}/LC_MESSAGES/kyr.po"
        book.parent.mkdir(parents=True)
        whole = library.get(f"locales/{shelf}/LC_MESSAGES/kyr.po").text
        book.write_text(whole.replace(f'"{said[2]}"', f'"{said[2]}。"') if shelf == language else whole, "utf-8")
    expected = {
        piece.name for piece, _ in cleared
        if piece.topic.id == "if-arrested" and piece.tag in tags
        and said[1] in {one.id for one in piece.topic.printed_on(piece.form)}
        and not any(says_aloud(piece.topic, piece.form, piece.language))
    }  # fmt: skip
    assert banded(clinic, Library(tmp_path)) == expected
    assert len(expected) > 10
