"""Print handouts: from statements to sheets, cards and pictures. No case, no answers: they start at *written*."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from legalassist import __version__
from legalassist.api.handout_run import Run, check_run, orders, refuse_unfilled
from legalassist.api.handout_workers import Done, Order, Progress, Unmade, printed_pieces
from legalassist.api.opening import open_clinic
from legalassist.documents.clinic import Clinic
from legalassist.errors import DocumentError, UsageError
from legalassist.handouts.folder import check_untouched, save
from legalassist.handouts.formats import FORMATS, languages_on
from legalassist.handouts.gates import NONE, Clearances, Standing
from legalassist.handouts.piece import OPEN, PLAIN
from legalassist.handouts.profiles import OFFICE, Profile
from legalassist.handouts.qr import MILLIMETRES
from legalassist.handouts.reading import topic_names
from legalassist.handouts.texts import has_texts, texts_of
from legalassist.handouts.topic import Topic
from legalassist.languages.tags import YUE
from legalassist.library import Library
from legalassist.reviews.ledger import Said

_RECORD_FORMAT = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One printed piece: its first file, what it is, its version code, its letters (points), whether it is banded."""

    file: str
    title: str
    copies: int
    code: str
    size: float
    banded: bool
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """Handouts that were printed: where they lie, each file, and what stands between them and being handed out.

    `unmade` names each piece of a whole tree that could not be made, and why.
    """

    out: Path
    rows: tuple[Row, ...]
    to_do: tuple[str, ...]
    unmade: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """One topic as `handout list` shows it."""

    id: str
    name: str
    statements: int
    formats: tuple[str, ...]
    check_again: dt.date | None
    to_do: tuple[str, ...]


def print_handouts(  # noqa: PLR0913, PLR0917 - what a print run is made from
    library: Library, clinic: Clinic, topics: Sequence[str], formats: Sequence[str], languages: Sequence[str],
    out: Path, as_of: dt.date, *, clearances: Clearances = NONE, variant: str = OPEN, profile: Profile = OFFICE,
    progress: Progress = lambda _name: None, workers: int = 1,
) -> Printed:  # fmt: skip
    """Print every topic in every format and language, and put the files into `out`, whole or not at all.

    Args:
        library: the shelves.
        clinic: whose number and name stand on each piece.
        topics: ids of topics, as `list_handouts` gives them.
        formats: names from `FORMATS`.
        languages: from `languages_on`: ``en``, ``zh_Hans``, ``both``.
        out: a new folder, or one that holds an earlier print as it was written.
        as_of: the day of the print; acknowledgments and check-again days are held against it.
        clearances: what the clinic's attorney has approved and acknowledged; without it every piece is banded.
        variant: ``open``, or ``plain``: nothing on it tells what it is about.
        profile: how it is printed.
        progress: called after each piece with the id of its topic.
        workers: how many processes print; with one, this one does.

    Raises UsageError for an unknown format or language and for a folder that holds something else; ContentError for
    problems in a topic or its translation; DocumentError where a text does not fit.
    """
    run = Run(library, clinic, as_of, clearances, variant, profile)
    return print_run(run, topics, formats, languages, out, workers=workers, progress=progress)


def print_run(  # noqa: PLR0913 - as `print_handouts`
    run: Run, topics: Sequence[str], formats: Sequence[str], languages: Sequence[str], out: Path, *,
    final: bool = False, workers: int = 1, progress: Progress = lambda _name: None,
) -> Printed:  # fmt: skip
    """Print the topics of a run into `out`; `final` refuses whatever would carry a band. Else as `print_handouts`."""
    check_untouched(out)
    done, _ = make_pieces(run, topics, formats, languages, final=final, workers=workers, progress=progress)
    files = {name: content for one in done for name, content in one.files.items()}
    return put_away(run, done, files, out)


