"""``legalassist assess``: findings, deadlines, contradictions and missing items, each with its reason."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from legalassist.api.deciding import (
    as_data,
    assess_case,
    explain_finding,
    open_contradictions,
    owed_items,
    write_calendar,
)
from legalassist.assessments.assess import Assessment
from legalassist.assessments.missing import grouped
from legalassist.cli.store_door import case_to_read, content_for
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, console, day_of, library_of
from legalassist.law.deadline import Deadline
from legalassist.packets.owed import Owed

_path = click.Path(path_type=Path)


@click.command()
@click.argument("case")
@as_of_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people, or for programs."
)
@click.option("--ics", type=_path, metavar="FILE", help="Write the days to come as a calendar: no name, no matter.")
@click.option("--clinic", type=_path, help="The clinic's particulars (clinic.yaml): its days in the mail.")
@click.option("--explain", is_flag=True, help="Print each finding with everything it hangs on and its authorities.")
@click.pass_context
def assess(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, as_of: str | None, form: str, ics: Path | None, clinic: Path | None, *, explain: bool
) -> None:
    """Say what the record of CASE shows, what is missing, and which days matter.

    Nothing here decides a case: it shows what answers and exhibits speak to, and what an attorney must decide.

    Example: legalassist assess interviews/tvisa/examples/mei.yaml
    """
    opened, library = case_to_read(ctx, case), library_of(ctx)
    assessment = assess_case(opened, library, as_of=day_of(as_of), clinic=clinic, content=content_for(ctx, case))
    if ics is not None:
        count = write_calendar(opened, library, assessment, ics)
        click.echo(f"{ics}: {count} deadlines", err=True)
    if form == "json":
        click.echo(
            json.dumps(
                as_data(assessment, owed_items(opened, library, assessment)),
                ensure_ascii=False,
                indent=2,
                sort_keys=True,
            )
        )
    else:
        shown = replace(assessment, missing=grouped(assessment.missing))
        _print(console(), assessment, owed_items(opened, library, shown), explain=explain)
    ctx.exit(NEEDS_A_PERSON if assessment.missing else DONE)


def _print(out: Console, assessment: Assessment, owed: Sequence[Owed], *, explain: bool) -> None:
    """Print an assessment for people."""
    findings = _table("Findings", "About", "What the record shows", "Authorities")
    for finding in assessment.findings:
        about = f"{finding.title} ({finding.subject})" if finding.subject else finding.title
        findings.add_row(about, f"{finding.verdict.value}: {finding.reason.value}", ", ".join(finding.authorities))
    out.print(findings)
    for text in _lines(assessment, explain=explain):
        out.print(text, markup=False)
    if assessment.missing:
        missing = _table("Still missing", "Fact", "Why", "Page", "By", "Blocks")
        for one in owed:
            missing.add_row(one.item.path, one.item.why, one.item.page, one.by, ", ".join(one.pieces))
        out.print(missing)


def _lines(assessment: Assessment, *, explain: bool) -> Iterator[str]:
    """Yield what stands below the table of findings, line by line."""
    if explain:
        yield from (explain_finding(finding) for finding in assessment.findings)
    yield from map(_deadline, assessment.deadlines)
    asked = open_contradictions(assessment.facts.case, assessment)
    for one in asked:
        yield f"please ask ({one.id}): {one.about} ({' / '.join(one.paths)})"
    if len(asked) < len(assessment.contradictions):
        yield f"{len(assessment.contradictions) - len(asked)} asked about and settled: the notes stand in the memo"
    for path in assessment.set_aside:
        yield f"kept out, its question no longer applies: {path}"


def _deadline(one: Deadline) -> str:
    """Return one deadline: its day, over or not, the day to mail by, and how it was counted where it matters."""
    words = [
        f"{one.says} {one.received_by}{' (passed)' if one.passed else ''}: {one.title} ({one.subject or 'client'})"
    ]
    words += [f"mail by {one.mail_by}"] if one.mail_by and not one.passed else []
    words += [f"not before {one.not_before}"] if one.not_before else []
    return "; ".join([*words, *(note.value for note in one.notes)])


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
