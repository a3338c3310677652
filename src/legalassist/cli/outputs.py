"""``legalassist outputs shred``: take plain files of cases away again."""

import click

from legalassist.api import keeping
from legalassist.api.outputs import outputs as written
from legalassist.api.outputs import shred
from legalassist.api.stored_cases import StoredCase, open_stored
from legalassist.cli.case_removing import SOLID_STATE
from legalassist.cli.store_door import open_store, right_now, stored_case
from legalassist.errors import UsageError


@click.group()
def outputs() -> None:
    """Shred the plain files that were made of cases.

    Example: legalassist outputs shred C-7K4P
    """


@outputs.command("shred")
@click.argument("numbers", nargs=-1, metavar="CASE...")
@click.option("--all", "everything", is_flag=True, help="Of every case your key opens.")
@click.pass_context
def shred_command(ctx: click.Context, numbers: tuple[str, ...], *, everything: bool) -> None:
    """Overwrite and remove the plain files of CASES: packets, with what was edited in their folders, and exhibits.

    Example: legalassist outputs shred C-7K4P
    """
    if bool(numbers) == everything:
        raise UsageError("name the cases, or say --all", "'legalassist case outputs CASE' shows what there is")
    found = [stored_case(ctx, number) for number in numbers]
    if everything:
        store = open_store(ctx)
        found = [open_stored(store, one.header.number, right_now) for one in keeping.listed(store)]
    for one in found:
        _shred(one)
    click.echo(SOLID_STATE)


def _shred(found: StoredCase) -> None:
    for one in written(found.store, found.opened):
        click.echo(f"{one.path}: {shred(found.store, found.opened, one, right_now())} files shredded")
