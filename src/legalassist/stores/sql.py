"""The tables in a database, through SQLAlchemy Core, with no word of SQL that only one database knows.

What a database must do its own way (open, begin, make durable, scrub, explain its errors) is its own module: `sqlite`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from legalassist.errors import StoreError
from legalassist.stores.tables import Row, Table

METADATA = sa.MetaData()
TABLES = {
    name: sa.Table(
        name.value,
        METADATA,
        sa.Column("owner", sa.LargeBinary(16), primary_key=True),
        sa.Column("row", sa.LargeBinary(16), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,  # rows lie in the order of their ids, which is random, not in the order they came
    )
    for name in Table
}


def _statements(table: sa.Table) -> dict[str, sa.Executable]:
    """Return everything that is ever asked of a table."""
    owner: sa.BindParameter[bytes] = sa.bindparam("o")
    row: sa.BindParameter[bytes] = sa.bindparam("r")
    sealed: sa.BindParameter[bytes] = sa.bindparam("s")
    one, its = sa.and_(table.c.owner == owner, table.c.row == row), table.c.owner == owner
    return {
        "get": sa.select(table.c.sealed).where(one),
        "all": sa.select(table).order_by(table.c.owner, table.c.row),
        "of": sa.select(table).where(its).order_by(table.c.row),
        "add": sa.insert(table).values(owner=owner, row=row, sealed=sealed),
        "replace": sa.update(table).where(one).values(sealed=sealed),
        "delete": sa.delete(table).where(one),
        "delete of": sa.delete(table).where(its),
    }


class _Text:
    """A statement as one database's own text: compiled once, so that a save costs no more than the database's work."""

    def __init__(self, statement: sa.Executable, dialect: sa.Dialect) -> None:
        compiled = statement.compile(dialect=dialect)  # type: ignore[attr-defined]  # every statement above compiles
        self.text = str(compiled)
        self._order: list[str] | None = compiled.positiontup

    def values(self, **values: bytes) -> Any:  # noqa: ANN401 -- a tuple or a mapping, as the database's driver wants
        """Return the values as the driver takes them."""
        return values if self._order is None else tuple(values[name] for name in self._order)


_Texts = dict[Table, dict[str, _Text]]
_AT_ONCE = 500
"""Rows fetched at a time: exhibits have large ones."""

UNREADABLE = (SQLAlchemyError, UnicodeDecodeError)
"""What opening a damaged database may raise: a driver quotes damaged names in its messages, which need not be text."""

Explain = Callable[[Exception], StoreError]
"""Turns an error of SQLAlchemy or of the database's driver into what a person can do about it."""


class _Look:
    """Runs the compiled statements on the driver's own cursor (PEP 249), on a connection of SQLAlchemy's pool.

    SQLAlchemy's own execution would cost a save more than the database does: measured, 1.1 ms against 0.2.
    """

    def __init__(self, connection: sa.PoolProxiedConnection, texts: _Texts) -> None:
        self._connection = connection
        self._texts = texts

    def _run(self, what: str, table: Table, **values: bytes) -> Any:  # noqa: ANN401 -- a cursor, as each driver has it
        text = self._texts[table][what]
        cursor = self._connection.cursor()
        cursor.execute(text.text, text.values(**values))
        return cursor

    def get(self, table: Table, owner: bytes, row: bytes) -> bytes | None:
        found = self._run("get", table, o=owner, r=row).fetchone()
        return None if found is None else bytes(found[0])

    def rows(self, table: Table, owner: bytes | None = None) -> Iterator[Row]:
        found = self._run("all", table) if owner is None else self._run("of", table, o=owner)
        while part := found.fetchmany(_AT_ONCE):
            yield from part


class _Change(_Look):
    def __init__(self, connection: sa.PoolProxiedConnection, texts: _Texts, there_already: type[Exception]) -> None:
        super().__init__(connection, texts)
        self._there_already = there_already

    def add(self, table: Table, owner: bytes, row: bytes, sealed: bytes) -> None:
        try:
            self._run("add", table, o=owner, r=row, s=sealed)
        except self._there_already:
            message = "a row with this id is there already"
            raise StoreError(message, "another program saved first: open the case again") from None

    def replace(self, table: Table, owner: bytes, row: bytes, sealed: bytes) -> None:
        if self._run("replace", table, o=owner, r=row, s=sealed).rowcount != 1:
            raise StoreError("a row that was to be replaced is gone", "open the case again")

    def delete(self, table: Table, owner: bytes, row: bytes | None = None) -> None:
        if row is None:
            self._run("delete of", table, o=owner)
        else:
            self._run("delete", table, o=owner, r=row)


@dataclass(frozen=True, slots=True)
class Begin:
    """How a database begins a transaction: one that only looks, at one moment; one that keeps other writers out."""

    looking: str
    writing: str


class SqlTables:
    """Tables behind a SQLAlchemy engine whose module has set it up and says how its errors read."""

    def __init__(self, engine: sa.Engine, name: str, begin: Begin, explain: Explain) -> None:
        """Take an engine whose database is at the newest revision."""
        self.engine = engine
        self.name = name
        self._begin = begin
        self._explain = explain
        self._driver = engine.dialect.loaded_dbapi
        self._texts = {
            table: {what: _Text(statement, engine.dialect) for what, statement in _statements(made).items()}
            for table, made in TABLES.items()
        }

    @contextmanager
    def reading(self) -> Iterator[_Look]:
        """Open a consistent look: one transaction that only reads."""
        with self._transaction(self._begin.looking) as connection:
            yield _Look(connection, self._texts)

    @contextmanager
    def writing(self) -> Iterator[_Change]:
        """Open a change: one transaction that keeps other writers out from its beginning."""
        with self._transaction(self._begin.writing) as connection:
            yield _Change(connection, self._texts, self._driver.IntegrityError)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sa.PoolProxiedConnection]:
        try:
            connection = self.engine.raw_connection()
            try:
                connection.cursor().execute(begin)
                yield connection
                connection.commit()
            finally:
                connection.close()  # back into the pool, which takes back what was not committed
        except (*UNREADABLE, self._driver.Error) as wrong:
            raise self._explain(wrong) from None

    def scrub(self) -> None:
        """Left to the database's own module."""

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()
