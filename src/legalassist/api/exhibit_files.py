"""Read the bytes of the exhibit files that a packet binds: beside an answers file, or out of the store."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from legalassist.cases.case import Case
from legalassist.cases.exhibit_file import ExhibitFile
from legalassist.errors import DocumentError

Content = Callable[[ExhibitFile], bytes]
"""Returns the bytes of an exhibit file; raises where they are not there, or are others."""

MOST_BYTES = 1024 * 1024 * 1024
"""Bytes of all exhibits of one packet together: they lie in memory while it is bound."""

_ADD_AGAIN = "add it again with 'legalassist case exhibit add'"


def exhibit_contents(case: Case, content: Content | None) -> Mapping[str, bytes]:
    """Return the bytes of the files a packet binds, by their sha256; raises DocumentError where they are too many."""
    wanted = {one for row in {each.row for each in case.exhibits} for one in case.files_of(row).values()}
    found: dict[str, bytes] = {}
    total = 0
    for one in sorted(wanted, key=lambda each: (each.row, each.role)):
        if content is None:
            raise DocumentError(f"the file of {one.row} is not at hand", _ADD_AGAIN)
        found[one.sha256] = content(one)
        total += len(found[one.sha256])
        if total > MOST_BYTES:
            raise DocumentError(
                f"the exhibits together have more than {MOST_BYTES // 2**20} MB", "scan the largest again, smaller"
            )
    return found


def folder_beside(path: Path) -> Path:
    """Return the folder in which the exhibits of an answers file lie."""
    return path.with_suffix(".exhibits")


def beside(path: Path) -> Content:
    """Return what reads the exhibits that lie beside an answers file; it raises DocumentError for one that changed."""

    def content(one: ExhibitFile) -> bytes:
        try:
            found = (folder_beside(path) / one.source).read_bytes()
        except OSError as wrong:
            raise DocumentError(f"the file of {one.row} cannot be read: {wrong.strerror}", _ADD_AGAIN) from None
        return _unchanged(one, found)

    return content


def _unchanged(one: ExhibitFile, found: bytes) -> bytes:
    if sha256(found).hexdigest() != one.sha256:
        raise DocumentError(f"the file of {one.row} ({one.role}) was changed after it was cleaned", _ADD_AGAIN)
    return found
