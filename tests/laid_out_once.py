"""Pages of packets laid out once in a test run, for tests whose subject is not the layout.

A page is known by everything that it is printed from; what the layout engine made of it is kept beside the run's other
temporary files, where every worker finds it. That the same page always gives the same bytes is itself tested, in
another process and without this (tests/api/test_building.py).
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from legalassist.documents.fonts import Fonts
from legalassist.packets import written

WritePdf = Callable[..., bytes]


def remembering(write_pdf: WritePdf, folder: Path) -> WritePdf:
    """Return a function that writes a page's PDF, or returns what was written of the very same page before."""

    def remembered(html: str, *, fonts: Fonts, identifier: bytes) -> bytes:
        kept = folder / sha256(b"\0".join((html.encode(), str(fonts.folder).encode(), identifier))).hexdigest()
        if not kept.is_file():
            beside = kept.with_suffix(f".{os.getpid()}")
            beside.write_bytes(write_pdf(html, fonts=fonts, identifier=identifier))
            beside.replace(kept)  # another worker reads it whole or not at all
        return kept.read_bytes()

    return remembered


@contextmanager
def laid_out_once(folder: Path) -> Iterator[None]:
    """Lay no page of a packet out twice inside this block."""
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(written, "write_pdf", remembering(written.write_pdf, folder))
        yield
