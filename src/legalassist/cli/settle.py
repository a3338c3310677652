"""``legalassist settle``: what does not seem to fit together in a case, and noting what came of asking about it."""

import click

from legalassist.api import settling
from legalassist.api.asking import Opened
from legalassist.assessments.settled import Standing
from legalassist.cli.piped import typed_or_piped
from legalassist.cli.store_door import case_to_ask, who_enters
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, day_of, library_of, now
from legalassist.errors import UsageError


@click.command()
@click.argument("case")
@click.argument("short", metavar="[ID]", required=False)
@click.option("--by", metavar="NAME", help="Who settles it; for a case of the store whoever unlocked it.")
@click.option(
    "--open-again", is_flag=True, help="Take back that ID was settled; the earlier note stays in the history."
)
@as_of_option
@click.pass_context
def settle(  # noqa: PLR0913 - the options of one command
    ctx: click.Context, case: str, short: str | None, by: str | None, as_of: str | None, *, open_again: bool,
) -> None:  # fmt: skip
    """List answers of CASE that do not seem to fit together, or settle one of them with a note.

    With an ID the note is typed when it is asked for, so that it stays out of the shell's history; from a pipe it is
    all that comes. It is privileged: it is printed in the attorney's memo and nowhere else, and an export leaves it
    behind unless everything leaves. As soon as one of the answers changes, the contradiction is open again.
    'legalassist case redact CASE note:ID' shreds a note and keeps that it was settled.

    Example: legalassist settle my-case.yaml 3f9c0d2a71 --by "Jordan Example"
    """
    opened, library = case_to_ask(ctx, case), library_of(ctx)
    if short is None:
        if open_again:
            raise UsageError("--open-again needs the short id", "legalassist settle CASE ID --open-again")
        ctx.exit(_list(opened, settling.standing(opened, library, day_of(as_of))))
    who, earlier = who_enters(opened, by), opened.case.settled.get(short)
    if open_again:
        settling.open_again(opened, short, who, now())
        click.echo(f"open again: {short}")
    else:
        note = typed_or_piped("What was asked, and what came of it")
        settling.settle(opened, library, short, note, who, now(), day_of(as_of))
        click.echo(f"settled: {short}")
        if earlier is not None:
            click.echo(f"this takes the place of what {earlier.by} noted, {earlier.at}; that note stays in the history")
    ctx.exit(DONE)


def _list(opened: Opened, found: tuple[Standing, ...]) -> int:
    """Print what is open and what is settled, without answers and without notes; return the exit code."""
    for one in found:
        what = one.contradiction
        state = "open" if one.settlement is None else "open again, an answer has changed" if one.stale else "settled"
        click.echo(f"{what.id}  {state}: {what.about}{f' ({what.where})' if what.where else ''}")
        for answer in settling.beside(opened.interview, opened.case, what):
            click.echo(f"    {answer.ask or answer.path}  [{answer.path}] {answer.entered}")
        if one.settlement is not None:
            click.echo(f"    {one.settlement.by}, {one.settlement.at}; the note stands in the memo")
        if one.open:
            click.echo(f"    {what.settle}")
    left = sum(1 for one in found if one.open)
    click.echo(f"{left} to ask about once more" if left else "nothing is left to ask about")
    return NEEDS_A_PERSON if left else DONE
