"""The journey: every question of a case in order, how each stands, and which comes next. Recomputed, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from legalassist.cases.answer import State
from legalassist.facts.paths import row_path
from legalassist.interviews.schema import Interview, Page, Question
from legalassist.journeys.live_facts import LiveFacts


class Standing(Enum):
    """How a question stands."""

    ANSWERED = "answered"
    OPEN = "not asked yet"
    LATER = "later"
    DOES_NOT_KNOW = "does not know"
    DECLINED = "prefers not to say"
    DOES_NOT_APPLY = "does not apply"
    UNDECIDED = "it is not known yet whether this applies"


_STANDING = {
    State.ANSWERED: Standing.ANSWERED,
    State.LATER: Standing.LATER,
    State.DOES_NOT_KNOW: Standing.DOES_NOT_KNOW,
    State.DECLINED: Standing.DECLINED,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One question of one case: its path, how it stands, and (undecided) the paths that would settle it.

    A group's own step asks whether there is another row; it is answered once somebody has said "no more".
    """

    page: Page
    question: Question
    path: str
    standing: Standing
    needs: frozenset[str] = frozenset()


def steps(facts: LiveFacts) -> Iterator[Step]:
    """Yield every step of the journey in order: a group's rows first, then whether there is another."""
    for page in facts.interview.pages:
        for question in page.questions:
            yield from _question_steps(facts, page, question, question.fact)


def _question_steps(facts: LiveFacts, page: Page, question: Question, path: str) -> Iterator[Step]:
    """Yield the steps of one question at one path."""
    applies = facts.applies(path)
    if applies.value is None:
        yield Step(page, question, path, Standing.UNDECIDED, applies.needs)
    elif not applies.value:
        yield Step(page, question, path, Standing.DOES_NOT_APPLY)
    elif question.is_group:
        yield from _group_steps(facts, page, question, path)
    else:
        answer = facts.case.current.get(path)
        yield Step(page, question, path, Standing.OPEN if answer is None else _STANDING[answer.state])


def _group_steps(facts: LiveFacts, page: Page, group: Question, path: str) -> Iterator[Step]:
    """Yield the steps of a group that applies: each row's questions, then the group's own."""
    rows = facts.rows(path)
    for number in rows.numbers:
        for question in group.questions:
            last = question.fact.removeprefix(f"{group.fact}[].")
            yield from _question_steps(facts, page, question, f"{row_path(path, number)}.{last}")
    answer = facts.case.current.get(path)
    if answer is not None and answer.state is not State.ANSWERED:
        yield Step(page, group, path, _STANDING[answer.state])
    else:
        yield Step(page, group, path, Standing.ANSWERED if rows.complete else Standing.OPEN)


def next_step(facts: LiveFacts, passed: frozenset[str] = frozenset()) -> Step | None:
    """Return the next step to ask, or None when nothing is open; `passed` are paths skipped for now.

    A question that may or may not apply is not asked: what would settle it is asked first.
    """
    for step in steps(facts):
        if step.path in passed:
            continue
        if step.standing is Standing.OPEN:
            return step
        if step.standing is Standing.UNDECIDED:
            settling = _settling(facts, step, passed)
            if settling is not None:
                return settling
    return None


def _settling(facts: LiveFacts, undecided: Step, passed: frozenset[str]) -> Step | None:
    """Return an open step that would help to decide an undecided one, or None where every one has been asked."""
    wanted = undecided.needs - passed
    if not wanted:
        return None
    return next((step for step in steps(facts) if step.path in wanted and step.standing is Standing.OPEN), None)


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """How far one section is: questions settled (answered, or said not to be) of those that apply."""

    section: str
    settled: int
    asked: int


_SETTLED = {Standing.ANSWERED, Standing.DOES_NOT_KNOW, Standing.DECLINED}


def progress(interview: Interview, facts: LiveFacts) -> tuple[SectionProgress, ...]:
    """Return how far each section is, in the interview's order."""
    counts: dict[str, list[int]] = {page.section: [0, 0] for page in interview.pages}
    for step in steps(facts):
        if step.standing in {Standing.DOES_NOT_APPLY, Standing.UNDECIDED}:
            continue
        counts[step.page.section][0] += step.standing in _SETTLED
        counts[step.page.section][1] += 1
    return tuple(SectionProgress(section, settled, asked) for section, (settled, asked) in counts.items())


def set_aside(facts: LiveFacts) -> tuple[str, ...]:
    """Return the paths that have answers the case no longer shows: their question or their row does not apply now."""
    return tuple(path for path in facts.case.current if facts.applies(path).value is not True)
