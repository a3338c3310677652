"""``legalassist unlock``: the passphrase once, for the commands of the next minutes."""

import os

import click

from legalassist.api.unlocking import Key, store_file, unlocked
from legalassist.cli import agent_client
from legalassist.cli.hidden import typed
from legalassist.cli.protecting import protect_memory
from legalassist.cli.store_door import data_folder


@click.command()
@click.option("--minutes", type=click.IntRange(1, 60), default=agent_client.IDLE, show_default=True,
              help="Locks by itself after so many minutes without a command.")  # fmt: skip
@click.option("--recovery", is_flag=True, help="With the recovery key instead of a passphrase.")
@click.pass_context
def unlock(ctx: click.Context, minutes: int, *, recovery: bool) -> None:
    """Unlock the case store for the next commands.

    The passphrase is typed without an echo. The key lies in the memory of a small program of yours, nowhere else.

    Example: legalassist unlock
    """
    protect_memory()
    data = data_folder(ctx)
    store_file(data)
    secret = typed(ctx, "Recovery key" if recovery else "Passphrase")
    damaged = bool(ctx.find_root().params.get("accept_damage"))
    store = unlocked(data, secret, os.urandom, recovery=recovery, accept_damage=damaged)
    try:
        agent_client.hold(data, Key.of(store), minutes)
        click.echo(f"unlocked for {store.person.name}; locks after {minutes} minutes without a command")
    finally:
        store.tables.close()
