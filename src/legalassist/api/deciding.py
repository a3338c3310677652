"""Decide: what the record of a case shows, for people and for programs."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from legalassist.api import reading_back
from legalassist.api.building import prepare
from legalassist.api.exhibit_files import Content
from legalassist.api.opening import open_case, open_clinic
from legalassist.api.saving import write_new
from legalassist.assessments.assess import Assessment, assess
from legalassist.assessments.contradiction import Contradiction
from legalassist.assessments.settled import standings
from legalassist.cases.case import Case
from legalassist.documents.calendar import calendar_file
from legalassist.law.authorities import Authorities
from legalassist.law.explain import explain
from legalassist.law.finding import Finding
from legalassist.library import Library
from legalassist.packets.owed import Owed, owed
from legalassist.packets.plan import plan_file
from legalassist.packets.undecided import with_determinations


def assess_case(
    case: Path | Case, library: Library, *, as_of: dt.date, clinic: Path | None = None, content: Content | None = None
) -> Assessment:
    """Assess a case (of the store, or in an answers file) as of a day; raises what `open_case` raises.

    Days in the mail are taken from the clinic's particulars, where it has set them. What the forms leave to an attorney
    and the readings still owed are among the missing items; `content` returns the bytes of a stored case's exhibits.
    """
    interview, opened = open_case(case, library)
    particulars = open_clinic(library, clinic)
    assessment = assess(interview, opened, as_of=as_of, mailing_days=particulars.mailing_days)
    assessment = with_determinations(assessment, library, particulars)
    if library.find(plan_file(interview.name)) is None:
        return assessment
    build = prepare(case, library, as_of=as_of, clinic=clinic, content=content)
    return replace(assessment, missing=(*assessment.missing, *(one.item for one in reading_back.owed(build))))


def open_contradictions(case: Case, assessment: Assessment) -> tuple[Contradiction, ...]:
    """Return the contradictions a person should still ask about: not settled, or settled on answers that changed."""
    return tuple(one.contradiction for one in standings(assessment.contradictions, case) if one.open)


def write_calendar(case: Path | Case, library: Library, assessment: Assessment, file: Path) -> int:
    """Write the case's days that are to come as a calendar file; return how many deadlines they belong to.

    The file says "Case task" and the case's reference, nothing else. Raises UsageError where it cannot be written, and
    for a file there that is no calendar.
    """
    _, opened = open_case(case, library)
    content = calendar_file(opened.reference, assessment.deadlines, assessment.as_of)
    write_new(file, content, like=b"BEGIN:VCALENDAR")
    return sum(1 for one in assessment.deadlines if not one.passed)


def explain_finding(finding: Finding) -> str:
    """Return a finding as a tree: verdict, reason, what it hangs on, what is absent, and its authorities."""
    return explain(finding, Authorities.load())


def owed_items(case: Path | Case, library: Library, assessment: Assessment) -> tuple[Owed, ...]:
    """Return what is missing with who owes it and which pieces of the packet it keeps waiting."""
    interview, _ = open_case(case, library)
    return owed(library, interview, assessment.missing)


def as_data(assessment: Assessment, owing: Sequence[Owed]) -> dict[str, object]:
    """Return an assessment as plain data for JSON; facts are named by their paths, no answer or note is repeated."""
    case = assessment.facts.case
    return {
        "as_of": assessment.as_of.isoformat(),
        "findings": [finding.model_dump(mode="json") for finding in assessment.findings],
        "deadlines": [deadline.model_dump(mode="json") for deadline in assessment.deadlines],
        "missing": [asdict(one.item) | {"by": one.by, "pieces": one.pieces} for one in owing],
        "contradictions": [asdict(one) | {"id": one.id} for one in open_contradictions(case, assessment)],
        "set_aside": list(assessment.set_aside),
    }
