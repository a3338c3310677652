"""``legalassist restore FILE``: a backup into its place, checked whole before anything is moved."""

import os
from pathlib import Path

import click

from legalassist.api import backing_up
from legalassist.cli import agent_client
from legalassist.cli.hidden import typed
from legalassist.cli.protecting import protect_memory
from legalassist.cli.store_door import data_folder, right_now


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Where a store stands already: move it aside and take its place.")
@click.option("--recovery", is_flag=True, help="Open the backup with the recovery key.")
@click.pass_context
def restore(ctx: click.Context, file: Path, *, replace: bool, recovery: bool) -> None:
    """Restore a backup into the data folder. What was erased or struck since stays so.

    Lists of what was erased (.gone) are looked for beside FILE and in the data folder.

    Example: legalassist restore /media/stick/2026-11-23.backup
    """
    protect_memory()
    data = data_folder(ctx)
    opener = backing_up.opener_of(typed(ctx, "Recovery key" if recovery else "Passphrase"), recovery=recovery)
    put = backing_up.put_back(file, data, opener, right_now(), os.urandom, replace=replace)
    agent_client.lock(data)
    click.echo(f"restored: the store as it was at {put.restored.made_at}; unlock it now")
    if put.restored.again:
        click.echo(f"{put.restored.again} erasures and strikes were made again")
    if put.moved:
        click.echo(f"the store that stood here is now {put.moved}: keep it until nothing is missed, then shred it")
