"""What every test may ask for: a fixed today, the top of the repository, the shipped shelves."""

import gc
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from one_library import LIBRARY

from legalassist.cli import world
from legalassist.library import Library

TOP = Path(__file__).resolve().parents[1]

# No deadline: a slow machine is not a fault. Derandomised: the suite gives the same answer twice.
settings.register_profile("house", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files anew, for review in the diff."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew; read the diff afterwards")


HEAVY = (
    "test_wheel.py", "test_docs.py", "test_example_cases.py", "test_generated.py", "test_tracing_words.py",
    "test_building.py", "test_checking.py", "test_official.py", "test_case_agent.py", "test_case_plaintext.py",
    "test_case_terminal.py", "test_never_lost.py", "test_whole_way.py", "test_heldout.py", "test_ended.py",
)  # fmt: skip
"""Files of minutes or half minutes: the workers take them first, so that none is left alone with one at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first; within them and among the others the order stays."""
    items.sort(key=lambda item: HEAVY.index(item.path.name) if item.path.name in HEAVY else len(HEAVY))


def pytest_collection_finish() -> None:
    """Search for unused memory more seldom, and never among the eight thousand tests: a fifteenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No page of a packet is laid out twice in this run by the files that ask for this."""
    from laid_out_once import laid_out_once  # noqa: PLC0415 - loads the layout engine, which few tests need

    base = tmp_path_factory.getbasetemp()
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base  # the workers' common folder, of this run alone
    with laid_out_once(run / "laid-out"):
        yield


@pytest.fixture(scope="session", autouse=True)
def _one_shipped_shelf(library: Library) -> Iterator[None]:
    """The commands of a run share the shipped shelf, which nothing writes to: it is not read anew for each of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(world, "Library", lambda *own: Library(*own) if own else library)
        yield


@pytest.fixture
def today() -> date:
    """The day tests are made for: a Monday; nothing below a door ever learns the real one."""
    return date(2026, 11, 23)


@pytest.fixture(scope="session")
def top() -> Path:
    """The top of the repository."""
    return TOP


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped shelves, with no clinic's own before them."""
    return LIBRARY
