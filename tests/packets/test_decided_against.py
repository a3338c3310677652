"""A decision against the plain answers is a contradiction of its own; one that fits them, or weighs, is none."""

import datetime as dt
from functools import cache

import pytest
from assessments.test_contradictions import SAID, example, planted
from one_library import LIBRARY

from legalassist.api.opening import open_clinic, open_interview
from legalassist.assessments.assess import assess, live_facts
from legalassist.assessments.contradiction import Contradiction
from legalassist.assessments.settled import seen as seen_now
from legalassist.assessments.settled import standings
from legalassist.cases.case import Case
from legalassist.cases.determination import Determination
from legalassist.cases.settlement import Settlement
from legalassist.forms.against import records
from legalassist.forms.edition import editions_on
from legalassist.library import Library
from legalassist.packets.undecided import with_determinations

DAY, AT = dt.date(2026, 11, 22), "2026-11-22T09:00:00"
NOTHING: dict[str, object] = {}


@cache
def library() -> Library:
    return LIBRARY


def with_decisions(client: str, answers: dict[str, object], decided: dict[str, str]) -> Case:
    interview, case = example(client)
    case = planted(interview, case, answers)
    for name, word in decided.items():
        item, _, about = name.partition("@")
        case = case.determine(Determination(item, about, word, "Jordan Example", AT))
    return case


def apart(case: Case) -> tuple[Contradiction, ...]:
    interview = open_interview(library(), "tvisa")
    assessment = assess(interview, case, as_of=DAY)
    found = with_determinations(assessment, library(), open_clinic(library(), None)).contradictions
    return tuple(one for one in found if one.rule == "decision")


AGAINST = [
    ("lan", NOTHING, {"i-914 4.1.B": "no"}, "arrests"),
    ("lan", NOTHING, {"i-914 4.1.C": "no"}, "arrests[2].charge"),
    ("lan", NOTHING, {"i-914 4.1.D": "no"}, "arrests[2].disposition"),
    ("lan", NOTHING, {"i-914 4.1.G": "no"}, "arrests[1].jailed"),
    ("mei", NOTHING, {"i-914 4.1.B": "yes"}, "arrests"),
    ("mei", NOTHING, {"i-914 4.1.D": "yes"}, "arrests"),
    ("mei", NOTHING, {"i-914 2.9": "married"}, "client.marital_status"),
    ("mei", NOTHING, {"i-765 2.11": "married", "i-914 2.9": "married"}, "client.marital_status"),
    ("mei", NOTHING, {"i-914 3.6": "no"}, "trafficking.first_date"),
    ("mei", NOTHING, {"i-914 3.11": "no"}, "family[1].apply"),
    ("mei", {"departures[1].left_on": "2022-01-01", "departures[1].returned_on": "2022-03-01"},
     {"i-914 3.8": "yes"}, "departures[1].returned_on"),
    ("yue", NOTHING, {"i-914 3.8.(1)": "2019-01-12"}, "entries[1].date"),
    ("mei", {"past.torture": "yes"}, {"i-914 4.10.A": "no"}, "past.torture"),
    ("mei", {"past.torture": "no"}, {"i-914 4.10.A": "yes"}, "past.torture"),
    ("mei", {"past.plans": "yes"}, {"i-914 4.5.A": "no", "i-914 4.5.B": "no", "i-914 4.5.C": "no"}, "past.plans"),
    ("mei", {"past.military": "service"}, {"i-914 4.14": "no"}, "past.military"),
    ("hui", NOTHING, {"i-914 4.1.C": "yes"}, "arrests"),
    ("hui", {"family[1].arrests[1].disposition": "convicted"}, {"i-914a 4.1.D@family[1]": "no"},
     "family[1].arrests[1].disposition"),
    ("hui", {"family[1].past_many_spouses": "yes"}, {"i-914a 4.19@family[1]": "no"}, "family[1].past_many_spouses"),
    ("lan", NOTHING, {"i-192 2.36": "no"}, "arrests"),
    ("lan", NOTHING, {"i-192 2.31": "no"}, "first.earlier_filing"),
]  # fmt: skip


