"""``legalassist handout``: list know-your-rights handouts, print them, and keep the clinic's records of them."""

import os
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click
from click.core import ParameterSource
from rich.progress import Progress
from rich.table import Table

from legalassist.api.handout_list import list_pieces
from legalassist.api.handout_records import open_records
from legalassist.api.handout_run import Run, cantonese_lines, topics_there
from legalassist.api.handout_tree import print_everything
from legalassist.api.printing import Printed, count_pieces, list_handouts, print_run
from legalassist.cli.handout_paper import PAPER_COMMANDS, spoken
from legalassist.cli.handout_recording import recording
from legalassist.cli.handout_shelf import folder_of, run_of, shelf_options, words
from legalassist.cli.world import DONE, NEEDS_A_PERSON, console, ended_by_a_signal, progress_bar
from legalassist.errors import UsageError
from legalassist.handouts.formats import BOTH, FIRST_RUN, FORMATS, languages_on
from legalassist.handouts.own_lines import lines_in_another
from legalassist.handouts.piece import OPEN, VARIANTS
from legalassist.handouts.profiles import OFFICE
from legalassist.handouts.reading import topic_names
from legalassist.handouts.texts import languages_of

_path = click.Path(path_type=Path)

ASK = "Before you hand one over, ask: May I give you this? Is it safe for you to have it? 可以带走吗？您觉得安全吗？"
"""What every print begins with."""


@click.group()
def handout() -> None:
    """List and print know-your-rights handouts, and keep what the clinic approves, calls, copies and calls back.

    Ask before you hand one over: May I give you this? Is it safe for you to have it? 可以带走吗？您觉得安全吗？

    Example: legalassist handout print at-the-door --format wallet --language both --out out/handouts
    """


for _command in (*PAPER_COMMANDS, recording):
    handout.add_command(_command)


@handout.command("list")
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@shelf_options
@click.pass_context
def list_command(
    ctx: click.Context, topics: tuple[str, ...], records: Path | None, clinic: Path | None, as_of: str | None
) -> None:
    """List the topics; or for each TOPIC every piece: version, state, check-again day, what changed since its print.

    Example: legalassist handout list at-the-door
    """
    run = run_of(ctx, records, clinic, as_of)
    if topics:
        _list_pieces(run, folder_of(ctx, records), topics)
        ctx.exit(DONE)
    listed = list_handouts(run.library, run.as_of, run.clearances)
    table = Table(show_edge=False)
    for column in ("Topic", "Statements", "Formats", "Check again"):
        table.add_column(column, overflow="fold")
    for one in listed:
        day = one.check_again.isoformat() if one.check_again else ""
        table.add_row(one.id, str(one.statements), ", ".join(one.formats), day)
    console().print(table)
    for line in cantonese_lines(run, [run.topic(one.id) for one in listed]):
        click.echo(line)
    _say_other_languages(run, languages_on(run.library))
    _say_to_do([line for one in listed for line in one.to_do])
    ctx.exit(DONE)


def _list_pieces(run: Run, folder: Path | None, topics: tuple[str, ...]) -> None:
    table = Table(show_edge=False)
    for column in ("Topic", "Format", "Language", "Version", "State", "Check again", "Printed", "Changed since"):
        table.add_column(column, overflow="fold")
    for one in list_pieces(run, open_records(folder), topics):
        table.add_row(
            one.topic, one.format, one.language, one.code, "approved" if one.cleared else "draft",
            str(one.check_again or ""), str(one.printed or "never"), "; ".join(one.changed),
        )  # fmt: skip
    console().print(table)


