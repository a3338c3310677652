"""The tables in memory: for tests, and for looking through a backup without a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from legalassist.errors import StoreError
from legalassist.stores.tables import Row, Table

_Content = dict[Table, dict[tuple[bytes, bytes], bytes]]


class _Look:
    def __init__(self, content: _Content) -> None:
        self.content = content

    def get(self, table: Table, owner: bytes, row: bytes) -> bytes | None:
        return self.content[table].get((owner, row))

    def rows(self, table: Table, owner: bytes | None = None) -> Iterator[Row]:
        for (whose, row), sealed in sorted(self.content[table].items()):
            if owner is None or whose == owner:
                yield whose, row, sealed


class _Change(_Look):
    def add(self, table: Table, owner: bytes, row: bytes, sealed: bytes) -> None:
        if (owner, row) in self.content[table]:
            raise StoreError("a row with this id is there already", "another program saved first: open the case again")
        self.content[table][owner, row] = sealed

    def replace(self, table: Table, owner: bytes, row: bytes, sealed: bytes) -> None:
        if (owner, row) not in self.content[table]:
            raise StoreError("a row that was to be replaced is gone", "open the case again")
        self.content[table][owner, row] = sealed

    def delete(self, table: Table, owner: bytes, row: bytes | None = None) -> None:
        if row is not None:
            self.content[table].pop((owner, row), None)
            return
        for key in [key for key in self.content[table] if key[0] == owner]:
            del self.content[table][key]


class MemoryTables:
    """Tables that last as long as the program."""

    name = "memory"

    def __init__(self) -> None:
        """Begin empty."""
        self._content: _Content = {table: {} for table in Table}
        self._one_at_a_time = Lock()

    @contextmanager
    def reading(self) -> Iterator[_Look]:
        """Open a look; a change that ends meanwhile puts new tables in place and leaves these as they are."""
        yield _Look(self._content)

    @contextmanager
    def writing(self) -> Iterator[_Change]:
        """Open a change on a copy, which takes the place of the tables when it ends well."""
        with self._one_at_a_time:
            copy = {table: dict(rows) for table, rows in self._content.items()}
            yield _Change(copy)
            self._content = copy

    def scrub(self) -> None:
        """Nothing is left behind in memory that a program could overwrite."""

    def close(self) -> None:
        """Nothing to let go of."""
