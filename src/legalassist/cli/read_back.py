"""``legalassist read-back``: record that finished papers were read to the client, and list what still has to be."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from legalassist.api import reading_back
from legalassist.api.asking import Opened
from legalassist.api.building import edits_kept, prepare
from legalassist.api.reading_back import Occasion
from legalassist.cases.read_back import Outcome, ReadBack
from legalassist.cli.store_door import case_to_ask, case_to_read, content_for, who_enters
from legalassist.cli.world import DONE, NEEDS_A_PERSON, library_of, now, one_name, today
from legalassist.errors import UsageError
from legalassist.packets.build import Build
from legalassist.packets.readings import Readings
from legalassist.packets.statement_memo import SHORT, reading_line, who_read


@click.command("read-back")
@click.argument("case")
@click.option("--list", "listing", is_flag=True, help="Show how every piece stands, and record nothing.")
@click.option("--piece", "pieces", multiple=True, metavar="CODE", help="A piece that was read, once for each.")
@click.option("--interpreter", metavar="CODE", default="", help="Who read it, by the code in clinic.yaml.")
@click.option("--relay", metavar="CODE", default="", help="A second interpreter, from English to what that one speaks.")
@click.option("--language", metavar="CODE", default="", help="What was spoken: cmn (Mandarin), yue (Cantonese), ...")
@click.option("--dialect", metavar="TEXT", default="", help="The dialect, where the code does not say it.")
@click.option("--on", metavar="DAY", help="The day it was read (2026-12-01); today by default.")
@click.option("--corrections", is_flag=True, help="The client asked for corrections: it has to be read again.")
@click.option("--take-back", is_flag=True, help="A reading of these pieces was recorded by mistake.")
@click.option("--packet", "folder", type=click.Path(path_type=Path), help="The packet whose edited pieces were read.")
@click.option("--by", metavar="NAME", help="Who enters this; for a case of the store whoever unlocked it.")
@click.option("--clinic", type=click.Path(path_type=Path), help="The clinic's particulars (clinic.yaml).")
@click.pass_context
def read_back(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, pieces: tuple[str, ...], interpreter: str, relay: str, language: str,
    dialect: str, on: str | None, folder: Path | None, by: str | None, clinic: Path | None,
    *, listing: bool, corrections: bool, take_back: bool,
) -> None:  # fmt: skip
    """Record that an interpreter read finished papers of CASE to the client, from the first page to the last.

    What was read is kept with a digest of its text. As soon as a word of a piece changes, the reading of that piece is
    stale and it has to be read again. Only the interpreter of a reading that holds stands in Part 7 of a form, and on
    the certificate of the interpreter. Where two interpret one after the other (English, Mandarin, Fuzhounese),
    --interpreter is who spoke with the client and --relay the other: the memo asks the attorney who certifies.

    Example: legalassist read-back my-case.yaml --interpreter li --language cmn --piece statement-english
    """
    opened, library = case_to_ask(ctx, case), library_of(ctx)
    build = prepare(
        case_to_read(ctx, case), library, as_of=today(), clinic=clinic, content=content_for(ctx, case)
    )  # fmt: skip
    build = edits_kept(build, folder) if folder is not None else build
    who = one_name(who_enters(opened, by), "--by")
    if listing:
        ctx.exit(_list(reading_back.readings_of(build)))
    if take_back:
        reading_back.take_back(opened, pieces, who, now())
        click.echo(f"taken back: {', '.join(pieces)}")
    else:
        outcome = Outcome.CORRECTIONS if corrections else Outcome.CONFIRMED
        occasion = Occasion(_day(on), interpreter, language, one_name(dialect, "--dialect"), outcome, relay)
        _say(build, *reading_back.record(opened, build, pieces, occasion, who, now()))
    ctx.exit(DONE)


def _day(text: str | None) -> dt.date:
    try:
        return today() if text is None else dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError("--on is not a day", "write it as year-month-day, for example 2026-12-01") from None


def _say(build: Build, opened: Opened, read: ReadBack) -> None:
    """Print what was recorded: the pieces that were read, with the first digits of their digests."""
    click.echo(f"recorded, {read.outcome.value}, {read.on}, {who_read(read)}:")
    for piece in read.pieces:
        click.echo(f"  {piece.code}  {piece.digest[:SHORT]}")
    if read.outcome is Outcome.CORRECTIONS:
        click.echo("read these again when the corrections are made")
    for one in reading_back.owed(replace(build, case=opened.case)):
        click.echo(f"still to read: {one.planned.code}: {one.standing.value}")


def _list(readings: Readings) -> int:
    """Print every piece that is read or has to be; return the exit code."""
    for one in readings.all:
        line = reading_line(one)
        click.echo(f"{one.planned.code}: {line.standing}")
        if line.on:
            click.echo(f"  read {line.on} in {line.language} by {line.interpreter}, {line.digest}")
    if not readings.all:
        click.echo("nothing has to be read back")
    return NEEDS_A_PERSON if any(one.owed for one in readings.all) else DONE
