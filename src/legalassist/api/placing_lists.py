"""Lists of cases for the pro bono mail: in batches, shuffled, each line searched for every case on the list."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from legalassist.api.opening import open_case, open_clinic
from legalassist.api.placing import passed, scaffold
from legalassist.assessments.assess import live_facts
from legalassist.cases.case import Case
from legalassist.disclosure.exact_days import day_codes
from legalassist.disclosure.hits import Hit, Leaks
from legalassist.disclosure.identifiers import identifiers_of
from legalassist.disclosure.leaks import look_into, search, strays, text_hash, vocabulary_of
from legalassist.disclosure.shapes import squeezed
from legalassist.documents import folder
from legalassist.documents.fonts import Fonts
from legalassist.documents.page import environment
from legalassist.documents.tables import Sheet, in_every_format
from legalassist.errors import DocumentError, UsageError
from legalassist.languages.formats import long_date
from legalassist.law.placement import why_withheld
from legalassist.library import Library, fonts
from legalassist.placement.bands import bands_of
from legalassist.placement.lists import Line, latest_answer, list_sheet, list_texts
from legalassist.placement.look_alikes import alone_together, compare
from legalassist.placement.menus import Menus, read_menus
from legalassist.placement.stage_one import stage_one_problems
from legalassist.placement.teaser import hours_told

NAME = "cases"
_WHAT = "the list"

Shuffle = Callable[[int], Sequence[int]]
"""Gives the numbers below a count in an order drawn by chance."""


@dataclass(frozen=True)
class Offered:
    """A case that goes onto a list: its answers, and what its summary says."""

    case: Case
    line: Line
    read: bool = False
    """Whether a second person has said yes to it; else the list is one that nobody sends."""


@dataclass(frozen=True)
class Listed:
    """A list that was made: its files, what a reader looks at, by reference."""

    out: Path
    files: tuple[str, ...]
    asks: Mapping[str, tuple[Hit, ...]]
    references: tuple[str, ...]
    together: tuple[tuple[str, str], ...] = ()
    """Pairs of references that alone on the list share what makes a case stand out: a person looks."""
    near: tuple[tuple[str, str], ...] = ()
    """Pairs whose answers share a name, a home or a telephone: a person looks."""


def make_list(  # noqa: PLR0913 - the inputs of one output
    offered: Sequence[Offered], library: Library, out: Path, *, as_of: dt.date, shuffle: Shuffle,
    clinic_path: Path | None = None, cleared: frozenset[str] = frozenset(),
) -> Listed:  # fmt: skip
    """Make a list of cases as Word, PDF, HTML and XLSX in a new folder, whole or not at all.

    Raises:
        DocumentError: a client's yes is not on record, a line would tell who any client on the list is, or two of
            them name the same adverse person or business.
        UsageError: no case, a reference that stands there twice, or a folder that is not empty.
    """
    if not offered:
        raise UsageError("there is no case for the list", hint="make a summary of each first")
    references = [one.line.reference for one in offered]
    if len(set(references)) < len(references):
        raise UsageError("two cases of the list have the same reference", hint="make one of the summaries anew")
    for one in offered:
        _check_yes(one, library, as_of)
    clinic, menus = open_clinic(library, clinic_path), read_menus(library).menus
    bands = bands_of(invented=any(one.case.invented for one in offered), read=all(one.read for one in offered))
    public = (clinic.name, *clinic.address_lines, clinic.phone, clinic.email)
    compared = compare({one.line.reference: one.case for one in offered}, public)
    if compared.apart:
        listed = "\n  ".join(" and ".join(pair) for pair in compared.apart)
        message = (
            "two clients name the same adverse person or business, or each other, or were at the same place of work: "
            f"together they tell more\n  {listed}"
        )
        raise DocumentError(message, hint="put them on different lists, some weeks apart")
    # One day for all: a day of its own would tell in which order the cases came.
    latest = latest_answer(one.line.answer_by for one in offered)
    if latest <= as_of:
        message = f"the day to answer by, {line_day(latest)}, is not after the day of the list"
        raise UsageError(message, hint="make a summary anew, with --answer-by a later day; a second person reads it")
    shuffled = [replace(offered[number].line, answer_by=line_day(latest)) for number in shuffle(len(offered))]
    hours = hours_told(menus, clinic)
    sheet = list_sheet(menus, shuffled, (clinic.name, clinic.phone, clinic.email), bands, hours)
    files = in_every_format(sheet, NAME, library, environment(library), Fonts.read(fonts()))
    made_of = tuple(stage_one_problems(files[f"{NAME}.pdf"]))
    if made_of:
        raise DocumentError(f"the list may hold text alone, and holds {', '.join(made_of)}",
                            hint="correct templates/placement/table.html and its style sheet")  # fmt: skip
    asks = _searched(files, sheet, menus, offered, library, public, cleared)
    folder.save(files, out, what=_WHAT, check=partial(folder.check_empty, what=_WHAT))
    telling = {(row.label, value.value) for row in menus.rows for value in row.values if value.stands_out}
    pairs = tuple(alone_together(shuffled, telling))
    order = tuple(line.reference for line in shuffled)
    return Listed(out, tuple(files), asks, order, pairs, compared.near)


def batch_of(references: Sequence[str]) -> str:
    """Return what a batch is called in the records: a digest of its references."""
    return sha256("\0".join(sorted(references)).encode()).hexdigest()[:12]


def line_day(day: dt.date) -> str:
    """Return a day as lists print it."""
    return long_date("en", day.year, day.month, day.day)


def _check_yes(one: Offered, library: Library, as_of: dt.date) -> None:
    interview, case = open_case(one.case, library)
    withheld = why_withheld(live_facts(interview, case), as_of)
    if withheld:
        message = f"the case {one.line.reference} may not be offered: {withheld[0][0]} ({withheld[0][1]})"
        raise DocumentError(message, hint="leave it out of the list, or ask her and answer the question")


def _searched(  # noqa: PLR0913, PLR0917 - what one search of a list needs
    files: Mapping[str, bytes], sheet: Sheet, menus: Menus, offered: Sequence[Offered], library: Library,
    public: tuple[str, ...], cleared: frozenset[str],
) -> dict[str, tuple[Hit, ...]]:  # fmt: skip
    """Search the files, opened once, for every case on the list; what one case asks never stops the others."""
    every = scaffold(library)
    shelf = frozenset(map(text_hash, list_texts(sheet)))
    texts = tuple(one for one in look_into(files, shelf) if one.part not in every)
    words = vocabulary_of(menus.texts())
    asks: dict[str, tuple[Hit, ...]] = {}
    for one in offered:
        interview, case = open_case(one.case, library)
        identifiers = identifiers_of(case, interview, public=public)
        found = search(texts, identifiers, words).hits
        asks[one.line.reference] = passed(Leaks(found), cleared, f"the list, for {one.line.reference},")
    days = day_codes((*menus.texts(), *sheet.notes, *(row[-1] for row in sheet.rows)))  # the last: the day to answer by
    passed(strays(texts, days.union(map(squeezed, public))), cleared, _WHAT)
    return asks
