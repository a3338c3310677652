"""The real program on a real terminal: what a person sees, and what is on the disk when it ends in any way."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pexpect
import pytest

from legalassist.api import asking
from legalassist.journeys.journey import Standing
from legalassist.library import Library

F2, F3, F4, F6, F7, F9 = "\x1bOQ", "\x1b[13~", "\x1bOS", "\x1b[17~", "\x1b[18~", "\x1b[20~"
ESC = "\x1b"
COMMAND = ["-m", "legalassist", "ask"]
WAIT = 60
"""Seconds to wait for a screen before the test fails; nothing is timed."""


class Terminal:
    """The program in a terminal of 80 by 24."""

    def __init__(self, path: Path, *more: str) -> None:
        self.path = path
        self.child = pexpect.spawn(
            sys.executable, [*COMMAND, str(path), "--by", "tester", *more], dimensions=(24, 80), encoding="utf-8",
            timeout=WAIT, env={**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "ignore"},
        )  # fmt: skip
        self.child.delaybeforesend = None

    def sees(self, text: str) -> None:
        """Wait for a text without spaces: a space that is there already is not written again."""
        self.child.expect_exact(text)

    def types(self, *lines: str) -> None:
        for line in lines:
            self.child.send(line)

    def ends(self) -> int | None:
        self.child.expect(pexpect.EOF)
        self.child.close()
        code: int | None = self.child.exitstatus
        return code


@pytest.fixture
def mei(tmp_path: Path, top: Path) -> Path:
    path = tmp_path / "mei.yaml"
    path.write_bytes((top / "interviews/tvisa/examples/mei.yaml").read_bytes())
    return path


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    path = tmp_path / "case.yaml"
    path.write_text("invented: true\ninterview: tvisa\n", encoding="utf-8")
    terminal = Terminal(path)
    yield terminal
    with suppress(OSError):  # a test has closed the window itself
        terminal.child.close(force=True)


def current(path: Path, library: Library) -> dict[str, str]:
    """Return what is on the disk: each path, and its value or its state."""
    answers = asking.open_answers(path, library).case.current
    return {path: str(answer.state if answer.value is None else answer.value) for path, answer in answers.items()}


def test_the_interview_from_the_first_question_to_a_pause(terminal: Terminal, library: Library) -> None:
    terminal.sees("按回车键继续。")
    terminal.types("\r")
    terminal.sees("请问我们打哪个电话号码找您才安全？")
    terminal.types("718-555-0123", "\r")
    terminal.sees("哪几天、什么时间方便接电话？")
    terminal.types(F6)
    terminal.sees("可以给这个号码留言或者发短信吗？")
    terminal.types(F2)
    terminal.sees("以后再说")
    terminal.types("星期一", "\r")
    terminal.sees("可以给这个号码留言或者发短信吗？")
    terminal.types("是", "\r")
    terminal.sees("写多写少都可以")
    terminal.types(F4)
    terminal.sees("Mandarin")
    terminal.types(F9)
    terminal.sees("要不要记下为什么停？")
    terminal.types("3", "\r")
    terminal.sees("谢谢您今天花时间。")
    terminal.types("\r")
    assert terminal.ends() == 0
    assert current(terminal.path, library) == {
        "contact.safe_phone": "+17185550123",
        "contact.safe_times": "星期一",
        "contact.message_ok": "True",
        "contact.must_not_know": "prefers not to say",
    }
    assert "(time)" in terminal.path.read_text(encoding="utf-8").splitlines()[-1]


def test_a_bad_date_is_said_gently_and_corrected(mei: Path, library: Library) -> None:
    steps = [step for step in asking.open_answers(mei, library).steps if step.page.section == "Filing"]
    date = [step.path for step in steps].index("filing.planned_receipt_date")
    still_open = [number for number, step in enumerate(steps) if step.standing is Standing.OPEN]
    passed = [number for number in still_open if number < date]
    after = still_open[len(passed)]
    terminal = Terminal(mei)
    terminal.sees("按回车键继续。")
    terminal.types(F7)
    terminal.sees("您的情况")
    terminal.types("19", "\r")
    terminal.sees("这个案子由哪一位律师负责？")
    terminal.types(*[F3] * len(passed), *[F2] * (after - date))
    terminal.sees("2026-12-15")
    terminal.types("\x7f" * 10, "2026-13-40", "\r")
    terminal.sees("这样写，程序看不懂。")
    terminal.types("\x7f" * 10, "2027年1月5日", "\r")
    terminal.sees("无人陪伴")
    terminal.types("\x03")
    assert terminal.ends() == 130
    assert current(mei, library)["filing.planned_receipt_date"] == "2027-01-05"


def test_escape_clears_the_screen_and_its_history_at_once_and_ok_brings_it_back(
    terminal: Terminal, library: Library
) -> None:
    terminal.sees("按回车键继续。")
    terminal.types("\r")
    terminal.sees("请问我们打哪个电话号码找您才安全？")
    terminal.types("718-555")
    terminal.sees("718-555")
    terminal.types(ESC)
    terminal.sees("\x1b[3J")
    terminal.sees("$")
    terminal.types("what is this", "\r", "ok", "\r")
    terminal.sees("请问我们打哪个电话号码找您才安全？")
    shown_between = terminal.child.before
    assert "what" not in shown_between
    terminal.types("-0123", "\r")
    terminal.sees("哪几天、什么时间方便接电话？")
    assert current(terminal.path, library) == {"contact.safe_phone": "+17185550123"}


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_ends_it_with_everything_confirmed_saved_and_the_screen_cleared(
    terminal: Terminal, library: Library, number: int, code: int
) -> None:
    terminal.sees("按回车键继续。")
    terminal.types("\r")
    terminal.sees("请问我们打哪个电话号码找您才安全？")
    terminal.types("718-555-0123", "\r")
    terminal.sees("哪几天、什么时间方便接电话？")
    terminal.types("half-an-ans")
    terminal.sees("half-an-ans")
    terminal.child.kill(number)
    assert terminal.ends() == code
    assert terminal.child.before.endswith("\x1b[H\x1b[2J\x1b[3J\x1b]2;Terminal\x07")
    assert "Traceback" not in terminal.child.before
    assert current(terminal.path, library) == {"contact.safe_phone": "+17185550123"}
    assert [path.name for path in terminal.path.parent.iterdir()] == ["case.yaml"]


def test_closing_the_window_loses_nothing_that_was_confirmed(terminal: Terminal, library: Library) -> None:
    terminal.sees("按回车键继续。")
    terminal.types("\r")
    terminal.sees("请问我们打哪个电话号码找您才安全？")
    terminal.types(F4)
    terminal.sees("哪几天、什么时间方便接电话？")
    os.close(terminal.child.child_fd)
    _, status = os.waitpid(terminal.child.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 129
    assert current(terminal.path, library) == {"contact.safe_phone": "prefers not to say"}


def test_a_file_that_does_not_say_invented_is_refused_before_anything_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "real.yaml"
    path.write_text("interview: tvisa\nanswers:\n  client.birth_city: Secret\n", encoding="utf-8")
    terminal = Terminal(path)
    assert terminal.ends() == 2
    assert "encrypted case store" in terminal.child.before
    assert "Secret" not in terminal.child.before
