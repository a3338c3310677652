"""Ask and answer: open a case, record what is said, and save it before anything else happens.

`Opened` is the case as it stands, with every answer since the last save; each verb returns a new one. Where a case is
kept, in an answers file or in the case store, only its keeper knows. Saving only ever adds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from legalassist.api.answers_files import open_file
from legalassist.api.keepers import PAUSE_REASONS, Keeper, Pause
from legalassist.api.opening import open_interview, read_text
from legalassist.assessments.assess import live_facts
from legalassist.cases.answer import Said, State
from legalassist.cases.answers_file import read_further
from legalassist.cases.case import Case, question_for, read_answer
from legalassist.errors import AnswerRefused, UsageError
from legalassist.facts.paths import group_of, numbers_of, row_path
from legalassist.interviews.codes import path_of
from legalassist.interviews.schema import Interview
from legalassist.interviews.yaml_source import Data, read_yaml
from legalassist.journeys.journey import Standing, Step, next_step, set_aside, steps
from legalassist.journeys.live_facts import LiveFacts
from legalassist.library import Library

_SHOWN = {Standing.DOES_NOT_APPLY, Standing.UNDECIDED}


@dataclass(frozen=True)
class Opened:
    """A case opened for asking: what keeps it, its interview, the case, and how many of its answers are saved.

    `until` names the stretch of the interview to be asked; an empty text means the whole of it.
    """

    kept: Keeper
    interview: Interview
    case: Case
    saved: int
    until: str = ""

    @cached_property
    def facts(self) -> LiveFacts:
        """The facts as they stand."""
        return live_facts(self.interview, self.case)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The journey as it stands: every question that applies now, answered or not, in the order asked."""
        return tuple(step for step in steps(self.facts) if step.standing not in _SHOWN and self.wants(step))

    def wants(self, step: Step) -> bool:
        """Say whether a step stands in the stretch to be asked."""
        return not self.until or step.page.name in self.interview.stretches[self.until]

    @cached_property
    def set_aside(self) -> frozenset[str]:
        """The paths whose answers the case keeps and does not show: their questions no longer apply."""
        return frozenset(set_aside(self.facts))


def open_answers(path: Path, library: Library) -> Opened:
    """Open an answers file of an invented person.

    Raises UsageError for a file that is not there, does not say ``invented: true``, or to whose end nothing can be
    added; ContentError with every problem in it or in its interview.
    """
    kept, interview, case = open_file(path, library)
    return Opened(kept, interview, case, len(case.answers))


def open_kept(kept: Keeper, case: Case, library: Library) -> Opened:
    """Open a case that something else than a file keeps; raises ContentError with every problem of its interview."""
    return Opened(kept, open_interview(library, case.interview), case, len(case.answers))


def only(opened: Opened, until: str) -> Opened:
    """Return the case with the interview's stretch of that name to be asked; raises UsageError for another name."""
    if until not in opened.interview.stretches:
        message = f"the interview has no stretch {until!r} to stop after"
        raise UsageError(message, hint=f"one of: {', '.join(opened.interview.stretches) or 'none has a name'}")
    return replace(opened, until=until)


# ---- where in the journey ----


def first_open(opened: Opened, passed: frozenset[str] = frozenset()) -> Step | None:
    """Return the step to ask next, without the paths passed already; None where nothing of the stretch is open."""
    step = next_step(opened.facts, passed)
    return step if step is not None and opened.wants(step) else None


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

    Raises AnswerRefused for a path nobody asks for, a value that does not fit, a row beyond the next free one, or
    leaving open a group that has rows.
    """
    value, state = read_answer(opened.interview, path, data)
    if state is not State.ANSWERED and question_for(opened.interview, path).is_group and opened.case.rows(path).numbers:
        raise AnswerRefused("this group has rows already", "take the rows out first, or answer in them", fact=path)
    _refuse_a_gap(opened.case, path)
    return _with(opened, opened.case.answer(path, value, said, state))


def _refuse_a_gap(case: Case, path: str) -> None:
    """Refuse a row that would leave rows out before it: it is a slip, and would become a person nobody spoke of."""
    group = group_of(path)
    if group is None:
        return
    _refuse_a_gap(case, group)
    number, following = numbers_of(path)[-1], case.next_row(group)
    if number > following:
        wrong = f"there is no row {number}, and the next free one is {following}"
        hint = f"for one more write {row_path(group, following)}; 'legalassist ask' shows the rows there are"
        raise AnswerRefused(wrong, hint, fact=path)


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

    What is answered is a path, or the code of a question on paper (`interviews.codes`).

    Rows are entered in their order, however they are typed. Raises UsageError that says what is wrong with every one
    that does not fit.
    """
    refused, read = [], {}
    for name, text in typed.items():
        try:
            path = path_of(opened.interview, name) or name  # a question code stands for its path
        except AnswerRefused as one:
            refused.append(str(one))
            continue
        if path in read:
            refused.append(f"{path}: it is answered twice, by its code and by its path")
        read[path] = text
    for path, text in sorted(read.items(), key=lambda one: numbers_of(one[0])):
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
    """Save what was answered since the last save, durably; raises what the keeper raises, and then nothing is saved."""
    if opened.saved == len(opened.case.answers):
        return opened
    return replace(opened, kept=opened.kept.save(opened.case, opened.saved), saved=len(opened.case.answers))


def note_pause(opened: Opened, reason: str, at: str) -> Opened:
    """Note why the interview was paused at a time (ISO 8601): one word of a fixed list, never free text.

    It is no answer: no document, finding or manifest sees it. Where to go on is not noted but read from the journey.
    Raises UsageError for any other reason, and what the keeper raises.
    """
    if reason not in PAUSE_REASONS:
        raise UsageError("this is not a reason to note for a pause", f"one of: {', '.join(PAUSE_REASONS)}")
    return replace(opened, kept=opened.kept.note_pause(reason, at))


def last_pause(opened: Opened) -> Pause | None:
    """Return the pause noted last, or None where something was answered since, or none was noted."""
    return opened.kept.last_pause()
