"""Ask and answer: open an answers file, record what is said, and save it before anything else happens.

`Opened` is the case as it stands, with every answer since the last save; each verb returns a new one. Saving only
ever adds to the file: its text stays as it is, and the answers go to the end of its log.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from legalassist.api.opening import open_interview, read_text
from legalassist.api.saving import write_in_place
from legalassist.assessments.assess import live_facts
from legalassist.cases.answer import Answer, Said, State
from legalassist.cases.answers_file import append_answers, interview_named, read_answers, read_further
from legalassist.cases.case import Case, question_for, read_answer
from legalassist.errors import AnswerRefused, ContentError, UsageError
from legalassist.interviews.schema import Interview
from legalassist.interviews.yaml_source import Data, read_yaml
from legalassist.journeys.journey import Standing, Step, set_aside, steps
from legalassist.journeys.live_facts import LiveFacts
from legalassist.library import Library

PAUSE_REASONS = ("tired", "distress", "time", "interpreter", "other")
"""Why an interview was paused, where somebody chose to note it: these words and no others."""

_PAUSE = re.compile(rf"^# paused (?P<at>\S+) \((?P<reason>{'|'.join(PAUSE_REASONS)})\)$", re.MULTILINE)
_SHOWN = {Standing.DOES_NOT_APPLY, Standing.UNDECIDED}


@dataclass(frozen=True)
class Opened:
    """A case opened for asking: its file, the file's text when last read or saved, its interview, and the case."""

    path: Path
    text: str
    interview: Interview
    case: Case
    saved: int

    @cached_property
    def facts(self) -> LiveFacts:
        """The facts as they stand."""
        return live_facts(self.interview, self.case)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The journey as it stands: every question that applies now, answered or not, in the order asked."""
        return tuple(step for step in steps(self.facts) if step.standing not in _SHOWN)

    @cached_property
    def set_aside(self) -> frozenset[str]:
        """The paths whose answers the case keeps and does not show: their questions no longer apply."""
        return frozenset(set_aside(self.facts))


def open_answers(path: Path, library: Library) -> Opened:
    """Open an answers file of an invented person.

    Raises UsageError for a file that is not there, does not say ``invented: true``, or to whose end nothing can be
    added; ContentError with every problem in it or in its interview.
    """
    path = path.resolve()
    read_text(path)
    text = path.read_bytes().decode("utf-8")  # line ends as they are: what stands in the file stays
    interview = open_interview(library, interview_named(text, path.name))
    case = read_answers(text, path.name, interview).required()
    trial = Answer(len(case.answers) + 1, _first_fact(interview), State.LATER, None, Said("", ""))
    _check_reads_back(append_answers(text, (trial,)), path.name, interview, (*case.answers, trial))
    return Opened(path, text, interview, case, len(case.answers))


def _first_fact(interview: Interview) -> str:
    """Return the fact of the first question outside groups: any would do for a trial."""
    return next(fact for fact, question in interview.by_fact.items() if "[" not in fact and not question.is_group)


# ---- where in the journey ----


def step_at(opened: Opened, path: str) -> Step | None:
    """Return the step at a path, or None where it does not apply now."""
    return next((step for step in opened.steps if step.path == path), None)


def step_before(opened: Opened, path: str) -> Step | None:
    """Return the step asked before a path, or None at the beginning (or where the path no longer applies)."""
    before: Step | None = None
    for step in opened.steps:
        if step.path == path:
            return before
        before = step
    return None


def step_after(opened: Opened, path: str) -> Step | None:
    """Return the step asked after a path, or None at the end (or where the path no longer applies)."""
    waiting = iter(opened.steps)
    for step in waiting:
        if step.path == path:
            return next(waiting, None)
    return None


def open_after(opened: Opened, path: str, passed: frozenset[str]) -> Step | None:
    """Return the first open step asked after a path, without the paths passed already; None where there is none."""
    behind = False
    for step in opened.steps:
        if behind and step.standing is Standing.OPEN and step.path not in passed:
            return step
        behind = behind or step.path == path
    return None


def put_off(opened: Opened, passed: frozenset[str] = frozenset()) -> tuple[Step, ...]:
    """Return the steps that were answered "later", in order, without the paths passed already."""
    return tuple(step for step in opened.steps if step.standing is Standing.LATER and step.path not in passed)


# ---- answers ----


def record(opened: Opened, path: str, data: Data, said: Said) -> Opened:
    """Return the case with one more answer: a value as typed, or ``{state: later}``.

    Raises AnswerRefused for a path nobody asks for, a value that does not fit, or leaving open a group that has rows.
    """
    value, state = read_answer(opened.interview, path, data)
    if state is not State.ANSWERED and question_for(opened.interview, path).is_group and opened.case.rows(path).numbers:
        raise AnswerRefused("this group has rows already", "take the rows out first, or answer in them", fact=path)
    return _with(opened, opened.case.answer(path, value, said, state))


def add_row(opened: Opened, group: str, said: Said) -> tuple[Opened, int]:
    """Return the case with one more row in a group, and the row's number."""
    number = opened.case.next_row(group)
    return _with(opened, opened.case.add_row(group, said)), number


