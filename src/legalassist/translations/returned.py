"""What came back from a translator, row by row: what goes in, what stays out and why, and what a person has to see.

A row is matched by shelf, language and context, never by its place, and only where its English is that text's own: a
row of which single columns were sorted puts no Chinese under another sentence. One row that cannot be taken keeps out
itself and no other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from legalassist.errors import Place, Problem
from legalassist.reviews.ledger import State
from legalassist.translations.exchange import Row, base_of
from legalassist.translations.status import Standing

_YES, _NO = {"yes", "y", "是"}, {"", "no", "n", "否"}

_Key = tuple[str, str, str]
_Said = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A text that was changed on both sides: what went out is gone here, what came back is not what stands here."""

    context: str
    english: str
    here: str
    back: str


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back.

    `changed` are the texts to put in, by context. Of these, `fits` are as they were, of an earlier English that they
    are said to fit still, and `doubted` came back marked as unsure and keep that mark. `problems` name the rows that
    are not taken, `notices` what a person has to see though nothing is wrong with the file.
    """

    changed: Mapping[str, str]
    conflicts: tuple[Conflict, ...]
    problems: tuple[Problem, ...]
    fits: frozenset[str] = frozenset()
    doubted: frozenset[str] = frozenset()
    notices: tuple[Problem, ...] = ()

    def without(self, stopped: Mapping[str, Problem]) -> "Returned":
        """Return the same without texts that must not be put in, each with its problem."""
        left = {context: text for context, text in self.changed.items() if context not in stopped}
        problems = tuple(sorted((*self.problems, *stopped.values())))
        return Returned(left, self.conflicts, problems, self.fits & {*left}, self.doubted & {*left}, self.notices)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one row says: a text to put in, or what is wrong, each with what to do."""

    text: str = ""
    fits: bool = False
    doubted: bool = False
    conflict: bool = False
    problem: _Said | None = None
    notice: _Said | None = None


def taken_back(rows: Sequence[Row], found: Iterable[Standing], file: str) -> Returned:
    """Return what rows that came back change, in a domain and language as it stands today.

    Rows are matched by context alone; their order, and rows that are missing, mean nothing. A text that was not
    changed on the way is left alone, whatever stands here by now; blanks around it are no change.
    """
    here = {(one.message.domain, one.language, one.message.context): one for one in found}
    often = Counter(row.key for row in rows)
    slipped = _slipped(rows, here)
    told = [(row, _answer(row, here, often, slipped)) for row in rows]
    return Returned(
        {row.context: one.text for row, one in told if one.text and not one.conflict},
        tuple(
            Conflict(row.context, here[row.key].message.english, here[row.key].text, one.text)
            for row, one in told
            if one.conflict
        ),
        tuple(Problem(Place(file, row.line), *one.problem) for row, one in told if one.problem),
        frozenset(row.context for row, one in told if one.fits),
        frozenset(row.context for row, one in told if one.doubted),
        tuple(Problem(Place(file, row.line), *one.notice) for row, one in told if one.notice),
    )


def _answer(row: Row, here: Mapping[_Key, Standing], often: Counter[_Key], slipped: Mapping[_Key, str]) -> _Answer:
    one = here.get(row.key)
    if not all(row.key):
        return _Answer(problem=("this row names no text", "write remarks into a file of their own, not into the table"))
    if one is None:
        return _Answer(problem=(f"there is no text {row.context!r} to put this into", "leave the key alone"))
    if often[row.key] > 1:
        return _Answer(problem=(f"{row.context!r} comes {often[row.key]} times", "keep one of the rows"))
    wrong = _mixed_up(row, one, here, slipped)
    return _Answer(problem=wrong) if wrong else _of_text(row, one)


def _mixed_up(row: Row, one: Standing, here: Mapping[_Key, Standing], slipped: Mapping[_Key, str]) -> _Said | None:
    """Return what shows that the cells of a row do not belong together."""
    if not _own_english(row, one):
        other = [key[2] for key, it in here.items() if _plain(it.message.english) == _plain(row.english)]
        whose = f", it is that of {other[0]!r}" if other else ""
        return (
            f"the English of this row is not that of {row.context!r}{whose}",
            "sort whole rows, never some of the columns, and leave the English alone; or export the texts again",
        )
    if row.key in slipped:
        whose = (
            f"is the text of {slipped[row.key]!r}, which changed too" if slipped[row.key] else "stands among such rows"
        )
        return (
            f"what came back for {row.context!r} {whose}",
            "look whether the texts slipped by a row; what is meant so comes back in two files",
        )
    if row.fits.strip().lower() not in _YES | _NO:
        return f"{row.context!r} has {row.fits!r} in the column 'fits'", "write yes, or nothing"
    return None


