"""``legalassist declaration``: the client's statement for staff, without the interview."""

import sys
from pathlib import Path

import click
from rich.table import Table

from legalassist.api import declaring
from legalassist.api.declaring import ENGLISH, TEXT, Shown, Tags
from legalassist.api.opening import read_text
from legalassist.assessments.coverage import coverage
from legalassist.cases.answer import Answer, Said
from legalassist.cli.piped import piped
from legalassist.cli.store_door import case_to_ask, who_enters
from legalassist.cli.world import DONE, NEEDS_A_PERSON, console, now, one_name
from legalassist.errors import UsageError
from legalassist.languages.tags import normalise

MOST_BYTES = 64 * 1024 * 1024
"""What is read from a pipe at most: more than 300 of the longest paragraphs."""

_case = click.argument("case")
_number = click.argument("number", type=click.IntRange(1))
_file = click.option(
    "--file", "file", type=click.Path(path_type=Path), help="The text, UTF-8; without it: what is typed or piped in."
)
_english = click.option("--english", is_flag=True, help="The text is the English of a paragraph in another language.")
_by = click.option("--by", metavar="NAME", help="Who types it; for a case of the store whoever unlocked it.")
_language = click.option("--language", default="", help="The language it was said in; English with --english.")
_interpreter = click.option("--interpreter", metavar="CODE", default="", help="Through which interpreter, by a code.")


@click.group()
def declaration() -> None:
    """Write, order and tag the client's statement; see what it covers.

    Every word is typed by a person, who is kept with it; the program writes none. NUMBER is a paragraph's number as it
    is printed. The text of a paragraph comes from a file or a pipe, never from the command line: what stands there is
    seen by other programs and kept by the shell.

    Example: legalassist declaration matrix my-case.yaml
    """


@declaration.command("show")
@_case
@click.option("--words", is_flag=True, help="Print the paragraphs' words too.")
@click.option("--history", is_flag=True, help="Print every version with who typed it and when; with --words its words.")
@click.pass_context
def show_command(ctx: click.Context, case: str, *, words: bool, history: bool) -> None:
    """Show the paragraphs of CASE in the order they are printed, with what they are tagged with.

    Example: legalassist declaration show my-case.yaml --words
    """
    shown = declaring.shown(case_to_ask(ctx, case))
    if not shown:
        click.echo("the statement has no paragraph yet")
    for one in shown:
        _show(one, words=words, history=history)
    ctx.exit(NEEDS_A_PERSON if any(one.again for one in shown) else DONE)


@declaration.command("matrix")
@_case
@click.pass_context
def matrix_command(ctx: click.Context, case: str) -> None:
    """Show which element no paragraph of CASE tells about, and which no exhibit speaks to.

    That something is there says nothing about whether it is enough: an attorney decides that.

    Example: legalassist declaration matrix my-case.yaml
    """
    lines = coverage(case_to_ask(ctx, case).facts)
    table = Table(title="What the statement covers", title_justify="left")
    for column in ("Element", "Tag", "Paragraphs", "Exhibits", "Lacks"):
        table.add_column(column, overflow="fold")
    for one in lines:
        lacks = [word for word, lacking in (("no paragraph", one.owed), ("no exhibit", one.bare)) if lacking]
        numbers = ", ".join(str(number) for number in one.paragraphs)
        table.add_row(one.element.title, one.element.tag, numbers, ", ".join(one.exhibits), ", ".join(lacks))
    console().print(table, markup=False)
    ctx.exit(NEEDS_A_PERSON if any(one.owed for one in lines) else DONE)


@declaration.command("add")
@_case
@_file
@_english
@click.option("--split", is_flag=True, help="Empty lines divide the text into paragraphs.")
@click.option("--after", type=click.IntRange(0), metavar="NUMBER", help="Behind this paragraph; 0: at the beginning.")
@_by
@_language
@_interpreter
@click.pass_context
def add_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, file: Path | None, after: int | None, by: str | None, language: str,
    interpreter: str, *, english: bool, split: bool,
) -> None:  # fmt: skip
    """Add a paragraph to the statement of CASE, word for word as it was typed.

    Example: legalassist declaration add my-case.yaml --file paragraph.txt --language zh_Hans
    """
    opened = case_to_ask(ctx, case)
    said = _said(who_enters(opened, by), language, interpreter, english=english)
    text = _typed(file)
    texts = declaring.blocks(text) if split else (text,)
    if not texts:
        raise UsageError("the text is empty", "nothing was added")
    before = len(declaring.shown(opened))
    opened = declaring.add(opened, texts, said, part=ENGLISH if english else TEXT, after=after)
    click.echo(f"added: {len(declaring.shown(opened)) - before} paragraphs, by {said.by}")


