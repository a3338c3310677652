"""``legalassist placement``: tell law firms about a case without telling who it is."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table
from rich.text import Text

from legalassist.api.approving import draft_line
from legalassist.api.placing import (
    Placed,
    Wishes,
    fresh_reference,
    make_teaser,
    recorded_reference,
    spoken_yes,
    three_weeks_after,
)
from legalassist.cli.drawing import draw_reference
from legalassist.cli.placement_board import BOARD_COMMANDS
from legalassist.cli.placement_firms import FIRM_COMMANDS
from legalassist.cli.placement_lists import linking_command, list_command, second_command
from legalassist.cli.placement_matches import MATCH_COMMANDS
from legalassist.cli.placement_search import SEARCH_COMMANDS
from legalassist.cli.store_door import case_at, case_to_write, right_now, synced_option
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, console, day_of, library_of
from legalassist.errors import UsageError
from legalassist.placement.record import check_untouched

if TYPE_CHECKING:
    from legalassist.api.stored_cases import StoredCase

_path = click.Path(path_type=Path)


@click.group()
def placement() -> None:
    """Tell law firms about a case without telling who it is.

    Example: legalassist placement script --language zh_Hans
    """


@placement.command("teaser")
@click.argument("case")
@click.option("--out", type=_path, required=True, help="The folder for the summary; made new, or replaced whole.")
@as_of_option
@click.option(
    "--answer-by",
    metavar="DAY",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day firms answer by; three weeks from the day by default.",
)
@click.option("--reference", metavar="CODE", help="The code firms use; drawn at random once, and kept in the folder.")
@click.option("--clinic", type=_path, help="The clinic's particulars (clinic.yaml).")
@click.option("--also", multiple=True, metavar="LINE", help="A line of the fuller profile; at most two.")
@click.option("--say", multiple=True, metavar="LINE=VALUE", help="The value of a line that no answer decides.")
@click.option("--not-hers", multiple=True, metavar="CODE", help="A finding that is not about this client; logged.")
@click.option("--why", default="", help="Why it is not about this client.")
@click.option(
    "--for-sending", is_flag=True, help="As the second reader said yes to it, word for word: without the band."
)
@synced_option
@click.pass_context
def teaser_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, out: Path, as_of: str | None, answer_by: dt.datetime | None, reference: str | None,
    clinic: Path | None, also: tuple[str, ...], say: tuple[str, ...], not_hers: tuple[str, ...], why: str,
    *, for_sending: bool, synced_ok: bool,
) -> None:  # fmt: skip
    """Make the stage-1 summary of CASE for law firms: no name, fixed answers only, searched for leaks.

    Example: legalassist placement teaser interviews/tvisa/examples/mei.yaml --out out/mei-summary
    """
    from legalassist.api import placing_clocks, placing_kept  # noqa: PLC0415 - loads the store

    library, day = library_of(ctx), day_of(as_of)
    found = case_to_write(ctx, case, out, synced_ok=synced_ok, check=check_untouched)
    stored, chosen = case_at(ctx, case), pairs_of(say)
    if for_sending:
        if reference or answer_by or also or say or not_hers:
            raise UsageError("what is sent is the text that was read", hint="name the case, --out and --as-of alone")
        _print(_made_for_sending(ctx, stored, out, day, clinic))
        return
    check_reason(not_hers, why, kept=not isinstance(stored, Path))
    if isinstance(stored, Path):
        wishes, used = Wishes(also, chosen), frozenset[str]()
    else:
        wishes = placing_kept.wishes_of(
            stored.store, stored.opened, library, day, also=also, chosen=chosen, not_hers=not_hers
        )
        used = placing_kept.spent(stored.store, stored.opened)
    kept = reference or recorded_reference(found, library, out)
    if reference is None and kept in used:
        kept = None
    drawn = kept or fresh_reference(found, library, draw_reference, clinic_path=clinic)
    if not isinstance(stored, Path):
        placing_kept.check_free(stored.store, stored.opened, drawn)
    until = three_weeks_after(day) if answer_by is None else answer_by.date()
    placed = make_teaser(
        found, library, out, as_of=day, reference=drawn, answer_by=until, clinic_path=clinic, wishes=wishes
    )
    if not isinstance(stored, Path):
        now = right_now()
        clock = placing_clocks.clock_of(stored.store, stored.opened, library, now)
        placing_kept.keep_summary(stored.store, stored.opened, placed, clock, on=day, answer_by=until, why=why, at=now)
    _print(placed)
    ctx.exit(NEEDS_A_PERSON if placed.to_do else DONE)


def _made_for_sending(
    ctx: click.Context, stored: "Path | StoredCase", out: Path, day: dt.date, clinic: Path | None
) -> Placed:
    """Make the summary of a case again as a second reader said yes to it; raises DocumentError where it is another."""
    from legalassist.api import placing_kept, placing_offered  # noqa: PLC0415 - loads the store

    if isinstance(stored, Path):
        raise UsageError("a second reader's yes is kept in the case store", hint="name a case by its number")
    library = library_of(ctx)
    read = placing_offered.to_send(stored.store, stored.opened, library, day)
    wishes = placing_kept.wishes_as_read(stored.store, stored.opened, library, day, read)
    until = dt.date.fromisoformat(read.answer_by)
    return make_teaser(
        stored.opened.case, library, out, as_of=day, reference=read.reference, answer_by=until, clinic_path=clinic,
        wishes=wishes,
    )  # fmt: skip


@placement.command("script")
@click.option("--language", default="en", show_default=True, help="The language it is read in (en, zh_Hans).")
@click.pass_context
def script_command(ctx: click.Context, language: str) -> None:
    """Show what is read aloud to a client before her case is offered to anybody.

    Its first line says so while the clinic's attorney has not approved the words.

    Example: legalassist placement script --language zh_Hans
    """
    library = library_of(ctx)
    said = spoken_yes(library, language)
    waiting = draft_line(library, said)
    for line in (*waiting, *(one.text for one in said)):
        click.echo(line)
    ctx.exit(NEEDS_A_PERSON if waiting else DONE)


for _command in (
    second_command,
    list_command,
    linking_command,
    *FIRM_COMMANDS,
    *BOARD_COMMANDS,
    *MATCH_COMMANDS,
    *SEARCH_COMMANDS,
):
    placement.add_command(_command)


def pairs_of(said: tuple[str, ...]) -> dict[str, str]:
    """Return LINE=VALUE options as a mapping; UsageError for one without a value."""
    for one in said:
        if "=" not in one:
            raise UsageError("--say takes LINE=VALUE", hint="for example --say borough=Queens")
    return {name.strip(): value.strip() for name, _, value in (one.partition("=") for one in said)}


def check_reason(not_hers: tuple[str, ...], why: str, *, kept: bool) -> None:
    """Refuse a ruling without a reason, and one that nothing would keep; raises UsageError."""
    if not_hers and not why.strip():
        raise UsageError("a ruling needs its reason", hint="add --why, for example --why 'the mentor has this surname'")
    if not_hers and not kept:
        raise UsageError("a ruling is logged in the case store", hint="an invented client of an answers file has none")


def _print(placed: Placed) -> None:
    """Print what was made and what a person must still do."""
    made = Table(title=f"Made in {placed.out}", title_justify="left", show_edge=False)
    made.add_column("About", overflow="fold")
    made.add_column("What firms read", overflow="fold")
    for said in (*placed.teaser.rows, placed.teaser.answer_by):
        made.add_row(said.label, said.value)
    console().print(made)
    for name in placed.files:
        click.echo(f"  {name}")
    if not placed.to_do:
        return
    console().print(Text("\nWhat a person must still do\n" + "\n".join(f"- {line}" for line in placed.to_do)))