def make_pieces(  # noqa: PLR0913 - as `print_handouts`
    run: Run, topics: Sequence[str], formats: Sequence[str], languages: Sequence[str], *, final: bool, workers: int,
    progress: Progress, pictured: bool = False, tolerant: bool = False,
) -> tuple[list[Done], list[Unmade]]:  # fmt: skip
    """Return the printed pieces of a run, and if `tolerant` those that cannot be made; else raises as `print_run`.

    `pictured`: with a small picture of each. Nothing is written.
    """
    check_run(run, (), formats, [one for one in languages if one != YUE])
    read = [run.topic(name) for name in dict.fromkeys(topics)]
    if YUE in languages and not tolerant:  # a whole tree holds what there is
        _refuse_unspoken(formats)
        refuse_unfilled(run, read)
    check_run(run, read, formats, languages)
    wanted = list(orders(run.library, read, formats, languages))
    if not wanted:
        message = "there is nothing to print: no such topic is made in such a format and language"
        raise UsageError(message, hint="; ".join(_made_otherwise(run, read, formats, languages)))
    if final:  # before the minutes that printing takes; what is left out to make room may yet clear a piece
        _refuse_banded([name for order in wanted if (name := _never_cleared(run, order))])
    made = printed_pieces(run, wanted, progress, workers, pictured=pictured, tolerant=tolerant)
    done = [one for one in made if isinstance(one, Done)]
    if final:
        _refuse_banded([one.sheet.piece.name for one in done if not one.stands.cleared])
    unmade = [one for one in made if isinstance(one, Unmade)]
    _refuse_if_none_is_made(done, unmade)
    return done, unmade


def _refuse_unspoken(formats: Sequence[str]) -> None:
    """Refuse Cantonese where no script is asked for: nothing else is made in it."""
    if not any(FORMATS[one].speaks(YUE) for one in formats):
        message = f"Cantonese is read aloud, and not printed as {', '.join(formats)}"
        raise UsageError(message, hint="say --format script; what is read with the eyes is made in --language zh_Hant")


def _made_otherwise(
    run: Run, topics: Sequence[Topic], formats: Sequence[str], languages: Sequence[str]
) -> Iterator[str]:
    """Yield how topics and formats are made that are not made as they were asked for."""
    for form in map(FORMATS.__getitem__, dict.fromkeys(formats)):
        if not any(map(form.speaks, languages)):
            yield f"{form.name} is made in {', '.join(filter(form.speaks, languages_on(run.library)))}"
    for topic in topics:
        if topic.formats and not set(formats) & set(topic.formats):
            yield f"{topic.id} is made as {', '.join(topic.formats)}"
    yield "`handout list` says which formats a topic has"


def _refuse_if_none_is_made(done: Sequence[Done], unmade: Sequence[Unmade]) -> None:
    """Raise what keeps every piece of a whole tree from being made, where it is the clinic's file, a shelf, or a yes.

    What does not fit is named piece by piece, even where it is all there is.
    """
    wrong = [one.wrong for one in unmade if not isinstance(one.wrong, DocumentError)]
    if wrong and not done:
        raise wrong[0]


def _never_cleared(run: Run, order: Order) -> str:
    """Return the name of a piece that is not cleared in any of its lengths; nothing where one is."""
    candidates = list(run.candidates(*order))
    return "" if any(stands.cleared for _, stands in candidates) else candidates[0][0].name


def _refuse_banded(banded: Sequence[str]) -> None:
    if banded:
        message = f"not cleared, and not printed as final: {', '.join(banded[:5])}{' …' if len(banded) > 5 else ''}"  # noqa: PLR2004
        raise UsageError(message, hint="`legalassist handout ready` says what is missing; nothing was written")


def count_pieces(run: Run, topics: Sequence[str], formats: Sequence[str], languages: Sequence[str]) -> Counter[str]:
    """Return how many pieces a print makes of each topic; raises for what there is not: format, language, topic."""
    check_run(run, (), formats, [one for one in languages if one != YUE])
    wanted = orders(run.library, map(run.topic, dict.fromkeys(topics)), formats, languages)
    return Counter(topic.id for topic, _, _ in wanted)


def put_away(run: Run, done: Sequence[Done], files: Mapping[str, bytes], out: Path) -> Printed:
    """Put printed pieces into their folder with their record, and return what was printed."""
    record = {
        "format": _RECORD_FORMAT,
        "version": __version__,
        "as_of": run.as_of.isoformat(),
        "pieces": [_recorded(one, run) for one in done],
    }
    save(files, record, out)
    topics = {name: run.topic(name) for name in dict.fromkeys(one.sheet.piece.topic.id for one in done)}
    standings = [(topics[one.sheet.piece.topic.id], one.stands) for one in done]
    return Printed(out, tuple(_row(one, topics) for one in done), tuple(to_do(standings, run)))