@declaration.command("edit")
@_case
@_number
@_file
@_english
@_by
@_language
@_interpreter
@click.pass_context
def edit_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, number: int, file: Path | None, by: str | None, language: str, interpreter: str,
    *, english: bool,
) -> None:  # fmt: skip
    """Give paragraph NUMBER of CASE new words; the old ones stay in its history.

    Where the paragraph was read back or translated before, that has to be done again.

    Example: legalassist declaration edit my-case.yaml 3 --english --file paragraph-3.txt
    """
    opened = case_to_ask(ctx, case)
    said = _said(who_enters(opened, by), language, interpreter, english=english)
    declaring.edit(opened, number, _typed(file), said, part=ENGLISH if english else TEXT)
    click.echo(f"changed: paragraph {number}{' (English)' if english else ''}, by {said.by}")


@declaration.command("move")
@_case
@_number
@click.option("--to", type=click.IntRange(1), required=True, metavar="NUMBER", help="The number it gets.")
@_by
@click.pass_context
def move_command(ctx: click.Context, case: str, number: int, to: int, by: str | None) -> None:
    """Move paragraph NUMBER of CASE; its words and their history stay as they are.

    Example: legalassist declaration move my-case.yaml 7 --to 2
    """
    opened = case_to_ask(ctx, case)
    declaring.move(opened, number, to, _said(who_enters(opened, by), "", "", english=True))
    click.echo(f"moved: paragraph {number} is now paragraph {to}")


@declaration.command("remove")
@_case
@_number
@_by
@click.pass_context
def remove_command(ctx: click.Context, case: str, number: int, by: str | None) -> None:
    """Take paragraph NUMBER out of the statement of CASE; its words stay in the history.

    Example: legalassist declaration remove my-case.yaml 4
    """
    opened = case_to_ask(ctx, case)
    declaring.remove(opened, number, _said(who_enters(opened, by), "", "", english=True))
    click.echo(f"taken out: paragraph {number}; those behind it have moved up")


@declaration.command("tag")
@_case
@_number
@click.option(
    "--element", "elements", multiple=True, metavar="TAG", help="What it tells about ('matrix' lists the tags)."
)
@click.option("--exhibit", "exhibits", multiple=True, metavar="KEY", help="A paper that goes with it: its key or row.")
@click.option("--rests-on", "rests_on", multiple=True, metavar="PATH", help="An answer it rests on: jobs[1].to_date.")
@click.option(
    "--clear", type=click.Choice(["elements", "exhibits", "rests-on"]), multiple=True, help="Take these away."
)
@_by
@click.pass_context
def tag_command(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, number: int, elements: tuple[str, ...], exhibits: tuple[str, ...],
    rests_on: tuple[str, ...], clear: tuple[str, ...], by: str | None,
) -> None:  # fmt: skip
    """Say what paragraph NUMBER of CASE tells about, which papers go with it, and which answers it rests on.

    What is named takes the place of what was there before; what is not named stays.

    Example: legalassist declaration tag my-case.yaml 5 --element means --exhibit exhibits[2]
    """
    opened = case_to_ask(ctx, case)
    bare: dict[str, tuple[str, ...]] = dict.fromkeys(clear, ())
    tags = Tags(
        elements or bare.get("elements"), exhibits or bare.get("exhibits"), rests_on or bare.get("rests-on")
    )  # fmt: skip
    declaring.tag(opened, number, tags, _said(who_enters(opened, by), "", "", english=True))
    click.echo(f"tagged: paragraph {number}")


def _said(by: str, language: str, interpreter: str, *, english: bool) -> Said:
    """Return who typed it, when, in which language, through whom."""
    spoken = normalise(language) if language else "en" if english else ""
    if not spoken:
        raise UsageError("--language is missing", "the language of the text: zh_Hans or en")
    return Said(one_name(by, "--by"), now(), spoken, one_name(interpreter, "--interpreter"))


def _typed(file: Path | None) -> str:
    """Return the text of a file, or what is typed or piped in; UsageError for what is not UTF-8 text."""
    if file is not None:
        return read_text(file)
    if sys.stdin.isatty():
        click.echo("type the paragraph; Ctrl-D on a line of its own ends it", err=True)
    return piped(MOST_BYTES, "give it in parts, with --file")


def _show(one: Shown, *, words: bool, history: bool) -> None:
    """Print one paragraph."""
    paragraph = one.paragraph
    click.echo(f"{paragraph.number}. {paragraph.path}")
    for name, tags in (("elements", paragraph.elements), ("exhibits", (*paragraph.papers, *paragraph.lost)),
                       ("rests on", paragraph.rests_on)):  # fmt: skip
        if tags:
            click.echo(f"   {name}: {', '.join(tags)}")
    for again in one.again:
        click.echo(f"   look again: {again}")
    for name, versions in (("text", one.text), ("english", one.english)):
        for answer in versions if history else versions[-1:]:
            _version(name, answer, words=words)


def _version(name: str, answer: Answer, *, words: bool) -> None:
    """Print who typed a version of a text, and when; its words where they are asked for."""
    said = answer.said
    through = f", through {said.interpreter}" if said.interpreter else ""
    click.echo(f"   {name} {answer.id}: {said.by}, {said.at}, {said.language}{through}")
    if words and isinstance(answer.value, str):
        for line in answer.value.split("\n"):
            click.echo(f"      {line}")
