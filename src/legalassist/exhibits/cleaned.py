"""The nouns of reading an exhibit: what is asked for, what came out of it, and what was left behind."""

from collections.abc import Sequence
from dataclasses import dataclass

from legalassist.errors import DocumentError

MAX_BYTES = 200 * 1024 * 1024
"""Largest file that is read: a scan of 500 pages is about 100 MB."""

MAX_IMAGE_BYTES = 50 * 1024 * 1024
"""Largest picture file."""

MAX_PIXELS = 80_000_000
"""Most pixels one picture may have: a phone's largest has 50 million."""

MAX_PAGES = 500
"""Most pages one exhibit may have."""

MAX_CLEANED = 150 * 1024 * 1024
"""Largest cleaned PDF."""

SCAN_AGAIN = "print the paper and scan it again, or take a photo of each page"
PRINT_TO_PDF = "open it in a PDF viewer on another device, print it to a new PDF, and use that file"
EXPORT_FROM_WORD = "open it in Word, choose File > Export > PDF, look at the PDF, and add that"


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something that was found and not carried over, or that a person should know: what, how often, on which pages."""

    what: str
    count: int = 1
    pages: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Read as one line: ``link (3; pages 1, 2)``."""
        told = [f"{self.count} times"] if self.count > 1 else []
        if self.pages:
            told.append(f"page{'s' if len(self.pages) > 1 else ''} {_runs(self.pages)}")
        return f"{self.what} ({'; '.join(told)})" if told else self.what


def _runs(pages: Sequence[int]) -> str:
    """Return page numbers as a reader writes them: 1, 3-5."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and runs[-1][1] == page - 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A paper as it may be bound: a PDF of upright Letter pages that hold what could be seen, and nothing else."""

    pdf: bytes
    pages: int
    noticed: tuple[Noticed, ...] = ()


@dataclass
class ExhibitRefused(DocumentError):  # noqa: N818 -- not a fault of the program: it says why a paper is not taken
    """A paper that is not taken: what is wrong with it, and what to do."""


@dataclass
class ExhibitLocked(ExhibitRefused):
    """A PDF that opens only with its password; `wrong` where one was given that does not fit."""

    wrong: bool = False