@pytest.mark.parametrize(("client", "answers", "decided", "names"), AGAINST, ids=lambda one: str(one)[:40])
def test_a_decision_against_the_answers_names_both(
    client: str, answers: dict[str, object], decided: dict[str, str], names: str
) -> None:
    case = with_decisions(client, answers, decided)
    name = next(iter(decided)).partition("@")
    found = [one for one in apart(case) if one.decision == (name[0], name[2])]
    assert found, apart(case)
    assert names in found[0].paths
    assert not any(digit in f"{found[0].about} {found[0].settle}" for digit in "0123456789"), "no answer is repeated"


FITS = [
    ("lan", {"i-914 4.1.B": "yes", "i-914 4.1.C": "yes", "i-914 4.1.D": "yes", "i-914 4.1.G": "yes"}, NOTHING),
    ("lan", {"i-914 4.2.A": "yes", "i-192 2.36": "yes", "i-192 2.31": "yes"}, NOTHING),
    ("mei", {"i-914 3.1": "no", "i-914 3.3": "no", "i-914 3.4": "no", "i-914 3.7": "no"}, NOTHING),
    ("mei", {"i-914 4.5.A": "no", "i-914 4.5.B": "yes"}, {"past.plans": "yes"}),
    ("mei", {"i-914 4.4.A": "no", "i-914 4.12": "yes"}, {"past.group_violence": "yes"}),
    ("mei", {"i-914 4.14": "yes"}, {"past.military": "school", "past.weapons": "no"}),
    ("mei", {"i-914 4.14": "no"}, {"past.military": "school", "past.weapons": "no"}),
    ("mei", {"i-914 4.1.B": "yes", "i-914 4.1.D": "no"}, {"arrests[1].disposition": "dismissed"}),
    ("mei", {"i-914 4.6": "no"}, {"groups[1].kind": "youth_league"}),
    ("mei", {"i-914 4.6": "yes"}, {"groups[1].kind": "youth_league"}),
]


@pytest.mark.parametrize(("client", "decided", "answers"), FITS, ids=lambda one: str(one)[:40])
def test_a_decision_that_fits_or_weighs_is_not_asked_about(
    client: str, decided: dict[str, str], answers: dict[str, object]
) -> None:
    assert apart(with_decisions(client, answers, decided)) == ()


def test_it_is_settled_with_a_note_and_open_again_when_the_decision_changes() -> None:
    case = with_decisions("lan", {}, {"i-914 4.1.D": "no"})
    (one,) = apart(case)
    settled = case.settle(Settlement(one.id, "vacated as of right", "Jordan", AT, seen_now(case, one)))
    assert [each.open for each in standings([one], settled)] == [False]
    again = settled.determine(Determination("i-914 4.1.D", "", "no", "Riley Specimen", AT))
    assert [(each.open, each.stale) for each in standings([one], again)] == [(True, True)]
    answered = settled.answer("arrests[2].disposition", "diverted", SAID)
    assert [each.stale for each in standings([one], answered)] == [True]
    assert apart(settled.determine(Determination("i-914 4.1.D", "", "yes", "Riley Specimen", AT))) == ()


def test_a_decision_that_an_answer_made_stale_is_to_be_decided_again_and_not_asked_about() -> None:
    interview, case = example("lan")
    decided = Determination("i-914 4.1.B", "", "no", "Jordan Example", AT, rests_on="0" * 64)
    assert apart(case.determine(decided)) == ()
    assert live_facts(interview, case).rows("arrests").numbers


def test_every_record_of_the_forms_reads_answers_that_the_interview_asks_for() -> None:
    interview, own = open_interview(library(), "tvisa"), 0
    for edition in editions_on(library(), "tvisa"):
        for item in (item for part in edition.parts for item in part.items if item.attorney):
            for about in ("", "family[1]") if item.plain_relative else ("",):
                for condition in records(item, about, interview):
                    own += 1
                    assert condition.reads <= {*interview.by_fact, *interview.derived}, (edition.form, item.item)
    assert own > 120
