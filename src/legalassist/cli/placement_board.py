"""``legalassist placement stage``, ``board``, ``figures``: where cases stand, what may be told of all of them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from legalassist.cli.store_door import case_at, open_store, right_now
from legalassist.cli.world import as_of_option, console, day_of, library_of
from legalassist.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from legalassist.documents.tables import Sheet

_path = click.Path(path_type=Path)
_LEAST = (10, 10, 10, 6, 10, 10, 4)
"""How wide each column of the board is at least, so that no reference, day or month is cut in 80 columns."""
_TIMES = 6
"""How wide the last column is at most: wider, its heading lost a letter."""


@click.command("stage")
@click.argument("case")
@click.argument("stage")
@click.option("--note", default="", help="A word for colleagues; no name of anybody.")
@click.pass_context
def stage_command(ctx: click.Context, case: str, stage: str, note: str) -> None:
    """Move CASE to STAGE: screened, drafting, filed, RFE, decided, I-485, closed, or returned by its firm.

    Example: legalassist placement stage C-7K4P returned
    """
    from legalassist.api import placing_clocks, placing_kept  # noqa: PLC0415 - loads the store

    found = case_at(ctx, case)
    if isinstance(found, Path):
        raise UsageError("stages are kept in the case store", hint="name a case by its number")
    placing_kept.check_note(found.opened, library_of(ctx), note)
    now = right_now()
    clock = placing_clocks.clock_of(found.store, found.opened, library_of(ctx), now)
    placing_kept.move_by_hand(found.store, clock, stage, now, note)
    click.echo(f"the case is at '{stage}'")


@click.command("board")
@click.option("--out", type=_path, help="A new folder for the board as XLSX and HTML.")
@click.option("--clocks", is_flag=True, help="First read the clocks anew of every case that your key opens.")
@as_of_option
@click.pass_context
def board_command(ctx: click.Context, out: Path | None, as_of: str | None, *, clocks: bool) -> None:
    """Show where every case stands, and the month of its next clock; nothing on the board tells who anybody is.

    Example: legalassist placement board --out out/board
    """
    from legalassist.api import placing_board, placing_clocks  # noqa: PLC0415 - loads the store
    from legalassist.placement.board import board_sheet  # noqa: PLC0415 - as above

    store = open_store(ctx)
    if clocks:
        click.echo(f"clocks read of {placing_clocks.read_clocks(store, library_of(ctx), right_now())} cases")
    sheet = board_sheet(placing_board.board(store), day_of(as_of).isoformat())
    table = Table(title=sheet.caption, title_justify="left", box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for column, least in zip(sheet.columns, _LEAST, strict=True):
        most = {sheet.columns[0]: least, sheet.columns[-1]: _TIMES}.get(column)  # "(over)" stands under its reference
        table.add_column(column, overflow="fold", min_width=least, max_width=most)
    for row in sheet.rows:
        table.add_row(*map(Text, row))
    console().print(table)
    if out is not None:
        _write(ctx, out, sheet, "board")


@click.command("figures")
@click.argument("period")
@click.option("--by", "dimension", default="stage", show_default=True, help="stage, kind, language …")
@click.option("--out", type=_path, help="Publish it: a new folder for XLSX, HTML and a one-page chart; it is kept.")
@click.option("--corrects", is_flag=True, help="It replaces a published table of this period that was wrong.")
@click.pass_context
def figures_command(ctx: click.Context, period: str, dimension: str, out: Path | None, *, corrects: bool) -> None:
    """Count the cases that began in PERIOD (2026 or 2026-Q3): small counts hidden, others rounded.

    Example: legalassist placement figures 2026-Q3 --by kind
    """
    from legalassist.api import placing_figures as api  # noqa: PLC0415 - loads the store

    store, library, now = open_store(ctx), library_of(ctx), right_now()
    found = api.figures(store, library, period, dimension, corrects=corrects)
    for value, told in found.table.shown:
        click.echo(f"{value}: {told}")
    for note in api.notes_of(found):
        click.echo(note)
    if out is not None:
        api.check_whole(found)
        _put(out, api.figures_files(found, library), "figures",
             lambda: api.publish(store, found, now, corrects=corrects))  # fmt: skip
    elif found.not_read:
        click.echo(f"not counted, for nobody read their answers yet: {found.not_read}")


def _write(ctx: click.Context, out: Path, sheet: "Sheet", name: str) -> None:
    from legalassist.documents.page import environment  # noqa: PLC0415 - only here
    from legalassist.documents.tables import as_html, as_xlsx  # noqa: PLC0415 - as above

    _put(out, {f"{name}.xlsx": as_xlsx(sheet), f"{name}.html": as_html(sheet, environment(library_of(ctx)))}, name)


def _put(out: Path, files: "Mapping[str, bytes]", name: str, kept: "Callable[[], None] | None" = None) -> None:
    """Write files into a new folder; `kept` comes after they are whole and before anybody can see them."""
    from legalassist.documents import folder  # noqa: PLC0415 - only here

    folder.save(files, out, what=f"the {name}", check=_empty, kept=kept or (lambda: None))
    for one in files:
        click.echo(f"  {out / one}")


def _empty(out: Path) -> None:
    from legalassist.documents import folder  # noqa: PLC0415 - only here

    if folder.check_place(out, "the table"):
        raise UsageError(f"{out} is not empty", hint="name a new folder; nothing there was touched")


BOARD_COMMANDS = (stage_command, board_command, figures_command)
