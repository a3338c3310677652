"""The world as the commands see it: the clock, the shelves, a place to print. Nothing below `cli` looks at these."""

import datetime as dt
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from legalassist.errors import UsageError
from legalassist.facts.text import clean
from legalassist.library import Library

DONE, NEEDS_A_PERSON = 0, 1
"""Exit codes: done; done, but something needs a person (missing items, a draft)."""

LONGEST_NAME = 100
"""Signs that a name given as an option may have."""


def library_of(ctx: click.Context) -> Library:
    """Return the shelves: those named with --content or LEGALASSIST_CONTENT, then the shipped one."""
    folders: tuple[Path, ...] = ctx.find_root().obj or ()
    return Library(*folders)


def today() -> dt.date:
    """Return the day by this machine's clock, where a command was not told one."""
    return dt.datetime.now().astimezone().date()


def now() -> str:
    """Return this machine's clock, as an answer records it."""
    return dt.datetime.now().astimezone().isoformat(timespec="seconds")


def one_name(text: str, option: str) -> str:
    """Return what an option names, through the door for text; AnswerRefused for more than one plain line."""
    return clean(text, one_line=True, limit=LONGEST_NAME, fact=option)


def day_of(text: str | None, option: str = "--as-of") -> dt.date:
    """Return the day an option names, or today; UsageError for anything that is not one."""
    if text is None:
        return today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        message = f"{option} is not a day"
        raise UsageError(message, hint="write it as year-month-day, for example 2026-12-01") from None


def console() -> Console:
    """Return where people read: tables and colours on a terminal, plain text in a pipe."""
    return Console(highlight=False, soft_wrap=False)


@contextmanager
def ended_by_a_signal() -> Iterator[None]:
    """Let SIGTERM end what runs inside as an exception does: what it has begun is put away, its processes end."""

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, leave) if current_thread() is main_thread() else None
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


@contextmanager
def progress_bar(title: str, total: int) -> Iterator[Progress]:
    """Show a progress bar on a terminal, nothing in a pipe."""
    out = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=out, disable=not out.is_terminal, transient=True) as bar:
        bar.add_task(title, total=total)
        yield bar


as_of_option = click.option("--as-of", metavar="DAY", help="The day to work for (2026-12-01); today by default.")
known_option = click.option("--known", default="", help="Of somebody from outside the clinic: how they are known.")
