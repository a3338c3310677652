"""Print everything: every topic, language and format into a tree of folders, with an index page to look at it all."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from legalassist.api.handout_run import Run
from legalassist.api.handout_workers import Done, Progress
from legalassist.api.printing import Printed, make_pieces, put_away
from legalassist.documents.page import environment, fill
from legalassist.handouts.folder import check_untouched
from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL
from legalassist.handouts.pictures import NOTE
from legalassist.handouts.piece import tag_of
from legalassist.languages.tags import ENGLISH, SIMPLIFIED, TRADITIONAL, YUE

INDEX = "index.html"

SPOKEN: Mapping[str, str] = MappingProxyType({
    ENGLISH: "English",
    SIMPLIFIED: "Chinese, simplified",
    TRADITIONAL: "Chinese, traditional",
    BOTH: "English and simplified Chinese",
    BOTH_TRADITIONAL: "English and traditional Chinese",
    YUE: "Cantonese",
})  # fmt: skip
"""What the index calls the language of a piece."""


def print_everything(  # noqa: PLR0913 - as `print_run`
    run: Run, topics: Sequence[str], formats: Sequence[str], languages: Sequence[str], out: Path, *,
    final: bool = False, workers: int = 1, progress: Progress = lambda _name: None,
) -> Printed:  # fmt: skip
    """Print every piece into ``LANGUAGE/TOPIC/`` below `out`, beside ``index.html`` with a small picture of each.

    A piece that cannot be made stops no other: the index and the answer name it, and why.
    Arguments and other errors are those of `legalassist.api.printing.print_run`.
    """
    check_untouched(out)
    done, unmade = make_pieces(
        run, topics, formats, languages, final=final, workers=workers, progress=progress, pictured=True, tolerant=True
    )
    told = tuple(one.why for one in unmade)
    files: dict[str, bytes] = {}
    entries = []
    for one in done:
        made = _placed(one)
        files |= made
        entries.append(_entry(one, next(iter(made))))
    files[INDEX] = _index(run, entries, told).encode()
    return replace(put_away(run, done, files, out), unmade=told)


def _placed(done: Done) -> dict[str, bytes]:
    piece = done.sheet.piece
    folder = f"{tag_of(piece.language)}/{piece.topic.id}"
    return {(name if name == NOTE else f"{folder}/{name}"): content for name, content in done.files.items()}


def _entry(done: Done, file: str) -> Mapping[str, object]:
    piece = done.sheet.piece
    picture = "data:image/png;base64," + b64encode(done.picture).decode()
    return {
        "file": file, "topic": piece.topic.name, "format": piece.title, "language": tag_of(piece.language),
        "spoken": SPOKEN[piece.language],
        "code": piece.code, "size": f"{done.sheet.size:g}", "cleared": done.stands.cleared, "picture": picture,
    }  # fmt: skip


def _index(run: Run, entries: Sequence[Mapping[str, object]], unmade: Sequence[str]) -> str:
    """Return the index page: opened in a browser, from the folder, without a network."""
    context = {"entries": entries, "unmade": unmade, "day": run.as_of.isoformat()}
    return str(fill(environment(run.library), "kyr/index.html", context))
