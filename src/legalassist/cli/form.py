"""``legalassist form``: add official blanks, list them, show a form's Items, map a new edition, verify boxes."""

from pathlib import Path

import click
from rich.table import Table

from legalassist.api.forms import (
    WHERE,
    Added,
    add_form,
    allow_form,
    list_forms,
    map_form,
    show_form,
    to_verify,
    verify_form,
)
from legalassist.api.opening import open_clinic
from legalassist.cli.blanks_door import blanks_of, blanks_option, somebody
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, console, day_of, library_of
from legalassist.errors import LegalAssistError

_path = click.Path(path_type=Path)
_SHOWN = 20
_NOBODY = "--attorney: no attorney of the clinic has this code"


@click.group()
def form() -> None:
    """Keep the blanks of official forms, and look at their boxes.

    Example: legalassist form list --blanks clinic/blanks
    """


@form.command("add")
@click.argument("files", nargs=-1, required=True, type=_path, metavar="FILE...")
@blanks_option
@as_of_option
@click.option("--by", help="Who adds it; the user of this machine by default.")
@click.pass_context
def add_command(ctx: click.Context, files: tuple[Path, ...], blanks: Path | None, as_of: str | None, by: str | None
                ) -> None:  # fmt: skip
    """Add blanks as they were downloaded: recognised, looked at behind walls, kept untouched.

    Example: legalassist form add ~/Downloads/i-914.pdf ~/Downloads/g-28.pdf --blanks clinic/blanks
    """
    library, day, kept = library_of(ctx), day_of(as_of), blanks_of(ctx, blanks)
    worst = DONE
    for file in files:
        try:
            worst = max(worst, _say_added(file, add_form(file, kept, library, by=by or somebody(), on=day)))
        except LegalAssistError as wrong:
            click.echo(str(wrong), err=True)
            worst = max(worst, wrong.exit_code)
    ctx.exit(worst)


def _say_added(file: Path, added: Added) -> int:
    """Say what a file is and what it may be used for; return the exit code."""
    name = f"{added.form.upper()}, edition {added.edition or 'unknown'}"
    if added.recognised.known and not added.superseded:
        click.echo(f"{file.name}: {name}; kept as {added.kept.path.name}")
        return DONE
    if added.superseded:
        seen = added.currency
        click.echo(f"{file.name}: {name} is superseded: {seen.edition} was seen on {seen.as_of} ({seen.authority}).")
        click.echo(f"  It can be used in drafts. Get the current one at {WHERE}.")
    if not added.recognised.known:
        kind = (
            "this edition, but another file than the map knows" if added.recognised.same_edition else "another edition"
        )
        click.echo(f"{file.name}: {name} is {kind}. It was kept and compared with {added.recognised.name}:")
        _say_differences(added.recognised.differences)
        if not added.recognised.same_edition:
            click.echo(
                f"  Map it with: legalassist form map {file.name} --from {added.recognised.name} --out NEW-FOLDER"
            )
    return NEEDS_A_PERSON


def _say_differences(differences: tuple[str, ...]) -> None:
    for line in differences[:_SHOWN] or ("its boxes are the same",):
        click.echo(f"  - {line}")
    if len(differences) > _SHOWN:
        click.echo(f"  - and {len(differences) - _SHOWN} more")


@form.command("list")
@blanks_option
@as_of_option
@click.pass_context
def list_command(ctx: click.Context, blanks: Path | None, as_of: str | None) -> None:
    """List the editions there are maps for: which blanks are here, which are missing, which to check again.

    Example: legalassist form list --blanks clinic/blanks
    """
    lines = list_forms(blanks_of(ctx, blanks), library_of(ctx), day_of(as_of))
    table = Table(show_edge=False)
    for column in ("Form", "Edition", "Blank", "Last seen", "Check again", "Unverified boxes"):
        table.add_column(column, overflow="fold")
    for one in lines:
        known = one.currency
        seen = f"{known.edition} ({known.authority})" if known.edition else "no sourced edition"
        again = known.check_again.isoformat() if known.check_again else "look at uscis.gov"
        if known.check_again and (one.lapsed or one.soon):
            again = f"{again}: {'now' if one.lapsed else 'soon'}"
        table.add_row(one.form.upper(), one.edition, one.state, seen, again, str(one.unverified or ""))
    console().print(table)
    ctx.exit(NEEDS_A_PERSON if any(one.state != "here" or one.lapsed for one in lines) else DONE)


