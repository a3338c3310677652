"""``legalassist check``: find authors' mistakes before anybody meets them in a case."""

import json
from pathlib import Path

import click

from legalassist.api.content import check_content, check_notes, reading_levels, ways_looked_at
from legalassist.cli.world import DONE, as_of_option, day_of, library_of
from legalassist.errors import ContentError, Problem


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@as_of_option
@click.option("--paths", "ways", is_flag=True, help="Also say how many ways through each interview were looked at.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people, or for programs."
)
@click.pass_context
def check(ctx: click.Context, paths: tuple[Path, ...], as_of: str | None, form: str, *, ways: bool) -> None:
    """Find authors' mistakes in interviews, templates, forms, catalogs and answers files: where, what, what to do.

    PATH is a file of any of these kinds, or a shelf; without one, everything on the shelves is checked.

    Every question is proved to come up for somebody, and every letter to print a fact only where its question applies.

    Example: legalassist check interviews/tvisa/pages/family.yaml
    """
    library = library_of(ctx)
    problems = check_content(library, paths)
    notes = () if paths else check_notes(library, day_of(as_of))
    if form == "json":
        data = {"problems": [_as_data(one) for one in problems], "notes": [_as_data(one) for one in notes]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            click.echo(str(problem))
        for note in notes:
            click.echo(f"note: {note}")
        for line in () if paths else reading_levels(library):
            click.echo(line)
        for line in ways_looked_at(library_of(ctx)) if ways else ():
            click.echo(line)
        click.echo(_counts(len(problems), len(notes)))
    ctx.exit(ContentError.exit_code if problems else DONE)


def _as_data(problem: Problem) -> dict[str, str | int]:
    where = problem.where
    return {
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def _counts(problems: int, notes: int) -> str:
    """Return the last line: ``2 problems, 1 note``."""
    counted = [f"{problems or 'no'} problem{'' if problems == 1 else 's'}"]
    if notes:
        counted.append(f"{notes} note{'' if notes == 1 else 's'}")
    return ", ".join(counted)
