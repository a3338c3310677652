"""The tables in a database, through SQLAlchemy Core, with no word of SQL that only one database knows.

What a database must do its own way (open, begin, make durable, scrub, explain its errors) is its own module: `sqlite`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from legalassist.errors import StoreError
from legalassist.stores.tables import Row, Table

METADATA = sa.MetaData()
_ID = sa.LargeBinary(16)
TABLES = {
    name: sa.Table(
        name.value,
        METADATA,
        sa.Column("owner", _ID, primary_key=True),
        sa.Column("row", _ID, primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,  # rows lie in the order of their ids, which is random, not in the order they came
    )
    for name in Table
}
_OWNER, _ROW, _SEALED = (
    sa.bindparam("o", type_=_ID),
    sa.bindparam("r", type_=_ID),
    sa.bindparam("s", type_=sa.LargeBinary),
)


def _one(table: sa.Table) -> sa.ColumnElement[bool]:
    return sa.and_(table.c.owner == _OWNER, table.c.row == _ROW)


# Each statement is built once: building costs more than running it.
_GET = {name: sa.select(table.c.sealed).where(_one(table)) for name, table in TABLES.items()}
_ALL = {name: sa.select(table).order_by(table.c.owner, table.c.row) for name, table in TABLES.items()}
_OF = {name: sa.select(table).where(table.c.owner == _OWNER).order_by(table.c.row) for name, table in TABLES.items()}
_ADD = {name: sa.insert(table).values(owner=_OWNER, row=_ROW, sealed=_SEALED) for name, table in TABLES.items()}
_REPLACE = {name: sa.update(table).where(_one(table)).values(sealed=_SEALED) for name, table in TABLES.items()}
_DELETE = {name: sa.delete(table).where(_one(table)) for name, table in TABLES.items()}
_DELETE_OF = {name: sa.delete(table).where(table.c.owner == _OWNER) for name, table in TABLES.items()}

Explain = Callable[[SQLAlchemyError], StoreError]
"""Turns a database's error into what a person can do about it."""


class _Look:
    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def _run(self, statement: Any, **values: bytes) -> Any:  # noqa: ANN401 -- SQLAlchemy's own type
        return self._connection.execute(statement, values)

    def get(self, table: Table, owner: bytes, row: bytes) -> bytes | None:
        found = self._run(_GET[table], o=owner, r=row).scalar()
        return None if found is None else bytes(found)

    def rows(self, table: Table, owner: bytes | None = None) -> Iterator[Row]:
        found = self._run(_ALL[table]) if owner is None else self._run(_OF[table], o=owner)
        for one in found:
            yield bytes(one[0]), bytes(one[1]), bytes(one[2])


class _Change(_Look):
    def add(self, table: Table, owner: bytes, row: bytes, sealed: bytes) -> None:
        try:
            self._run(_ADD[table], o=owner, r=row, s=sealed)
        except IntegrityError:
            message = "a row with this id is there already"
            raise StoreError(message, "another program saved first: open the case again") from None

    def replace(self, table: Table, owner: bytes, row: bytes, sealed: bytes) -> None:
        if self._run(_REPLACE[table], o=owner, r=row, s=sealed).rowcount != 1:
            raise StoreError("a row that was to be replaced is gone", "open the case again")

    def delete(self, table: Table, owner: bytes, row: bytes | None = None) -> None:
        if row is None:
            self._run(_DELETE_OF[table], o=owner)
        else:
            self._run(_DELETE[table], o=owner, r=row)


class SqlTables:
    """Tables behind a SQLAlchemy engine whose module has set it up and says how its errors read."""

    def __init__(self, engine: sa.Engine, name: str, explain: Explain) -> None:
        """Take an engine whose database is at the newest revision."""
        self.engine = engine
        self.name = name
        self._explain = explain

    @contextmanager
    def reading(self) -> Iterator[_Look]:
        """Open a consistent look: one transaction that only reads."""
        try:
            with self.engine.connect() as connection, connection.begin():
                yield _Look(connection)
        except SQLAlchemyError as wrong:
            raise self._explain(wrong) from None

    @contextmanager
    def writing(self) -> Iterator[_Change]:
        """Open a change: one transaction that keeps other writers out from its beginning (option ``writes``)."""
        try:
            with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
                yield _Change(connection)
        except SQLAlchemyError as wrong:
            raise self._explain(wrong) from None

    def scrub(self) -> None:
        """Left to the database's own module."""

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()
