"""List every piece: its version, whether it is cleared, when to look again, and what changed since it was printed."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legalassist.api.handout_records import changed_own
from legalassist.api.handout_run import Run, orders
from legalassist.handouts.formats import FORMATS, languages_on
from legalassist.handouts.piece import Piece
from legalassist.handouts.records import Copies, Records
from legalassist.handouts.topic import Topic


@dataclass(frozen=True, slots=True)
class ListedPiece:
    """One piece as `handout list TOPIC` shows it; `changed` is empty where it was never printed, or is as printed."""

    topic: str
    language: str
    format: str
    code: str
    cleared: bool
    check_again: dt.date | None
    printed: dt.date | None
    changed: tuple[str, ...]


def list_pieces(run: Run, records: Records, topics: Sequence[str]) -> Iterator[ListedPiece]:
    """Yield every piece of some topics, with all its statements; raises ContentError for problems in a topic."""
    last = {(one.topic, one.format, one.language): one for one in records.printed if one.variant == run.variant}
    for topic, form, language in orders(run.library, map(run.topic, topics), tuple(FORMATS), languages_on(run.library)):
        piece, stands = next(run.candidates(topic, form, language))
        log = last.get((topic.id, form.name, language))
        yield ListedPiece(
            topic.id, language, form.name, piece.code, stands.cleared, piece.check_again, log.on if log else None,
            tuple(_changed(run, topic, piece, log)) if log else (),
        )  # fmt: skip


def _changed(run: Run, topic: Topic, piece: Piece, log: Copies) -> Iterator[str]:
    """Yield what is not as it was on a printed version; one with a code to scan is held against such a piece."""
    if log.scanned:
        piece, _ = next(replace(run, scanned=True).candidates(topic, piece.form, piece.language))
    from_log = {(one.context, one.language): one for one in log.texts}
    now = {(one.context, one.language): one.wording for one in piece.texts}
    for place, wording in now.items():
        context, language = place
        if place not in from_log:
            yield f"{context} ({language}) is new"
        elif from_log[place].text != wording.text:
            yield f"{context} ({language}) changed"
        elif from_log[place] != wording:
            yield f"the English of {context} ({language}) changed"
    yield from (f"{context} ({language}) is gone" for context, language in from_log if (context, language) not in now)
    if log.contacts != tuple(f"{one}:{number}" for one, number in piece.contacts):
        yield "the numbers of others changed"
    if log.number != piece.shown.number:
        yield "the clinic's number changed"
    yield from (f"the clinic's {what} changed" for what in changed_own(run, log))
