"""``legalassist handout recording``: recordings the clinic makes, entered and listed. Nothing here plays one."""

from pathlib import Path

import click
from rich.table import Table

from legalassist.api.handout_recordings import add_recording, list_recordings
from legalassist.api.handout_records import open_records
from legalassist.cli.handout_shelf import folder_of, run_of, shelf_needed, shelf_options
from legalassist.cli.world import DONE, NEEDS_A_PERSON, console, day_of
from legalassist.handouts.speech import MANDARIN


@click.group()
def recording() -> None:
    """Enter recordings of texts that are read aloud, and see which no longer say today's text.

    Example: legalassist handout recording list
    """


@recording.command("add")
@click.argument("topic")
@click.option("--language", default=MANDARIN, show_default=True, help="spoken-cmn, or spoken-yue once it is filled.")
@click.option("--file", required=True, metavar="NAME", help="The file's name, without a folder; it is not opened.")
@click.option("--voice", required=True, metavar="CODE", help="The code of whoever speaks; no name.")
@click.option("--date", "day", metavar="DAY", help="The day it was spoken; today by default.")
@shelf_options
@click.pass_context
def add_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, topic: str, language: str, file: str, voice: str, day: str | None, records: Path | None,
    clinic: Path | None, as_of: str | None,
) -> None:  # fmt: skip
    """Record that TOPIC's texts for the ear, as they are today, were spoken into a file.

    Listen to it first, with the printed script in hand.

    Example: legalassist handout recording add at-the-door --file at-the-door-mm.mp3 --voice mm --date 2026-11-25
    """
    run, on = run_of(ctx, records, clinic, as_of), day_of(day or as_of, "--date" if day else "--as-of")
    one = add_recording(run, shelf_needed(ctx, records), topic, language, file=file, voice=voice, on=on)
    click.echo(f"{topic}, {one.language}: {one.file}, voice {one.voice}, {len(one.texts)} texts")


@recording.command("list")
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@shelf_options
@click.pass_context
def list_command(
    ctx: click.Context, topics: tuple[str, ...], records: Path | None, clinic: Path | None, as_of: str | None
) -> None:
    """List the recordings, and what each says otherwise than today's text; ends with 1 if one does.

    Example: legalassist handout recording list at-the-door
    """
    run = run_of(ctx, records, clinic, as_of)
    found = list(list_recordings(run, open_records(folder_of(ctx, records)), topics))
    if not found:
        click.echo("no recording is entered")
        ctx.exit(DONE)
    table = Table(show_edge=False)
    for column in ("Topic", "Language", "File", "Voice", "Spoken", "Its text"):
        table.add_column(column, no_wrap=column in {"File", "Spoken"}, overflow="fold")
    for one in found:
        log = one.record
        state = "stale: do not use" if one.changed else "approved" if one.approved else "draft"
        table.add_row(log.topic, log.language, log.file, log.voice, log.on.isoformat(), state)
    console().print(table)
    for one in found:
        if one.changed:
            click.echo(f"{one.record.file}: {'; '.join(one.changed)}")
    ctx.exit(NEEDS_A_PERSON if any(one.changed for one in found) else DONE)
