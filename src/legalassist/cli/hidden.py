"""Secrets in and out: typed without an echo, shown once on a screen that keeps nothing. Never in a pipe by accident.

A file descriptor a person (or a test) names takes the place of the terminal; its number is no secret.
"""

import getpass
import os
import sys
from collections.abc import Iterable
from contextlib import suppress

import click

from legalassist.errors import UsageError

_LONGEST = 4096
_ASIDE, _BACK = "\x1b[?1049h\x1b[2J\x1b[H", "\x1b[2J\x1b[?1049l"
"""Another screen, which the terminal's memory of lines does not keep, and back."""


def typed(ctx: click.Context, prompt: str) -> str:
    """Return a secret: a line of the descriptor named with --passphrase-fd, or typed on the terminal without echo."""
    descriptor = ctx.find_root().params.get("passphrase_fd")
    if descriptor is not None:
        return _line_of(descriptor)
    if not sys.stdin.isatty():
        raise UsageError("a passphrase is typed on a terminal", "in a script: --passphrase-fd NUMBER; never a variable")
    try:
        return getpass.getpass(f"{prompt}: ")
    except EOFError:
        raise UsageError("no passphrase was typed", "begin again") from None


def _line_of(descriptor: int) -> str:
    """Return one line of a descriptor, read byte by byte so that the next line is left for the next question."""
    line = bytearray()
    try:
        while len(line) < _LONGEST and (one := os.read(descriptor, 1)) not in {b"", b"\n"}:
            line += one
        text = line.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise UsageError("the passphrase could not be read from --passphrase-fd", "one line of UTF-8 text") from None
    if not text:
        raise UsageError("there is no passphrase on --passphrase-fd", "one line for each passphrase that is asked")
    return text


def can_show(ctx: click.Context) -> None:
    """Raise UsageError where a secret could not be shown: before anything is made that nobody could open."""
    if ctx.find_root().params.get("secrets_fd") is None and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("what comes now is shown once, on a terminal", "run this command in a terminal window")


def show_once(ctx: click.Context, title: str, lines: Iterable[str]) -> None:
    """Show secrets on a screen of their own until Enter is pressed; nothing of it stays in the terminal's memory."""
    descriptor = ctx.find_root().params.get("secrets_fd")
    if descriptor is not None:
        with suppress(OSError):
            os.write(descriptor, "".join(f"{line}\n" for line in lines).encode())
        return
    body = "\n\n".join(("", f"  {title}", *(f"    {line}" for line in lines)))
    click.echo(f"{_ASIDE}{body}\n\n  Write it down on paper now. It is shown once, and stored nowhere.", nl=False)
    try:
        getpass.getpass("\n\n  Enter: it is written down ")
    finally:
        click.echo(_BACK, nl=False)
