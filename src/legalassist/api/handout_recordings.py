"""The recordings a clinic makes of texts for the ear: entered by the file's name, stale as soon as a text changes."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from legalassist.api.handout_run import Run, check_names
from legalassist.errors import ContentError, UsageError
from legalassist.handouts.records import Recording, Records, add_records, recorded
from legalassist.handouts.speech import WRITTEN_IN
from legalassist.handouts.telling import telling_word
from legalassist.handouts.texts import catalog_of, spoken_texts
from legalassist.reviews.ledger import Said


def add_recording(  # noqa: PLR0913 - what the record holds
    run: Run, folder: Path, topic: str, language: str, *, file: str, voice: str, on: dt.date
) -> Recording:
    """Record that a topic's texts for the ear, as they stand today, were spoken into a file.

    Raises UsageError for a variety there is not or has no texts, a day that cannot be, a name that is none or that
    tells what the recording is about, or texts whose English has changed; ContentError for a topic there is not.
    """
    check_names("spoken language", [language], tuple(WRITTEN_IN))
    read = run.topic(topic)
    texts = spoken_texts(run.library, read, language)
    _refuse_stale(run, texts, language)
    if not read.written <= on <= run.as_of:
        message = f"--date: {topic} was last gone through on {read.written}; it was spoken since, up to {run.as_of}"
        raise UsageError(message, hint="a recording from before that day says an earlier text: speak it anew")
    record = recorded(
        Recording, on=on, topic=topic, language=language, file=file, voice=voice,
        texts=tuple(one.wording for one in texts),
    )  # fmt: skip
    if telling_word(file):
        message = "--file: the name tells what the recording is about to whoever sees it on a phone"
        raise UsageError(message, hint=f"name it neutrally: {topic}-{voice}.mp3")
    add_records(folder, [record])
    return record


def _refuse_stale(run: Run, texts: Sequence[Said], language: str) -> None:
    """Refuse texts that say an earlier English: nobody speaks them into a file as they are today."""
    catalog = catalog_of(run.library, WRITTEN_IN[language][0], language)
    stale = [one.context for one in texts if catalog.stale(one.context, one.english)]
    if stale:
        message = f"{', '.join(stale)}: the English has changed under the text for the ear"
        raise UsageError(message, hint="bring the text up to its English first; a recording of it would be stale")


@dataclass(frozen=True, slots=True)
class ListedRecording:
    """A recording, what is not as it was spoken (nothing: it says today's text), and whether that text is approved."""

    record: Recording
    changed: tuple[str, ...]
    approved: bool


def list_recordings(run: Run, records: Records, topics: Sequence[str] = ()) -> Iterator[ListedRecording]:
    """Yield the recordings, all or of some topics; raises ContentError for a topic named there is not."""
    for name in topics:
        run.topic(name)
    for one in records.recordings:
        if topics and one.topic not in topics:
            continue
        try:
            texts = spoken_texts(run.library, run.topic(one.topic), one.language)
        except (ContentError, UsageError):
            yield ListedRecording(one, ("its text cannot be read any more",), approved=False)
        else:
            changed = tuple(_changed(one, texts))
            yield ListedRecording(one, changed, not changed and run.standing(texts, ()).cleared)


def _changed(record: Recording, texts: Sequence[Said]) -> Iterator[str]:
    """Yield what a recording says otherwise than its topic does today."""
    then = {one.context: one for one in record.texts}
    for said in texts:
        before = then.pop(said.context, None)
        if before is None:
            yield f"{said.context} is new"
        elif before.text != said.wording.text:
            yield f"{said.context} changed"
        elif before != said.wording:
            yield f"the English of {said.context} changed"
    yield from (f"{context} is gone" for context in then)
