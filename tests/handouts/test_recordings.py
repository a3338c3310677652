"""A recording the clinic makes: entered by its file's name, stale with one changed character of what is said."""

from datetime import date
from pathlib import Path

import pytest

from legalassist.api.handout_recordings import add_recording, list_recordings
from legalassist.api.handout_records import clearances_of
from legalassist.api.handout_run import Run
from legalassist.api.opening import open_clinic
from legalassist.errors import ContentError, UsageError
from legalassist.handouts.records import FILE, read_records
from legalassist.handouts.speech import CANTONESE, MANDARIN, spoken_messages
from legalassist.handouts.texts import spoken_texts
from legalassist.library import Library

DAY = date(2026, 11, 26)
SPOKEN = "locales/zh_Hans/LC_MESSAGES/spoken-cmn.po"
NAME = "at-the-door-mm.mp3"


def run_on(library: Library, records: Path | None = None) -> Run:
    return Run(library, open_clinic(library), DAY, clearances_of(library, read_records(records)))


def changed(folder: Path, library: Library, before: str, after: str, book: str = SPOKEN) -> Library:
    """Return the shelves with one change in a book of the clinic's own."""
    text = library.get(book).text
    assert text.count(before) == 1
    (folder / book).parent.mkdir(parents=True)
    (folder / book).write_text(text.replace(before, after), encoding="utf-8")
    return Library(folder)


@pytest.fixture
def shelf(library: Library, tmp_path: Path) -> Path:
    """A handout shelf with one recording."""
    folder = tmp_path / "handouts"
    add_recording(run_on(library), folder, "at-the-door", MANDARIN, file=NAME, voice="mm", on=DAY)
    return folder


def test_a_recording_keeps_hashes_and_no_word_of_its_text(library: Library, shelf: Path) -> None:
    (one,) = list_recordings(run_on(library), read_records(shelf))
    topic = run_on(library).topic("at-the-door")
    assert [text.context for text in one.record.texts] == [context for context, _ in spoken_messages(topic, MANDARIN)]
    assert (one.record.file, one.record.voice, one.record.on) == (NAME, "mm", DAY)
    assert (one.changed, one.approved) == ((), False)
    written = (shelf / FILE).read_text(encoding="utf-8")
    assert written.isascii()
    assert not [said.text for said in spoken_texts(library, topic, MANDARIN) if said.text in written]
    assert list(shelf.iterdir()) == [shelf / FILE]


def test_one_changed_character_makes_exactly_the_recordings_of_its_topic_stale(
    library: Library, shelf: Path, tmp_path: Path
) -> None:
    add_recording(run_on(library), shelf, "paid-help", MANDARIN, file="paid-help-mm.mp3", voice="mm", on=DAY)
    text = spoken_texts(library, run_on(library).topic("at-the-door"), MANDARIN)[1].text
    later = changed(tmp_path / "own", library, f'"{text}"', f'"{text[:-1]}！"')
    door, help_ = list_recordings(run_on(later), read_records(shelf))
    assert door.changed == ("spoken-cmn.at-the-door.closed-door changed",)
    assert help_.changed == ()
    assert [one.record.file for one in list_recordings(run_on(later), read_records(shelf), ["paid-help"])] == [
        "paid-help-mm.mp3"
    ]


def test_a_changed_english_makes_it_stale_and_is_not_recorded_anew_under_the_old_chinese(
    library: Library, shelf: Path, tmp_path: Path
) -> None:
    book = "interviews/kyr/topics/at-the-door.yaml"
    later = changed(tmp_path / "own", library, "text: Ask who they are.", "text: Ask them who they are.", book)
    (one,) = list_recordings(run_on(later), read_records(shelf))
    assert one.changed == ("the English of spoken-cmn.at-the-door.who changed",)
    with pytest.raises(UsageError, match=r"spoken-cmn\.at-the-door\.who: the English has changed"):
        add_recording(run_on(later), shelf, "at-the-door", MANDARIN, file=NAME, voice="mm", on=DAY)


def test_a_file_spoken_anew_counts_and_a_topic_that_cannot_be_read_is_no_recording_to_use(
    library: Library, shelf: Path, tmp_path: Path
) -> None:
    text = spoken_texts(library, run_on(library).topic("at-the-door"), MANDARIN)[1].text
    later = changed(tmp_path / "own", library, f'"{text}"', f'"{text[:-1]}！"')
    add_recording(run_on(later), shelf, "at-the-door", MANDARIN, file=NAME.upper()[:-3] + "mp3", voice="yl", on=DAY)
    (one,) = list_recordings(run_on(later), read_records(shelf))
    assert (one.record.voice, one.changed) == ("yl", ())
    gone = changed(tmp_path / "other", library, "spoken: yes\n", "", "interviews/kyr/topics/at-the-door.yaml")
    (one,) = list_recordings(run_on(gone), read_records(shelf))
    assert one.changed == ("its text cannot be read any more",)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"file": "out/at-the-door.mp3"}, "--file: a recording is named by its file alone"),
        ({"file": "..mp3"}, "--file: a recording is named by its file alone"),
        ({"file": "at-the-door.exe"}, "--file: a recording is named by its file alone"),
        ({"file": "police-visit.mp3"}, "--file: the name tells"),
        ({"voice": "Mei Lin"}, "--voice: a voice is named by a code"),
        ({"on": date(2026, 11, 27)}, "--date: at-the-door was last gone through on 2026-11-22"),
        ({"on": date(2026, 11, 21)}, "--date: at-the-door was last gone through on 2026-11-22"),
        ({"topic": "free-advice"}, "free-advice has no text for the ear"),
        ({"language": CANTONESE}, "there is no text in spoken-yue yet"),
        ({"language": "zh_Hans"}, "there is no spoken language 'zh_Hans'"),
    ],
)
def test_what_is_no_recording_is_answered_and_not_written(
    library: Library, tmp_path: Path, wrong: dict[str, object], said: str
) -> None:
    given = {"topic": "at-the-door", "language": MANDARIN, "file": NAME, "voice": "mm", "on": DAY} | wrong
    with pytest.raises(UsageError, match=said) as refused:
        add_recording(run_on(library), tmp_path / "handouts", **given)  # type: ignore[arg-type]
    assert refused.value.hint
    assert "Mei Lin" not in f"{refused.value} {refused.value.hint}"
    assert not (tmp_path / "handouts").exists()


def test_a_topic_there_is_not_is_answered(library: Library, shelf: Path) -> None:
    with pytest.raises(ContentError, match="at-the-dor"):
        list(list_recordings(run_on(library), read_records(shelf), ["at-the-dor"]))
