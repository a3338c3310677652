"""``legalassist paper``: print the information sheet, the interviewer's guide, the list of papers to look for."""

from pathlib import Path

import click

from legalassist.api.papers import print_papers
from legalassist.cli.world import DONE, NEEDS_A_PERSON, library_of
from legalassist.languages.tags import normalise
from legalassist.papers.sheet import KINDS


@click.group()
def paper() -> None:
    """Print papers for the table, in English and Chinese. No case, no answers, nobody's name.

    Example: legalassist paper print sheet --out out/papers
    """


@paper.command("print")
@click.argument("kinds", nargs=-1, metavar="[sheet|guide|documents]...")
@click.option("--language", default="zh_Hans", show_default=True, help="The language beside English.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder; made new, or replaced whole.")
@click.pass_context
def print_command(ctx: click.Context, kinds: tuple[str, ...], language: str, out: Path) -> None:
    """Print papers, all of them where none is named.

    sheet: name, family, addresses and jobs, with boxes to fill in by hand; each question has a code that
    'legalassist answer CASE CODE=VALUE' takes. guide: the hard topics, for the interviewer only. documents: what
    family members are asked to look for.

    Example: legalassist paper print sheet documents --language zh_Hans --out out/papers
    """
    done = print_papers(library_of(ctx), kinds or tuple(KINDS), out, language=normalise(language))
    for one in done:
        click.echo(f"printed: {out / one.file}")
        if one.unapproved:
            click.echo(f"  its pages say NOT REVIEWED: {one.unapproved} translated texts are not approved")
    ctx.exit(NEEDS_A_PERSON if any(one.unapproved for one in done) else DONE)
