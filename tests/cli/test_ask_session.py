from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.sitting import HEAD, at, begin, choose, goto, seen, sit

from legalassist.api import asking
from legalassist.cases.answer import State
from legalassist.cli.ask_session import Session
from legalassist.cli.ask_views import Menu
from legalassist.library import Library

FIRST_PAGE = """\
  contact.safe_phone: 718-555-0123
  contact.safe_times: mornings
  contact.message_ok: yes
  contact.phone_watched: no
  contact.must_not_know: nobody
  client.language: cmn
"""


@pytest.fixture
def session(tmp_path: Path, library: Library) -> Iterator[Session]:
    session = begin(tmp_path, library)
    session.submit("")
    yield session
    again = asking.open_answers(session.opened.kept.path, library)
    assert again.case == session.opened.case, "what is shown as answered is on the disk"


def on_disk(session: Session) -> str:
    return session.opened.kept.path.read_text(encoding="utf-8")


# ---- one question after the other ----


def test_the_first_screen_says_how_to_hide_and_enter_leads_to_the_first_question(
    tmp_path: Path, library: Library
) -> None:
    session = begin(tmp_path, library)
    assert "Esc hides this screen at once" in seen(session)
    assert "按Esc键，屏幕立刻隐藏" in seen(session)
    session.submit("")
    assert at(session) == "contact.safe_phone"


def test_an_answer_is_on_the_disk_before_the_next_question_shows(session: Session) -> None:
    session.submit("718-555-0123")
    assert at(session) == "contact.safe_times"
    assert '"+17185550123"' in on_disk(session)
    assert 'language: "zh_Hans"' in on_disk(session), "the language the client is asked in"


