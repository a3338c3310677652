"""Where the real blanks are, if they are here: beside the checkout, or where an environment variable says.

They are the government's files and are never part of the project. Tests that need one are skipped without it.
"""

import os
from pathlib import Path

import pytest

from legalassist.forms.blank import Blank, read_blank

TOP = Path(__file__).resolve().parents[2]
NAMES = ("g-1145", "g-28", "i-131", "i-485", "i-765", "i-765ws", "i-912")
"""The seven forms whose blanks may be at hand."""


def folder() -> Path | None:
    """Return the folder of real blanks, or None."""
    named = os.environ.get("LEGALASSIST_TEST_BLANKS")
    around = [Path(named)] if named else [above / "shared" / "forms" / "pdf" for above in TOP.parents]
    return next((one for one in around if one.is_dir()), None)


def blank_file(name: str) -> Path:
    """Return the file of a real blank; skip the test where it is not here."""
    found = folder()
    if found is None or not (found / f"{name}.pdf").is_file():
        pytest.skip(f"the official blank {name}.pdf is not here (../shared/forms/pdf or LEGALASSIST_TEST_BLANKS)")
    return found / f"{name}.pdf"


def real(name: str) -> tuple[bytes, Blank]:
    """Return a real blank's bytes and boxes; skip the test where it is not here."""
    content = blank_file(name).read_bytes()
    return content, read_blank(content, name)
