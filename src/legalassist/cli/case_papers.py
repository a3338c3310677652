"""``legalassist case exhibit|export|import|outputs|demand``: papers into a case, and what leaves it."""

import os
import time
from pathlib import Path

import click

from legalassist.api import keeping, outputs, unlocking
from legalassist.api.synced import refuse_synced
from legalassist.cli.hidden import can_show, show_once, typed
from legalassist.cli.store_door import open_store, right_now, stored_case, synced_option
from legalassist.errors import UsageError
from legalassist.stores.cases import demand as counted
from legalassist.stores.exports import PRIVILEGED, Shape

_path = click.Path(path_type=Path)
_SHAPES = {"current": Shape.CURRENT, "history": Shape.HISTORY, "everything": Shape.EVERYTHING}


@click.group("exhibit")
def exhibit() -> None:
    """Keep papers with a case, byte for byte as they came.

    Example: legalassist case exhibit add C-7K4P scan.pdf --title "Pay notes"
    """


@exhibit.command("add")
@click.argument("number", metavar="CASE")
@click.argument("file", type=_path)
@click.option("--title", help="What it is; the file's own name otherwise.")
@click.pass_context
def exhibit_add(ctx: click.Context, number: str, file: Path, title: str | None) -> None:
    """Keep FILE with CASE, encrypted. It is not opened, cleaned or converted; FILE itself stays where it is.

    Example: legalassist case exhibit add C-7K4P scan.pdf --title "Pay notes"
    """
    found = stored_case(ctx, number)
    record = keeping.add_exhibit(found.store, found.opened, file, title or file.name, right_now())
    click.echo(f"kept as record {record}")


@exhibit.command("copy")
@click.argument("number", metavar="CASE")
@click.argument("record", type=int)
@click.argument("file", type=_path)
@synced_option
@click.pass_context
def exhibit_copy(ctx: click.Context, number: str, record: int, file: Path, *, synced_ok: bool) -> None:
    """Write a paper of CASE to FILE as it came: an original may be unsafe to open. FILE is registered.

    Example: legalassist case exhibit copy C-7K4P 12 out/original.pdf
    """
    found = stored_case(ctx, number)
    refuse_synced(file, accepted=synced_ok)
    content = keeping.paper_content(found.store, found.opened, record)
    if file.exists():
        raise UsageError(f"{file} is there already", "nothing is written over; name another file")
    outputs.register(found.store, found.opened, file, right_now())
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content)
    except OSError as wrong:
        raise UsageError(f"{file} cannot be written: {wrong.strerror}", "name a place you may write to") from None
    click.echo(f"{file}: the original, may be unsafe")


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