def test_a_question_shows_both_languages_where_we_are_why_and_every_key(session: Session) -> None:
    text = seen(session)
    for words in (
        "Safe contact · 安全的联系方式", "1 of 7 · 第1题，共7题", "INVENTED · 虚构",
        "English  Which phone number is safe", "中文     请问我们打哪个电话号码", "Why we ask: ", "为什么问：",
        "F2 Back 返回", "F4 Rather not say 不想说", "F5 Don't know 不知道", "F6 Later 以后再说", "Esc Hide 隐藏屏幕",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize(("languages", "first"), [("zh_Hans,en", "中文"), ("zh_Hans", "请问"), ("en", "Which")])
def test_languages_stand_in_the_order_given_and_one_is_enough(
    tmp_path: Path, library: Library, languages: str, first: str
) -> None:
    session = begin(tmp_path, library, languages=languages)
    session.submit("")
    assert seen(session).splitlines()[3].strip().startswith(first)


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_every_question_of_the_interview_fits_the_terminals_width(
    tmp_path: Path, library: Library, top: Path, columns: int
) -> None:
    path = tmp_path / "mei.yaml"
    path.write_bytes((top / "interviews/tvisa/examples/mei.yaml").read_bytes())
    session = sit(path, library)
    for step in session.opened.steps:
        session.warned.add(step.page.name)
        session.show(step)
        assert seen(session, columns)


def test_an_answer_that_does_not_fit_is_said_in_both_languages_and_nothing_is_kept(session: Session) -> None:
    before, view = on_disk(session), session.view
    session.submit("abc")
    assert session.view is view, "the question and what was typed stay"
    assert "This cannot be a telephone number. For example 212-555-0123" in seen(session)
    assert "这样写，程序看不懂" in seen(session)
    assert on_disk(session) == before


def test_a_control_character_is_refused_at_the_door(session: Session) -> None:
    goto(session, "client.birth_city")
    session.submit("a\u202eb")
    assert "direction override" in " ".join(seen(session).split())


def test_enter_alone_says_what_to_do_where_nothing_is_answered_and_keeps_what_is(session: Session) -> None:
    session.submit("")
    assert "Nothing was written here." in seen(session)
    session.submit("718-555-0123")
    session.back()
    before = on_disk(session)
    session.submit("")
    assert at(session) == "contact.safe_times"
    assert on_disk(session) == before


def test_back_shows_the_answer_for_correction_and_the_same_answer_is_not_recorded_twice(session: Session) -> None:
    session.submit("718-555-0123")
    session.back()
    assert session.view.prefill == "+17185550123"  # type: ignore[union-attr]
    session.submit("+17185550123")
    assert len(session.opened.case.history("contact.safe_phone")) == 1
    session.back()
    session.submit("718-555-0188")
    assert len(session.opened.case.history("contact.safe_phone")) == 2
    assert at(session) == "contact.safe_times"


def test_back_from_the_first_question_is_the_welcome(session: Session) -> None:
    session.back()
    assert "You decide what to say" in seen(session)


@pytest.mark.parametrize("state", [State.LATER, State.DECLINED, State.DOES_NOT_KNOW])
def test_not_answering_is_an_answer(session: Session, state: State) -> None:
    session.leave(state)
    assert at(session) == "contact.safe_times"
    assert f'state: "{state.value}"' in on_disk(session)
    session.back()
    assert "Answer now: " in seen(session)


def test_a_skipped_question_leaves_no_trace_and_comes_back_at_the_end_or_next_time(
    session: Session, library: Library
) -> None:
    before = on_disk(session)
    session.skip()
    assert at(session) == "contact.safe_times"
    assert on_disk(session) == before
    next_time = sit(session.opened.kept.path, library)
    next_time.submit("")
    assert at(next_time) == "contact.safe_phone"


@pytest.mark.parametrize(("typed", "value"), [("y", True), ("否", False), ("1", True), ("2", False)])
def test_yes_and_no_are_taken_in_either_language(session: Session, typed: str, value: bool) -> None:
    goto(session, "contact.message_ok")
    session.submit(typed)
    assert session.opened.case.current["contact.message_ok"].value is value


def test_a_staff_question_says_so(session: Session) -> None:
    session.opened, number = asking.add_row(session.opened, "exhibits", session.speaking())
    session.opened = asking.save(session.opened)
    goto(session, f"exhibits[{number}].speaks_to")
    assert "A staff member answers this." in seen(session)
    assert "这一题由工作人员回答。" in seen(session)


def test_another_language_is_asked_for_its_name(session: Session) -> None:
    goto(session, "client.language")
    session.submit("7")
    assert at(session) == "client.language:dialect"
    session.submit("Nuosu")
    value = session.opened.case.current["client.language"].value
    assert (value.language, value.dialect) == ("mis", "Nuosu")  # type: ignore[union-attr]


# ---- gentle ways ----


def test_a_heavy_page_is_warned_of_and_may_wait_for_another_day(tmp_path: Path, library: Library) -> None:
    session = begin(tmp_path, library)
    session.parts()
    choose(session, "What happened")
    assert "The next questions are about hard things" in seen(session)
    assert "下面的问题会谈到难受的事" in seen(session)
    choose(session, "Not today")
    assert "trafficking" not in at(session)
    session.parts()
    choose(session, "What happened")
    choose(session, "Go on")
    assert at(session) == "trafficking.kind"
    session.submit("1")
    assert at(session) == "trafficking.means"


def test_back_passes_over_a_page_that_waits_for_another_day(tmp_path: Path, library: Library) -> None:
    session = begin(tmp_path, library)
    session.parts()
    choose(session, "What happened")
    choose(session, "Not today")
    assert at(session) == "plan.comfort"
    session.back()
    assert at(session) == "past.weapons"


def is_on_the_way(session: Session) -> bool:
    """Say whether the screen is the warning before a heavy page, or the rest after one."""
    return isinstance(session.view, Menu) and any(option.label[0] == "Go on" for option in session.view.options)


def test_what_was_passed_over_is_offered_once_more_at_the_end(tmp_path: Path, library: Library, top: Path) -> None:
    path = tmp_path / "mei.yaml"
    path.write_bytes((top / "interviews/tvisa/examples/mei.yaml").read_bytes())
    session = sit(path, library)
    session.submit("")
    passed = []
    while "Questions passed over today" not in seen(session):
        if is_on_the_way(session):
            choose(session, "Go on")
        else:
            passed.append(at(session))
            session.skip()
    assert f"Questions passed over today: {len(passed)}" in seen(session)
    choose(session, "Go through the questions passed over")
    assert at(session) == passed[0]


def test_after_a_part_that_ends_with_a_rest_a_break_is_offered(tmp_path: Path, library: Library) -> None:
    session = begin(tmp_path, library)
    goto(session, "plan.comfort")
    session.submit("tea")
    assert "good place for a break" in seen(session)
    choose(session, "Stop here")
    assert "Would you like to note why we stop?" in seen(session)


@pytest.mark.parametrize(
    ("path", "typed", "words"),
    [
        ("first.in_danger", "y", "look at safety first"),
        ("first.detained", "是", "An attorney will talk with you first"),
        ("client.birth_date", "2012", "An attorney will talk with you first"),
    ],
)
def test_the_interview_stops_where_a_person_takes_over_and_enter_alone_does_not_go_on(
    session: Session, path: str, typed: str, words: str
) -> None:
    goto(session, path)
    session.submit(typed)
    assert words in seen(session)
    assert path in session.opened.case.current, "the answer is kept"
    session.submit("")
    assert words in seen(session)
    choose(session, "Stop here")
    assert "Thank you for your time" in seen(session)


def test_a_changed_answer_says_gently_how_many_others_no_longer_apply(session: Session) -> None:
    goto(session, "client.passport_held_by")
    session.submit("1")
    goto(session, "client.passport_number")
    session.submit("E00000000")
    goto(session, "client.passport_country")
    session.submit("中国")
    goto(session, "client.passport_held_by")
    session.submit("4")
    assert "Earlier answers that no longer apply: 2." in seen(session)
    assert "不再适用的回答：2个。" in seen(session)
    session.submit("")
    assert at(session) != "menu"


# ---- pausing ----


def test_a_pause_notes_a_reason_or_none_and_says_where_it_goes_on(session: Session, library: Library) -> None:
    session.submit("718-555-0123")
    session.pause()
    choose(session, "Tired")
    text = seen(session)
    assert "Talked about today: Safe contact" in text
    assert "Next time we begin here: How we can reach you safely" in text
    session.submit("")
    assert session.done
    assert "We stopped last time because: Tired" in seen(sit(session.opened.kept.path, library))


def test_a_pause_may_be_taken_back(session: Session) -> None:
    session.pause()
    session.back()
    assert at(session) == "contact.safe_phone"


def test_what_was_left_for_later_can_be_gone_through_at_the_end(tmp_path: Path, library: Library, top: Path) -> None:
    path = tmp_path / "mei.yaml"
    path.write_bytes((top / "interviews/tvisa/examples/mei.yaml").read_bytes())
    session = sit(path, library)
    session.submit("")
    while "That is all for now" not in seen(session):
        if is_on_the_way(session):
            choose(session, "Go on")
        else:
            session.skip()
    later = [step.path for step in asking.put_off(asking.open_answers(path, library))]
    assert len(later) > 3
    assert f"Questions left for later: {len(later)}" in seen(session)
    choose(session, "Go through the questions left for later")
    assert at(session) == later[0]
    session.leave(State.DOES_NOT_KNOW)
    assert at(session) == later[1]
    session.skip()
    assert at(session) == later[2]


def test_the_parts_show_how_far_each_is_and_lead_to_what_is_open_there(tmp_path: Path, library: Library) -> None:
    session = begin(tmp_path, library, FIRST_PAGE)
    session.parts()
    assert "6/7   Safe contact · 安全的联系方式" in seen(session)
    choose(session, "Safe contact")
    assert at(session) == "client.has_email"


# ---- when something is wrong ----


def test_an_answer_that_cannot_be_saved_stays_on_the_screen(tmp_path: Path, library: Library) -> None:
    session = begin(tmp_path, library)
    session.submit("")
    session.opened.kept.path.write_text(HEAD + "# changed\n", encoding="utf-8")
    session.submit("718-555-0123")
    assert at(session) == "contact.safe_phone"
    assert "changed by another program" in " ".join(seen(session).split())
    assert "刚才的回答还没有保存" in seen(session)
    assert not session.opened.case.answers


def test_a_menu_takes_only_its_numbers(session: Session) -> None:
    session.parts()
    assert isinstance(session.view, Menu)
    session.submit("77")
    assert "Please type one of the numbers." in seen(session)
