"""``legalassist placement firms`` and ``match``: take a firm's list in; whom to ask first about a case, and why."""

from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from legalassist.cli.store_door import case_at, open_store, right_now
from legalassist.cli.world import console, library_of
from legalassist.errors import UsageError


@click.command("firms")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_context
def firms_command(ctx: click.Context, file: Path | None) -> None:
    """Take FILE (CSV or XLSX) in as a firm's list of attorneys; without FILE, show who is known.

    Example: legalassist placement firms attorneys.csv
    """
    from legalassist.api import placing_matches  # noqa: PLC0415 - loads the store

    store = open_store(ctx)
    if file is not None:
        click.echo(f"{len(placing_matches.take_in(store, file, right_now()))} attorneys taken in")
        return
    table = Table("Name", "Firm", "Languages", "Trained", "Capacity")
    for one in sorted(placing_matches.attorneys(store), key=lambda each: (each.firm, each.name)):
        table.add_row(*map(Text, (one.name, one.firm, ", ".join(one.languages), one.trained, str(one.capacity))))
    console().print(table)


@click.command("match")
@click.argument("case")
@click.pass_context
def match_command(ctx: click.Context, case: str) -> None:
    """List whom to ask about CASE, most reasons first; a person decides.

    Example: legalassist placement match C-7K4P
    """
    from legalassist.api import placing_matches  # noqa: PLC0415 - loads the store

    found = case_at(ctx, case)
    if isinstance(found, Path):
        raise UsageError("attorneys are kept in the case store", hint="name a case by its number")
    table = Table("Name", "Firm", "Why", "To know", "On the list since")
    for one in placing_matches.matches(found.store, found.opened, library_of(ctx)):
        who = one.attorney
        table.add_row(*map(Text, (who.name, who.firm, "; ".join(one.reasons), "; ".join(one.lacks), one.since)))
    console().print(table)
    full, declared = placing_matches.not_asked(found.store, found.opened, library_of(ctx))
    click.echo(f"left out: {full} without capacity left or stated, {declared} with a declared conflict")


MATCH_COMMANDS = (firms_command, match_command)
