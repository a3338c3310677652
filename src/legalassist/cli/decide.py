"""``legalassist decide``: what an attorney must decide in the forms of a case, and recording it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from legalassist.api import determining
from legalassist.api.deciding_together import Alike, Together, alike, decide_together
from legalassist.api.determining import Deciding, FormToDecide
from legalassist.api.opening import clinic_of, open_clinic
from legalassist.cli.store_door import case_to_ask
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, day_of, library_of, now
from legalassist.errors import UsageError
from legalassist.forms.attorney_items import AttorneyItem, Standing

_SKIP, _STOP = "", "q"
_AGAINST = "this goes against the answers beside it"
_UNUSED = "not used yet, its box stays empty: no plain answer is there"


@click.command()
@click.argument("case")
@click.argument("item", required=False)
@click.argument("value", required=False)
@click.option("--by", metavar="CODE", help="The attorney who decides, by the code in clinic.yaml.")
@click.option("--about", default="", metavar="family[N]", help="The family member it is about; left out: the client.")
@click.option("--why", default="", metavar="TEXT", help="A reason for the file; it is printed nowhere.")
@click.option("--undo", is_flag=True, help="Take back what was decided about ITEM.")
@click.option("--walk", is_flag=True, help="Go through everything undecided, one item at a time.")
@click.option(
    "--together",
    type=click.Choice([how.value for how in Alike]),
    help=(
        "Go through undecided items that are alike, a group at a time: 'part', those of one Part whose answers are "
        "all no; 'item', one item for several people whose answers read the same."
    ),
)
@click.option("--clinic", type=click.Path(path_type=Path), help="The clinic's particulars (clinic.yaml).")
@as_of_option
@click.pass_context
def decide(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, item: str | None, value: str | None, by: str | None, about: str, why: str,
    together: str | None, clinic: Path | None, as_of: str | None, *, undo: bool, walk: bool,
) -> None:  # fmt: skip
    """List what an attorney must decide in the forms of CASE, or record what was decided about ITEM.

    Beside each item stand the plain answers, what the form's own logic proposes, and what was decided, by whom. An item
    is undecided again as soon as an answer beside it changes. Nothing proposed is ever taken over by itself.

    ITEM is the form with Part and Item as it prints them; VALUE is yes, no, a date or a text, as the item asks.

    Example: legalassist decide my-case.yaml "i-914 4.1.A" no --by je
    """
    library = library_of(ctx)
    opened = case_to_ask(ctx, case)
    deciding = Deciding(opened, library, clinic_of(opened.case, open_clinic(library, clinic)), day_of(as_of))
    if walk or together or item is not None:
        attorney = deciding.clinic.attorney_by(by or "")
        if together:
            deciding = _together(deciding, Alike(together), attorney.code)
        elif walk:
            deciding = _walk(deciding, attorney.code)
        else:
            _record(deciding, item or "", value, attorney.code, about, why, undo=undo)
            ctx.exit(DONE)
    forms = determining.forms_to_decide(deciding)
    if not walk and not together:
        _list(forms)
    ctx.exit(_what_is_left(forms))


def _what_is_left(forms: tuple[FormToDecide, ...]) -> int:
    """Say what is still to be decided and what waits for an answer; return the exit code."""
    items = [one for form in forms for one in form.items]
    waiting = sum(1 for one in items if one.standing is Standing.NO_ANSWER)
    left = sum(1 for one in items if one.open) - waiting
    click.echo(f"{left} items are still an attorney's to decide" if left else "every item is decided")
    if waiting:
        click.echo(f"{waiting} decided, and not used yet: no plain answer is there")
    return NEEDS_A_PERSON if left or waiting else DONE


def _record(  # noqa: PLR0913, PLR0917 - as above
    deciding: Deciding, item: str, value: str | None, by: str, about: str, why: str, *, undo: bool
) -> None:
    """Record one determination, or take it back."""
    if undo == (value is not None):
        message = "write a value to decide, or --undo to take back what was decided"
        raise UsageError(message, 'for example: legalassist decide CASE "i-914 4.1.A" no --by CODE')
    if undo:
        deciding = determining.undo(deciding, item, about, by, now(), why)
    else:
        deciding = determining.decide(deciding, item, about, value or "", by, now(), why)
    click.echo(f"{'taken back' if undo else 'recorded'}: {_named(item, about)}")
    one = determining.item_to_decide(deciding, item, about)
    if one.standing is Standing.NO_ANSWER:
        click.echo(f"{_UNUSED}; one of these gives it: {', '.join(beside.path for beside in one.beside)}")
    _say_against(one)


def _say_against(one: AttorneyItem) -> None:
    """Say at once where a decision goes against the answers beside it."""
    if one.against:
        click.echo(f"{_AGAINST}: {_proposed_or_shown(one)}")
        click.echo(f"  {', '.join(one.against)}")
        click.echo("  it stands as decided; 'legalassist settle CASE' asks about it, and the memo names both")


def _proposed_or_shown(one: AttorneyItem) -> str:
    """Return what was decided beside what the form's own logic proposes, where it proposes something."""
    return f"proposed {one.proposed}, decided {one.says}" if one.proposed else f"decided {one.says}"


