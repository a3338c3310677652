"""``legalassist demo``: every document, for the invented clients, so that anybody can see what comes out."""

from pathlib import Path

import click

from legalassist.api.building import build_packet, prepare
from legalassist.api.checking import check_packet
from legalassist.api.opening import example_cases
from legalassist.cli.closing import closing_table
from legalassist.cli.world import DONE, as_of_option, console, day_of, library_of, progress_bar
from legalassist.errors import DocumentError


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="Where to.")
@as_of_option
@click.pass_context
def demo(ctx: click.Context, out: Path, as_of: str | None) -> None:
    """Make the packet of each invented client, check it, and say what a person would still have to do.

    Example: legalassist demo --out out
    """
    library = library_of(ctx)
    for case in example_cases(library):
        folder = out / case.stem
        build = prepare(case, library, as_of=day_of(as_of))
        with progress_bar(f"{case.stem}: written -> bound", 0) as bar:
            task = bar.task_ids[0]
            built = build_packet(build, folder, progress=lambda _code, bar=bar, task=task: bar.advance(task))  # type: ignore[misc]
        console().print(closing_table(built))
        problems = check_packet(folder, build.case)
        if problems:
            message = f"the packet in {folder} does not pass its own check"
            raise DocumentError(message, hint="\n  ".join(str(problem) for problem in problems[:5]))
        click.echo(f"\n{folder}: read back through its tags, no problems. The filing is in {folder / 'filing'}.")
    ctx.exit(DONE)
