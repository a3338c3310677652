"""The clinic's handout shelf as the commands see it: where its records are, and the run they belong to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from legalassist.api.handout_records import clearances_of, open_records
from legalassist.api.handout_run import Run, logo_of
from legalassist.api.opening import open_clinic
from legalassist.cli.world import as_of_option, day_of, library_of
from legalassist.errors import UsageError
from legalassist.handouts.piece import OPEN
from legalassist.handouts.profiles import OFFICE, read_profile

SHELF = "handouts"
"""The folder of a clinic's own shelf that holds its handout records."""

_path = click.Path(path_type=Path)


def shelf_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say which clinic, which records, which day."""
    for option in (
        as_of_option,
        click.option("--clinic", type=_path, help="The clinic's particulars (clinic.yaml)."),
        click.option(
            "--records", type=_path, envvar="LEGALASSIST_HANDOUTS",
            help="The handout shelf with the clinic's records; by default 'handouts' in its own shelf.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def folder_of(ctx: click.Context, records: Path | None) -> Path | None:
    """Return the handout shelf: as named, or inside the clinic's own shelf; None where there is neither."""
    own: tuple[Path, ...] = ctx.find_root().obj or ()
    return records or (own[0] / SHELF if own else None)


def shelf_needed(ctx: click.Context, records: Path | None) -> Path:
    """Return the handout shelf to write to; UsageError where none was named."""
    folder = folder_of(ctx, records)
    if folder is None:
        message = "there is no handout shelf to write to"
        raise UsageError(message, hint="name a folder with --records, or the clinic's own shelf with --content")
    return folder


def run_of(  # noqa: PLR0913, PLR0917 - what a run is made from
    ctx: click.Context, records: Path | None, clinic: Path | None, as_of: str | None, variant: str = OPEN,
    profile: str = OFFICE.name, *, scanned: bool = False,
) -> Run:  # fmt: skip
    """Return the run that a command works for; UsageError for a code to scan without an address to lead to."""
    library = library_of(ctx)
    cleared = clearances_of(library, open_records(folder_of(ctx, records)), clinic)
    press = read_profile(library, profile)
    whose = open_clinic(library, clinic)
    if scanned and not whose.handouts.url:
        message = "there is no address for a code to scan"
        raise UsageError(message, hint="clinic.yaml: handouts: {url: https://example.org/help}; print without --code")
    logo = logo_of(library, whose, clinic) if variant == OPEN else ""
    return Run(library, whose, day_of(as_of), cleared, variant, press, logo, scanned)


def words(text: str) -> list[str]:
    """Return the words of an option that takes several with commas."""
    return [word.strip() for word in text.split(",") if word.strip()]
