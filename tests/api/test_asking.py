import datetime as dt
import os
from pathlib import Path

import pytest

from legalassist.api import asking
from legalassist.api.asking import Opened
from legalassist.api.stopping import Stop, stop_after
from legalassist.cases.answer import Said, State
from legalassist.errors import AnswerRefused, ContentError, UsageError
from legalassist.interviews.codes import code_of
from legalassist.library import Library

SAID = Said("tester", "2026-11-22T10:00:00+00:00", "zh_Hans", "i-7")
HEAD = "invented: true\ninterview: tvisa\n"


@pytest.fixture
def case(tmp_path: Path, library: Library) -> Opened:
    return opened(tmp_path, library, "answers:\n  contact.safe_phone: 718-555-0123\n")


def opened(folder: Path, library: Library, rest: str) -> Opened:
    path = folder / "case.yaml"
    path.write_text(HEAD + rest, encoding="utf-8")
    return asking.open_answers(path, library)


def again(case: Opened, library: Library) -> Opened:
    return asking.open_answers(case.kept.path, library)


# ---- opening ----


@pytest.mark.parametrize("head", ["interview: tvisa\n", "invented: false\ninterview: tvisa\n", "invented: yes\n"])
def test_a_file_that_does_not_say_invented_true_is_refused_with_the_way_to_the_store(
    tmp_path: Path, library: Library, head: str
) -> None:
    path = tmp_path / "real.yaml"
    path.write_text(head, encoding="utf-8")
    with pytest.raises(UsageError, match="invented people only") as refused:
        asking.open_answers(path, library)
    assert refused.value.exit_code == 2
    assert "encrypted case store" in refused.value.hint


def test_a_file_that_is_not_there_says_what_a_case_may_be(tmp_path: Path, library: Library) -> None:
    with pytest.raises(UsageError) as refused:
        asking.open_answers(tmp_path / "R7K2-M9QD", library)
    assert "number of the case store" in refused.value.hint


def test_a_broken_file_is_refused_with_its_places(tmp_path: Path, library: Library) -> None:
    with pytest.raises(ContentError, match=r"case.yaml:4:"):
        opened(tmp_path, library, "answers:\n  client.birth_date: the day before\n")


# ---- recording and saving ----


def test_an_answer_is_added_at_the_end_and_what_stood_there_stays(case: Opened, library: Library) -> None:
    before = case.kept.path.read_bytes()
    saved = asking.save(asking.record(case, "client.birth_city", "温州 Wenzhou", SAID))
    assert case.kept.path.read_bytes().startswith(before)
    assert again(case, library).case == saved.case
    answer = saved.case.current["client.birth_city"]
    assert (answer.value, answer.said) == ("温州 Wenzhou", SAID)


def test_every_state_can_be_recorded_and_a_group_without_rows_left_open(case: Opened, library: Library) -> None:
    for path in ("client.ssn", "client.a_number", "family"):
        for state in (State.LATER, State.DECLINED, State.DOES_NOT_KNOW):
            case = asking.save(asking.record(case, path, {"state": state.value}, SAID))
            assert again(case, library).case.current[path].state is state


def test_a_group_with_rows_cannot_be_left_open_so_its_rows_are_not_lost(case: Opened) -> None:
    case, number = asking.add_row(case, "family", SAID)
    assert number == 1
    with pytest.raises(AnswerRefused, match="has rows already"):
        asking.record(case, "family", {"state": "later"}, SAID)


def test_rows_are_added_closed_and_taken_out_and_their_numbers_never_come_back(case: Opened, library: Library) -> None:
    case, first = asking.add_row(case, "family", SAID)
    case = asking.record(case, "family[1].relation", "child", SAID)
    case, second = asking.add_row(case, "family", SAID)
    case = asking.save(asking.remove_row(case, "family", 1, SAID))
    case, third = asking.add_row(case, "family", SAID)
    case = asking.save(asking.no_more(case, "family", SAID))
    assert (first, second, third) == (1, 2, 3)
    assert again(case, library).case.rows("family").numbers == (2, 3)
    assert "family[1].relation" in case.set_aside


def test_an_answer_that_does_not_fit_is_refused_without_repeating_it(case: Opened) -> None:
    with pytest.raises(AnswerRefused) as refused:
        asking.record(case, "client.birth_date", "Secret Village", SAID)
    assert "Secret" not in str(refused.value)


def test_a_changed_answer_keeps_the_old_one_in_the_history(case: Opened, library: Library) -> None:
    case = asking.save(asking.record(case, "contact.safe_phone", "718-555-0199", SAID))
    assert len(again(case, library).case.history("contact.safe_phone")) == 2


def test_an_answer_whose_question_no_longer_applies_is_set_aside(case: Opened) -> None:
    case = asking.record(case, "client.passport_held_by", "client", SAID)
    case = asking.record(case, "client.passport_number", "E00000000", SAID)
    assert not case.set_aside
    case = asking.record(case, "client.passport_held_by", "never", SAID)
    assert case.set_aside == {"client.passport_number"}


