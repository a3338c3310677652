"""Golden files: what came out last time, reviewed as a diff. ``pytest --update-golden`` writes them anew."""

from pathlib import Path

import pytest

GOLDEN = Path(__file__).resolve().parent / "golden"


def check_golden(name: str, text: str, config: pytest.Config) -> None:
    """Compare a text with its golden file; with ``--update-golden`` write the file instead, for review in the diff."""
    path = GOLDEN / name
    if config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"there is no {path}: run pytest --update-golden, and read what it wrote"
    assert text == path.read_text(encoding="utf-8"), f"{name} differs: if the change is meant, --update-golden"
