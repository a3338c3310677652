"""The subcommands of ``legalassist handout`` that people sign, log and call back with."""

from pathlib import Path

import click
from rich.table import Table

from legalassist.api.handout_paper import print_calibration, print_cues, print_kit, print_sign_sheet
from legalassist.api.handout_records import (
    acknowledge,
    approve_sheet,
    log_copies,
    open_records,
    ready,
    recall,
    sheet_of,
)
from legalassist.api.handout_run import cantonese_lines
from legalassist.cli.handout_shelf import folder_of, run_of, shelf_needed, shelf_options, words
from legalassist.cli.world import DONE, NEEDS_A_PERSON, console, day_of, known_option
from legalassist.errors import UsageError
from legalassist.handouts.formats import BOTH, BOTH_TRADITIONAL
from legalassist.handouts.piece import OPEN, VARIANTS
from legalassist.handouts.profiles import OFFICE
from legalassist.handouts.reading import topic_names
from legalassist.handouts.speech import MANDARIN
from legalassist.languages.tags import YUE, is_yue, normalise

_path = click.Path(path_type=Path)
_by = click.option("--by", required=True, metavar="CODE", help="The code in clinic.yaml of the attorney who signed.")


def spoken(tag: str) -> str:
    """Return the language of a piece for any usual spelling; UsageError for what only names a shelf of texts."""
    return tag if tag in {BOTH, BOTH_TRADITIONAL} else one_language(tag)


def one_language(tag: str) -> str:
    """Return the language of a piece or paper for any usual spelling, Cantonese among them; errors as `spoken`."""
    if tag == MANDARIN:
        message = f"{tag} is the texts for the ear, and no language of a piece"
        raise UsageError(message, hint="--format script --language zh_Hans prints it, for the topics that have it")
    return YUE if is_yue(tag) else normalise(tag)


@click.command("ready")
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@shelf_options
@click.pass_context
def ready_command(
    ctx: click.Context, topics: tuple[str, ...], records: Path | None, clinic: Path | None, as_of: str | None
) -> None:
    """Say what stands between each topic and print, in each language: the shortest way first.

    Example: legalassist handout ready
    """
    run = run_of(ctx, records, clinic, as_of)
    found = ready(run, topics or topic_names(run.library))
    table = Table(show_edge=False)
    for column in ("Topic", "Language", "Texts to approve", "Law to acknowledge"):
        table.add_column(column, overflow="fold")
    for one in found:
        table.add_row(one.topic, one.language, str(one.texts), ", ".join(one.authorities) or "none")
    console().print(table)
    for line in cantonese_lines(run, map(run.topic, topics or topic_names(run.library))):
        click.echo(line)
    waiting = [one for one in found if one.steps]
    if waiting:
        first = waiting[0]
        click.echo(f"\nNext: legalassist handout sheet {first.topic} --language {first.language} --out out/sheet")
    ctx.exit(NEEDS_A_PERSON if waiting else DONE)


@click.command("sheet")
@click.argument("topic")
@click.option("--language", default="zh_Hans", show_default=True, help="en, or another: both texts side by side.")
@click.option("--out", type=_path, required=True, help="The folder for the PDF to print and sign.")
@shelf_options
@click.pass_context
def sheet_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, topic: str, language: str, out: Path, records: Path | None, clinic: Path | None,
    as_of: str | None,
) -> None:  # fmt: skip
    """Print the page an attorney signs for a TOPIC: its texts, and the law to acknowledge.

    The TOPIC session stands for the papers of a session (`handout kit`).

    Example: legalassist handout sheet at-the-door --language zh_Hans --out out/sheet
    """
    run = run_of(ctx, records, clinic, as_of)
    sheet = sheet_of(run, topic, one_language(language))
    name = print_sign_sheet(run, sheet, out)
    open_lines = sum(not line.approved for line in sheet.lines)
    click.echo(f"{out / name}: sheet {sheet.code}, {open_lines} texts to read, {len(sheet.authorities)} authorities")
    click.echo(
        f"Once it is signed: legalassist handout approve {topic} --language {language} --from-sheet {sheet.code}"
    )