def _walk(deciding: Deciding, by: str) -> Deciding:
    """Go through every undecided item once; each decision is kept before the next item is shown."""
    for form in determining.forms_to_decide(deciding):
        for one in form.items:
            if not one.open or one.standing is Standing.NO_ANSWER:  # what it waits for is an answer, not her
                continue
            click.echo("")
            click.echo(_heading(form))
            _show(one)
            going = _ask_for(deciding, "decide", one.options, partial(_one_of, one, by))
            if going is None:
                return deciding
            deciding = going
    return deciding


def _together(deciding: Deciding, how: Alike, by: str) -> Deciding:
    """Go through the groups of undecided items that are alike; every item of a group is shown before its question."""
    for group in alike(determining.forms_to_decide(deciding), how):
        click.echo("")
        click.echo(f"{group.form} {group.title}, {group.part}: {len(group.items)} items together")
        for form, one in group.items:
            click.echo(f"  {form.about or 'client'}{f', {form.relation}' if form.relation else ''}:")
            _show(one)
        going = _ask_for(deciding, f"decide all {len(group.items)}", group.options, partial(_all_of, group, by))
        if going is None:
            return deciding
        deciding = going
    return deciding


def _all_of(group: Together, by: str, deciding: Deciding, typed: str) -> Deciding:
    after = decide_together(deciding, group, typed, by, now())
    for _, one in group.items:
        now_decided = determining.item_to_decide(after, one.name, one.about)
        if now_decided.against:
            click.echo(f"{_named(one.name, one.about)}:")
            _say_against(now_decided)
    return after


def _one_of(one: AttorneyItem, by: str, deciding: Deciding, typed: str) -> Deciding:
    after = determining.decide(deciding, one.name, one.about, typed, by, now())
    _say_against(determining.item_to_decide(after, one.name, one.about))
    return after


def _ask_for(
    deciding: Deciding, what: str, options: tuple[str, ...], decided: Callable[[Deciding, str], Deciding]
) -> Deciding | None:
    """Ask until a value fits or is skipped; None where the attorney stops."""
    choices = f" ({', '.join(options)})" if options else ""
    while True:
        typed = click.prompt(f"{what}{choices}; Enter leaves it undecided, q stops", default=_SKIP, show_default=False)
        if typed.strip() == _SKIP:
            return deciding
        if typed.strip() == _STOP:
            return None
        try:
            return decided(deciding, typed)
        except UsageError as wrong:
            click.echo(str(wrong), err=True)


def _list(forms: tuple[FormToDecide, ...]) -> None:
    """Print every form with its items."""
    for form in forms:
        click.echo(_heading(form))
        for one in form.items:
            _show(one)
        click.echo("")


def _heading(form: FormToDecide) -> str:
    """Return a form's line: its number, its title, and whom it is about."""
    who = f"{form.about}, {form.relation or 'relation not known'}" if form.about else "client"
    return f"{form.form} {form.title} ({who})"


def _show(one: AttorneyItem) -> None:
    """Print one item with everything that stands beside it."""
    click.echo(f"  {_named(one.name, one.about)}: {one.item.label}")
    for beside in one.beside:
        if beside.words:
            click.echo(f"      {beside.ask or beside.path}  {beside.words}")
    if one.proposed:
        click.echo(f"      proposed by the form's own logic: {one.proposed}")
    click.echo(f"      -> {_standing(one)}")
    if one.against:
        click.echo(f"      {_AGAINST}")


def _standing(one: AttorneyItem) -> str:
    """Return whether an item is decided, how, and by whom."""
    if one.decided is None:
        return "undecided"
    said = f"{one.says or 'what was decided does not fit this item'} (by {one.decided.by}, {one.decided.at[:10]})"
    if one.standing is Standing.NO_ANSWER:
        return f"{_UNUSED}; decided: {said}"
    return f"to be decided again, an answer beside it has changed; before: {said}" if one.stale else said


def _named(item: str, about: str) -> str:
    return f"{item} ({about})" if about else item
