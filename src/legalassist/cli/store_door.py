"""From a command line to an open store: the data folder, the key, the case a person names; and closing it all again."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legalassist.api import asking
from legalassist.api.asking import Opened
from legalassist.api.numbers import is_number
from legalassist.api.synced import refuse_synced
from legalassist.cases.case import Case
from legalassist.cli.hidden import typed
from legalassist.cli.protecting import protect_memory
from legalassist.cli.world import library_of
from legalassist.errors import StoreError, UsageError

if TYPE_CHECKING:  # the store's libraries load where a command opens it: an answers file does not wait for them
    from legalassist.api.exhibit_files import Content
    from legalassist.api.stored_cases import StoredCase
    from legalassist.api.unlocking import OpenStore

_STORE = "legalassist.store"

synced_option = click.option(
    "--synced-folder-is-ok", "synced_ok", is_flag=True, help="Write into a folder that a cloud service copies."
)


def right_now() -> datetime:
    """Return this machine's clock, with its zone: a day is the office's own, also in the evening."""
    return datetime.now().astimezone()


def data_folder(ctx: click.Context) -> Path:
    """Return the data folder: --data, LEGALASSIST_DATA, or the user's own by the XDG rules."""
    named = ctx.find_root().params.get("data")
    if named is not None:
        return Path(named).absolute()
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home, "legalassist")


def open_store(ctx: click.Context) -> "OpenStore":
    """Return the store, opened once for a command and closed at its end.

    Raises StoreError where there is none, it is locked, or the passphrase does not open it.
    """
    from legalassist.api.unlocking import open_with_key, store_file, unlocked  # noqa: PLC0415 -- loads the store
    from legalassist.cli import agent_client  # noqa: PLC0415 -- loads the store

    root = ctx.find_root()
    if _STORE in root.meta:
        kept: OpenStore = root.meta[_STORE]
        return kept
    protect_memory()
    data, damaged = data_folder(ctx), bool(root.params.get("accept_damage"))
    store_file(data)
    if root.params.get("passphrase_fd") is not None:
        store = unlocked(data, typed(ctx, "Passphrase"), os.urandom, accept_damage=damaged)
    else:
        key = agent_client.held_key(data)
        if key is None:
            raise StoreError("the store is locked", "unlock it with 'legalassist unlock'")
        store = open_with_key(data, key, os.urandom, accept_damage=damaged)

    def close() -> None:
        if store.whole:
            agent_client.saw(data, store.head.changes)
        store.lock()
        store.tables.close()

    root.call_on_close(close)
    root.meta[_STORE] = store
    return store


def stored_case(ctx: click.Context, number: str) -> "StoredCase":
    """Return the case of the store with a number; UsageError for what is no number."""
    from legalassist.api.stored_cases import open_stored  # noqa: PLC0415 -- loads the store

    if not is_number(number):
        raise UsageError("this is not a case number", "it looks like C-7K4P; 'legalassist case list' shows them")
    return open_stored(open_store(ctx), number.upper(), right_now)


def case_at(ctx: click.Context, named: str) -> "StoredCase | Path":
    """Return what CASE names: a case of the store by its number, or the path of an invented person's answers file."""
    return stored_case(ctx, named) if is_number(named) else Path(named)


def case_to_read(ctx: click.Context, named: str) -> Case | Path:
    """Return what CASE names for a command that only reads it."""
    found = case_at(ctx, named)
    return found if isinstance(found, Path) else found.case


def content_for(ctx: click.Context, named: str) -> "Content | None":
    """Return what reads the exhibit files of a case of the store; None for an answers file, beside which they lie."""
    found = case_at(ctx, named)
    return None if isinstance(found, Path) else found.content


def case_to_ask(ctx: click.Context, named: str) -> Opened:
    """Return what CASE names, opened for answers."""
    found, library = case_at(ctx, named), library_of(ctx)
    if isinstance(found, Path):
        return asking.open_answers(found, library)
    return asking.open_kept(found, found.case, library)


def who_enters(opened: Opened, by: str | None) -> str:
    """Return who enters the answers: as an option says, or whoever unlocked the store."""
    return by if by is not None else opened.kept.opened_by or "unnamed"


def case_to_write(
    ctx: click.Context, named: str, out: Path, *, synced_ok: bool, check: Callable[[Path], None] | None = None
) -> Case | Path:
    """Return what CASE names for a command that writes plain files of it to `out`, which is registered before.

    `check` raises where the folder holds anything else than such files as they were written; a packet's by default.
    Raises UsageError for a synchronised folder, unless the person named it twice.
    """
    found = case_at(ctx, named)
    if isinstance(found, Path):
        return found
    from legalassist.api import outputs  # noqa: PLC0415 -- loads the store
    from legalassist.packets.folder import check_untouched  # noqa: PLC0415 -- as above

    refuse_synced(out, accepted=synced_ok)
    (check or check_untouched)(out)
    outputs.register(found.store, found.opened, out, right_now())
    return found.case
