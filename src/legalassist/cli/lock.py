"""``legalassist lock``: forget the key, and close what took it."""

import click

from legalassist.cli import agent_client
from legalassist.cli.store_door import data_folder


@click.command()
@click.pass_context
def lock(ctx: click.Context) -> None:
    """Lock the case store, and close the programs that have it open, as if their windows were closed.

    Example: legalassist lock
    """
    closed = agent_client.lock(data_folder(ctx))
    if closed is None:
        click.echo("it was locked already")
    else:
        click.echo("locked" + (f"; closed what had it open in {closed} other windows" if closed else ""))
