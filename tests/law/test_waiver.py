"""A request for a waiver is put in question by a plain answer, never decided, and never taken for granted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_library import LIBRARY

from legalassist.assessments.assess import WORDS, live_facts
from legalassist.cases.answer import Said
from legalassist.cases.case import Case
from legalassist.facts.known import Known, PlainFacts, Rows, Unknown
from legalassist.facts.values import Value
from legalassist.interviews.reader import read_interview
from legalassist.law.derived import WithDerived
from legalassist.law.waiver import FAMILY_YES, FLAGS

SAID = Said("demo", "2026")
ROW = "family[1]"
SILENT: dict[str, Value] = {f"{ROW}.{name}": False for name in FAMILY_YES}
GROUPS = {"family": Rows((1,), complete=True), f"{ROW}.arrests": Rows(complete=True),
          f"{ROW}.entries": Rows(complete=True)}  # fmt: skip


def in_question(known: dict[str, Value], groups: dict[str, Rows]) -> object:
    return WithDerived(PlainFacts(known, groups=groups)).get(f"derived.{ROW}.waiver_in_question")


def test_every_flag_that_counts_can_be_waived_and_the_children_of_the_party_do_not() -> None:
    names = {flag.id for flag in FLAGS}
    assert {"flags.entry", "flags.prostitution", "flags.misrepresentation", "flags.arrest"} <= names
    assert not {"flags.party", "flags.led_others", "flags.open_case", "flags.earlier_filing"} & names


@pytest.mark.parametrize("name", FAMILY_YES)
def test_each_plain_answer_of_a_relative_puts_the_question(name: str) -> None:
    assert in_question(SILENT, GROUPS) == Known(value=False)
    assert in_question(SILENT | {f"{ROW}.{name}": True}, GROUPS) == Known(value=True)
    without = {path: value for path, value in SILENT.items() if path != f"{ROW}.{name}"}
    assert in_question(without, GROUPS) == Unknown(needs=frozenset({f"{ROW}.{name}"}))


def test_an_arrest_and_an_entry_nobody_checked_put_the_question_too() -> None:
    assert in_question(SILENT, GROUPS | {f"{ROW}.arrests": Rows((1,))}) == Known(value=True)
    entered = GROUPS | {f"{ROW}.entries": Rows((1,), complete=True)}
    assert in_question(SILENT | {f"{ROW}.entries[1].checked": False}, entered) == Known(value=True)
    assert in_question(SILENT | {f"{ROW}.entries[1].checked": True}, entered) == Known(value=False)
    assert isinstance(in_question(SILENT, GROUPS | {f"{ROW}.arrests": Rows()}), Unknown)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(SILENT)), st.booleans()), st.sampled_from(sorted(SILENT)), st.booleans())
def test_learning_more_never_turns_it(known: dict[str, Value], path: str, value: bool) -> None:
    before = in_question(known, GROUPS)
    after = in_question({path: value} | known, GROUPS)
    assert isinstance(before, Unknown) or after == before


def test_for_the_client_it_is_open_until_the_answers_are_there_and_papers_by_others_alone_do_not_put_it() -> None:
    interview = read_interview(LIBRARY, "tvisa", WORDS).required()
    case = Case("R1", "tvisa", invented=True)
    assert isinstance(live_facts(interview, case).get("derived.waiver_in_question"), Unknown)
    unread = case.answer("visa.others_prepared", True, SAID)
    assert isinstance(live_facts(interview, unread).get("derived.waiver_in_question"), Unknown)
    untrue = unread.answer("visa.untrue", True, SAID)
    assert live_facts(interview, untrue).get("derived.waiver_in_question") == Known(value=True)
