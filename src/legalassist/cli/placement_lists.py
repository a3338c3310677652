"""``legalassist placement second``, ``list``, ``linking``: the second reader, the list, what it tells."""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table

from legalassist.cli.drawing import draw_reference
from legalassist.cli.store_door import case_at, open_store, right_now
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, console, day_of, library_of
from legalassist.errors import UsageError

if TYPE_CHECKING:
    from legalassist.api.placing_lists import Listed

_path = click.Path(path_type=Path)
SIZES = (10, 30, 100)


@click.command("second")
@click.argument("case")
@click.option("--by", required=True, metavar="NAME", help="Who read the sheet; not whoever made the summary.")
@click.option("--no", "refused", is_flag=True, help="It may not go out.")
@as_of_option
@click.pass_context
def second_command(ctx: click.Context, case: str, by: str, as_of: str | None, *, refused: bool) -> None:
    """Record the second reader's yes (or no) to the last summary of CASE; it holds for these words alone.

    Example: legalassist placement second C-7K4P --by "B. Chen"
    """
    from legalassist.api import placing_kept, placing_offered  # noqa: PLC0415 - loads the store

    found = case_at(ctx, case)
    if isinstance(found, Path):
        raise UsageError("a second reader's yes is kept in the case store", hint="name a case by its number")
    day, now = day_of(as_of), right_now()
    if not refused:
        placing_offered.check_still(found.store, found.opened, library_of(ctx), day)
    summed = placing_kept.read_second(found.store, found.opened, by, day, now, yes=not refused)
    click.echo(f"{summed.reference}: the second reader says {'no' if refused else 'yes'}")


@click.command("list")
@click.argument("cases", nargs=-1)
@click.option("--on-offer", is_flag=True, help="Every case that waits for a firm and has a second reader's yes.")
@click.option("--out", type=_path, required=True, help="The folder for the list; made new.")
@click.option("--clinic", type=_path, help="The clinic's particulars (clinic.yaml).")
@as_of_option
@click.pass_context
def list_command(  # noqa: PLR0913 - the options of one command
    ctx: click.Context, cases: tuple[str, ...], out: Path, clinic: Path | None, as_of: str | None, *, on_offer: bool
) -> None:
    """Make one list of CASES, or of all on offer, for the pro bono mail, in an order drawn by chance.

    It is written as Word, PDF, HTML and XLSX.

    Each case of the store needs its summary and a second reader's yes; an invented client's file is only tried.

    Example: legalassist placement list interviews/tvisa/examples/mei.yaml --out out/list --as-of 2026-11-22
    """
    from legalassist.api import placing_kept, placing_lists, placing_offered, placing_tried  # noqa: PLC0415 - loads the store
    from legalassist.api.synced import refuse_synced  # noqa: PLC0415 - as above

    library, day = library_of(ctx), day_of(as_of)
    if on_offer == bool(cases):
        raise UsageError("which cases stand on the list is not said", hint="name them, or say --on-offer alone")
    cases = _on_offer(ctx) if on_offer else cases
    found = [case_at(ctx, case) for case in cases]
    stored = [one for one in found if not isinstance(one, Path)]
    offer = placing_offered.Offer(())
    if stored:
        choose = placing_offered.every_offer if on_offer else placing_offered.offered
        offer = choose(stored[0].store, [one.opened for one in stored], library, day)
    for reference, why in offer.left_out:
        click.echo(f"  {reference} is left out: {why}")
    opened, offered = [one for one, _ in offer.cases], [one for _, one in offer.cases]
    tried = (one for one in found if isinstance(one, Path))
    offered += [placing_tried.tried(one, library, day, draw_reference, clinic_path=clinic) for one in tried]
    if stored:
        refuse_synced(out, accepted=False)
    listed = placing_lists.make_list(
        offered, library, out, as_of=day, shuffle=shuffle, clinic_path=clinic,
        cleared=placing_kept.cleared_for(stored[0].store, opened) if stored else frozenset(),
    )  # fmt: skip
    if stored:
        placing_kept.keep_list(stored[0].store, opened, listed, day, right_now())
    ctx.exit(NEEDS_A_PERSON if _told(listed) or offer.left_out else DONE)


def _on_offer(ctx: click.Context) -> tuple[str, ...]:
    """Return every case on offer that opens; say how many more there are. UsageError where none opens, or is."""
    from legalassist.api import placing_kept  # noqa: PLC0415 - loads the store

    cases, shut = placing_kept.on_offer(open_store(ctx))
    if cases and shut:
        click.echo(f"  on offer, and not opened by your key: {shut}")
    if not cases and shut:
        message = f"of the cases on offer ({shut}) your key opens none"
        raise UsageError(message, hint="whoever opens them makes the list: their team, or a supervisor")
    if not cases:
        message = "no case is on offer: none that waits for a firm has a second reader's yes"
        raise UsageError(message, hint="make a summary, then: legalassist placement second CASE --by NAME")
    return cases


def _told(listed: "Listed") -> bool:
    """Say what was made, and what a person looks at; return whether there is anything."""
    for name in listed.files:
        click.echo(f"  {listed.out / name}")
    asked = {reference: len(hits) for reference, hits in listed.asks.items() if hits}
    for reference, count in sorted(asked.items()):
        click.echo(f"  {reference}: {count} things the search wants a person to look at")
    for pair in listed.together:
        click.echo(f"  {' and '.join(pair)}: they alone share what makes a case stand out; look at the two together")
    for pair in listed.near:
        click.echo(f"  {' and '.join(pair)}: their answers share a name, a home or a telephone; look at the two")
    return bool(asked or listed.together or listed.near)


def shuffle(count: int) -> list[int]:
    """Return the numbers below a count in an order drawn by chance."""
    return secrets.SystemRandom().sample(range(count), count)


@click.command("linking")
@click.pass_context
def linking_command(ctx: click.Context) -> None:
    """Show how often somebody who has every file would pick the right summary, beside the best possible.

    Example: legalassist placement linking
    """
    from legalassist.api.placing_steps import of_the_shelf  # noqa: PLC0415 - loads the store
    from legalassist.placement.linking import experiment  # noqa: PLC0415 - as above
    from legalassist.placement.menus import read_menus  # noqa: PLC0415 - as above
    from legalassist.placement.steps import Summed  # noqa: PLC0415 - as above

    menus = read_menus(library_of(ctx)).menus
    cases = [one.values for one in {one.case: one for one in of_the_shelf(open_store(ctx), Summed)}.values()]
    if not cases:
        raise UsageError("there is no summary yet to measure", hint="make one: legalassist placement teaser CASE")
    minimal = [row.row for row in menus.rows]
    profiles = {"minimal": minimal, **{f"minimal and {row.row}": [*minimal, row.row] for row in menus.fuller}}
    sizes = [size for size in (*SIZES, len(cases)) if size <= len(cases)]
    table = Table("profile", "cases on the list", "linked", "best possible")
    for one in experiment(cases, profiles, sorted(set(sizes))):
        table.add_row(one.profile, str(one.size), f"{one.share:.2f}", f"{one.best:.2f}")
    console().print(table)
