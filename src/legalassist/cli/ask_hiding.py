"""Hide the screen at one key: nothing of the interview stays on the terminal, in its scrollback, or in its title."""

from prompt_toolkit.output import Output

TITLE = "Terminal"
PROMPT = "$ "
RETURN = frozenset(["ok", "好"])
"""What brings the screen back, typed blind and followed by Enter; the welcome screen tells it."""

_CLEAR_SCROLLBACK = "\x1b[3J"  # xterm's ED 3; a terminal that does not know it ignores it
_MOST = 200


def wipe(output: Output) -> None:
    """Clear the screen and what was scrolled out of it, and give the terminal a title that says nothing."""
    output.write_raw("\x1b[H\x1b[2J" + _CLEAR_SCROLLBACK)
    output.set_title(TITLE)
    output.flush()


class Hidden:
    """A hidden screen: what is typed shows nowhere, and only `RETURN` with Enter ends it."""

    def __init__(self) -> None:
        """Begin in view."""
        self.on = False
        self._typed = ""

    def hide(self) -> None:
        """Hide."""
        self.on, self._typed = True, ""

    def typed(self, text: str) -> None:
        """Take what was typed blind; keys that write nothing do not count."""
        if text.isprintable():
            self._typed = (self._typed + text)[-_MOST:]

    def enter(self) -> None:
        """Take Enter: after one of the words it is in view again, after anything else it stays hidden."""
        if self._typed.strip().lower() in RETURN:
            self.on = False
        self._typed = ""
