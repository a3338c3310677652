"""``legalassist placement search``, ``searched``: files that people edited, before they are mailed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from legalassist.cli.store_door import open_store, right_now
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, day_of, library_of
from legalassist.errors import DocumentError, UsageError

if TYPE_CHECKING:
    from legalassist.api.placing_search import FileSearched

_path = click.Path(path_type=Path)


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="CASE FILE...")
@click.option("--also-about", multiple=True, metavar="CASE", help="Another case of the same list.")
@click.option("--open-cases", is_flag=True, help="Every case that is not closed, too; then no CASE has to be named.")
@click.option("--clinic", type=_path, help="The clinic's particulars (clinic.yaml).")
@click.option("--not-hers", multiple=True, metavar="CODE", help="A finding that is not about this client; logged.")
@click.option("--why", default="", help="Why it is not about this client.")
@click.option("--read-by", default="", metavar="NAME", help="Who read the files as they are, and said yes; not you.")
@as_of_option
@click.pass_context
def search_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, words: tuple[str, ...], also_about: tuple[str, ...], clinic: Path | None,
    not_hers: tuple[str, ...], why: str, read_by: str, as_of: str | None, *, open_cases: bool,
) -> None:  # fmt: skip
    """Search a summary, a list or a mail about CASE that somebody edited, before it goes out: FILEs, or their folder.

    CASE is a number or a reference; cases whose references stand in a file are searched for too. Nothing is changed.
    Of a clean file the SHA-256 is shown, and kept with the day, your name, and who read it beside you.

    Example: legalassist placement search C-7K4P out/list/cases.docx --also-about C-8M2T
    """
    from legalassist.api import placing_search  # noqa: PLC0415 - loads the store

    store, library = open_store(ctx), library_of(ctx)
    named, files = ((), words) if open_cases else (words[:1], words[1:])
    if not files:
        raise UsageError("which file is searched is not said", hint="name the case first, then files or their folder")
    if not_hers and not why.strip():
        raise UsageError("a ruling needs its reason", hint="add --why, for example --why 'the mentor has this surname'")
    beside = placing_search.open_cases(store) if open_cases else ()
    searched = placing_search.search_files(
        store, placing_search.find_cases(store, (*named, *also_about)), tuple(map(Path, files)), library, right_now(),
        on=day_of(as_of), beside=beside, clinic_path=clinic,
        ruling=placing_search.Ruling(frozenset(not_hers), why), reader=read_by,
    )  # fmt: skip
    for number, one in enumerate(searched, 1):
        _tell(number, one, read_by)
    if any(one.blocked for one in searched):
        hint = (
            "take out what tells, or make the summary anew, and search again. Only what is not about this client can "
            "be ruled so: --not-hers CODE --why REASON"
        )
        raise DocumentError("not to be sent: what stops it stands above", hint=hint)
    ctx.exit(DONE if all(one.clean for one in searched) else NEEDS_A_PERSON)


def _tell(number: int, one: "FileSearched", read_by: str) -> None:
    """Say what was found in a file, by rule, fact and place; a file is called by its number: its name may tell."""
    for why in one.stopped:
        click.echo(f"file {number}: {why}")
    for finding in one.found:
        code = "final   " if finding.hit.final else finding.hit.code
        click.echo(f"file {number}: {code} {finding.hit}{f' ({finding.whose})' if finding.whose else ''}")
    if one.clean:
        click.echo(f"file {number}: clean, {one.name}, SHA-256 {one.digest}")
        if not read_by:
            click.echo("  if it was edited, whoever said yes read other words: have it read again; --read-by NAME")


@click.command("searched")
@click.pass_context
def searched_command(ctx: click.Context) -> None:
    """List the files that were searched and found clean, oldest first: the day, the SHA-256, by whom, who read it.

    Example: legalassist placement searched
    """
    from legalassist.api.placing_search import found_clean  # noqa: PLC0415 - loads the store

    for one in found_clean(open_store(ctx)):
        click.echo(f"{one.on}  {one.digest}  {one.by}" + (f", read by {one.read_by}" if one.read_by else ""))


SEARCH_COMMANDS = (search_command, searched_command)
