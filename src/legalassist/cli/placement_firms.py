"""``legalassist placement``, stages 2 and 3: releases, sheets of names, answers, the hand-over, in their order."""

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legalassist.cli.hidden import can_show, show_once
from legalassist.cli.store_door import case_at, right_now
from legalassist.cli.world import DONE, NEEDS_A_PERSON, library_of
from legalassist.errors import UsageError

if TYPE_CHECKING:
    from legalassist.api.placing_firms import Gone, Lock
    from legalassist.api.stored_cases import StoredCase

_path = click.Path(path_type=Path)
_day = click.DateTime(["%Y-%m-%d"])
_DAY_ENDS = dt.time(23, 59, 59)
_key = click.option("--age-key", metavar="KEY", help="The recipient's age key; else one PDF under a passphrase.")
_read_back = click.option("--read-back", default="", metavar="END", help="The last 8 characters, as read by phone.")
_out = click.option("--out", type=_path, required=True, help="The folder for the locked file; made new.")


class _Until(click.DateTime):
    """A day with its hour, or a day alone: to its end."""

    def __init__(self) -> None:
        """Take a day or an hour, as ISO 8601 writes them, or with a blank between."""
        super().__init__(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"])

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.datetime:
        """Return the moment that was typed."""
        read = super().convert(value, param, ctx)
        return dt.datetime.combine(read, _DAY_ENDS) if ":" not in str(value) else read


_until = _Until()


@click.command("release-form")
@click.option("--language", default="zh_Hans", show_default=True, help="The language beside English.")
@click.option("--stage", type=click.Choice(["2", "3"]), default="2", show_default=True, help="2: names; 3: the file.")
@click.option("--firm", default="", help="The firm, where it is known.")
@click.option("--why", default="", help="What it is for, where it is known.")
@click.option("--until", default="", metavar="WHEN", help="The day and hour it ends, where they are known.")
@click.option("--out", type=_path, help="A new folder for the page to print (PDF); else it is shown.")
@click.pass_context
def release_form_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, language: str, stage: str, firm: str, why: str, until: str, out: Path | None
) -> None:
    """Print the written release in two languages, to be read aloud and signed; its blanks filled where they are known.

    Example: legalassist placement release-form --language zh_Hans --out out/release
    """
    from legalassist.api import placing_release  # noqa: PLC0415 - loads the catalogs

    library, filled = library_of(ctx), {"firm": firm, "why": why, "ends": until}
    waiting = placing_release.waiting(library, language)
    for line in waiting:
        click.echo(f"{line}\n")
    if out is not None:
        click.echo(f"  {placing_release.print_form(library, out, language, int(stage), filled)}")
    else:
        for english, other in placing_release.shown(library, language, int(stage), filled):
            click.echo(f"{english}\n{other}\n")
    ctx.exit(NEEDS_A_PERSON if waiting else DONE)


