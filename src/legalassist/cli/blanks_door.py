"""Where the clinic's blanks lie: named by an option or LEGALASSIST_BLANKS, else beside the clinic's own shelf."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from legalassist.errors import UsageError
from legalassist.forms.library import Blanks

FOLDER = "blanks"
_Command = Callable[..., Any]


def blanks_option(command: _Command) -> _Command:
    """Add the option that names the folder of blanks to a command."""
    return click.option(
        "--blanks", type=click.Path(path_type=Path), envvar="LEGALASSIST_BLANKS",
        help="The clinic's folder of official blanks; 'blanks' in its own shelf by default.",
    )(command)  # fmt: skip


def blanks_if_any(ctx: click.Context, named: Path | None) -> Blanks | None:
    """Return the clinic's blanks, or None where nobody said where they are."""
    shelves: tuple[Path, ...] = ctx.find_root().obj or ()
    folder = named or (shelves[0] / FOLDER if shelves else None)
    return Blanks(folder) if folder is not None else None


def blanks_of(ctx: click.Context, named: Path | None) -> Blanks:
    """Return the clinic's blanks; UsageError where nobody said where they are."""
    found = blanks_if_any(ctx, named)
    if found is None:
        message = "nothing says where the clinic keeps its blanks"
        raise UsageError(message, hint="name the clinic's shelf (--content DIR), or the folder itself (--blanks DIR)")
    return found


def somebody() -> str:
    """Return who is at this machine, for the record of the blanks."""
    return os.environ.get("USER") or os.environ.get("USERNAME") or "unnamed"
