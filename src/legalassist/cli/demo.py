"""``legalassist demo``: all three products, for the invented clients, so that anybody can see what comes out."""

import datetime as dt
from pathlib import Path

import click

from legalassist.api.building import build_packet, prepare
from legalassist.api.checking import check_packet
from legalassist.api.opening import example_cases, open_clinic
from legalassist.api.placing import fresh_reference, has_said_yes, make_teaser, recorded_reference
from legalassist.api.printing import print_handouts
from legalassist.cli.closing import closing_table
from legalassist.cli.drawing import draw_reference
from legalassist.cli.world import DONE, as_of_option, console, day_of, library_of, progress_bar
from legalassist.errors import DocumentError, UsageError
from legalassist.handouts.formats import LANGUAGES
from legalassist.interviews.yaml_source import nearest
from legalassist.library import Library

_SHOWN = ("letter", "half", "wallet")


@click.command()
@click.argument("clients", metavar="[CLIENT]...", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path), default=Path("out"), show_default=True, help="Where to.")
@as_of_option
@click.pass_context
def demo(ctx: click.Context, clients: tuple[str, ...], out: Path, as_of: str | None) -> None:
    """Make each invented client's packet and summary for firms, and the handout; check them; say what is left to do.

    With names of invented clients only theirs are made.

    Example: legalassist demo mei --out out
    """
    library, day = library_of(ctx), day_of(as_of)
    for case in _cases(library, clients):
        _packet(library, case, out / case.stem, day)
        if has_said_yes(case, library, day):
            _summary(library, case, out / f"{case.stem}-summary", day)
        else:
            click.echo(f"{case.stem}: no summary for firms, because the client has not said yes to one.\n")
    _handouts(library, out / "handouts", day)
    ctx.exit(DONE)


def _cases(library: Library, clients: tuple[str, ...]) -> list[Path]:
    """Return the answers files of the invented clients that were named, of all where none was."""
    cases = {case.stem: case for case in example_cases(library)}
    for name in clients:
        if name not in cases:
            close = nearest(name, cases)
            hint = f"did you mean {close}?" if close else f"they are {', '.join(cases)}"
            message = f"no invented client is called {name!r}"
            raise UsageError(message, hint=hint)
    return [cases[name] for name in dict.fromkeys(clients or cases)]


def _packet(library: Library, case: Path, folder: Path, day: dt.date) -> None:
    """Make one client's packet, print its closing table, and read it back."""
    build = prepare(case, library, as_of=day)
    with progress_bar(f"{case.stem}: written -> bound", 0) as bar:
        task = bar.task_ids[0]
        built = build_packet(build, folder, progress=lambda _code: bar.advance(task))
    console().print(closing_table(built))
    problems = check_packet(folder, build.case)
    if problems:
        message = f"the packet in {folder} does not pass its own check"
        raise DocumentError(message, hint="\n  ".join(str(problem) for problem in problems[:5]))
    click.echo(f"\n{folder}: read back through its tags, no problems. The filing is in {folder / 'filing'}.\n")


def _summary(library: Library, case: Path, folder: Path, day: dt.date) -> None:
    """Make one client's summary for firms, searched for leaks; its reference is drawn once and kept."""
    reference = recorded_reference(case, library, folder) or fresh_reference(case, library, draw_reference)
    placed = make_teaser(case, library, folder, as_of=day, reference=reference)
    click.echo(
        f"{placed.out}: a summary for firms, searched for what identifies the client: nothing found that blocks."
    )
    for line in placed.to_do:
        click.echo(f"- {line}")
    click.echo()


def _handouts(library: Library, folder: Path, day: dt.date) -> None:
    """Print one handout in three formats and every language; `handout print --all` prints them all."""
    printed = print_handouts(library, open_clinic(library), ["at-the-door"], _SHOWN, LANGUAGES, folder, day)
    click.echo(f"{printed.out}: {len(printed.rows)} handouts. Until they are approved each says: not reviewed.")
    for line in printed.to_do:
        click.echo(f"- {line}")
