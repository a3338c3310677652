"""Keep papers as exhibits: cleaned behind walls, filed with their row, the file as it came beside them, never opened.

A case of the store keeps both, encrypted. Beside an answers file (invented people only) lies the cleaned PDF alone, in
the folder ``NAME.exhibits``.
"""

import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from legalassist.api.answers_files import open_file
from legalassist.api.exhibit_files import folder_beside
from legalassist.api.stored_cases import StoredCase
from legalassist.cases.case import Case
from legalassist.cases.exhibit_file import EXHIBITS, ExhibitFile, FiledAs
from legalassist.errors import UsageError
from legalassist.exhibits import clean as cleaning
from legalassist.exhibits.clean import House
from legalassist.exhibits.cleaned import MAX_BYTES, Cleaned
from legalassist.facts.paths import numbers_of, row_path
from legalassist.library import Library, fonts
from legalassist.packets.written import PRINT_CSS, WORD_CSS
from legalassist.stores.exhibits import Paper, attach_to_case
from legalassist.stores.records import Attached


@dataclass(frozen=True, slots=True)
class Filing:
    """What a file is filed as: the row it belongs to, and what it is to it."""

    row: str
    role: FiledAs


def read_cleaned(path: Path, library: Library, *, password: str | None = None, pictures: bool = False
                 ) -> tuple[bytes, Cleaned]:  # fmt: skip
    """Return a file's bytes and the cleaned paper; UsageError where it cannot be read, ExhibitRefused with a reason."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not path.is_dir():  # a pipe would be waited for; a folder says so below
            raise UsageError("the exhibit is no file", "name a file that is there")
        if found.st_size > MAX_BYTES:
            raise UsageError(f"the file has more than {MAX_BYTES // 2**20} MB", "split it, or scan it at 200 dpi")
        content = path.read_bytes()
    except OSError as wrong:
        raise UsageError(f"the exhibit cannot be read: {wrong.strerror}", "name a file that is there") from None
    css = "\n".join(library.get(name).text for name in (PRINT_CSS, WORD_CSS))
    house = House(fonts(), css)
    return content, cleaning.clean(content, house, ending=path.suffix, password=password, pictures=pictures)


def check_row(case: Case, row: str) -> None:
    """Raise UsageError where a case has no such row of papers."""
    rows = [row_path(EXHIBITS, number) for number in case.rows(EXHIBITS).numbers]
    if row not in rows:
        there = f"there are: {', '.join(rows)}" if rows else "add the paper to the list of exhibits first"
        raise UsageError(f"the case has no paper {row!r}"[:80], there)


def keep_in_store(found: StoredCase, content: bytes, cleaned: Cleaned, title: str, filing: Filing) -> StoredCase:
    """Keep a file as it came and its cleaned PDF with a case of the store, both or neither; raises what saving does."""
    check_row(found.case, filing.row)
    at, store = found.clock(), found.store
    digest = sha256(content).hexdigest()
    original = Paper(title, "application/octet-stream", row=filing.row, role=filing.role)
    made = Paper(
        title, "application/pdf", row=filing.row, role=filing.role, pages=cleaned.pages, cleaned_from=digest,
        noticed=tuple(map(str, cleaned.noticed)),
    )  # fmt: skip
    with store.changing(at) as change:
        opened = attach_to_case(store, change, found.opened, original, (content,), at)
        opened = attach_to_case(store, change, opened, made, (cleaned.pdf,), at)
    return replace(found, opened=opened)


def keep_beside(  # noqa: PLR0913, PLR0917 -- which case, what, filed as what, by whom, when
    path: Path, library: Library, cleaned: Cleaned, filing: Filing, by: str, at: datetime
) -> ExhibitFile:
    """Keep a cleaned PDF beside an answers file and name it at the file's end; raises what opening it and saving do."""
    kept, _, case = open_file(path, library)
    check_row(case, filing.row)
    name = f"{numbers_of(filing.row)[-1]}-{filing.role}.pdf"
    folder = folder_beside(path)
    one = ExhibitFile(
        filing.row, filing.role, cleaned.pages, sha256(cleaned.pdf).hexdigest(), name, by, at.isoformat("T", "seconds")
    )
    after = replace(case, exhibits=(*case.exhibits, one))
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        new = folder / f"{name}.new"
        new.write_bytes(cleaned.pdf)
        new.replace(folder / name)
    except OSError as wrong:
        raise UsageError(f"{folder / name} cannot be written: {wrong.strerror}", "use a folder of yours") from None
    kept.keep_exhibit(after)
    return one


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of papers as a list shows it: its path, its key, and its files with what was left behind."""

    row: str
    key: str
    files: Mapping[FiledAs, ExhibitFile]
    noticed: Mapping[FiledAs, tuple[str, ...]]


def listed(case: Case, records: Mapping[str, Attached] | None = None) -> Iterator[Listed]:
    """Yield the rows of papers with their files; `records` are the store's, by their numbers."""
    for number in case.rows(EXHIBITS).numbers:
        row = row_path(EXHIBITS, number)
        files = case.files_of(row)
        kept = records or {}
        told = {role: kept[one.source].noticed for role, one in files.items() if one.source in kept}
        key = case.current.get(f"{row}.key")
        yield Listed(row, str(key.value) if key is not None and key.value else "", files, told)