@form.command("show")
@click.argument("name", metavar="FORM")
@click.pass_context
def show_command(ctx: click.Context, name: str) -> None:
    """Show every Item of a FORM: where its answer is from, how many boxes it has, how many are not verified.

    Example: legalassist form show i-914
    """
    edition, items = show_form(name, library_of(ctx))
    table = Table(title=f"{edition.form.upper()}, edition {edition.edition}", title_justify="left", show_edge=False)
    for column in ("Item", "What it asks", "Answer from", "Boxes", "Unverified"):
        table.add_column(column, overflow="fold")
    for one in items:
        table.add_row(one.item, one.label, one.source, str(one.boxes or ""), str(one.unverified or ""))
    console().print(table)
    ctx.exit(DONE)


@form.command("map")
@click.argument("file", type=_path, metavar="NEW.pdf")
@click.option("--from", "edition", required=True, metavar="EDITION", help="The edition whose map it is made from.")
@click.option("--out", type=_path, required=True, help="A new folder for the two files of the map.")
@click.pass_context
def map_command(ctx: click.Context, file: Path, edition: str, out: Path) -> None:
    """Write the map of a new edition, with the boxes that differ left for a person.

    Example: legalassist form map i-914-new.pdf --from i914.2025-01-20 --out new-map
    """
    written, differences = map_form(file, edition, library_of(ctx), out)
    _say_differences(differences)
    click.echo(f"written: {written}; put both files into templates/tvisa/forms, mend them, run 'legalassist check'")
    ctx.exit(NEEDS_A_PERSON if differences else DONE)


@form.command("verify")
@click.argument("name", metavar="FORM")
@click.option("--box", help="The box that was looked at, by its name (or the end of it).")
@click.option("--means", help="The word that ticks it, 'as mapped', or 'never'.")
@click.option("--by", help="Who looked at it on the real form; needed with --box.")
@blanks_option
@as_of_option
@click.pass_context
def verify_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, name: str, box: str | None, means: str | None, by: str | None, blanks: Path | None,
    as_of: str | None,
) -> None:  # fmt: skip
    """List the boxes of a FORM that only a person can tell, or record what one of them means.

    Example: legalassist form verify i-914 --box 'CheckBox1[0]' --means yes --by 'A. Attorney'
    """
    library, kept, day = library_of(ctx), blanks_of(ctx, blanks), day_of(as_of)
    if box is None:
        boxes = to_verify(name, kept, library, day)
        for one in boxes:
            click.echo(f"page {one.page}  Item {one.item}  {one.box}")
            click.echo(
                f"    the form says: {one.label or 'nothing'}  on-state: {one.on!r}  map: {one.means or 'not known'}"
            )
        click.echo(f"{len(boxes)} boxes to look at on the real form")
        ctx.exit(NEEDS_A_PERSON if boxes else DONE)
    if means is None or by is None:
        raise click.UsageError("--box needs --means and --by")
    verify_form(name, box, means, kept, library, by=by, on=day)
    click.echo(f"recorded: {box} means {means}, seen by {by}")
    ctx.exit(DONE)


@form.command("allow")
@click.argument("name", metavar="FORM")
@click.option("--attorney", required=True, metavar="CODE", help="Who allows it, by the code in clinic.yaml.")
@click.option("--why", required=True, help="Why this edition may be mailed.")
@click.option("--clinic", type=_path, help="The clinic's particulars (clinic.yaml).")
@blanks_option
@as_of_option
@click.pass_context
def allow_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, name: str, attorney: str, why: str, clinic: Path | None, blanks: Path | None, as_of: str | None
) -> None:  # fmt: skip
    """Let a named attorney allow a blank to be mailed that is not the known file of the edition last seen.

    Example: legalassist form allow g-28 --attorney je --why 'USCIS takes the old edition until March'
    """
    library = library_of(ctx)
    who = open_clinic(library, clinic).attorney_by(attorney, _NOBODY).name.full
    allow_form(name, blanks_of(ctx, blanks), library, by=who, why=why, on=day_of(as_of))
    click.echo(f"recorded: {who} allows this edition of {name}")
    ctx.exit(DONE)
