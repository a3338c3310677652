"""The interview on a terminal: one full screen, the same keys everywhere, gone without a trace when it ends.

It runs on the terminal's second screen, so nothing of it scrolls into the history of the first. It ends on Ctrl-C,
Ctrl-D, a closed window or a signal as it does on a pause: what was confirmed is on the disk, the screen is cleared.
"""

import asyncio
import signal
from collections.abc import Callable
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    BufferControl,
    Dimension,
    DynamicContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    VSplit,
    Window,
)
from prompt_toolkit.output import Output
from prompt_toolkit.styles import Style

from legalassist.cases.answer import State
from legalassist.cli.ask_hiding import PROMPT, TITLE, Hidden, wipe
from legalassist.cli.ask_pages import MARGIN, WIDEST, Frame, frame, more_below
from legalassist.cli.ask_session import Session
from legalassist.cli.ask_text import Line

STYLE = Style.from_dict(
    {
        "head": "bold",
        "rule": "ansibrightblack",
        "language": "ansibrightblack",
        "ask": "bold",
        "part": "bold",
        "who": "italic",
        "hint": "ansibrightblack",
        "now": "ansigreen",
        "number": "bold",
        "wrong": "ansiyellow",
        "key": "bold",
        "keyword": "ansibrightblack",
    }
)
"""Few colours, and none that alone says something: the words do."""

ESCAPE_WAIT = 0.03
"""Seconds a lone Escape waits for the rest of a function key's bytes: too short to notice, long enough for them."""

SIGNALS = {signal.SIGHUP: 129, signal.SIGINT: 130, signal.SIGTERM: 143}
"""Signals that end a sitting, and the exit code a shell expects for each."""

ENDED = 0
INPUT_MARK = " " * MARGIN + "> "
_LEAST_BODY, _LEAST_TEXT, _MOST_LINE = 4, 5, 3


