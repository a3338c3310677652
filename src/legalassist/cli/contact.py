"""``legalassist contact``: numbers of others, printed on handouts only after somebody has called them."""

from pathlib import Path

import click
from rich.table import Table

from legalassist.api.handout_records import contact_checked, open_records
from legalassist.cli.handout_shelf import folder_of, run_of, shelf_needed, shelf_options
from legalassist.cli.world import DONE, console, day_of
from legalassist.errors import UsageError
from legalassist.handouts.contacts import contact_numbers
from legalassist.handouts.records import Called

LANGUAGES = ("Mandarin", "English", "none")


@click.group()
def contact() -> None:
    """List the numbers of hotlines and offices, and record that somebody called one.

    Example: legalassist contact checked CT-04 --by mm --answered-in Mandarin
    """


@contact.command("checked")
@click.argument("name", metavar="CONTACT")
@click.option("--by", required=True, metavar="CODE", help="The code of whoever called.")
@click.option("--date", "day", metavar="DAY", help="The day of the call; today by default.")
@click.option("--answered-in", required=True, type=click.Choice(LANGUAGES), help="What was spoken; none: no answer.")
@shelf_options
@click.pass_context
def checked_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, name: str, by: str, day: str | None, answered_in: str, records: Path | None,
    clinic: Path | None, as_of: str | None,
) -> None:  # fmt: skip
    """Record a call to CONTACT: its number may be printed for 90 days if somebody answered.

    Example: legalassist contact checked CT-04 --date 2026-11-20 --by mm --answered-in English
    """
    run, on = run_of(ctx, records, clinic, as_of), day_of(day, "--date")
    if on > run.as_of:
        message = "a call cannot have been made after today"
        raise UsageError(message, hint="write the day of the call with --date, or leave it out")
    number = contact_checked(shelf_needed(ctx, records), name, by=by, on=on, answered_in=answered_in)
    said = "nobody answered: it is not printed" if answered_in == "none" else "it may be printed for 90 days"
    click.echo(f"{name} {number}: {said}")


@contact.command("list")
@shelf_options
@click.pass_context
def list_command(ctx: click.Context, records: Path | None, clinic: Path | None, as_of: str | None) -> None:
    """List every number, when it was last called, and whether it may be printed today.

    Example: legalassist contact list
    """
    run = run_of(ctx, records, clinic, as_of)
    calls = {one.contact: one for one in open_records(folder_of(ctx, records)).all if isinstance(one, Called)}
    table = Table(show_edge=False)
    for column in ("Contact", "Number", "Last called", "Answered in", "Printed today"):
        table.add_column(column)
    for name, number in contact_numbers(run.authorities).items():
        last = calls.get(name)
        printable = "yes" if run.clearances.printable([name], run.as_of) else "no"
        table.add_row(name, number, str(last.on) if last else "never", last.answered_in if last else "", printable)
    console().print(table)
    ctx.exit(DONE)
