"""Where the client may work now: a firm that is told of it can tell where she is found.

The release she signed speaks of the other side's names. A job that began and is not known to have ended may be with the
other side, or be the one she has today: a person says which.
"""

import re
from collections.abc import Iterable
from typing import Final

from legalassist.cases.answer import State
from legalassist.cases.case import Case
from legalassist.facts.dates import PartialDate

_EMPLOYER: Final = re.compile(r"(jobs\[\d+\])\.employer")


def may_be_present(case: Case, paths: Iterable[str]) -> bool:
    """Say whether a name stands in nothing but jobs that may go on; `paths`: of the answers that say it and stand."""
    said = tuple(paths)
    jobs = [found[1] for path in said if (found := _EMPLOYER.fullmatch(path))]
    return bool(jobs) and len(jobs) == len(said) and any(_may_go_on(case, job) for job in jobs)


def _may_go_on(case: Case, job: str) -> bool:
    """Say whether a job has a beginning and no end; "later" is what the interview tells people to answer then."""
    began, ended = case.current.get(f"{job}.from_date"), case.current.get(f"{job}.to_date")
    if ended is not None and isinstance(ended.value, PartialDate):
        return False
    later = ended is not None and ended.state is State.LATER
    return later or (began is not None and isinstance(began.value, PartialDate))
