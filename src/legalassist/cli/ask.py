"""``legalassist ask``: the guided interview in the terminal."""

import datetime as dt
import sys
from pathlib import Path

import click

from legalassist.api.asking import open_answers
from legalassist.cases.answer import Said
from legalassist.cli.ask_screen import Screen
from legalassist.cli.ask_session import Session
from legalassist.cli.ask_voices import Voices
from legalassist.cli.world import library_of, today
from legalassist.errors import UsageError
from legalassist.facts.text import clean

LONGEST_NAME = 100


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--languages", default="en,zh_Hans", show_default=True, help="The screen's languages, in order.")
@click.option("--by", metavar="NAME", default="unnamed", help="Who enters the answers.")
@click.option("--interpreter", metavar="CODE", default="", help="Through which interpreter, by a code, not a name.")
@click.pass_context
def ask(ctx: click.Context, case: Path, languages: str, by: str, interpreter: str) -> None:
    """Ask the questions of CASE, one on each screen, in two languages.

    Every answer is saved as soon as it is confirmed. Esc (or F12) hides the screen at once; "ok" and Enter bring it
    back. Ctrl-C, Ctrl-D or closing the window lose nothing that was confirmed.

    Each answer is recorded with who entered it, when, through which interpreter, and in which language: the first of
    the screen's languages that is not English.

    Example: legalassist ask my-case.yaml --languages en,zh_Hans --by "P. Lin"
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        message = "the interview needs a terminal to show its questions"
        raise UsageError(message, hint="without one: legalassist answer CASE PATH=VALUE")
    library = library_of(ctx)
    opened = open_answers(case, library)
    voices = Voices.read(library, languages, opened.interview)

    who, through = one_name(by, "--by"), one_name(interpreter, "--interpreter")
    session = Session(opened, voices, lambda: Said(who, now(), voices.spoken, through), today=today())
    ctx.exit(Screen(session).run())


def now() -> str:
    """Return this machine's clock, as an answer records it."""
    return dt.datetime.now().astimezone().isoformat(timespec="seconds")


def one_name(text: str, option: str) -> str:
    """Return what an option names, through the door for text; AnswerRefused for more than one plain line."""
    return clean(text, one_line=True, limit=LONGEST_NAME, fact=option)
