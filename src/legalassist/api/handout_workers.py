"""Print the pieces of a run, in this process or in several side by side; the bytes are the same."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread

from jinja2 import Environment

from legalassist.api.handout_run import Run
from legalassist.documents.fonts import Fonts, MissingGlyphsError
from legalassist.documents.page import environment
from legalassist.errors import ContentError, DocumentError, LegalAssistError
from legalassist.handouts.formats import FORMATS, Format
from legalassist.handouts.gates import Standing
from legalassist.handouts.own_lines import lines_with
from legalassist.handouts.pictures import files_of, thumbnail
from legalassist.handouts.piece import Piece, tag_of
from legalassist.handouts.printing import TEMPLATE, DoesNotFitError, Sheet, print_first
from legalassist.handouts.topic import Topic
from legalassist.library import Library, fonts

Progress = Callable[[str], None]
"""Called after each piece, with the id of its topic."""

Order = tuple[Topic, Format, str]


@dataclass(frozen=True, slots=True)
class Done:
    """A printed piece, finished where it was printed: its files, a small picture, what keeps it from being handed out.

    `picture` is empty where none was asked for.
    """

    sheet: Sheet
    stands: Standing
    files: Mapping[str, bytes]
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class Unmade:
    """A piece that could not be made: its text does not fit, its template has a mistake, it would tell; and why."""

    topic: str
    form: str
    language: str
    wrong: LegalAssistError

    @property
    def why(self) -> str:
        """What happened, in a line that begins with the piece's name."""
        problems = self.wrong.problems if isinstance(self.wrong, ContentError) else ()
        if not problems:
            return self.wrong.message
        name = f"{self.topic}-{self.form}-{tag_of(self.language)}"
        return f"{name}: " + "; ".join(f"{one.where}: {one.message}" for one in problems)


def printed_pieces(  # noqa: PLR0913 - what, and how
    run: Run, orders: Sequence[Order], progress: Progress, workers: int = 1, *, pictured: bool = False,
    tolerant: bool = False,
) -> list[Done | Unmade]:  # fmt: skip
    """Return every ordered piece, printed, in the order asked for; with a small picture of each if they are `pictured`.

    Raises what the first failing piece raises; only if the run is `tolerant`, as that of a whole tree is, a piece that
    cannot be made is returned as such, and the others are made. Nothing is written here.
    """
    given = _Given(run, pictured, tolerant)
    if workers < 2 or len(orders) < 2:  # noqa: PLR2004 - one process, or one piece
        return list(_here(given, orders, progress))
    done: dict[int, Done | Unmade] = {}
    context = get_context("spawn")
    alive, held = context.Pipe(duplex=False)
    # A new process for each worker: the layout engine keeps locks and fonts that a copied process must not share.
    # It is given the run once: a run that came anew with every piece would be another one each time, and its fonts,
    # templates and catalogs would be read and kept again for each (measured: 4 MB a piece).
    with ProcessPoolExecutor(
        min(workers, len(orders)), mp_context=context, initializer=_begin, initargs=(given, alive)
    ) as pool:
        waiting = {
            pool.submit(_there, topic.id, form.name, language): number
            for number, (topic, form, language) in enumerate(orders)
        }
        try:
            for future in as_completed(waiting):
                done[waiting[future]] = future.result()
                progress(orders[waiting[future]][0].id)
        except BaseException:
            held.close()  # the workers end at once, in the middle of a piece
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    held.close()
    return [done[number] for number in range(len(orders))]


@dataclass(frozen=True, slots=True)
class _Given:
    """What a process prints pieces of, whether it takes small pictures, and goes on after one that cannot be made."""

    run: Run
    pictured: bool = False
    tolerant: bool = False


def _here(given: _Given, orders: Sequence[Order], progress: Progress) -> Iterator[Done | Unmade]:
    for topic, form, language in orders:
        yield _finished(given, topic, form, language)
        progress(topic.id)


_GIVEN: list[_Given] = []
"""What a worker process was given; empty in any other process."""


def _begin(given: _Given, alive: Connection | None = None) -> None:
    """Keep the run of a worker, which prints nothing else, and ends when nobody waits for it any more.

    `alive` is the end of a pipe whose other end only the first process holds: however that one goes, it is closed.
    """
    _GIVEN[:] = [given]
    if alive is not None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the first process says what it means
        Thread(target=_end_with, args=(alive,), daemon=True).start()


def _end_with(alive: Connection) -> None:
    """End this process once nothing can come through a pipe; nothing ever does."""
    with suppress(EOFError, OSError):
        alive.recv_bytes()
    os._exit(1)


def _there(topic: str, form: str, language: str) -> Done | Unmade:
    """Print one piece in a worker: it reads the topic itself."""
    (given,) = _GIVEN
    done = _finished(given, given.run.topic(topic), FORMATS[form], language)
    _let_go()
    return done


def _let_go() -> None:
    """Give back what a laid-out piece leaves behind, before the next one grows the process.

    What the first piece has loaded stays and is not looked through again: the search takes a few milliseconds.
    """
    gc.collect()
    if not gc.get_freeze_count():
        gc.freeze()


def _finished(given: _Given, topic: Topic, form: Format, language: str) -> Done | Unmade:
    try:
        sheet, stands = print_one(given.run, topic, form, language)
    except LegalAssistError as wrong:
        if not given.tolerant:
            raise
        return Unmade(topic.id, form.name, language, wrong)
    return Done(sheet, stands, files_of(sheet), thumbnail(sheet.pdf) if given.pictured else b"")


def print_one(run: Run, topic: Topic, form: Format, language: str) -> tuple[Sheet, Standing]:
    """Print one piece: whole, or without as few of its optional statements as it takes to fit."""
    templates, ours = _tools(run.library)
    stands: dict[str, Standing] = {}

    def candidates() -> Iterator[Piece]:
        for piece, standing in run.candidates(topic, form, language):
            stands[piece.code] = standing
            yield piece

    try:
        sheet = print_first(candidates(), templates, ours)
    except DocumentError as wrong:
        wrong.hint = _what_to_do(run, wrong)
        raise
    return sheet, stands[sheet.piece.code]


def _what_to_do(run: Run, wrong: DocumentError) -> str:
    """Return the hint to what keeps a piece from being made: of shipped templates and texts nothing is the reader's."""
    own = _own_sheets(run.library)
    if isinstance(wrong, DoesNotFitError) and own:
        return f"{wrong.hint}; or take less room with borders and gaps in the clinic's own {', '.join(own)}"
    if isinstance(wrong, MissingGlyphsError) and (keys := lines_with(run.clinic, tuple(map(chr, wrong.codes)))):
        return f"clinic.yaml: {', '.join(keys)} holds it: write another character there"
    if wrong.hint == TEMPLATE and not own:
        return "look at what clinic.yaml says under 'handouts', and at its 'name' and 'phone'"
    return wrong.hint


def _own_sheets(library: Library) -> tuple[str, ...]:
    """Return the templates and style sheets of handouts that stand on the clinic's own shelf, by name."""
    books = (one for suffix in (".html", ".css") for one in library.books("templates/kyr", suffix))
    return tuple(one.name for one in books if one.shelf != "shipped")


@lru_cache(maxsize=2)
def _tools(library: Library) -> tuple[Environment, Fonts]:
    return environment(library), Fonts.read(fonts())
