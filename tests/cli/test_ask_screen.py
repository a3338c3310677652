"""The screen with its keys, driven through a pipe; what a real terminal shows is in test_ask_terminal."""

import asyncio
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.sitting import at, begin
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from legalassist.api import asking
from legalassist.cases.answer import State
from legalassist.cli.ask_screen import Screen
from legalassist.cli.ask_session import Session
from legalassist.library import Library

F2, F3, F4, F5, F6, F7, F9, F12 = (f"\x1b{code}" for code in ("OQ", "OR", "OS", "[15~", "[17~", "[18~", "[20~", "[24~"))
ESC, ENTER, CTRL_C, CTRL_D = "\x1b", "\r", "\x03", "\x04"
WIPED = "\x1b[H\x1b[2J\x1b[3J"


class Played:
    """A screen after keys were pressed: the session, the exit code, and all that was written to the terminal."""

    def __init__(self, session: Session, *keys: str | Callable[[Screen], None]) -> None:
        self.session = session
        written = io.StringIO()
        output = Vt100_Output(written, lambda: Size(rows=24, columns=80), term="xterm")
        with create_pipe_input() as pipe:
            self.screen = Screen(session, terminal=pipe, output=output)

            async def press() -> None:
                for key in keys:
                    await asyncio.sleep(0.06)  # longer than a lone Escape waits
                    if callable(key):
                        key(self.screen)
                    else:
                        pipe.send_text(key)
                await asyncio.sleep(0.06)
                self.screen.leave(99)

            self.screen.application.pre_run_callables.append(
                lambda: self.screen.application.create_background_task(press())
            )
            self.exit_code = self.screen.run()
        self.written = written.getvalue()


@pytest.fixture
def session(tmp_path: Path, library: Library) -> Session:
    session = begin(tmp_path, library)
    session.submit("")
    return session


def test_enter_confirms_and_every_key_does_what_the_foot_says(session: Session) -> None:
    Played(session, "718-555-0123", ENTER)
    assert at(session) == "contact.safe_times"
    Played(session, F2)
    assert at(session) == "contact.safe_phone"
    for key, state in ((F4, State.DECLINED), (F5, State.DOES_NOT_KNOW), (F6, State.LATER)):
        session.submit("")
        session.back()
        Played(session, key)
        assert session.opened.case.current["contact.safe_phone"].state is state
        session.back()
    Played(session, F3)
    assert at(session) == "contact.safe_times"
    Played(session, F7, F9, ENTER, ENTER)
    assert session.done


def test_escape_hides_at_once_shows_nothing_and_only_the_word_brings_it_back(session: Session) -> None:
    hidden: list[bool] = []
    played = Played(
        session, "718-555", ESC, lambda screen: hidden.append(screen.hidden.on),
        "secret", ENTER, F2, lambda screen: hidden.append(screen.hidden.on),
        "ok", ENTER, lambda screen: hidden.append(screen.hidden.on), "-0123", ENTER,
    )  # fmt: skip
    assert hidden == [True, True, False]
    assert WIPED in played.written
    between = played.written.rsplit(WIPED, 1)[1].split("Which phone", 1)[0]
    assert "secret" not in between
    assert "718" not in between
    answer = session.opened.case.current["contact.safe_phone"]
    assert answer.value == "+17185550123", "what was half typed came back, and was finished"


def test_what_is_half_typed_is_on_the_screen_but_never_on_the_disk(session: Session) -> None:
    Played(session, "718-555", F12)
    assert "718" not in session.opened.kept.path.read_text(encoding="utf-8")


def test_an_answer_that_does_not_fit_stays_in_the_input_for_correction(session: Session) -> None:
    played = Played(session, "718", ENTER)
    assert played.screen.buffer.text == "718"
    Played(session, "718", ENTER, "-555-0123", ENTER)
    assert at(session) == "contact.safe_times"


def test_a_long_text_ends_with_an_empty_line_and_keeps_its_lines(session: Session) -> None:
    session.submit("718-555-0123")
    session.submit("mornings")
    session.submit("y")
    assert at(session) == "contact.must_not_know"
    Played(session, "我的老板", ENTER, "and his wife", ENTER, ENTER)
    assert session.opened.case.current["contact.must_not_know"].value == "我的老板\nand his wife"


def test_a_pasted_text_with_empty_lines_is_one_answer(session: Session) -> None:
    session.submit("718-555-0123")
    session.submit("mornings")
    session.submit("y")
    Played(session, "\x1b[200~one\n\ntwo\x1b[201~", ENTER, ENTER)
    assert session.opened.case.current["contact.must_not_know"].value == "one\n\ntwo"


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 0)])
def test_ctrl_c_and_ctrl_d_end_at_once_and_leave_the_terminal_clean(session: Session, key: str, code: int) -> None:
    played = Played(session, "half an answer", key)
    assert played.exit_code == code
    assert played.written.endswith((f"{WIPED}\x1b]2;Terminal\x07", WIPED))
    assert not session.opened.case.answers


def test_they_end_it_also_while_it_is_hidden(session: Session) -> None:
    assert Played(session, ESC, CTRL_C).exit_code == 130


def test_the_title_says_nothing_and_all_of_it_runs_on_the_second_screen(session: Session) -> None:
    played = Played(session)
    assert "\x1b]2;Terminal\x07" in played.written
    first_words = played.written.index("Which phone")
    assert played.written.index("\x1b[?1049h") < first_words < played.written.rindex("\x1b[?1049l")


def test_a_text_longer_than_the_screen_can_be_scrolled(tmp_path: Path, library: Library) -> None:
    session = begin(tmp_path, library)
    session.submit("")
    session.parts()
    played = Played(session, "\x1b[6~")
    assert "More below: PgDn" in played.written
    assert played.screen.offset > 0
    assert "14" in played.written


def test_a_fault_of_the_program_ends_it_without_a_traceback_on_the_terminal(session: Session) -> None:
    def planted() -> None:
        message = "planted"
        raise RuntimeError(message)

    session.skip = planted  # type: ignore[method-assign]
    with pytest.raises(RuntimeError, match="planted"):
        Played(session, F3)


def test_what_was_confirmed_before_the_end_is_on_the_disk(session: Session, library: Library) -> None:
    Played(session, "718-555-0123", ENTER, "monday", CTRL_C)
    case = asking.open_answers(session.opened.kept.path, library).case
    assert list(case.current) == ["contact.safe_phone"]