def _of_text(row: Row, one: Standing) -> _Answer:
    """Return what a row says of its own text."""
    text, now, stale = said_in(row.text), said_in(one.text), one.state is State.STALE
    known = row.base == base_of(one.message.english, one.text, stale=stale)
    if known and text == now:
        return _unchanged(row, one)
    if not known and row.base in _bases(row.english, row.text, text):
        return _unchanged_since(row, one)
    if not text:
        what = f"{row.context!r} came back empty; the text that stands here is left as it is"
        return _Answer(notice=(what, "write the text, or leave out the row")) if now else _Answer()
    if text == now:
        return _Answer()
    if text.startswith("=") and not one.message.english.startswith("="):
        return _Answer(problem=(f"{row.context!r} has a formula for a text", "type the text into the cell"))
    notice = (_kept_marked(row), "take the mark away where the text is sure") if row.doubted and known else None
    return _Answer(text, doubted=row.doubted and known, conflict=not known, notice=notice)


def _unchanged(row: Row, one: Standing) -> _Answer:
    """Return what a row says whose text came back as it stands here."""
    if one.state is State.STALE:
        if row.fits.strip().lower() in _YES and not row.doubted:
            return _Answer(one.text, fits=True)
        what = f"{row.context!r} came back as it was: nobody said that it fits today's English, and it stays stale"
        return _Answer(notice=(what, "change the text, or say that it still fits (docs/translating.md)"))
    if row.doubted and one.text.strip():
        return _Answer(one.text, doubted=True, notice=(_kept_marked(row), "compare it with the English"))
    return _Answer()


def _unchanged_since(row: Row, one: Standing) -> _Answer:
    """Return what a row says that is as it went out, where another text or another English stands here by now."""
    if one.state is State.STALE and row.fits.strip().lower() in _YES:
        what = f"the English of {row.context!r} changed after this went out; its text stays stale"
        return _Answer(notice=(what, "export it again"))
    if row.doubted and said_in(row.text) != said_in(one.text):
        what = f"{row.context!r} came back marked as unsure, but another text stands here by now"
        return _Answer(notice=(what, "export it again"))
    return _Answer()


def _kept_marked(row: Row) -> str:
    return f"{row.context!r} came back marked as unsure; it is put in with that mark, and is not printed"


def _own_english(row: Row, one: Standing) -> bool:
    """Say whether a row's English is the text's: today's, the one before, or what its mark says it went out with."""
    if _plain(row.english) in {_plain(said) for said in (one.message.english, one.previous) if said}:
        return True
    return row.base in _bases(row.english, row.text, said_in(row.text), one.text)


def _bases(english: str, *texts: str) -> set[str]:
    return {base_of(english, text, stale=stale) for text in texts for stale in (False, True)}


def _slipped(rows: Sequence[Row], here: Mapping[_Key, Standing]) -> dict[_Key, str]:
    """Return the rows whose texts slipped, and whose text each shows (empty: of none).

    One came back with the text of another row whose own text changed as well. The changed rows around it, up to the
    next that is as it was, slipped with it: at the end of such a run a text stands twice, and some were edited too.
    """
    changed = {row.key for row in rows if row.key in here and said_in(row.text) != said_in(here[row.key].text)}
    owners: dict[str, list[_Key]] = {}
    for key in sorted(changed):
        owners.setdefault(said_in(here[key].text), []).append(key)
    found: dict[_Key, str] = {}
    for was_changed, run in groupby(rows, lambda row: row.key in changed):
        shown = {row.key: _others(row, here, owners) for row in run} if was_changed else {}
        found |= {key: (others or ("",))[0] for key, others in shown.items()} if any(shown.values()) else {}
    return found


def _others(row: Row, here: Mapping[_Key, Standing], owners: Mapping[str, Sequence[_Key]]) -> list[str]:
    """Return the contexts, of another English, whose text a row shows."""
    english = here[row.key].message.english
    keys = owners.get(said_in(row.text), ()) if said_in(row.text) else ()
    return [key[2] for key in keys if here[key].message.english != english]


def said_in(cell: str) -> str:
    """Return the text of a cell: without the blanks around it, its lines ended as ours."""
    return cell.replace("\r\n", "\n").strip()


def _plain(text: str) -> str:
    return " ".join(text.split())