@click.command("release")
@click.argument("case")
@click.argument("firm")
@click.option("--stage", type=click.Choice(["2", "3"]), required=True, help="2: names for the check; 3: the full file.")
@click.option("--why", required=True, help="What it is for.")
@click.option(
    "--until", type=_until, help="The day or hour it ends (2026-12-08T17:00); 14 days by default, 90 at most."
)
@click.option("--language", required=True, help="The language it was read aloud in (zh_Hans, en).")
@click.option("--interpreter", default="", help="Through whom; 'none' for none.")
@click.option("--safe-guardian", default="", metavar="NAME", help="Who signed for a child. An abuser can never sign.")
@click.option(
    "--child", type=click.Choice(["signed", "too-young"]), help="Whether the child signed beside the guardian."
)
@click.option("--whose", default="", metavar="ROW", help="A relative's own release, by row: family[2].")
@click.option(
    "--not-meant", default="", metavar="WHY", help="An attorney's act: why it is not the relative named by a role."
)
@click.option(
    "--name-seen", default="", metavar="HOW", help="An attorney's act: how it is known that this is the whole name."
)
@click.option(
    "--appointed",
    default="",
    metavar="BY",
    help="An attorney's act: the court's order by which a guardian signs for an adult.",
)
@click.pass_context
def release_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, firm: str, stage: str, why: str, until: dt.datetime | None, language: str,
    interpreter: str, safe_guardian: str, child: str | None, whose: str, not_meant: str, name_seen: str, appointed: str,
) -> None:  # fmt: skip
    """Record a signed release of CASE for FIRM: the client's, or a relative's own (--whose).

    Example: legalassist placement release C-7K4P "Example LLP" --stage 2 --why "conflict check" --language en
    """
    from legalassist.api import placing_firms  # noqa: PLC0415 - loads the store
    from legalassist.placement.releases import USUAL_DAYS, Granted  # noqa: PLC0415 - as above

    found, now = _stored(ctx, case), right_now()
    end = until or dt.datetime.combine(now.date() + dt.timedelta(days=USUAL_DAYS), _DAY_ENDS)
    ends = end.astimezone()  # the hour on the clinic's own clock, as it stands on the paper
    signer = "safe guardian" if safe_guardian else "the person" if whose else "client"
    anew = placing_firms.grant(found.store, found.opened, library_of(ctx), Granted.model_validate({
        "on": now.date().isoformat(), "by": found.opened_by, "stage": int(stage), "firm": firm, "why": why,
        "until": ends.isoformat(), "language": language, "interpreter": interpreter,
        "signer": signer, "signed_by": safe_guardian, "whose": whose,
        "child": {None: "", "too-young": "too young to sign"}.get(child, child), "not_meant": not_meant,
        "name_seen": name_seen, "appointed": appointed,
    }), now)  # fmt: skip
    click.echo(f"the release for stage {stage} ends on {ends:%Y-%m-%d at %H:%M}")
    if anew:
        click.echo("what the firm signed and answered under the release before is over: begin with its undertaking")


@click.command("withdraw")
@click.argument("case")
@click.argument("firm")
@click.option("--whose", default="", metavar="ROW", help="A relative's own release alone, by row: family[2].")
@click.pass_context
def withdraw_command(ctx: click.Context, case: str, firm: str, whose: str) -> None:
    """Record that the client took her release for FIRM back, and print the request to delete.

    Example: legalassist placement withdraw C-7K4P "Example LLP"
    """
    from legalassist.api import placing_firms  # noqa: PLC0415 - loads the store

    found = _stored(ctx, case)
    told = placing_firms.withdraw(found.store, found.opened, firm, right_now(), whose)
    click.echo(placing_firms.deletion_request(told, firm))


@click.command("undertaking")
@click.argument("case")
@click.argument("firm")
@click.option("--delete-by", type=_day, required=True, help="The day the firm deletes the names by.")
@click.pass_context
def undertaking_command(ctx: click.Context, case: str, firm: str, delete_by: dt.datetime) -> None:
    """Record FIRM's signed undertaking: conflicts staff only, no other use, deleted by a day.

    Example: legalassist placement undertaking C-7K4P "Example LLP" --delete-by 2026-12-31
    """
    from legalassist.api import placing_firms  # noqa: PLC0415 - loads the store

    found = _stored(ctx, case)
    placing_firms.undertake(found.store, found.opened, library_of(ctx), firm, delete_by.date(), right_now())
    click.echo(f"undertaking recorded: the firm deletes the names by {delete_by:%Y-%m-%d}")


