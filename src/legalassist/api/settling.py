"""Settle: which answers do not seem to fit together, and what a named person noted about it.

What is noted is the clinic's own and privileged: it is printed in the attorney's memo and nowhere else.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from legalassist.api.asking import Opened
from legalassist.api.lines import one_line, some_lines
from legalassist.api.opening import open_clinic
from legalassist.assessments.assess import assess
from legalassist.assessments.contradiction import Contradiction
from legalassist.assessments.settled import Standing, seen, standings
from legalassist.cases.case import Case
from legalassist.cases.settlement import LONGEST_NOTE, SHORT_ID, Settlement
from legalassist.errors import UsageError
from legalassist.facts.paths import pattern_of
from legalassist.interviews.schema import Interview
from legalassist.library import Library
from legalassist.packets.undecided import with_determinations

_LONGEST_NAME = 100
_NO_NOTE = ("a contradiction is settled with a note", "type what was asked and what came of it")
_LISTS = "'legalassist settle CASE' lists what is open, with its short id"


@dataclass(frozen=True, slots=True)
class Beside:
    """One of the answers that do not fit together: its path, its question, who entered it and when."""

    path: str
    ask: str
    entered: str


def standing(opened: Opened, library: Library, as_of: dt.date) -> tuple[Standing, ...]:
    """Return every contradiction of a case as of a day, what attorneys decided included, and how it stands."""
    assessment = assess(opened.interview, opened.case, as_of=as_of)
    # The clinic's particulars change nothing about what fits together: its invented ones do for every case.
    assessment = with_determinations(assessment, library, open_clinic(library, None))
    return standings(assessment.contradictions, opened.case)


def beside(interview: Interview, case: Case, one: Contradiction) -> Iterator[Beside]:
    """Yield the answers a contradiction is about, without what was answered."""
    for path in one.paths:
        question, answer = interview.by_fact.get(pattern_of(path)), case.current.get(path)
        entered = f"{answer.said.by}, {answer.said.at}" if answer is not None else ""
        yield Beside(path, question.ask if question is not None else "", entered)
    decided = case.determined.get(one.decision)
    if decided is not None:
        yield Beside(decided.item, "What was decided", f"{decided.by}, {decided.at}")


def settle(  # noqa: PLR0913, PLR0917 - which, what, by whom, when, seen on which day
    opened: Opened, library: Library, short: str, note: str, by: str, at: str, as_of: dt.date
) -> Opened:
    """Return the case with a note that settles a contradiction, kept durably.

    Raises UsageError where the case has no such contradiction that day, nobody is named, or the note is empty or holds
    what cannot be kept; what the keeper raises where it cannot be kept. Nothing is recorded then.
    """
    one = _found(opened, library, short, as_of).contradiction
    written = some_lines(note, "note", LONGEST_NOTE, none=_NO_NOTE)
    return _kept(opened, Settlement(short, written, _name(by), at, seen(opened.case, one)))


def open_again(opened: Opened, short: str, by: str, at: str) -> Opened:
    """Return the case in which a settlement is taken back, kept durably: the contradiction is open again.

    Raises UsageError where it was not settled; otherwise as `settle`.
    """
    _checked(short)
    if short not in opened.case.settled:
        raise UsageError("this was not settled, so that nothing can be taken back", _LISTS)
    return _kept(opened, Settlement(short, "", _name(by), at, settled=False))


def _kept(opened: Opened, settlement: Settlement) -> Opened:
    case = opened.case.settle(settlement)
    return replace(opened, case=case, kept=opened.kept.settle(case))


def _found(opened: Opened, library: Library, short: str, as_of: dt.date) -> Standing:
    """Return a contradiction by its short id."""
    _checked(short)
    found = next((one for one in standing(opened, library, as_of) if one.contradiction.id == short), None)
    if found is None:
        raise UsageError("this case has no contradiction with this short id", _LISTS)
    return found


def _checked(short: str) -> None:
    if not SHORT_ID.fullmatch(short):
        raise UsageError("this is no short id of a contradiction: ten digits and letters a to f", _LISTS)


def _name(by: str) -> str:
    if by in {"", "unnamed"}:
        raise UsageError("a settlement has a name to it", "--by NAME: who settled it")
    return one_line(by, "name", _LONGEST_NAME)