class Screen:
    """A session on a terminal."""

    def __init__(self, session: Session, *, terminal: Input | None = None, output: Output | None = None) -> None:
        """Take the session; input and output are the real terminal unless a test gives its own."""
        self.session = session
        self.hidden = Hidden()
        self.shown = session.view
        self.offset = 0
        self.exit_code = ENDED
        self.abrupt = False
        self.fault: Exception | None = None
        self._last: tuple[object, ...] = ()
        self.buffer = Buffer(multiline=Condition(lambda: self._frame().long_text))
        self.input = Window(
            BufferControl(self.buffer), height=self._input_height, wrap_lines=True, dont_extend_height=True
        )
        self.curtain = Window(FormattedTextControl(PROMPT, focusable=True, show_cursor=True))
        self.page = HSplit([
            Window(FormattedTextControl(lambda: _text(self._frame().head)), height=lambda: len(self._frame().head)),
            Window(FormattedTextControl(self._body), height=lambda: len(self._body_lines())),
            VSplit([Window(FormattedTextControl([("class:number", INPUT_MARK)]), width=len(INPUT_MARK)), self.input]),
            Window(FormattedTextControl(lambda: _text(self._message())), height=lambda: len(self._message())),
            Window(),
            Window(FormattedTextControl(lambda: _text(self._frame().foot)), height=lambda: len(self._frame().foot)),
        ])  # fmt: skip
        layout = Layout(DynamicContainer(lambda: self.curtain if self.hidden.on else self.page), self.input)
        self.application: Application[None] = Application(
            layout,
            STYLE,
            key_bindings=self._keys(),
            full_screen=True,
            erase_when_done=True,
            input=terminal,
            output=output,
        )
        self.application.ttimeoutlen = self.application.timeoutlen = ESCAPE_WAIT

    def run(self) -> int:
        """Show the session until it ends; return the exit code: 0, or that of the signal that ended it."""
        try:
            asyncio.run(self._run())
        except (EOFError, OSError):  # the terminal is gone: everything is saved, there is nobody to tell
            self.exit_code = SIGNALS[signal.SIGHUP]
        if self.fault is not None:
            raise self.fault
        return self.exit_code

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        for number, code in SIGNALS.items():
            loop.add_signal_handler(number, self.leave, code)
        loop.set_exception_handler(self._end_with_fault)
        output = self.application.output
        output.set_title(TITLE)
        output.flush()
        try:
            await self.application.run_async(handle_sigint=False, set_exception_handler=False)
        finally:
            if self.abrupt or self.hidden.on:
                wipe(output)  # also what stood on the first screen: the command, with the name of the case

    def _end_with_fault(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """End on a fault of ours, and hand it to the door once the screen is cleared: no traceback on the terminal."""
        fault = context.get("exception")
        if isinstance(fault, Exception) and not isinstance(fault, EOFError | OSError):
            self.fault = fault
        self.leave(SIGNALS[signal.SIGHUP])

    def leave(self, code: int, *, abrupt: bool = True) -> None:
        """End at once; abruptly means that nothing at all may stay on the terminal."""
        self.exit_code, self.abrupt = code, abrupt
        if self.application.is_running and not (self.application.future and self.application.future.done()):
            self.application.exit()

    # ---- what is shown ----

    def _size(self) -> tuple[int, int]:
        size = self.application.output.get_size()
        return size.columns, size.rows

    def _frame(self) -> Frame:
        """Return the frame of this moment; laid out anew only when something changed."""
        session, (columns, rows) = self.session, self._size()
        seen = (session.view, session.message, session.opened, columns, rows)
        if len(seen) != len(self._last) or any(one is not other for one, other in zip(seen, self._last, strict=True)):
            self._last, self._laid_out = seen, frame(session, columns, rows)
        return self._laid_out

    def _room(self) -> int:
        """Return how many lines there are for the text and the input together."""
        page = self._frame()
        return self._size()[1] - len(page.head) - len(page.foot) - len(self._message())

    def _body_lines(self) -> tuple[Line, ...]:
        """Return the part of the text that fits above the input, with a word at the end where more is below."""
        page, columns = self._frame(), min(self._size()[0], WIDEST)
        least = _LEAST_TEXT if page.long_text else 1
        room = max(self._room() - least, 1)
        if len(page.body) <= room:
            self.offset = 0
            return page.body
        self.offset = max(0, min(self.offset, len(page.body) - room + 1))
        part = page.body[self.offset : self.offset + room - 1]
        at_end = self.offset + room - 1 >= len(page.body)
        return (*part, () if at_end else more_below(self.session.voices, columns))

    def _body(self) -> StyleAndTextTuples:
        return _text(self._body_lines())

    def _input_height(self) -> Dimension:
        room = max(self._room() - len(self._body_lines()), 1)
        if self._frame().long_text:
            return Dimension(min=1, preferred=room, max=room)
        return Dimension(min=1, max=min(room, _MOST_LINE))

    def _message(self) -> tuple[Line, ...]:
        """Return what is said about the last line, as much of it as leaves room for the question."""
        page = self._frame()
        return page.message[: max(self._size()[1] - len(page.head) - len(page.foot) - _LEAST_BODY, 0)]

    # ---- what a person does ----

    def _after(self, act: Callable[[], None]) -> None:
        """Do something; where another view is shown then, the input holds what belongs to that one."""
        act()
        if self.session.done:
            self.leave(ENDED, abrupt=False)
        if self.session.view is not self.shown:
            self.shown = self.session.view
            self.offset = 0
            prefill = getattr(self.shown, "prefill", "")
            self.buffer.reset(Document(prefill, len(prefill)))

    def _enter(self) -> None:
        """Take Enter: it confirms; in a long text it begins a new line, and on an empty one it confirms."""
        text = self.buffer.text
        if self._frame().long_text and text.strip() and self.buffer.document.current_line.strip():
            self.buffer.newline(copy_margin=False)
            return
        self._after(lambda: self.session.submit(text.rstrip("\n") if self._frame().long_text else text))

    def hide(self) -> None:
        """Hide the screen now; what was typed stays in the input, out of sight."""
        self.hidden.hide()
        wipe(self.application.output)
        self.application.renderer.clear()
        wipe(self.application.output)
        self.application.layout.focus(self.curtain)

    def _scroll(self, direction: int) -> None:
        self.offset = max(0, self.offset + direction * max(len(self._body_lines()) - 2, 1))

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        session, in_view = self.session, Condition(lambda: not self.hidden.on)
        acts: dict[str, Callable[[], None]] = {
            "f2": session.back,
            "f3": session.skip,
            "f4": lambda: session.leave(State.DECLINED),
            "f5": lambda: session.leave(State.DOES_NOT_KNOW),
            "f6": lambda: session.leave(State.LATER),
            "f7": session.parts,
            "f9": session.pause,
        }
        for key, act in acts.items():
            keys.add(key, filter=in_view)(_bound(self._after, act))
        keys.add("enter", filter=in_view)(_bound(self._enter))
        keys.add("pageup", filter=in_view)(_bound(self._scroll, -1))
        keys.add("pagedown", filter=in_view)(_bound(self._scroll, 1))
        for key in ("escape", "f12"):
            keys.add(key, eager=True, filter=in_view)(_bound(self.hide))
        for key in ("c-c", "c-d", "<sigint>"):
            keys.add(key, eager=True)(_bound(self.leave, SIGNALS[signal.SIGINT] if key != "c-d" else ENDED))
        self._keys_while_hidden(keys)
        return keys

    def _keys_while_hidden(self, keys: KeyBindings) -> None:
        """While hidden every key is swallowed, and Enter looks whether the word was typed."""
        hidden = Condition(lambda: self.hidden.on)

        @keys.add(Keys.Any, eager=True, filter=hidden)
        def _(event: KeyPressEvent) -> None:
            self.hidden.typed("".join(press.data for press in event.key_sequence))

        for key in ("escape", "f12"):
            keys.add(key, eager=True, filter=hidden)(_bound(self.hide))

        @keys.add("enter", eager=True, filter=hidden)
        def _(_event: KeyPressEvent) -> None:
            self.hidden.enter()
            if not self.hidden.on:
                self.application.renderer.clear()
                self.application.layout.focus(self.input)


def _bound(act: Callable[..., None], *given: object) -> Callable[[KeyPressEvent], None]:
    """Return a key handler that does something with what is given, whatever the event."""
    return lambda _event: act(*given)


def _text(lines: tuple[Line, ...]) -> StyleAndTextTuples:
    """Return lines as prompt_toolkit shows them."""
    pieces: StyleAndTextTuples = []
    for n, line in enumerate(lines):
        pieces.extend(line)
        if n < len(lines) - 1:
            pieces.append(("", "\n"))
    return pieces
