"""A list tried with invented clients: the line of an answers file, without a summary or a second reader."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from legalassist.api.opening import open_case, open_clinic
from legalassist.api.placing import fresh_reference, three_weeks_after
from legalassist.api.placing_lists import Offered
from legalassist.assessments.assess import live_facts
from legalassist.cases.case import Case
from legalassist.errors import UsageError
from legalassist.library import Library
from legalassist.placement.lists import Line
from legalassist.placement.menus import read_menus
from legalassist.placement.teaser import make


def tried(
    case_path: Path | Case,
    library: Library,
    as_of: dt.date,
    draw: Callable[[], str],
    *,
    clinic_path: Path | None = None,
) -> Offered:
    """Return an invented client's line; UsageError for anybody else: a second reader's yes is needed."""
    interview, case = open_case(case_path, library)
    if not case.invented:
        raise UsageError("only an invented client's list is tried", hint="keep the case in the store")
    reference = fresh_reference(case, library, draw, clinic_path=clinic_path)
    until = three_weeks_after(as_of)
    made = make(read_menus(library), live_facts(interview, case), open_clinic(library, clinic_path),
                reference=reference, answer_by=until)  # fmt: skip
    lines = tuple((said.label, said.value) for said in made.rows)
    return Offered(case, Line(reference, lines, (), made.tasks, until.isoformat()))
