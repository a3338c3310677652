"""The subcommands of ``legalassist translate`` with which people sign: sheet, approval, wording only."""

from pathlib import Path

import click

from legalassist.api.approving import approve as enter
from legalassist.api.approving import sheet_code
from legalassist.api.looking import look_at
from legalassist.api.reviewing import print_sheet
from legalassist.api.rewording import reworded, wording_only
from legalassist.api.translating import texts
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, day_of, known_option, library_of
from legalassist.languages.tags import normalise
from legalassist.reviews.ledger import Step

language_option = click.option("--language", default="zh_Hans", show_default=True, help="The language to work in.")
shelf_option = click.option("--shelf", "domain", required=True, metavar="WORD", help="The catalog: tvisa, kyr, app, …")


@click.command("approve")
@click.argument("sheet", required=False, default="")
@shelf_option
@click.option("--as", "who", required=True, metavar="NAME", help="A code in clinic.yaml; to check, also a name.")
@click.option("--checked", is_flag=True, help="Read by somebody who reads both languages; not yet an approval.")
@known_option
@click.option("--from-sheet", "code", default="", metavar="CODE", help="The code at the foot of the signed sheet.")
@click.option("--except", "leave_out", multiple=True, type=int, metavar="N", help="A number that was not ticked.")
@language_option
@as_of_option
@click.pass_context
def approve_command(  # noqa: PLR0913, PLR0917 - one option each
    ctx: click.Context, sheet: str, domain: str, who: str, code: str, known: str, leave_out: tuple[int, ...],
    language: str, as_of: str | None, *, checked: bool,
) -> None:  # fmt: skip
    """Record in the clinic's ledger that texts were checked or approved, as they stand today.

    SHEET is a page, a letter or a topic ('translate status --shelf tvisa' names them); without one, the whole catalog.
    The line is tied to both texts: when one character of either changes, it counts no more.

    Example: legalassist translate approve at-the-door --shelf kyr --as je --from-sheet K7P2QX
    """
    library = library_of(ctx)
    found = texts(library, normalise(language), domain, sheet)
    step = Step.CHECKED if checked else Step.APPROVED
    done = enter(library, found, who, day_of(as_of), step=step, known=known, code=code, leave_out=leave_out)
    click.echo(f"entered: {done.entered} texts, {step.value} by {done.who}; the sheet's code is {sheet_code(found)}")
    if done.waiting:
        click.echo(f"{done.waiting} of them are not approved yet: another person has to read or approve them")
    ctx.exit(NEEDS_A_PERSON if done.waiting else DONE)


@click.command("sheet")
@click.argument("sheet")
@shelf_option
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The PDF to write.")
@language_option
@click.pass_context
def sheet_command(ctx: click.Context, sheet: str, domain: str, out: Path, language: str) -> None:
    """Print one sheet to read: English left, translation right, numbered, a box and room for remarks on every line.

    Glossary terms are underlined in the English. The code on it is what 'translate approve --from-sheet' asks for.

    Example: legalassist translate sheet at-the-door --shelf kyr --out out/at-the-door-sheet.pdf
    """
    library = library_of(ctx)
    found = texts(library, normalise(language), domain, sheet)
    click.echo(f"printed: {out}, {len(found)} texts, code {print_sheet(library, found, out)}")


@click.command("wording-only")
@click.argument("context")
@shelf_option
@click.option("--as", "who", required=True, metavar="CODE", help="The code in clinic.yaml of the attorney who says so.")
@click.option("--reason", required=True, help="Why the change of the English changed no meaning; kept in the ledger.")
@click.option("--language", default="", help="Only this language; otherwise every one there is.")
@click.option("--yes", is_flag=True, help="The two texts have been seen already: do not ask.")
@as_of_option
@click.pass_context
def wording_only_command(  # noqa: PLR0913, PLR0917 - one option each
    ctx: click.Context, context: str, domain: str, who: str, reason: str, language: str, as_of: str | None, *, yes: bool
) -> None:
    """Keep a translation approved though its English was reworded: shows both, asks, and records who said so and why.

    Refused where numbers, dates, negations, must and may, names or bounds changed. The English is approved by itself:
    'translate approve --language en'.

    Example: legalassist translate wording-only topic.at-the-door.silent.text --shelf kyr --as je --reason "a comma"
    """
    library = library_of(ctx)
    found = reworded(library, domain, context, (normalise(language),) if language else ())
    for one in found:
        click.echo(f"{one.context}, {one.language}\n  before: {one.old}\n  today:  {one.new}\n  {one.text}")
    if not yes:
        click.confirm("Does the second English text say exactly what the first one said?", abort=True)
    wording_only(library, domain, found, who=who, reason=reason, day=day_of(as_of))
    click.echo(f"entered: wording only, by {who}; {len(found)} translations stay as approved as they were")
    ctx.exit(DONE)


@click.command("looked-at")
@click.argument("context")
@click.option("--rule", required=True, metavar="RULE", help="What asks: the word in brackets in 'translate check'.")
@click.option("--as", "who", required=True, metavar="NAME", help="Who looked: a code in clinic.yaml, or a name.")
@known_option
@click.option("--reason", required=True, help="Why the text may stand; kept in the ledger.")
@click.option("--language", default="", help="Only this language; otherwise every one in which the rule asks.")
@as_of_option
@click.pass_context
def looked_at_command(  # noqa: PLR0913, PLR0917 - one option each
    ctx: click.Context, context: str, rule: str, who: str, known: str, reason: str, language: str, as_of: str | None
) -> None:
    """Record that a reader looked at what a rule asks about a text, and why the text may stand.

    It approves nothing. When a character of either text changes, the rule asks again. An error is mended instead.

    Example: legalassist translate looked-at topic.at-the-door.who.more --rule links --as je --reason "it is said"
    """
    library, chosen = library_of(ctx), (normalise(language),) if language else ()
    day = day_of(as_of)
    asked = look_at(library, context, rule, who=who, reason=reason, day=day, languages=chosen, known=known)
    for one in asked:
        click.echo(f"{one.pair.language}: {one.message}\n  {one.pair.english}\n  {one.pair.text}")
    click.echo(f"entered: looked at by {who}; it is asked again when one of the texts changes")
    ctx.exit(DONE)


PEOPLE_COMMANDS = (approve_command, sheet_command, wording_only_command, looked_at_command)