@click.command("approve")
@click.argument("topic")
@click.option("--language", default="zh_Hans", show_default=True, help="The language of the signed sheet.")
@click.option("--from-sheet", "code", required=True, metavar="CODE", help="The code on the signed sheet.")
@_by
@click.option("--read-by", metavar="CODE", help="Another person, who read both languages; for a Chinese sheet.")
@known_option
@shelf_options
@click.pass_context
def approve_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, topic: str, language: str, code: str, by: str, read_by: str | None, known: str,
    records: Path | None, clinic: Path | None, as_of: str | None,
) -> None:  # fmt: skip
    """Enter a signed sheet, in one step: its texts are approved and its law acknowledged.

    Example: legalassist handout approve at-the-door --from-sheet 7F03AC --by je --read-by "Y. Lin" --known "teaches"
    """
    run = run_of(ctx, records, clinic, as_of)
    folder = shelf_needed(ctx, records)
    sheet = approve_sheet(run, folder, topic, one_language(language), code, by=by, read_by=read_by, known=known)
    click.echo(f"{topic}: {len(sheet.texts)} texts approved, {len(sheet.authorities)} authorities acknowledged")


@click.command("acknowledge")
@click.argument("authorities", nargs=-1, required=True, metavar="ID...")
@_by
@shelf_options
@click.pass_context
def acknowledge_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, authorities: tuple[str, ...], by: str, records: Path | None, clinic: Path | None,
    as_of: str | None,
) -> None:  # fmt: skip
    """Record that the attorney lets contested, weak or due law stand on handouts, by ID; it lapses by itself.

    Example: legalassist handout acknowledge KY-05 KY-07 --by je
    """
    run = run_of(ctx, records, clinic, as_of)
    acknowledge(run.clinic, shelf_needed(ctx, records), authorities, by=by, on=day_of(as_of))
    click.echo(f"acknowledged: {', '.join(authorities)}")


@click.command("log")
@click.argument("topic")
@click.option("--format", "form", required=True, help="The format that was copied.")
@click.option("--language", default="zh_Hans", show_default=True, help="Its language.")
@click.option("--copies", type=click.IntRange(1, 100_000), required=True, help="How many copies were made.")
@click.option("--drop-point", metavar="CODE", help="Where they were left, as a code of your paper list: D7.")
@click.option("--variant", type=click.Choice(VARIANTS), default=OPEN, show_default=True, help="As it was printed.")
@click.option("--profile", default=OFFICE.name, show_default=True, help="As it was printed: office, or shop.")
@click.option("--code", "scanned", is_flag=True, help="It was printed with a code to scan.")
@click.option("--foot", default="", metavar="VERSION", help="The four signs at the foot: another version is refused.")
@shelf_options
@click.pass_context
def log_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, topic: str, form: str, language: str, copies: int, drop_point: str | None, variant: str,
    profile: str, foot: str, records: Path | None, clinic: Path | None, as_of: str | None, *, scanned: bool,
) -> None:  # fmt: skip
    """Record copies of a TOPIC as it is printed today; no names, and places only by their code.

    Say --variant, --profile and --code as they were said when it was printed: each is a version of its own.

    Example: legalassist handout log at-the-door --format wallet --copies 200 --drop-point D7
    """
    run = run_of(ctx, records, clinic, as_of, variant, profile, scanned=scanned)
    shelf = shelf_needed(ctx, records)
    record = log_copies(run, shelf, topic, form, spoken(language), copies, drop_point, foot=foot)
    click.echo(f"{topic}, {form}, {record.language}: version {record.code}, {copies} copies")
    if not foot:
        click.echo(f"Is {record.code} at the foot of the copies? If not, they are another version.")


