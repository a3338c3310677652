"""``legalassist translate``: how far the translations are, and the way of a text to the people who read it."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from legalassist.api import where
from legalassist.api.exchanging import FORMATS, export_texts, import_texts
from legalassist.api.looking import still_asked
from legalassist.api.translating import (
    draft_traditional,
    extract_into_catalogs,
    found_by_gates,
    texts,
    translation_overview,
)
from legalassist.cli.translate_people import PEOPLE_COMMANDS, language_option, shelf_option
from legalassist.cli.world import DONE, NEEDS_A_PERSON, day_of, library_of
from legalassist.errors import ContentError
from legalassist.languages.tags import normalise
from legalassist.reviews.ledger import State
from legalassist.translations.gates.alarm import Severity
from legalassist.translations.status import Counted, Standing

_WIDTH = 11


@click.group()
def translate() -> None:
    """See how far the translations are, send them to people, take them back, and record who approved what.

    Example: legalassist translate status
    """


@translate.command()
@click.option("--language", default="", help="Only this language.")
@click.option("--shelf", "domain", default="", metavar="WORD", help="List the texts of one catalog that need somebody.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or programs.")
@click.pass_context
def status(ctx: click.Context, language: str, domain: str, form: str) -> None:
    """Count the texts by state: missing, stale, draft, checked, approved; and how many approvals have lapsed.

    A text is approved while both it and its English are what the attorney saw. Nothing that is shipped is approved.
    'lapsed' counts approvals of an earlier wording. The exit code is 1 while a text waits for somebody.

    Example: legalassist translate status --language zh_Hans
    """
    library = library_of(ctx)
    if domain:
        found = texts(library, normalise(language or "zh_Hans"), domain)
        waiting = [one for one in found if one.state is not State.APPROVED]
        _show_texts(waiting, as_json=form == "json")
        ctx.exit(NEEDS_A_PERSON if waiting else DONE)
    counted = translation_overview(library, (normalise(language),) if language else ())
    _show_counts(counted, as_json=form == "json")
    ctx.exit(DONE if all(row.states[State.APPROVED] == row.total for row in counted) else NEEDS_A_PERSON)


def _show_texts(waiting: Sequence[Standing], *, as_json: bool) -> None:
    """Print the texts that need somebody."""
    if as_json:
        data = [
            {"context": one.message.context, "sheet": one.message.sheet, "language": one.language,
             "state": one.state.value, "lapsed": one.lapsed}
            for one in waiting
        ]  # fmt: skip
        click.echo(json.dumps(data, indent=2))
        return
    for one in waiting:
        lapsed = " (an approval has lapsed)" if one.lapsed else ""
        click.echo(f"{one.state.value}{lapsed}: {one.message.context} ({one.message.sheet})")


def _show_counts(counted: Sequence[Counted], *, as_json: bool) -> None:
    """Print how far each shelf is in each language."""
    if as_json:
        data = [
            {"shelf": one.domain, "language": one.language, "texts": one.total, "words": one.words,
             "lapsed": one.lapsed, **{state.value: one.states[state] for state in State}}
            for one in counted
        ]  # fmt: skip
        click.echo(json.dumps(data, indent=2))
        return
    head = ("shelf", "language", "texts", "words", *(state.value for state in State), "lapsed")
    click.echo("".join(word.ljust(_WIDTH) for word in head).rstrip())
    for row in counted:
        numbers = (row.total, row.words, *(row.states[state] for state in State), row.lapsed)
        cells = (row.domain, row.language, *(str(number) for number in numbers))
        click.echo("".join(cell.ljust(_WIDTH) for cell in cells).rstrip())


@translate.command()
@click.option("--language", default="", help="Only this language; one without catalogs gets new ones.")
@click.option("--dry-run", is_flag=True, help="Say what would change, write nothing.")
@click.pass_context
def extract(ctx: click.Context, language: str, *, dry_run: bool) -> None:
    """Bring the catalogs up to what the interviews, letters and handouts say today.

    By context: a text whose English changed keeps its translation, marked, with the earlier English beside it; a new
    text has none; one that is gone moves to the end of the file.

    Example: legalassist translate extract --dry-run
    """
    done = extract_into_catalogs(library_of(ctx), (normalise(language),) if language else (), write=not dry_run)
    for one in done:
        merged = one.merged
        counts = f"{len(merged.new)} new, {len(merged.changed)} changed, {len(merged.gone)} gone"
        click.echo(f"{one.name}: {counts}")
        for context in merged.changed:
            click.echo(f"  changed: {context}")
    if not done:
        click.echo("every catalog has every text there is today")
    ctx.exit(NEEDS_A_PERSON if done else DONE)


@translate.command("draft")
@click.option("--replace", multiple=True, metavar="CONTEXT", help="A text of an earlier English to draft anew.")
@click.pass_context
def draft_command(ctx: click.Context, replace: tuple[str, ...]) -> None:
    """Draft what the traditional catalogs do not say yet, from the simplified Chinese.

    A machine's draft, for a translator of its own: what stands there stays. A text of an earlier English is shown with
    what a draft of today would be, and is replaced only where it is named.

    Example: legalassist translate draft
    """
    done = draft_traditional(library_of(ctx), replace)
    for one in done:
        click.echo(f"{one.name}: {len(one.made)} drafts; nobody has read them")
        for context, (here, today) in one.left.items():
            click.echo(f"  left as it is: {context}\n    here: {here}\n    a draft of today: {today}")
    if not done:
        click.echo("nothing to draft")
    ctx.exit(NEEDS_A_PERSON if done else DONE)


@translate.command("check")
@click.option("--language", default="", help="Only this language.")
@click.option("--warnings/--no-warnings", default=True, show_default=True, help="Also what only a reader can judge.")
@click.option("--all", "everything", is_flag=True, help="Also what a reader has looked at already.")
@click.pass_context
def check_command(ctx: click.Context, language: str, *, warnings: bool, everything: bool) -> None:
    """List what the gates find: the text, both languages, the rule, and one thing to do.

    An error keeps a text from being printed and is in 'legalassist check' too; a warning is for a reader to look at
    ('translate looked-at').

    Example: legalassist translate check --no-warnings
    """
    chosen, library = (normalise(language),) if language else (), library_of(ctx)
    found = found_by_gates(library, chosen, warnings=warnings)
    asked = found if everything else tuple(still_asked(library, found))
    for one in asked:
        click.echo(f"{one.severity.value}: {one.pair.place}: {one.pair.context} ({one.rule})")
        click.echo(f"  {visible(one.pair.english)}\n  {visible(one.pair.text)}\n  {one.message}: {one.hint}")
    errors = sum(1 for one in asked if one.severity is Severity.ERROR)
    seen = f", {len(found) - len(asked)} that a reader has looked at" if len(found) > len(asked) else ""
    click.echo(f"{errors or 'no'} errors, {len(asked) - errors or 'no'} things for a reader to look at{seen}")
    ctx.exit(ContentError.exit_code if errors else DONE)


def visible(text: str) -> str:
    """Return a text as a terminal can show it: what nobody sees, and what steers a terminal, by its number."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


