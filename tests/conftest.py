"""What every test may ask for: a fixed today, the top of the repository, the shipped shelves."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from legalassist.library import Library

TOP = Path(__file__).resolve().parents[1]

# No deadline: a slow machine is not a fault. Derandomised: the suite gives the same answer twice.
settings.register_profile("house", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files anew, for review in the diff."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew; read the diff afterwards")


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
    return Library()