@click.command("recall")
@click.argument("carried", nargs=-1, metavar="[WHAT]...")
@shelf_options
@click.pass_context
def recall_command(
    ctx: click.Context, carried: tuple[str, ...], records: Path | None, clinic: Path | None, as_of: str | None
) -> None:
    """List the printed versions to call back: what changed since, or those that carry WHAT.

    WHAT is a statement (at-the-door.silent), an authority (KY-05), a contact (CT-04), a telephone number, or the four
    signs at the foot of a piece: its version.

    Example: legalassist handout recall CT-04
    """
    run = run_of(ctx, records, clinic, as_of)
    found = recall(run, open_records(folder_of(ctx, records)), carried)
    if not found:
        click.echo("nothing to call back")
        ctx.exit(DONE)
    table = Table(show_edge=False)
    for column in ("Topic", "Format", "Language", "Version", "Printed", "Copies", "At", "Why"):
        table.add_column(column, overflow="fold")
    for one in found:
        log = one.record
        table.add_row(
            log.topic, log.format, log.language, log.code, log.on.isoformat(), str(log.copies), log.drop_point or "",
            "; ".join(one.why),
        )  # fmt: skip
    console().print(table)
    ctx.exit(NEEDS_A_PERSON)


@click.command("calibration")
@click.option("--profile", default=OFFICE.name, show_default=True, help="The profile whose figures are tried.")
@click.option("--out", type=_path, required=True, help="The folder for the PDF.")
@shelf_options
@click.pass_context
def calibration_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, profile: str, out: Path, records: Path | None, clinic: Path | None, as_of: str | None
) -> None:
    """Print the two-sided sheet that shows how far a printer's backs are off their fronts.

    Example: legalassist handout calibration --out out/calibration
    """
    run = run_of(ctx, records, clinic, as_of, profile=profile)
    click.echo(out / print_calibration(run, out))


@click.command("kit")
@click.argument("topics", nargs=-1, required=True, metavar="TOPIC...")
@click.option("--language", "languages", default="en,zh_Hans", show_default=True, help="One, or several with commas.")
@click.option("--out", type=_path, required=True, help="The folder for the papers.")
@shelf_options
@click.pass_context
def kit_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, topics: tuple[str, ...], languages: str, out: Path, records: Path | None,
    clinic: Path | None, as_of: str | None,
) -> None:  # fmt: skip
    """Print the kit of a session on TOPICs: outline with times, tally without names, slips, texts to read, cards.

    Example: legalassist handout kit at-the-door paid-help --out out/session
    """
    run = run_of(ctx, records, clinic, as_of)
    for name in print_kit(run, topics, [one_language(one) for one in words(languages)], out):
        click.echo(out / name)


@click.command("cue")
@click.argument("topics", nargs=-1, required=True, metavar="TOPIC...")
@click.option("--out", type=_path, required=True, help="The folder for the cards.")
@shelf_options
@click.pass_context
def cue_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, topics: tuple[str, ...], out: Path, records: Path | None, clinic: Path | None,
    as_of: str | None,
) -> None:  # fmt: skip
    """Print an interpreter's cue card of TOPICs, for Fuzhounese, Wenzhounese or Taishanese: ideas, terms, limits.

    No word of these is written down: the card is English and simplified Chinese. Ends with 1 while a card is a draft.

    Example: legalassist handout cue at-the-door --out out/cue
    """
    done = print_cues(run_of(ctx, records, clinic, as_of), topics, out)
    for name, banded in done:
        click.echo(f"{out / name}: {'not reviewed: banded' if banded else 'cleared'}")
    ctx.exit(NEEDS_A_PERSON if any(banded for _, banded in done) else DONE)


PAPER_COMMANDS = (
    ready_command, sheet_command, approve_command, acknowledge_command, log_command, recall_command,
    calibration_command, kit_command, cue_command,
)  # fmt: skip
