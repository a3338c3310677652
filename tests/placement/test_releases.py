"""The order of steps with firms, on steps alone: what counts, for which firm, until when."""

from datetime import UTC, datetime, timedelta

import pytest

from legalassist.errors import DocumentError, UsageError
from legalassist.placement.chain import chain_with, check_asked, ready_for
from legalassist.placement.releases import (
    Answered,
    GivenBack,
    Granted,
    Retained,
    Told,
    Undertaken,
    Withdrawn,
    as_written,
    check_alone,
    retained,
)
from legalassist.placement.steps import OfACase

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
ON = "2026-11-23"
ONE, TWO = "Example LLP", "Other LLP"


def granted(firm: str = ONE, stage: int = 2, days: int = 14) -> Granted:
    until = (NOW + timedelta(days=days)).isoformat()
    return Granted.model_validate({"on": ON, "stage": stage, "firm": firm, "why": "x", "until": until,
                                   "language": "en", "interpreter": ""})  # fmt: skip


def asked(step: int, firm: str = ONE) -> Told:
    name = {1: "adverse names", 2: "client's names"}[step]
    return Told.model_validate(
        {"on": ON, "firm": firm, "step": name, "digest": "", "delete_by": "2026-12-31"}
    )  # fmt: skip


def said(step: int, firm: str = ONE, *, clear: bool) -> Answered:
    return Answered.model_validate({"on": ON, "firm": firm, "step": asked(step).step, "clear": clear})


def undertaken(firm: str = ONE, delete_by: str = "2026-12-31") -> Undertaken:
    return Undertaken(on=ON, firm=firm, delete_by=delete_by)


def all_of_it(firm: str = ONE) -> tuple[OfACase, ...]:
    return (
        granted(firm), undertaken(firm), asked(1, firm), said(1, firm, clear=True), asked(2, firm),
        said(2, firm, clear=True), granted(firm, 3), Retained(on=ON, firm=firm),
    )  # fmt: skip


def test_every_step_stands_on_the_one_before_it() -> None:
    steps = all_of_it()
    assert ready_for(steps, ONE, "hand-over", NOW).stage == 3
    for missing, step, message in (
        (6, "retainer", "no written release for this firm and stage 3"), (5, "retainer", "client's names"),
        (4, "retainer", "client's names"), (3, "retainer", "adverse names"), (2, "retainer", "adverse names"),
        (1, "retainer", "undertaking is not on record"), (5, "hand-over", "client's names"),
        (0, "client's names", "stage 2"), (7, "hand-over", "retainer is not on record"),
    ):  # fmt: skip
        with pytest.raises(DocumentError, match=message):
            ready_for(steps[:missing] + steps[missing + 1 :], ONE, step, NOW)
    with pytest.raises(DocumentError, match="stage 3"):
        ready_for(steps, TWO, "retainer", NOW)  # another firm's clear is none of this one's


@pytest.mark.parametrize("step", ["adverse names", "client's names", "retainer", "hand-over"])
def test_nothing_of_before_a_return_counts_after_it(step: str) -> None:
    steps: tuple[OfACase, ...] = (*all_of_it(), GivenBack(on=ON))
    again = all_of_it()
    for number, message in ((0, "since the case came back"), (1, "undertaking is not on record")):
        with pytest.raises(DocumentError, match=message):
            ready_for((*steps, *(again[6], again[0])[: 2 * number]), ONE, step, NOW)
    assert not retained(steps, ONE)
    assert not chain_with(steps, ONE).clear
    assert ready_for((*steps, *again), ONE, step, NOW)


def test_an_undertaking_counts_until_the_day_the_names_are_deleted() -> None:
    last = datetime(2026, 12, 30, 23, 0, tzinfo=UTC)
    long = (granted(days=60), undertaken())
    assert ready_for(long, ONE, "adverse names", last)
    for at in (last + timedelta(hours=1), last + timedelta(days=5)):
        with pytest.raises(DocumentError, match="undertaking is over: it was to delete the names by 2026-12-31"):
            ready_for(long, ONE, "adverse names", at)
    assert ready_for((*long, undertaken(delete_by="2027-01-31")), ONE, "adverse names", last + timedelta(days=5))
    with pytest.raises(DocumentError, match="undertaking is over"):  # the last one counts, and it is the shorter
        ready_for((granted(), undertaken(), undertaken(delete_by=ON)), ONE, "adverse names", NOW)


def test_a_sheet_that_was_sent_anew_is_answered_anew() -> None:
    steps = (granted(), undertaken(), asked(1), said(1, clear=True), asked(1))
    assert not chain_with(steps, ONE).clear
    with pytest.raises(DocumentError, match="has not said 'clear' to the adverse names"):
        ready_for(steps, ONE, "client's names", NOW)
    assert chain_with((*steps, said(1, clear=True)), ONE).clear == {"adverse names"}


