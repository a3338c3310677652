"""``legalassist backup FILE`` and ``legalassist backup verify FILE``."""

from pathlib import Path

import click

from legalassist.api import backing_up
from legalassist.api.keeping import person_named
from legalassist.cli.hidden import typed
from legalassist.cli.protecting import protect_memory
from legalassist.cli.store_door import open_store, right_now
from legalassist.errors import UsageError


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="FILE | verify FILE")
@click.option("--for", "names", multiple=True, metavar="NAME", help="The one or two supervisors who can open it.")
@click.option("--recovery", is_flag=True, help="With verify: open it with the recovery key.")
@click.pass_context
def backup(ctx: click.Context, words: tuple[str, ...], names: tuple[str, ...], *, recovery: bool) -> None:
    """Back the case store up into FILE while it is in use, or read a backup through with 'verify FILE'.

    It opens for the recovery key and for one or two supervisors (you, where none is named). Beside it lies FILE.gone,
    the list of what was erased: keep the newest of these lists with your backups.

    Example: legalassist backup /media/stick/2026-11-23.backup
    """
    match words:
        case ("verify", file):
            protect_memory()
            opener = backing_up.opener_of(typed(ctx, "Recovery key" if recovery else "Passphrase"), recovery=recovery)
            size = backing_up.check_backup(Path(file), opener)
            click.echo(f"{file}: whole, {size:,} bytes were read and checked")
        case (file,):
            _make(ctx, Path(file), names)
        case _:
            raise UsageError("name one file", "legalassist backup FILE, or legalassist backup verify FILE")


def _make(ctx: click.Context, file: Path, names: tuple[str, ...]) -> None:
    store = open_store(ctx)
    supervisors = tuple(person_named(store, name) for name in names) or (store.person,)
    made = backing_up.back_up(store, file, supervisors, right_now())
    click.echo(f"{file}: written, for {', '.join(one.name for one in supervisors)} and the recovery key")
    click.echo(f"code of the store in it: {made.code} (keep it on paper); expires {made.expires}")
