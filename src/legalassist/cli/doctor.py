"""``legalassist doctor``: what this machine can do, and the fix for what it cannot."""

import click

from legalassist.api.examining import examine
from legalassist.cli.world import DONE, NEEDS_A_PERSON, library_of


@click.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Say what this machine can do, and how to mend what it cannot.

    Example: legalassist doctor
    """
    results = examine(library_of(ctx))
    width = max(len(result.what) for result in results)
    for result in results:
        click.echo(f"{'ok ' if result.well else 'NO '} {result.what:{width}}  {result.found}")
        if not result.well:
            click.echo(f"    fix: {result.fix}")
    ctx.exit(DONE if all(result.well for result in results) else NEEDS_A_PERSON)
