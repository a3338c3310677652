"""No Part 4 box is ever ticked without a plain answer and an attorney's determination: over generated cases."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from one_library import LIBRARY

from legalassist.assessments.assess import WORDS, live_facts
from legalassist.cases.answer import Said, State
from legalassist.cases.case import Case
from legalassist.cases.determination import Determination
from legalassist.documents.clinic import read_clinic
from legalassist.documents.context import Used
from legalassist.facts.known import Known
from legalassist.forms.answer_sheet import answer_sheet
from legalassist.forms.attorney_items import AttorneyItem, Standing
from legalassist.forms.edition import Edition, Item, read_edition
from legalassist.forms.sources import Sources
from legalassist.interviews.reader import read_interview

INTERVIEW = read_interview(LIBRARY, "tvisa", WORDS).required()
FORMS = {"": "i914.2025-01-20", "family[1]": "i914a.2025-01-20"}
EDITIONS = {about: read_edition(LIBRARY, "tvisa", name) for about, name in FORMS.items()}
CLINIC = read_clinic(LIBRARY.get("interviews/tvisa/examples/clinic.yaml").text, "clinic.yaml")
SAID = Said("demo", "2026")
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BASE = (
    Case("R1", "tvisa", invented=True)
    .answer("family[1].relation", "child", SAID)
    .answer("family[1].apply", True, SAID)
)  # fmt: skip


def part_4(edition: Edition) -> tuple[Item, ...]:
    return next(part.items for part in edition.parts if part.number == "4")[1:]


def yes_no_paths(about: str) -> list[str]:
    """Return the plain yes-or-no answers beside the Items of Part 4, for the person the form is about."""
    asked = {path for item in part_4(EDITIONS[about]) for path in item.plain if path.count("[]") == bool(about)}
    return sorted(
        path.replace("family[]", about) for path in asked
        if (question := INTERVIEW.by_fact.get(path)) is not None and question.kind == "yes no"
    )  # fmt: skip


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, Case]:
    """Draw a case with some plain answers, some states that are none, and determinations fresh, stale and by hand."""
    about = draw(st.sampled_from(sorted(FORMS)))
    case = BASE
    for path in draw(st.lists(st.sampled_from(yes_no_paths(about)), unique=True)):
        state = draw(st.sampled_from([State.ANSWERED, State.LATER, State.DECLINED, State.DOES_NOT_KNOW]))
        case = case.answer(path, draw(st.booleans()) if state is State.ANSWERED else None, SAID, state)
    edition = EDITIONS[about]
    for item in draw(st.lists(st.sampled_from(part_4(edition)), unique_by=lambda item: item.item)):
        seen = sources_of(case, about).seen(item.beside(about))
        rests_on = draw(st.sampled_from(["", seen, "0" * 64]))
        decided = draw(st.sampled_from(["yes", "no", ""]))
        name = f"{edition.form} 4.{item.item}"
        case = case.determine(Determination(name, about, decided, "Jordan Example", "2026", rests_on=rests_on))
    return about, case


def sources_of(case: Case, about: str) -> Sources:
    return Sources(INTERVIEW, live_facts(INTERVIEW, case), CLINIC, case, about=about, form=EDITIONS[about].form)


def ticked_faults(case: Case, about: str) -> Iterator[str]:
    """Yield Items of Part 4 that say Yes or No without an answer, or without a determination that still holds."""
    edition, sources = EDITIONS[about], sources_of(case, about)
    sheet = next(part for part in answer_sheet(edition, sources, Used()) if part.number == "4")
    lines = {line.item: line for line in sheet.items}
    for item in part_4(edition):
        if lines[item.item].state or lines[item.item].answer not in {"Yes", "No"}:
            continue
        decided = case.determined.get((f"{edition.form} 4.{item.item}", about))
        if decided is None or decided.rests_on not in ("", sources.seen(item.beside(about))):
            yield f"{item.item} without a determination"
        if not any(there(sources, pattern) for pattern in item.beside(about)):
            yield f"{item.item} without an answer"


def there(sources: Sources, pattern: str) -> bool:
    here = sources.here(pattern)
    if INTERVIEW.by_fact[pattern].is_group:
        rows = sources.facts.rows(here)
        return bool(rows.numbers) or rows.complete
    return any(isinstance(sources.facts.get(path), Known) for path in sources.instances(here))


@FEW
@given(cases())
def test_no_part_4_box_is_ticked_without_an_answer_and_a_determination(drawn: tuple[str, Case]) -> None:
    about, case = drawn
    assert list(ticked_faults(case, about)) == []


def test_a_box_with_both_is_ticked_and_one_without_an_answer_waits() -> None:
    decided = BASE.determine(Determination("i-914 4.19", "", "no", "Jordan Example", "2026"))
    assert line(decided, "19") == ("", "attorney decided, and no plain answer is there yet")
    assert line(decided.answer("past.many_spouses", False, SAID), "19") == ("No", "")
    declined = decided.answer("past.many_spouses", None, SAID, State.DECLINED)
    assert line(declined, "19") == ("", "attorney decided, and no plain answer is there yet")


def line(case: Case, item: str) -> tuple[str, str]:
    sheet = next(part for part in answer_sheet(EDITIONS[""], sources_of(case, ""), Used()) if part.number == "4")
    found = next(one for one in sheet.items if one.item == item)
    return found.answer, found.state


STALE = Determination("i-914 4.19", "", "no", "Jordan Example", "2026", rests_on="0" * 64)


@pytest.mark.parametrize(
    ("case", "fault"),
    [
        (BASE.determine(replace(STALE, rests_on="")), "19 without an answer"),
        (BASE.answer("past.many_spouses", True, SAID).determine(STALE), "19 without a determination"),
    ],
)
def test_a_box_ticked_without_one_of_the_two_is_found(case: Case, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(ticked_faults(case, "")) == []
    monkeypatch.setattr(AttorneyItem, "standing", property(lambda _: Standing.SETTLED))
    assert fault in list(ticked_faults(case, ""))