@handout.command("print")
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option("--format", "formats", default=",".join(FIRST_RUN), show_default=True, help="One, or several.")
@click.option("--language", "languages", default=BOTH, show_default=True, help="en, zh_Hans, both, yue, or several.")
@click.option("--out", type=_path, required=True, help="The folder for the PDFs; made new, or replaced whole.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Every topic, language and format, in a tree with an index page; of what is named, only that.",
)
@click.option("--variant", type=click.Choice(VARIANTS), default=OPEN, show_default=True, help="plain: tells nobody.")
@click.option("--profile", default=OFFICE.name, show_default=True, help="office, or shop: bleed and crop marks.")
@click.option("--code", "scanned", is_flag=True, help="With a code to scan, to the clinic's own address.")
@click.option("--final", is_flag=True, help="Print only what is cleared; anything else is refused.")
@click.option("--workers", type=click.IntRange(1, 16), help="How many processes print; as many as there are cores.")
@shelf_options
@click.pass_context
def print_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, topics: tuple[str, ...], formats: str, languages: str, out: Path, variant: str, profile: str,
    workers: int | None, records: Path | None, clinic: Path | None, as_of: str | None, *, everything: bool,
    final: bool, scanned: bool,
) -> None:  # fmt: skip
    """Print TOPICs as sheets, cards, large print, text to read aloud and pictures.

    Until the clinic's attorney has approved every text, each piece carries a band, and the command ends with 1.

    Example: legalassist handout print at-the-door --format letter,half,wallet --language en,zh_Hans --out out/handouts
    """
    run = run_of(ctx, records, clinic, as_of, variant, profile, scanned=scanned)
    named, wanted, read = topics, words(formats), [spoken(one) for one in words(languages)]
    if everything:
        named = topics or topics_there(run)
        wanted = wanted if _was_named(ctx, "formats") else list(FORMATS)
        read = read if _was_named(ctx, "languages") else list(languages_on(run.library))
    if not named:
        message = "no TOPIC was named"
        raise UsageError(message, hint=f"name one or more of {', '.join(topic_names(run.library))}, or say --all")
    waiting = count_pieces(run, named, wanted, read)
    click.echo(f"{ASK}\n")
    with ended_by_a_signal(), progress_bar("written -> printed", waiting.total()) as bar:
        many = workers or (os.cpu_count() or 1 if everything else 1)
        doing = print_everything if everything else print_run
        said = partial(_say_progress, bar, waiting, Counter(waiting), aloud=everything)
        printed = doing(run, named, wanted, read, out, final=final, workers=many, progress=said)
    if everything:
        click.echo(f"{printed.out}: made {len(printed.rows)}; look at {printed.out / 'index.html'}")
        if printed.unmade:
            click.echo(f"\nNot made: {len(printed.unmade)}\n" + "\n".join(f"- {why}" for why in printed.unmade))
    else:
        console().print(_closing(printed))
    for line in cantonese_lines(run, map(run.topic, named)) if "script" in wanted else ():
        click.echo(line)
    _say_other_languages(run, read)
    _say_to_do(list(printed.to_do))
    ctx.exit(NEEDS_A_PERSON if printed.to_do or printed.unmade else DONE)


def _say_progress(bar: Progress, all_of_them: Counter[str], left: Counter[str], topic: str, *, aloud: bool) -> None:
    """Advance the bar; without a terminal say each topic that is done, in a line."""
    bar.advance(bar.task_ids[0])
    left[topic] -= 1
    if aloud and bar.disable and not left[topic]:
        done = sum(not one for one in left.values())
        click.echo(f"{topic}: printed {all_of_them[topic]}; {done} of {len(left)} topics", err=True)


def _say_other_languages(run: Run, languages: Sequence[str]) -> None:
    """Say what of the clinic's is printed in another language than the piece's."""
    for line in lines_in_another(run.clinic, [one for piece in languages for one in languages_of(piece)]):
        click.echo(line)


def _was_named(ctx: click.Context, option: str) -> bool:
    return ctx.get_parameter_source(option) is not ParameterSource.DEFAULT


def _closing(printed: Printed) -> Table:
    """Return the table of what was printed."""
    table = Table(title=f"Printed in {printed.out}", title_justify="left", show_edge=False)
    for column in ("File", "Copies", "Letters", "Version", "State", "Left out"):
        table.add_column(column, no_wrap=column != "Left out", overflow="fold")
    for row in printed.rows:
        state = "banded" if row.banded else "cleared"
        table.add_row(row.file, str(row.copies), f"{row.size:g} pt", row.code, state, ", ".join(row.left_out))
    return table


def _say_to_do(lines: list[str]) -> None:
    if lines:
        click.echo("\nWhat a person must still do\n" + "\n".join(f"- {line}" for line in lines))
