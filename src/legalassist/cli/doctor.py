"""``legalassist doctor``: what this machine can do, and the fix for what it cannot."""

from pathlib import Path

import click

from legalassist.api.examining import examine
from legalassist.api.examining_machine import examine_machine
from legalassist.cli.store_door import data_folder
from legalassist.cli.world import DONE, NEEDS_A_PERSON, library_of


@click.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Say what this machine can do, and how to mend what it cannot; a question mark warns of places that keep copies.

    Example: legalassist doctor
    """
    results = (*examine(library_of(ctx)), *examine_machine(data_folder(ctx), Path("/")))
    width = max(len(result.what) for result in results)
    for result in results:
        mark = "ok " if result.well else "NO " if result.serious else "?  "
        click.echo(f"{mark} {result.what:{width}}  {result.found}")
        if not result.well:
            click.echo(f"    fix: {result.fix}")
    ctx.exit(DONE if all(result.well or not result.serious for result in results) else NEEDS_A_PERSON)