def test_saving_is_refused_where_the_file_changed_meanwhile_and_leaves_it_alone(case: Opened) -> None:
    case.kept.path.write_text(case.kept.text + "# somebody else\n", encoding="utf-8")
    with pytest.raises(UsageError, match="changed by another program"):
        asking.save(asking.record(case, "client.birth_city", "X", SAID))
    assert case.kept.path.read_text(encoding="utf-8").endswith("# somebody else\n")
    assert [path.name for path in case.kept.path.parent.iterdir()] == ["case.yaml"]


@pytest.mark.parametrize(
    "rest",
    [
        "log:\n  - fact: client.sex\n    value: female\nanswers:\n  client.birth_province: Y\n",
        "log: []\nanswers:\n  client.birth_province: Y\n",
    ],
)
def test_a_file_whose_log_is_not_its_last_part_is_refused_before_anything_is_asked(
    tmp_path: Path, library: Library, rest: str
) -> None:
    with pytest.raises(UsageError, match="cannot be added"):
        opened(tmp_path, library, rest)


def test_saving_where_nothing_can_be_written_says_so_and_keeps_the_file(
    case: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left on device"):
        asking.save(asking.record(case, "client.birth_city", "X", SAID))
    assert case.kept.path.read_text(encoding="utf-8") == case.kept.text
    assert [path.name for path in case.kept.path.parent.iterdir()] == ["case.yaml"]


def test_saving_keeps_the_files_permissions(case: Opened) -> None:
    case.kept.path.chmod(0o600)
    asking.save(asking.record(case, "client.birth_city", "X", SAID))
    assert case.kept.path.stat().st_mode & 0o777 == 0o600


def test_saving_through_a_link_changes_the_file_behind_it(case: Opened, library: Library, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(case.kept.path)
    asking.save(asking.record(asking.open_answers(link, library), "client.birth_city", "X", SAID))
    assert link.is_symlink()
    assert "client.birth_city" in again(case, library).case.current


# ---- several at once ----


def test_several_answers_are_recorded_together_or_not_at_all(case: Opened) -> None:
    good = {"client.name": "{family: WANG, given: MEI}", "client.other_names[1].name": "{given: Amy}"}
    recorded = asking.record_all(case, good, SAID)
    assert recorded.case.rows("client.other_names").numbers == (1,)
    with pytest.raises(UsageError, match=r"client.birth_date: ") as refused:
        asking.record_all(case, {**good, "client.birth_date": "Secret", "client.brith_city": "Secret"}, SAID)
    assert "client.birth_city" in str(refused.value), "the nearest path is named"
    assert "nothing was recorded" in refused.value.hint
    assert "Secret" not in str(refused.value)


def test_the_code_of_a_question_on_paper_stands_for_its_path(case: Opened) -> None:
    second, first = (code_of("family[].birth_country", (row,)) for row in (2, 1))
    sheet = {code_of("client.birth_city"): "Wenzhou", second: "CN", first: "MM"}
    recorded = asking.record_all(case, sheet, SAID).case
    assert recorded.current["client.birth_city"].value == "Wenzhou"
    assert recorded.current["family[2].birth_country"].value == "CN"
    assert recorded.rows("family").numbers == (1, 2)
    with pytest.raises(UsageError, match="answered twice, by its code and by its path"):
        asking.record_all(case, {first: "CN", "family[1].birth_country": "MM"}, SAID)
    with pytest.raises(UsageError, match="one of its signs is wrong"):
        asking.record_all(case, {"5TZMN": "Secret"}, SAID)


def test_a_slip_in_a_row_neither_makes_nor_overwrites_a_relative(case: Opened) -> None:
    one = asking.record_all(case, {code_of("family[].birth_country", (1,)): "CN"}, SAID)
    code = code_of("family[].birth_country", (2,)).split(".")[0]
    for slip in (f"{code}.1", f"{code}.3", f"{code}.99"):
        with pytest.raises(UsageError, match="or the row behind it, is wrong"):
            asking.record_all(one, {slip: "MM"}, SAID)
    for beyond in (code_of("family[].birth_country", (5,)), "family[99].birth_country", "family[3].birth_country"):
        with pytest.raises(UsageError, match=r"there is no row \d+, and the next free one is 2") as refused:
            asking.record_all(one, {beyond: "MM"}, SAID)
        assert "for one more write family[2]" in str(refused.value)
    removed = asking.remove_row(one, "family", 1, SAID)
    assert asking.record_all(removed, {"family[2].birth_country": "CN"}, SAID).case.rows("family").numbers == (2,)


@pytest.mark.parametrize("value", ["", "  ", "[Secret", "{Secret: 1, Secret: 2}", "*Secret", "Secret: x: y", "\ud800"])
def test_a_value_that_is_no_yaml_is_refused_without_repeating_it(case: Opened, value: str) -> None:
    with pytest.raises(UsageError) as refused:
        asking.record_all(case, {"client.birth_city": value}, SAID)
    assert "Secret" not in str(refused.value)


def test_a_file_of_answers_is_recorded_or_refused_with_its_places(case: Opened, tmp_path: Path) -> None:
    more = tmp_path / "more.yaml"
    more.write_text("answers:\n  client.sex: female\n  client.birth_date: 2004-02-29\n", encoding="utf-8")
    assert "client.sex" in asking.record_file(case, more, SAID).case.current
    more.write_text("answers:\n  client.sex: Secret\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"more.yaml:2:\d+: client.sex") as refused:
        asking.record_file(case, more, SAID)
    assert "Secret" not in str(refused.value)
    more.write_text("client.sex: female\n", encoding="utf-8")
    with pytest.raises(UsageError, match="has no 'answers:'"):
        asking.record_file(case, more, SAID)


# ---- the journey ----


def test_the_steps_before_and_after_a_step_are_its_neighbours(case: Opened) -> None:
    for before, after in zip(case.steps, case.steps[1:], strict=False):
        assert asking.step_after(case, before.path) == after
        assert asking.step_before(case, after.path) == before
    assert asking.step_before(case, case.steps[0].path) is None
    assert asking.step_after(case, case.steps[-1].path) is None
    assert asking.step_at(case, "family[9].name") is None


def test_what_was_put_off_is_listed_in_order(case: Opened) -> None:
    case = asking.record(case, "client.has_ssn", "yes", SAID)
    case = asking.record(case, "client.ssn", {"state": "later"}, SAID)
    case = asking.record(case, "client.sex", {"state": "later"}, SAID)
    assert [step.path for step in asking.put_off(case)] == ["client.sex", "client.ssn"]
    assert [step.path for step in asking.put_off(case, frozenset(["client.sex"]))] == ["client.ssn"]


# ---- pauses ----


def test_a_pause_is_noted_by_a_word_of_the_list_and_forgotten_after_the_next_answer(
    case: Opened, library: Library
) -> None:
    case = asking.note_pause(case, "tired", SAID.at)
    assert asking.last_pause(again(case, library)) == asking.Pause(SAID.at, "tired")
    case = asking.save(asking.record(case, "client.birth_city", "X", SAID))
    assert asking.last_pause(again(case, library)) is None
    with pytest.raises(UsageError):
        asking.note_pause(case, "what she said", SAID.at)


# ---- where a person takes over ----


@pytest.mark.parametrize(
    ("path", "answer", "expected"),
    [
        ("first.in_danger", "yes", Stop.SAFETY),
        ("first.in_danger", "no", None),
        ("first.detained", "yes", Stop.ATTORNEY),
        ("first.earlier_filing", "yes", Stop.ATTORNEY),
        ("first.in_court", "yes", None),
        ("client.birth_date", "2010-05-05", Stop.ATTORNEY),
        ("client.birth_date", "2008", Stop.ATTORNEY),
        ("client.birth_date", "2008-11-22", None),
        ("client.birth_date", "2004-02-29", None),
        ("first.by_family", "yes", Stop.ATTORNEY),
        ("first.child_in_danger", "yes", Stop.SAFETY),
        ("presence.how_it_ended", "still_there", Stop.SAFETY),
        ("presence.how_it_ended", "got_away", None),
    ],
)
def test_the_interview_stops_where_a_person_must_take_over(
    case: Opened, path: str, answer: str, expected: Stop | None
) -> None:
    assert stop_after(asking.record(case, path, answer, SAID), path, dt.date(2026, 11, 22)) is expected


@pytest.mark.parametrize(
    ("hearing", "expected"),
    [("2026-12-22", Stop.ATTORNEY), ("2026-12-23", None), ("2026-12", Stop.ATTORNEY), ("2020-01-01", None)],
)
def test_a_hearing_within_thirty_days_stops_the_interview(case: Opened, hearing: str, expected: Stop | None) -> None:
    case = asking.record(asking.record(case, "first.in_court", "yes", SAID), "first.hearing_date", hearing, SAID)
    assert stop_after(case, "first.hearing_date", dt.date(2026, 11, 22)) is expected


def test_a_sitting_until_screening_asks_the_light_pages_only_and_then_nothing(case: Opened) -> None:
    light = asking.only(case, "screening")
    assert {step.page.name for step in light.steps} == {"contact", "first", "names", "support"}
    assert {step.page.name for step in case.steps} > {step.page.name for step in light.steps}
    assert asking.first_open(light) is not None
    assert asking.first_open(light, frozenset(step.path for step in light.steps)) is None
    assert asking.first_open(case, frozenset(step.path for step in light.steps)) is not None


def test_a_stretch_nobody_named_is_refused_with_the_names_there_are(case: Opened) -> None:
    with pytest.raises(UsageError, match="no stretch 'sreening'") as refused:
        asking.only(case, "sreening")
    assert "screening" in refused.value.hint
