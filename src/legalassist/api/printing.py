"""Print handouts: from statements to sheets and cards, in a folder. No case, no answers: they start at *written*."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from legalassist import __version__
from legalassist.documents.clinic import Clinic
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.errors import ContentError, UsageError
from legalassist.handouts.folder import check_untouched, save
from legalassist.handouts.formats import FORMATS, LANGUAGES
from legalassist.handouts.gates import NONE, Clearances, Standing, approval_of, standing
from legalassist.handouts.layout import Piece
from legalassist.handouts.printing import Sheet, print_piece
from legalassist.handouts.reading import read_topic, topic_names
from legalassist.handouts.texts import CATALOG, Text, settled_problems, texts_of
from legalassist.handouts.topic import Topic
from legalassist.interviews.yaml_source import did_you_mean
from legalassist.languages.catalog import Catalog
from legalassist.languages.tags import ENGLISH, SIMPLIFIED
from legalassist.law.authorities import Authorities, Authority
from legalassist.library import Library, fonts

Progress = Callable[[str], None]

_DIGITS = 10
_RECORD_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One printed file: its name, what it is, its version code, its letters (points), and whether it is banded."""

    file: str
    title: str
    copies: int
    code: str
    size: float
    banded: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """Handouts that were printed: where they lie, each file, and what stands between them and being handed out."""

    out: Path
    rows: tuple[Row, ...]
    to_do: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One topic as `handout list` shows it."""

    id: str
    name: str
    statements: int
    formats: tuple[str, ...]
    check_again: dt.date
    to_do: tuple[str, ...]


def print_handouts(  # noqa: PLR0913, PLR0917 - what a print run is made from
    library: Library, clinic: Clinic, topics: Sequence[str], formats: Sequence[str], languages: Sequence[str],
    out: Path, as_of: dt.date, *, clearances: Clearances = NONE, progress: Progress = lambda _name: None,
) -> Printed:  # fmt: skip
    """Print every topic in every format and language, and put the files into `out`, whole or not at all.

    Args:
        library: the shelves.
        clinic: whose number and name stand on each piece.
        topics: ids of topics, as `list_handouts` gives them.
        formats: names from `FORMATS`.
        languages: from `LANGUAGES`: ``en``, ``zh_Hans``, ``both``.
        out: a new folder, or one that holds an earlier print as it was written.
        as_of: the day of the print; acknowledgments and check-again days are held against it.
        clearances: what the clinic's attorney has approved and acknowledged; without it every piece is banded.
        progress: called with the name of each piece.

    Raises UsageError for an unknown format or language and for a folder that holds something else; ContentError for
    problems in a topic or its translation; DocumentError where a text does not fit.
    """
    _check_names("format", formats, tuple(FORMATS))
    _check_names("language", languages, LANGUAGES)
    check_untouched(out)
    run = _Run(library, Authorities.load(), clearances, as_of)
    read = [read_topic(library, name, run.authorities) for name in dict.fromkeys(topics)]
    _check_translations(run, read, languages)
    templates, ours = environment(library), Fonts.read(fonts())
    done: list[tuple[Sheet, Standing]] = []
    for piece, stands in _pieces(run, clinic, read, formats, languages):
        done.append((print_piece(piece, templates, ours), stands))
        progress(piece.name)
    record = {
        "format": _RECORD_FORMAT,
        "version": __version__,
        "as_of": as_of.isoformat(),
        "pieces": [_recorded(sheet, stands, run) for sheet, stands in done],
    }
    save({_file(sheet.piece): sheet.pdf for sheet, _ in done}, record, out)
    standings = [(sheet.piece.topic, stands) for sheet, stands in done]
    return Printed(out, tuple(_row(sheet) for sheet, _ in done), tuple(_to_do(standings)))


def list_handouts(library: Library, as_of: dt.date, clearances: Clearances = NONE) -> tuple[Listed, ...]:
    """Return every topic on the shelves, and what stands between it and being handed out, in all formats and languages.

    Raises ContentError with every problem in a topic or its translation.
    """
    run = _Run(library, Authorities.load(), clearances, as_of)
    return tuple(_listed(run, read_topic(library, name, run.authorities)) for name in topic_names(library))


@dataclass(frozen=True, slots=True)
class _Run:
    """What every piece of one print run is held against."""

    library: Library
    authorities: Authorities
    clearances: Clearances
    as_of: dt.date

    def behind(self, topic: Topic, formats: Iterable[str]) -> tuple[Authority, ...]:
        """Return the authorities that what these formats print of a topic rests on."""
        statements = (one for name in formats for one in topic.printed_on(name))
        return tuple(map(self.authorities.get, dict.fromkeys(name for one in statements for name in one.authorities)))

    def standing(self, texts: Iterable[Text], rest: Iterable[Authority]) -> Standing:
        """Return what stands between texts and authorities, and being handed out."""
        return standing(texts, rest, self.clearances, self.as_of)


def _listed(run: _Run, topic: Topic) -> Listed:
    used = tuple(name for name in FORMATS if topic.printed_on(name))
    rest = run.behind(topic, used)
    texts = [text for name in used for one in LANGUAGES for text in texts_of(run.library, topic, FORMATS[name], one)]
    to_do = tuple(_to_do([(topic, run.standing(texts, rest))]))
    return Listed(topic.id, topic.name, len(topic.statements), used, _check_again(rest), to_do)


def _check_names(kind: str, given: Sequence[str], known: tuple[str, ...]) -> None:
    for name in given:
        if name not in known:
            hint = did_you_mean(name, known) or f"there are: {', '.join(known)}"
            raise UsageError(f"there is no {kind} {name!r} for handouts", hint=hint)


def _check_translations(run: _Run, topics: Iterable[Topic], languages: Sequence[str]) -> None:
    """Refuse a translation that settles what is disputed."""
    if set(languages) == {ENGLISH}:
        return
    catalog = Catalog.read(run.library, SIMPLIFIED, CATALOG)
    problems = [problem for topic in topics for problem in settled_problems(catalog, topic, run.authorities)]
    if problems:
        raise ContentError(problems=tuple(problems))


def _pieces(
    run: _Run, clinic: Clinic, topics: Iterable[Topic], formats: Sequence[str], languages: Sequence[str]
) -> Iterator[tuple[Piece, Standing]]:
    """Yield each piece to be printed, and what stands between it and being handed out."""
    number = _number(clinic.phone)
    for topic in topics:
        for name in (one for one in dict.fromkeys(formats) if topic.printed_on(one)):
            form, rest = FORMATS[name], run.behind(topic, (name,))
            for language in dict.fromkeys(languages):
                texts = texts_of(run.library, topic, form, language)
                stands = run.standing(texts, rest)
                banded = not stands.cleared
                yield Piece(topic, form, language, texts, clinic.name, number, _check_again(rest), banded), stands


def _check_again(authorities: Iterable[Authority]) -> dt.date:
    """Return the first day on which one of the authorities is due."""
    return min(one.check_again for one in authorities)


def _number(phone: str) -> str:
    """Return a telephone number in the groups people here read, if it is one of theirs; else as the clinic wrote it."""
    digits = re.sub(r"\D", "", phone).removeprefix("1")
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == _DIGITS else phone


def _file(piece: Piece) -> str:
    return f"{piece.name}.pdf"


def _row(sheet: Sheet) -> Row:
    form = sheet.piece.form
    copies = form.columns * form.rows // (2 if sheet.piece.folded else 1)
    return Row(_file(sheet.piece), form.title, copies, sheet.piece.code, sheet.size, sheet.piece.banded)


def _recorded(sheet: Sheet, stands: Standing, run: _Run) -> dict[str, object]:
    """Return what the record keeps of one piece: its texts by hash, its authorities, what stood in its way."""
    piece = sheet.piece
    rest = run.behind(piece.topic, (piece.form.name,))
    return {
        "file": _file(piece),
        "topic": piece.topic.id,
        "format": piece.form.name,
        "language": piece.language,
        "code": piece.code,
        "banded": piece.banded,
        "written": piece.topic.written.isoformat(),
        "check_again": piece.check_again.isoformat(),
        "texts": [asdict(approval_of(one)) for one in piece.texts],
        "authorities": [one.id for one in rest],
        "unacknowledged": dict(stands.unacknowledged),
        "unapproved": len(stands.unapproved),
    }


def _to_do(standings: Iterable[tuple[Topic, Standing]]) -> Iterator[str]:
    """Yield what a person must still do, topic by topic, each thing once."""
    unapproved: dict[Topic, set[tuple[str, str]]] = {}
    unacknowledged: dict[Topic, dict[str, str]] = {}
    for topic, stands in standings:
        unapproved.setdefault(topic, set()).update((one.language, one.context) for one in stands.unapproved)
        unacknowledged.setdefault(topic, {}).update(stands.unacknowledged)
    for topic, texts in unapproved.items():
        for language in sorted({language for language, _ in texts}):
            count = sum(1 for one, _ in texts if one == language)
            yield f"{topic.id}: {count} texts in {language} have no approval by the clinic's attorney"
        reasons = unacknowledged[topic]
        for reason in dict.fromkeys(reasons.values()):
            ids = ", ".join(sorted(name for name, why in reasons.items() if why == reason))
            yield f"{topic.id}: the attorney has not acknowledged {ids} ({reason})"
        if topic.numbers:
            numbers = ", ".join(topic.numbers)
            yield f"{topic.id}: only the clinic's own number is printed; no check of {numbers} is on record"
