"""Bring a database to the newest revision, with Alembic run from here: no ini file, no command, one transaction."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from legalassist.errors import StoreError

SCRIPTS = Path(__file__).with_name("migrations")


@cache
def known_revisions(scripts: Path = SCRIPTS) -> tuple[str, ...]:
    """Return every revision this program knows, oldest first; read from the scripts' names, without Alembic."""
    return tuple(path.stem for path in sorted((scripts / "versions").glob("r[0-9]*.py")))


def revision(connection: sa.Connection) -> str | None:
    """Return the database's revision; None for an empty one."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def refuse_unknown(found: str | None, where: str, scripts: Path = SCRIPTS) -> None:
    """Raise StoreError for a database without a revision, or from a newer program."""
    if found is None:
        raise StoreError(f"{where} is not a case store", "name the store's file, or set up a new store")
    if found not in known_revisions(scripts):
        message = f"{where} was written by a newer legalassist (its format is {found!r})"
        raise StoreError(message, "install the newer program here; nothing was changed")


def upgrade(connection: sa.Connection, scripts: Path = SCRIPTS) -> None:
    """Run the migrations that are still owed, inside the connection's transaction: all of them, or none."""
    from alembic.config import Config  # noqa: PLC0415 -- a tenth of a second, and needed once in a store's life
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415 -- as above
    from alembic.runtime.migration import MigrationContext, RevisionStep  # noqa: PLC0415 -- as above
    from alembic.script import ScriptDirectory  # noqa: PLC0415 -- as above

    config = Config()
    config.set_main_option("script_location", str(scripts))
    directory = ScriptDirectory.from_config(config)

    def owed(current: tuple[str, ...], _context: MigrationContext) -> Iterable[RevisionStep]:
        return directory._upgrade_revs("head", current)  # type: ignore[arg-type]  # noqa: SLF001 -- Alembic's own env does this

    with EnvironmentContext(config, directory, fn=owed) as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()
