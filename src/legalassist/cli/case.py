"""``legalassist case``: begin, find and show cases; the commands about papers, people and removing are beside."""

import click

from legalassist.api import keeping
from legalassist.api.outputs import outputs
from legalassist.api.stored_cases import StoredCase
from legalassist.cli.case_exhibits import exhibit
from legalassist.cli.case_papers import demand, export, import_command, outputs_command
from legalassist.cli.case_people import accept_clock, passphrase, people, receipt, setup, verify
from legalassist.cli.case_removing import erase, hold, redact, scrub
from legalassist.cli.store_door import open_store, right_now, stored_case
from legalassist.cli.world import console, library_of
from legalassist.errors import UsageError
from legalassist.stores.listing import Listed
from legalassist.stores.records import Attached
from legalassist.stores.search import check_conflicts, search


@click.group()
def case() -> None:
    """Set the case store up; begin, find, show and remove cases.

    Example: legalassist case list
    """


for _command in (accept_clock, demand, erase, exhibit, export, hold, import_command, outputs_command, passphrase,
                 people, receipt, redact, scrub, setup, verify):  # fmt: skip
    case.add_command(_command)


@case.command("new")
@click.option("--interview", default="tvisa", show_default=True, help="Which interview the case answers.")
@click.option("--only", "only", multiple=True, metavar="NAME", help="Restricted: opens for this person only, and you.")
@click.option("--not-for-recovery", is_flag=True, help="A restricted case that the recovery key does not open either.")
@click.pass_context
def new_command(ctx: click.Context, interview: str, only: tuple[str, ...], *, not_for_recovery: bool) -> None:
    """Begin a case and print its number.

    Example: legalassist case new
    """
    from legalassist.api.opening import open_interview  # noqa: PLC0415 - loads the law

    if not_for_recovery and not only:
        raise UsageError("only a restricted case can be kept from the recovery key", "name its people with --only")
    open_interview(library_of(ctx), interview)
    number = keeping.begin(open_store(ctx), interview, right_now(), only=only, recoverable=not not_for_recovery)
    click.echo(number)


@case.command("list")
@click.pass_context
def list_command(ctx: click.Context) -> None:
    """List the cases your key opens.

    Example: legalassist case list
    """
    _print_listed(keeping.listed(open_store(ctx)))


@case.command("search")
@click.argument("text", required=False)
@click.pass_context
def search_command(ctx: click.Context, text: str | None) -> None:
    """Find cases by number, stage, or a name or number in any spelling, Chinese or Latin.

    Without TEXT it is asked for, so that it does not stay in the shell's memory.

    Example: legalassist case search "wang xiaomei"
    """
    store = open_store(ctx)
    _print_listed(search(keeping.listed(store), text or _asked("Search")))


@case.command("conflicts")
@click.argument("names", nargs=-1)
@click.pass_context
def conflicts_command(ctx: click.Context, names: tuple[str, ...]) -> None:
    """Check NAMES, businesses and telephone numbers against everybody in every case. The check is noted.

    A hit is a question for a person: names that sound alike hit too. A restricted case says "see supervisor". Without
    NAMES they are asked for, one a line, so that they do not stay in the shell's memory.

    Example: legalassist case conflicts "Golden Lake Restaurant" 718-555-0123
    """
    store = open_store(ctx)
    asked = names or tuple(line for line in iter(lambda: _asked("Name (Enter ends)", default=""), "") if line)
    hits = check_conflicts(store, asked, right_now())
    for hit in hits:
        how = "the same" if hit.exact else "perhaps"
        click.echo("  ".join((hit.asked, how, hit.said, hit.side.value if hit.side else "", hit.number)))
    click.echo(f"{len(asked)} checked, {len(hits)} to look at")


@case.command("show")
@click.argument("number", metavar="CASE")
@click.pass_context
def show_command(ctx: click.Context, number: str) -> None:
    """Show what CASE is: who is in it, how many answers, which papers, which plain files left the store.

    Example: legalassist case show C-7K4P
    """
    for line in _shown(stored_case(ctx, number)):
        click.echo(line)


def _shown(found: StoredCase) -> list[str]:
    header, opened = found.opened.header, found.opened
    marks = [word for word, on in (("restricted", header.restricted), ("legal hold", opened.held)) if on]
    lines = [
        " · ".join((header.number, header.interview, header.stage, *marks)),
        f"reference on documents: {header.reference}; begun {header.opened_at}",
        f"{len(opened.case.current)} answers standing, {len(opened.case.answers)} given",
    ]
    lines += [f"{side}: {said}" for side, said, _ in header.parties]
    lines += [
        f"{one.what} {number}: {one.title} ({one.media_type}, {one.size:,} bytes){_filed(one)}"
        for number, one in keeping.papers(opened)
    ]
    lines += [f"plain files: {one.path}" for one in outputs(found.store, opened)]
    return lines


def _filed(one: Attached) -> str:
    """Return what a paper is filed as, and whether it is as it came."""
    where = f"; {one.row}, {one.role}" if one.row else ""
    return where + ("; cleaned" if one.cleaned_from else "; original, may be unsafe" if one.what == "exhibit" else "")


@case.command("history")
@click.argument("number", metavar="CASE")
@click.argument("path", required=False, default="")
@click.pass_context
def history_command(ctx: click.Context, number: str, path: str) -> None:
    """Say what happened to CASE, or to one PATH of it: when, by whom, which path; not what was said.

    Example: legalassist case history C-7K4P client.name
    """
    found = stored_case(ctx, number)
    for entry in keeping.history(found.store, found.opened, path):
        said = (f"{entry.number:>5}  {entry.at}", entry.by, entry.what, entry.path, entry.why)
        click.echo("  ".join(part for part in said if part))


def _asked(prompt: str, default: str | None = None) -> str:
    text: str = click.prompt(prompt, default=default, show_default=False, err=True)
    return text


def _print_listed(found: tuple[Listed, ...]) -> None:
    """Print one line for each case."""
    out = console()
    for one in found:
        header = one.header
        marks = " ".join(word for word, on in (("restricted", header.restricted), ("hold", header.held)) if on)
        line = "  ".join((header.number, header.opened_at[:10], header.stage, header.client or "(no name yet)", marks))
        out.print(line.rstrip(), markup=False)
    out.print(f"{len(found)} cases" if len(found) != 1 else "1 case")
