"""Each invented client's whole journey as text, one step a line, read by eye whenever it changes.

``pytest --update-golden`` writes tests/golden/CLIENT/journey.txt anew; the diff is the review.
"""

import pytest
from golden_files import check_golden

from legalassist.api.opening import open_case
from legalassist.assessments.assess import live_facts
from legalassist.cases.case import Case
from legalassist.interviews.schema import Interview
from legalassist.journeys.journey import next_step, set_aside, steps
from legalassist.library import Library


def journey(interview: Interview, case: Case) -> str:
    """Return every step: page, path, how it stands, what would settle it. No answer is shown."""
    facts, lines, page = live_facts(interview, case), [], ""
    for step in steps(facts):
        if step.page.name != page:
            page = step.page.name
            lines.append(f"-- {page}")
        needs = f" (needs {', '.join(sorted(step.needs))})" if step.needs else ""
        lines.append(f"{step.path}: {step.standing.value}{needs}")
    following = next_step(facts)
    lines.append(f"== next: {following.path if following else 'nothing'}")
    lines += [f"== set aside: {path}" for path in set_aside(facts)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("client", ["mei", "lan", "qing", "yue", "hui", "rong"])
def test_an_invented_clients_journey_is_as_it_was_reviewed(
    client: str, library: Library, pytestconfig: pytest.Config
) -> None:
    interview, case = open_case(library.get(f"interviews/tvisa/examples/{client}.yaml").path, library)
    check_golden(f"{client}/journey.txt", journey(interview, case), pytestconfig)


def test_a_change_of_one_answer_shows_in_the_journey(library: Library) -> None:
    interview, case = open_case(library.get("interviews/tvisa/examples/mei.yaml").path, library)
    said = case.answers[0].said
    changed = journey(interview, case.answer("reporting.reported", False, said)).splitlines()
    gone = set(journey(interview, case).splitlines()) - set(changed)
    assert "reporting.agency: answered" in gone
    assert "== set aside: reporting.agency" in changed
