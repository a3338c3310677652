"""Where a changed catalog is written: the clinic's own shelf where there is one, never over what is shipped."""

from pathlib import Path

from legalassist.api.saving import write_in_place, write_new
from legalassist.library import Library


def home_of(library: Library, name: str) -> Path:
    """Return the file that a change of a catalog belongs into.

    That is the file it is read from; where that one is shipped and the clinic has a shelf of its own, the same name
    there, which is searched first.
    """
    book = library.find(name)
    first, folder = library.shelves[0]
    if book is None or (book.shelf == "shipped" and first != "shipped"):
        return folder / name
    return book.path


def save_catalog(library: Library, name: str, before: str, after: str) -> Path:
    """Write a catalog whose text was `before`, durably; return where it lies.

    Raises UsageError where another program has changed it meanwhile, or it cannot be written.
    """
    path = home_of(library, name)
    if path.is_file():
        write_in_place(path, before=before.encode(), after=after.encode())
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, after.encode(), like=b"#")
    return path
