"""Text that is typed when it is asked for, or piped in: bounded, and UTF-8, or refused without a word of it."""

import sys

import click

from legalassist.errors import UsageError

MOST_BYTES = 64 * 1024
"""What is read of a note or a reason at most: more than the longest one."""


def typed_or_piped(prompt: str) -> str:
    """Return a text as it is typed at a prompt, or all that a pipe brings; raises like `piped`."""
    return str(click.prompt(prompt)) if sys.stdin.isatty() else piped(MOST_BYTES, "say it in fewer words")


def piped(most: int, hint: str) -> str:
    """Return what comes through the pipe; UsageError for more than `most` bytes, and for what is not UTF-8 text."""
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        raise UsageError("more was piped in than can be kept", hint)
    try:
        return data.decode()
    except UnicodeDecodeError as wrong:
        raise UsageError(f"what was piped in is not UTF-8 text (byte {wrong.start})", "save it as UTF-8") from None
