"""A reference for firms is drawn by chance, and chance makes initials too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from legalassist.api.placing import DRAWS, fresh_reference
from legalassist.library import Library

TERRY_SAMPLES_INITIALS = "T6S3-Q2X4"
NOBODYS = "K7M2-Q9X4"


@pytest.fixture
def qing(library: Library) -> Path:
    return library.get("interviews/tvisa/examples/qing.yaml").path


def drawn(*references: str) -> Iterator[str]:
    yield from references


def test_a_reference_that_holds_somebodys_initials_is_drawn_again(library: Library, qing: Path) -> None:
    draws = drawn(TERRY_SAMPLES_INITIALS, TERRY_SAMPLES_INITIALS, NOBODYS, "never asked")
    assert fresh_reference(qing, library, lambda: next(draws)) == NOBODYS
    assert next(draws) == "never asked"


def test_drawing_ends_although_nothing_fits(library: Library, qing: Path) -> None:
    draws: list[str] = []

    def draw() -> str:
        draws.append(TERRY_SAMPLES_INITIALS)
        return TERRY_SAMPLES_INITIALS

    assert fresh_reference(qing, library, draw) == TERRY_SAMPLES_INITIALS
    assert len(draws) == DRAWS + 1
