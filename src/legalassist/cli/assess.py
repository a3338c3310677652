"""``legalassist assess``: findings, deadlines, contradictions and missing items, each with its reason."""

import json
from collections.abc import Iterator

import click
from rich.console import Console
from rich.table import Table

from legalassist.api.deciding import as_data, assess_case, explain_finding
from legalassist.assessments.assess import Assessment
from legalassist.cli.store_door import case_to_read
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, console, day_of, library_of


@click.command()
@click.argument("case")
@as_of_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people, or for programs."
)
@click.option("--explain", is_flag=True, help="Print each finding with everything it hangs on and its authorities.")
@click.pass_context
def assess(ctx: click.Context, case: str, as_of: str | None, form: str, *, explain: bool) -> None:
    """Say what the record of CASE shows, what is missing, and which days matter.

    Nothing here decides a case: it shows what answers and exhibits speak to, and what an attorney must decide.

    Example: legalassist assess interviews/tvisa/examples/mei.yaml
    """
    assessment = assess_case(case_to_read(ctx, case), library_of(ctx), as_of=day_of(as_of))
    if form == "json":
        click.echo(json.dumps(as_data(assessment), ensure_ascii=False, indent=2, sort_keys=True))
    else:
        _print(console(), assessment, explain=explain)
    ctx.exit(NEEDS_A_PERSON if assessment.missing else DONE)


def _print(out: Console, assessment: Assessment, *, explain: bool) -> None:
    """Print an assessment for people."""
    findings = _table("Findings", "About", "What the record shows", "Authorities")
    for finding in assessment.findings:
        about = f"{finding.title} ({finding.subject})" if finding.subject else finding.title
        findings.add_row(about, f"{finding.verdict.value}: {finding.reason.value}", ", ".join(finding.authorities))
    out.print(findings)
    for text in _lines(assessment, explain=explain):
        out.print(text, markup=False)
    if assessment.missing:
        missing = _table("Still missing", "Fact", "Why", "Page")
        for item in assessment.missing:
            missing.add_row(item.path, item.why, item.page)
        out.print(missing)


def _lines(assessment: Assessment, *, explain: bool) -> Iterator[str]:
    """Yield what stands below the table of findings, line by line."""
    if explain:
        yield from (explain_finding(finding) for finding in assessment.findings)
    for deadline in assessment.deadlines:
        yield f"received by {deadline.received_by}: {deadline.title} ({deadline.subject or 'client'})"
    for one in assessment.contradictions:
        yield f"please ask: {one.about} ({' / '.join(one.paths)})"
    for path in assessment.set_aside:
        yield f"kept out, its question no longer applies: {path}"


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
