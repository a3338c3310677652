"""Print the pieces of a run, in this process or in several side by side; the bytes are the same."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from multiprocessing import get_context

from jinja2 import Environment

from legalassist.api.handout_run import Run
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.handouts.formats import FORMATS, Format
from legalassist.handouts.gates import Standing
from legalassist.handouts.piece import Piece
from legalassist.handouts.printing import Sheet, print_first
from legalassist.handouts.topic import Topic
from legalassist.library import Library, fonts

Progress = Callable[[str], None]
Order = tuple[Topic, Format, str]
Done = tuple[Sheet, Standing]


def printed_pieces(run: Run, orders: Sequence[Order], progress: Progress, workers: int = 1) -> list[Done]:
    """Return every ordered piece, printed, with what stands between it and being handed out, in the order asked for.

    Raises what the first failing piece raises; nothing is written here.
    """
    if workers < 2 or len(orders) < 2:  # noqa: PLR2004 - one process, or one piece
        return list(_here(run, orders, progress))
    done: dict[int, Done] = {}
    # A new process for each worker: the layout engine keeps locks and fonts that a copied process must not share.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting = {
            pool.submit(_there, run, topic.id, form.name, language): number
            for number, (topic, form, language) in enumerate(orders)
        }
        try:
            for future in as_completed(waiting):
                done[waiting[future]] = future.result()
                progress("")
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return [done[number] for number in range(len(orders))]


def _here(run: Run, orders: Sequence[Order], progress: Progress) -> Iterator[Done]:
    for topic, form, language in orders:
        yield print_one(run, topic, form, language)
        progress(form.name)


def _there(run: Run, topic: str, form: str, language: str) -> Done:
    """Print one piece in a worker: it reads the topic itself."""
    return print_one(run, run.topic(topic), FORMATS[form], language)


def print_one(run: Run, topic: Topic, form: Format, language: str) -> Done:
    """Print one piece: whole, or without as few of its optional statements as it takes to fit."""
    templates, ours = _tools(run.library)
    stands: dict[str, Standing] = {}

    def candidates() -> Iterator[Piece]:
        for piece, standing in run.candidates(topic, form, language):
            stands[piece.code] = standing
            yield piece

    sheet = print_first(candidates(), templates, ours)
    return sheet, stands[sheet.piece.code]


@cache
def _tools(library: Library) -> tuple[Environment, Fonts]:
    return environment(library), Fonts.read(fonts())
