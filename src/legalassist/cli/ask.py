"""``legalassist ask``: the guided interview in the terminal."""

import sys

import click

from legalassist.api.asking import only
from legalassist.cases.answer import Said
from legalassist.cli.ask_screen import Screen
from legalassist.cli.ask_session import Session
from legalassist.cli.ask_voices import Voices
from legalassist.cli.store_door import case_to_ask, who_enters
from legalassist.cli.world import library_of, now, one_name, today
from legalassist.errors import UsageError


@click.command()
@click.argument("case")
@click.option("--languages", default="en,zh_Hans", show_default=True, help="The screen's languages, in order.")
@click.option("--by", metavar="NAME", help="Who enters the answers; for a case of the store whoever unlocked it.")
@click.option("--interpreter", metavar="CODE", default="", help="Through which interpreter, by a code, not a name.")
@click.option("--until", metavar="NAME", default="", help="Stop after this stretch, for example screening.")
@click.pass_context
def ask(  # noqa: PLR0913, PLR0917 - these are the command's options, as click hands them in
    ctx: click.Context, case: str, languages: str, by: str | None, interpreter: str, until: str
) -> None:
    """Ask the questions of CASE, one on each screen, in two languages.

    Every answer is saved as soon as it is confirmed. Esc (or F12) hides the screen at once; "ok" and Enter bring it
    back. Ctrl-C, Ctrl-D or closing the window lose nothing that was confirmed.

    CASE is a number of the case store, or an answers file of an invented person.

    Each answer is recorded with who entered it, when, through which interpreter, and in which language: the first of
    the screen's languages that is not English.

    With --until, only the first stretch of the interview is asked: "screening" is safe contact, what an attorney must
    know first, and nothing heavy.

    Example: legalassist ask my-case.yaml --languages en,zh_Hans --by "P. Lin"
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        message = "the interview needs a terminal to show its questions"
        raise UsageError(message, hint="without one: legalassist answer CASE PATH=VALUE")
    library = library_of(ctx)
    opened = case_to_ask(ctx, case)
    opened = only(opened, until) if until else opened
    voices = Voices.read(library, languages, opened.interview)

    who, through = one_name(who_enters(opened, by), "--by"), one_name(interpreter, "--interpreter")
    session = Session(opened, voices, lambda: Said(who, now(), voices.spoken, through), today=today())
    ctx.exit(Screen(session).run())
