"""The journey: every question of a case in order, how each stands, and which comes next. Recomputed, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from legalassist.cases.answer import State
from legalassist.facts.paths import pattern_of, row_path
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


NOTHING: frozenset[str] = frozenset()
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
    for page, question, path in _places(facts):
        yield Step(page, question, path, *_standing(facts, question, path))


def _places(facts: LiveFacts) -> Iterator[tuple[Page, Question, str]]:
    """Yield every question at every path it has now, in the order of the journey."""
    for page in facts.interview.pages:
        for question in page.questions:
            if question.is_group:
                yield from ((page, one, path) for one, path in _group_places(facts, question, question.fact))
            else:
                yield page, question, question.fact


def _group_places(facts: LiveFacts, group: Question, path: str) -> Iterator[tuple[Question, str]]:
    """Yield each question of each row of a group, then the group itself; there are no rows where it does not apply."""
    for number in facts.rows(path).numbers:
        for question in group.questions:
            inside = f"{row_path(path, number)}.{question.fact.removeprefix(f'{group.fact}[].')}"
            if question.is_group:
                yield from _group_places(facts, question, inside)
            else:
                yield question, inside
    if not group.more:
        yield group, path


def _standing(facts: LiveFacts, question: Question, path: str) -> tuple[Standing, frozenset[str]]:
    """Return how a question stands at a path, and what would settle it where that is undecided."""
    applies = facts.applies(path)
    if applies.value is None:
        return Standing.UNDECIDED, applies.needs
    if not applies.value:
        return Standing.DOES_NOT_APPLY, NOTHING
    answer = facts.case.current.get(path)
    if question.is_group and (answer is None or answer.state is State.ANSWERED):
        return (Standing.ANSWERED if facts.rows(path).complete else Standing.OPEN), NOTHING
    return (Standing.OPEN if answer is None else _STANDING[answer.state]), NOTHING


def next_step(facts: LiveFacts, passed: frozenset[str] = frozenset()) -> Step | None:
    """Return the next step to ask, or None when nothing is open; `passed` are paths skipped for now.

    A question that may or may not apply is not asked: what would settle it is asked first.
    """
    for page, question, path in _places(facts):
        if path in passed:
            continue
        standing, needs = _standing(facts, question, path)
        if standing is Standing.OPEN:
            return Step(page, question, path, standing)
        if standing is Standing.UNDECIDED:
            settling = _settling(facts, needs - passed)
            if settling is not None:
                return settling
    return None


def _settling(facts: LiveFacts, wanted: frozenset[str]) -> Step | None:
    """Return an open step at one of the paths that would settle a question, or None where every one has been asked.

    The paths are looked at one by one, not by walking the journey: many questions may hang on one declined answer.
    Of several that are open, the first in the journey is asked.
    """
    could_settle = {path: step for path in wanted if (step := _open_step(facts, path)) is not None}
    if len(could_settle) > 1:
        return next(step for step in steps(facts) if step.path in could_settle)
    return next(iter(could_settle.values()), None)


def _open_step(facts: LiveFacts, path: str) -> Step | None:
    """Return the step at a path if it is open, or None where it is not or no question asks for it."""
    question = facts.interview.by_fact.get(pattern_of(path))
    if question is None or _standing(facts, question, path)[0] is not Standing.OPEN:
        return None
    return Step(facts.interview.page_of[question.fact], question, path, Standing.OPEN)


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