@translate.command("export")
@click.argument("sheet", required=False, default="")
@shelf_option
@click.option("--to", "form", type=click.Choice(FORMATS), default="xlsx", show_default=True, help="The file's format.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write.")
@click.option("--pictures", is_flag=True, help="Also pictures beside it of the pages they stand on.")
@language_option
@click.pass_context
def export_command(  # noqa: PLR0913, PLR0917 - one option each
    ctx: click.Context, sheet: str, domain: str, form: str, out: Path, language: str, *, pictures: bool
) -> None:
    """Write texts into a table for a translator: English, today's text, its state, a note, the glossary's terms.

    Only the column 'text' is to be changed, and 'fits' (yes), where the English changed and the text fits all the same.
    Whole rows may be sorted or left out; the file is read back by key.

    Example: legalassist translate export at-the-door --shelf kyr --to xlsx --out out/at-the-door.xlsx
    """
    library = library_of(ctx)
    found = texts(library, normalise(language), domain, sheet)
    shown = list(where.pictures(library, found, day_of(None))) if pictures else []
    count = export_texts(library, found, form, out, shown)
    drawn = sum(1 for one in shown if one.png)
    click.echo(f"written: {out}, {count} texts" + (f", {drawn} pictures" if pictures else ""))


@translate.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def import_command(ctx: click.Context, file: Path) -> None:
    """Take a table back: texts are put in by their key; a text changed on both sides is shown and left alone.

    A row that cannot be taken is named with the reason; the others go in.

    Example: legalassist translate import at-the-door.xlsx
    """
    returned = import_texts(library_of(ctx), file)
    for problem in returned.problems:
        click.echo(f"not taken: {problem}")
    for notice in returned.notices:
        click.echo(f"look at: {notice}")
    for one in returned.conflicts:
        click.echo(f"conflict: {one.context}\n  English: {one.english}\n  here: {one.here}\n  came back: {one.back}")
    fits = f" ({len(returned.fits)} said still to fit)" if returned.fits else ""
    left_out = f", {len(returned.problems)} rows not taken" if returned.problems else ""
    click.echo(f"{len(returned.changed)} texts put in{fits}, {len(returned.conflicts)} conflicts left alone{left_out}")
    if returned.problems:
        ctx.exit(ContentError.exit_code)
    ctx.exit(NEEDS_A_PERSON if returned.conflicts or returned.notices else DONE)


for one in PEOPLE_COMMANDS:
    translate.add_command(one)
