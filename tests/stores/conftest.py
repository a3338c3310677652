"""What the store's tests may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from stores.making import KINDS, let_team_in, new_tables, set_up

from legalassist.stores.store import OpenStore


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenStore]:
    """A store of each kind, open for its supervisor, with one person of every role let in."""
    tables = new_tables(request.param, tmp_path)
    made = set_up(tables).store
    let_team_in(made)
    yield made
    tables.close()
