"""Word files as attorneys hand them back: what the reader must print, and what it must refuse.

Each case is one small function: it builds a file and says either the exact text or the problem. ``SAID`` stands in
for a client's words: no problem may ever repeat it.
"""

from collections.abc import Callable
from dataclasses import dataclass

SAID = "the boss kept my passport"

ACCEPTED: dict[str, "Accepted"] = {}
REFUSED: dict[str, "Refused"] = {}


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file inside the house subset, and its accepted text, line by line."""

    docx: bytes
    lines: tuple[str, ...]
    accept_changes: bool = False
    drop_comments: bool = False

    @property
    def text(self) -> str:
        """The accepted text."""
        return "".join(f"{line}\n" for line in self.lines)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file outside the house subset, and what is said about it: the beginning of each problem, in order."""

    docx: bytes
    problems: tuple[str, ...]
    accept_changes: bool = False
    drop_comments: bool = False


def accepted(build: Callable[[], Accepted]) -> Callable[[], Accepted]:
    """Add a case to the corpus under the name of its function."""
    ACCEPTED[build.__name__] = build()
    return build


def refused(build: Callable[[], Refused]) -> Callable[[], Refused]:
    """Add a case to the corpus under the name of its function."""
    REFUSED[build.__name__] = build()
    return build