def list_handouts(library: Library, as_of: dt.date, clearances: Clearances = NONE) -> tuple[Listed, ...]:
    """Return every topic on the shelves, and what stands between it and being handed out, in all formats and languages.

    Raises ContentError with every problem in a topic or its translation.
    """
    run = Run(library, open_clinic(library), as_of, clearances)
    return tuple(_listed(run, run.topic(name)) for name in topic_names(library))


def _listed(run: Run, topic: Topic) -> Listed:
    used = [form for form in FORMATS.values() if topic.made_as(form)]
    rest = run.behind(topic, used)
    stands = run.standing(all_texts(run, topic), rest)
    due = min((one.check_again for one in rest), default=None)
    names = tuple(form.name for form in used)
    return Listed(topic.id, topic.name, len(topic.statements), names, due, tuple(to_do([(topic, stands)], run)))


def all_texts(run: Run, topic: Topic, languages: Sequence[str] = ()) -> list[Said]:
    """Return every text of a topic in all its formats and some languages (all there are), each once.

    The names of all its contacts are among them, called or not: a number that becomes printable needs no new yes.
    """
    spoken = [one for one in languages or languages_on(run.library) if has_texts(run.library, topic, one)]
    used = [form for form in FORMATS.values() if topic.made_as(form)]
    found = [
        text
        for variant in (topic, topic.plainly())[: 2 if topic.plain_title else 1]
        for form in used
        for one in spoken
        if form.speaks(one)
        for text in texts_of(run.library, variant, form, one, topic.numbers, scanned=form.name in MILLIMETRES)
    ]
    return list(dict.fromkeys(found))


def _row(done: Done, topics: Mapping[str, Topic]) -> Row:
    piece = done.sheet.piece
    whole = {one.id for one in topics[piece.topic.id].printed_on(piece.form)}
    left_out = tuple(sorted(whole - {one.id for one in piece.topic.printed_on(piece.form)}))
    return Row(next(iter(done.files)), piece.title, piece.copies, piece.code, done.sheet.size, piece.banded, left_out)


def _recorded(done: Done, run: Run) -> dict[str, object]:
    """Return what the record keeps of one piece: its texts by hash, its authorities, what stood in its way."""
    piece, stands = done.sheet.piece, done.stands
    return {
        "files": list(done.files),
        "topic": piece.topic.id,
        "format": piece.form.name,
        "language": piece.language,
        "variant": piece.variant,
        "profile": piece.profile.name,
        "code": piece.code,
        "banded": piece.banded,
        "written": piece.topic.written.isoformat(),
        "check_again": piece.check_again.isoformat() if piece.check_again else None,
        "number": piece.shown.number,
        "contacts": [identifier for identifier, _ in piece.contacts],
        "texts": [asdict(one.wording) for one in piece.texts],
        "authorities": [one.id for one in run.behind(piece.topic, (piece.form,))],
        "unacknowledged": dict(stands.unacknowledged),
        "unapproved": sorted(f"{one.language} {one.context}" for one in stands.unapproved),
    }


def to_do(standings: Iterable[tuple[Topic, Standing]], run: Run) -> Iterator[str]:
    """Yield what a person must still do, topic by topic, each thing once."""
    unapproved: dict[str, set[tuple[str, str]]] = {}
    unacknowledged: dict[str, dict[str, str]] = {}
    topics: dict[str, Topic] = {}
    for topic, stands in standings:
        topics[topic.id] = topic
        unapproved.setdefault(topic.id, set()).update((one.language, one.context) for one in stands.unapproved)
        unacknowledged.setdefault(topic.id, {}).update(stands.unacknowledged)
    for name, texts in unapproved.items():
        for language in sorted({language for language, _ in texts}):
            count = sum(1 for one, _ in texts if one == language)
            yield f"{name}: {count} texts in {language} have no approval by the clinic's attorney"
        reasons = unacknowledged[name]
        for reason in dict.fromkeys(reasons.values()):
            ids = ", ".join(sorted(one for one, why in reasons.items() if why == reason))
            yield f"{name}: the attorney has not acknowledged {ids} ({reason})"
        valid = run.clearances.printable(topics[name].numbers, run.as_of)
        missing = [one for one in topics[name].numbers if one not in valid]
        if missing and run.variant != PLAIN:  # a plain piece carries no number of others
            yield f"{name}: not printed, because no check of the last 90 days is on record: {', '.join(missing)}"