def no_more(opened: Opened, group: str, said: Said) -> Opened:
    """Return the case in which a group's rows are all there are."""
    return _with(opened, opened.case.no_more(group, said))


def remove_row(opened: Opened, group: str, number: int, said: Said) -> Opened:
    """Return the case without a row; its answers stay in the history. Raises AnswerRefused where there is none."""
    return _with(opened, opened.case.remove_row(group, number, said))


def record_all(opened: Opened, typed: Mapping[str, str], said: Said) -> Opened:
    """Return the case with several answers, each value a line of YAML: all of them, or none.

    Raises UsageError that says what is wrong with every one that does not fit.
    """
    refused = []
    for path, text in typed.items():
        try:
            opened = record(opened, path, _typed_data(opened.interview, path, text), said)
        except AnswerRefused as one:
            refused.append(str(one))
    if refused:
        raise UsageError("\n".join(refused), "nothing was recorded")
    return opened


def record_file(opened: Opened, path: Path, said: Said) -> Opened:
    """Return the case with the answers of a file that has ``answers:``, paths with their answers: all, or none.

    Raises UsageError with every problem and its place in that file.
    """
    further = read_further(read_text(path), path.name, opened.case, opened.interview, said)
    if further.problems:
        raise UsageError("\n".join(str(problem) for problem in further.problems), "nothing was recorded")
    return _with(opened, further.case)


def _typed_data(interview: Interview, path: str, text: str) -> Data:
    """Return the data of a value typed as YAML; the path is looked at first, its message helps more."""
    question_for(interview, path)
    source = read_yaml(text, "value") if text.strip() else None
    if source is None:
        raise AnswerRefused("nothing was written here", "leave it out, or write {state: later}", fact=path)
    if source.problems:  # YAML's own words may repeat what was typed; these do not
        raise AnswerRefused("this value is not YAML as it stands", "put the value in quotes", fact=path)
    return source.data


def _with(opened: Opened, case: Case) -> Opened:
    return replace(opened, case=case)


# ---- keeping ----


def save(opened: Opened) -> Opened:
    """Add what was answered since the last save to the file, durably; nothing is written where it could not be read.

    Raises UsageError where the file changed on disk meanwhile, cannot be written, or does not end with its log.
    """
    if opened.saved == len(opened.case.answers):
        return opened
    text = append_answers(opened.text, opened.case.answers[opened.saved :])
    _check_reads_back(text, opened.path.name, opened.interview, opened.case.answers)
    return replace(_write(opened, text), saved=len(opened.case.answers))


def _check_reads_back(text: str, file: str, interview: Interview, answers: tuple[Answer, ...]) -> None:
    """Raise UsageError unless a file with this text would be read as exactly these answers."""
    with suppress(ContentError):
        again = read_answers(text, file, interview)
        if not again.problems and again.case.answers == answers:
            return
    message = f"{file}: answers cannot be added at the end of this file"
    raise UsageError(message, "'log:' must be its last part, with entries like the program's own, or not be there")


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause somebody noted: when (ISO 8601), and which of `PAUSE_REASONS`."""

    at: str
    reason: str


def note_pause(opened: Opened, reason: str, at: str) -> Opened:
    """Note in the file why the interview was paused, as a comment at its end: ``# paused 2026-11-22T10:00 (tired)``.

    An answers file has no place for notes, so this is all that is kept: one word of a fixed list, never free text. It
    is no answer: no document, finding or manifest sees it. Where to go on is not noted but read from the journey.
    Raises UsageError like `save`, and for any other reason.
    """
    if reason not in PAUSE_REASONS:
        raise UsageError("this is not a reason to note for a pause", f"one of: {', '.join(PAUSE_REASONS)}")
    body = opened.text if opened.text.endswith("\n") else opened.text + "\n"
    return _write(opened, f"{body}# paused {at} ({reason})\n")


def last_pause(opened: Opened) -> Pause | None:
    """Return the pause noted at the end of the file, or None where something was answered since, or none was noted."""
    lines = opened.text.rstrip().splitlines()
    found = _PAUSE.fullmatch(lines[-1]) if lines else None
    return Pause(found["at"], found["reason"]) if found else None


def _write(opened: Opened, text: str) -> Opened:
    """Write the file's new text over the one that was read."""
    write_in_place(opened.path, before=opened.text.encode(), after=text.encode())
    return replace(opened, text=text)
