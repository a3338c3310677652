"""``legalassist case redact|erase|hold``: what must disappear does, what must stay stays.

Striking is an attorney's act, the others a supervisor's.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from legalassist.api import keeping
from legalassist.api.backing_up import keep_list
from legalassist.api.outputs import outputs, shred
from legalassist.api.stored_cases import StoredCase
from legalassist.cli.store_door import data_folder, open_store, right_now, stored_case
from legalassist.errors import UsageError
from legalassist.stores.cases import set_hold
from legalassist.stores.erasing import erase as erase_case
from legalassist.stores.erasing import holding
from legalassist.stores.tables import NotOverwritten

SOLID_STATE = "a solid-state disk may keep old blocks where no program reaches them: docs/safety.md"
_why = click.option("--why", required=True, metavar="REASON", help="Stays on record; leave out what disappears.")


@click.command("redact")
@click.argument("number", metavar="CASE")
@click.argument("what", metavar="PATH|RECORD|note:ID")
@_why
@click.pass_context
def redact(ctx: click.Context, number: str, what: str, why: str) -> None:
    """Shred every answer to PATH in CASE, one RECORD (an exhibit, a draft), or the notes on a contradiction.

    Who, when and why stay; of a note also that the contradiction was settled ('legalassist settle CASE' has its ID).

    An attorney's act, or a supervisor's.

    Example: legalassist case redact C-7K4P client.ssn --why "the wrong person's"
    """
    found = stored_case(ctx, number)
    reason, now = keeping.required_why(why), right_now()
    with _list_kept(ctx, found):
        keeping.strike(found.store, found.opened, what, reason, now)
    click.echo("struck; plain files made before still hold it: 'legalassist case outputs CASE'")
    click.echo(SOLID_STATE)


@click.command("erase")
@click.argument("number", metavar="CASE")
@click.option("--sure", metavar="CASE", help="The number again: nothing brings the case back.")
@click.option("--keep-outputs", is_flag=True, help="Leave plain files where they are; nobody will know of them.")
@click.pass_context
def erase(ctx: click.Context, number: str, sure: str | None, *, keep_outputs: bool) -> None:
    """Erase CASE: its keys, answers, papers, and the plain files that were made of it.

    Example: legalassist case erase C-7K4P --sure C-7K4P
    """
    found, now = stored_case(ctx, number), right_now()
    if sure is None or sure.upper() != number.upper():
        raise UsageError("erasing cannot be undone", f"say it twice: --sure {number}")
    if not found.opened.held and not keep_outputs:
        for one in outputs(found.store, found.opened):
            click.echo(f"shredded {shred(found.store, found.opened, one, right_now())} plain files in {one.path}")
    still = holding(found.store, found.opened.header.opened_at, now)
    late: NotOverwritten | None = None
    try:
        with _list_kept(ctx, found):
            erase_case(found.store, found.opened, now)
    except NotOverwritten as wrong:
        late = wrong
    click.echo("erased from the store")
    for backup in still:
        click.echo(f"until {backup.expires} the backup {backup.name} still holds it; restoring erases it again")
    if late is not None:
        raise late
    click.echo(SOLID_STATE)


@contextmanager
def _list_kept(ctx: click.Context, found: StoredCase) -> Iterator[None]:
    """Bring the list of what is gone into the data folder, also where old bytes could not be overwritten."""
    try:
        yield
    except NotOverwritten:
        keep_list(found.store, data_folder(ctx))
        raise
    keep_list(found.store, data_folder(ctx))


@click.command("scrub")
@click.pass_context
def scrub(ctx: click.Context) -> None:
    """Overwrite what struck answers and erased cases left in the store's file.

    They do so themselves; this is for the time after a full disk, or a command that was killed.

    Example: legalassist case scrub
    """
    open_store(ctx).tables.scrub()
    click.echo("what was removed is overwritten")
    click.echo(SOLID_STATE)


@click.command("hold")
@click.argument("number", metavar="CASE")
@_why
@click.option("--end", is_flag=True, help="End the hold.")
@click.pass_context
def hold(ctx: click.Context, number: str, why: str, *, end: bool) -> None:
    """Put a legal hold on CASE: nothing of it is erased or struck until it ends.

    Example: legalassist case hold C-7K4P --why "demand of 2026-11-20"
    """
    found = stored_case(ctx, number)
    set_hold(found.store, found.opened, keeping.required_why(why), right_now(), on=not end)
    click.echo("the hold has ended" if end else "on hold: nothing of this case can be erased or struck")
