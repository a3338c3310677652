"""The attorney's memo: what the record shows and lacks, what does not fit together, and what was noted about it.

It is attorney work product: it stands in ``internal/`` and no word of it in anything that is filed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from legalassist.assessments.assess import Assessment
from legalassist.assessments.missing import grouped
from legalassist.assessments.settled import Standing, standings
from legalassist.documents.wording import in_words
from legalassist.facts.known import Known
from legalassist.facts.paths import pattern_of
from legalassist.law.authorities import Authorities
from legalassist.law.deadline import Deadline
from legalassist.packets.build import Build
from legalassist.packets.readings import Readings
from legalassist.packets.statement_memo import coverage_lines, printed_numbers, reading_lines, statement_notes

_SHORT = 60
"""Characters of an answer that the memo repeats beside a contradiction; a longer one is named by its path."""


@dataclass(frozen=True, slots=True)
class MissingLine:
    """A missing item as the memo lists it."""

    question: str
    fact: str
    why: str
    page: str


def memo_words(build: Build, assessment: Assessment, readings: Readings) -> Mapping[str, object]:
    """Return the words of the attorney's memo."""
    authorities, numbers = Authorities.load(), printed_numbers(assessment)
    findings = [
        {
            "title": f"{finding.title} ({finding.subject})" if finding.subject else finding.title,
            "verdict": finding.verdict.value,
            "reason": finding.reason.value,
            "authorities": [authorities.get(name) for name in finding.authorities],
            "hangs_on": finding.hangs_on,
            "absent": finding.absent,
            "exhibits": finding.exhibits,
            "paragraphs": tuple(numbers[path] for path in finding.paragraphs),
            "readings": finding.readings,
            "parts": [
                one.model_copy(update={"paragraphs": tuple(numbers[path] for path in one.paragraphs)})
                for one in finding.parts
            ],
        }
        for finding in assessment.findings
    ]
    owed = (*grouped(assessment.missing), *(one.item for one in readings.owed))
    missing = [MissingLine(item.ask or item.path, item.path, item.why, item.page) for item in owed]
    return {
        "findings": findings,
        "deadlines": [_deadline(one, authorities) for one in assessment.deadlines],
        "missing": missing,
        "contradictions": [_contradiction(build, assessment, one) for one in _standing(build, assessment) if one.open],
        "settled": [_contradiction(build, assessment, one) for one in _standing(build, assessment) if not one.open],
        "notes": [*_notes(build, assessment), *statement_notes(assessment)],
        "coverage": coverage_lines(assessment),
        "readings": reading_lines(readings),
    }


def _deadline(deadline: Deadline, authorities: Authorities) -> Mapping[str, object]:
    """Return the words of one line of the memo's deadlines."""
    about = f"{deadline.title} ({deadline.subject})" if deadline.subject else deadline.title
    return {
        "title": about,
        "received_by": deadline.received_by.isoformat(),
        "not_before": deadline.not_before.isoformat() if deadline.not_before else "",
        "mail_by": deadline.mail_by.isoformat() if deadline.mail_by else "",
        "reason": " ".join(reason.value for reason in (deadline.reason, *deadline.notes)),
        "authorities": [authorities.get(name) for name in deadline.authorities],
        "passed": deadline.passed,
    }


def _standing(build: Build, assessment: Assessment) -> tuple[Standing, ...]:
    return standings(assessment.contradictions, build.case)


def _contradiction(build: Build, assessment: Assessment, standing: Standing) -> Mapping[str, object]:
    """Return what the memo prints of a contradiction: what to ask, the answers with who entered them, what settles it.

    A paragraph of the statement is not repeated: the memo says which sentence of it is meant. What was noted stands
    beside it, also where an answer has changed since and it is open again.
    """
    one, noted = standing.contradiction, standing.settlement
    answers = []
    for path in one.paths:
        fact, answer = assessment.facts.get(path), build.case.current.get(path)
        words = ""
        if isinstance(fact, Known) and not (isinstance(fact.value, str) and len(fact.value) > _SHORT):
            words = in_words(fact.value, build.interview.by_fact.get(pattern_of(path)))
        entered = f"{answer.said.by}, {answer.said.at}" if answer is not None else ""
        answers.append({"fact": path, "answer": words, "entered": entered})
    return {
        "about": one.about, "where": one.where, "settle": one.settle, "answers": answers, "id": one.id,
        "note": noted.note if noted is not None else "",
        "noted": f"{noted.by}, {noted.at}" if noted is not None else "",
    }  # fmt: skip


def _notes(build: Build, assessment: Assessment) -> list[str]:
    """Return what else the attorney should know: answers set aside, authorities to check again."""
    notes = [f"An earlier answer no longer applies and is kept out: {path}." for path in assessment.set_aside]
    due = Authorities.load().due(build.as_of)
    if due:
        notes.append(f"These authorities are past their check-again date: {', '.join(due)}.")
    return notes
