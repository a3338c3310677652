"""How fast the next question comes: worked out from the answers, in an interview of 5,000 questions, no cache."""

from collections.abc import Iterator
from dataclasses import replace

from measuring import Figure, medians

from legalassist.assessments.assess import live_facts
from legalassist.cases.answer import Answer, Said, State
from legalassist.cases.case import Case
from legalassist.errors import Place
from legalassist.facts.expressions import parse
from legalassist.interviews.schema import Interview, Page, Question
from legalassist.journeys.journey import next_step

QUESTIONS = 5_000
ON_A_PAGE = 20
LIMIT = 50
SAID = Said("bench", "2026-11-22T10:00:00")


def figures() -> Iterator[Figure]:
    """Yield the time to the next question with nothing answered, half, and all but the last one."""
    interview = large_interview()
    answered = answered_case(interview, QUESTIONS - 1)
    cases = {
        "nothing answered": Case("R", interview.name),
        "half answered": Case("R", interview.name, answered.answers[: QUESTIONS // 2]),
        "all but one answered": answered,
        "half hanging on a declined answer": half_declined(answered),
    }
    for what, case in cases.items():
        (found,) = medians(lambda case=case: _next(interview, case))  # type: ignore[misc]
        yield Figure(f"next of {QUESTIONS:,} questions, {what}", found * 1000, "ms", LIMIT)


def _next(interview: Interview, case: Case) -> None:
    """Work out the next question from nothing but the interview and the answers."""
    fresh = Case(case.reference, case.interview, case.answers)
    if next_step(live_facts(interview, fresh)) is None:
        message = "the bench's interview has no next question"
        raise RuntimeError(message)


def large_interview() -> Interview:
    """Return an interview of yes-or-no questions, every second one (but not the last) asked only after a yes."""
    questions = [_question(number) for number in range(QUESTIONS)]
    place = Place("bench.yaml", 1, 1)
    pages = tuple(
        Page(f"p{first}", f"Section {first}", "Bench", tuple(questions[first : first + ON_A_PAGE]), place)
        for first in range(0, QUESTIONS, ON_A_PAGE)
    )
    return Interview("bench", "Bench", pages)


def _question(number: int) -> Question:
    place = Place("bench.yaml", number + 1, 1)
    when = (
        parse(f"bench.q{number - 1} and known(bench.q0)", where=place)
        if number % 2 and number < QUESTIONS - 1
        else None
    )
    return Question(f"bench.q{number}", "yes no", "Yes?", place, when=when)


def answered_case(interview: Interview, count: int) -> Case:
    """Return a case with that many questions answered yes."""
    answers = (Answer(n + 1, f"bench.q{n}", State.ANSWERED, True, SAID) for n in range(count))  # noqa: FBT003 - a value
    return Case("R", interview.name, tuple(answers))


def half_declined(case: Case) -> Case:
    """Return the case with every second answer declined, so that every other question cannot be decided."""
    answers = (
        replace(answer, state=State.DECLINED, value=None) if number % 2 == 0 else answer
        for number, answer in enumerate(case.answers)
    )
    return replace(case, answers=tuple(answers))
