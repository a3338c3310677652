"""The order of steps with firms, on steps alone: what counts, for which firm, until when."""

from datetime import UTC, datetime, timedelta

import pytest

from legalassist.errors import DocumentError, UsageError
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
    cleared,
    ready_for,
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
        (3, "retainer", "adverse names"), (1, "retainer", "undertaking is not on record"),
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
    assert not cleared(steps, ONE, "adverse names")
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
    assert not cleared(steps, ONE, "adverse names")
    with pytest.raises(DocumentError, match="has not said 'clear' to the adverse names"):
        ready_for(steps, ONE, "client's names", NOW)
    assert cleared((*steps, said(1, clear=True)), ONE, "adverse names")


def test_a_firm_is_asked_anew_after_she_took_the_release_back_unless_it_has_the_case() -> None:
    took_back, again = Withdrawn(on=ON, firm=ONE), (granted(), granted(stage=3))
    before = all_of_it()[:-1]
    assert cleared(before, ONE, "client's names")
    for step in ("client's names", "retainer"):
        with pytest.raises(DocumentError, match="has not said 'clear' to the adverse names"):
            ready_for((*before, took_back, *again), ONE, step, NOW)
    assert ready_for((*all_of_it(), took_back, *again), ONE, "hand-over", NOW)
    assert ready_for((*before, Withdrawn(on=ON, firm=TWO)), ONE, "retainer", NOW)


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
