"""How fast the command starts: its help must not wait for the libraries that write PDFs."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from measuring import Figure, ratio

PROGRAM = Path(sys.executable).with_name("legalassist")


def figures() -> Iterator[Figure]:
    """Yield the time of ``legalassist --help`` against the bare import of its two unavoidable libraries."""

    def show_help() -> None:
        subprocess.run([PROGRAM, "--help"], check=True, capture_output=True)

    def bare_import() -> None:
        subprocess.run([sys.executable, "-c", "import click, pydantic"], check=True, capture_output=True)

    yield Figure(
        "legalassist --help, against importing click and pydantic", ratio(show_help, bare_import), "times", 2.5
    )
