"""``legalassist handout``: list know-your-rights handouts, and print them as sheets and cards."""

from pathlib import Path

import click
from rich.table import Table

from legalassist.api.opening import open_clinic
from legalassist.api.printing import Printed, list_handouts, print_handouts
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, console, day_of, library_of, progress_bar
from legalassist.handouts.formats import BOTH, FORMATS, LANGUAGES
from legalassist.languages.tags import normalise

_path = click.Path(path_type=Path)


@click.group()
def handout() -> None:
    """List and print know-your-rights handouts.

    Example: legalassist handout print at-the-door --format wallet --language both --out out/handouts
    """


@handout.command("list")
@as_of_option
@click.pass_context
def list_command(ctx: click.Context, as_of: str | None) -> None:
    """List the topics, and what stands between each and being handed out.

    Example: legalassist handout list
    """
    topics = list_handouts(library_of(ctx), day_of(as_of))
    table = Table(show_edge=False)
    for column in ("Topic", "Statements", "Formats", "Check again"):
        table.add_column(column, overflow="fold")
    for one in topics:
        table.add_row(
            one.id, str(one.statements), ", ".join(one.formats), one.check_again.isoformat() if one.check_again else ""
        )
    console().print(table)
    _say_to_do([line for one in topics for line in one.to_do])
    ctx.exit(DONE)


@handout.command("print")
@click.argument("topics", nargs=-1, required=True, metavar="TOPIC...")
@click.option("--format", "formats", default=",".join(FORMATS), show_default=True, help="One, or several with commas.")
@click.option("--language", "languages", default=BOTH, show_default=True, help=f"{', '.join(LANGUAGES)}, or several.")
@click.option("--out", type=_path, required=True, help="The folder for the PDFs; made new, or replaced whole.")
@click.option("--clinic", type=_path, help="The clinic's particulars (clinic.yaml): its number stands on every piece.")
@as_of_option
@click.pass_context
def print_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, topics: tuple[str, ...], formats: str, languages: str, out: Path, clinic: Path | None,
    as_of: str | None,
) -> None:  # fmt: skip
    """Print TOPICs as one-page PDFs: letter, half (two on a sheet), wallet (ten cards on a sheet).

    Until the clinic's attorney has approved every text, each piece carries a band, and the command ends with 1.

    Example: legalassist handout print at-the-door --format letter,half,wallet --language en,zh_Hans --out out/handouts
    """
    library = library_of(ctx)
    wanted = _words(formats)
    read = [one if one == BOTH else normalise(one) for one in _words(languages)]
    with progress_bar("written -> printed", len(topics) * len(wanted) * len(read)) as bar:
        task = bar.task_ids[0]
        printed = print_handouts(
            library, open_clinic(library, clinic), topics, wanted, read, out, day_of(as_of),
            progress=lambda _name: bar.advance(task),
        )  # fmt: skip
    console().print(_closing(printed))
    _say_to_do(list(printed.to_do))
    ctx.exit(NEEDS_A_PERSON if printed.to_do else DONE)


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _closing(printed: Printed) -> Table:
    """Return the table of what was printed."""
    table = Table(title=f"Printed in {printed.out}", title_justify="left", show_edge=False)
    for column in ("File", "On a sheet", "Letters", "Version", "State"):
        table.add_column(column, no_wrap=column == "File", overflow="fold")
    for row in printed.rows:
        state = "not reviewed: banded" if row.banded else "cleared"
        table.add_row(row.file, str(row.copies), f"{row.size:g} pt", row.code, state)
    return table


def _say_to_do(lines: list[str]) -> None:
    if lines:
        click.echo("\nWhat a person must still do\n" + "\n".join(f"- {line}" for line in lines))
