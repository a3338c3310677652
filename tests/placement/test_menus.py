"""The closed menus: which facts give which value, and what an author can get wrong."""

from pathlib import Path

import pytest
from one_library import LIBRARY

from legalassist.api.opening import open_interview
from legalassist.assessments.assess import WORDS
from legalassist.errors import ContentError
from legalassist.facts.dates import PartialDate
from legalassist.facts.known import PlainFacts, Why
from legalassist.facts.values import Spoken, Value
from legalassist.interviews.reader import types_of
from legalassist.library import Library
from legalassist.placement.menus import MENUS, read_menus

NOT_STATED = None
SHIPPED = read_menus(LIBRARY)


def value_of(row: str, known: dict[str, Value], unknown: dict[str, Why] | None = None) -> str | None:
    """Return the value of one row, None where it is not stated."""
    facts = PlainFacts(known, unknown)
    return {one.row: value.value if value else None for one, value in SHIPPED.rows(facts)}[row]


BORN = PartialDate.parse("2005-12-15")
RECEIVED = PartialDate.parse("2026-12-15")


@pytest.mark.parametrize(
    ("row", "known", "expected"),
    [
        ("kind", {"trafficking.kind": ("labor", "sex")}, "labor and sex trafficking"),
        ("kind", {"trafficking.kind": ("labor",)}, "labor trafficking"),
        ("kind", {"trafficking.kind": ("sex",)}, "sex trafficking"),
        ("kind", {}, NOT_STATED),
        ("relief", {}, "T nonimmigrant status"),
        ("area", {}, "New York City"),
        ("age", {"client.birth_date": BORN, "filing.planned_receipt_date": RECEIVED}, "adult"),
        ("age", {"client.birth_date": PartialDate.parse("2005-12-16"), "filing.planned_receipt_date": RECEIVED},
         "under 21 at filing: age-out clock"),
        ("age", {"client.birth_date": PartialDate.parse("2005"), "filing.planned_receipt_date": RECEIVED}, NOT_STATED),
        ("age", {"client.birth_date": PartialDate.parse("1985"), "filing.planned_receipt_date": RECEIVED}, "adult"),
        ("age", {"client.birth_date": BORN}, NOT_STATED),
        ("language", {"client.language": Spoken("cmn")}, "Mandarin"),
        ("language", {"client.language": Spoken("wuu", "Wenzhounese")}, NOT_STATED),
        ("language", {}, NOT_STATED),
        ("posture", {"first.detained": False, "first.removal_order": False, "first.in_court": False}, "affirmative"),
        ("posture", {"first.detained": False, "first.removal_order": False, "first.in_court": True},
         "in removal proceedings"),
        ("posture", {"first.detained": False, "first.removal_order": True}, "prior removal order"),
        ("posture", {"first.detained": True}, "detained"),
        ("posture", {"first.removal_order": False, "first.in_court": True}, NOT_STATED),
    ],
)  # fmt: skip
def test_facts_choose_the_value(row: str, known: dict[str, Value], expected: str | None) -> None:
    assert value_of(row, known) == expected


def test_an_answer_that_was_declined_is_never_guessed() -> None:
    assert value_of("kind", {}, {"trafficking.kind": Why.DECLINED}) is NOT_STATED


def test_the_court_task_is_asked_only_where_there_is_a_court() -> None:
    affirmative = {"first.detained": False, "first.removal_order": False, "first.in_court": False}
    assert len(list(SHIPPED.tasks(PlainFacts(affirmative)))) == 2
    assert len(list(SHIPPED.tasks(PlainFacts(affirmative | {"first.in_court": True})))) == 3
    assert len(list(SHIPPED.tasks(PlainFacts()))) == 2


def test_every_condition_fits_the_interview() -> None:
    types = types_of(open_interview(LIBRARY, "tvisa"), WORDS)
    assert SHIPPED.check(types) == ()


def test_no_text_of_the_shelf_promises_or_judges() -> None:
    said = " ".join(SHIPPED.menus.texts()).lower()
    assert not any(word in said for word in ("anonym", "eligible", "qualif", "guarantee", "safe to send"))


def shelf(folder: Path, before: str, after: str) -> Library:
    own = folder / MENUS
    own.parent.mkdir(parents=True)
    text = LIBRARY.get(MENUS).text
    assert before in text
    own.write_text(text.replace(before, after, 1), encoding="utf-8")
    return Library(folder)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("    label: Type\n", "", "the key 'label' is missing here"),
        ("speaks: cmn", "spoken: cmn", "unknown key 'spoken'"),
        ("when: first.detained", "when: first.detained and", "mistake"),
        ("      - value: adult\n", "      - value: adult\n      - value: older\n", "never printed"),
        ("title: Case summary", "title: Case summary\ntitle: Other", "stands here twice"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_place(tmp_path: Path, before: str, after: str, expected: str) -> None:
    if expected == "never printed":
        before, after = "when: first.detained\n        stands_out", "stands_out"
    with pytest.raises(ContentError) as wrong:
        read_menus(shelf(tmp_path, before, after))
    told = str(wrong.value)
    assert f"{MENUS}:" in told
    if expected != "mistake":
        assert expected in told


def test_a_misspelt_path_or_choice_is_found(tmp_path: Path) -> None:
    read = read_menus(
        shelf(tmp_path, '"labor" in trafficking.kind and "sex"', '"labour" in trafficking.kinds and "sex"')
    )
    problems = read.check(types_of(open_interview(LIBRARY, "tvisa"), WORDS))
    assert any("trafficking.kinds" in str(problem) for problem in problems)
