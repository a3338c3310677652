"""A settled contradiction is open again when any one of its answers changes, and only then."""

import datetime as dt

from assessments.test_contradictions import DAY, SAID, example, found, planted

from legalassist.assessments.settled import Standing, seen, standings
from legalassist.cases.case import Case
from legalassist.cases.settlement import Settlement
from legalassist.facts.dates import PartialDate
from legalassist.interviews.schema import Interview

AT = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC).isoformat()
PLANT = {"trafficking.last_date": "2020-05", "reporting.date": "2020-02"}


def settled() -> tuple[Interview, Case]:
    interview, case = example("mei")
    case = planted(interview, case, PLANT)
    for one in found(interview, case):
        case = case.settle(Settlement(one.id, "asked", "Jordan", AT, seen(case, one)))
    return interview, case


def standing(interview: Interview, case: Case) -> dict[str, Standing]:
    return {one.contradiction.id: one for one in standings(found(interview, case), case)}


def test_nothing_settled_is_open_and_everything_settled_is_not() -> None:
    interview, case = example("mei")
    case = planted(interview, case, PLANT)
    assert [one.open for one in standings(found(interview, case), case)] == [True] * len(found(interview, case))
    interview, case = settled()
    assert len(standing(interview, case)) >= 2
    assert not [one for one in standing(interview, case).values() if one.open]


def test_each_answer_of_it_opens_it_again_and_another_answer_does_not() -> None:
    interview, case = settled()
    elsewhere = case.answer("client.birth_city", "Wenzhou", SAID)
    assert not [one for one in standing(interview, elsewhere).values() if one.open]
    same = case.answer("trafficking.last_date", PartialDate.parse("2020-05"), SAID)
    assert not [one for one in standing(interview, same).values() if one.open], "the same answer given again"
    for path, word in (("trafficking.last_date", "2020-04"), ("reporting.date", "2020-03")):
        changed = case.answer(path, PartialDate.parse(word), SAID)
        now = standing(interview, changed)
        about = {short for short, one in now.items() if path in one.contradiction.paths}
        assert about
        assert {short for short, one in now.items() if one.stale} == about
        assert all(now[short].open and now[short].settlement for short in about)


def test_every_planted_contradiction_can_be_settled_and_its_first_answer_opens_it() -> None:
    interview, case = example("hui")
    case = planted(interview, case, {"family[1].birth_date": "1980-03-30"})
    (one,) = [one for one in found(interview, case) if one.rule == "order"]
    case = case.settle(Settlement(one.id, "asked", "Jordan", AT, seen(case, one)))
    assert not standing(interview, case)[one.id].open
    changed = case.answer(one.paths[0], PartialDate.parse("1982-01-01"), SAID)
    assert standing(interview, changed)[one.id].open


def test_one_written_by_hand_without_what_it_rests_on_is_never_stale() -> None:
    interview, case = example("mei")
    case = planted(interview, case, PLANT)
    first = found(interview, case)[0]
    case = case.settle(Settlement(first.id, "asked", "Jordan", AT))
    changed = case.answer(first.paths[-1], PartialDate.parse("2020-03"), SAID)
    assert [one.open for one in standings([first], changed)] == [False]
    assert found(interview, case)[0] == first
    assert DAY.year == 2026