@click.command("conflict")
@click.argument("case")
@click.argument("firm")
@click.option("--step", type=click.Choice(["1", "2"]), required=True, help="1: adverse names; 2: the client's.")
@click.option("--not-hers", multiple=True, metavar="CODE", help="Step 1: an adverse name all the same; logged.")
@click.option("--leave-off", multiple=True, metavar="CODE", help="Step 1: no adverse name; left off, and logged.")
@click.option("--why", default="", help="Why, for --not-hers and --leave-off.")
@_out
@_key
@_read_back
@click.pass_context
def conflict_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, firm: str, step: str, not_hers: tuple[str, ...], leave_off: tuple[str, ...],
    why: str, out: Path, age_key: str | None, read_back: str,
) -> None:  # fmt: skip
    """Write the locked sheet of names of CASE for FIRM's conflicts staff, with a draft mail.

    Example: legalassist placement conflict C-7K4P "Example LLP" --step 1 --out out/names
    """
    from legalassist.api import placing_firms  # noqa: PLC0415 - loads the store
    from legalassist.placement.first_rows import Word  # noqa: PLC0415 - as above

    if (not_hers or leave_off) and not why.strip():
        raise UsageError("a ruling needs its reason", hint="add --why, for example --why 'he owns the shop'")
    if step != "1" and (not_hers or leave_off):
        raise UsageError("only names of the first sheet wait for a person's word", hint="leave the codes out")
    found, lock = _stored(ctx, case), _lock(ctx, age_key, read_back)
    gone = placing_firms.conflict_sheet(
        found.store, found.opened, library_of(ctx), out, firm=firm, step=int(step), lock=lock, at=right_now(),
        word=Word(frozenset(not_hers), frozenset(leave_off)), why=why,
    )  # fmt: skip
    _gone(ctx, lock, gone)
    for place in gone.left_off:
        click.echo(f"  left off, a name of hers or her family: {place}; ask by telephone about one truly called so")


@click.command("answer")
@click.argument("case")
@click.argument("firm")
@click.option("--step", type=click.Choice(["1", "2"]), required=True, help="Which sheet the firm answers.")
@click.option("--clear/--not-clear", default=None, help="Nothing else is recorded.")
@click.option("--by-telephone", is_flag=True, help="It was asked by telephone: no sheet could be written.")
@click.pass_context
def answer_command(  # noqa: PLR0913 - the options of one command
    ctx: click.Context, case: str, firm: str, step: str, *, clear: bool | None, by_telephone: bool
) -> None:
    """Record FIRM's answer: clear, or not clear.

    Example: legalassist placement answer C-7K4P "Example LLP" --step 1 --clear
    """
    from legalassist.api import placing_firms  # noqa: PLC0415 - loads the store

    if clear is None:  # click does not require a pair of flags that has no default
        raise UsageError("the firm's answer is missing", hint="add --clear or --not-clear: nothing else is recorded")
    found, now = _stored(ctx, case), right_now()
    if by_telephone:
        placing_firms.ask_by_telephone(found.store, found.opened, library_of(ctx), firm, int(step), now)
    placing_firms.answer(found.store, found.opened, firm, int(step), now, clear=clear)
    click.echo(f"step {step}: {'clear' if clear else 'not clear'} recorded")


@click.command("retained")
@click.argument("case")
@click.argument("firm")
@click.option("--attorney", default="", metavar="MAIL", help="Who takes it, by the mail address of the firm's list.")
@click.pass_context
def retained_command(ctx: click.Context, case: str, firm: str, attorney: str) -> None:
    """Record that the retainer with FIRM was signed, and which of its attorneys takes the case.

    Example: legalassist placement retained C-7K4P "Example LLP" --attorney jo@firm.example
    """
    from legalassist.api import placing_firms, placing_matches  # noqa: PLC0415 - loads the store

    found, now = _stored(ctx, case), right_now()
    taken = placing_matches.taking(found.store, found.opened, firm, attorney, now) if attorney else None
    placing_firms.retain(found.store, found.opened, library_of(ctx), firm, now)
    if taken is None:
        click.echo("no attorney was named: nobody's capacity is counted down (--attorney MAIL)")
        return
    free = placing_matches.keep_taking(found.store, taken, now)
    click.echo(f"cases this attorney can still take, by the firm's list: {free}")


