"""``legalassist answer``: answer questions without the interview."""

from pathlib import Path

import click

from legalassist.api import asking
from legalassist.cases.answer import Said
from legalassist.cli.store_door import case_to_ask, who_enters
from legalassist.cli.world import now, one_name
from legalassist.errors import UsageError
from legalassist.facts.known import Rows
from legalassist.languages.tags import normalise


@click.command()
@click.argument("case")
@click.argument("answers", nargs=-1, required=True, metavar="PATH=VALUE...|FILE.yaml")
@click.option("--by", metavar="NAME", help="Who enters the answers; for a case of the store whoever unlocked it.")
@click.option("--language", default="en", show_default=True, help="The language they were given in.")
@click.option("--interpreter", metavar="CODE", default="", help="Through which interpreter, by a code, not a name.")
@click.pass_context
def answer(  # noqa: PLR0913, PLR0917 - click hands over every option by itself
    ctx: click.Context, case: str, answers: tuple[str, ...], by: str | None, language: str, interpreter: str
) -> None:
    """Record answers in CASE: all that are given, or none of them.

    A VALUE is written as in an answers file, also {state: later}. A FILE.yaml has 'answers:', paths with their
    answers. What is printed are paths, never what was answered.

    CASE is a number of the case store, or an answers file of an invented person. What stands on a command line is seen
    by other programs of this machine and kept by the shell: a real person's words belong into 'legalassist ask'.

    Example: legalassist answer my-case.yaml client.birth_date=2004-02-29 "client.name={family: WANG, given: MEI}"
    """
    typed, files = _sorted_out(answers)
    opened = case_to_ask(ctx, case)
    before = opened
    said = Said(
        one_name(who_enters(opened, by), "--by"), now(), normalise(language), one_name(interpreter, "--interpreter")
    )
    for file in files:
        opened = asking.record_file(opened, file, said)
    opened = asking.save(asking.record_all(opened, typed, said))
    for one in opened.case.answers[len(before.case.answers) :]:
        aside = "" if one.path not in opened.set_aside else " (its question does not apply now: kept, and left out)"
        # A sheet's first row may be somebody else than the first row of the case: say what was there.
        there = one.path in before.case.current and not isinstance(one.value, Rows)
        again = " (in place of an earlier answer)" if there else ""
        click.echo(f"recorded: {one.path}{again}{aside}")
    for path in sorted(opened.set_aside - before.set_aside - {one.path for one in opened.case.answers[before.saved :]}):
        click.echo(f"no longer applies, kept and left out: {path}")


def _sorted_out(answers: tuple[str, ...]) -> tuple[dict[str, str], list[Path]]:
    """Return the values by path, and the files; UsageError for a path twice, or for what is neither."""
    typed: dict[str, str] = {}
    files = []
    for one in answers:
        path, sign, value = one.partition("=")
        if not sign and one.endswith((".yaml", ".yml")):
            files.append(Path(one))
        elif not sign:
            message = "an answer is written PATH=VALUE, or is a file that ends in .yaml"
            raise UsageError(message, "for example client.birth_date=2004-02-29")
        elif path in typed:
            message = f"{path} is answered twice"
            raise UsageError(message, "give one value for each path")
        else:
            typed[path] = value
    return typed, files
