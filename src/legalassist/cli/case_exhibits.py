"""``legalassist case exhibit``: papers into a case, cleaned and filed; what is there; a copy of one as it came."""

import os
from pathlib import Path

import click

from legalassist.api import keeping, outputs
from legalassist.api.synced import refuse_synced
from legalassist.cases.exhibit_file import FiledAs
from legalassist.cli.hidden import typed
from legalassist.cli.store_door import case_at, right_now, stored_case, synced_option
from legalassist.cli.world import library_of
from legalassist.errors import UsageError

_path = click.Path(path_type=Path)


@click.group("exhibit")
def exhibit() -> None:
    """Keep papers with a case: cleaned, filed with their row of the exhibits, and as they came.

    Example: legalassist case exhibit add C-7K4P scan.pdf --for exhibits[2]
    """


@exhibit.command("add")
@click.argument("case")
@click.argument("file", type=_path)
@click.option("--for", "row", metavar="ROW", help="The paper's row in the list of exhibits, such as exhibits[2].")
@click.option("--as", "role", type=click.Choice([role.value for role in FiledAs]), default="original",
              show_default=True,
              help="The paper itself, its English translation, or the translator's certificate.")  # fmt: skip
@click.option("--title", help="What it is; the file's own name otherwise.")
@click.option("--password", "locked", is_flag=True, help="The PDF has a password: it is asked for, unseen.")
@click.option("--pictures", is_flag=True, help="Make every page a picture: nothing but what is seen goes on.")
@click.pass_context
def exhibit_add(  # noqa: PLR0913, PLR0917 - the options of one command
    ctx: click.Context, case: str, file: Path, row: str | None, role: str, title: str | None,
    *, locked: bool, pictures: bool,
) -> None:  # fmt: skip
    """Keep FILE (PDF, JPEG, PNG, TIFF, HEIC, Word) with CASE; FILE itself stays where it is.

    With --for it is opened in a process of its own and rebuilt as Letter pages that hold what can be seen and nothing
    else; what was left behind is listed. Only these pages are bound into a packet. A case of the store also keeps the
    file as it came, encrypted. Without --for it is only kept as it came, and not opened.

    Example: legalassist case exhibit add C-7K4P notes-en.pdf --for exhibits[1] --as translation
    """
    found = case_at(ctx, case)
    if row is None:
        if isinstance(found, Path):
            raise UsageError("beside an answers file a paper is kept for its row", "add --for exhibits[1]")
        record = keeping.add_exhibit(found.store, found.opened, file, keeping.paper_title(title, file), right_now())
        click.echo(f"kept as record {record}, as it came: may be unsafe; not filed with a row")
        return
    from legalassist.api import exhibits  # noqa: PLC0415 -- loads what lays out pages

    filing = exhibits.Filing(row, FiledAs(role))
    password = typed(ctx, "Password of the PDF") if locked else None
    content, cleaned = exhibits.read_cleaned(file, library_of(ctx), password=password, pictures=pictures)
    if isinstance(found, Path):
        exhibits.keep_beside(found, library_of(ctx), cleaned, filing, "unnamed", right_now())
    else:
        exhibits.keep_in_store(found, content, cleaned, keeping.paper_title(title, file), filing)
    click.echo(f"{row}: {role}, {cleaned.pages} page{'s' if cleaned.pages > 1 else ''}")
    for one in cleaned.noticed:
        click.echo(f"  not taken, or to know: {one}")


@exhibit.command("list")
@click.argument("case")
@click.pass_context
def exhibit_list(ctx: click.Context, case: str) -> None:
    """List the papers of CASE by their rows: the key to cite each by, its files, and what was left behind.

    Example: legalassist case exhibit list C-7K4P
    """
    from legalassist.api import exhibits  # noqa: PLC0415 -- as above
    from legalassist.api.opening import open_case  # noqa: PLC0415 -- loads the law

    found = case_at(ctx, case)
    if isinstance(found, Path):
        rows = exhibits.listed(open_case(found, library_of(ctx))[1])
    else:
        rows = exhibits.listed(found.case, {str(number): record for number, record in keeping.papers(found.opened)})
    for one in rows:
        files = ", ".join(f"{role} {file.pages} p." for role, file in one.files.items())
        click.echo(f"{one.row}  {one.key}  {files or 'no file yet'}")
        for role, lines in one.noticed.items():
            for line in lines:
                click.echo(f"    {role}: {line}")


@exhibit.command("copy")
@click.argument("number", metavar="CASE")
@click.argument("record", type=int)
@click.argument("file", type=_path)
@synced_option
@click.pass_context
def exhibit_copy(ctx: click.Context, number: str, record: int, file: Path, *, synced_ok: bool) -> None:
    """Write a paper of CASE to FILE as it came: an original may be unsafe to open. FILE is registered.

    Example: legalassist case exhibit copy C-7K4P 12 out/original.pdf
    """
    found = stored_case(ctx, number)
    refuse_synced(file, accepted=synced_ok)
    content = keeping.paper_content(found.store, found.opened, record)
    if file.exists():
        raise UsageError(f"{file} is there already", "nothing is written over; name another file")
    outputs.register(found.store, found.opened, file, right_now())
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content)
    except OSError as wrong:
        raise UsageError(f"{file} cannot be written: {wrong.strerror}", "name a place you may write to") from None
    click.echo(f"{file}: the original, may be unsafe")
