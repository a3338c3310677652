"""``legalassist packet gate`` and ``packet override``: the rules a packet has to pass, and letting one of them go."""

from collections.abc import Iterable
from pathlib import Path

import click
from rich.table import Table

from legalassist.api import gating
from legalassist.api.building import edits_kept, prepare
from legalassist.cases.case import Case
from legalassist.cli.blanks_door import blanks_if_any, blanks_option
from legalassist.cli.piped import typed_or_piped
from legalassist.cli.store_door import case_to_ask, case_to_read, content_for
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, console, day_of, library_of, now
from legalassist.errors import UsageError
from legalassist.packets.build import Build, PacketState
from legalassist.packets.gate.standing import Ruled

_NAMED = 8
"""So many things are named of a rule in the table; with --all every one."""

_path = click.Path(path_type=Path)
_out = click.option("--out", type=_path, help="The packet's folder: pieces edited by hand and signed pages count.")
_clinic = click.option("--clinic", type=_path, help="The clinic's particulars (clinic.yaml).")
_kind = click.option("--kind", default="", metavar="KIND", help="Another packet than the application: 'packet kinds'.")


@click.command("gate")
@click.argument("case")
@_out
@as_of_option
@_clinic
@blanks_option
@_kind
@click.option("--all", "every", is_flag=True, help="Name everything that a rule found.")
@click.pass_context
def gate_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, out: Path | None, as_of: str | None, clinic: Path | None, blanks: Path | None,
    kind: str, *, every: bool,
) -> None:  # fmt: skip
    """Show every rule the packet of CASE has to pass before it is signed, and before it is mailed.

    What is named is where something lies: a piece, a question, an Item; never an answer.

    Example: legalassist packet gate interviews/tvisa/examples/mei.yaml
    """
    build = _build(ctx, case_to_read(ctx, case), case, out, as_of, clinic, blanks, kind)
    stands = gating.gate(build)
    console().print(_table(stands, None if every else _NAMED))
    for state, ready in ((PacketState.FOR_SIGNATURE, "for signature"), (PacketState.AS_MAILED, "to mail")):
        blocking = sum(1 for one in stands if one.blocks(state))
        rules = "1 rule keeps" if blocking == 1 else f"{blocking} rules keep"
        click.echo(f"{rules} it from being ready {ready}" if blocking else f"ready {ready}")
    ctx.exit(NEEDS_A_PERSON if any(one.blocks(PacketState.AS_MAILED) for one in stands) else DONE)


@click.command("override")
@click.argument("case")
@click.argument("rule")
@click.option("--by", required=True, metavar="CODE", help="The attorney who overrides, by the code in clinic.yaml.")
@click.option("--reason", metavar="TEXT", help="Why; left out, it is asked for, and stays out of the shell's history.")
@click.option("--undo", is_flag=True, help="Take the override of RULE back.")
@_out
@as_of_option
@_clinic
@blanks_option
@_kind
@click.pass_context
def override_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, rule: str, by: str, reason: str | None, out: Path | None, as_of: str | None,
    clinic: Path | None, blanks: Path | None, kind: str, *, undo: bool,
) -> None:  # fmt: skip
    """Let the packet of CASE go although RULE blocks it: by a named attorney, with a reason.

    The reason is printed in internal/ only. As soon as what the rule found changes, it blocks again.

    Example: legalassist packet override my-case.yaml part-4-waiver --by je
    """
    opened = case_to_ask(ctx, case)
    earlier = opened.case.overridden.get(rule)
    build = _build(ctx, case_to_read(ctx, case), case, out, as_of, clinic, blanks, kind)
    if undo:
        gating.take_back(opened, build, rule, by, now())
        click.echo(f"taken back: {rule}")
    else:
        why = typed_or_piped("Why the packet may go all the same") if reason is None else reason
        gating.override(opened, build, rule, by, why, now())
        click.echo(f"overridden: {rule}")
        if earlier is not None:
            click.echo(f"this takes the place of the override by {earlier.by}, {earlier.at}; it stays in the history")
    ctx.exit(DONE)


def _build(  # noqa: PLR0913, PLR0917 - what a packet is made from
    ctx: click.Context, given: Path | Case, case: str, out: Path | None, as_of: str | None, clinic: Path | None,
    blanks: Path | None, kind: str,
) -> Build:  # fmt: skip
    """Return the inputs of the packet; raises UsageError where a packet's folder is named that holds none."""
    build = prepare(
        given, library_of(ctx), as_of=day_of(as_of), clinic=clinic, blanks=blanks_if_any(ctx, blanks),
        content=content_for(ctx, case), kind=kind,
    )  # fmt: skip
    if out is not None and not out.is_dir():
        raise UsageError("--out names no folder of a packet", "leave it out where none was built yet")
    return edits_kept(build, out) if out is not None else build


def _table(stands: Iterable[Ruled], limit: int | None) -> Table:
    """Return the rules as a table."""
    table = Table(show_edge=False)
    for column in ("Rule", "Since", "Stands", "What has to hold, and what to do"):
        table.add_column(column, overflow="fold")
    for one in stands:
        named = [found.what for found in one.found[:limit]]
        more = f" and {len(one.found) - len(named)} more" if len(one.found) > len(named) else ""
        section = (f"packet.md {one.rule.section}",) if one.rule.section else ()
        sources = ", ".join((*section, *one.rule.authorities))
        lines = [f"{one.rule.says} ({sources})" if sources else one.rule.says]
        if named:
            lines += [f"Found: {', '.join(named)}{more}", f"To do: {one.rule.do}"]
        if one.override is not None:
            lines.append(f"Override by {one.override.by}, {one.override.at}; the reason stands in internal/")
        table.add_row(one.rule.id, one.rule.since.value, one.standing.value, "\n".join(lines))
    return table