@pytest.mark.parametrize("how_far", range(4, len(all_of_it()) + 1))
def test_a_firm_is_asked_anew_after_she_took_the_release_back(how_far: int) -> None:
    before, took_back = all_of_it()[:how_far], Withdrawn(on=ON, firm=ONE)
    again = (granted(), granted(stage=3))
    for step in ("client's names", "retainer", "hand-over"):
        with pytest.raises(DocumentError, match="undertaking is not on record under this release"):
            ready_for((*before, took_back, *again), ONE, step, NOW)
        with pytest.raises(DocumentError, match="has not said 'clear' to the adverse names"):
            ready_for((*before, took_back, *again, undertaken()), ONE, step, NOW)
    assert ready_for((*before, took_back, *all_of_it()), ONE, "hand-over", NOW)
    assert ready_for((*all_of_it(), Withdrawn(on=ON, firm=TWO)), ONE, "hand-over", NOW)


def test_a_late_answer_belongs_to_no_sheet_of_the_next_release() -> None:
    late = (*all_of_it()[:5], Withdrawn(on=ON, firm=ONE), said(2, clear=True))
    for steps in (late[:-1], (*late[:-1], granted())):
        with pytest.raises(UsageError, match="belongs to a release that is over, and its answer counts for nothing"):
            check_asked(steps, ONE, "client's names", NOW)
    anew = (*late, granted(), undertaken(), asked(1), said(1, clear=True), granted(stage=3))
    for kept in (anew, (*anew, said(2, clear=True)), (*anew, said(2, clear=True), Retained(on=ON, firm=ONE))):
        for step in ("retainer", "hand-over"):
            with pytest.raises(DocumentError, match="has not said 'clear' to the client's names"):
                ready_for(kept, ONE, step, NOW)
    assert ready_for((*anew, asked(2), said(2, clear=True)), ONE, "retainer", NOW)
    with pytest.raises(UsageError, match="was not asked this"):
        check_asked((granted(), undertaken()), ONE, "adverse names", NOW)


def test_what_was_answered_ends_with_its_release_but_the_retainer_that_was_signed_in_time_does_not() -> None:
    later = NOW + timedelta(days=20)
    signed = (*all_of_it()[:-2], granted(stage=3, days=40))
    with pytest.raises(DocumentError, match="the release under which the firm said 'clear' ended at"):
        ready_for(signed, ONE, "retainer", later)
    with pytest.raises(DocumentError, match="release for this firm ended at"):
        check_asked(signed, ONE, "client's names", later)
    too_late = Retained(on=later.date().isoformat(), firm=ONE)
    with pytest.raises(DocumentError, match="retainer is not on record"):
        ready_for((*signed, too_late), ONE, "hand-over", later)
    assert ready_for((*signed, Retained(on=ON, firm=ONE)), ONE, "hand-over", later)
    with pytest.raises(
        DocumentError, match="undertaking is not on record"
    ):  # a newer release begins a chain of its own
        ready_for((*signed, Retained(on=ON, firm=ONE), granted(days=40)), ONE, "hand-over", later)


@pytest.mark.parametrize("other", ["example llp", "Example, L.L.P.", "  Example   LLP ", "EXAMPLE LLP."])
def test_blanks_capitals_and_signs_make_no_other_firm(other: str) -> None:
    assert as_written(all_of_it(), other) == ONE
    assert as_written(all_of_it(), TWO) == TWO
    assert as_written((*all_of_it(), GivenBack(on=ON)), other) == ONE


OPEN = (granted(), undertaken(), asked(1))
LIVE: dict[str, tuple[OfACase, ...]] = {
    "a release alone": (granted(),),
    "a release for the file alone": (granted(stage=3),),
    "not answered": OPEN,
    "clear": (*OPEN, said(1, clear=True)),
    "clear after not clear": (*OPEN, said(1, clear=False), said(1, clear=True)),
    "asked again after not clear": (*OPEN, said(1, clear=False), asked(1)),
    "released again after not clear": (*OPEN, said(1, clear=False), granted()),
    "the release for names over, that for the file not": (granted(days=-1), granted(stage=3)),
    "retained, every release over": (granted(days=-1), granted(stage=3, days=-1), Retained(on=ON, firm=ONE)),
    "retained, the release taken back": (*all_of_it(), Withdrawn(on=ON, firm=ONE)),
}
OVER: dict[str, tuple[OfACase, ...]] = {
    "nothing": (),
    "taken back": (*OPEN, Withdrawn(on=ON, firm=ONE)),
    "release over": (granted(days=-1), undertaken(), asked(1)),
    "not clear": (*OPEN, said(1, clear=False)),
    "clear, then not clear": (*OPEN, said(1, clear=True), asked(2), said(2, clear=False)),
    "not clear after clear to the same": (*OPEN, said(1, clear=True), said(1, clear=False)),
    "given back": (*all_of_it(), GivenBack(on=ON)),
}


@pytest.mark.parametrize("how", LIVE)
def test_another_firm_waits_while_one_is_asked_or_has_the_case(how: str) -> None:
    with pytest.raises(UsageError, match="one firm at a time"):
        check_alone(LIVE[how], TWO, NOW)
    check_alone(LIVE[how], ONE, NOW)


@pytest.mark.parametrize("how", OVER)
def test_another_firm_may_be_asked_when_the_last_one_is_done_with(how: str) -> None:
    check_alone(OVER[how], TWO, NOW)
