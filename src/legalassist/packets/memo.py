"""The attorney's memo: what the record shows and lacks, what does not fit together, and what was noted about it.

It is attorney work product: it stands in ``internal/`` and no word of it in anything that is filed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from legalassist.assessments.assess import Assessment
from legalassist.assessments.missing import Kind, MissingItem, grouped
from legalassist.assessments.settled import Standing, standings
from legalassist.cases.override import Override
from legalassist.law.authorities import Authorities
from legalassist.law.deadline import Deadline
from legalassist.packets.build import Build
from legalassist.packets.memo_names import Names, letters_of
from legalassist.packets.memo_view import (
    elements,
    every_ground,
    family,
    grounds_found,
    relatives_grounds,
    undecided,
    weak_spots,
)
from legalassist.packets.plan import plan_pieces, required_plan
from legalassist.packets.readings import Readings
from legalassist.packets.signing import signing_lines
from legalassist.packets.statement_memo import coverage_lines, reading_lines, relay_notes, statement_notes

_DECIDED = "What was decided:"


@dataclass(frozen=True, slots=True)
class MissingLine:
    """A missing item as the memo lists it: in the words of its question, and where it is asked."""

    question: str
    why: str
    where: str


def memo_words(build: Build, assessment: Assessment, readings: Readings) -> Mapping[str, object]:
    """Return the words of the attorney's memo."""
    authorities = Authorities.load()
    plan = required_plan(build.library, build.interview.name, build.kind)
    planning = plan_pieces(plan, assessment.facts, build.case.exhibits)
    names = Names(build.interview, assessment, letters_of(planning.pieces))
    owed = (*grouped(assessment.missing), *(one.item for one in readings.owed))
    apart = [(one.open, _contradiction(build, names, one)) for one in standings(assessment.contradictions, build.case)]
    return {
        "elements": elements(names, authorities),
        "every_ground": every_ground(assessment),
        "relatives_grounds": relatives_grounds(names),
        "grounds": grounds_found(names, authorities),
        "family": family(names, authorities),
        "weak": weak_spots(names, assessment.missing),
        "undecided": undecided(names, planning, assessment.missing),
        "signatures": [
            {"title": one.title, "signers": [names.rows_in(who) for who in one.signers], "notes": one.notes}
            for one in signing_lines(build, assessment)
        ],
        "deadlines": [_deadline(names, one, authorities) for one in assessment.deadlines],
        "missing": [_missing(names, item) for item in owed],
        "contradictions": [words for is_open, words in apart if is_open],
        "settled": [words for is_open, words in apart if not is_open],
        "overrides": [_override(build, one) for one in build.case.overridden.values()],
        "notes": [*_notes(build, names), *statement_notes(names), *relay_notes(readings)],
        "coverage": coverage_lines(names),
        "readings": reading_lines(readings),
    }


def _override(build: Build, one: Override) -> Mapping[str, str]:
    """Return what the memo prints of an override; whether it still holds stands on the page of the gate."""
    attorney = next((each.name.full for each in build.clinic.attorneys if each.code == one.by), "not in clinic.yaml")
    return {"rule": one.rule, "by": f"{attorney} ({one.by}), {one.at}", "reason": one.reason}


def _missing(names: Names, item: MissingItem) -> MissingLine:
    """Return a missing item in words; what hangs on open questions names these."""
    pages = {page.name: page.title for page in names.interview.pages}
    where = pages.get(item.page, names.rows_in(item.page))
    first = item.path.partition(",")[0]
    about = names.row(first) if item.kind in (Kind.ANSWER, Kind.DECISION) else ""
    why = item.why
    if item.kind is Kind.DECISION and item.needs:
        why = f"could not be decided; it hangs on: {names.some(item.needs)}"
    if item.kind is Kind.DETERMINATION:
        where = f"{where}: {item.item or item.path.rpartition(': ')[2]}"
    question = item.ask or names.asked(item.path)
    return MissingLine(f"{question} ({about})" if about else question, why, where)


def _deadline(names: Names, deadline: Deadline, authorities: Authorities) -> Mapping[str, object]:
    """Return the words of one line of the memo's deadlines."""
    return {
        "title": names.subject(deadline.title, deadline.subject),
        "received_by": deadline.received_by.isoformat(),
        "not_before": deadline.not_before.isoformat() if deadline.not_before else "",
        "mail_by": deadline.mail_by.isoformat() if deadline.mail_by else "",
        "reason": " ".join(reason.value for reason in (deadline.reason, *deadline.notes)),
        "authorities": [authorities.get(name) for name in deadline.authorities],
        "passed": deadline.passed,
    }


def _contradiction(build: Build, names: Names, standing: Standing) -> Mapping[str, object]:
    """Return what the memo prints of a contradiction: what to ask, the answers with who entered them, what settles it.

    A paragraph of the statement is not repeated: the memo says which sentence of it is meant. What was noted stands
    beside it, also where an answer has changed since and it is open again.
    """
    one, noted = standing.contradiction, standing.settlement
    answers = []
    for path in one.paths:
        answer = build.case.current.get(path)
        entered = f"{answer.said.by}, {answer.said.at}" if answer is not None else ""
        answers.append({"fact": path, "asked": names.asked(path), "answer": names.answer(path), "entered": entered})
    decided = build.case.determined.get(one.decision)
    if decided is not None:
        words, by = names.short(decided.decided), f"{decided.by}, {decided.at}"
        answers.append({"fact": decided.item, "asked": _DECIDED, "answer": words, "entered": by})
    return {
        "about": one.about, "where": one.where, "settle": one.settle, "answers": answers, "id": one.id,
        "note": noted.note if noted is not None else "",
        "noted": f"{noted.by}, {noted.at}" if noted is not None else "",
    }  # fmt: skip


def _notes(build: Build, names: Names) -> list[str]:
    """Return what else the attorney should know: answers set aside, authorities to check again."""
    kept_out = names.assessment.set_aside
    notes = [f"An earlier answer no longer applies and is kept out: {names.asked(path)}" for path in kept_out]
    due = Authorities.load().due(build.as_of)
    if due:
        notes.append(f"These authorities are past their check-again date: {', '.join(due)}.")
    return notes
