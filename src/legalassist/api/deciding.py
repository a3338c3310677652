"""Decide: what the record of a case shows, for people and for programs."""

import datetime as dt
from dataclasses import asdict
from pathlib import Path

from legalassist.api.opening import open_case
from legalassist.assessments.assess import Assessment, assess
from legalassist.cases.case import Case
from legalassist.law.authorities import Authorities
from legalassist.law.explain import explain
from legalassist.law.finding import Finding
from legalassist.library import Library


def assess_case(case: Path | Case, library: Library, *, as_of: dt.date) -> Assessment:
    """Assess a case (of the store, or in an answers file) as of a day; raises what `open_case` raises."""
    interview, opened = open_case(case, library)
    return assess(interview, opened, as_of=as_of)


def explain_finding(finding: Finding) -> str:
    """Return a finding as a tree: verdict, reason, what it hangs on, what is absent, and its authorities."""
    return explain(finding, Authorities.load())


def as_data(assessment: Assessment) -> dict[str, object]:
    """Return an assessment as plain data for JSON; facts are named by their paths, no answer is repeated."""
    return {
        "as_of": assessment.as_of.isoformat(),
        "findings": [finding.model_dump(mode="json") for finding in assessment.findings],
        "deadlines": [deadline.model_dump(mode="json") for deadline in assessment.deadlines],
        "missing": [asdict(item) for item in assessment.missing],
        "contradictions": [asdict(one) for one in assessment.contradictions],
        "set_aside": list(assessment.set_aside),
    }
