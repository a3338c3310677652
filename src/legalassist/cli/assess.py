"""``legalassist assess``: findings, deadlines, contradictions and missing items, each with its reason."""

import json
from pathlib import Path

import click
from rich.table import Table

from legalassist.api.deciding import as_data, assess_case, explain_finding
from legalassist.cli.world import DONE, NEEDS_A_PERSON, as_of_option, console, day_of, library_of


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@as_of_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people, or for programs.")
@click.option("--explain", is_flag=True, help="Print each finding with everything it hangs on and its authorities.")
@click.pass_context
def assess(ctx: click.Context, case: Path, as_of: str | None, form: str, *, explain: bool) -> None:
    """Say what the record of CASE shows, what is missing, and which days matter.

    Nothing here decides a case: it shows what answers and exhibits speak to, and what an attorney must decide.

    Example: legalassist assess interviews/tvisa/examples/mei.yaml
    """
    assessment = assess_case(case, library_of(ctx), as_of=day_of(as_of))
    if form == "json":
        click.echo(json.dumps(as_data(assessment), ensure_ascii=False, indent=2, sort_keys=True))
        ctx.exit(NEEDS_A_PERSON if assessment.missing else DONE)
    out = console()
    findings = Table(title="Findings", title_justify="left", show_lines=False)
    for column in ("About", "What the record shows", "Authorities"):
        findings.add_column(column, overflow="fold")
    for finding in assessment.findings:
        about = f"{finding.title} ({finding.subject})" if finding.subject else finding.title
        findings.add_row(about, f"{finding.verdict.value}: {finding.reason.value}", ", ".join(finding.authorities))
    out.print(findings)
    if explain:
        for finding in assessment.findings:
            out.print(explain_finding(finding), markup=False)
    for deadline in assessment.deadlines:
        out.print(f"received by {deadline.received_by}: {deadline.title} ({deadline.subject or 'client'})", markup=False)
    missing = Table(title="Still missing", title_justify="left")
    for column in ("Fact", "Why", "Page"):
        missing.add_column(column, overflow="fold")
    for item in assessment.missing:
        missing.add_row(item.path, item.why, item.page)
    if assessment.missing:
        out.print(missing)
    for one in assessment.contradictions:
        out.print(f"please ask: {one.about} ({' / '.join(one.paths)})", markup=False)
    for path in assessment.set_aside:
        out.print(f"kept out, its question no longer applies: {path}", markup=False)
    ctx.exit(NEEDS_A_PERSON if assessment.missing else DONE)
