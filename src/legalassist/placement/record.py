"""What the clinic keeps of a teaser: its reference and what went into it. Files are put down whole or not at all.

The record stays in ``internal/``. It names no client: which case it is about is a hash made with the reference.
"""

from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from legalassist.documents import folder
from legalassist.errors import DocumentError, UsageError

RECORD = "internal/record.json"
_WHAT = "the summary"


class Record(BaseModel):
    """One teaser as it was made."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reference: str
    case: str
    profile: str
    as_of: str
    answer_by: str
    program: str
    yes: tuple[str, ...]
    asks: tuple[str, ...]
    files: dict[str, str]


def case_mark(reference: str, file_number: str) -> str:
    """Return what ties a record to a case for those who know the case, and tells nobody else which it is."""
    return sha256(f"{reference}\0{file_number}".encode()).hexdigest()


def read_record(out: Path) -> Record | None:
    """Return the record in a folder, None where there is none; raises DocumentError where it cannot be read."""
    path = out / RECORD
    with suppress(OSError):  # a name too long: `check_untouched` refuses the folder
        if path.is_file():
            return _read(path)
    return None


def _read(path: Path) -> Record:
    try:
        return Record.model_validate_json(path.read_bytes())
    except (ValidationError, OSError):
        message = f"{path} is not a record of a summary"
        raise DocumentError(message, hint="move the folder away, or name another one with --out") from None


def save(files: Mapping[str, bytes], record: Record, out: Path) -> None:
    """Write the files and the record into a new folder and put it in its place.

    An earlier summary there is replaced only if it is as it was written: raises UsageError where the folder holds
    something else, DocumentError where a file was changed since; nothing is touched then.
    """
    written = record.model_dump_json(indent=2).encode() + b"\n"
    folder.save({**files, RECORD: written}, out, what=_WHAT, check=check_untouched)


def check_untouched(out: Path) -> None:
    """Refuse a folder that holds anything but a summary as it was written."""
    if not folder.check_place(out, _WHAT):
        return
    record = read_record(out)
    if record is None:
        message = f"{out} is not empty, and holds no summary"
        raise UsageError(message, hint="name another folder with --out; nothing there was touched")
    changed = tuple(folder.changed_files(out, record.files, own=(RECORD,)))
    if changed:
        message = f"{out}: changed since the summary was made: {', '.join(changed)}"
        raise DocumentError(message, hint="move the files away first; a summary is not edited by hand")