@click.command("hand-over")
@click.argument("case")
@click.argument("firm")
@click.argument("papers", nargs=-1, required=True, type=_path)
@_out
@click.option("--mentor", default="", help="Who mentors at the clinic; the first attorney of clinic.yaml by default.")
@click.option("--appearance-ends", default="", metavar="DAY", help="The day the clinic's own appearance ends.")
@click.option("--internal", is_flag=True, help="internal/ goes too, with its memo and notes; a supervisor alone.")
@click.option(
    "--of-this-case",
    type=_path,
    multiple=True,
    metavar="PAPER",
    help="You looked at this paper (or folder), which no manifest knows: it is this client's. Logged.",
)
@click.option("--clinic", type=_path, help="The clinic's particulars (clinic.yaml).")
@_key
@_read_back
@click.pass_context
def hand_over_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, firm: str, papers: tuple[Path, ...], out: Path, mentor: str, appearance_ends: str,
    of_this_case: tuple[Path, ...], clinic: Path | None, age_key: str | None, read_back: str, *, internal: bool,
) -> None:  # fmt: skip
    """Lock PAPERS (files, or a packet's folder) of CASE for FIRM, after clear, a release for it, and the retainer.

    A sheet (safe contact, clocks, interpreter, mentor, open questions) and the current answers are made and put in.

    Example: legalassist placement hand-over C-7K4P "Example LLP" out/packet --out out/for-firm
    """
    from legalassist.api.placing_hand_over import HandOver, hand_over  # noqa: PLC0415 - loads the store

    found, lock = _stored(ctx, case), _lock(ctx, age_key, read_back)
    wanted = HandOver(papers, mentor, appearance_ends, internal, of_this_case)
    _gone(ctx, lock, hand_over(
        found.store, found.opened, library_of(ctx), wanted, out, firm=firm, lock=lock, at=right_now(),
        clinic_path=clinic,
    ))  # fmt: skip


@click.command("steps")
@click.argument("case")
@click.pass_context
def steps_command(ctx: click.Context, case: str) -> None:
    """List what was released, told and answered about CASE, oldest first.

    Example: legalassist placement steps C-7K4P
    """
    from legalassist.api import placing_firms  # noqa: PLC0415 - loads the store
    from legalassist.placement.steps_said import said_of  # noqa: PLC0415 - as above

    found = _stored(ctx, case)
    for one in placing_firms.steps(found.store, found.opened):
        click.echo(f"{one.on}  {said_of(one)}  ({one.by})")
    for moved in placing_firms.stages_with_notes(found.store, found.opened):
        click.echo(f"{moved.at[:10]}  stage {moved.stage}: {moved.note}")


def _stored(ctx: click.Context, case: str) -> "StoredCase":
    found = case_at(ctx, case)
    if isinstance(found, Path):
        raise UsageError("names go to a firm from the case store alone", hint="name a case by its number")
    return found


def _lock(ctx: click.Context, key: str | None, read_back: str) -> "Lock":
    """Return how it is locked; the recipient's key must have been read back, a passphrase must be seen by somebody."""
    from legalassist.api.placing_firms import Lock  # noqa: PLC0415 - loads the store
    from legalassist.api.unlocking import make_passphrase  # noqa: PLC0415 - as above
    from legalassist.placement.locking import check_key  # noqa: PLC0415 - as above

    if key:
        check_key(key, read_back)
        return Lock(key=key)
    can_show(ctx)
    return Lock(passphrase=make_passphrase(os.urandom))


def _gone(ctx: click.Context, lock: "Lock", gone: "Gone") -> None:
    if lock.passphrase:
        show_once(ctx, "The passphrase of the file, to be told over the telephone", [lock.passphrase])
    for path in gone.files:
        click.echo(f"  {path}")
    click.echo(f"  SHA-256 {gone.digest}; {gone.until}")


FIRM_COMMANDS = (
    release_form_command, release_command, withdraw_command, undertaking_command, conflict_command, answer_command,
    retained_command, hand_over_command, steps_command,
)  # fmt: skip
