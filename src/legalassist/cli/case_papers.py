"""``legalassist case export|import|outputs|demand``: what comes into a case as a whole, and what leaves it."""

import os
import time
from pathlib import Path

import click

from legalassist.api import keeping, outputs, unlocking
from legalassist.cli.hidden import can_show, show_once, typed
from legalassist.cli.store_door import open_store, right_now, stored_case
from legalassist.stores.cases import demand as counted
from legalassist.stores.exports import PRIVILEGED, Shape

_path = click.Path(path_type=Path)
_SHAPES = {"current": Shape.CURRENT, "history": Shape.HISTORY, "everything": Shape.EVERYTHING}


@click.command("export")
@click.argument("number", metavar="CASE")
@click.argument("file", type=_path)
@click.option("--shape", type=click.Choice(list(_SHAPES)), default="current", show_default=True,
              help="Answers as they stand; with history; everything, papers too (supervisors only).")  # fmt: skip
@click.pass_context
def export(ctx: click.Context, number: str, file: Path, shape: str) -> None:
    """Write CASE to an encrypted FILE. It opens with a passphrase made for it, which is shown once.

    Example: legalassist case export C-7K4P case.legalassist
    """
    can_show(ctx)
    found = stored_case(ctx, number)
    passphrase, cost = unlocking.make_passphrase(os.urandom), unlocking.cost_here(time.perf_counter, os.urandom)
    keeping.export(found.store, found.opened, file, passphrase, cost, right_now(), shape=_SHAPES[shape])
    show_once(ctx, "The file's passphrase. It goes to the other clinic by another way than the file.", [passphrase])
    if shape != "current":
        click.echo(PRIVILEGED)
    click.echo(f"{file}: written, encrypted")


@click.command("import")
@click.argument("file", type=_path)
@click.pass_context
def import_command(ctx: click.Context, file: Path) -> None:
    """Bring an exported case in under a number of its own; print that number.

    Example: legalassist case import case.legalassist
    """
    store = open_store(ctx)
    click.echo(keeping.bring_in(store, file, typed(ctx, "The file's passphrase"), right_now()))


@click.command("outputs")
@click.argument("number", metavar="CASE")
@click.pass_context
def outputs_command(ctx: click.Context, number: str) -> None:
    """List where plain files of CASE were written and not shredded since.

    Example: legalassist case outputs C-7K4P
    """
    found = stored_case(ctx, number)
    for one in outputs.outputs(found.store, found.opened):
        click.echo(f"{one.at}  {one.path}{'' if one.there else '  (not there any more: moved, or removed by hand)'}")


@click.command("demand")
@click.argument("number", metavar="CASE")
@click.pass_context
def demand(ctx: click.Context, number: str) -> None:
    """Count what there is of CASE, for a legal demand: kinds and numbers, no content.

    Example: legalassist case demand C-7K4P
    """
    found = stored_case(ctx, number)
    for kind, count in sorted(counted(found.store, found.opened).items()):
        click.echo(f"{count:>6}  {kind}")
